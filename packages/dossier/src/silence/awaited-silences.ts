// For which silences a dossier has a statement: a request to cancel that nobody confirmed, and a notice that the law asks for and that did not come.
import type { SubscriptionEvent } from '@quittance/domain/event';
import type { MessageKind } from '@quittance/domain/event-kind';
import type { Instant } from '@quittance/domain/instant';
import type { Subscription } from '@quittance/domain/subscription';
import type { Silence } from '@quittance/verifier/silence';
import { kindOf } from '../report/report-data.ts';

export interface AwaitedSilence {
  readonly awaited: Silence['awaited'];
  readonly from: Instant;
  readonly until: Instant;
}

export function awaitedSilences(
  { proof, findings }: Pick<Subscription, 'proof' | 'findings'>,
  events: readonly SubscriptionEvent[],
  corrections: ReadonlyMap<string, MessageKind>,
  now: Instant,
): AwaitedSilence[] {
  const request = events.findLast((event) => kindOf(event, corrections) === 'cancellation_requested' && event.level !== 'R');
  const confirmation =
    !proof && request && request.occurredAt < now ? [{ awaited: 'confirmation' as const, from: request.occurredAt, until: now }] : [];
  const notices = findings.flatMap(({ kind, values }) => {
    const { window_from: from, window_until: until } = values;
    if (kind !== 'notice_missing' || !from || !until) return [];
    const span = daySpan(from, until);
    const end = span.until < now ? span.until : now;
    return span.from < end ? [{ awaited: 'notice' as const, from: span.from, until: end }] : [];
  });
  return [...confirmation, ...notices];
}

/** Both days whole, in UTC. */
export function daySpan(fromOn: string, untilOn: string): { from: Instant; until: Instant } {
  return { from: `${fromOn}T00:00:00.000Z`, until: `${untilOn}T23:59:59.999Z` };
}
