// RFC 8785 (JCS): one text for one JSON value, so that its hash can be made again from the value by anyone. ECMAScript's own number
// and string forms are the ones that the RFC prescribes; what is left is the order of the keys (by UTF-16 code units) and what JSON
// or I-JSON can't hold, which is refused instead of guessed.
import { LedgerError } from './ledger-error.ts';

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue | undefined };

// Deeper than anything we write; keeps a cycle from overflowing the stack.
const DEPTH_MAX = 64;

/** Object members that are `undefined` are left out, as in JSON.stringify. @throws LedgerError `not_canonical`. */
export function canonicalJson(value: JsonValue): string {
  return write(value, 0);
}

function write(value: JsonValue, depth: number): string {
  if (depth > DEPTH_MAX) throw new LedgerError('not_canonical', `nested deeper than ${DEPTH_MAX} levels`);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return writeNumber(value);
  if (typeof value === 'string') return writeString(value);
  if (Array.isArray(value)) return `[${value.map((item: JsonValue) => write(item, depth + 1)).join(',')}]`;
  if (typeof value !== 'object') throw new LedgerError('not_canonical', `a ${typeof value} has no JSON form`);
  const members = Object.entries(value as Record<string, JsonValue | undefined>)
    .filter((entry): entry is [string, JsonValue] => entry[1] !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${writeString(key)}:${write(member, depth + 1)}`).join(',')}}`;
}

function writeNumber(value: number): string {
  if (!Number.isFinite(value)) throw new LedgerError('not_canonical', `${value} has no JSON form`);
  return JSON.stringify(value);
}

function writeString(value: string): string {
  if (!value.isWellFormed()) throw new LedgerError('not_canonical', 'a lone surrogate has no UTF-8 form');
  return JSON.stringify(value);
}
