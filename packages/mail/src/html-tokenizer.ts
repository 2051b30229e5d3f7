// htmlparser2's tokenizer at the pace that mail needs: it leaps from one tag or quote to the next and reads names and attributes in one go, where it would go
// character by character. Its user decodes entities. Knows nothing of elements.
import { QuoteType, Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

/** What the tokenizer keeps for itself; not in the declared interface, as read-simple-mime.ts's parser. */
interface Inside {
  buffer: string;
  /** Where `buffer` starts in the whole. */
  offset: number;
  index: number;
  /** Where what is being read began, or less than 0. */
  sectionStart: number;
  parse(): void;
  write(piece: string): void;
  stateInTagName(code: number): void;
  stateInClosingTagName(code: number): void;
  stateBeforeAttributeName(code: number): void;
}

type Options = ConstructorParameters<typeof Tokenizer>[0];
const OpenTokenizer = Tokenizer as unknown as new (options: Options, callbacks: TokenizerCallbacks) => Inside & Pick<Tokenizer, 'end'>;

const QUOTE = 0x22;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const isSpace = (code: number): boolean =>
  code === 0x20 || (code <= 0x0d && (code === 0x0a || code === 0x09 || code === 0x0d || code === 0x0c));
const isNameEnd = (code: number): boolean => code === GREATER || code === SLASH || isSpace(code);
const isAttributeEnd = (code: number): boolean => code === EQUALS || isNameEnd(code);

export class HtmlTokenizer extends OpenTokenizer {
  readonly #callbacks: TokenizerCallbacks;

  constructor(callbacks: TokenizerCallbacks) {
    super({ decodeEntities: false }, callbacks);
    this.#callbacks = callbacks;
  }

  /** The next piece of the whole. What began in the one before it stays in the buffer. */
  override write(piece: string): void {
    const { buffer, offset, sectionStart } = this;
    const rest = sectionStart < 0 ? '' : buffer.slice(sectionStart - offset);
    this.offset = offset + buffer.length - rest.length;
    this.buffer = rest + piece;
    this.parse();
  }

  override stateInTagName(): void {
    super.stateInTagName(this.#toNameEnd());
  }

  override stateInClosingTagName(): void {
    super.stateInClosingTagName(this.#toNameEnd());
  }

  /** Attributes as nearly all are written, `name="value"`, at once; any other is left to the library, character by character. */
  override stateBeforeAttributeName(code: number): void {
    const { buffer, offset } = this;
    let at = this.index - offset;
    let next = code;
    for (;;) {
      while (isSpace(next) && at + 1 < buffer.length) next = buffer.charCodeAt(++at);
      if (isNameEnd(next)) break;
      let end = at + 1;
      while (end < buffer.length && !isAttributeEnd(buffer.charCodeAt(end))) end += 1;
      if (buffer.charCodeAt(end) !== EQUALS || buffer.charCodeAt(end + 1) !== QUOTE) break;
      const close = buffer.indexOf('"', end + 2);
      if (close < 0 || close + 1 === buffer.length) break;
      this.#callbacks.onattribname(offset + at, offset + end);
      this.#callbacks.onattribdata(offset + end + 2, offset + close);
      this.#callbacks.onattribend(QuoteType.Double, offset + close + 1);
      at = close + 1;
      next = buffer.charCodeAt(at);
    }
    this.index = offset + at;
    super.stateBeforeAttributeName(next);
  }

  /** @returns the character on which it stands then: behind the name, or the last one of all. */
  #toNameEnd(): number {
    const { buffer, offset } = this;
    let at = this.index - offset;
    let code = buffer.charCodeAt(at);
    while (!isNameEnd(code) && at + 1 < buffer.length) code = buffer.charCodeAt(++at);
    this.index = offset + at;
    return code;
  }

  /** Stands on the next such character, or on the last one of all. */
  fastForwardTo(code: number): boolean {
    const at = this.buffer.indexOf(String.fromCharCode(code), this.index - this.offset + 1);
    this.index = this.offset + (at < 0 ? this.buffer.length - 1 : at);
    return at >= 0;
  }
}
