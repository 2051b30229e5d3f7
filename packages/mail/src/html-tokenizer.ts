// htmlparser2's tokenizer at the pace that mail needs: it leaps from one tag or quote to the next, where looking for entities it would go character
// by character. Its user decodes them. Knows nothing of elements.
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

/** What the tokenizer keeps for itself; not in the declared interface, as read-simple-mime.ts's parser. */
interface Inside {
  readonly buffer: string;
  /** Where `buffer` starts in the whole. */
  readonly offset: number;
  index: number;
}

type Options = ConstructorParameters<typeof Tokenizer>[0];
const OpenTokenizer = Tokenizer as unknown as new (
  options: Options,
  callbacks: TokenizerCallbacks,
) => Inside & Pick<Tokenizer, 'write' | 'end'>;

export class HtmlTokenizer extends OpenTokenizer {
  constructor(callbacks: TokenizerCallbacks) {
    super({ decodeEntities: false }, callbacks);
  }

  /** Stands on the next such character, or on the last one of all. */
  fastForwardTo(code: number): boolean {
    const at = this.buffer.indexOf(String.fromCharCode(code), this.index - this.offset + 1);
    this.index = this.offset + (at < 0 ? this.buffer.length - 1 : at);
    return at >= 0;
  }
}
