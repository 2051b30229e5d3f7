// Splits an mbox stream (RFC 4155 and its relatives, Google Takeout) into messages with bounded memory. A separator is a line "From …" after a
// blank line or at the start of the file, of the known form, and before a line that looks like a header field: a "From " in a body is none.
// `>From ` is un-escaped (mboxrd; the same as mboxo wherever that is unambiguous). Bytes are otherwise left as they are. In a file whose writer
// keeps lengths (mboxcl, mboxcl2), the length ends a message: see mbox-length.ts.
import { FILE_LIMITS } from './limits.ts';
import { showsHeader, statedLength } from './mbox-length.ts';

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
  /** So far every message ended where its length says. A file that begins with one is never read from the middle (resume-mbox.ts). */
  #keepsLengths: boolean;
  #isVerbatim = false;
  /** File offset of the end that the open message states. */
  #statedEnd: number | null = null;

  constructor(offset: number) {
    this.#restOffset = offset;
    this.#keepsLengths = offset === 0;
  }

  *push(chunk: Buffer): Generator<MboxMessage> {
    this.#rest = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    yield* this.#search(false);
  }

  *end(): Generator<MboxMessage> {
    yield* this.#search(true);
    this.#take(this.#rest.length);
    yield* this.#close(this.#restOffset);
  }

  *#search(isEnd: boolean): Generator<MboxMessage> {
    if (!this.#isOpened) {
      const opening = this.#opening(isEnd);
      if (opening === 'undecided') return;
      this.#isOpened = true;
      if (opening === null) this.#keepsLengths = false;
      else this.#begin(opening);
    }
    while (this.#keepsLengths) {
      const next = this.#byLength(isEnd);
      if (next === 'undecided') return;
      if (next === null) this.#forgetLengths();
      else {
        yield* this.#close(this.#restOffset + next.separator, next.separator === 0 ? 'with blank line' : 'exact');
        this.#begin(next.body, this.#restOffset + next.separator);
        if (isEnd && this.#rest.length === 0) return;
      }
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
      yield* this.#close(offset);
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

  /**
   * Takes the bytes of the open message by the length it states.
   * @returns where in the rest the next separator and its message stand, both the end at the file's end; null when the length is no length.
   */
  #byLength(isEnd: boolean): Boundary | 'undecided' | null {
    if (this.#statedEnd === null) {
      if (!isEnd && !showsHeader(this.#rest)) return 'undecided';
      const stated = statedLength(this.#rest);
      if (stated === null || stated.header + stated.body > FILE_LIMITS.messageBytesMax) return null;
      this.#statedEnd = this.#restOffset + stated.header + stated.body;
    }
    // The byte before the end tells whether a line ends there.
    this.#take(Math.max(0, Math.min(this.#rest.length, this.#statedEnd - this.#restOffset) - 1));
    const at = this.#statedEnd - this.#restOffset;
    if (!isEnd && this.#rest.length < at + BOUNDARY_BYTES) return 'undecided';
    const boundary = boundaryAt(this.#rest, at, isEnd);
    if (boundary === null) return null;
    this.#take(at);
    return { separator: boundary.separator - at, body: boundary.body - at };
  }

  /** A length that ends nowhere: from here on the file is read by its separators alone, this message from its start. */
  #forgetLengths(): void {
    this.#keepsLengths = false;
    this.#restOffset -= this.#piecesBytes;
    this.#rest = Buffer.concat([...this.#pieces, this.#rest]);
    this.#drop();
  }

  #drop(): void {
    this.#pieces = [];
    this.#piecesBytes = 0;
    this.#isOversized = false;
  }

  #begin(length: number, offset = this.#restOffset): void {
    this.#start = offset;
    this.#statedEnd = null;
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

  /** @param length how the message ended by its length, null: it ended at a separator. */
  *#close(end: number, length: 'exact' | 'with blank line' | null = null): Generator<MboxMessage> {
    const start = this.#start;
    const bytes = this.#piecesBytes;
    const whole = Buffer.concat(this.#pieces);
    // A line that begins with "From " within a length says that nothing was escaped here.
    this.#isVerbatim ||= length !== null && whole.includes(NEXT_FROM);
    const text = length === 'exact' || (length !== null && isHeaderOnly(whole)) ? whole : withoutBlankEnd(whole);
    const raw = this.#isOversized ? null : this.#isVerbatim && length !== null ? text : unescape(text);
    this.#drop();
    // Text before the first separator belongs to no message.
    if (start >= 0 && bytes > 0 && (raw === null || raw.length > 0)) yield { raw, start, end };
  }
}

const isHeaderOnly = (message: Buffer): boolean => statedLength(message)?.header === message.length;

interface Boundary {
  readonly separator: number;
  readonly body: number;
}

/** What follows an end: a blank line, a separator, and so much of the next header as tells whether it states a length. */
const BOUNDARY_BYTES = FILE_LIMITS.separatorBytesMax + FILE_LIMITS.mboxHeaderBytesMax + 4;

/** @returns where the message after one that ends at `at` begins, when one does, or the file ends there. */
function boundaryAt(bytes: Buffer, at: number, isEnd: boolean): Boundary | null {
  if (at > bytes.length) return null;
  const blank = /^\r?\n/.exec(bytes.toString('latin1', at, at + 2))?.[0].length ?? 0;
  const separator = at + blank;
  if (blank === 0 && at < bytes.length && bytes[at - 1] !== NEWLINE) return null;
  const cut = isEnd ? cutStart(bytes, separator) : null;
  if (cut !== null) return { separator, body: cut };
  const body = separatorEnd(bytes, separator, true);
  if (typeof body !== 'number') return null;
  const next = bytes.subarray(body);
  return statedLength(next) !== null || (isEnd && !showsHeader(next)) ? { separator, body } : null;
}

/** Where a message begins whose separator or first field the file was cut in, or that ends with the one before; null when it goes on beyond that. */
function cutStart(bytes: Buffer, separator: number): number | null {
  const [line = '', ...rest] = bytes.toString('latin1', separator, separator + 2 * FILE_LIMITS.separatorBytesMax).split('\n');
  if (rest.length === 0) return line.startsWith('From ') || 'From '.startsWith(line) ? bytes.length : null;
  const isCut = rest.length === 1 && isSeparator(line) && /^[!-9;-~]{0,200}[ \t]{0,4}$/.test(rest[0]!);
  return isCut ? separator + line.length + 1 : null;
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
