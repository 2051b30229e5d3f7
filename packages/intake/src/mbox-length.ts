// Lengths that the writer of an mbox keeps (mboxcl2): Dovecot, mutt and procmail leave "From " lines of a body as they are where a Content-Length
// says how long it is. A sender may write that header too, so a length is believed only where it ends at a boundary, and only in a file whose
// messages all state one.
import { FILE_LIMITS } from './limits.ts';

/** @returns the bytes of the body, and of the header with its blank line; null when the header states none or more than one. */
export function statedLength(message: Buffer): { readonly header: number; readonly body: number } | null {
  const header = headerBytes(message);
  if (header === null) return null;
  const fields = message.toString('latin1', 0, header).match(/^content-length[ \t]*:.*$/gim) ?? [];
  const digits = fields.length === 1 ? /:[ \t]*(\d{1,10})[ \t]*\r?$/.exec(fields[0])?.[1] : undefined;
  return digits === undefined ? null : { header, body: Number(digits) };
}

/** Whether `message` shows its whole header, or so much that the rest of it is not waited for. */
export function showsHeader(message: Buffer): boolean {
  return message.length >= FILE_LIMITS.mboxHeaderBytesMax || headerBytes(message) !== null;
}

function headerBytes(message: Buffer): number | null {
  const text = message.toString('latin1', 0, FILE_LIMITS.mboxHeaderBytesMax);
  const end = /(?:^|\n)\r?\n/.exec(text);
  return end === null ? null : end.index + end[0].length;
}
