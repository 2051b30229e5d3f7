// HTML to what a reader sees. An own walker over htmlparser2's tokenizer, without recursion and in linear time: what CSS or attributes hide
// goes to `hidden`, scripts and comments go nowhere, links keep the offset of their words. Nothing is ever loaded.
import { Tokenizer, type QuoteType, type TokenizerCallbacks } from 'htmlparser2';
import type { Link } from '@quittance/domain/message';
import { cleanLine } from './clean-text.ts';
import { BLOCK, FORMATTING, MACHINE, NO_TEXT, SCOPE, IN_HEAD, VOID, closesParagraph, impliedEnd } from './element-rules.ts';
import { createStyleSheet, type HidingStyle } from './hiding-styles.ts';
import { LIMITS } from './limits.ts';
import { Microdata } from './microdata.ts';
import { TextBuilder } from './text-builder.ts';

export interface HtmlText {
  readonly body: string;
  readonly hidden: string;
  readonly rows: readonly (readonly string[])[];
  readonly links: readonly Link[];
  /** `lang` of the html element, as written. */
  readonly language: string | null;
  /** Where quoted mail starts: `<blockquote type="cite">` and its like. */
  readonly quotes: readonly { readonly start: number; readonly end: number }[];
  /** Texts of JSON-LD scripts, unparsed. */
  readonly jsonLd: readonly string[];
  readonly microdata: readonly unknown[];
}

export function readVisibleText(html: string): HtmlText {
  const walker = new Walker(html.length > LIMITS.htmlCharsMax ? html.slice(0, LIMITS.htmlCharsMax) : html);
  return walker.walk();
}

interface Open {
  readonly tag: string;
  readonly gone: boolean;
  readonly invisible: boolean;
  readonly tiny: boolean;
  readonly blended: boolean;
  readonly pre: boolean;
  /** -1, or where a quote in this element started. */
  readonly quoteStart: number;
}

interface OpenLink {
  readonly href: string;
  alt: string;
  start: number;
}

const ROOT: Open = { tag: '', gone: false, invisible: false, tiny: false, blended: false, pre: false, quoteStart: -1 };
const HEAD = new Set(['head']);
const NOTHING = new Set<string>();
const QUOTE_CLASS = /\b(?:gmail_quote|yahoo_quoted|moz-cite-prefix|protonmail_quote|tutanota_quote|zmail_extra)\b/;

class Walker implements TokenizerCallbacks {
  readonly #html: string;
  readonly #styles = createStyleSheet();
  readonly #microdata = new Microdata();
  readonly #body = new TextBuilder();
  readonly #hidden = new TextBuilder();
  readonly #stack: Open[] = [];
  readonly #openCount = new Map<string, number>();
  readonly #links: Link[] = [];
  readonly #quotes: { start: number; end: number }[] = [];
  readonly #jsonLd: string[] = [];
  readonly #alts: string[] = [];
  #jsonLdRoom: number = LIMITS.structuredCharsMax;
  #link: OpenLink | null = null;
  #language: string | null = null;
  #top: Open = ROOT;
  #tag = '';
  #attributes = new Map<string, string>();
  #attribute = '';
  #value = '';
  #raw = '';
  #isJsonLd = false;

  constructor(html: string) {
    this.#html = html;
  }

