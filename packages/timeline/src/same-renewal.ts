// Which other notices warned of the same renewal, though one names its day and another only the last day to cancel, or one calls it the end of
// the trial. Whoever was told of one is not told of the other; but the warning of a later renewal must never pass for one that was told: in doubt,
// two notices are of two.
import type { AlertKind } from '@quittance/domain/alert';
import { daysBetween, type CivilDate } from '@quittance/domain/civil-date';
import { periodDays } from '@quittance/domain/period';
import type { FoldedSubscription, Notice } from '@quittance/domain/subscription';

/** Two notices of one renewal, and its last day and itself, lie less than this part of a period apart. */
const PART_OF_PERIOD = 0.75;
/** And no more than this: the law's earliest notice comes three months before. */
const DAYS_MAX = 100;
/** Where no period is known it may be as short as that. */
const SHORT_DAYS = 28;
/** "Before the 14th" in one mail is "on the 13th" in another. */
const SAME_LAST_DAY = 1;

const TOLD_AS = { renewal: 'renewal_notice', trial_end: 'trial_ending' } as const satisfies Partial<Record<Notice['what'], AlertKind>>;

/** What the alerts of those notices are known by: the kind and the day. */
export function namesOfSameRenewal({ notices, period }: FoldedSubscription, eventId: string): { kind: AlertKind; day: CivilDate }[] {
  const own = notices.find((notice) => notice.eventId === eventId);
  const day = own && knownBy(own);
  if (!own || !day || own.what === 'price_change') return [];
  const names = notices.flatMap((other) => {
    const otherDay = knownBy(other);
    if (other === own || other.what === 'price_change' || otherDay === null) return [];
    const isOwnName = other.what === own.what && otherDay === day;
    return !isOwnName && isOfOne(own, other, period) ? [{ kind: TOLD_AS[other.what], day: otherDay }] : [];
  });
  return [...new Map(names.map((name) => [`${name.kind}:${name.day}`, name])).values()];
}

/** The last day to cancel that the notice names, where another one of the same renewal names none, or a later one: that one did not tell of it. */
export function lastDayNotTold({ notices }: FoldedSubscription, eventId: string): CivilDate | null {
  const own = notices.find((notice) => notice.eventId === eventId);
  if (!own?.of || !own.cancelBy) return null;
  const { what, of, cancelBy } = own;
  const isNew = notices.some(
    (other) => other !== own && other.what === what && other.of === of && !(other.cancelBy && other.cancelBy <= cancelBy),
  );
  return isNew ? cancelBy : null;
}

function knownBy({ of, cancelBy }: Notice): CivilDate | null {
  return of ?? cancelBy ?? null;
}

function isOfOne(one: Notice, other: Notice, period: FoldedSubscription['period']): boolean {
  if (one.of && other.of && (one.of !== other.of || one.what !== other.what)) return one.of === other.of;
  const reach = Math.min(DAYS_MAX, PART_OF_PERIOD * (period === null ? SHORT_DAYS : periodDays(period)));
  const isApart = Math.abs(daysBetween(one.on, other.on)) >= reach;
  if (one.cancelBy && other.cancelBy)
    return Math.abs(daysBetween(one.cancelBy, other.cancelBy)) <= SAME_LAST_DAY && (period === null || !isApart);
  const [renewal, lastDay] = [one.of ?? other.of, one.cancelBy ?? other.cancelBy];
  if (!renewal || !lastDay || isApart || lastDay > renewal || daysBetween(lastDay, renewal) >= reach) return false;
  // What is announced after the last day may be the renewal that comes next: a period is not always read rightly.
  return one.on <= lastDay && other.on <= lastDay;
}
