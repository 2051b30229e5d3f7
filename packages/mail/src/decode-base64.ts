// Base64 of a mail's body, from bytes to bytes. Node's own decoder wants it as a string: a copy of the whole mail, and another look at it for what
// is no base64, took three times as long.

/** By byte: its six bits, or one of the marks below. */
const BITS = new Int8Array(256).fill(-1);
const LETTERS = Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');
for (const [bits, letter] of LETTERS.entries()) BITS[letter] = bits;
const SPACE = -2;
const PADDING = -3;
for (const space of '\r\n\t ') BITS[space.charCodeAt(0)] = SPACE;
BITS['='.charCodeAt(0)] = PADDING;

/** null where a byte is no base64, or where more follows the padding: pieces that were padded one by one are another matter. */
export function decodeBase64(body: Uint8Array): Buffer | null {
  const bytes = Buffer.allocUnsafe(((body.length >> 2) + 1) * 3);
  let at = 0;
  let end = 0;
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
