// Mail files of a watched folder: read within limits, and accepted in batches, each together with the note that its files were seen. What is no mail, is
// empty or too big is written down with its reason instead. Links are never followed: they could lead out of the folder that may be watched.
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { toInstant } from '@quittance/domain/instant';
import { acceptWithIds } from '@quittance/intake/accept-message';
import { detectBytes } from '@quittance/intake/detect-source';
import { problem, problemOf, type FileProblem } from '@quittance/intake/file-item';
import { FILE_LIMITS } from '@quittance/intake/limits';
import { unwrapEmlx } from '@quittance/intake/read-eml';
import { saveSeenFiles, type Inlet, type SeenFile } from '@quittance/store/inlets';
import type { InletDeps } from './watch-inlets.ts';

export interface MailFile {
  readonly path: string;
  /** How it is known. */
  readonly name: string;
  readonly shownAs: string;
}

export interface Taken {
  /** Taken in, no longer there, or passed over with a reason. */
  readonly what: 'accepted' | 'gone' | { readonly code: string; readonly text: string };
  /** How much of the file was read; null when it could not be. */
  readonly sizeBytes: number | null;
}

/** So many files of one folder, then the other folders have their turn. */
export const FILES_A_LOOK = 500;
const HEAD_BYTES = 4_096;

interface Read {
  readonly file: MailFile;
  readonly raw: Buffer;
  readonly modifiedAt: Date;
}

/**
 * Takes in as many of `files`, from the first on, as one transaction may hold.
 *
 * @returns what became of each that was looked at, in their order.
 */
export async function takeIn(deps: InletDeps, inlet: Inlet, files: readonly MailFile[]): Promise<Taken[]> {
  const taken: Taken[] = [];
  const readings: Read[] = [];
  const seen: SeenFile[] = [];
  let bytes = 0;
  for (const file of files.slice(0, FILE_LIMITS.batchMessages)) {
    if (bytes > FILE_LIMITS.batchBytes) break;
    const { mail, sizeBytes } = await readMail(file);
    if ('raw' in mail) {
      readings.push(mail);
      bytes += mail.raw.length;
      taken.push({ what: 'accepted', sizeBytes });
      seen.push({ name: file.name, sizeBytes, problem: null });
      continue;
    }
    const what = mail.code === 'not_found' ? 'gone' : { code: mail.code, text: mail.message };
    taken.push({ what, sizeBytes });
    if (what !== 'gone') seen.push({ name: file.name, sizeBytes, problem: what });
  }
  const at = toInstant(deps.clock.now());
  const messages = readings.map((read) => toMessage(inlet, read));
  // Those of today and those of yesterday go ahead in the queue differently, not in the transaction.
  await acceptWithIds(deps, messages, { alongside: (tx) => saveSeenFiles(tx, inlet, seen, at) });
  return taken;
}

function toMessage(inlet: Inlet, { file, raw, modifiedAt }: Read) {
  const isNews = modifiedAt.toISOString() >= inlet.createdAt;
  return {
    userId: inlet.userId,
    raw,
    location: { kind: 'import' as const, path: file.shownAs },
    origin: { kind: 'import' as const, path: file.shownAs },
    priority: isNews ? ('live' as const) : ('history' as const),
  };
}

async function readMail(file: MailFile): Promise<{ readonly mail: Read | FileProblem; readonly sizeBytes: number | null }> {
  const { shownAs } = file;
  let sizeBytes: number | null = null;
  const refused = (code: string, text: string) => ({ mail: problem(shownAs, code, text), sizeBytes });
  try {
    // Neither a link that took the file's place since it was listed, nor a pipe that never ends.
    const handle = await open(file.path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const info = await handle.stat();
      if (!info.isFile()) return refused('file_unreadable', 'is no file.');
      sizeBytes = info.size;
      if (sizeBytes > FILE_LIMITS.messageBytesMax)
        return refused('mail_too_big', `is bigger than ${FILE_LIMITS.messageBytesMax} bytes and was passed over.`);
      const bytes = await readUpTo(handle, sizeBytes);
      sizeBytes = bytes.length;
      const raw = unwrapEmlx(bytes);
      if (raw.length === 0) return refused('empty_file', 'is empty.');
      if (detectBytes(raw.subarray(0, HEAD_BYTES)) !== 'eml') return refused('not_mail', 'does not begin like a mail.');
      return { mail: { file, raw, modifiedAt: info.mtime }, sizeBytes };
    } finally {
      await handle.close();
    }
  } catch (error) {
    return { mail: problemOf(shownAs, error), sizeBytes: null };
  }
}

// Not `readFile`: a file that grows for ever would be read for ever.
async function readUpTo(handle: Awaited<ReturnType<typeof open>>, size: number): Promise<Buffer> {
  const buffer = Buffer.alloc(size);
  let at = 0;
  while (at < size) {
    const { bytesRead } = await handle.read(buffer, at, size - at, at);
    if (bytesRead === 0) break;
    at += bytesRead;
  }
  return buffer.subarray(0, at);
}
