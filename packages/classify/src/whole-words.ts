// A quote is shown to people and read out in disputes: it begins and ends with whole words (« e-mail », « L’abonnement ») and closes no
// bracket that it does not open. Rules match tokens, and a hyphen or an apostrophe parts those.
import type { Quote } from './fold-text.ts';

/** Where words are written without spaces, every edge is one. */
const LETTER = /[[\p{L}\p{M}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]]/v;
const JOINER = /['’ʼ‑-]/;
const BRACKETS: Readonly<Record<string, string>> = { ']': '[', ')': '(', '»': '«', '”': '“' };
/** No word is longer, and no bracket further away. */
const REACH = 40;

export function wholeWords(text: string, { start, end }: Quote): Quote {
  let from = start;
  let to = end;
  while (from > 0 && start - from < REACH && joins(text, from)) from -= 1;
  while (to < text.length && to - end < REACH && joins(text, to)) to += 1;
  from = openingOf(text, from, to);
  return { quote: text.slice(from, to), start: from, end: to };
}

/** Whether the characters before and behind a place belong to one word. */
function joins(text: string, at: number): boolean {
  const before = text[at - 1]!;
  const behind = text[at]!;
  if (LETTER.test(before)) return LETTER.test(behind) || (JOINER.test(behind) && LETTER.test(text[at + 1] ?? ''));
  return JOINER.test(before) && LETTER.test(behind) && LETTER.test(text[at - 2] ?? '');
}

function openingOf(text: string, from: number, to: number): number {
  for (const [closing, opening] of Object.entries(BRACKETS)) {
    const closes = text.indexOf(closing, from);
    if (closes < 0 || closes >= to || text.slice(from, closes).includes(opening)) continue;
    const opens = text.lastIndexOf(opening, from);
    if (opens >= 0 && from - opens <= REACH && !text.slice(opens, from).includes('\n')) return opens;
  }
  return from;
}
