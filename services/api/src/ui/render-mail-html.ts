// A mail's HTML as a page for the sandboxed frame. What protects is the page's own policy: no scripts, no network, an opaque origin. As the second
// layer the HTML is written anew from an allow-list: no scripts, forms, frames or redirects, no address that a browser could load;
// pictures that the mail carries along become data. Links keep their words and lose their target: the message page lists where they lead.
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

export const MAIL_HTML_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

export interface MailImages {
  get(contentId: string): { readonly contentType: string; readonly bytes: Buffer } | undefined;
}

const TAGS = new Set(
  `a abbr acronym address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn dir div dl dt em
   figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark menu nav ol p pre q s samp section small span
   strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr`.split(/\s+/),
);
/** Dropped with all they hold; other unknown elements lose their tags and keep their words. */
const GONE = new Set(
  `script noscript template iframe frame frameset noframes object embed applet audio video canvas svg math title textarea select option
   xml noembed plaintext xmp`.split(/\s+/),
);
const VOID = new Set(['br', 'col', 'hr', 'img', 'wbr']);
const ATTRIBUTES = new Set(
  `abbr align alt bgcolor border cellpadding cellspacing class color colspan dir face height hspace lang nowrap role rowspan size span start
   style title type valign value vspace width`.split(/\s+/),
);
const DATA_IMAGE = /^data:image\/(?:png|jpe?g|gif|webp);base64,[a-z0-9+/=\s]*$/i;
const ATTRIBUTES_MAX = 100;
const HTML_CHARS_MAX = 2_000_000;
const OUTPUT_CHARS_MAX = 16_000_000;

const HEAD = `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><style>
body{margin:12px;background:#fff;color:#1a1a1a;font:16px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
img{max-width:100%;height:auto}pre{white-space:pre-wrap}a{color:#1646a0;text-decoration:underline}</style></head>`;

/** @param html the HTML part as sent; @param images what `cid:` addresses stand for. */
export function renderMailHtml(html: string, images: MailImages): string {
  return `${HEAD}<body>${new Rewriter(html.slice(0, HTML_CHARS_MAX), images).rewrite()}</body></html>`;
}

/** A mail without HTML. */
export function renderMailText(text: string): string {
  return `${HEAD}<body><pre>${escapeHtml(text)}</pre></body></html>`;
}

/**
 * Reads tags with htmlparser2's tokenizer and writes the allowed ones. It keeps no stack of open elements (a browser repairs those by
 * itself), so that its time grows with the length of the mail whatever its nesting.
 */
class Rewriter implements TokenizerCallbacks {
  readonly #html: string;
  readonly #images: MailImages;
  readonly #out: string[] = [];
  #size = 0;
  #tag = '';
  #attributes = new Map<string, string>();
  #attribute = '';
  #value = '';
  /** The element whose content is left out, and how many of its name are open. */
  #gone = '';
  #goneDepth = 0;
  #style: string[] | null = null;

  constructor(html: string, images: MailImages) {
    this.#html = html;
    this.#images = images;
  }

