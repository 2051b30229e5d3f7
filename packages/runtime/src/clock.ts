// The clock of a process: the system's, or the moment that QUITTANCE_NOW (or `--now`) fixes.
import { systemClock, type Clock } from '@quittance/domain/instant';

/** @param now an instant already checked by the configuration; unset means the system's clock. */
export function createClock(now?: string): Clock {
  if (now === undefined) return systemClock;
  const fixed = new Date(now).getTime();
  return { now: () => new Date(fixed) };
}
