// The first step of the fold: the person's corrections applied, and the events in the order in which things happened. Mail is read in
// any order (newest first in a backfill), so nothing here may depend on when a mail was read.
import { daysBetween, type CivilDate } from '@quittance/domain/civil-date';
import { UNNAMED_CONTRACT } from '@quittance/domain/classification';
import type { Correction, SubscriptionEvent } from '@quittance/domain/event';
import { EVENT_KINDS } from '@quittance/domain/event-kind';
import { periodDays, type Period } from '@quittance/domain/period';

// A typing error in a mail must not carry a subscription to the year 9999, nor make the fold count days for ever.
const REACH_DAYS = 20_000;
const PERIOD = /^P\d{1,3}[DWMY]$/;

/** Events corrected to `other` are gone; a corrected event counts as decided, but its level stays what it is. */
export function orderEvents(events: readonly SubscriptionEvent[], corrections: readonly Correction[]): SubscriptionEvent[] {
  const latest = new Map<string, Correction>();
  for (const correction of corrections) {
    const known = latest.get(correction.eventId);
    if (!known || known.madeAt <= correction.madeAt) latest.set(correction.eventId, correction);
  }
  return events.flatMap((event) => corrected(plausible(event), latest.get(event.id))).sort(byTime);
}

function corrected(event: SubscriptionEvent, correction: Correction | undefined): SubscriptionEvent[] {
  if (!correction) return [event];
  if (correction.kind === 'other') return [];
  // Whoever says that it is a receipt of a subscription says that there is one.
  const reasons = event.reasons.filter(({ rule }) => rule !== UNNAMED_CONTRACT);
  return [{ ...event, kind: correction.kind, decided: 'auto', reasons }];
}

// Mails of the same second stand in the order of a subscription's life; only what is the same kind falls back on the order of recording.
function byTime(a: SubscriptionEvent, b: SubscriptionEvent): number {
  if (a.occurredAt !== b.occurredAt) return a.occurredAt < b.occurredAt ? -1 : 1;
  return EVENT_KINDS.indexOf(a.kind) - EVENT_KINDS.indexOf(b.kind) || a.seq - b.seq;
}

function plausible(event: SubscriptionEvent): SubscriptionEvent {
  const day = event.occurredAt.slice(0, 10);
  const date = (on: CivilDate | null): CivilDate | null => (on && Math.abs(daysBetween(day, on)) <= REACH_DAYS ? on : null);
  const told = {
    effectiveOn: date(event.effectiveOn),
    renewsOn: date(event.renewsOn),
    endsOn: date(event.endsOn),
    minimumTermEndsOn: date(event.minimumTermEndsOn),
    cancelBy: date(event.cancelBy),
    period: length(event.period),
    noticePeriod: length(event.noticePeriod),
  };
  // Nearly all of them: a copy of each would cost more than the looking.
  if (DATES.every((field) => told[field] === event[field]) && told.period === event.period && told.noticePeriod === event.noticePeriod)
    return event;
  return { ...event, ...told };
}

const DATES = ['effectiveOn', 'renewsOn', 'endsOn', 'minimumTermEndsOn', 'cancelBy'] as const;

// The few that there are are judged once.
const lengths = new Map<Period, Period | null>();
const LENGTHS_MAX = 1_000;

function length(period: Period | null): Period | null {
  if (period === null) return null;
  let judged = lengths.get(period);
  if (judged === undefined) {
    judged = PERIOD.test(period) && periodDays(period) > 0 ? period : null;
    if (lengths.size < LENGTHS_MAX) lengths.set(period, judged);
  }
  return judged;
}
