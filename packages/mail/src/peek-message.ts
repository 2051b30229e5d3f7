// Reads the first kilobytes of a message for the pre-filter: subject, a few header fields, and the visible text as far as the slice goes.
// It runs on every message of a mailbox, so it is a single pass without a MIME library (0.05 ms against 1.7 ms), and it never throws:
// what it can't read is left out, and the filter lets such mail pass. Evidence is never read with it; parse-message.ts does that.
import { ALERT_HEADER } from '@quittance/domain/message';
import type { PeekedMessage } from '@quittance/domain/peeked-message';
import { decodeBody, decodeWords } from './peek-encodings.ts';
import { textOfHtml } from './peek-html.ts';

const LIMITS = {
  /** Of a header section; longer ones are cut. */
  headerBytes: 64 * 1024,
  depth: 6,
  parts: 40,
  /** Text beyond this only repeats what was said. */
  textChars: 8_000,
} as const;
/** So much text in a plain part stands for its HTML twin as well. */
const PLAIN_ENOUGH = 300;

/**
 * @param slice the first bytes of the message.
 * @param isWhole whether they are all of it.
 */
export function peekMessage(slice: Buffer, isWhole: boolean): PeekedMessage {
  const source = slice.toString('latin1');
  const { head, body, isCut } = splitHead(source);
  const fields = readFields(head);
  const found: Found = { plain: '', html: '', wholePlain: 0, parts: 0, isCut: !isWhole && isCut, isOpaque: false, hasDocument: false };
  readPart(fields, body, isWhole, 0, found);
  const text = `${found.plain}\n${found.html}`;
  return {
    subject: decodeWords(fields.get('subject') ?? ''),
    isBulk: isBulk(fields),
    isOwnAlert: fields.has(ALERT_HEADER.toLowerCase()),
    isOpaque: found.isOpaque,
    hasDocument: found.hasDocument,
    text,
    isComplete: isWhole || !found.isCut || found.wholePlain >= PLAIN_ENOUGH || text.length >= LIMITS.textChars,
  };
}

interface Found {
  plain: string;
  html: string;
  /** Characters of plain parts that came to their end. */
  wholePlain: number;
  parts: number;
  /** The slice ended inside the text, or before it. */
  isCut: boolean;
  isOpaque: boolean;
  hasDocument: boolean;
}

type Fields = ReadonlyMap<string, string>;

/** @param isWhole whether `body` ends where the part ends. */
function readPart(fields: Fields, body: string, isWhole: boolean, depth: number, found: Found): void {
  found.parts += 1;
  if (found.parts > LIMITS.parts || depth > LIMITS.depth) return;
  const type = (fields.get('content-type') ?? 'text/plain').toLowerCase();
  if (type.startsWith('multipart/')) return readMultipart(fields, type, body, isWhole, depth, found);
  if (/^message\/(rfc822|global)/.test(type)) {
    found.isOpaque = true;
    const inner = splitHead(body);
    const innerFields = readFields(inner.head);
    found.plain += `${decodeWords(innerFields.get('subject') ?? '')}\n`;
    return readPart(innerFields, inner.body, isWhole, depth + 1, found);
  }
  if (
    /^application\/(pdf|octet-stream)/.test(type) &&
    /\.pdf|\/pdf/.test(`${type} ${fields.get('content-disposition') ?? ''}`.toLowerCase())
  ) {
    found.hasDocument = true;
  }
  if (/^application\/(pkcs7-mime|x-pkcs7-mime)/.test(type)) found.isOpaque = true;
  if (!type.startsWith('text/') || /^\s*attachment/i.test(fields.get('content-disposition') ?? '')) return;
  const isHtml = type.startsWith('text/html');
  const room = LIMITS.textChars - found.plain.length - found.html.length;
  if (room <= 0) return;
  const text = decodeBody(body, fields.get('content-transfer-encoding') ?? '', charsetOf(type));
  if (isHtml) found.html += `${textOfHtml(text, room)}\n`;
  else found.plain += `${text.slice(0, room)}\n`;
  if (!isWhole) found.isCut = true;
  else if (!isHtml) found.wholePlain += text.trim().length;
}

function readMultipart(fields: Fields, type: string, body: string, isWhole: boolean, depth: number, found: Found): void {
  if (/^multipart\/(report|encrypted)/.test(type)) found.isOpaque = true;
  const boundary = /\bboundary\s*=\s*(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(fields.get('content-type') ?? '');
  const mark = boundary ? `--${boundary[1] ?? boundary[2]}` : null;
  let at = mark === null ? -1 : body.indexOf(mark);
  if (mark === null || at < 0) {
    if (!isWhole) found.isCut = true;
    return;
  }
  const isAlternative = type.startsWith('multipart/alternative');
  while (at >= 0 && found.parts <= LIMITS.parts) {
    const start = at + mark.length;
    if (body.startsWith('--', start)) return;
    const next = body.indexOf(mark, start);
    const part = splitHead(body.slice(start, next < 0 ? undefined : next).replace(/^[ \t]*\r?\n/, ''));
    readPart(readFields(part.head), part.body, next >= 0 || isWhole, depth + 1, found);
    at = next;
  }
  // The end lies beyond the slice: another text may follow, but after an attachment has begun it hardly does.
  if (!isWhole && (isAlternative || found.plain.trim() + found.html.trim() === '')) found.isCut = true;
}

/** The header section and what follows its empty line. */
function splitHead(source: string): { head: string; body: string; isCut: boolean } {
  const empty = /\r?\n\r?\n/.exec(source);
  if (source.startsWith('\r\n') || source.startsWith('\n'))
    return { head: '', body: source.slice(source[0] === '\r' ? 2 : 1), isCut: false };
  if (!empty) return { head: source.slice(0, LIMITS.headerBytes), body: '', isCut: true };
  return {
    head: source.slice(0, Math.min(empty.index, LIMITS.headerBytes)),
    body: source.slice(empty.index + empty[0].length),
    isCut: false,
  };
}

const WANTED =
  /^(subject|content-type|content-transfer-encoding|content-disposition|list-id|list-unsubscribe|precedence|x-quittance-alert|feedback-id)$/;

/** The first field of each name that is looked at, unfolded. */
function readFields(head: string): Fields {
  const fields = new Map<string, string>();
  let name: string | null = null;
  for (const line of head.split('\n')) {
    if (line.startsWith(' ') || line.startsWith('\t')) {
      if (name !== null) fields.set(name, `${fields.get(name)!} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(':');
    const found = colon > 0 ? line.slice(0, colon).trim().toLowerCase() : '';
    name = WANTED.test(found) && !fields.has(found) ? found : null;
    if (name !== null) fields.set(name, line.slice(colon + 1).trim());
  }
  return fields;
}

function isBulk(fields: Fields): boolean {
  return fields.has('list-id') || fields.has('list-unsubscribe') || /bulk|list|junk/i.test(fields.get('precedence') ?? '');
}

function charsetOf(type: string): string {
  const match = /\bcharset\s*=\s*"?([^\s;"]{1,40})/.exec(type);
  return match?.[1] ?? 'utf-8';
}
