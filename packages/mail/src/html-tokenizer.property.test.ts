// The tokenizer that leaps gives what htmlparser2's own gives when it looks for entities itself, once what it gives is decoded.
import { decodeHTML, decodeHTMLAttribute } from 'entities/decode';
import fc from 'fast-check';
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { expect, test } from 'vitest';
import { RAW_TEXT } from './element-rules.ts';
import { HtmlTokenizer } from './html-tokenizer.ts';

const SIGNS = [
  '<',
  '>',
  '/',
  '=',
  '"',
  "'",
  ' ',
  '\n',
  '&',
  ';',
  '!',
  '-',
  '--',
  '?',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<!doctype html>',
];
const ENTITIES = ['&amp;', '&nbsp', '&eacute;', '&#8364;', '&#x20AC', '&notit;', '&copy=1', '&#0;', '&NotEqualTilde;', '&am', 'p;', '&#'];
const TAGS = ['<p>', '</p>', '<a href="x&amp;y&copy=1&lt;">', "<a title='&quot;' b c=d&amp;e/>", '<br/>', '<td\n class = "a b"', '<b x="'];
const RAW = '<title> </title> <script> </script > <style> </style> <textarea> </textarea> <xmp> </xmp> <plaintext> <svg> </svg>'.split(' ');
const PIECES = [SIGNS, ENTITIES, TAGS, RAW, ['words', 'é', '😀', 'a b', '<3', 'x&y']].flat();

test('entities and tags come out as from the tokenizer that goes character by character', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }), (pieces) => {
      // The other one misses an entity right behind a "<" or "</" in a title or text area; a browser does not.
      const html = pieces.join('').replaceAll(/<+\/?&/g, '&');
      const leaping = new Collector(html, true);
      run(new HtmlTokenizer(leaping), html);
      const plain = new Collector(html, false);
      run(new Tokenizer({ decodeEntities: true }, plain), html);
      expect(leaping.events).toEqual(plain.events);
    }),
    { numRuns: 3_000 },
  );
});

test('pieces come out as the whole does', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }),
      fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
      (parts, cuts) => {
        const html = parts.join('');
        const whole = new Collector(html, true);
        run(new HtmlTokenizer(whole), html);
        const cut = new Collector(html, true);
        const tokenizer = new HtmlTokenizer(cut);
        const pieces = html.split(/(?=<)/).reduce<string[]>((joined, piece, at) => {
          if (at === 0 || cuts[at % cuts.length]) return [...joined, piece];
          return [...joined.slice(0, -1), joined.at(-1)! + piece];
        }, []);
        for (const piece of pieces) tokenizer.write(piece);
        tokenizer.end();
        expect(cut.events).toEqual(whole.events);
      },
    ),
    { numRuns: 3_000 },
  );
});

function run(tokenizer: Pick<Tokenizer, 'write' | 'end'>, html: string): void {
  tokenizer.write(html);
  tokenizer.end();
}

/** Neighbouring texts as one, as the walker takes them. */
class Collector implements TokenizerCallbacks {
  readonly events: [string, string][] = [];
  readonly #html: string;
  readonly #decodes: boolean;
  #tag = '';
  #value = '';

  constructor(html: string, decodes: boolean) {
    this.#html = html;
    this.#decodes = decodes;
  }
  #add(what: string, text: string): void {
    const last = this.events.at(-1);
    if (last?.[0] === what && what === 'text') last[1] += text;
    else this.events.push([what, text]);
  }
  ontext(start: number, end: number): void {
    const text = this.#html.slice(start, end);
    this.#add('text', this.#decodes && !RAW_TEXT.has(this.#tag) ? decodeHTML(text) : text);
  }
  ontextentity(code: number): void {
    this.#add('text', String.fromCodePoint(code));
  }
  onopentagname(start: number, end: number): void {
    this.#tag = this.#html.slice(start, end);
    this.#add('open', this.#tag);
  }
  onattribname(start: number, end: number): void {
    this.#add('name', this.#html.slice(start, end));
    this.#value = '';
  }
  onattribdata(start: number, end: number): void {
    const value = this.#html.slice(start, end);
    this.#value += this.#decodes ? decodeHTMLAttribute(value) : value;
  }
  onattribentity(code: number): void {
    this.#value += String.fromCodePoint(code);
  }
  onattribend(): void {
    // A tag that the end of the text breaks off has no last value.
    this.#add('value', this.#value);
  }
  onopentagend(): void {
    this.#add('opened', '');
  }
  onselfclosingtag(): void {
    this.#add('opened', '/');
  }
  onclosetag(start: number, end: number): void {
    this.#tag = '';
    this.#add('close', this.#html.slice(start, end));
  }
  oncdata(start: number, end: number): void {
    this.#add('text', this.#html.slice(start, end));
  }
  oncomment(start: number, end: number): void {
    this.#add('comment', this.#html.slice(start, end));
  }
  ondeclaration(start: number, end: number): void {
    this.#add('declaration', this.#html.slice(start, end));
  }
  onprocessinginstruction(): void {}
  onend(): void {}
}
