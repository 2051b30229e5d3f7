// The date of a Date or Received field (RFC 5322 §3.3 with its obsolete forms), with the offset it was written in. A date that can't be
// read is null, never "now".
import { toInstantOrNull, type Instant } from '@quittance/domain/instant';

export interface HeaderDate {
  readonly at: Instant;
  /** Minutes east of UTC. */
  readonly offsetMinutes: number;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const SHAPE =
  /(?:^|[\s,])(\d{1,2})[\s-]+([A-Za-z]{3})[a-z]{0,6}\.?[\s-]+(\d{2}|\d{4})\s+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\.\d{1,9})?\s*([+-]\s?\d{2}:?\d{2}|[A-Za-z]{1,5})?/;
const ZONES: Readonly<Record<string, number>> = {
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  CET: 60,
  CEST: 120,
  BST: 60,
};

export function readHeaderDate(value: string): HeaderDate | null {
  const text = value.slice(0, 200);
  const match = SHAPE.exec(text);
  if (!match) return readIsoDate(text);
  const month = MONTHS.indexOf(match[2]!.toLowerCase());
  const year = fullYear(match[3]!);
  const [day, hour, minute, second] = [match[1], match[4], match[5], match[6] ?? '0'].map(Number) as [number, number, number, number];
  if (month < 0 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60) return null;
  const offsetMinutes = readOffset(match[7] ?? '');
  return build(Date.UTC(year, month, day, hour, minute, second) - offsetMinutes * 60_000, offsetMinutes);
}

function readIsoDate(text: string): HeaderDate | null {
  const match = /\b(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d{1,9})?\s?(Z|[+-]\d{2}:?\d{2})?/.exec(text);
  if (!match) return null;
  const offsetMinutes = readOffset(match[3] ?? '');
  return build(Date.parse(`${match[1]}T${match[2]}Z`) - offsetMinutes * 60_000, offsetMinutes);
}

function build(time: number, offsetMinutes: number): HeaderDate | null {
  const at = toInstantOrNull(new Date(time));
  // Before mail existed or past any renewal: a broken clock, not a date.
  return at && at >= '1970-01-01' && at < '2200-01-01' ? { at, offsetMinutes } : null;
}

function fullYear(text: string): number {
  const year = Number(text);
  return text.length === 4 ? year : year < 50 ? 2000 + year : 1900 + year;
}

function readOffset(zone: string): number {
  const numeric = /^([+-])\s?(\d{2}):?(\d{2})$/.exec(zone);
  if (!numeric) return ZONES[zone.toUpperCase()] ?? 0;
  const minutes = Number(numeric[2]) * 60 + Number(numeric[3]);
  if (minutes > 15 * 60) return 0;
  return numeric[1] === '-' ? -minutes : minutes;
}
