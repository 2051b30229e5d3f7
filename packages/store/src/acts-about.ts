// Which subscription each of the person's acts is about today. An act names events, and a subscription by an id that it may have had before: who said
// something by an old bookmark or an old program must be able to see of what it was said.
import { anchored, type DoneAct } from '@quittance/domain/hand';
import type { Queryable } from './database.ts';
import { listAttached } from './subscriptions.ts';

type Said = Pick<DoneAct, 'id' | 'act' | 'eventId'>;

/** By the acts' ids; none for what is about no subscription, or about one that is gone. */
export async function subscriptionsOfActs(db: Queryable, userId: string, acts: readonly Said[]): Promise<Map<string, string>> {
  const named = acts.map((said) => ({ id: said.id, events: eventsOf(said) })).filter(({ events }) => events.length > 0);
  if (named.length === 0) return new Map();
  const attached = await listAttached(db, userId, [...new Set(named.flatMap(({ events }) => events))]);
  return new Map(
    named.flatMap(({ id, events }) => {
      const home = anchored(events, (event) => attached.get(event));
      return home === undefined ? [] : [[id, home] as const];
    }),
  );
}

function eventsOf({ act, eventId }: Said): readonly string[] {
  switch (act.kind) {
    case 'terms_set':
      return act.of;
    case 'merged':
      return act.one;
    case 'split':
      return act.events;
    case 'begun':
    case 'left_out':
    case 'moved':
      return [act.event];
    case 'cancellation_stated':
      // Its own event first: what it was said of may have been divided since.
      return eventId === null ? act.of : [eventId];
    case 'subscription_added':
      return eventId === null ? [] : [eventId];
    case 'merchant_renamed':
    case 'rate_set':
    case 'finding_snoozed':
    case 'finding_dismissed':
      return [];
  }
}
