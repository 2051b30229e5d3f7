// From civil dates to positions on a drawing: a linear scale with month ticks that never crowd.
import { addMonths, daysBetween, type CivilDate } from '@quittance/domain/civil-date';

export interface TimeScale {
  /** x in user units. */
  x(date: CivilDate): number;
  /** First days of months (or years) to be labelled, with whether a new year starts there. */
  readonly ticks: readonly { readonly on: CivilDate; readonly newYear: boolean }[];
}

/** `from` lies at `left`, `until` at `right`; at most `ticksMax` ticks. */
export function timeScale(range: { from: CivilDate; until: CivilDate; left: number; right: number; ticksMax: number }): TimeScale {
  const days = Math.max(1, daysBetween(range.from, range.until));
  const months = Math.max(1, Math.round(days / 30.4));
  const step = [1, 2, 3, 6, 12, 24, 60].find((candidate) => months / candidate <= range.ticksMax) ?? 120;
  const ticks: { on: CivilDate; newYear: boolean }[] = [];
  for (let on = addMonths(`${range.from.slice(0, 7)}-01`, 1); on <= range.until; on = addMonths(on, 1)) {
    const month = Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1;
    if (month % step === 0) ticks.push({ on, newYear: on.slice(5, 7) === '01' });
  }
  return {
    x: (date) => range.left + ((range.right - range.left) * daysBetween(range.from, date)) / days,
    ticks,
  };
}
