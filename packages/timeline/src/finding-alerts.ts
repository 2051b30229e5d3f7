// The findings that one event made and that the person must be told of. Compared with those of before, not looked up by the event's kind: a
// confirmation read late turns a charge that is known already into a finding.
import type { AlertKind, NewAlert } from '@quittance/domain/alert';
import { addDays, addMonths, civilDateOf, daysBetween } from '@quittance/domain/civil-date';
import type { Finding, FoldedSubscription } from '@quittance/domain/subscription';
import { alertOf, isFresh, isOfSameEnd, isOpenCharge, type DueAlertsInput } from './new-alert.ts';

/** How far apart receipt and bank tell of one charge. */
const SECOND_WORD_DAYS = 6;
/** How long a charge after the end can be had back: as a cancelled recurring payment by card (Visa 13.2) … */
const CARD_CLAIM_DAYS = 120;
/** … and, where the bank's own statement shows the debit, as a payment that was not authorised (directive (EU) 2015/2366 art. 71). */
const DEBIT_CLAIM_MONTHS = 13;

const FINDING_ALERTS: Partial<Record<Finding['kind'], AlertKind>> = {
  charged_after_cancellation: 'charged_after_cancellation',
  reactivated_unasked: 'reactivated_unasked',
  price_increased: 'price_change',
  duplicate_subscription: 'duplicate_subscription',
};

export function findingAlerts(input: DueAlertsInput): NewAlert[] {
  const isNews = newsIn(input);
  return input.after.flatMap((subscription) => {
    const found = subscription.findings.filter(isNews);
    const fresh = found.filter((finding) => isFresh(`${finding.since}T23:59:59.000Z`, input));
    return [
      ...fresh.flatMap((finding) => told(finding, subscription, input)),
      ...lastToClaim(found, fresh, subscription, input).map((finding) => toldOnce(finding, subscription, input)),
    ];
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

// Old mail that is read for the first time may bring years of them: the last one speaks for all, and for none where one is told of anyway.
function lastToClaim(
  found: readonly Finding[],
  fresh: readonly Finding[],
  { findings }: FoldedSubscription,
  input: DueAlertsInput,
): readonly Finding[] {
  const claimed = found.filter(isOpenCharge);
  if (claimed.length === 0 || fresh.some(isOpenCharge)) return [];
  const last = findings.findLast((finding) => claimed.includes(finding))!;
  const today = civilDateOf(input.now);
  const until = input.priority === 'statement' ? addMonths(last.since, DEBIT_CLAIM_MONTHS) : addDays(last.since, CARD_CLAIM_DAYS);
  return today <= until ? [last] : [];
}

/** No news where another charge after the same end was told of: its page lists them all. */
function toldOnce(finding: Finding, subscription: FoldedSubscription, input: DueAlertsInput): NewAlert {
  const others = subscription.findings.filter((other) => isOpenCharge(other) && other !== finding && isOfSameEnd(other, finding));
  const alert = alertOf(finding.kind as AlertKind, aboutOf(subscription, finding), input, subscription, finding);
  return { ...alert, unless: others.map((other) => `${other.kind}:${aboutOf(subscription, other)}`) };
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
