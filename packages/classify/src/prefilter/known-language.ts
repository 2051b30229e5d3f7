// Whether a text is in a language whose subscription words are known, so that their absence means something. Function words decide nearly
// always; a detector is asked where they don't. What can't be told counts as unknown, and unknown mail is read.
import { NEIGHBOURS } from '../language/languages.ts';
import { likeliestLanguage } from '../language/score-languages.ts';
import { plainFold } from './plain-fold.ts';
import { FUNCTION_WORDS } from './signal-words.ts';

const SAMPLE_CHARS = 1_500;
const SAMPLE_WORDS = 150;
/** Share of function words: in known languages 0.3 and more, in their neighbours below 0.1. */
const SHARE_KNOWN = 0.2;
/** Too short for a share or a detector: each word must be able to speak for itself. */
const WORDS_FEW = 8;
const FOREIGN_LETTERS_SHARE = 0.3;
const KNOWN = Object.keys(FUNCTION_WORDS);

/** By word: the places in KNOWN of the languages that use it. */
const languagesOf = new Map<string, number[]>();
for (const [at, language] of KNOWN.entries()) {
  for (const word of new Set(FUNCTION_WORDS[language]!.split(' '))) languagesOf.set(word, [...(languagesOf.get(word) ?? []), at]);
}
const detectable = new Set([...KNOWN, ...NEIGHBOURS]);

/** Letters of the Latin alphabet that none of the known languages writes; more than a few come from a name. */
const NEIGHBOURS_LETTERS = new Set('ěřůčšžťďňőűşğıåæøățţșđċķļģņīūēāįųėðþ' + 'ĚŘŮČŠŽŤĎŇŐŰŞĞÅÆØĂȚŢȘĐĊĶĻĢŅĪŪĒĀĮŲĖÐÞ');
const NEIGHBOURS_SHARE = 0.01;

/** @param text as written: the accents tell languages apart. */
export function isKnownLanguage(text: string): boolean {
  const written = text.slice(0, SAMPLE_CHARS);
  const sample = plainFold(written);
  const { letters, latin } = countLetters(sample);
  if (letters === 0) return false;
  if ((letters - latin) / letters > FOREIGN_LETTERS_SHARE) return /[\u3040-\u30ff]/.test(sample);
  if (countNeighboursLetters(written) / letters > NEIGHBOURS_SHARE) return false;
  const tokens = tokensOf(sample);
  const best = mostFunctionWords(tokens);
  if (tokens.length > 0 && best / tokens.length >= SHARE_KNOWN) return tokens.length >= WORDS_FEW || best >= 2;
  if (tokens.length < WORDS_FEW) return false;
  return KNOWN.includes(likeliestLanguage(sample.slice(0, 600), detectable));
}

const LETTER = /\p{L}/u;
const isLatin = (code: number): boolean => code >= 97 && code <= 122;

// By codes where that tells: this runs on every newsletter of a mailbox.
function countLetters(folded: string): { letters: number; latin: number } {
  let latin = 0;
  let others = 0;
  for (let at = 0; at < folded.length; at += 1) {
    const code = folded.charCodeAt(at);
    if (isLatin(code)) latin += 1;
    else if (code >= 0x80) {
      const point = folded.codePointAt(at)!;
      if (point > 0xffff) at += 1;
      if (LETTER.test(String.fromCodePoint(point))) others += 1;
    }
  }
  return { letters: latin + others, latin };
}

function countNeighboursLetters(written: string): number {
  let count = 0;
  for (let at = 0; at < written.length; at += 1) if (written.charCodeAt(at) >= 0x80 && NEIGHBOURS_LETTERS.has(written[at]!)) count += 1;
  return count;
}

/** Addresses and links are no words. */
function tokensOf(folded: string): string[] {
  const tokens: string[] = [];
  let wordAt = -1;
  let before = 0;
  for (let at = 0; at <= folded.length && before < SAMPLE_WORDS; at += 1) {
    const code = at < folded.length ? folded.charCodeAt(at) : SPACE;
    if (isLatin(code)) {
      if (wordAt < 0) wordAt = at;
      continue;
    }
    if (wordAt >= 0) tokens.push(folded.slice(wordAt, at));
    wordAt = -1;
    const isLink = code === COLON && /^https?$/.test(tokens.at(-1) ?? '');
    if (code === AT || isLink) {
      // All of an address goes, and of a link what follows.
      tokens.length = isLink ? tokens.length - 1 : before;
      const end = folded.indexOf(' ', at);
      at = end < 0 ? folded.length : end;
    }
    if (code === SPACE || code === AT || isLink) before = tokens.length;
  }
  return tokens.slice(0, SAMPLE_WORDS);
}

const [SPACE, COLON, AT] = [0x20, 0x3a, 0x40];

/** Of the language that has most of them. */
function mostFunctionWords(tokens: readonly string[]): number {
  const counts = new Uint16Array(KNOWN.length);
  for (const token of tokens) {
    for (const language of languagesOf.get(token) ?? []) counts[language]! += 1;
  }
  return Math.max(...counts);
}
