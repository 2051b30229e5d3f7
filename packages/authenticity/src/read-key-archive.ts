// Reads an archive of senders' public keys from a file (docs/formats/key-archive.md): JSON lines, or one JSON array. Strict: a line that is none is
// named with its number, and nothing is taken from such a file.
import type { ArchivedKey } from '@quittance/domain/archived-key';
import { PermanentError } from '@quittance/domain/errors';
import type { Instant } from '@quittance/domain/instant';

const NAME = /^[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63}){0,10}\._domainkey\.[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63}){1,10}$/;
const RECORD_MAX = 8_192;
const EARLIEST = '2004-01-01T00:00:00.000Z';
const LATEST = '2100-01-01T00:00:00.000Z';

/** @throws PermanentError `bad_file`. */
export function readKeyArchive(text: string, source: string): ArchivedKey[] {
  return entriesOf(text).map(([entry, place]) => readKey(entry, source, place));
}

function entriesOf(text: string): [unknown, string][] {
  if (text.trimStart().startsWith('[')) {
    const list = parse(text, 'the file') as unknown[];
    return list.map((entry, at) => [entry, `entry ${at + 1}`]);
  }
  const lines = text.split('\n').map((line, at): [string, number] => [line.trim(), at + 1]);
  return lines.filter(([line]) => line !== '').map(([line, number]) => [parse(line, `line ${number}`), `line ${number}`]);
}

function parse(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new PermanentError('bad_file', `${place} is no JSON: see docs/formats/key-archive.md.`, { cause });
  }
}

function readKey(entry: unknown, source: string, place: string): ArchivedKey {
  if (typeof entry !== 'object' || entry === null) throw new PermanentError('bad_file', `${place} is no object.`);
  const fields = entry as Readonly<Record<string, unknown>>;
  const text = (...names: string[]): string | null => {
    const value = names.map((name) => fields[name]).find((one) => typeof one === 'string' && one !== '');
    return typeof value === 'string' ? value.trim() : null;
  };
  const [selector, domain] = [text('selector'), text('domain')];
  const name = (text('name') ?? (selector && domain ? `${selector}._domainkey.${domain}` : '')).toLowerCase().replace(/\.$/, '');
  const record = text('record', 'value') ?? '';
  if (!NAME.test(name)) throw new PermanentError('bad_file', `${place} names no key: "name" must be selector._domainkey.domain.`);
  if (!/(?:^|;)\s*p\s*=\s*[A-Za-z0-9+/]/.test(record) || record.length > RECORD_MAX) {
    throw new PermanentError('bad_file', `${place} holds no key: "record" must be the text record, with p=…`);
  }
  const firstSeenAt = instant(text('first_seen', 'firstSeenAt'), EARLIEST, place);
  const lastSeenAt = instant(text('last_seen', 'lastSeenAt'), LATEST, place);
  if (lastSeenAt < firstSeenAt) throw new PermanentError('bad_file', `${place} was last seen before it was first seen.`);
  return { name, record, source, firstSeenAt, lastSeenAt };
}

function instant(text: string | null, otherwise: Instant, place: string): Instant {
  if (text === null) return otherwise;
  const date = new Date(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : text);
  if (Number.isNaN(date.getTime())) throw new PermanentError('bad_file', `${place} has a date that is none: ${text.slice(0, 40)}`);
  return date.toISOString();
}