  walk(): HtmlText {
    const tokenizer = new Tokenizer({ decodeEntities: true }, this);
    tokenizer.write(this.#html);
    tokenizer.end();
    this.#flush();
    this.#popTo(0);
    this.#closeLink();
    // A mail made of pictures: their texts are what is left to read.
    if (this.#body.length === 0) for (const alt of this.#alts) this.#appendLine(alt);
    else for (const alt of this.#alts) this.#hide(alt);
    return {
      body: this.#body.toString(),
      hidden: this.#hidden.toString().slice(0, LIMITS.hiddenCharsMax).toWellFormed(),
      rows: this.#body.rows,
      links: this.#links,
      language: this.#language,
      quotes: this.#quotes,
      jsonLd: this.#jsonLd,
      microdata: this.#microdata.finish(),
    };
  }

  ontext(start: number, end: number): void {
    this.#raw += this.#html.slice(start, end);
  }
  ontextentity(codepoint: number): void {
    this.#raw += String.fromCodePoint(codepoint);
  }
  oncdata(start: number, end: number): void {
    this.#raw += this.#html.slice(start, end);
  }
  onopentagname(start: number, end: number): void {
    this.#flush();
    this.#tag = this.#html.slice(start, end).toLowerCase();
    if (this.#attributes.size > 0) this.#attributes = new Map();
  }
  onattribname(start: number, end: number): void {
    this.#attribute = this.#html.slice(start, Math.min(end, start + 64)).toLowerCase();
    this.#value = '';
  }
  onattribdata(start: number, end: number): void {
    const room = LIMITS.attributeCharsMax - this.#value.length;
    if (room > 0) this.#value += this.#html.slice(start, Math.min(end, start + room));
  }
  onattribentity(codepoint: number): void {
    if (this.#value.length < LIMITS.attributeCharsMax) this.#value += String.fromCodePoint(codepoint);
  }
  onattribend(_quote: QuoteType, _end: number): void {
    // The first of two attributes of one name counts (WHATWG HTML, attribute name state).
    if (this.#attributes.size < 40 && !this.#attributes.has(this.#attribute)) this.#attributes.set(this.#attribute, this.#value);
  }
  onopentagend(): void {
    this.#open(this.#tag);
  }
  onselfclosingtag(): void {
    // HTML ignores the slash: `<div />` stays open.
    this.#open(this.#tag);
  }
  onclosetag(start: number, end: number): void {
    this.#flush();
    this.#close(this.#html.slice(start, end).toLowerCase());
  }
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  #open(tag: string): void {
    this.#closeImplied(tag);
    if (VOID.has(tag)) return this.#openVoid(tag);
    const element = this.#element(tag);
    this.#stack.push(element);
    this.#openCount.set(tag, (this.#openCount.get(tag) ?? 0) + 1);
    this.#top = element;
    if (tag === 'html' && this.#language === null)
      this.#language = this.#attributes.get('lang') ?? this.#attributes.get('xml:lang') ?? null;
    if (tag === 'script') this.#isJsonLd = this.#attributes.get('type')?.trim().toLowerCase() === 'application/ld+json';
    this.#microdata.open(this.#stack.length, tag, this.#attributes);
    if (element.gone) return;
    if (tag === 'a') this.#openLink();
    this.#shape(tag);
  }

  #shape(tag: string): void {
    if (tag === 'td' || tag === 'th') this.#body.openCell();
    else if (tag === 'tr') this.#body.openRow();
    else if (tag === 'table') this.#body.openTable();
    else if (BLOCK.has(tag)) this.#body.breakLine();
  }

  #openVoid(tag: string): void {
    this.#microdata.void(tag, this.#attributes);
    if (this.#top.gone) return;
    if (tag === 'br' || tag === 'hr') this.#body.breakLine();
    else if (tag === 'img') this.#image();
  }

  #image(): void {
    const alt = cleanLine(this.#attributes.get('alt') ?? '').slice(0, LIMITS.linkTextCharsMax);
    if (!alt) return;
    if (this.#link) this.#link.alt ||= alt;
    if (this.#alts.length < LIMITS.linksMax && this.#isShown() && !this.#ownStyle('img').gone) this.#alts.push(alt);
  }

  #element(tag: string): Open {
    const parent = this.#top;
    const style = this.#ownStyle(tag);
    return {
      tag,
      gone: parent.gone || (style.gone ?? false) || NO_TEXT.has(tag) || this.#attributes.has('hidden'),
      invisible: style.invisible ?? parent.invisible,
      tiny: style.tiny ?? parent.tiny,
      blended: style.blended ?? parent.blended,
      pre: parent.pre || tag === 'pre' || tag === 'textarea',
      quoteStart: this.#isQuote(tag) ? this.#body.length : -1,
    };
  }

  #ownStyle(tag: string): HidingStyle {
    const attributes = this.#attributes;
    if (attributes.size === 0) return this.#styles.styleOf(tag, '', '', '');
    return this.#styles.styleOf(tag, attributes.get('id') ?? '', attributes.get('class') ?? '', attributes.get('style') ?? '');
  }

  #isQuote(tag: string): boolean {
    if (tag === 'blockquote') return this.#attributes.get('type') === 'cite';
    return tag === 'div' && QUOTE_CLASS.test(this.#attributes.get('class') ?? '');
  }

  #closeImplied(tag: string): void {
    if ((this.#openCount.get('head') ?? 0) > 0 && !IN_HEAD.has(tag)) this.#closeNearest(HEAD, NOTHING);
    const rule = impliedEnd(tag);
    if (rule) this.#closeNearest(...rule);
    const paragraph = closesParagraph(tag);
    if (paragraph && (this.#openCount.get('p') ?? 0) > 0) this.#closeNearest(...paragraph);
  }

  #closeNearest(closes: ReadonlySet<string>, until: ReadonlySet<string>): void {
    const lowest = Math.max(0, this.#stack.length - LIMITS.elementScanMax);
    for (let i = this.#stack.length - 1; i >= lowest; i--) {
      const { tag } = this.#stack[i]!;
      if (closes.has(tag)) return this.#popTo(i);
      if (until.has(tag)) return;
    }
  }

  #close(tag: string): void {
    if (tag === 'br' || tag === 'p') {
      // `</br>` and a stray `</p>` show as a line break.
      if ((this.#openCount.get(tag) ?? 0) === 0 && !this.#top.gone) this.#body.breakLine();
    }
    if ((this.#openCount.get(tag) ?? 0) === 0) return;
    const isBlock = BLOCK.has(tag) || SCOPE.has(tag);
    const lowest = Math.max(0, this.#stack.length - LIMITS.elementScanMax);
    for (let i = this.#stack.length - 1; i >= lowest; i--) {
      const open = this.#stack[i]!.tag;
      if (open === tag) return FORMATTING.has(tag) ? this.#remove(i) : this.#popTo(i);
      if (SCOPE.has(open) && !closesAcross(tag, open)) return;
      if (!isBlock && !FORMATTING.has(tag) && BLOCK.has(open)) return;
    }
  }

  // A formatting element may end inside a block that stays open: `<b><p>one</b>two</p>`. Where it hid something the block ends with it.
  #remove(at: number): void {
    const element = this.#stack[at]!;
    const parent = this.#stack[at - 1] ?? ROOT;
    const hides = element.gone !== parent.gone || element.invisible || element.tiny || element.blended;
    if (hides || at === this.#stack.length - 1) return this.#popTo(at);
    this.#stack.splice(at, 1);
    this.#count(element.tag);
    if (element.tag === 'a') this.#closeLink();
  }

  #popTo(depth: number): void {
    while (this.#stack.length > depth) {
      const element = this.#stack.pop()!;
      this.#count(element.tag);
      this.#microdata.close(this.#stack.length + 1);
      if (element.quoteStart >= 0 && this.#body.length > element.quoteStart) {
        this.#quotes.push({ start: element.quoteStart, end: this.#body.length });
      }
      if (element.tag === 'a') this.#closeLink();
      if (element.gone) continue;
      if (element.tag === 'tr') this.#body.closeRow();
      else if (BLOCK.has(element.tag)) this.#body.breakLine();
    }
    this.#top = this.#stack.at(-1) ?? ROOT;
  }

  #count(tag: string): void {
    this.#openCount.set(tag, (this.#openCount.get(tag) ?? 1) - 1);
  }

  #isShown(): boolean {
    const { gone, invisible, tiny, blended } = this.#top;
    return !gone && !invisible && !tiny && !blended;
  }

  #flush(): void {
    const raw = this.#raw;
    if (raw === '') return;
    this.#raw = '';
    if (MACHINE.has(this.#top.tag)) return this.#machineText(this.#top.tag, raw);
    // Text can't stand in the head: a browser takes it as the start of the body.
    if (this.#top.tag === 'head' && raw.trim()) this.#popTo(this.#stack.length - 1);
    this.#microdata.text(raw);
    if (!this.#isShown()) return this.#hide(raw);
    const at = this.#body.text(raw, this.#top.pre);
    if (at >= 0 && this.#link && this.#link.start < 0) this.#link.start = at;
  }

  #machineText(tag: string, raw: string): void {
    if (tag === 'style') this.#styles.add(raw);
    if (tag === 'script' && this.#jsonLdRoom > 0 && this.#isJsonLd) {
      this.#jsonLd.push(raw);
      this.#jsonLdRoom -= raw.length;
    }
  }

  #hide(raw: string): void {
    if (this.#hidden.length >= LIMITS.hiddenCharsMax) return;
    if (this.#hidden.text(raw.slice(0, LIMITS.hiddenCharsMax)) >= 0) this.#hidden.breakLine();
  }

  #appendLine(text: string): void {
    this.#body.text(text);
    this.#body.breakLine();
  }

  #openLink(): void {
    this.#closeLink();
    const href = cleanHref(this.#attributes.get('href') ?? '');
    if (href && this.#links.length < LIMITS.linksMax) this.#link = { href, alt: '', start: -1 };
  }

  #closeLink(): void {
    const link = this.#link;
    this.#link = null;
    if (!link) return;
    const text = link.start < 0 ? '' : cleanLine(this.#body.from(link.start)).slice(0, LIMITS.linkTextCharsMax).toWellFormed();
    if (text || link.alt) this.#links.push({ text: text || link.alt, href: link.href, start: link.start });
  }
}

function closesAcross(tag: string, scope: string): boolean {
  if (scope === 'td' || scope === 'th' || scope === 'caption')
    return tag === 'tr' || tag === 'table' || tag === 'tbody' || tag === 'thead' || tag === 'tfoot' || tag === 'body' || tag === 'html';
  return tag === 'body' || tag === 'html';
}

/** As a browser reads it: without the spaces and breaks around and in it. */
function cleanHref(href: string): string {
  return cleanLine(href.replace(/[\t\r\n]/g, '')).slice(0, LIMITS.hrefCharsMax);
}
