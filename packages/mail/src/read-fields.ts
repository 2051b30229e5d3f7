// Header fields in mailparser's reading of them, without its streams. Whom a mail is to and what type it is of are the same words in mail after mail, and
// a sender's name in all of theirs: such fields are read once, as far as there is room.
import { MailParser, type HeaderValue, type Headers } from 'mailparser';
import libmime from 'libmime';
import { detached } from '@quittance/domain/detached';

export interface FieldLine {
  /** The field's name in lower case. */
  readonly key: string;
  readonly line: string;
}

// Not in the declared interface, as read-mime.ts's createNode.
const parser = Object.assign(Object.create(MailParser.prototype) as { processHeaders(lines: readonly object[]): Headers }, {
  libmime: new libmime.Libmime({}),
});

const ENTRIES_MAX = 1_000;
const CHARS_MAX = 200;
const known = new Map<string, HeaderValue | undefined>();

/** What mailparser reads in these lines. The values are other mails', too: nobody may change them. */
export function readFields(lines: readonly FieldLine[]): Headers {
  // Of a field that stands there twice the library makes one value.
  if (new Set(lines.map(({ key }) => key)).size < lines.length) return parser.processHeaders(lines);
  const headers: Headers = new Map();
  for (const line of lines) {
    const value = isCommon(line) ? readKnown(line) : read(line);
    if (value !== undefined) headers.set(line.key, value);
  }
  return headers;
}

/** Subjects and boundaries are of one mail. */
function isCommon({ key, line }: FieldLine): boolean {
  return key !== 'subject' && line.length <= CHARS_MAX && !(key === 'content-type' && line.includes('boundary'));
}

function readKnown(line: FieldLine): HeaderValue | undefined {
  if (known.has(line.line)) return known.get(line.line);
  const own = { key: line.key, line: detached(line.line) };
  const value = read(own);
  if (known.size >= ENTRIES_MAX) known.clear();
  known.set(own.line, value);
  return value;
}

function read(line: FieldLine): HeaderValue | undefined {
  return parser.processHeaders([line]).get(line.key);
}
