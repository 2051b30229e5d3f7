// Days and times as the person's own clock shows them: for text, which people read. JSON keeps instants.
import { civilDateOf, type CivilDate } from '@quittance/domain/civil-date';
import type { Instant } from '@quittance/domain/instant';
import { wallClockAt } from '@quittance/domain/zoned-time';
import type { Person } from './context.ts';

type Clocked = Pick<Person, 'timeZone'>;

export function dayOf({ timeZone }: Clocked, at: Instant | Date): CivilDate {
  return civilDateOf(at, timeZone);
}

/** `2026-11-23 10:00` */
export function minuteOf({ timeZone }: Clocked, at: Instant): string {
  const { on, time } = wallClockAt(new Date(at), timeZone);
  return `${on} ${time}`;
}
