// Base64 of a mail's body, from bytes to bytes. Lines of one length, as every mailer writes them, go through Node's decoder some kilobytes at a time; what
// is left, or is written in any other way, is read letter by letter. Node's decoder passes over what is no base64: whether it did tells the count.

/** Letters of lines that are decoded together: a string of a whole mail would cost a region of memory of its own. */
const CHUNK = 32 * 1024;
const NEWLINE = 0x0a;
const RETURN = 0x0d;

/** By byte: its six bits, or one of the marks below. */
const BITS = new Int8Array(256).fill(-1);
const LETTERS = Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');
for (const [bits, letter] of LETTERS.entries()) BITS[letter] = bits;
const SPACE = -2;
const PADDING = -3;
for (const space of '\r\n\t ') BITS[space.charCodeAt(0)] = SPACE;
BITS['='.charCodeAt(0)] = PADDING;

/** The decoded bytes of one body after another; a larger one than this gets its own. */
const ROOM_MAX = 1024 * 1024;
let room = Buffer.allocUnsafeSlow(64 * 1024);

function roomFor(size: number): Buffer {
  if (size > ROOM_MAX) return Buffer.allocUnsafe(size);
  if (size > room.length) room = Buffer.allocUnsafeSlow(Math.min(ROOM_MAX, size * 2));
  return room;
}

/**
 * null where a byte is no base64, or where more follows the padding: pieces that were padded one by one are another matter.
 * @returns bytes that hold until the next call.
 */
export function decodeBase64(body: Buffer): Buffer | null {
  const bytes = roomFor(((body.length >> 2) + 1) * 3);
  const lines = evenLines(body);
  const end = lines === null ? -1 : decodeLines(body, lines, bytes);
  return lines === null || end < 0 ? decodeLetters(body, 0, bytes, 0) : decodeLetters(body, lines.count * lines.length, bytes, end);
}

interface Lines {
  readonly count: number;
  /** With what ends a line. */
  readonly length: number;
  readonly letters: number;
}

/** The lines of one length at the beginning, each of whole groups of four letters. */
function evenLines(body: Buffer): Lines | null {
  const length = body.indexOf(NEWLINE) + 1;
  const isReturned = body[length - 2] === RETURN;
  const letters = length - (isReturned ? 2 : 1);
  if (letters <= 0 || letters % 4 !== 0 || letters > CHUNK) return null;
  let count = 0;
  for (let end = length - 1; end < body.length && body[end] === NEWLINE; end += length) {
    if ((body[end - 1] === RETURN) !== isReturned) break;
    count += 1;
  }
  return { count, length, letters };
}

const isUrlLetter = (body: Buffer): boolean => body.includes('-') || body.includes('_');

/** @returns how many bytes, or -1 where something in the lines is no base64. */
function decodeLines(body: Buffer, { count, length, letters }: Lines, bytes: Buffer): number {
  const all = count * length;
  // Node takes the alphabet of links, too.
  if (isUrlLetter(body.subarray(0, all))) return -1;
  const step = Math.floor(CHUNK / length) * length || length;
  let end = 0;
  for (let at = 0; at < all; at += step) end += bytes.write(body.toString('latin1', at, Math.min(all, at + step)), end, 'base64');
  return end === (count * letters * 3) / 4 ? end : -1;
}

function decodeLetters(body: Buffer, from: number, bytes: Buffer, filled: number): Buffer | null {
  let at = from;
  let end = filled;
  // Of a group that a line break parts.
  let held = 0;
  let heldBits = 0;
  while (at < body.length) {
    if (heldBits === 0 && at + 4 <= body.length) {
      const group = (BITS[body[at]!]! << 18) | (BITS[body[at + 1]!]! << 12) | (BITS[body[at + 2]!]! << 6) | BITS[body[at + 3]!]!;
      if (group >= 0) {
        bytes[end++] = group >> 16;
        bytes[end++] = group >> 8;
        bytes[end++] = group;
        at += 4;
        continue;
      }
    }
    const bits = BITS[body[at++]!]!;
    if (bits === SPACE) continue;
    if (bits === PADDING) return isPadding(body, at) ? bytes.subarray(0, end) : null;
    if (bits < 0) return null;
    held = ((held << 6) | bits) & 0xffff;
    heldBits += 6;
    if (heldBits < 8) continue;
    heldBits -= 8;
    bytes[end++] = held >> heldBits;
  }
  return bytes.subarray(0, end);
}

function isPadding(body: Uint8Array, from: number): boolean {
  for (let at = from; at < body.length; at += 1) if (BITS[body[at]!] !== SPACE && BITS[body[at]!] !== PADDING) return false;
  return true;
}
