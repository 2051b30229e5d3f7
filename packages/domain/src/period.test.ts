import { expect, it } from 'vitest';
import { addPeriod } from './period.ts';

it('keeps month arithmetic inside the month', () => {
  expect(addPeriod('2026-01-31', 'P1M')).toBe('2026-02-28');
  expect(addPeriod('2026-03-31', 'P1M', -1)).toBe('2026-02-28');
  expect(addPeriod('2024-02-29', 'P1Y')).toBe('2025-02-28');
  expect(addPeriod('2026-11-23', 'P4W')).toBe('2026-12-21');
});
