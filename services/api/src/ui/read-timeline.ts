// What overview and subscription pages show, read in one go: subscriptions as they stand today, their events, the person's corrections.
import type { SubscriptionEvent } from '@quittance/domain/event';
import type { MessageKind } from '@quittance/domain/event-kind';
import type { Subscription } from '@quittance/domain/subscription';
import type { Tx } from '@quittance/store/database';
import { listSuggestions, type StoredSuggestion } from '@quittance/store/suggestions';
import { listCorrections, listEvents } from '@quittance/store/events';
import { readViewpoint } from '@quittance/store/hand';
import { getSubscription, listSubscriptions, listUnattachedEvents } from '@quittance/store/subscriptions';
import { asOf } from '@quittance/timeline/as-of';
import { latestCorrections } from '../v1/subscriptions.ts';

export interface TimelineView {
  readonly subscriptions: readonly Subscription[];
  readonly events: ReadonlyMap<string, SubscriptionEvent>;
  readonly corrections: ReadonlyMap<string, MessageKind>;
  readonly unattached: readonly SubscriptionEvent[];
  /** Of a local model, on events that nobody decided. */
  readonly suggestions: ReadonlyMap<string, StoredSuggestion>;
}

export async function readTimeline(tx: Tx, userId: string, now: Date): Promise<TimelineView> {
  const viewpoint = await readViewpoint(tx, userId, now);
  const folded = await listSubscriptions(tx, userId);
  const events = await listEvents(tx, userId, { eventIds: folded.flatMap((subscription) => subscription.eventIds) });
  const corrections = latestCorrections(await listCorrections(tx, userId));
  const unattached = await listUnattachedEvents(tx, userId);
  return {
    subscriptions: folded.map((subscription) => asOf(subscription, viewpoint)),
    events: new Map([...events, ...unattached].map((event) => [event.id, event])),
    corrections,
    unattached: unattached.filter((event) => corrections.get(event.id) !== 'other'),
    suggestions: await suggestionsFor(tx, userId, [...events, ...unattached]),
  };
}

export async function readOne(tx: Tx, userId: string, id: string, now: Date): Promise<TimelineView | null> {
  const folded = await getSubscription(tx, userId, id);
  if (!folded) return null;
  const events = await listEvents(tx, userId, { eventIds: folded.eventIds });
  const corrections = latestCorrections(await listCorrections(tx, userId, folded.eventIds));
  return {
    subscriptions: [asOf(folded, await readViewpoint(tx, userId, now))],
    events: new Map(events.map((event) => [event.id, event])),
    corrections,
    unattached: [],
    suggestions: await suggestionsFor(tx, userId, events),
  };
}

function suggestionsFor(tx: Tx, userId: string, events: readonly SubscriptionEvent[]): Promise<Map<string, StoredSuggestion>> {
  return listSuggestions(
    tx,
    userId,
    events.filter(({ decided }) => decided === 'abstain').map(({ id }) => id),
  );
}

/** The person's word where they gave one. */
export function kindOf(event: SubscriptionEvent, corrections: ReadonlyMap<string, MessageKind>): MessageKind {
  return corrections.get(event.id) ?? event.kind;
}
