// The name by which a person puts a finding aside: what it is, and the event or subscription that it is about. It stays the same when the
// timeline is folded anew, and another one of the same kind (the next deadline, another charge) has another name.
import type { Finding } from './subscription.ts';

export function findingId(subscriptionId: string, { kind, eventId, values }: Finding): string {
  return nameOf(kind, eventId ?? subscriptionId, values['key']);
}

/** The name it has, and those that it had or would have by another of its witnesses. */
export function findingIds(subscriptionId: string, finding: Finding): string[] {
  const { kind, eventId, values, witnesses = [] } = finding;
  const others = witnesses.map((witness) =>
    eventId === null ? nameOf(kind, subscriptionId, witness) : nameOf(kind, witness, values['key']),
  );
  return [findingId(subscriptionId, finding), ...others];
}

function nameOf(kind: string, about: string, key: string | undefined): string {
  return [kind, about, ...(key === undefined ? [] : [key])].join(':');
}
