// The distinct runs of letters of one text, as numbers in arrays that the next text uses again: a Set would make an object of each. Part of
// score-languages.ts.
import { slotOf } from './ngram-table.ts';

/** More than twice as many as a text has: it is read no further than some 380 bytes. */
const SLOTS = 1 << 10;

export class RunSet {
  /** The first `size` of them, in order of appearance. */
  readonly keys = new Float64Array(SLOTS / 2);
  size = 0;
  /** Rests of endless words, which no table holds. */
  readonly rests = new Set<string>();
  /** Place in `keys` plus one. */
  readonly #slots = new Uint16Array(SLOTS);

  clear(): void {
    this.#slots.fill(0);
    this.rests.clear();
    this.size = 0;
  }

  add(key: number): void {
    let slot = slotOf(key) & (SLOTS - 1);
    while (this.#slots[slot] !== 0) {
      if (this.keys[this.#slots[slot]! - 1] === key) return;
      slot = (slot + 1) & (SLOTS - 1);
    }
    this.keys[this.size++] = key;
    this.#slots[slot] = this.size;
  }
}
