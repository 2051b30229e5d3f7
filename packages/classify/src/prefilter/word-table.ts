// What is known of some short words of the letters a to z, found by their codes where they stand: five bits a letter make a word of twelve letters
// two numbers, so that no string has to be made of each word of a mailbox to look it up.

const LETTERS_MAX = 12;
const LETTERS_A_HALF = 6;
/** A power of two, several times the number of words. */
const SLOTS = 4_096;
const NOTHING: readonly number[] = [];

export class WordTable {
  /** The two halves of the word in each slot. No letter is 0, so that no word is. */
  readonly #heads = new Int32Array(SLOTS);
  readonly #tails = new Int32Array(SLOTS);
  readonly #values: number[][] = [];

  add(word: string, value: number): void {
    const codes = Uint16Array.from({ length: word.length }, (_, index) => word.charCodeAt(index));
    if (!/^[a-z]+$/.test(word) || word.length > LETTERS_MAX) throw new RangeError(`"${word}" is no short word of plain letters`);
    const [head, tail] = [half(codes, 0, word.length), half(codes, LETTERS_A_HALF, word.length)];
    const slot = this.#slotOf(head, tail);
    this.#heads[slot] = head;
    this.#tails[slot] = tail;
    const values = (this.#values[slot] ??= []);
    if (!values.includes(value)) values.push(value);
  }

  /** What was added for the word of plain letters from `start` to `end`. */
  find(codes: Uint16Array, start: number, end: number): readonly number[] {
    if (end - start > LETTERS_MAX) return NOTHING;
    return this.#values[this.#slotOf(half(codes, start, end), half(codes, start + LETTERS_A_HALF, end))] ?? NOTHING;
  }

  /** Where the word stands, or may. */
  #slotOf(head: number, tail: number): number {
    let slot = (Math.imul(head, 0x9e3779b1) ^ Math.imul(tail, 0x85ebca6b)) >>> 20;
    while (this.#heads[slot] !== 0 && (this.#heads[slot] !== head || this.#tails[slot] !== tail)) slot = (slot + 1) % SLOTS;
    return slot;
  }
}

/** Up to six letters from `start` on. */
function half(codes: Uint16Array, start: number, end: number): number {
  let letters = 0;
  for (let at = start; at < end && at < start + LETTERS_A_HALF; at += 1) letters = (letters << 5) | (codes[at]! - 96);
  return letters;
}
