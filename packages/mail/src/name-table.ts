// Finds one of a few known names in a text, whatever its case, without cutting it out: an HTML text has some thousand names of tags and attributes, nearly
// all of them the same few. Names are of ASCII; what else a text has there is none of them.

const SLOTS = 1 << 10;

export class NameTable<T> {
  readonly #names: (string | undefined)[] = Array.from({ length: SLOTS }, () => undefined);
  readonly #values: (T | undefined)[] = Array.from({ length: SLOTS }, () => undefined);

  /** @param entries names in lower case. */
  constructor(entries: Iterable<readonly [string, T]>) {
    for (const [name, value] of entries) {
      let slot = hash(name, 0, name.length);
      while (this.#names[slot] !== undefined && this.#names[slot] !== name) slot = (slot + 1) & (SLOTS - 1);
      this.#names[slot] = name;
      this.#values[slot] = value;
    }
  }

  find(text: string, start: number, end: number): T | undefined {
    for (let slot = hash(text, start, end); this.#names[slot] !== undefined; slot = (slot + 1) & (SLOTS - 1)) {
      if (equals(this.#names[slot]!, text, start, end)) return this.#values[slot];
    }
    return undefined;
  }
}

const CAPITAL_A = 0x41;
const CAPITAL_Z = 0x5a;
const lower = (code: number): number => (code >= CAPITAL_A && code <= CAPITAL_Z ? code | 0x20 : code);

function hash(text: string, start: number, end: number): number {
  let sum = end - start;
  for (let at = start; at < end; at += 1) sum = Math.imul(sum, 31) + lower(text.charCodeAt(at));
  return (sum ^ (sum >>> 10)) & (SLOTS - 1);
}

function equals(name: string, text: string, start: number, end: number): boolean {
  if (name.length !== end - start) return false;
  for (let at = 0; at < name.length; at += 1) if (name.charCodeAt(at) !== lower(text.charCodeAt(start + at))) return false;
  return true;
}
