// The number of the contract that a mail states, where it calls it one: other references are of a bill or an order and change each time.
import type { SubscriptionEvent } from '@quittance/domain/event';

const CONTRACT_RULES: ReadonlySet<string> = new Set(['reference.contract', 'reference.subscription']);

export function contractOf({ reasons, reference }: SubscriptionEvent): string | null {
  return reasons.some(({ rule }) => CONTRACT_RULES.has(rule)) ? reference : null;
}

export function contractsDiffer(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other;
}
