// What of a long life fits into ten pages: the messages that decide, and the entries around them. Everything else is in the annex. Three sizes of
// it, since nobody can tell beforehand how long the words of strangers are: the largest whose pages are few enough is taken.
import type { SubscriptionEvent } from '@quittance/domain/event';
import { kindOf, type ReportData, type ReportMessage } from './report-data.ts';

/** What the first ten pages hold at most. */
export interface Budget {
  /** Entries of the timeline. */
  readonly entries: number;
  /** Shown with their text. */
  readonly messages: number;
  readonly textChars: number;
  readonly textLines: number;
  readonly charges: number;
  readonly silences: number;
  readonly folders: number;
}

export const BUDGETS: readonly [Budget, ...Budget[]] = [
  { entries: 22, messages: 6, textChars: 1_800, textLines: 32, charges: 14, silences: 9, folders: 10 },
  { entries: 14, messages: 4, textChars: 1_200, textLines: 20, charges: 8, silences: 3, folders: 6 },
  { entries: 8, messages: 3, textChars: 600, textLines: 10, charges: 4, silences: 1, folders: 3 },
];
const DECISIVE = ['cancellation_confirmed', 'cancellation_requested', 'signup', 'trial_started', 'reactivated', 'refund', 'expired'];

/** The proof first, then requests, charges after it, sign-up; in order of time. */
export function mainMessages(data: ReportData, { messages }: Budget): ReportMessage[] {
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
  const first = new Set([...chosen].slice(0, messages));
  return data.messages.filter((message) => first.has(message));
}

export function mainEvents(data: ReportData, { entries }: Budget): SubscriptionEvent[] {
  if (data.events.length <= entries) return [...data.events];
  const rank = ranksOf(data);
  const first = new Set(
    data.events
      .toReversed()
      .toSorted((a, b) => rank(a) - rank(b))
      .slice(0, entries),
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
