// Reads a multipart/form-data body (RFC 7578) as a stream: fields come as text, files go piece by piece to whoever takes them, so that an mbox of
// gigabytes never stands in memory. Small on purpose: what browsers and curl send, nothing else.
import { ProblemError } from './problem.ts';

export interface MultipartPart {
  readonly name: string;
  /** null for a field. */
  readonly filename: string | null;
  /** The content; it must be read to its end (or thrown away) before the next part is asked for. */
  readonly content: AsyncIterable<Buffer>;
}

const HEADER_BYTES_MAX = 16 * 1024;
const PARTS_MAX = 1_000;
const FIELD_BYTES_MAX = 10_000;
const CRLF = Buffer.from('\r\n');

/** @throws ProblemError `invalid_request` for a body that is no multipart body or ends early. */
export async function* readMultipart(body: AsyncIterable<Uint8Array>, contentType: string): AsyncGenerator<MultipartPart> {
  const delimiter = Buffer.from(`\r\n--${boundaryOf(contentType)}`);
  const input = new Input(body);
  // The first boundary has no line break before it: putting one there makes all boundaries alike.
  input.prepend(CRLF);
  await drain(input.until(delimiter));
  for (let count = 0; await isFollowedByPart(input); count += 1) {
    if (count >= PARTS_MAX) throw malformed('too many parts');
    const headers = await readHeaders(input);
    const content = input.until(delimiter);
    yield { ...headers, content };
    // Whatever the reader left of this part is skipped.
    await drain(content);
  }
}

/** A field's text. @throws ProblemError `invalid_request` when it is too long. */
export async function readField(part: MultipartPart): Promise<string> {
  return (await readWhole(part, FIELD_BYTES_MAX, () => malformed(`the field ${part.name} is too long`))).toString('utf8');
}

/** A part in memory. @throws `tooLarge()` as soon as it is larger than `bytesMax`. */
export async function readWhole({ content }: MultipartPart, bytesMax: number, tooLarge: () => ProblemError): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of content) {
    size += chunk.length;
    if (size > bytesMax) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function boundaryOf(contentType: string): string {
  const match = /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"]{1,70})"|([^\s";]{1,70}))/i.exec(contentType.slice(0, 1000));
  const boundary = match?.[1] ?? match?.[2];
  if (!boundary) throw malformed('no boundary');
  return boundary;
}

// After a boundary: `--` ends the body, a line break begins a part.
async function isFollowedByPart(input: Input): Promise<boolean> {
  const next = (await input.take(2)).toString('latin1');
  if (next === '--') return false;
  if (next !== '\r\n') throw malformed('a boundary is followed by neither a part nor the end');
  return true;
}

async function readHeaders(input: Input): Promise<{ name: string; filename: string | null }> {
  const lines: string[] = [];
  let size = 0;
  for (;;) {
    const line = await input.line(HEADER_BYTES_MAX - size);
    if (line === '') break;
    size += line.length;
    lines.push(line);
  }
  const disposition = lines.find((line) => /^content-disposition\s*:/i.test(line)) ?? '';
  const name = parameter(disposition, 'name');
  if (name === null) throw malformed('a part has no name');
  return { name, filename: parameter(disposition, 'filename') };
}

// Browsers write a quote inside a name as %22 and leave the rest as it is (HTML, "multipart/form-data encoding algorithm").
function parameter(header: string, name: string): string | null {
  const match = new RegExp(`;\\s*${name}="([^"]*)"`, 'i').exec(header);
  return match ? match[1]!.replaceAll('%22', '"') : null;
}

async function drain(content: AsyncIterable<Buffer>): Promise<void> {
  for await (const _ of content);
}

function malformed(message: string): ProblemError {
  return new ProblemError('invalid_request', { errors: [{ path: 'body', message }] });
}

/** The body's bytes with a look ahead. */
class Input {
  readonly #source: AsyncIterator<Uint8Array>;
  #buffer: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  prepend(bytes: Buffer): void {
    this.#buffer = Buffer.concat([bytes, this.#buffer]);
  }

  async take(count: number): Promise<Buffer> {
    while (this.#buffer.length < count) await this.#more();
    const taken = this.#buffer.subarray(0, count);
    this.#buffer = this.#buffer.subarray(count);
    return taken;
  }

  /** Up to the next line break, which is taken too. */
  async line(bytesMax: number): Promise<string> {
    for (;;) {
      const end = this.#buffer.indexOf(CRLF);
      if ((end < 0 ? this.#buffer.length : end) > bytesMax) throw malformed('the headers of a part are too long');
      if (end >= 0) {
        const line = this.#buffer.toString('utf8', 0, end);
        this.#buffer = this.#buffer.subarray(end + CRLF.length);
        return line;
      }
      await this.#more();
    }
  }

  /** Yields what stands before the delimiter and takes the delimiter. Once at its end it yields nothing more. */
  until(delimiter: Buffer): AsyncIterableIterator<Buffer> {
    let done = false;
    const next = async (): Promise<IteratorResult<Buffer>> => {
      if (done) return { done: true, value: undefined };
      for (;;) {
        const end = this.#buffer.indexOf(delimiter);
        // A delimiter may begin in this chunk and end in the next.
        const sure = end >= 0 ? end : Math.max(0, this.#buffer.length - delimiter.length + 1);
        if (end === 0) {
          this.#buffer = this.#buffer.subarray(delimiter.length);
          done = true;
          return { done: true, value: undefined };
        }
        if (sure > 0) {
          const value = this.#buffer.subarray(0, sure);
          this.#buffer = this.#buffer.subarray(sure);
          return { done: false, value };
        }
        await this.#more();
      }
    };
    // No `return`: leaving a loop early keeps the place, so that the rest can be drained.
    return {
      next,
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }

  async #more(): Promise<void> {
    const next = await this.#source.next();
    if (next.done) throw malformed('the body ends too early');
    this.#buffer = this.#buffer.length === 0 ? Buffer.from(next.value) : Buffer.concat([this.#buffer, next.value]);
  }
}
