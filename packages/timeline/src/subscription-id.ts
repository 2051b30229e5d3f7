// A subscription's id: a name-based UUID (RFC 9562 §5.8, version 8) of the event that was recorded first among its events. Older mail
// that is read later has a higher seq, so it does not change the id; what was read earlier and joins later does. An id that was given out stays the
// name of its event, by which packages/store/src/find-subscription.ts finds what holds it: never name a subscription after anything else.
import { createHash } from 'node:crypto';
import type { SubscriptionEvent } from '@quittance/domain/event';
import { invariant } from '@quittance/domain/errors';

export function subscriptionId(events: readonly SubscriptionEvent[]): string {
  invariant(events[0], 'a subscription has at least one event');
  const first = events.reduce((lowest, event) => (event.seq < lowest.seq ? event : lowest), events[0]);
  return namedAfter(first.id);
}

/** The id of a subscription whose first event this is. */
export function namedAfter(eventId: string): string {
  const bytes = createHash('sha256').update(`quittance/subscription/${eventId}`).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
