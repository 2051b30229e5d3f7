// Which elements are open at a point of an HTML text, by the rules a browser follows when tags are missing, misplaced or too many. Scans of the
// stack are bounded, so that no nesting makes it slow.
import { BLOCK, FORMATTING, IN_HEAD, SCOPE, closesAcross, closesParagraph, impliedEnd } from './element-rules.ts';
import { LIMITS } from './limits.ts';

export interface OpenElement {
  readonly tag: string;
  /** Hides all that is in it; the other three can be undone by an element inside. */
  readonly gone: boolean;
  readonly invisible: boolean;
  readonly tiny: boolean;
  readonly blended: boolean;
  readonly pre: boolean;
  /** -1, or where a quote in this element started. */
  readonly quoteStart: number;
}

const ROOT: OpenElement = { tag: '', gone: false, invisible: false, tiny: false, blended: false, pre: false, quoteStart: -1 };
const HEAD = new Set(['head']);
const NOTHING = new Set<string>();

export class OpenElements {
  readonly #stack: OpenElement[] = [];
  readonly #count = new Map<string, number>();
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

  has(tag: string): boolean {
    return (this.#count.get(tag) ?? 0) > 0;
  }

  push(element: OpenElement): void {
    this.#stack.push(element);
    this.#count.set(element.tag, (this.#count.get(element.tag) ?? 0) + 1);
    this.top = element;
  }

  /** Ends what a start tag ends without saying so. */
  closeImplied(tag: string): void {
    if (this.has('head') && !IN_HEAD.has(tag)) this.#closeNearest(HEAD, NOTHING);
    const rule = impliedEnd(tag);
    if (rule) this.#closeNearest(...rule);
    const paragraph = closesParagraph(tag);
    if (paragraph && this.has('p')) this.#closeNearest(...paragraph);
  }

  /** An end tag. */
  close(tag: string): void {
    if (!this.has(tag)) return;
    const isBlock = BLOCK.has(tag) || SCOPE.has(tag);
    const lowest = Math.max(0, this.#stack.length - LIMITS.elementScanMax);
    for (let i = this.#stack.length - 1; i >= lowest; i--) {
      const open = this.#stack[i]!.tag;
      if (open === tag) return FORMATTING.has(tag) ? this.#remove(i) : this.closeTo(i);
      if (SCOPE.has(open) && !closesAcross(tag, open)) return;
      if (!isBlock && !FORMATTING.has(tag) && BLOCK.has(open)) return;
    }
  }

  /** Ends everything above a depth. */
  closeTo(depth: number): void {
    while (this.#stack.length > depth) {
      const element = this.#stack.pop()!;
      this.#forget(element);
      this.#onClose(element, this.#stack.length + 1);
    }
    this.top = this.#stack.at(-1) ?? ROOT;
  }

  #closeNearest(closes: ReadonlySet<string>, until: ReadonlySet<string>): void {
    const lowest = Math.max(0, this.#stack.length - LIMITS.elementScanMax);
    for (let i = this.#stack.length - 1; i >= lowest; i--) {
      const { tag } = this.#stack[i]!;
      if (closes.has(tag)) return this.closeTo(i);
      if (until.has(tag)) return;
    }
  }

  // A formatting element may end inside a block that stays open: `<b><p>one</b>two</p>`. Where it hid something the block ends with it.
  #remove(at: number): void {
    const element = this.#stack[at]!;
    const parent = this.#stack[at - 1] ?? ROOT;
    const hides = element.gone !== parent.gone || element.invisible || element.tiny || element.blended;
    if (hides || at === this.#stack.length - 1) return this.closeTo(at);
    this.#stack.splice(at, 1);
    this.#forget(element);
    this.#onClose(element, Infinity);
  }

  #forget({ tag }: OpenElement): void {
    this.#count.set(tag, this.#count.get(tag)! - 1);
  }
}
