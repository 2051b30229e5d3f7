import { expect, it } from 'vitest';
import { addDays, addMonths } from './civil-date.ts';
import { addPeriod } from './period.ts';

it('keeps month arithmetic inside the month', () => {
  expect(addPeriod('2026-01-31', 'P1M')).toBe('2026-02-28');
  expect(addPeriod('2026-03-31', 'P1M', -1)).toBe('2026-02-28');
  expect(addPeriod('2024-02-29', 'P1Y')).toBe('2025-02-28');
  expect(addPeriod('2026-11-23', 'P4W')).toBe('2026-12-21');
});

it('adds months like the calendar does, whatever the day', () => {
  const byDate = (date: string, months: number): string => {
    const [year, month, day] = date.split('-').map(Number) as [number, number, number];
    const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
    return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
  };
  for (let day = 0; day < 1500; day += 1) {
    const date = addDays('2023-01-01', day);
    for (const months of [-25, -12, -1, 0, 1, 2, 13, 48])
      expect([date, months, addMonths(date, months)]).toEqual([date, months, byDate(date, months)]);
  }
});
