// Raw bytes to header fields, text, HTML and a list of attachments: mailparser behind limits. Attachments are counted and let go, except an
// embedded message, which is the inner mail of a forward, and the first PDFs.
import { MailParser, type AttachmentStream, type Headers, type MailParserOptions, type StructuredHeader } from 'mailparser';
import type { Attachment } from '@quittance/domain/message';
import { PermanentError } from '@quittance/domain/errors';
import { cleanLine } from './clean-text.ts';
import { LIMITS } from './limits.ts';
import { readSimpleMime } from './read-simple-mime.ts';
import { fieldsOf, textAsHtml, type HeaderField } from './mime-shape.ts';

export interface MimeMessage {
  readonly headers: Headers;
  /** Top to bottom. */
  readonly fields: readonly HeaderField[];
  /** Plain text parts; '' when there are none. */
  readonly text: string;
  /** In pieces, each but the first beginning with a `<`; none where there is no HTML. */
  readonly html: readonly string[];
  readonly attachments: readonly Attachment[];
  readonly calendarMethod: string | null;
  readonly isDeliveryReport: boolean;
  /** Content of the message/delivery-status part of a bounce, as Latin-1. */
  readonly deliveryStatus: string | null;
  /** The header of the message that bounced, where only that came back. */
  readonly returnedHeader: Buffer | null;
  /** Raw bytes of the first attached message. */
  readonly embedded: Buffer | null;
  /** Bytes of the first PDFs, by their index in `attachments`; one beyond its limit is cut, but longer than the limit. */
  readonly pdfs: readonly PdfBytes[];
}

interface PdfBytes {
  readonly index: number;
  readonly bytes: Buffer;
}

/** @throws PermanentError `mail_too_big` or `mail_unparsable`. */
export async function readMime(raw: Buffer): Promise<MimeMessage> {
  if (raw.length > LIMITS.messageBytesMax) {
    throw new PermanentError('mail_too_big', `the message has ${raw.length} bytes; ${LIMITS.messageBytesMax} are read at most`);
  }
  const bytes = withBoundedHeader(raw);
  const first = readSimpleMime(bytes) ?? (await runParser(bytes, null));
  if (![first.text, ...first.html].some((text) => text.includes('\uFFFD'))) return first;
  // Bytes that are not the UTF-8 they claim to be are nearly always windows-1252; the better reading of the two is kept.
  const second = await runParser(bytes, 'windows-1252');
  const html = betterReading(first.html.join(''), second.html.join(''));
  return { ...first, text: betterReading(first.text, second.text), html: html === '' ? [] : [html] };
}

const MOJIBAKE = /ï¿½|Ã[\u0080-\u00BF]|â€/;

function betterReading(first: string, second: string): string {
  return first.includes('\uFFFD') && !MOJIBAKE.test(second) ? second : first;
}

/** A header of megabytes loses its last lines instead of the whole message. */
function withBoundedHeader(raw: Buffer): Buffer {
  const end = headerEnd(raw);
  if (end <= LIMITS.headerBytesMax) return raw;
  const lineEnd = raw.lastIndexOf('\n', LIMITS.headerBytesMax);
  const cut = lineEnd > 0 ? lineEnd + 1 : LIMITS.headerBytesMax;
  return Buffer.concat([raw.subarray(0, cut), lineEnd > 0 ? Buffer.alloc(0) : Buffer.from('\n'), raw.subarray(end)]);
}

/** Where the empty line after the header starts. */
function headerEnd(raw: Buffer): number {
  const full = raw.indexOf('\n\r\n');
  // Only an earlier one counts: most mail has none in all its length.
  const bare = (full < 0 ? raw : raw.subarray(0, full + 1)).indexOf('\n\n');
  const at = bare < 0 ? full : bare;
  return at < 0 ? raw.length : at + 1;
}

const OPTIONS: MailParserOptions = {
  skipHtmlToText: true,
  skipTextLinks: true,
  skipImageLinks: true,
  keepDeliveryStatus: true,
  ignoreEmbedded: true,
  checksumAlgo: false,
  maxHeadSize: LIMITS.partHeaderBytesMax,
  maxChildNodes: LIMITS.partsMax,
};

/** mailparser, with a cheap conversion of text between HTML parts and a charset for text that declares none or UTF-8. */
class BoundedParser extends MailParser {
  readonly #charset: string | null;

  constructor(charset: string | null) {
    super(OPTIONS);
    this.#charset = charset;
  }

  override textToHtml(text: string): string {
    return textAsHtml(text);
  }

