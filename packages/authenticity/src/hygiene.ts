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
