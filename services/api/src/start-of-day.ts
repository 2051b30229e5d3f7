// The instant at which a civil date begins in a time zone.
import type { CivilDate } from '@quittance/domain/civil-date';
import type { Instant } from '@quittance/domain/instant';

/** Where the clock skips midnight, the day begins when it moves on. */
export function startOfDay(date: CivilDate, timeZone: string): Instant {
  const utc = Date.parse(`${date}T00:00:00Z`);
  // The zone's offset may change between the guess and the answer: asked twice, it is right.
  const first = utc - offsetMs(utc, timeZone);
  return new Date(utc - offsetMs(first, timeZone)).toISOString();
}

function offsetMs(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const part = (type: string): number => Number(parts.find((one) => one.type === type)!.value);
  return (
    Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - Math.floor(at / 1000) * 1000
  );
}