  // Not in the declared interface: were it no longer called, wrong charsets and types would not be repaired, which tests would show.
  createNode(node: { contentType: string | false }): unknown {
    // RFC 2045 §5.2: a type that can't be read means plain text.
    if (!node.contentType || !node.contentType.includes('/')) node.contentType = 'text/plain';
    const made = Reflect.apply(baseCreateNode, this, [node]) as { contentType?: string | false; charset?: string };
    const isText = typeof made.contentType === 'string' && made.contentType.startsWith('text/');
    if (this.#charset && isText && /^(?:utf-?8|us-?ascii|ascii)?$/i.test(made.charset ?? '')) made.charset = this.#charset;
    return made;
  }
}

const baseCreateNode = (MailParser.prototype as unknown as { createNode: (node: unknown) => unknown }).createNode;

interface Collected {
  text: string;
  html: string;
  attachments: Attachment[];
  calendarMethod: string | null;
  isDeliveryReport: boolean;
  deliveryStatus: string | null;
  returnedHeader: Buffer | null;
  embedded: Buffer | null;
  pdfs: PdfBytes[];
}

/** Any message, by the library alone; for tests too, which compare the quick reader with it. */
export function runParser(raw: Buffer, charset: string | null): Promise<MimeMessage> {
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown): void => reject(toCodedError(cause));
    const parser = new BoundedParser(charset);
    const found: Collected = {
      text: '',
      html: '',
      attachments: [],
      calendarMethod: null,
      isDeliveryReport: false,
      deliveryStatus: null,
      returnedHeader: null,
      embedded: null,
      pdfs: [],
    };
    parser.on('error', fail);
    parser.on('data', (item) => {
      if (item.type === 'attachment') return collectAttachment(item, found, fail);
      found.text = item.text ?? '';
      found.html = item.html ?? '';
    });
    parser.on('end', () => {
      const headers: Headers = parser.headers || new Map();
      const type = headers.get('content-type') as StructuredHeader | undefined;
      const isReport = type?.value?.toLowerCase() === 'multipart/report' && type.params['report-type']?.toLowerCase() === 'delivery-status';
      resolve({
        ...found,
        html: found.html === '' ? [] : [found.html],
        isDeliveryReport: found.isDeliveryReport || isReport,
        headers,
        fields: fieldsOf(parser.headerLines || []),
      });
    });
    try {
      parser.end(raw);
    } catch (cause) {
      fail(cause);
    }
  });
}

const RETURNED_HEADER = 'text/rfc822-headers';
/** How much is read of small parts that machines write. */
const BYTES_OF_TYPE: Readonly<Record<string, number>> = {
  'text/calendar': 4_096,
  'message/delivery-status': 16_384,
  [RETURNED_HEADER]: 65_536,
};

function collectAttachment(item: AttachmentStream, found: Collected, fail: (cause: unknown) => void): void {
  const type = (item.contentType || 'application/octet-stream').toLowerCase();
  const isEmbedded = type === 'message/rfc822' && found.embedded === null;
  const isPdf = found.pdfs.length < LIMITS.pdfsMax && (type === 'application/pdf' || /\.pdf$/i.test(item.filename ?? ''));
  const wanted = isEmbedded ? LIMITS.embeddedBytesMax : isPdf ? LIMITS.pdfBytesMax + 1 : (BYTES_OF_TYPE[type] ?? 0);
  const chunks: Buffer[] = [];
  let size = 0;
  item.content.on('error', fail);
  item.content.on('data', (chunk: Buffer) => {
    if (size < wanted) chunks.push(chunk);
    size += chunk.length;
  });
  item.content.on('end', () => {
    if (isEmbedded && size <= LIMITS.embeddedBytesMax) found.embedded = Buffer.concat(chunks);
    if (type === 'text/calendar') found.calendarMethod ??= calendarMethod(item, Buffer.concat(chunks).toString('latin1'));
    if (type === 'message/delivery-status') {
      found.isDeliveryReport = true;
      found.deliveryStatus ??= Buffer.concat(chunks).toString('latin1');
    }
    if (type === RETURNED_HEADER) found.returnedHeader ??= Buffer.concat(chunks);
    if (isPdf && found.pdfs.length < LIMITS.pdfsMax) found.pdfs.push({ index: found.attachments.length, bytes: Buffer.concat(chunks) });
    if (found.attachments.length < LIMITS.attachmentsMax) {
      found.attachments.push({ filename: cleanLine(item.filename ?? '').slice(0, 255), contentType: cleanLine(type), sizeBytes: size });
    }
    item.release?.();
  });
}

function calendarMethod(item: AttachmentStream, content: string): string | null {
  const declared = (item.headers.get('content-type') as StructuredHeader | undefined)?.params?.method;
  const method = declared ?? /^METHOD:([A-Za-z-]{1,30})\s*$/m.exec(content)?.[1];
  return method ? cleanLine(method).toUpperCase().slice(0, 30) : null;
}

function toCodedError(cause: unknown): PermanentError {
  if (cause instanceof PermanentError) return cause;
  if ((cause as { code?: unknown }).code === 'EMAXLEN') {
    return new PermanentError('mail_too_big', 'the message has more parts or a larger part header than is read', { cause });
  }
  return new PermanentError('mail_unparsable', 'the message is not readable as MIME; its bytes are kept', { cause });
}
