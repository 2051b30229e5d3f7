// Until when a subscription can be cancelled so that it does not renew: the day of renewal less the notice period, but never before the end of
// a minimum term.
import type { CivilDate } from '@quittance/domain/civil-date';
import { addPeriod, periodDays } from '@quittance/domain/period';
import type { FoldedSubscription } from '@quittance/domain/subscription';

/** Shorter terms without a notice period can be left at any time: a deadline every month would be noise. */
const LONG_TERM_DAYS = 80;

type Terms = Pick<FoldedSubscription, 'status' | 'renewsOn' | 'noticePeriod' | 'minimumTermEndsOn' | 'period'>;

export function cancelByOf({ status, renewsOn, noticePeriod, minimumTermEndsOn }: Terms, today: CivilDate): CivilDate | null {
  if (!renewsOn || renewsOn < today) return null;
  if (status !== 'active' && status !== 'trial' && status !== 'past_due') return null;
  // Within a minimum term nothing can be left: it is the end of the term that must not be missed.
  const end = minimumTermEndsOn && minimumTermEndsOn > renewsOn ? minimumTermEndsOn : renewsOn;
  return noticePeriod ? addPeriod(end, noticePeriod, -1) : end;
}

/** Whether the deadline to cancel is worth a word: a trial, a notice period, a minimum term, or a term so long that missing it is dear. */
export function isDeadlineNews({ status, noticePeriod, period, renewsOn, minimumTermEndsOn }: Terms): boolean {
  if (status === 'trial' || noticePeriod !== null) return true;
  if (minimumTermEndsOn && renewsOn && minimumTermEndsOn > renewsOn) return true;
  return period !== null && periodDays(period) >= LONG_TERM_DAYS;
}
