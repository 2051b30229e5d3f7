// Findings that time makes: a confirmation that does not come, a deadline that comes near, a merchant of whom no receipt was ever seen. What
// the law asks for is looked at by the person's country; missing-notices.ts has the notices.
import { addDays, addMonths, daysBetween, type CivilDate } from '@quittance/domain/civil-date';
import { addPeriod, periodDays } from '@quittance/domain/period';
import type { Finding, Subscription } from '@quittance/domain/subscription';
import { CONFIRMATION_DAYS, confirmationClock } from '@quittance/law/find-rules';
import { isDeadlineNews, leaveDaysAhead, statedDeadline } from './deadline.ts';

/** How long before a deadline it is a finding. */
const CANCEL_BY_LEAD_DAYS = 14;
/** A confirmation that did not come is no news for longer than that. */
const TOLD_MONTHS = 12;
/** So many renewals without a receipt: this merchant sends none. */
const SILENT_PERIODS = 3;
const RECEIPT_SLACK_DAYS = 5;
/** Nothing was heard of it for so long: that it sends no receipts is the least of it. */
const FORGOTTEN_DAYS = 400;

type Seen = Omit<Subscription, 'aside' | 'findings'>;

export function clockFindings(seen: Seen, today: CivilDate, country: string | null): Finding[] {
  return [...confirmationMissing(seen, today, country), ...deadline(seen, today), ...leaving(seen, today), ...silentMerchant(seen, today)];
}

function confirmationMissing({ status, request }: Seen, today: CivilDate, country: string | null): Finding[] {
  if (status !== 'cancel_requested' || !request) return [];
  // The law's short times are those of electronic cancellations; a letter takes its way.
  const clock = request.online ? confirmationClock(country, request.on) : { days: CONFIRMATION_DAYS, rule: null };
  const since = addDays(request.on, clock.days);
  if (since > today || addMonths(since, TOLD_MONTHS) < today) return [];
  const { answer } = request;
  const values = {
    requested_on: request.on,
    days: String(clock.days),
    ...(clock.rule ? { rule: clock.rule.id } : {}),
    ...(answer ? { maybe_on: answer.on } : {}),
  };
  // An answer that may be the confirmation is another question than that none came.
  const about = answer ? { eventId: answer.eventId } : { eventId: request.eventId, witnesses: request.again ?? [] };
  return [{ kind: 'confirmation_missing', since, until: null, ...about, values }];
}

function deadline(seen: Seen, today: CivilDate): Finding[] {
  const { cancelBy } = seen;
  if (!cancelBy || cancelBy < today || daysBetween(today, cancelBy) > CANCEL_BY_LEAD_DAYS) return [];
  if (!isDeadlineNews(seen)) return [];
  const since = addDays(cancelBy, -CANCEL_BY_LEAD_DAYS);
  // A mail may name the day and not the renewal.
  const values = { cancel_by: cancelBy, ...(seen.renewsOn ? { renews_on: seen.renewsOn } : {}), key: cancelBy };
  const stated = statedDeadline(seen);
  const about = stated ? { eventId: stated.eventId, witnesses: stated.witnesses ?? [] } : { eventId: null };
  return [{ kind: 'cancel_by', since, until: cancelBy, ...about, values }];
}

function leaving(seen: Seen, today: CivilDate): Finding[] {
  return leaveDaysAhead(seen, today)
    .filter(({ on }) => daysBetween(today, on) <= CANCEL_BY_LEAD_DAYS)
    .map(({ on, eventId, witnesses = [] }) => {
      const values = { cancel_by: on, because: 'price_change', key: `price_change/${on}` };
      return { kind: 'cancel_by', since: addDays(on, -CANCEL_BY_LEAD_DAYS), until: on, eventId, witnesses, values };
    });
}

// By the merchant's own history: it wrote, so mail reaches the person; renewals went by, and never did it tell of a charge.
function silentMerchant(seen: Seen, today: CivilDate): Finding[] {
  const { status, period, price, merchantReceipts } = seen;
  if (merchantReceipts > 0 || seen.isEntered || !period || !price || price.amountMinor === 0) return [];
  if (status !== 'active' && status !== 'unknown' && status !== 'past_due') return [];
  if (daysBetween(seen.lastEventAt.slice(0, 10), today) > FORGOTTEN_DAYS) return [];
  const from = seen.startedOn ?? seen.firstSeenOn;
  const since = addDays(addPeriod(from, period, periodDays(period) > 80 ? 1 : SILENT_PERIODS), RECEIPT_SLACK_DAYS);
  if (since > today) return [];
  return [{ kind: 'silent_merchant', since, until: null, eventId: null, values: { started_on: from } }];
}
