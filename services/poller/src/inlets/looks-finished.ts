// Whether a mail file that nobody has written to for a while is whole, by what a half one shows: a copy over a network may stand still for minutes and
// then go on. Nothing is concluded for good: a file that grows afterwards is read again (read-drop.ts).
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { detectBytes } from '@quittance/intake/detect-source';

/** `cut`: something that every whole mail has is missing. `unsure`: it may end there, and copies stop there, too. */
export type Finished = 'whole' | 'unsure' | 'cut';

const HEAD_BYTES = 64 * 1024;
/** An outer boundary is closed at the very end, but for an epilogue and what list software appends. */
const TAIL_BYTES = 64 * 1024;
/** Programs copy in blocks that are multiples of this. */
const BLOCK_BYTES = 4_096;

/** @throws the system's errors. */
export async function looksFinished(path: string, size: number): Promise<Finished> {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const piece = async (from: number, length: number): Promise<Buffer> => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from);
      return buffer.subarray(0, bytesRead);
    };
    const head = await piece(0, Math.min(size, HEAD_BYTES));
    const from = Math.max(0, size - TAIL_BYTES);
    return judgeEnd(head, await piece(from, size - from), size);
  } finally {
    await file.close();
  }
}

/** @param head first and `tail` last bytes of a file of `size` bytes; they overlap where it is small. */
export function judgeEnd(head: Buffer, tail: Buffer, size: number): Finished {
  const text = head.toString('latin1');
  const counted = /^(\d{1,9})[ \t]*\r?\n/.exec(text);
  // Apple's emlx says how long its message is.
  if (counted) return counted[0].length + Number(counted[1]) <= size ? 'whole' : 'cut';
  const message = text.replace(/^[\r\n]+/, '');
  // No mail will come of it, and the person is told soon.
  if (!/^[!-9;-~]{0,200}(?:[ \t]{0,4}:|[ \t]{0,4}$)/.test(message)) return 'whole';
  const header = /^[^]*?\r?\n\r?\n/.exec(message)?.[0];
  if (header === undefined) return size > HEAD_BYTES ? 'whole' : 'cut';
  if (detectBytes(head) !== 'eml') return 'whole';
  const boundary = boundaryOf(header);
  if (boundary !== null && !tail.includes(`--${boundary}--`, 0, 'latin1')) return 'cut';
  return tail.at(-1) === 0x0a && size % BLOCK_BYTES !== 0 ? 'whole' : 'unsure';
}

function boundaryOf(header: string): string | null {
  const fields = header.replace(/\r?\n[ \t]+/g, ' ');
  const type = /^content-type[ \t]*:[ \t]*multipart\/[^\r\n]*/im.exec(fields)?.[0];
  const [, quoted, bare] = /;\s*boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(type ?? '') ?? [];
  return quoted ?? bare ?? null;
}
