import { expect, it } from 'vitest';
import { dayWithoutHour } from './event.ts';

it('tells the day that a person said wherever it is read, and of "today" the day it was there', () => {
  const said = (occurredAt: string, timeZone: string) => dayWithoutHour({ source: 'person', occurredAt }, timeZone);
  // Noon in UTC is tomorrow in Auckland.
  expect(said('2026-12-05T12:00:00.000Z', 'Pacific/Auckland')).toBe('2026-12-05');
  expect(said('2026-12-05T12:00:00.000Z', 'America/Los_Angeles')).toBe('2026-12-05');
  expect(said('2026-12-04T23:30:00.000Z', 'Europe/Paris')).toBe('2026-12-05');
  expect(said('2026-12-04T21:00:00.000Z', 'Pacific/Auckland')).toBe('2026-12-05');
});
