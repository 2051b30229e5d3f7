// What of a long life fits into ten pages: the messages that decide, and the entries around them. Everything else is in the annex.
import type { SubscriptionEvent } from '@quittance/domain/event';
import { kindOf, type ReportData, type ReportMessage } from './report-data.ts';

/** Shown with their text. */
const MESSAGES_MAX = 6;
/** Entries of the timeline on the first pages. */
const ENTRIES_MAX = 22;
const DECISIVE = ['cancellation_confirmed', 'cancellation_requested', 'signup', 'trial_started', 'reactivated', 'refund', 'expired'];

/** The proof first, then requests, charges after it, sign-up; in order of time. */
export function mainMessages(data: ReportData): ReportMessage[] {
  const rank = ranksOf(data);
  const byHash = new Map(data.messages.map((message) => [message.sha256, message]));
  const ranked = data.events
    .flatMap((event) => {
      const message = event.message && byHash.get(event.message.sha256);
      return message ? [{ message, rank: rank(event) }] : [];
    })
    // Of equal rank the latest: they are nearest to what is disputed.
    .toReversed()
    .toSorted((a, b) => a.rank - b.rank);
  const chosen = new Set(ranked.map((one) => one.message));
  const first = new Set([...chosen].slice(0, MESSAGES_MAX));
  return data.messages.filter((message) => first.has(message));
}

export function mainEvents(data: ReportData): SubscriptionEvent[] {
  if (data.events.length <= ENTRIES_MAX) return [...data.events];
  const rank = ranksOf(data);
  const first = new Set(
    data.events
      .toReversed()
      .toSorted((a, b) => rank(a) - rank(b))
      .slice(0, ENTRIES_MAX),
  );
  return data.events.filter((event) => first.has(event));
}

function ranksOf({ subscription, corrections }: ReportData): (event: SubscriptionEvent) => number {
  const named = new Set(subscription.findings.flatMap((finding) => finding.eventId ?? []));
  return (event) => {
    if (event.id === subscription.proof?.eventId) return 0;
    if (named.has(event.id)) return 1;
    const at = DECISIVE.indexOf(kindOf(event, corrections));
    return at < 0 ? 2 + DECISIVE.length : 2 + at;
  };
}
