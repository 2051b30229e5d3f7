// The findings that one event made and that the person must be told of. Compared with those of before, not looked up by the event's kind: a
// confirmation read late turns a charge that is known already into a finding.
import type { AlertKind, NewAlert } from '@quittance/domain/alert';
import { daysBetween } from '@quittance/domain/civil-date';
import type { Finding, FoldedSubscription } from '@quittance/domain/subscription';
import { alertOf, isFresh, type DueAlertsInput } from './new-alert.ts';

/** How far apart receipt and bank tell of one charge. */
const SECOND_WORD_DAYS = 6;
const FINDING_ALERTS: Partial<Record<Finding['kind'], AlertKind>> = {
  charged_after_cancellation: 'charged_after_cancellation',
  reactivated_unasked: 'reactivated_unasked',
  price_increased: 'price_change',
  duplicate_subscription: 'duplicate_subscription',
};

export function findingAlerts(input: DueAlertsInput): NewAlert[] {
  const isNews = newsIn(input);
  return input.after.flatMap((subscription) => {
    const fresh = subscription.findings.filter((finding) => isNews(finding) && isFresh(`${finding.since}T23:59:59.000Z`, input));
    return fresh.flatMap((finding) => told(finding, subscription, input));
  });
}

function newsIn(input: DueAlertsInput): (finding: Finding) => boolean {
  const known = input.before.flatMap((one) => one.findings);
  const knownKeys = new Set(known.map(keyOf));
  const keys = new Set(input.after.flatMap((one) => one.findings.map(keyOf)));
  const replaced = known.filter((finding) => !keys.has(keyOf(finding)));
  return (finding) =>
    FINDING_ALERTS[finding.kind] !== undefined &&
    !knownKeys.has(keyOf(finding)) &&
    !replaced.some((other) => isTheSame(other, finding)) &&
    (finding.until === null || finding.kind === 'price_increased');
}

function told(finding: Finding, subscription: FoldedSubscription, input: DueAlertsInput): NewAlert[] {
  const kind = FINDING_ALERTS[finding.kind]!;
  // An announced rise was told by the announcement itself; only a charge tells one that nobody announced.
  const isOwn = finding.eventId === input.event.id;
  if (kind === 'price_change' && !(isOwn && input.event.kind === 'renewal_charged')) return [];
  const key =
    kind === 'price_change' ? `${subscription.id}:${finding.values['to']}:${finding.values['currency']}` : aboutOf(subscription, finding);
  return [alertOf(kind, key, input, subscription, finding)];
}

// A second word on the same charge (its receipt in another mailbox, the bank's line) that is dated earlier becomes the one that counts.
function isTheSame(gone: Finding, finding: Finding): boolean {
  return gone.kind === finding.kind && Math.abs(daysBetween(gone.since, finding.since)) <= SECOND_WORD_DAYS;
}

function keyOf(finding: Finding): string {
  return `${finding.kind}:${finding.eventId}:${finding.values['key'] ?? ''}`;
}

// Two that run beside each other are told of once, whichever is looked at.
function aboutOf(subscription: FoldedSubscription, finding: Finding): string {
  return finding.eventId ?? [subscription.eventIds[0]!, finding.values['other'] ?? ''].toSorted().join(':');
}
