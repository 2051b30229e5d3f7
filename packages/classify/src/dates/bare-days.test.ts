import type { CivilDate } from '@quittance/domain/civil-date';
import { expect, it } from 'vitest';
import { findBareDays } from './bare-days.ts';

const today = '2026-11-20' as CivilDate;

it.each([
  ['14日までに解約してください', '2026-12-14'],
  ['来月14日までに解約してください', '2026-12-14'],
  ['翌月の5日までに解約してください', '2026-12-05'],
  ['今月25日までに解約してください', '2026-11-25'],
])('reads %s', (text, date) => {
  expect(findBareDays(text, today).map((found) => found.date)).toEqual([date]);
});

it.each(['毎月14日までにお支払いください', '12月14日まで', '14日以内に解約してください'])('reads no bare day in %s', (text) => {
  expect(findBareDays(text, today)).toEqual([]);
});
