// The name by which a person puts a finding aside: what it is, and the event or subscription that it is about. It stays the same when the
// timeline is folded anew, and another one of the same kind (the next deadline, another charge) has another name.
import type { Finding } from './subscription.ts';

export function findingId(subscriptionId: string, { kind, eventId, values }: Finding): string {
  const about = values['key'];
  return [kind, eventId ?? subscriptionId, ...(about === undefined ? [] : [about])].join(':');
}
