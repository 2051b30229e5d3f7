// The text of attached PDF invoices, for amounts, dates and periods that the mail leaves to them. A PDF is read in a thread with limits of its
// own: one that hangs or bursts is left unread with a reason, and the message is read without it. What a document says is never why a mail is
// taken for something (packages/classify/src/extract-fields.ts).
import { Worker } from 'node:worker_threads';
import { LIMITS } from './limits.ts';

type PdfProblem = 'pdf_encrypted' | 'pdf_broken' | 'pdf_timeout' | 'pdf_too_big';

export interface PdfRequest {
  readonly id: number;
  readonly bytes: Uint8Array;
}

export type PdfAnswer =
  | { readonly ready: true }
  | { readonly id: number; readonly text: string }
  | { readonly id: number; readonly problem: PdfProblem };

export type PdfText = { readonly text: string } | { readonly problem: PdfProblem };

const WORKER_URL = new URL('./read-pdf-worker.ts', import.meta.url);

interface Reader {
  readonly worker: Worker;
  /** Resolves when the thread listens, rejects when it died before. */
  readonly ready: Promise<void>;
}

// Starting a thread and loading the reader takes longer than most documents: one is kept, and let go of by the process's end.
let reader: Reader | null = null;
let lastId = 0;

/** One document. Never throws. */
export async function readPdf(bytes: Buffer, timeoutMs: number = LIMITS.pdfMsMax): Promise<PdfText> {
  if (bytes.length > LIMITS.pdfBytesMax) return { problem: 'pdf_too_big' };
  if (!bytes.subarray(0, 1024).includes('%PDF-')) return { problem: 'pdf_broken' };
  const mine = (reader ??= start());
  mine.worker.ref();
  try {
    // The time of a document starts when the thread listens.
    if (
      (await within(
        mine.ready.then(() => true),
        LIMITS.pdfStartMsMax,
      )) === null
    )
      return drop(mine, 'pdf_timeout');
    lastId += 1;
    const answer = await within(ask(mine.worker, lastId, bytes), timeoutMs);
    if (answer === null) return drop(mine, 'pdf_timeout');
    return 'text' in answer ? { text: answer.text } : { problem: answer.problem };
  } catch {
    return drop(mine, 'pdf_broken');
  } finally {
    mine.worker.unref();
  }
}

function drop(spoiled: Reader, problem: PdfProblem): PdfText {
  if (reader === spoiled) reader = null;
  void spoiled.worker.terminate();
  return { problem };
}

function ask(worker: Worker, id: number, bytes: Buffer): Promise<PdfText> {
  const answered = nextOf(worker, (answer) => ('id' in answer && answer.id === id ? answer : null));
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  worker.postMessage({ id, bytes: new Uint8Array(bytes) } satisfies PdfRequest);
  return answered;
}

/** The next message that `pick` takes; rejects when the thread ends first. */
function nextOf<T>(worker: Worker, pick: (answer: PdfAnswer) => T | null): Promise<T> {
  return new Promise((resolve, reject) => {
    const hear = (answer: PdfAnswer) => {
      const picked = pick(answer);
      if (picked === null) return;
      worker.off('message', hear).off('exit', fail);
      resolve(picked);
    };
    const fail = () => reject(new Error('the thread ended'));
    worker.on('message', hear).once('exit', fail);
  });
}

/** null where it took longer. */
async function within<T>(promise: Promise<T>, ms: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

function start(): Reader {
  const worker = new Worker(WORKER_URL, {
    resourceLimits: { maxOldGenerationSizeMb: LIMITS.pdfHeapMb },
    env: {},
    stdout: true,
    stderr: true,
  });
  // Without a listener an error of the thread would end the process; its end is heard where it matters.
  worker.on('error', () => {});
  worker.once('exit', () => {
    if (reader?.worker === worker) reader = null;
  });
  const ready = nextOf(worker, (answer) => ('ready' in answer ? answer : null)).then(() => {});
  ready.catch(() => {});
  return { worker, ready };
}
