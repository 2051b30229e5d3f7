// The parts of a message that rules may read, as clauses with the weight of their place: the subject counts most, the first
// paragraphs more than the rest, footers, quotes and hidden text not at all. Step 3 of classify-message.ts.
import type { ParsedMessage } from '@quittance/domain/message';
import { splitClauses, type Span } from './clauses.ts';
import { foldBody, foldText, type FoldedText } from './fold-text.ts';
import { tokenize, type Token } from './tokenize.ts';

export type Place = 'subject' | 'lead' | 'body';

export interface Clause extends Span {
  readonly text: FoldedText;
  readonly tokens: readonly Token[];
  readonly place: Place;
  /** Short enough to be a title or a label: there a fact may stand without its owner. */
  readonly isHeading: boolean;
  readonly isQuestion: boolean;
  /** What its words mean in a language, once it was asked for (senses/senses.ts): three models ask. */
  meant?: { readonly language: string; readonly senses: readonly (readonly number[])[] };
}

/** "The first 600 characters" of the measurements: where transactional mail says what it is about. */
const LEAD_CHARS = 600;
/**
 * What stands later is terms and conditions, or the twentieth item of a newsletter. Of the 650 notices that were read the longest has 3,059 characters; with
 * 20,000 three of 4,000 ordinary mails were asked about as if they confirmed a cancellation.
 */
export const READ_CHARS_MAX = 6000;
const HEADING_TOKENS_MAX = 9;

/** The body as far as it is read at all. */
export function readableBody(message: ParsedMessage): FoldedText {
  return foldBody(message.text.body.slice(0, READ_CHARS_MAX * 2));
}

export function readClauses(message: ParsedMessage): Clause[] {
  const subject = foldText(cleanSubject(message.subject));
  const clauses = clausesOf(subject, 0, subject.folded.length, () => 'subject');
  // A forward is judged by what it wraps, not by what the friend wrote above it.
  const wanted = message.forwarded ? 'forwarded' : 'body';
  const body = readableBody(message);
  let read = 0;
  for (const zone of message.text.zones) {
    if (zone.kind !== wanted || read >= READ_CHARS_MAX) continue;
    const from = foldedOffset(body, zone.start);
    const to = Math.min(foldedOffset(body, zone.end), from + READ_CHARS_MAX - read);
    const before = read - from;
    clauses.push(...clausesOf(body, from, to, (start) => (start + before < LEAD_CHARS ? 'lead' : 'body')));
    read += to - from;
  }
  return clauses;
}

/** The clauses of the text's other rendering, for the comparison of plain and HTML parts. */
export function readAlternative(message: ParsedMessage): Clause[] {
  const text = foldText(message.text.alternative.slice(0, READ_CHARS_MAX));
  return clausesOf(text, 0, text.folded.length, (start) => (start < LEAD_CHARS ? 'lead' : 'body'));
}

// Same length as the subject, so that offsets stay those of the subject as written.
function cleanSubject(subject: string): string {
  return subject.replace(/^(?:\s{0,3}(?:re|fwd?|tr|aw|wg|rv|enc|i|r|doorst|antw)\s?:\s?){1,5}/i, (prefix) => ' '.repeat(prefix.length));
}

function clausesOf(text: FoldedText, from: number, to: number, placeAt: (start: number) => Place): Clause[] {
  return splitClauses(text.folded, from, to).map((span) => {
    const tokens = tokenize(text.folded, span.start, span.end);
    const isQuestion = /[?\u061f\uff1f]["')\s]{0,3}$/.test(text.folded.slice(Math.max(span.start, span.end - 4), span.end));
    return { ...span, text, tokens, place: placeAt(span.start), isHeading: isShort(tokens), isQuestion };
  });
}

const CHARACTER = /^[\u3040-\u30ff\u3400-\u9fff]$/;

function isShort(tokens: readonly Token[]): boolean {
  if (tokens.length <= HEADING_TOKENS_MAX) return true;
  // Where each character is a token, about three make a word.
  if (tokens.length > HEADING_TOKENS_MAX * 3) return false;
  const characters = tokens.filter(({ word }) => word.isCharacters && CHARACTER.test(word.text)).length;
  return tokens.length - characters + characters / 3 <= HEADING_TOKENS_MAX;
}

/** The folded offset of an offset in the original: the map is monotonic, so a binary search finds it. */
function foldedOffset(text: FoldedText, original: number): number {
  let low = 0;
  let high = text.folded.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (text.toOriginal(middle) < original) low = middle + 1;
    else high = middle;
  }
  return low;
}
