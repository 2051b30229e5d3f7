// Header rules that a signature check alone does not enforce (RFC 5322 §3.6: these fields occur at most once).

const ONCE = [
  'from',
  'sender',
  'subject',
  'date',
  'to',
  'cc',
  'reply-to',
  'message-id',
  'content-type',
  'mime-version',
  'content-transfer-encoding',
];
const MUST_BE_SIGNED = ['from', 'subject', 'date', 'content-type'];
const HEADER_BYTES_MAX = 1_000_000;

/**
 * Of what is handed to mailauth. It joins folded lines by copying the field once more for each: a header of 4 MB folded into 60,000 lines
 * held the process for four minutes. Real ones reach some 60 kB and a few hundred lines.
 */
const VERIFIED = { bytes: 256 * 1024, lines: 3_000 };

/** Whether the header is so long, or of so many lines, that its signatures are not verified. */
export function isHeaderTooLarge(raw: Buffer): boolean {
  let at = 0;
  for (let lines = 0; lines <= VERIFIED.lines; lines += 1) {
    const end = raw.indexOf(0x0a, at);
    if (end === -1 || isBlank(raw, at, end)) return (end === -1 ? raw.length : end) > VERIFIED.bytes;
    at = end + 1;
  }
  return true;
}

const isBlank = (raw: Buffer, from: number, end: number): boolean => end === from || (end === from + 1 && raw[from] === 0x0d);

/** Fields that occur more than once though they may not: a prepended second Subject is what the reader sees. */
export function duplicateHeaders(raw: Buffer): string[] {
  const counts = countHeaders(raw);
  return ONCE.filter((name) => (counts.get(name) ?? 0) > 1);
}

/** Fields that are present, matter to the reader, and are not in the signature's `h=`. */
export function uncoveredHeaders(raw: Buffer, signed: readonly string[]): string[] {
  const counts = countHeaders(raw);
  return MUST_BE_SIGNED.filter((name) => counts.has(name) && !signed.includes(name));
}

function countHeaders(raw: Buffer): Map<string, number> {
  const counts = new Map<string, number>();
  const head = raw.subarray(0, HEADER_BYTES_MAX).toString('latin1');
  const end = /\r?\n\r?\n/.exec(head)?.index ?? head.length;
  for (const line of head.slice(0, end).split(/\r?\n/)) {
    const name = /^([!-9;-~]{1,100})[ \t]*:/.exec(line)?.[1]?.toLowerCase();
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
