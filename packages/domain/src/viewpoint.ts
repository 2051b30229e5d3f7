// From where a subscription is looked at: the person's day, the law of their country, and what they put aside. The fold knows none of these.
import type { CivilDate } from './civil-date.ts';
import type { SetAside } from './hand.ts';

export interface Viewpoint {
  readonly today: CivilDate;
  /** ISO 3166, with a region where its law differs; null: the general waiting times hold. */
  readonly country: string | null;
  readonly setAside: readonly SetAside[];
}

/** A day alone: no country, nothing put aside. */
export function onDay(today: CivilDate): Viewpoint {
  return { today, country: null, setAside: [] };
}
