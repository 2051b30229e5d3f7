// Cuts a MIME message into its parts where their delimiters leave no doubt: every multipart closed, every part with a header and a body. What is
// built in any other way is left to the library, whose header parser reads the parts here too.
import MimeNode from '@zone-eu/mailsplit/lib/mime-node.js';
import { LIMITS } from './limits.ts';

export interface Part {
  readonly node: InstanceType<typeof MimeNode>;
  /** Of a part that has no children. */
  readonly body: Buffer;
  readonly children: readonly Part[];
}

const NEWLINE = 0x0a;
const RETURN = 0x0d;
/** More structure than honest mail has goes to the library, with its limits. */
const DEPTH_MAX = 8;
const LINE_BYTES_MAX = 200;
const PARTS_MAX = LIMITS.partsMax / 2;

/** null where a part or a delimiter is not as it should be. */
export function splitParts(raw: Buffer): Part | null {
  return new Splitter(raw).part(0, raw.length, false, 0);
}

class Splitter {
  readonly #raw: Buffer;
  #count = 0;

  constructor(raw: Buffer) {
    this.#raw = raw;
  }

  part(start: number, end: number, parent: InstanceType<typeof MimeNode> | false, depth: number): Part | null {
    const bodyStart = this.#bodyStart(start, end);
    if (bodyStart < 0 || depth > DEPTH_MAX || (this.#count += 1) > PARTS_MAX) return null;
    const node = new MimeNode(parent, {});
    node.addHeaderChunk(this.#raw.subarray(start, bodyStart));
    node.parseHeaders();
    // RFC 2045 §5.2: a type that can't be read means plain text.
    if (!node.contentType || !node.contentType.includes('/')) node.contentType = 'text/plain';
    if (node.contentType.startsWith('message/')) return null;
    // mailparser heeds a boundary wherever one is declared.
    if (!node.multipart && node._boundary) return null;
    if (!node.multipart) return { node, body: this.#raw.subarray(bodyStart, end), children: [] };
    const children = node._boundary ? this.#children(node, node._boundary.toString('latin1'), bodyStart, end, depth) : null;
    return children && { node, body: this.#raw.subarray(0, 0), children };
  }

  #children(node: InstanceType<typeof MimeNode>, boundary: string, start: number, end: number, depth: number): Part[] | null {
    const children: Part[] = [];
    let partStart = -1;
    const mark = `--${boundary}`;
    // Searched no further than it reaches, or many of them would cost the square of the message.
    const region = this.#raw.subarray(0, end);
    for (let at = region.indexOf(mark, start, 'latin1'); at >= 0; at = region.indexOf(mark, at + 1, 'latin1')) {
      if (at > start && this.#raw[at - 1] === RETURN) return null;
      if (at > start && this.#raw[at - 1] !== NEWLINE) continue;
      const line = this.#delimiter(at + mark.length, end);
      // A longer word begins with it: another boundary perhaps.
      if (!line) return null;
      if (partStart >= 0) {
        const child = this.part(partStart, Math.max(partStart, this.#beforeBreak(at)), node, depth + 1);
        if (!child) return null;
        children.push(child);
      }
      if (line.isLast) return children.length > 0 ? children : null;
      partStart = line.end;
    }
    return null;
  }

  /** What stands behind a boundary: nothing or `--`, spaces, the end of the line. */
  #delimiter(at: number, end: number): { isLast: boolean; end: number } | null {
    const line = this.#raw.subarray(at, Math.min(end, at + LINE_BYTES_MAX));
    const newline = line.indexOf(NEWLINE);
    if (newline < 0 && at + line.length < end) return null;
    const lineEnd = newline < 0 ? end : at + newline + 1;
    const rest = /^(--)?[ \t]*\r?(\n?)$/.exec(this.#raw.toString('latin1', at, lineEnd));
    if (!rest || (rest[1] === undefined && rest[2] === '')) return null;
    return { isLast: rest[1] !== undefined, end: lineEnd };
  }

  /** The line break before a delimiter belongs to it. */
  #beforeBreak(at: number): number {
    return this.#raw[at - 2] === RETURN ? at - 2 : at - 1;
  }

  /** Behind the empty line that ends the header; -1 without one, or without a header. */
  #bodyStart(start: number, end: number): number {
    const region = this.#raw.subarray(0, Math.min(end, start + LIMITS.headerBytesMax));
    if (region[start] === NEWLINE || (region[start] === RETURN && region[start + 1] === NEWLINE)) return -1;
    for (let at = region.indexOf(NEWLINE, start); at >= 0; at = region.indexOf(NEWLINE, at + 1)) {
      if (region[at + 1] === NEWLINE) return at + 2;
      if (region[at + 1] === RETURN && region[at + 2] === NEWLINE) return at + 3;
    }
    return -1;
  }
}
