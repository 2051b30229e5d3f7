// The person's own mail, as it lies in their Sent folder: does it cancel something? A merchant's notice is read by classify-message.ts; here the
// writer is the person, the merchant is whom it goes to, and only their own words count, not what they quote. Also what a bounce of it says.
import { noNotice, OWN_BOUNCE, OWN_REQUEST, type Classification, type Reason } from '@quittance/domain/classification';
import type { ParsedMessage, VisibleText } from '@quittance/domain/message';
import { detectLanguage } from '../detect-language.ts';
import { detectMerchant } from '../detect-merchant.ts';
import { sourcesOf } from '../extract-text.ts';
import { readReference } from '../extract-reference.ts';
import { foldText, quoteAt, type FoldedText } from '../fold-text.ts';
import { ASKS, CONTRACT, OTHER_MATTERS, SUBJECT, VOIDS } from './letter-words.ts';

const CHARS_MAX = 20_000;
const SENTENCE_END = /[.!?;\n]+/g;
const CONFIDENCE = { clear: 0.97, likely: 0.75 };

/** Kind `other` unless it asks for the end of a contract. */
export function readOwnLetter(message: ParsedMessage): Classification {
  const { language } = detectLanguage(message);
  const found = findRequest(message);
  const addressed = merchantOf(message);
  if (!found || !addressed.merchant) return noNotice(language);
  const { subject, body } = sourcesOf(message);
  const reference = readReference([subject, body], 'cancellation_requested');
  return {
    ...noNotice(language),
    kind: 'cancellation_requested',
    confidence: found.isClear ? CONFIDENCE.clear : CONFIDENCE.likely,
    decided: found.isClear ? 'auto' : 'probable',
    merchant: addressed.merchant,
    biller: addressed.biller,
    reference: reference && quoteAt(reference.source.text, reference.start, reference.end).quote,
    reasons: [found.reason],
  };
}

/** A bounce of such a letter that `owner` wrote; null when it is none. */
export function readOwnBounce(message: ParsedMessage, isOwner: (address: string) => boolean): Classification | null {
  const report = message.deliveryReport;
  if (!report?.hasFailed || !report.original || !isOwner(report.original.from.address)) return null;
  const { original } = report;
  const letter = readOwnLetter({ ...message, ...original, forwarded: null, attachments: [], deliveryReport: null });
  if (letter.kind !== 'cancellation_requested') return null;
  const reason: Reason = { rule: `${OWN_BOUNCE}${original.rfcMessageId ?? ''}`, field: 'kind', ...bounceQuote(message, report.recipient) };
  return { ...letter, decided: 'auto', confidence: CONFIDENCE.clear, reasons: [reason] };
}

/** The line that names the address; else the bounce's own subject. */
function bounceQuote(message: ParsedMessage, recipient: string | null): Pick<Reason, 'quote' | 'zone' | 'start' | 'end'> {
  const { body } = message.text;
  const at = recipient === null ? -1 : body.toLowerCase().indexOf(recipient);
  if (at < 0) return { quote: message.subject, zone: 'subject', start: 0, end: message.subject.length };
  const start = body.lastIndexOf('\n', at) + 1;
  const end = body.indexOf('\n', at) < 0 ? body.length : body.indexOf('\n', at);
  return { quote: body.slice(start, end), zone: 'body', start, end };
}

// Whom it goes to, seen as if they had written: the same tables say who that is.
function merchantOf(message: ParsedMessage): Pick<Classification, 'merchant' | 'biller'> {
  for (const to of [...message.to, ...message.cc]) {
    const { merchant, biller } = detectMerchant({ ...message, from: to, replyTo: null, forwarded: null });
    if (merchant) return { merchant, biller };
  }
  return { merchant: null, biller: null };
}

interface Request {
  readonly reason: Reason;
  readonly isClear: boolean;
}

function findRequest(message: ParsedMessage): Request | null {
  const subject = foldText(message.subject);
  const namesContract = CONTRACT.test(subject.folded) && !OTHER_MATTERS.test(subject.folded);
  for (const [from, to] of ownStretches(message.text)) {
    const text = foldText(message.text.body.slice(from, to));
    for (const [start, end] of sentencesOf(text.folded)) {
      const found = askIn(text, start, end, namesContract);
      if (found) return shifted(found, from);
    }
  }
  const head = SUBJECT.exec(subject.folded);
  const isReply = /^\s*(?:re|aw|sv|tr|fwd?|wg|rv)\s*:/i.test(message.subject);
  if (!head || isReply || OTHER_MATTERS.test(subject.folded) || VOIDS.some((pattern) => pattern.test(subject.folded))) return null;
  return { reason: { rule: OWN_REQUEST, field: 'kind', zone: 'subject', ...quoteAt(subject, 0, subject.folded.length) }, isClear: false };
}

function askIn(text: FoldedText, start: number, end: number, namesContract: boolean): Request | null {
  const sentence = text.folded.slice(start, end).replaceAll('\n', ' ');
  if (!ASKS.some((pattern) => pattern.test(sentence)) || VOIDS.some((pattern) => pattern.test(sentence))) return null;
  const isContract = CONTRACT.test(sentence);
  if (OTHER_MATTERS.test(sentence) && !isContract) return null;
  return { reason: { rule: OWN_REQUEST, field: 'kind', zone: 'body', ...quoteAt(text, start, end) }, isClear: isContract || namesContract };
}

function shifted({ reason, isClear }: Request, by: number): Request {
  return { isClear, reason: { ...reason, start: reason.start + by, end: reason.end + by } };
}

/** What the person wrote themselves: the rest is quoted from others. */
function ownStretches({ body, zones }: VisibleText): [number, number][] {
  const own = zones.filter(({ kind }) => kind === 'body').map(({ start, end }): [number, number] => [start, Math.min(end, CHARS_MAX)]);
  return zones.length === 0 ? [[0, Math.min(body.length, CHARS_MAX)]] : own.filter(([start, end]) => start < end);
}

// Lines are broken by mail programs in the middle of sentences; an empty line ends one.
function* sentencesOf(folded: string): Generator<[number, number]> {
  let start = 0;
  for (const match of folded.matchAll(SENTENCE_END)) {
    const isEnd = /[.!?;]/.test(match[0]) || match[0].length > 1;
    if (!isEnd) continue;
    const end = match.index + 1;
    if (end - start > 3) yield [start, end];
    start = match.index + match[0].length;
  }
  if (folded.length - start > 3) yield [start, folded.length];
}
