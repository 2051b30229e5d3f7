// HTML to what a reader sees. An own walker over htmlparser2's tokenizer, without recursion and in linear time: what CSS or attributes hide
// goes to `hidden`, scripts and comments go nowhere, links keep the offset of their words. Nothing is ever loaded.
import { decodeHTML, decodeHTMLAttribute } from 'entities/decode';
import type { QuoteType, TokenizerCallbacks } from 'htmlparser2';
import type { Link } from '@quittance/domain/message';
import { cleanLine } from './clean-text.ts';
import { createStyleSheet, type HidingStyle } from './hiding-styles.ts';
import { HtmlTokenizer } from './html-tokenizer.ts';
import { LIMITS } from './limits.ts';
import { Microdata, MICRODATA_ATTRIBUTES } from './microdata.ts';
import { NameTable } from './name-table.ts';
import { OpenElements, type OpenElement } from './open-elements.ts';
import { TagAttributes } from './tag-attributes.ts';
import { NO_TAG, tagAt, type Tag } from './tags.ts';
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

/** @param html whole, or in pieces. */
export function readVisibleText(html: string | readonly string[]): HtmlText {
  return new Walker().walk(typeof html === 'string' ? [html] : html);
}

interface OpenLink {
  readonly href: string;
  alt: string;
  start: number;
}

/** Most attributes are of layout: nobody here asks for them. */
const READ_ATTRIBUTES = new NameTable(
  [...'id class style hidden lang xml:lang type alt href'.split(' '), ...MICRODATA_ATTRIBUTES].map((name) => [name, name] as const),
);
const QUOTE_CLASS = /\b(?:gmail_quote|yahoo_quoted|moz-cite-prefix|protonmail_quote|tutanota_quote|zmail_extra)\b/;

class Walker implements TokenizerCallbacks {
  readonly #tokenizer = new HtmlTokenizer(this);
  readonly #styles = createStyleSheet();
  readonly #microdata = new Microdata();
  readonly #body = new TextBuilder();
  readonly #hidden = new TextBuilder();
  readonly #elements = new OpenElements((element, depth) => this.#onElementEnd(element, depth));
  readonly #links: Link[] = [];
  readonly #quotes: { start: number; end: number }[] = [];
  readonly #jsonLd: string[] = [];
  readonly #alts: string[] = [];
  #jsonLdRoom: number = LIMITS.structuredCharsMax;
  #link: OpenLink | null = null;
  #language: string | null = null;
  #tag = NO_TAG;
  readonly #attributes = new TagAttributes();
  #attribute = '';
  #value = '';
  #raw = '';
  #isJsonLd = false;

