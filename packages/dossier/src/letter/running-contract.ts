// What a letter may say of a contract that runs: its next renewal and price as a mail announced them, the last day to cancel that a mail named,
// the end of a minimum term, and that a notice which the law asks for did not come. What was only reckoned is marked for the person to check.
import { civilDateOf, daysBetween, type CivilDate } from '@quittance/domain/civil-date';
import type { SubscriptionEvent } from '@quittance/domain/event';
import { parseDecimal, type Money } from '@quittance/domain/money';
import { periodDays } from '@quittance/domain/period';
import type { Subscription } from '@quittance/domain/subscription';
import type { LegalRule } from '@quittance/law/country-pack';
import { findRule } from '@quittance/law/country-packs';
import { leaveDaysAhead, statedDeadline } from '@quittance/timeline/deadline';
import { kindOf } from '../report/report-data.ts';
import type { LetterInput } from './letter-facts.ts';
import { unaskedReactivation } from './unasked-reactivation.ts';

/** A notice comes three months before the last day to refuse at the earliest, and that is months before the renewal at most. */
const NOTICE_DAYS_MAX = 200;

type Input = Pick<LetterInput, 'subscription' | 'events' | 'corrections' | 'doubted' | 'today'>;

/** A day that lies ahead, and the mail that names it; null where it was reckoned. */
export interface DayAhead {
  readonly on: CivilDate;
  readonly said: SubscriptionEvent | null;
}

export interface Rise {
  readonly from: Money;
  readonly to: Money;
  readonly on: CivilDate;
  /** The announcement. */
  readonly said: SubscriptionEvent;
  /** Until when it can be left for that, and the mail that names the day: another one, perhaps. */
  readonly lastDay: { readonly on: CivilDate; readonly said: SubscriptionEvent } | null;
}

/** A renewal that went by without the notice that the law asks for, and that may be left at any time for it. */
export interface UnannouncedRenewal {
  readonly on: CivilDate;
  readonly rule: LegalRule;
  /** The one that holds instead, should it be an insurance. */
  readonly insuranceRule: LegalRule | null;
}

/** What runs can be cancelled. Who did not ask for its coming back disputes that, and does not cancel what never began. */
export function isRunning({ status, findings }: Pick<Subscription, 'status' | 'findings'>): boolean {
  return (status === 'active' || status === 'trial' || status === 'past_due') && !unaskedReactivation({ findings });
}

export function renewalAhead(input: Input): DayAhead | null {
  const { renewsOn } = input.subscription;
  if (!renewsOn || renewsOn < input.today) return null;
  const said = counted(input).findLast((event) => event.renewsOn === renewsOn && event.source === 'mail');
  return { on: renewsOn, said: said ?? null };
}

/** The last day to cancel before the renewal. */
export function lastDayAhead({ subscription, events, today }: Input): DayAhead | null {
  const stated = statedDeadline(subscription);
  const said = stated && events.find(({ id }) => id === stated.eventId);
  return said?.source === 'mail' && stated && stated.on >= today ? { on: stated.on, said } : null;
}

export function minimumTermAhead({ subscription, today }: Input): CivilDate | null {
  const { minimumTermEndsOn } = subscription;
  return minimumTermEndsOn && minimumTermEndsOn > today ? minimumTermEndsOn : null;
}

export function riseAhead(input: Input): Rise | null {
  const { subscription, today } = input;
  const rise = subscription.findings.find(({ kind, since }) => kind === 'price_increased' && since > today);
  const { from, to, currency } = rise?.values ?? {};
  const said = counted(input).find(({ id }) => id === rise?.eventId);
  if (!rise || !from || !to || !currency || !said) return null;
  const mails = new Set([said.id, ...(rise.witnesses ?? [])]);
  const day = leaveDaysAhead(subscription, today).find(({ eventId }) => mails.has(eventId));
  const naming = day && [day.eventId, ...(day.witnesses ?? [])];
  const namedBy = naming?.includes(said.id) ? said : counted(input).find(({ id }) => id === day?.eventId);
  const lastDay = day && namedBy ? { on: day.on, said: namedBy } : null;
  return { from: parseDecimal(from, currency), to: parseDecimal(to, currency), on: rise.since, said, lastDay };
}

export function unannouncedRenewal(input: Input): UnannouncedRenewal | null {
  const { subscription, today } = input;
  // Where a minimum term runs on, a tacit renewal is not all that binds.
  if (minimumTermAhead(input)) return null;
  for (const { kind, values } of subscription.findings) {
    const rule = findRule(values['rule'] ?? '');
    const on = values['renews_on'];
    // One that came too early or too late is a question of law, and none that came by post is seen.
    if (kind !== 'notice_missing' || !rule?.inLetter || !on || on > today || values['came_on'] !== undefined) continue;
    if (!isPerhapsAnnounced(input, on)) return { on, rule, insuranceRule: findRule(values['insurance_rule'] ?? '') };
  }
  return null;
}

// By a mail that was read with doubt. The timeline counts those that are probable where they stand in the window, and none that is a mere question.
function isPerhapsAnnounced({ subscription: { period }, events, corrections, doubted = [] }: Input, on: CivilDate): boolean {
  const isOfRenewal = (day: CivilDate | null): boolean =>
    day === null || !period || Math.abs(daysBetween(day, on)) < periodDays(period) / 2;
  return [...events, ...doubted].some((event) => {
    if (event.decided === 'auto' || corrections.has(event.id) || (event.kind !== 'renewal_notice' && event.kind !== 'price_change'))
      return false;
    const age = daysBetween(civilDateOf(event.occurredAt), on);
    return age >= 0 && age <= NOTICE_DAYS_MAX && isOfRenewal(event.renewsOn ?? event.effectiveOn);
  });
}

function counted({ events, corrections }: Input): readonly SubscriptionEvent[] {
  return events.filter(
    (event) => event.level !== 'R' && (event.decided === 'auto' || corrections.has(event.id)) && kindOf(event, corrections) !== 'other',
  );
}
