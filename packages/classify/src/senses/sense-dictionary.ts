// Which senses the words of one language have: whole words and beginnings of words, or, where no spaces part words, any piece of a text.
import { foldText } from '../fold-text.ts';
import type { Token } from '../tokenize.ts';
import type { Word } from '../words.ts';

type Meanings = Map<string, number[]>;

const NONE: readonly number[] = [];
/** Each has a place of its own where a word keeps its senses (words.ts). */
let made = 0;

export class SenseDictionary {
  readonly #whole: Meanings = new Map();
  readonly #beginnings: Meanings = new Map();
  /** Characters with which a beginning begins. */
  readonly #firsts = new Set<string>();
  readonly #number = made++;
  #longest = 0;

  /** @param entry the beginning of a word, or with a dot at its end a whole word; accents and capitals as they are written. */
  add(entry: string, sense: number): void {
    const word = foldText(entry).folded;
    const isWhole = word.endsWith('.');
    const [meanings, key] = isWhole ? [this.#whole, word.slice(0, -1)] : [this.#beginnings, word];
    const senses = meanings.get(key);
    if (senses === undefined) meanings.set(key, [sense]);
    else if (!senses.includes(sense)) senses.push(sense);
    if (isWhole) return;
    this.#longest = Math.max(this.#longest, key.length);
    this.#firsts.add(key[0]!);
  }

  /** Of the whole word and of its longest beginning. */
  ofWord(word: Word): readonly number[] {
    const known = word.senses[this.#number];
    if (known !== undefined) return known;
    const { text } = word;
    const found = new Set(this.#whole.get(text) ?? NONE);
    for (let length = Math.min(text.length, this.#longest); length > 1; length -= 1) {
      const senses = this.#beginnings.get(text.slice(0, length));
      if (senses === undefined) continue;
      for (const sense of senses) found.add(sense);
      break;
    }
    const senses = found.size === 0 ? NONE : [...found];
    word.senses[this.#number] = senses;
    return senses;
  }

  /** @param text of unspacedText. @returns the senses of all pieces that begin there. */
  ofPiece(text: string, at: number): readonly number[] {
    if (!this.#firsts.has(text[at]!)) return NONE;
    const found: number[] = [];
    for (let end = at + 1; end <= Math.min(at + this.#longest, text.length); end += 1)
      found.push(...(this.#beginnings.get(text.slice(at, end)) ?? NONE));
    return found;
  }
}

/** A character a token: no spaces part the words, and whatever is longer parts them. */
export function unspacedText(tokens: readonly Token[]): string {
  return tokens.map((token) => (token.type === 'word' && token.text.length === 1 ? token.text : ' ')).join('');
}
