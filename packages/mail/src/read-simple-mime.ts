// The MIME reader for most mail: text and HTML, no attachment. It gives what mailparser gives (read-simple-mime.property.test.ts holds it to that,
// byte by byte), from mailparser's own header parser and decoders, without the streams between them that take two thirds of its time. Whatever
// is unusual is null: mailparser reads it.
import type { StructuredHeader } from 'mailparser';
import { decode as decodeCharset } from 'libmime/lib/charset.js';
import libqp from 'libqp';
import { decodeBase64 } from './decode-base64.ts';
import { readFields } from './read-fields.ts';
import { fieldsOf, textAsHtml } from './mime-shape.ts';
import type { MimeMessage } from './read-mime.ts';
import { splitParts, type Part } from './split-parts.ts';

export function readSimpleMime(raw: Buffer): MimeMessage | null {
  const root = splitParts(raw);
  if (!root) return null;
  const text = textOf(root);
  if (!text || !root.node.headers) return null;
  const lines = root.node.headers.getList();
  const headers = readFields(lines.filter(({ key }) => READ.has(key)));
  const type = headers.get('content-type') as StructuredHeader | undefined;
  const isReport = type?.value?.toLowerCase() === 'multipart/report' && type.params['report-type']?.toLowerCase() === 'delivery-status';
  return {
    headers,
    fields: fieldsOf(lines),
    ...text,
    attachments: [],
    calendarMethod: null,
    isDeliveryReport: isReport,
    deliveryStatus: null,
    returnedHeader: null,
    embedded: null,
    pdfs: [],
  };
}

/** The fields of which readers want the parsed form. */
const READ = new Set(['content-type', 'subject', 'from', 'reply-to', 'to', 'cc']);

interface Texts {
  readonly text: string;
  readonly html: readonly string[];
}

interface Leaf {
  readonly isHtml: boolean;
  /** Of an empty content none. */
  readonly pieces: readonly string[];
  readonly isAlternative: boolean;
}

/** All text as one, all HTML as one, put together as mailparser does; null where a part is not plain text or HTML to be shown. */
function textOf(root: Part): Texts | null {
  const leaves: Leaf[] = [];
  const collect = ({ node, body, children }: Part, isInAlternative: boolean): boolean => {
    const isAlternative = isInAlternative || node.contentType === 'multipart/alternative';
    if (children.length > 0) return children.every((child) => collect(child, isAlternative));
    const pieces = contentOf(node, body);
    if (pieces === null) return false;
    leaves.push({ isHtml: node.contentType === 'text/html', pieces, isAlternative: isInAlternative });
    return true;
  };
  if (!collect(root, false)) return null;
  // Of an empty text beside another one mailparser makes a line, or nothing: by how the bytes came to it.
  if (leaves.length > 1 && leaves.some(({ pieces }) => pieces.length === 0)) return null;
  const hasText = leaves.some(({ isHtml }) => !isHtml);
  const hasHtml = leaves.some(({ isHtml }) => isHtml);
  const texts: string[] = [];
  const htmls: (readonly string[])[] = [];
  for (const { isHtml, pieces, isAlternative } of leaves) {
    if (isHtml) {
      // The place of a text that was not derived from the HTML.
      if (!isAlternative && hasText) texts.push('');
      htmls.push(pieces);
    } else {
      const content = pieces.join('');
      texts.push(content);
      if (!isAlternative && hasHtml) htmls.push([textAsHtml(content)]);
    }
  }
  const html = htmls.length === 1 ? htmls[0]! : htmls.length === 0 ? [] : [htmls.map((pieces) => pieces.join('')).join('<br/>\n')];
  return { text: texts.join('\n'), html };
}

/**
 * In characters beyond ASCII half of what V8 keeps among other objects: a longer string gets a region of memory of its own, which takes a millisecond to
 * make and to give back.
 */
const PIECE_BYTES = 32 * 1024;
const TAG_START = 0x3c;

function contentOf(node: Part['node'], body: Buffer): readonly string[] | null {
  if ((node.contentType !== 'text/plain' && node.contentType !== 'text/html') || node.flowed) return null;
  if (node.disposition && node.disposition !== 'inline') return null;
  const bytes = decoded(body, node.encoding || '');
  if (bytes === null) return null;
  const pieces: string[] = [];
  for (const part of node.contentType === 'text/html' ? cutAtTags(bytes) : [bytes]) {
    const text = inUnicode(part, node.charset || 'utf-8');
    if (text === null) return null;
    // What has no return is in order already, and a copy of it costs as much as decoding did.
    if (text !== '') pieces.push(text.includes('\r') ? text.replace(/\r?\n/g, '\n') : text);
  }
  return pieces;
}

function cutAtTags(bytes: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  let start = 0;
  while (bytes.length - start > PIECE_BYTES) {
    const before = bytes.lastIndexOf(TAG_START, start + PIECE_BYTES);
    const cut = before > start ? before : bytes.indexOf(TAG_START, start + PIECE_BYTES);
    if (cut < 0) break;
    parts.push(bytes.subarray(start, cut));
    start = cut;
  }
  parts.push(bytes.subarray(start));
  return parts;
}

function decoded(body: Buffer, encoding: string): Buffer | null {
  if (encoding === 'quoted-printable') return libqp.decode(body);
  if (encoding !== 'base64') return body;
  return decodeBase64(body);
}

/** Charsets of one byte a character, which decode alike in one piece and in many. */
const ONE_BYTE = /^(?:iso-?8859-?(?:1|2|9|15)|windows-?125[0-8]|cp-?125[0-8])$/i;

function inUnicode(bytes: Buffer, charset: string): string | null {
  if (/^(?:us-?)?ascii$|^utf-?8$/i.test(charset)) return bytes.toString('utf8');
  return ONE_BYTE.test(charset) ? decodeCharset(bytes, charset) : null;
}
