// Transfer encodings, charsets and encoded words for peek-message.ts. Input is latin1 text as it came over the wire and may end anywhere.

/** @param encoding Content-Transfer-Encoding as written. */
export function decodeBody(body: string, encoding: string, charset: string): string {
  switch (encoding.trim().toLowerCase()) {
    case 'quoted-printable':
      return toText(decodeQuoted(body), charset);
    case 'base64':
      return toText(bytesOf(body, 'base64'), charset);
    default:
      return toText(bytesOf(body, 'latin1'), charset);
  }
}

// Of one text at a time, and gone with the next: memory that is new for each part of a mailbox costs as much as decoding it.
let room = Buffer.alloc(0);

function bytesOf(text: string, encoding: 'latin1' | 'base64'): Buffer {
  if (room.length < text.length) room = Buffer.alloc(2 * text.length);
  return room.subarray(0, room.write(text, encoding));
}

const WORD = /=\?([^?\s]{1,40})\?([bq])\?([^?\s]{0,2000})\?=/gi;

/** RFC 2047. Raw 8-bit text is taken for UTF-8 where it is valid as such. */
export function decodeWords(value: string): string {
  const joined = value.replaceAll(/\?=\s+=\?/g, '?==?');
  if (!joined.includes('=?')) return toText(bytesOf(joined, 'latin1'), 'utf-8');
  // Words that were split inside a character belong together; decoding them one by one costs that character only.
  return joined.replaceAll(WORD, (_word, charset: string, kind: string, text: string) =>
    toText(kind.toLowerCase() === 'b' ? bytesOf(text, 'base64') : decodeQuoted(text.replaceAll('_', ' ')), charset.split('*')[0]!),
  );
}

/** Soft line ends go, `=XX` becomes its byte; what is neither stays as it stands. */
function decodeQuoted(text: string): Buffer {
  // In place, and over bytes: reading a piece of a string by its characters takes several times as long.
  const bytes = bytesOf(text, 'latin1');
  let length = bytes.indexOf(EQUALS);
  if (length < 0) return bytes;
  for (let at = length; at < bytes.length; at += 1) {
    const code = bytes[at]!;
    if (code !== EQUALS) {
      bytes[length++] = code;
      continue;
    }
    const next = bytes[at + 1] ?? 0;
    if (next === LF) at += 1;
    else if (next === CR && bytes[at + 2] === LF) at += 2;
    else {
      const value = HEX[next]! * 16 + HEX[bytes[at + 2] ?? 0]!;
      if (value > 0xff) bytes[length++] = code;
      else {
        bytes[length++] = value;
        at += 2;
      }
    }
  }
  return bytes.subarray(0, length);
}

const [EQUALS, LF, CR] = [0x3d, 0x0a, 0x0d];

/** More than a byte can be for what is no hexadecimal digit. */
const NO_DIGIT = 0x1000;
const HEX = Uint16Array.from({ length: 256 }, (_, code) => {
  const char = String.fromCharCode(code);
  return /[0-9a-f]/i.test(char) ? Number.parseInt(char, 16) : NO_DIGIT;
});

type Decoder = InstanceType<typeof TextDecoder>;
const decoders = new Map<string, Decoder>();
/** Labels come from mail: no more of them are remembered. */
const DECODERS_MAX = 50;

function toText(bytes: Buffer, charset: string): string {
  const label = charset.toLowerCase();
  let decoder = decoders.get(label);
  if (!decoder) {
    decoder = newDecoder(label);
    if (decoders.size < DECODERS_MAX) decoders.set(label, decoder);
  }
  const text = decoder.decode(bytes);
  // Declared as ASCII or UTF-8 and is neither: most likely a Western single-byte set.
  return (label === 'utf-8' || label === 'us-ascii') && text.includes('\ufffd') ? newDecoder('windows-1252').decode(bytes) : text;
}

function newDecoder(label: string): Decoder {
  try {
    return new TextDecoder(label === 'us-ascii' ? 'utf-8' : label);
  } catch {
    return new TextDecoder('windows-1252'); // No such charset.
  }
}
