// The last day to cancel in nine languages: which day it is, that it is quoted where it stands, and what only looks like it.
import { buildMessage } from '@quittance/testing/message-builder';
import { describe, expect, it } from 'vitest';
import { extractFields } from '../extract-fields.ts';
import { DEADLINES, NO_DEADLINES, type DeadlineCase } from './deadlines.ts';

function read([language, kind, body]: DeadlineCase) {
  return extractFields(buildMessage({ from: 'hello@acme.example', body }), { kind, language, merchant: null });
}

it.each(DEADLINES)('%s %s: %s', (...told) => {
  const { cancelBy, reasons } = read(told);
  expect(cancelBy).toBe(told[3]);
  const quoted = reasons.filter(({ field }) => field === 'cancel_by');
  expect(quoted).toHaveLength(1);
  const [{ quote, start, end } = { quote: '', start: 0, end: 0 }] = quoted;
  expect(told[2].slice(start, end)).toBe(quote);
  expect(quote).toMatch(/14|16|31|30|[12]/);
});

it.each([
  ['en', 'Last day to cancel | 14 December 2026\nRenewal date | 14 January 2027'],
  ['en', 'Last day to cancel | none\nRenewal date | 14 January 2027'],
  ['fr', 'Date limite de résiliation | 14 décembre 2026\nDate de renouvellement | 14 janvier 2027'],
])('tells the row of the last day from that of the renewal: %s %s', (language, body) => {
  const { cancelBy, renewsOn } = read([language, 'renewal_notice', body, null]);
  expect([cancelBy, renewsOn]).toEqual([body.includes('14 D') || body.includes('14 d') ? '2026-12-14' : null, '2027-01-14']);
});

describe('what is no last day to cancel', () => {
  it.each(NO_DEADLINES)('%s %s: %s', (...told) => {
    const { cancelBy, reasons } = read(told);
    expect([cancelBy, reasons.filter(({ field }) => field === 'cancel_by')]).toEqual([null, []]);
  });
});
