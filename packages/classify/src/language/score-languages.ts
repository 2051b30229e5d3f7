// How much a text speaks for each language, by the short runs of letters in it. The method and the statistics are those of the library eld
// (nitotm, Apache-2.0), and so are the answers, to the last digit (score-languages.test.ts).
import { nextSlot, ngramTable, slotOf, type NgramTable } from './ngram-table.ts';
import { RunSet } from './run-set.ts';

const CHARS_MAX = 1_000;
/** A text is read to the first space behind so many bytes, and not beyond so many. */
const BYTES_ENOUGH = 350;
const BYTES_MAX = 380;
const WORD_BYTES_MAX = 70;
const RUN = 4;
const STRIDE = 3;
/** What the table left out of each score to make it small. */
const SCORE_BASE = 53;
/** Brings scores between 0 and 1. */
const SCALE = 25;
const SPACE = 0x20;

/** Scores between 0 and 1 of the languages among `allowed` that the text speaks for at all, in the order of the table. */
export function scoreLanguages(text: string, allowed: ReadonlySet<string>): Map<string, number> {
  const { languages } = ngramTable();
  const { sums, runs } = sumScores(text);
  const scores = new Map<string, number>();
  for (const [at, language] of languages.entries()) {
    if (sums[at]! <= 0 || !allowed.has(language)) continue;
    const perRun = sums[at]! / runs;
    scores.set(language, perRun / (perRun + SCALE));
  }
  return scores;
}

/** The likeliest language among `allowed`, or '' when nothing speaks for any. */
export function likeliestLanguage(text: string, allowed: ReadonlySet<string>): string {
  let best = '';
  let most = 0;
  for (const [language, score] of scoreLanguages(text, allowed)) if (score > most) [best, most] = [language, score];
  return best;
}

/** Beyond Latin letters and the usual signs. */
// oxlint-disable-next-line no-control-regex -- all that is common is named
const UNCOMMON = /[^\0-\u02c1\u2000-\u206f\u20a0-\u20cf]/;
/** The table's separators within what is common: the letters of all scripts make a pattern that calls a function for each character. */
const COMMON_SEPARATORS = /[^A-Za-zªµºÀ-ÖØ-öø-\u02c1]+(?<!['`\u2019])/g;

// Used again for each text.
const seen = new RunSet();
let sums = new Uint32Array(0);
const word = new Uint8Array(BYTES_MAX + RUN);

function sumScores(text: string): { sums: Uint32Array; runs: number } {
  const table = ngramTable();
  const { languages, starts, scores } = table;
  if (sums.length < languages.length) sums = new Uint32Array(languages.length);
  sums.fill(0);
  readRuns(text, table);
  for (let run = 0; run < seen.size; run += 1) {
    const at = indexOf(table, seen.keys[run]!);
    if (at < 0) continue;
    for (let pair = starts[at]!; pair < starts[at + 1]!; pair += 2) sums[scores[pair]!]! += scores[pair + 1]! + SCORE_BASE;
  }
  return { sums, runs: seen.size + seen.rests.size };
}

/** Gathers the distinct runs of the text's words, four bytes every three, and the last four, with a space where the word begins or ends. */
function readRuns(text: string, { symbols, separators }: NgramTable): void {
  const read = text.slice(0, CHARS_MAX);
  const words = read
    .replace(UNCOMMON.test(read) ? separators : COMMON_SEPARATORS, ' ')
    .trim()
    .toLowerCase();
  seen.clear();
  let length = 0;
  let bytes = 0;
  for (let at = 0; at < words.length; at += 1) {
    let code = words.charCodeAt(at);
    if (code === SPACE) {
      if (length > 0) addRuns(length);
      length = 0;
      if (bytes > BYTES_ENOUGH) break;
      bytes += 1;
    } else if (code < 0x80) {
      word[length++] = code;
      bytes += 1;
    } else {
      if (code >= 0xd800 && code < 0xe000) code = 0x10000 + (((code & 0x3ff) << 10) | (words.charCodeAt((at += 1)) & 0x3ff));
      const before = length;
      length = encode(code, symbols, length);
      bytes += length - before;
    }
    if (bytes > BYTES_MAX) break;
  }
  if (length > 0) addRuns(length);
}

/** A character's bytes of UTF-8, each as its symbol. @returns where the next one goes. */
function encode(code: number, symbols: Uint8Array, at: number): number {
  let next = at;
  if (code >= 0x10000) {
    word[next++] = symbols[0xf0 | (code >> 18)]!;
    word[next++] = symbols[0x80 | ((code >> 12) & 0x3f)]!;
  } else if (code >= 0x800) word[next++] = symbols[0xe0 | (code >> 12)]!;
  word[next++] = code < 0x800 ? symbols[0xc0 | (code >> 6)]! : symbols[0x80 | ((code >> 6) & 0x3f)]!;
  word[next++] = symbols[0x80 | (code & 0x3f)]!;
  return next;
}

function addRuns(wholeLength: number): void {
  const length = Math.min(wholeLength, WORD_BYTES_MAX);
  let at = 0;
  for (; at + RUN < length; at += STRIDE) seen.add(keyOf(at, at + RUN, at === 0, false));
  // The end of a word that is longer than is read of it is that of the word; a word of three bytes is taken whole.
  const from = length === 3 ? 0 : Math.max(0, length - RUN);
  if (wholeLength - from > RUN) seen.rests.add(word.subarray(from, wholeLength).join());
  else seen.add(keyOf(from, wholeLength, at === 0, true));
}

/** As a number, base 256 over the table's symbols. */
function keyOf(from: number, to: number, isStart: boolean, isEnd: boolean): number {
  let key = isStart ? SPACE : 0;
  for (let at = from; at < to; at += 1) key = key * 0x100 + word[at]!;
  return isEnd ? key * 0x100 + SPACE : key;
}

function indexOf({ keys, slots }: NgramTable, key: number): number {
  for (let slot = slotOf(key); slots[slot] !== 0; slot = nextSlot(slot)) {
    const at = slots[slot]! - 1;
    if (keys[at] === key) return at;
  }
  return -1;
}
