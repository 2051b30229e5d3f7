// The attributes of the tag that is being read: one object for all tags of a mail, since a map for each was a tenth of what reading HTML left behind.

export interface Attributes {
  readonly size: number;
  get(name: string): string | undefined;
  has(name: string): boolean;
}

export class TagAttributes implements Attributes {
  // Overwritten, not emptied: an array that was emptied grows anew.
  readonly #names: string[] = [];
  readonly #values: string[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get(name: string): string | undefined {
    for (let at = 0; at < this.#size; at += 1) if (this.#names[at] === name) return this.#values[at];
    return undefined;
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  /** The first of two attributes of one name counts (WHATWG HTML, attribute name state). */
  add(name: string, value: string): void {
    if (this.has(name)) return;
    this.#names[this.#size] = name;
    this.#values[this.#size] = value;
    this.#size += 1;
  }

  clear(): void {
    this.#size = 0;
  }
}
