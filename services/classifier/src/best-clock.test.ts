import { expect, it } from 'vitest';
import { arrivedAt, effectiveOn, occurredAt, type Clocks } from './best-clock.ts';

const day = (date: number) => `2026-06-${String(date).padStart(2, '0')}T09:00:00.000Z`;
const clocks = (sent: number | null, received: number | null, internal: number | null): Clocks =>
  ({
    sentAt: sent && day(sent),
    receivedAt: received && day(received),
    internalDate: internal && day(internal),
    capturedAt: day(28),
  }) as Clocks;

it.each([
  ['the Date header where the server agrees', clocks(1, null, 2), 1],
  ['the Date header where the last hop agrees, though the mail was moved later', clocks(1, 1, 20), 1],
  ['the server against a Date header of its own', clocks(1, 9, 9), 9],
  ['the server where the last hop says no date that can be read', clocks(1, null, 9), 9],
  ['the server before a Date header from its future', clocks(12, null, 9), 9],
  ['the server before the last hop', clocks(1, 10, 9), 9],
  ['the last hop of an import', clocks(null, 10, null), 10],
  ['the Date header of a bare file', clocks(1, null, null), 1],
  ['our own clock where a bare file comes from the future', clocks(29, null, null), 28],
  ['our own clock where there is no other', clocks(null, null, null), 28],
])('dates by %s', (_name, given, expected) => {
  expect(occurredAt(given, true)).toBe(day(expected));
});

it('dates a mail that its owner put in later by its Date header, unless that is no date', () => {
  expect(occurredAt(clocks(1, null, 9), false)).toBe(day(1));
  expect(occurredAt(clocks(12, null, 9), false)).toBe(day(9));
  expect(occurredAt({ ...clocks(1, null, 9), sentAt: '1970-01-01T00:00:00.000Z' }, false)).toBe(day(9));
});

it('judges signatures as of arrival', () => {
  expect(arrivedAt(clocks(1, 2, 3))).toBe(day(3));
  expect(arrivedAt(clocks(1, 2, null))).toBe(day(2));
});

it('takes the end for ends and the renewal for changes', () => {
  const on = { endsOn: '2026-07-01', renewsOn: '2026-08-01' };
  expect(effectiveOn({ kind: 'cancellation_confirmed', ...on })).toBe('2026-07-01');
  expect(effectiveOn({ kind: 'price_change', ...on })).toBe('2026-08-01');
  expect(effectiveOn({ kind: 'renewal_charged', ...on })).toBeNull();
});
