// Which language a mail is written in, and which lexicons to run on it. Step 2 of classify-message.ts.
import { domainOf, type ParsedMessage } from '@quittance/domain/message';
import { DETECTABLE } from './language/languages.ts';
import { scoreLanguages } from './language/score-languages.ts';

const detectable = new Set(DETECTABLE);

/** Subject and first lines are enough and keep legal footers in another language out. */
const SAMPLE_CHARS = 600;
/** What the mail says of itself is worth this much similarity: many senders leave `lang="en"` in every template. */
const HINT_BONUS = 0.06;
/** A national sender mostly writes the nation's language; less than the words themselves, enough for a subject of three words. */
const COUNTRY_BONUS = 0.03;
const COUNTRIES: Readonly<Record<string, readonly string[]>> = {
  uk: ['en'],
  ie: ['en'],
  us: ['en'],
  au: ['en'],
  nz: ['en'],
  fr: ['fr'],
  be: ['fr', 'nl'],
  ch: ['de', 'fr'],
  lu: ['fr', 'de'],
  de: ['de'],
  at: ['de'],
  es: ['es'],
  mx: ['es'],
  ar: ['es'],
  cl: ['es'],
  it: ['it'],
  pt: ['pt'],
  br: ['pt'],
  nl: ['nl'],
  pl: ['pl'],
  jp: ['ja'],
};
/** Kana are written in Japanese only, among other letters: this share leaves no doubt, and no statistics of short words to consult. */
const KANA = /[\u3040-\u30ff\uff66-\uff9d]/g;
const KANA_SHARE = 0.1;
/** A text in Hebrew is mostly that; a footer with an address in it makes none. */
const HEBREW = /[\u05d0-\u05ea]/g;
const HEBREW_SHARE = 0.6;

export interface LanguageGuess {
  /** Primary tag, `und` when nothing could be told. */
  readonly language: string;
  /** The two likeliest, best first. */
  readonly likely: readonly string[];
}

export function detectLanguage(message: ParsedMessage): LanguageGuess {
  const start = message.forwarded?.bodyStart ?? 0;
  const sample = withoutSigns(`${message.subject}\n${message.text.body.slice(start, start + SAMPLE_CHARS)}`);
  if (isWrittenIn(KANA, KANA_SHARE, sample)) return { language: 'ja', likely: ['ja'] };
  if (isWrittenIn(HEBREW, HEBREW_SHARE, sample)) return { language: 'he', likely: ['he'] };
  const scores = scoreLanguages(sample, detectable);
  const add = (language: string, bonus: number): void => void scores.set(language, (scores.get(language) ?? 0) + bonus);
  const hint = message.text.languageHint?.slice(0, 2) ?? null;
  if (hint && detectable.has(hint)) add(hint, HINT_BONUS);
  const from = domainOf((message.forwarded?.from ?? message.from).address);
  for (const language of COUNTRIES[from.slice(from.lastIndexOf('.') + 1)] ?? []) add(language, COUNTRY_BONUS);
  const likely = twoLikeliest(scores);
  return { language: likely[0] ?? hint ?? 'und', likely };
}

/** Best first; of equals the one that comes first in the alphabet. */
function twoLikeliest(scores: ReadonlyMap<string, number>): string[] {
  let first: string | null = null;
  let second: string | null = null;
  const isAhead = (language: string, score: number, other: string | null): boolean =>
    other === null || score > scores.get(other)! || (score === scores.get(other) && language < other);
  for (const [language, score] of scores) {
    if (isAhead(language, score, first)) [first, second] = [language, first];
    else if (isAhead(language, score, second)) second = language;
  }
  return [first, second].filter((language) => language !== null);
}

/** Without addresses and numbers. An address is looked for from every letter on, which takes a while: not where there is none. */
function withoutSigns(text: string): string {
  return text.replace(text.includes('@') ? /https?:\/\/\S{1,300}|\S{1,80}@\S{1,80}|\d+/g : /https?:\/\/\S{1,300}|\d+/g, ' ');
}

function isWrittenIn(script: RegExp, share: number, sample: string): boolean {
  const found = sample.match(script)?.length ?? 0;
  return found > 3 && found >= share * (sample.match(/\p{L}/gu)?.length ?? 0);
}
