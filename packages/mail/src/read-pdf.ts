// The text of attached PDF invoices, for amounts, dates and periods that the mail leaves to them. A PDF is read in a thread with limits of its
// own: one that hangs or bursts is left unread with a reason, and the message is read without it. What a document says is never why a mail is
// taken for something (packages/classify/src/extract-fields.ts).
import { Worker } from 'node:worker_threads';
import { LIMITS } from './limits.ts';

export type PdfProblem = 'pdf_encrypted' | 'pdf_broken' | 'pdf_timeout' | 'pdf_too_big';

export interface PdfRequest {
  readonly id: number;
  readonly bytes: Uint8Array;
}

export type PdfAnswer = { readonly id: number; readonly text: string } | { readonly id: number; readonly problem: PdfProblem };

export type PdfText = { readonly text: string } | { readonly problem: PdfProblem };

const WORKER_URL = new URL('./read-pdf-worker.ts', import.meta.url);

// Starting a thread and loading the reader takes longer than most documents: one is kept, and let go of by the process's end.
let thread: Worker | null = null;
let lastId = 0;

/** One document. Never throws. */
export async function readPdf(bytes: Buffer, timeoutMs: number = LIMITS.pdfMsMax): Promise<PdfText> {
  if (bytes.length > LIMITS.pdfBytesMax) return { problem: 'pdf_too_big' };
  if (!bytes.subarray(0, 1024).includes('%PDF-')) return { problem: 'pdf_broken' };
  const worker = (thread ??= start());
  lastId += 1;
  const id = lastId;
  return new Promise((resolve) => {
    const settle = (found: PdfText, isSpoiled: boolean) => {
      clearTimeout(timer);
      worker.off('message', hear).off('error', fail).off('exit', fail);
      worker.unref();
      if (isSpoiled) {
        if (thread === worker) thread = null;
        void worker.terminate();
      }
      resolve(found);
    };
    const hear = (answer: PdfAnswer) => {
      if (answer.id === id) settle('text' in answer ? { text: answer.text } : { problem: answer.problem }, false);
    };
    const fail = () => settle({ problem: 'pdf_broken' }, true);
    const timer = setTimeout(() => settle({ problem: 'pdf_timeout' }, true), timeoutMs);
    worker.on('message', hear).once('error', fail).once('exit', fail);
    worker.ref();
    worker.postMessage({ id, bytes: new Uint8Array(bytes) } satisfies PdfRequest);
  });
}

function start(): Worker {
  const worker = new Worker(WORKER_URL, {
    resourceLimits: { maxOldGenerationSizeMb: LIMITS.pdfHeapMb },
    env: {},
    stdout: true,
    stderr: true,
  });
  // Without a listener an error of an idle thread would end the process.
  worker.on('error', () => {
    if (thread === worker) thread = null;
  });
  return worker;
}
