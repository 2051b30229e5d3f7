// What each bucket of a text is worth, summed up while its words are hashed (hash-features.ts), and then as values of one length. The room is used again
// for the next text: of the thousands of sentences that are scored none is kept.
export interface Features {
  /** Distinct buckets in order of appearance, and the value of each; values have length 1 together. */
  readonly buckets: Uint32Array;
  readonly values: Float64Array;
}

/** A power of two; a whole mail has some thousand buckets, a sentence a hundred. */
const SLOTS = 1 << 12;

export class FeatureSums {
  /** Where a bucket's sum is found: by the bucket's lower bits, or in the next slot that is free, its place plus one. Small, so that it stays near. */
  #slots = new Uint32Array(SLOTS);
  #mask = 0;
  /** Distinct buckets in order of appearance. What lies behind `count` is of another text, here and in `values`. */
  buckets = new Uint32Array(SLOTS / 2);
  /** The sum of each bucket, in the end its value. */
  values = new Float64Array(SLOTS / 2);
  count = 0;

  /** Forgets what was summed up. @param buckets how many there are, a power of two. */
  begin(buckets: number): void {
    this.#slots.fill(0);
    this.count = 0;
    this.#mask = buckets - 1;
  }

  add(hashed: number, share: number): void {
    const bucket = hashed & this.#mask;
    const last = this.#slots.length - 1;
    let slot = bucket & last;
    for (let place = this.#slots[slot]!; place !== 0; place = this.#slots[slot]!) {
      if (this.buckets[place - 1] === bucket) {
        this.values[place - 1]! += share;
        return;
      }
      slot = (slot + 1) & last;
    }
    this.buckets[this.count] = bucket;
    this.values[this.count] = share;
    this.count += 1;
    this.#slots[slot] = this.count;
    if (this.count === this.buckets.length) this.#grow();
  }

  #grow(): void {
    const { buckets, values } = this;
    this.#slots = new Uint32Array(this.#slots.length * 2);
    this.buckets = new Uint32Array(buckets.length * 2);
    this.buckets.set(buckets);
    this.values = new Float64Array(values.length * 2);
    this.values.set(values);
    const last = this.#slots.length - 1;
    for (let place = 1; place <= this.count; place += 1) {
      let slot = buckets[place - 1]! & last;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & last;
      this.#slots[slot] = place;
    }
  }

  /** Makes values of the sums. */
  finish(): void {
    const { values, count } = this;
    let squares = 0;
    for (let at = 0; at < count; at += 1) {
      const sum = values[at]!;
      // A word said five times is not five times as telling.
      const value = sum <= 1 ? sum : Math.sqrt(sum);
      values[at] = value;
      squares += value * value;
    }
    const length = Math.sqrt(squares) || 1;
    for (let at = 0; at < count; at += 1) values[at]! /= length;
  }

  /** `buckets` and `values` to keep. */
  copy(): Features {
    return { buckets: this.buckets.slice(0, this.count), values: this.values.slice(0, this.count) };
  }
}
