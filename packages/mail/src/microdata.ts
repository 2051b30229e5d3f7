// Microdata of the walker's elements as JSON-LD-like objects: `{"@type": "Invoice", accountId: "…", totalPaymentDue: {…}}`. Machines wrote
// it for machines: it is read in hidden elements too, and is only ever a hint.
import { cleanLine } from './clean-text.ts';
import { LIMITS } from './limits.ts';
import type { Attributes } from './tag-attributes.ts';

type Item = { '@type': string; [property: string]: unknown };

interface Scope {
  readonly depth: number;
  readonly item: Item;
}
interface OpenProperty {
  readonly depth: number;
  readonly item: Item;
  readonly name: string;
  text: string;
}

/** Where a property's value stands, by element (WHATWG HTML, "values"). */
const VALUE_ATTRIBUTE: Readonly<Record<string, string>> = {
  meta: 'content',
  a: 'href',
  link: 'href',
  area: 'href',
  img: 'src',
  time: 'datetime',
  data: 'value',
};

/** All that is read of an element. */
export const MICRODATA_ATTRIBUTES: readonly string[] = ['itemscope', 'itemtype', 'itemprop', ...Object.values(VALUE_ATTRIBUTE)];

export class Microdata {
  readonly #items: Item[] = [];
  readonly #scopes: Scope[] = [];
  #property: OpenProperty | null = null;
  #room: number = LIMITS.structuredCharsMax;
  #count = 0;

  /** An element that stays open at this depth. */
  open(depth: number, tag: string, attributes: Attributes): void {
    if (attributes.size === 0) return;
    const name = attributes.get('itemprop');
    if (attributes.has('itemscope')) return this.#openItem(depth, name, attributes.get('itemtype') ?? '');
    const scope = this.#scopes.at(-1);
    if (!name || !scope) return;
    const value = this.#valueOf(tag, attributes);
    if (value !== undefined) this.#set(scope.item, name, value);
    else this.#property ??= { depth, item: scope.item, name, text: '' };
  }

  /** An element without content. */
  void(tag: string, attributes: Attributes): void {
    const name = attributes.get('itemprop');
    const scope = this.#scopes.at(-1);
    if (!name || !scope) return;
    this.#set(scope.item, name, this.#valueOf(tag, attributes) ?? '');
  }

  text(raw: string): void {
    const property = this.#property;
    if (property && property.text.length < LIMITS.cellCharsMax) property.text += raw.slice(0, LIMITS.cellCharsMax);
  }

  close(depth: number): void {
    const property = this.#property;
    if (property && property.depth >= depth) {
      this.#property = null;
      this.#set(property.item, property.name, property.text);
    }
    while (this.#scopes.length > 0 && this.#scopes.at(-1)!.depth >= depth) this.#scopes.pop();
  }

  finish(): readonly unknown[] {
    return this.#items;
  }

  #openItem(depth: number, name: string | undefined, type: string): void {
    if (this.#count >= LIMITS.structuredItemsMax || this.#scopes.length >= LIMITS.structuredDepthMax) return;
    this.#count++;
    const item: Item = Object.assign(Object.create(null) as object, { '@type': cleanLine(type).split(/[/#]/).at(-1)!.slice(0, 100) });
    const parent = this.#scopes.at(-1);
    if (name && parent) this.#add(parent.item, name, item);
    else this.#items.push(item);
    this.#scopes.push({ depth, item });
  }

  #valueOf(tag: string, attributes: Attributes): string | undefined {
    return attributes.get('content') ?? attributes.get(VALUE_ATTRIBUTE[tag] ?? '');
  }

  #set(item: Item, names: string, raw: string): void {
    const value = cleanLine(raw).slice(0, LIMITS.cellCharsMax).toWellFormed();
    if (!value || this.#room < value.length) return;
    this.#room -= value.length;
    for (const name of names.split(/\s+/, 4)) this.#add(item, name, value);
  }

  #add(item: Item, name: string, value: unknown): void {
    const key = cleanLine(name).slice(0, 100);
    if (!/^\w[\w:/.#-]*$/.test(key)) return;
    const known = item[key];
    if (known === undefined) item[key] = value;
    else if (Array.isArray(known)) known.push(value);
    else item[key] = [known, value];
  }
}
