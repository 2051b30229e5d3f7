// By which key a mail's warning of a renewal or of the end of a trial is known. One renewal is told once, though one notice names the day of the
// renewal and another only the last day to cancel; unless the later one names an earlier last day, which must be acted upon.
import { daysBetween, type CivilDate } from '@quittance/domain/civil-date';
import type { SubscriptionEvent } from '@quittance/domain/event';
import { periodDays } from '@quittance/domain/period';
import type { FoldedSubscription, Notice } from '@quittance/domain/subscription';
import { onDay } from '@quittance/domain/viewpoint';
import { asOf } from './as-of.ts';

interface Told {
  readonly event: SubscriptionEvent;
  readonly what: 'renewal' | 'trial_end';
  /** The subscription without the event, if it was known, and with it. */
  readonly before: FoldedSubscription | null;
  readonly after: FoldedSubscription;
  readonly today: CivilDate;
}

/** How far a notice may lie from the renewal where no period is known: the law's earliest is three months before. */
const APART_DAYS_MAX = 100;
/** Notices that both name only a last day are of one renewal when these lie so close. */
const CORRECTED_DAYS_MAX = 45;
/** "Before the 14th" in one mail and "on the 14th" in another is no news. */
const NEWS_DAYS = 2;

/** The day that the warning is known by; null where the mail names none. */
export function warnedOf({ event, what, before, after, today }: Told): CivilDate | null {
  const own = dayOf({ of: event.renewsOn ?? (what === 'trial_end' ? event.endsOn : null), cancelBy: event.cancelBy });
  if (own === null) return null;
  const isSame = (notice: Notice): boolean =>
    notice.what === what && notice.eventId !== event.id && isOfOneRenewal(noted(event, what), notice, after.period);
  // What was read before was told before; of mails that are read together the first one names it.
  const earlier = before?.notices.find(isSame);
  if (earlier && before && isEarlierDay(event, before, after, today)) return event.cancelBy;
  const first = earlier ?? after.notices.slice(0, indexOf(after.notices, event.id)).find(isSame);
  return (first && dayOf(first)) ?? own;
}

type Named = Pick<Notice, 'of' | 'cancelBy'>;

function noted({ renewsOn, endsOn, cancelBy }: SubscriptionEvent, what: Told['what']): Named {
  return { of: renewsOn ?? (what === 'trial_end' ? endsOn : null), ...(cancelBy ? { cancelBy } : {}) };
}

function dayOf({ of, cancelBy }: { readonly of: CivilDate | null; readonly cancelBy?: CivilDate | null | undefined }): CivilDate | null {
  return of ?? cancelBy ?? null;
}

function indexOf(notices: readonly Notice[], eventId: string): number {
  return Math.max(
    0,
    notices.findIndex((notice) => notice.eventId === eventId),
  );
}

function isOfOneRenewal(one: Named, other: Named, period: FoldedSubscription['period']): boolean {
  if (one.of && other.of) return one.of === other.of;
  const days = period ? periodDays(period) : null;
  const [renewal, lastDay] = one.of ? [one.of, other.cancelBy] : [other.of, one.cancelBy];
  if (!lastDay) return false;
  // The first renewal that follows the last day.
  if (renewal) return lastDay <= renewal && daysBetween(lastDay, renewal) < Math.min(days ?? APART_DAYS_MAX, APART_DAYS_MAX);
  const apart = Math.abs(daysBetween(one.cancelBy ?? lastDay, other.cancelBy ?? lastDay));
  return (
    one.cancelBy !== undefined && other.cancelBy !== undefined && apart <= Math.min((days ?? CORRECTED_DAYS_MAX) / 2, CORRECTED_DAYS_MAX)
  );
}

// Only a day that counts from now on (a mail read with doubt moves none) and that is still to come.
function isEarlierDay({ cancelBy }: SubscriptionEvent, before: FoldedSubscription, after: FoldedSubscription, today: CivilDate): boolean {
  if (cancelBy === null || cancelBy < today || asOf(after, onDay(today)).cancelBy !== cancelBy) return false;
  const known = asOf(before, onDay(today)).cancelBy;
  return known === null || daysBetween(cancelBy, known) >= NEWS_DAYS;
}