  rewrite(): string {
    const tokenizer = new Tokenizer({ decodeEntities: true }, this);
    tokenizer.write(this.#html);
    tokenizer.end();
    this.#endStyle();
    return this.#out.join('');
  }

  onopentagname(start: number, end: number): void {
    this.#tag = this.#html.slice(start, end).toLowerCase();
    this.#attributes = new Map();
  }
  onattribname(start: number, end: number): void {
    this.#attribute = this.#html.slice(start, end).toLowerCase();
    this.#value = '';
  }
  onattribdata(start: number, end: number): void {
    this.#value += this.#html.slice(start, end);
  }
  onattribentity(codepoint: number): void {
    this.#value += String.fromCodePoint(codepoint);
  }
  // As in browsers, the first of two attributes with one name counts.
  onattribend(): void {
    if (this.#attributes.size < ATTRIBUTES_MAX && !this.#attributes.has(this.#attribute))
      this.#attributes.set(this.#attribute, this.#value);
  }
  onopentagend(): void {
    const tag = this.#tag;
    if (this.#goneDepth > 0) {
      if (tag === this.#gone) this.#goneDepth += 1;
    } else if (GONE.has(tag)) {
      this.#gone = tag;
      this.#goneDepth = 1;
    } else if (tag === 'style') {
      this.#style = [];
    } else if (TAGS.has(tag)) {
      this.#write(tag === 'img' ? imageTag(this.#attributes, this.#images) : `<${tag}${writeAttributes(this.#attributes)}>`);
    }
  }
  // In HTML the slash says nothing: `<script/>` opens a script.
  onselfclosingtag(): void {
    this.onopentagend();
  }
  onclosetag(start: number, end: number): void {
    const tag = this.#html.slice(start, end).toLowerCase();
    if (this.#goneDepth > 0) {
      if (tag === this.#gone) this.#goneDepth -= 1;
    } else if (tag === 'style') this.#endStyle();
    else if (TAGS.has(tag) && !VOID.has(tag)) this.#write(`</${tag}>`);
  }
  ontext(start: number, end: number): void {
    this.#text(this.#html.slice(start, end));
  }
  ontextentity(codepoint: number): void {
    this.#text(String.fromCodePoint(codepoint));
  }
  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  #text(text: string): void {
    if (this.#goneDepth > 0) return;
    if (this.#style) this.#style.push(text);
    else this.#write(escapeHtml(text));
  }

  // Cleaned as a whole: pieces that are harmless apart may spell an address together.
  #endStyle(): void {
    if (this.#style) this.#write(`<style>${cleanCss(this.#style.join(''))}</style>`);
    this.#style = null;
  }

  #write(text: string): void {
    this.#size += text.length;
    if (this.#size <= OUTPUT_CHARS_MAX) this.#out.push(text);
  }
}

function imageTag(attributes: ReadonlyMap<string, string>, images: MailImages): string {
  const source = imageSource(attributes.get('src') ?? '', images);
  const alternative = attributes.get('alt');
  // Remote pictures are mostly tracking; where there is a text for them it is shown instead.
  if (source === null) return alternative ? `<span>${escapeHtml(alternative)}</span>` : '';
  return `<img src="${source}"${writeAttributes(attributes)}>`;
}

function imageSource(source: string, images: MailImages): string | null {
  const trimmed = source.trim();
  if (DATA_IMAGE.test(trimmed)) return trimmed.replace(/\s+/g, '');
  if (!/^cid:/i.test(trimmed)) return null;
  const image = images.get(decodeContentId(trimmed.slice(4)));
  return image ? `data:${image.contentType};base64,${image.bytes.toString('base64')}` : null;
}

function decodeContentId(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone percent sign: taken as written.
    return text;
  }
}

function writeAttributes(attributes: ReadonlyMap<string, string>): string {
  return [...attributes]
    .filter(([name]) => ATTRIBUTES.has(name))
    .map(([name, value]) => ` ${name}="${escapeHtml(name === 'style' ? cleanCss(value) : value)}"`)
    .join('');
}

/** CSS in which nothing names an address: escapes, which could spell one, go first, then everything that loads. */
export function cleanCss(css: string): string {
  return css
    .replace(/\/\*(?:(?!\*\/)[\s\S])*(?:\*\/)?/g, ' ')
    .replace(/[\\<>\0]/g, '')
    .replace(/@(?:import|namespace|charset|font-face|document|property)\b[^;{}]*/gi, '')
    .replace(/(?:-[a-z]+-)?\b(?:url|src|image-set|image|cross-fade|element|paint|expression|url-prefix|domain)\s*\(/gi, 'none(')
    .replace(/\b(?:behavior|-moz-binding)\s*:/gi, 'none:')
    .replace(/(?:https?|ftp|file|data|javascript|vbscript)\s*:|\/\//gi, '');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}
