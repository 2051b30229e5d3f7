// Until when a subscription can be cancelled so that it does not renew: the day that the merchant's mail names, else the day of renewal less the
// notice period, but never before the end of a minimum term.
import type { CivilDate } from '@quittance/domain/civil-date';
import { addPeriod, periodDays } from '@quittance/domain/period';
import type { FoldedSubscription, LeaveDay, StatedDeadline, Subscription } from '@quittance/domain/subscription';

/** Shorter terms without a notice period can be left at any time: a deadline every month would be noise. */
const LONG_TERM_DAYS = 80;

type Terms = Pick<FoldedSubscription, 'status' | 'renewsOn' | 'noticePeriod' | 'minimumTermEndsOn' | 'deadline' | 'ownTerms'>;

export function cancelByOf(terms: Terms, today: CivilDate): CivilDate | null {
  const { status } = terms;
  if (status !== 'active' && status !== 'trial' && status !== 'past_due') return null;
  const reckoned = reckonedDay(terms, today);
  const stated = statedDay(terms, today);
  if (stated === null) return reckoned;
  // The person knows of a longer notice than the mail does: the earlier day is the safe one.
  return terms.ownTerms.includes('noticePeriod') && reckoned !== null && reckoned < stated ? reckoned : stated;
}

function reckonedDay({ renewsOn, noticePeriod, minimumTermEndsOn }: Terms, today: CivilDate): CivilDate | null {
  if (!renewsOn || renewsOn < today) return null;
  const end = endOf(renewsOn, minimumTermEndsOn);
  return noticePeriod ? addPeriod(end, noticePeriod, -1) : end;
}

// Within a minimum term nothing can be left: it is the end of the term that must not be missed.
function endOf(renewsOn: CivilDate, minimumTermEndsOn: CivilDate | null): CivilDate {
  return minimumTermEndsOn && minimumTermEndsOn > renewsOn ? minimumTermEndsOn : renewsOn;
}

// Gone by, it stands until the renewal it was stated for: nothing later is in time for that one.
function statedDay(terms: Terms, today: CivilDate): CivilDate | null {
  const { renewsOn, minimumTermEndsOn } = terms;
  const deadline = keptDeadline(terms);
  if (deadline === null || (deadline.of ?? deadline.on) < today) return null;
  // What renews before the day is another term, and can be left before that.
  return renewsOn !== null && deadline.on > endOf(renewsOn, minimumTermEndsOn) ? null : deadline.on;
}

/** Until when it can be left because its price changes, as far as these days are ahead. A mail that tells of the renewal and of the price names one day for both: that is
 * the renewal's. */
export function leaveDaysAhead(
  seen: Pick<Subscription, 'status' | 'leaveDays' | 'deadline' | 'cancelBy'>,
  today: CivilDate,
): readonly LeaveDay[] {
  const { status, leaveDays = [] } = seen;
  if (status !== 'active' && status !== 'trial' && status !== 'past_due') return [];
  const ofRenewal = leaveDayOfRenewal(seen);
  return leaveDays.filter((day) => day.on >= today && day !== ofRenewal);
}

/** Whether the day before the renewal is also the one until which a change of the price lets the person leave, by one mail's word. */
export function leaveDayOfRenewal(seen: Pick<Subscription, 'leaveDays' | 'deadline' | 'cancelBy'>): LeaveDay | null {
  const ofRenewal = statedDeadline(seen);
  return (ofRenewal && seen.leaveDays?.find((day) => day.on === ofRenewal.on && isOfOneMail(ofRenewal, day))) ?? null;
}

function isOfOneMail(one: StatedDeadline, other: LeaveDay): boolean {
  const mails = [one.eventId, ...(one.witnesses ?? [])];
  return [other.eventId, ...(other.witnesses ?? [])].some((mail) => mails.includes(mail));
}

type Seen = Pick<Subscription, 'status' | 'noticePeriod' | 'period' | 'renewsOn' | 'minimumTermEndsOn' | 'deadline' | 'cancelBy'>;

/** Whether the deadline to cancel is worth a word: a stated one, a trial, a notice period, a minimum term, or a term so long that missing it is dear. */
export function isDeadlineNews(seen: Seen): boolean {
  const { status, noticePeriod, period, renewsOn, minimumTermEndsOn } = seen;
  if (status === 'trial' || noticePeriod !== null || statedDeadline(seen) !== null) return true;
  if (minimumTermEndsOn && renewsOn && minimumTermEndsOn > renewsOn) return true;
  return period !== null && periodDays(period) >= LONG_TERM_DAYS;
}

/** The mail's word that `cancelBy` is, where it is one. */
export function statedDeadline(seen: Pick<Subscription, 'deadline' | 'cancelBy'>): StatedDeadline | null {
  const deadline = keptDeadline(seen);
  return deadline !== null && deadline.on === seen.cancelBy ? deadline : null;
}

// A classifier of the release before may go on writing while this one reads: what it folds has no such field.
function keptDeadline({ deadline }: { readonly deadline?: StatedDeadline | null }): StatedDeadline | null {
  return deadline ?? null;
}
