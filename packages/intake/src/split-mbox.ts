// Splits an mbox stream (RFC 4155 and its relatives, Google Takeout) into messages with bounded memory. A separator is a line "From …" after a
// blank line or at the start of the file, of the known form, and before a line that looks like a header field: a "From " in a body is none.
// `>From ` is un-escaped (mboxrd; the same as mboxo wherever that is unambiguous). Bytes are otherwise left as they are.
import { FILE_LIMITS } from './limits.ts';

export interface MboxMessage {
  /** null when it is bigger than a message may be: its bytes were passed over. */
  readonly raw: Buffer | null;
  /** Offset of its separator. */
  readonly start: number;
  /** Offset of the next separator or of the end. */
  readonly end: number;
}

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const FROM = Buffer.from('From ');
const NEXT_FROM = Buffer.from('\nFrom ');

/** @param offset where `chunks` starts in the file: 0 or a separator's offset. */
export async function* splitMbox(chunks: AsyncIterable<Buffer>, offset = 0): AsyncGenerator<MboxMessage> {
  const splitter = new Splitter(offset);
  for await (const chunk of chunks) yield* splitter.push(chunk);
  yield* splitter.end();
}

/** True when a message of an mbox begins with these bytes. */
export function startsWithSeparator(bytes: Buffer): boolean {
  return bytes.subarray(0, FROM.length).equals(FROM) && typeof separatorEnd(bytes, 0, true) === 'number';
}

class Splitter {
  /** Bytes of the open message that were searched already. */
  #pieces: Buffer[] = [];
  #piecesBytes = 0;
  #isOversized = false;
  /** Not yet searched, or searched and undecided at its end. */
  #rest: Buffer = Buffer.alloc(0);
  /** File offset of `#rest`. */
  #restOffset: number;
  /** File offset of the open message's separator; -1 before the first. */
  #start = -1;
  #isOpened = false;

  constructor(offset: number) {
    this.#restOffset = offset;
  }

  *push(chunk: Buffer): Generator<MboxMessage> {
    this.#rest = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    yield* this.#search(false);
  }

  *end(): Generator<MboxMessage> {
    yield* this.#search(true);
    this.#take(this.#rest.length);
    yield* this.#close();
  }

  *#search(isEnd: boolean): Generator<MboxMessage> {
    if (!this.#isOpened) {
      const opening = this.#opening(isEnd);
      if (opening === 'undecided') return;
      this.#isOpened = true;
      if (opening !== null) this.#begin(opening);
    }
    let from = 0;
    for (;;) {
      const found = this.#rest.indexOf(NEXT_FROM, from);
      if (found < 0) {
        // What may be the start of a separator stays, with the bytes that tell whether the line before it is blank.
        if (!isEnd) this.#take(Math.max(0, this.#rest.length - NEXT_FROM.length - 2));
        return;
      }
      const at = found + 1;
      if (!this.#isAfterBlank(at)) {
        from = at;
        continue;
      }
      const body = separatorEnd(this.#rest, at, isEnd);
      if (body === 'undecided') {
        this.#take(Math.max(0, at - 3));
        return;
      }
      if (body === null) {
        from = at;
        continue;
      }
      const offset = this.#restOffset + at;
      this.#take(at);
      yield* this.#close();
      this.#begin(body - at, offset);
      from = 0;
    }
  }

  /** The first separator stands at the start, after blank lines at most. @returns the length up to the message. */
  #opening(isEnd: boolean): number | null | 'undecided' {
    let at = 0;
    while (at < this.#rest.length && (this.#rest[at] === NEWLINE || this.#rest[at] === RETURN)) at++;
    if (this.#rest.length - at < FROM.length && !isEnd) return 'undecided';
    if (!this.#rest.subarray(at, at + FROM.length).equals(FROM)) return null;
    return separatorEnd(this.#rest, at, isEnd);
  }

  #begin(length: number, offset = this.#restOffset): void {
    this.#start = offset;
    this.#rest = this.#rest.subarray(length);
    this.#restOffset += length;
  }

  /** Moves the first bytes of the rest to the open message. */
  #take(length: number): void {
    if (length === 0) return;
    this.#piecesBytes += length;
    this.#isOversized ||= this.#piecesBytes > FILE_LIMITS.messageBytesMax;
    if (this.#isOversized) this.#pieces = [];
    else this.#pieces.push(this.#rest.subarray(0, length));
    this.#rest = this.#rest.subarray(length);
    this.#restOffset += length;
  }

  #isAfterBlank(at: number): boolean {
    const before = at - 2;
    if (before >= 0) {
      if (this.#rest[before] === NEWLINE) return true;
      if (this.#rest[before] !== RETURN) return false;
      return before === 0 ? this.#piecesBytes === 0 : this.#rest[before - 1] === NEWLINE;
    }
    // The separator's own line end stands right above: an empty message.
    return this.#piecesBytes === 0;
  }

  *#close(): Generator<MboxMessage> {
    const start = this.#start;
    const bytes = this.#piecesBytes;
    const raw = this.#isOversized ? null : unescape(withoutBlankEnd(Buffer.concat(this.#pieces)));
    this.#pieces = [];
    this.#piecesBytes = 0;
    this.#isOversized = false;
    // Text before the first separator belongs to no message.
    if (start >= 0 && bytes > 0 && (raw === null || raw.length > 0)) yield { raw, start, end: this.#restOffset };
  }
}

/** @returns the offset after the separator line at `at`, null when it is none, `undecided` when more bytes are needed. */
function separatorEnd(bytes: Buffer, at: number, isEnd: boolean): number | null | 'undecided' {
  const lineEnd = bytes.indexOf(NEWLINE, at);
  const seen = (lineEnd < 0 ? bytes.length : lineEnd) - at;
  if (seen > FILE_LIMITS.separatorBytesMax) return null;
  if (lineEnd < 0) return isEnd ? null : 'undecided';
  if (!isSeparator(bytes.toString('latin1', at, lineEnd))) return null;
  const body = lineEnd + 1;
  const next = bytes.toString('latin1', body, Math.min(bytes.length, body + FILE_LIMITS.headerPeekBytesMax));
  if (/^[!-9;-~]{1,200}[ \t]{0,4}:/.test(next) || next.startsWith('>From ')) return body;
  const isCut = !isEnd && next.length < 205 && !next.includes('\n') && /^[!-9;-~]*[ \t]*$/.test(next);
  return isCut ? 'undecided' : null;
}

/** "From sender Fri Sep 16 22:26:51 2016", with or without a zone before or after the year, or nothing after "From ". */
function isSeparator(line: string): boolean {
  return /^From \S+\s.{0,900}\b\d{4}(?:\s+[+-]\d{4}|\s+[A-Z]{1,5})?\s*$/.test(line) || /^From\s*$/.test(line);
}

/** The blank line before the next separator was put there by the writer of the file. */
function withoutBlankEnd(raw: Buffer): Buffer {
  if (raw.length < 2 || raw.at(-1) !== NEWLINE) return raw;
  const before = raw.at(-2) === RETURN ? 3 : 2;
  return raw.at(-before) === NEWLINE ? raw.subarray(0, raw.length - before + 1) : raw;
}

const ESCAPED = Buffer.from('>From ');

function unescape(raw: Buffer): Buffer {
  if (!raw.includes(ESCAPED)) return raw;
  return Buffer.from(raw.toString('latin1').replace(/(^|\n)>(>*From )/g, '$1$2'), 'latin1');
}
