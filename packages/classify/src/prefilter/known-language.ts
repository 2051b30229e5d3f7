// Whether a text is in a language whose subscription words are known, so that their absence means something. Function words decide nearly
// always; a detector is asked where they don't. What can't be told counts as unknown, and unknown mail is read.
import { NEIGHBOURS } from '../language/languages.ts';
import { likeliestLanguage } from '../language/score-languages.ts';
import { foldCodes, toText, type FoldedCodes } from './plain-fold.ts';
import { FUNCTION_WORDS } from './signal-words.ts';
import { WordTable } from './word-table.ts';

export const SAMPLE_CHARS = 1_500;
const SAMPLE_WORDS = 150;
/** Share of function words: in known languages 0.3 and more, in their neighbours below 0.1. */
const SHARE_KNOWN = 0.2;
/** Too short for a share or a detector: each word must be able to speak for itself. */
const WORDS_FEW = 8;
const FOREIGN_LETTERS_SHARE = 0.3;
const KNOWN = Object.keys(FUNCTION_WORDS);

/** By word: the places in KNOWN of the languages that use it. */
const languagesOf = new WordTable();
for (const [at, language] of KNOWN.entries()) for (const word of FUNCTION_WORDS[language]!.split(' ')) languagesOf.add(word, at);
const detectable = new Set([...KNOWN, ...NEIGHBOURS]);

/** Letters of the Latin alphabet that none of the known languages writes; more than a few come from a name. */
const NEIGHBOURS_LETTERS = 'ěřůčšžťďňőűşğıåæøățţșđċķļģņīūēāįųėðþ' + 'ĚŘŮČŠŽŤĎŇŐŰŞĞÅÆØĂȚŢȘĐĊĶĻĢŅĪŪĒĀĮŲĖÐÞ';
const NEIGHBOURS_SHARE = 0.01;
const isNeighbours = new Uint8Array(0x1_0000);
for (const letter of NEIGHBOURS_LETTERS) isNeighbours[letter.charCodeAt(0)] = 1;

/** @param text as written: the accents tell languages apart. */
export function isKnownLanguage(text: string): boolean {
  const sample = foldCodes(text.slice(0, SAMPLE_CHARS));
  const { letters, latin } = countLetters(sample);
  if (letters === 0) return false;
  if ((letters - latin) / letters > FOREIGN_LETTERS_SHARE) return /[\u3040-\u30ff]/.test(toText(sample));
  if (countNeighboursLetters(sample) / letters > NEIGHBOURS_SHARE) return false;
  const words = readWords(sample);
  const best = mostFunctionWords(sample, words);
  if (words > 0 && best / words >= SHARE_KNOWN) return words >= WORDS_FEW || best >= 2;
  if (words < WORDS_FEW) return false;
  return KNOWN.includes(likeliestLanguage(toText(sample).slice(0, 600), detectable));
}

const LETTER = /\p{L}/u;
const isLatin = (code: number): boolean => code >= 97 && code <= 122;

// By codes where that tells: this runs on every newsletter of a mailbox.
function countLetters({ codes, length }: FoldedCodes): { letters: number; latin: number } {
  let latin = 0;
  let others = 0;
  for (let at = 0; at < length; at += 1) {
    const code = codes[at]!;
    if (isLatin(code)) latin += 1;
    else if (code >= 0x80) {
      const isPair = code >= 0xd800 && code <= 0xdbff && codes[at + 1]! >= 0xdc00 && codes[at + 1]! <= 0xdfff;
      if (LETTER.test(isPair ? String.fromCharCode(code, codes[at + 1]!) : String.fromCharCode(code))) others += 1;
      if (isPair) at += 1;
    }
  }
  return { letters: latin + others, latin };
}

function countNeighboursLetters({ written, writtenLength }: FoldedCodes): number {
  let count = 0;
  for (let at = 0; at < writtenLength; at += 1) count += isNeighbours[written[at]!]!;
  return count;
}

// Where the words of a sample begin and end. Of one sample at a time.
const starts: number[] = [];
const ends: number[] = [];

/** Addresses and links are no words. @returns how many there are. */
function readWords({ codes, length }: FoldedCodes): number {
  let words = 0;
  let wordAt = -1;
  let before = 0;
  for (let at = 0; at <= length && before < SAMPLE_WORDS; at += 1) {
    const code = at < length ? codes[at]! : SPACE;
    if (isLatin(code)) {
      if (wordAt < 0) wordAt = at;
      continue;
    }
    if (wordAt >= 0) {
      starts[words] = wordAt;
      ends[words] = at;
      words += 1;
    }
    wordAt = -1;
    const isLink = code === COLON && words > 0 && isHttp(codes, starts[words - 1]!, ends[words - 1]!);
    if (code === AT || isLink) {
      // All of an address goes, and of a link what follows.
      words = isLink ? words - 1 : before;
      while (at < length && codes[at] !== SPACE) at += 1;
    }
    if (code === SPACE || code === AT || isLink) before = words;
  }
  return Math.min(words, SAMPLE_WORDS);
}

const [SPACE, COLON, AT] = [0x20, 0x3a, 0x40];
const HTTPS = Uint16Array.from('https', (letter) => letter.charCodeAt(0));

function isHttp(codes: Uint16Array, start: number, end: number): boolean {
  if (end - start !== HTTPS.length && end - start !== HTTPS.length - 1) return false;
  for (let at = start; at < end; at += 1) if (codes[at] !== HTTPS[at - start]) return false;
  return true;
}

const counts = new Uint16Array(KNOWN.length);

/** Of the language that has most of them. */
function mostFunctionWords({ codes }: FoldedCodes, words: number): number {
  counts.fill(0);
  for (let word = 0; word < words; word += 1) {
    for (const language of languagesOf.find(codes, starts[word]!, ends[word]!)) counts[language]! += 1;
  }
  return Math.max(...counts);
}
