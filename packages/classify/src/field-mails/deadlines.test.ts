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

describe('what is no last day to cancel', () => {
  it.each(NO_DEADLINES)('%s %s: %s', (...told) => {
    const { cancelBy, reasons } = read(told);
    expect([cancelBy, reasons.filter(({ field }) => field === 'cancel_by')]).toEqual([null, []]);
  });
});
