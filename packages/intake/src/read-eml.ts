// One message in one file: `.eml` as it is, Apple Mail's `.emlx` (a byte count, the message, a property list) without its wrapping.
import { readFile, stat } from 'node:fs/promises';
import { problem, problemOf, type FileItem } from './file-item.ts';
import { FILE_LIMITS } from './limits.ts';

export async function* readEml(path: string): AsyncGenerator<FileItem> {
  try {
    const { size } = await stat(path);
    if (size > FILE_LIMITS.messageBytesMax) yield tooBig(path);
    else yield { kind: 'message', path, raw: unwrapEmlx(await readFile(path)) };
  } catch (error) {
    yield problemOf(path, error);
  }
}

export function tooBig(path: string): FileItem {
  return problem(path, 'mail_too_big', `is bigger than ${FILE_LIMITS.messageBytesMax} bytes and was passed over`);
}

/** The message inside an `.emlx`; anything else unchanged. */
export function unwrapEmlx(raw: Buffer): Buffer {
  const match = /^(\d{1,9})[ \t]*\r?\n/.exec(raw.toString('latin1', 0, 32));
  if (!match) return raw;
  const start = match[0].length;
  const end = start + Number(match[1]);
  return end <= raw.length ? raw.subarray(start, end) : raw;
}
