// Runs month-end-deadlines.ts.
import { buildMessage } from '@quittance/testing/message-builder';
import { growth, LINEAR_MAX } from '@quittance/testing/work';
import { describe, expect, it } from 'vitest';
import { findMonthEndDays, isMonthEndDeadline } from '../dates/month-end-deadlines.ts';
import { extractFields } from '../extract-fields.ts';
import type { DeadlineCase } from './deadlines.ts';
import { MONTH_END_DEADLINES, NO_MONTH_END_DEADLINES } from './month-end-deadlines.ts';

function read([language, kind, body]: DeadlineCase) {
  return extractFields(buildMessage({ from: 'hello@acme.example', body }), { kind, language, merchant: null });
}

it.each(MONTH_END_DEADLINES)('%s %s: %s', (...told) => {
  const { cancelBy, renewsOn, endsOn, reasons } = read(told);
  expect(cancelBy).toBe(told[3]);
  expect([renewsOn, endsOn]).not.toContain(told[3]);
  const [{ quote, start, end } = { quote: '', start: 0, end: 0 }, ...others] = reasons.filter(({ field }) => field === 'cancel_by');
  expect(others).toEqual([]);
  expect(told[2].slice(start, end)).toBe(quote);
  expect(quote).toMatch(/end|fin|fim|eind|ko[nń]c|末/i);
});

describe('what is no last day to cancel', () => {
  it.each(NO_MONTH_END_DEADLINES)('%s %s: %s', (...told) => {
    expect(read(told).cancelBy).toBe(null);
  });
});

const PIECES = [
  'fin ',
  'fin de ',
  'fin du mois de ',
  'fine del ',
  'end of the month of ',
  'eind van de ',
  'konca miesiaca ',
  '12 月末 ',
  '1 ',
  'jours ',
  'cancellation ',
  'the old ',
  'after you ',
];

it('is looked for with work in proportion', async () => {
  for (const piece of PIECES) {
    const text = (share: number): string => `${piece.repeat(3_000 * share)}x`;
    expect(await growth((share) => findMonthEndDays(text(share), 'fr', '2026-04-02')), piece).toBeLessThan(LINEAR_MAX);
    expect(
      await growth((share) => isMonthEndDeadline({ ends: 'through', reach: text(share).length }, text(share), text(share), text(share))),
      piece,
    ).toBeLessThan(LINEAR_MAX);
  }
});
