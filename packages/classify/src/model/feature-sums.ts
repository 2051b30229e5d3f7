// What each bucket of a text is worth, summed up while its words are hashed (hash-features.ts), and then as values of one length. The room is used again
// for the next text: of the thousands of sentences that are scored none is kept.
export interface Features {
  /** Distinct buckets in order of appearance, and the value of each; values have length 1 together. */
  readonly buckets: Uint32Array;
  readonly values: Float64Array;
}

export class FeatureSums {
  readonly #sums: Float64Array;
  #mask = 0;
  /** Distinct buckets in order of appearance. What lies behind `count` is of another text, here and in `values`. */
  buckets = new Uint32Array(1_024);
  values = new Float64Array(1_024);
  count = 0;

  /** @param buckets at most, a power of two. */
  constructor(buckets: number) {
    this.#sums = new Float64Array(buckets);
  }

  /** Forgets what was summed up, also by a call that failed. @param buckets a power of two. */
  begin(buckets: number): void {
    for (let at = 0; at < this.count; at += 1) this.#sums[this.buckets[at]!] = 0;
    this.count = 0;
    this.#mask = buckets - 1;
  }

  /** Adds to what a bucket is worth, which is always more than nothing. */
  add(hashed: number, share: number): void {
    const bucket = hashed & this.#mask;
    const sum = this.#sums[bucket]!;
    if (sum === 0) this.#touch(bucket);
    this.#sums[bucket] = sum + share;
  }

  #touch(bucket: number): void {
    if (this.count === this.buckets.length) this.#grow();
    this.buckets[this.count++] = bucket;
  }

  #grow(): void {
    const { buckets } = this;
    this.buckets = new Uint32Array(buckets.length * 2);
    this.buckets.set(buckets);
    this.values = new Float64Array(buckets.length * 2);
  }

  /** Makes `values` of the sums. */
  finish(): void {
    const { buckets, values, count } = this;
    let squares = 0;
    for (let at = 0; at < count; at += 1) {
      const sum = this.#sums[buckets[at]!]!;
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