  walk(pieces: readonly string[]): HtmlText {
    let room: number = LIMITS.htmlCharsMax;
    for (const piece of pieces) {
      if (room <= 0) break;
      this.#tokenizer.write(piece.slice(0, room));
      room -= piece.length;
    }
    this.#tokenizer.end();
    this.#flush();
    this.#elements.closeTo(0);
    this.#closeLink();
    // A mail made of pictures: their texts are what is left to read.
    const place = this.#body.length === 0 ? this.#body : this.#hidden;
    for (const alt of this.#alts) appendLine(place, alt);
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
    const text = this.#slice(start, end);
    this.#raw += text.includes('&') && !this.#elements.top.tag.isRawText ? decodeHTML(text) : text;
  }
  oncdata(start: number, end: number): void {
    this.#raw += this.#slice(start, end);
  }
  onopentagname(start: number, end: number): void {
    this.#flush();
    this.#tag = this.#tagAt(start, end);
    this.#attributes.clear();
  }
  onattribname(start: number, end: number): void {
    const { buffer, offset } = this.#tokenizer;
    this.#attribute = READ_ATTRIBUTES.find(buffer, start - offset, end - offset) ?? '';
    this.#value = '';
  }
  onattribdata(start: number, end: number): void {
    if (this.#attribute === '') return;
    const value = this.#slice(start, end);
    this.#value = (this.#value + (value.includes('&') ? decodeHTMLAttribute(value) : value)).slice(0, LIMITS.attributeCharsMax);
  }
  onattribend(_quote: QuoteType, _end: number): void {
    if (this.#attribute !== '') this.#attributes.add(this.#attribute, this.#value);
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
    const tag = this.#tagAt(start, end);
    // `</br>` and a stray `</p>` show as a line break.
    if ((tag.name === 'br' || tag.name === 'p') && !this.#elements.has(tag) && !this.#elements.top.gone) this.#body.breakLine();
    this.#elements.close(tag);
  }
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  ontextentity(): void {}
  onattribentity(): void {}
  onend(): void {}

  #slice(start: number, end: number): string {
    const { buffer, offset } = this.#tokenizer;
    return buffer.slice(start - offset, end - offset);
  }

  #tagAt(start: number, end: number): Tag {
    const { buffer, offset } = this.#tokenizer;
    return tagAt(buffer, start - offset, end - offset);
  }

  #open(tag: Tag): void {
    this.#elements.closeImplied(tag);
    if (tag.isVoid) return this.#openVoid(tag.name);
    const element = this.#element(tag);
    this.#elements.push(element);
    const { name } = tag;
    if (name === 'html' && this.#language === null)
      this.#language = this.#attributes.get('lang') ?? this.#attributes.get('xml:lang') ?? null;
    if (name === 'script') this.#isJsonLd = this.#attributes.get('type')?.trim().toLowerCase() === 'application/ld+json';
    this.#microdata.open(this.#elements.depth, name, this.#attributes);
    if (element.gone) return;
    if (name === 'a') this.#openLink();
    this.#shape(tag);
  }

  #shape({ name, isBlock }: Tag): void {
    if (name === 'td' || name === 'th') this.#body.openCell();
    else if (name === 'tr') this.#body.openRow();
    else if (name === 'table') this.#body.openTable();
    else if (isBlock) this.#body.breakLine();
  }

  #openVoid(tag: string): void {
    this.#microdata.void(tag, this.#attributes);
    if (this.#elements.top.gone) return;
    if (tag === 'br' || tag === 'hr') this.#body.breakLine();
    else if (tag === 'img') this.#image();
  }

  #image(): void {
    const alt = cleanLine(this.#attributes.get('alt') ?? '').slice(0, LIMITS.linkTextCharsMax);
    if (!alt) return;
    if (this.#link) this.#link.alt ||= alt;
    if (this.#alts.length < LIMITS.linksMax && this.#isShown() && !this.#ownStyle('img').gone) this.#alts.push(alt);
  }

  #element(tag: Tag): OpenElement {
    const parent = this.#elements.top;
    const { name } = tag;
    const style = this.#ownStyle(name);
    return {
      tag,
      gone: parent.gone || (style.gone ?? false) || tag.hasNoText || this.#attributes.has('hidden'),
      invisible: style.invisible ?? parent.invisible,
      tiny: style.tiny ?? parent.tiny,
      blended: style.blended ?? parent.blended,
      pre: parent.pre || name === 'pre' || name === 'textarea',
      quoteStart: this.#isQuote(name) ? this.#body.length : -1,
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

  #onElementEnd({ tag, gone, quoteStart }: OpenElement, depth: number): void {
    this.#microdata.close(depth);
    if (quoteStart >= 0 && this.#body.length > quoteStart) this.#quotes.push({ start: quoteStart, end: this.#body.length });
    if (tag.name === 'a') this.#closeLink();
    if (gone) return;
    if (tag.name === 'tr') this.#body.closeRow();
    else if (tag.isBlock) this.#body.breakLine();
  }

  #isShown(): boolean {
    const { gone, invisible, tiny, blended } = this.#elements.top;
    return !gone && !invisible && !tiny && !blended;
  }

  #flush(): void {
    const raw = this.#raw;
    if (raw === '') return;
    this.#raw = '';
    const { tag } = this.#elements.top;
    if (tag.isMachine) return this.#machineText(tag.name, raw);
    // Text can't stand in the head: a browser takes it as the start of the body.
    if (tag.name === 'head' && raw.trim()) this.#elements.closeTo(this.#elements.depth - 1);
    this.#microdata.text(raw);
    if (!this.#isShown()) return this.#hide(raw);
    const at = this.#body.text(raw, this.#elements.top.pre);
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
    if (this.#hidden.length < LIMITS.hiddenCharsMax) appendLine(this.#hidden, raw.slice(0, LIMITS.hiddenCharsMax));
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

function appendLine(place: TextBuilder, text: string): void {
  if (place.text(text) >= 0) place.breakLine();
}

/** Nearly all are: tracking links are long, and four looks at each of them add up. */
const PLAIN_HREF = /^[!-~]*$/;

/** As a browser reads it: without the spaces and breaks around and in it. */
function cleanHref(href: string): string {
  if (PLAIN_HREF.test(href)) return href.slice(0, LIMITS.hrefCharsMax);
  return cleanLine(href.replace(/[\t\r\n]/g, '')).slice(0, LIMITS.hrefCharsMax);
}
