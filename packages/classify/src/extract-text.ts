// What the field readers read: subject and visible body, folded, with the words around a place and the way back to verbatim quotes.
import type { Reason, ReasonField } from '@quittance/domain/classification';
import type { ParsedMessage } from '@quittance/domain/message';
import { foldBody, foldText, quoteAt, type FoldedText } from './fold-text.ts';

/** Fields stand in the first screens of a mail; the rest of a 400,000-character body is legal text. */
const BODY_CHARS_MAX = 40_000;
const BEFORE_CHARS = 130;
const AFTER_CHARS = 100;

export interface SourceText {
  readonly zone: 'subject' | 'body' | 'document';
  readonly text: FoldedText;
  /** Start of what belongs to the message itself: the inner text of a forward. */
  readonly from: number;
  /** True where the writer's own text has ended: quoted reply, footer. */
  isAside(index: number): boolean;
}

/** A stretch of one source, in folded offsets. */
export interface Place {
  readonly source: SourceText;
  readonly start: number;
  readonly end: number;
}

export function sourcesOf(message: ParsedMessage): { subject: SourceText; body: SourceText } {
  const subject = foldText(message.subject);
  const body = foldBody(message.text.body.slice(0, BODY_CHARS_MAX));
  const asides = message.text.zones.filter(({ kind }) => kind === 'quoted' || kind === 'footer');
  const innerStart = message.forwarded?.bodyStart ?? 0;
  return {
    subject: { zone: 'subject', text: subject, from: 0, isAside: () => false },
    body: {
      zone: 'body',
      text: body,
      from: innerStart > 0 ? foldedOffset(body, innerStart) : 0,
      isAside(index) {
        if (asides.length === 0) return false;
        const at = body.toOriginal(index);
        return asides.some((zone) => at >= zone.start && at < zone.end);
      },
    },
  };
}

const DOCUMENTS_MAX = 2;

/** Attached invoices: read for what the mail itself does not state. */
export function documentsOf(message: ParsedMessage): SourceText[] {
  const texts = message.attachments.flatMap(({ text }) => (text === undefined || text === '' ? [] : [text])).slice(0, DOCUMENTS_MAX);
  return texts.map((text) => ({ zone: 'document', text: foldText(text), from: 0, isAside: () => false }));
}

export function reasonAt(rule: string, field: ReasonField, place: Place): Reason {
  return { rule, field, zone: place.source.zone, ...quoteAt(place.source.text, place.start, place.end) };
}

/** The verbatim words of a place, without edge spaces. */
export function wordsAt(place: Place): string {
  return quoteAt(place.source.text, place.start, place.end).quote;
}

export interface Context {
  /** Folded words in front of the place, up to the sentence or label that governs it. */
  readonly before: string;
  readonly after: string;
}

/** The words around a place: its sentence, or the label in front of it in its row or in the line above. */
export function contextOf(folded: string, start: number, end: number): Context {
  const header = columnHeader(folded, start);
  const before = contextBefore(folded, start);
  // Below the head of its column the other heads, in the line above, say nothing of it.
  const own = Math.min(before.length, start - folded.lastIndexOf('\n', start - 1) - 1);
  return { before: header === '' ? before : header + before.slice(before.length - own), after: contextAfter(folded, end) };
}

// In a table with a head the word that matters stands on top of the column: the cell at the same place, up to four rows above.
function columnHeader(folded: string, start: number): string {
  const lineStart = folded.lastIndexOf('\n', start - 1) + 1;
  const column = countCells(folded.slice(lineStart, start).slice(0, 300));
  if (
    column === 0 &&
    !folded
      .slice(start, start + 200)
      .split('\n', 1)[0]!
      .includes(' | ')
  )
    return '';
  let end = lineStart - 1;
  for (let row = 0; row < 4 && end > 0; row += 1) {
    const from = folded.lastIndexOf('\n', end - 1) + 1;
    const cells = folded.slice(from, Math.min(end, from + 300)).split(' | ');
    if (cells.length < 2) return '';
    if (cells.length > column && !/\d/.test(folded.slice(from, end))) return `${cells[column]!.trim()} `;
    end = from - 1;
  }
  return '';
}

function countCells(text: string): number {
  return text.split(' | ').length - 1;
}

function contextBefore(folded: string, start: number): string {
  const from = Math.max(0, start - BEFORE_CHARS);
  const window = folded.slice(from, start);
  let cut = 0;
  // The first line of the window may begin before it.
  let lineStart = folded.lastIndexOf('\n', from) + 1 - from;
  for (let at = 0; at < window.length; at += 1) {
    const character = window[at];
    if (character === '\n') {
      // A wrapped line goes on; a short line before a lone value is its label; any other line end separates.
      const line = folded.slice(from + lineStart, from + at);
      const rest = window.slice(at + 1);
      const isLabel = !rest.includes('\n') && line.trim() !== '' && (rest.trim().length <= 2 || (rest.length <= 24 && HEADING.test(line)));
      if (line.trim() === '' && rest.trim() === '') continue;
      if (!isLabel && !isWrapped(line)) cut = at + 1;
      lineStart = at + 1;
    } else if (
      (character === '.' || character === '!' || character === '?' || character === ';' || character === '。') &&
      endsSentence(window, at)
    ) {
      cut = at + 1;
    }
  }
  return window.slice(cut).replaceAll('\n', ' ');
}

// "New plan" over "Copper, 12.99 a month": a few words without a verb's comma, a figure or an end.
const HEADING = /^ {0,4}\p{L}[\p{L}' ]{2,30}:? *$/u;

function isWrapped(line: string): boolean {
  return line.length >= 45 && !/[.!?:;|]\s{0,8}$/.test(line);
}

function endsSentence(text: string, at: number): boolean {
  if (text[at] === '。') return true;
  if (!/\s/.test(text[at + 1] ?? ' ')) return false;
  // "Total ........ 85.28": dots that lead from a label to its value.
  if (text[at] === '.' && text[at - 1] === '.' && text[at - 2] === '.' && text[at - 3] === '.') return false;
  return (
    text[at] !== '.' ||
    !/(?:^|[\s(])(?:[a-z]|no|nr|num|ref|mr|mrs|dr|st|env|approx|max|min|inkl|zzgl|bzw|mwst|ust|abo|nr|inc|ltd|\d{1,2})$/.test(
      text.slice(Math.max(0, at - 8), at),
    )
  );
}

function contextAfter(folded: string, end: number): string {
  const window = folded.slice(end, end + AFTER_CHARS);
  for (let at = 0; at < window.length; at += 1) {
    const character = window[at]!;
    if (character === '\n') {
      const lineStart = folded.lastIndexOf('\n', end + at - 1) + 1;
      if (!isWrapped(folded.slice(lineStart, end + at))) return window.slice(0, at);
    } else if (/[.!?;。]/.test(character) && endsSentence(window, at)) return window.slice(0, at);
  }
  return window.replaceAll('\n', ' ');
}

/** The folded offset of an original one, found by halving: folding keeps order. */
export function foldedOffset(text: FoldedText, original: number): number {
  let low = 0;
  let high = text.folded.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (text.toOriginal(middle) < original) low = middle + 1;
    else high = middle;
  }
  return low;
}
