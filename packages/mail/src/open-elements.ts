// Which elements are open at a point of an HTML text, by the rules a browser follows when tags are missing, misplaced or too many. Scans of the
// stack are bounded, so that no nesting makes it slow.
import { closesAcross } from './element-rules.ts';
import { LIMITS } from './limits.ts';
import { NO_TAG, TAGS, type Tag } from './tags.ts';

export interface OpenElement {
  readonly tag: Tag;
  /** Hides all that is in it; the other three can be undone by an element inside. */
  readonly gone: boolean;
  readonly invisible: boolean;
  readonly tiny: boolean;
  readonly blended: boolean;
  readonly pre: boolean;
  /** -1, or where a quote in this element started. */
  readonly quoteStart: number;
}

const ROOT: OpenElement = { tag: NO_TAG, gone: false, invisible: false, tiny: false, blended: false, pre: false, quoteStart: -1 };
const named = (name: string): Tag => TAGS.find((tag) => tag.name === name)!;
const HEAD_TAG = named('head');
const PARAGRAPH = named('p');
const HEAD = new Set(['head']);
const NOTHING = new Set<string>();

export class OpenElements {
  readonly #stack: OpenElement[] = [];
  /** How many are open: by number of the tag, and by name of one that HTML does not know. */
  readonly #count = new Int32Array(TAGS.length);
  readonly #others = new Map<string, number>();
  readonly #onClose: (element: OpenElement, depth: number) => void;
  /** The innermost one. */
  top: OpenElement = ROOT;

  /** @param onClose called for each element that ends, innermost first, with the depth it stood at. */
  constructor(onClose: (element: OpenElement, depth: number) => void) {
    this.#onClose = onClose;
  }

  get depth(): number {
    return this.#stack.length;
  }

  has(tag: Tag): boolean {
    return tag.number < 0 ? (this.#others.get(tag.name) ?? 0) > 0 : this.#count[tag.number]! > 0;
  }

  push(element: OpenElement): void {
    this.#stack.push(element);
    this.#add(element.tag, 1);
    this.top = element;
  }

  /** Ends what a start tag ends without saying so. */
  closeImplied(tag: Tag): void {
    if (!tag.isInHead && this.has(HEAD_TAG)) this.#closeNearest(HEAD, NOTHING);
    if (tag.implied !== null) this.#closeNearest(tag.implied[0], tag.implied[1]);
    if (tag.paragraph !== null && this.has(PARAGRAPH)) this.#closeNearest(tag.paragraph[0], tag.paragraph[1]);
  }

  /** An end tag. */
  close(tag: Tag): void {
    if (!this.has(tag)) return;
    const isBlock = tag.isBlock || tag.isScope;
    const lowest = Math.max(0, this.#stack.length - LIMITS.elementScanMax);
    for (let i = this.#stack.length - 1; i >= lowest; i--) {
      const open = this.#stack[i]!.tag;
      if (open.name === tag.name) return tag.isFormatting ? this.#remove(i) : this.closeTo(i);
      if (open.isScope && !closesAcross(tag.name, open.name)) return;
      if (!isBlock && !tag.isFormatting && open.isBlock) return;
    }
  }

  /** Ends everything above a depth. */
  closeTo(depth: number): void {
    while (this.#stack.length > depth) {
      const element = this.#stack.pop()!;
      this.#add(element.tag, -1);
      this.#onClose(element, this.#stack.length + 1);
    }
    this.top = this.#stack.at(-1) ?? ROOT;
  }

  #closeNearest(closes: ReadonlySet<string>, until: ReadonlySet<string>): void {
    const lowest = Math.max(0, this.#stack.length - LIMITS.elementScanMax);
    for (let i = this.#stack.length - 1; i >= lowest; i--) {
      const { name } = this.#stack[i]!.tag;
      if (closes.has(name)) return this.closeTo(i);
      if (until.has(name)) return;
    }
  }

  // A formatting element may end inside a block that stays open: `<b><p>one</b>two</p>`. Where it hid something the block ends with it.
  #remove(at: number): void {
    const element = this.#stack[at]!;
    const parent = this.#stack[at - 1] ?? ROOT;
    const hides = element.gone !== parent.gone || element.invisible || element.tiny || element.blended;
    if (hides || at === this.#stack.length - 1) return this.closeTo(at);
    this.#stack.splice(at, 1);
    this.#add(element.tag, -1);
    this.#onClose(element, Infinity);
  }

  #add(tag: Tag, change: number): void {
    if (tag.number >= 0) this.#count[tag.number]! += change;
    else this.#others.set(tag.name, (this.#others.get(tag.name) ?? 0) + change);
  }
}
