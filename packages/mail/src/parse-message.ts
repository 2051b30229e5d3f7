// Path of an email, step 6 of 9. Before: raw bytes from the evidence or the staged row. After: a ParsedMessage for the classifier.
// Everything here is untrusted; services call it through the pool (parse-pool.ts), which adds limits of time and memory.
import { PermanentError } from '@quittance/domain/errors';
import type { Attachment, DeliveryReport, ForwardedMessage, ParsedMessage, VisibleText } from '@quittance/domain/message';
import { findForward } from './find-forward.ts';
import { findZones } from './find-zones.ts';
import { LIMITS } from './limits.ts';
import { findPlainLinks, joinBrokenLines, readPlainText } from './plain-text.ts';
import { fieldValue, readHeaders } from './read-headers.ts';
import { readMime, type MimeMessage } from './read-mime.ts';
import { readDeliveryReport } from './read-delivery-report.ts';
import { readPdf } from './read-pdf.ts';
import { readStructuredData } from './structured-data.ts';
import { readVisibleText, type HtmlText } from './visible-text.ts';
import { withEmbedded } from './embedded-message.ts';

/** @throws PermanentError `mail_too_big` or `mail_unparsable`, never anything else. */
export async function parseMessage(raw: Buffer): Promise<ParsedMessage> {
  try {
    return await parseAt(raw, 0);
  } catch (cause) {
    if (cause instanceof PermanentError) throw cause;
    throw new PermanentError('mail_unparsable', 'the message is not readable; its bytes are kept', { cause });
  }
}

async function parseAt(raw: Buffer, depth: number): Promise<ParsedMessage> {
  const mime = await readMime(raw);
  const headers = readHeaders(mime);
  const html = mime.html.length === 0 ? null : readVisibleText(mime.html);
  const { text, forwarded } = readText(mime, html, headers);
  const message: ParsedMessage = {
    ...headers,
    text,
    forwarded,
    attachments: await withDocuments(mime),
    calendarMethod: mime.calendarMethod,
    isDeliveryReport: mime.isDeliveryReport,
    structuredData: readStructuredData(html?.jsonLd ?? [], html?.microdata ?? []),
  };
  if (depth >= LIMITS.embeddedDepthMax) return message;
  const inner = mime.embedded === null ? null : await parseEmbedded(mime.embedded, depth + 1);
  return withEmbedded(mime.deliveryStatus === null ? message : { ...message, deliveryReport: await reportOf(mime, inner, depth) }, inner);
}

/** The attachments, with what the PDFs among them say. */
async function withDocuments({ attachments, pdfs }: MimeMessage): Promise<readonly Attachment[]> {
  if (pdfs.length === 0) return attachments;
  const list = [...attachments];
  for (const { index, bytes } of pdfs) {
    const attachment = list[index];
    if (attachment) list[index] = { ...attachment, ...(await readPdf(bytes)) };
  }
  return list;
}

async function reportOf(mime: MimeMessage, inner: ParsedMessage | null, depth: number): Promise<DeliveryReport> {
  const { returnedHeader } = mime;
  const header = inner || !returnedHeader ? null : await parseEmbedded(Buffer.concat([returnedHeader, Buffer.from('\r\n\r\n')]), depth + 1);
  return readDeliveryReport(mime.deliveryStatus ?? '', inner ?? header);
}

async function parseEmbedded(raw: Buffer, depth: number): Promise<ParsedMessage | null> {
  try {
    return await parseAt(raw, depth);
  } catch (error) {
    // A broken inner mail stays an attachment; the outer one is readable.
    if (error instanceof PermanentError) return null;
    throw error;
  }
}

interface Outer {
  readonly subject: string;
  readonly sentOffsetMinutes: number | null;
  readonly inReplyTo: string | null;
}

function readText(mime: MimeMessage, html: HtmlText | null, outer: Outer): { text: VisibleText; forwarded: ForwardedMessage | null } {
  const plain = readPlainText(mime.text);
  // Mail clients show the HTML part where there is one; only an empty one leaves the plain part to be read.
  const isHtml = html !== null && (isSubstantial(html.body) || plain === '');
  const source = isHtml ? html.body : plain;
  const found = findForward(source, outer.subject, outer.sentOffsetMinutes ?? 0);
  const isReply = outer.inReplyTo !== null || /^\s*(?:re|aw|sv|rif|odp)\s*[:：]/i.test(outer.subject);
  const zones = findZones(source, { inner: found, quotes: isHtml ? html.quotes : [], isReply });
  const body = isHtml ? source : joinBrokenLines(source, zones);
  const text: VisibleText = {
    body,
    zones,
    hidden: html?.hidden ?? '',
    rows: isHtml ? html.rows : [],
    links: isHtml
      ? html.links
      : [...findPlainLinks(body), ...(html?.links ?? []).map((link) => ({ ...link, start: -1 }))].slice(0, LIMITS.linksMax),
    origin: source === '' ? 'none' : isHtml ? 'html' : 'plain',
    alternative: isHtml ? alternativeOf(plain, body) : (html?.body ?? ''),
    languageHint: primaryTag(html?.language ?? fieldValue(mime.fields, 'content-language')),
  };
  if (found?.kind !== 'forwarded') return { text, forwarded: null };
  const { from, subject, sentAt, bodyStart } = found;
  return { text, forwarded: { from, subject, sentAt, bodyStart } };
}

const SOME_WORDS = /(?:[\p{L}\p{N}][^\p{L}\p{N}]*){20}/u;

/** Some words, not a lone "." or a tracking picture's text. */
function isSubstantial(text: string): boolean {
  return SOME_WORDS.test(text.slice(0, 1_000));
}

// A plain part that only repeats a piece of what is shown (a signature, an introduction) is no other version of it.
function alternativeOf(plain: string, body: string): string {
  const short = plain.slice(0, LIMITS.alternativeCharsMax).toWellFormed();
  return body.includes(short) ? '' : short;
}

function primaryTag(language: string | null): string | null {
  return /^\s*([a-z]{2,3})(?:[-_,;\s]|$)/i.exec(language ?? '')?.[1]?.toLowerCase() ?? null;
}
