// The header of a tar's entry: a block of fixed fields, some of them said better by an entry before it. Written by strangers.
export const BLOCK = 512;

/** Said of the next entry by one before it. */
export interface Extra {
  path?: string;
  sizeBytes?: number;
}

/** Whether a file begins with the header of an archive's first entry. */
export function isTarHeader(head: Buffer): boolean {
  return head.length >= BLOCK && head[0] !== 0 && hasItsChecksum(head.subarray(0, BLOCK));
}

/** Lines of `length key=value`; the length counts itself. */
export function paxFields(text: Buffer): Extra {
  const extra: Extra = {};
  for (let at = 0; at < text.length;) {
    const length = /^(\d{1,9}) /.exec(text.toString('latin1', at, at + 10))?.[1];
    const end = at + Number(length);
    if (length === undefined || end > text.length || Number(length) < length.length + 3) throw new Error('an entry has a broken header');
    const field = text.toString('utf8', at + length.length + 1, end - 1);
    const equals = field.indexOf('=');
    const [key, value] = [field.slice(0, equals), field.slice(equals + 1)];
    if (key === 'path') extra.path = value;
    if (key === 'size') extra.sizeBytes = asSize(/^\d{1,16}$/.test(value) ? Number(value) : NaN);
    if (key.startsWith('GNU.sparse.')) throw new Error('it holds a sparse file, which is no mail');
    at = end;
  }
  return extra;
}

export function nameOf(block: Buffer): string {
  const name = beforeNul(block.subarray(0, 100));
  const prefix = block.toString('latin1', 257, 263) === 'ustar\0' ? beforeNul(block.subarray(345, 500)) : '';
  return prefix === '' ? name : `${prefix}/${name}`;
}

export function beforeNul(bytes: Buffer): string {
  const end = bytes.indexOf(0);
  return bytes.toString('utf8', 0, end < 0 ? bytes.length : end);
}

/** Octal digits, or (GNU, for what is bigger) the number itself after a set bit. */
export function numberAt(block: Buffer, start: number, length: number): number {
  const bytes = block.subarray(start, start + length);
  if (bytes[0]! & 0x80) return asSize(bytes[0] === 0x80 ? bytes.subarray(1).reduce((sum, byte) => sum * 256 + byte, 0) : NaN);
  const digits = /^[ \0]*([0-7]*)[ \0]*$/.exec(bytes.toString('latin1'))?.[1];
  return asSize(digits === undefined ? NaN : Number.parseInt(digits === '' ? '0' : digits, 8));
}

function asSize(value: number): number {
  if (!Number.isSafeInteger(value)) throw new Error('an entry has no valid size');
  return value;
}

export function hasItsChecksum(block: Buffer): boolean {
  const stated = /^[ \0]*([0-7]{1,7})[ \0]*$/.exec(block.toString('latin1', 148, 156))?.[1];
  if (stated === undefined) return false;
  let sum = 8 * 0x20;
  for (let at = 0; at < BLOCK; at++) if (at < 148 || at >= 156) sum += block[at]!;
  return sum === Number.parseInt(stated, 8);
}
