// What a story expects against what came of it: per expectation why it does not hold (null when it does), and what nobody expected.
import { formatDecimal } from '@quittance/domain/money';
import type { Subscription } from '@quittance/domain/subscription';
import { isOpen } from '@quittance/timeline/as-of';
import type { Lived } from './live-through.ts';
import type { Expectation, Story } from './read-story.ts';

export interface Compared {
  /** By index of the expectation. */
  readonly problems: readonly (string | null)[];
  readonly surplus: readonly string[];
}

interface Fact {
  readonly what: 'finding' | 'alert';
  readonly kind: string;
  readonly merchant: string;
  readonly since: string;
}

export function compare({ expected, now }: Story, lived: Lived): Compared {
  const matched = matchSubscriptions(expected, lived.subscriptions);
  const facts = factsOf(lived, now);
  const problems = expected.map((one, index) =>
    one.what === 'sub' ? subscriptionProblem(one, matched.get(one.of ?? index), lived) : factProblem(one, factsFor(one, facts)),
  );
  const known = new Set(matched.values());
  const surplus = [
    ...lived.subscriptions.filter((one) => !known.has(one)).map((one) => `sub ${describe(one)}`),
    ...facts
      .filter((fact) => !expected.some((one) => factsFor(one, [fact]).length > 0))
      .map((fact) => `${fact.what} ${fact.kind} ${fact.merchant} | since=${fact.since}`),
  ];
  return { problems, surplus };
}

// A finding whose last day is over was settled: it is history.
function factsOf({ subscriptions, alerts }: Lived, now: string): Fact[] {
  const findings = subscriptions.flatMap(({ merchant, findings: own }) =>
    own
      .filter((finding) => isOpen(finding, now))
      .map(({ kind, since }) => ({ what: 'finding' as const, kind, merchant: merchant.name, since })),
  );
  return [...findings, ...alerts.map(({ on, ...alert }) => ({ what: 'alert' as const, ...alert, since: on }))];
}

function factsFor(one: Expectation, facts: readonly Fact[]): Fact[] {
  return facts.filter((fact) => fact.what === one.what && fact.kind === one.kind && fact.merchant === one.merchant);
}

function factProblem({ must, values, line }: Expectation, facts: readonly Fact[]): string | null {
  if (must === 'may') return null;
  if (must === 'absent') return facts.length > 0 ? `${line}: it is there, since ${facts[0]!.since}` : null;
  if (facts.length === 0) return `${line}: missing`;
  const since = values.get('since');
  if (since && !facts.some((fact) => fact.since === since)) return `${line}: since ${facts.map((fact) => fact.since).join(', ')}`;
  const count = values.get('count');
  return count && Number(count) !== facts.length ? `${line}: ${facts.length} times` : null;
}

function subscriptionProblem({ must, values, merchant, line }: Expectation, found: Subscription | undefined, lived: Lived): string | null {
  if (must === 'absent') return found ? `${line}: it is there` : null;
  if (!found) return `${line}: missing among ${lived.subscriptions.map(describe).join(' / ') || 'none'}`;
  const wrong = [...values].filter(([key, value]) => valueOf(found, key) !== value);
  return wrong.length > 0 ? `${merchant}: ${wrong.map(([key, value]) => `${key} ${valueOf(found, key)}, not ${value}`).join('; ')}` : null;
}

/** By index of the line; of several subscriptions at one merchant, the one that fits a line best. */
function matchSubscriptions(expected: readonly Expectation[], subscriptions: readonly Subscription[]): Map<number, Subscription> {
  const matched = new Map<number, Subscription>();
  const pairs = expected.flatMap((one, index) =>
    one.what !== 'sub' || one.of !== null
      ? []
      : subscriptions
          .filter(({ merchant }) => merchant.name === one.merchant)
          .map((subscription) => ({ index, subscription, fit: fitOf(one, subscription) })),
  );
  for (const { index, subscription } of pairs.toSorted((a, b) => b.fit - a.fit)) {
    if (!matched.has(index) && ![...matched.values()].includes(subscription)) matched.set(index, subscription);
  }
  return matched;
}

function fitOf({ values }: Expectation, subscription: Subscription): number {
  return [...values].filter(([key, value]) => valueOf(subscription, key) === value).length;
}

function valueOf(subscription: Subscription, key: string): string {
  const { price, period, proof } = subscription;
  switch (key) {
    case 'price':
      return price ? `${formatDecimal(price)} ${price.currency} ${period ?? '-'}` : '-';
    case 'proof':
      return proof?.level ?? '-';
    case 'plan':
    case 'status':
    case 'biller':
      return subscription[key] ?? '-';
    case 'started_on':
      return subscription.startedOn ?? '-';
    case 'renews_on':
      return subscription.renewsOn ?? '-';
    case 'ends_on':
      return subscription.endsOn ?? '-';
    case 'cancel_by':
      return subscription.cancelBy ?? '-';
    default:
      throw new Error(`a subscription has no ${key}`);
  }
}

function describe(subscription: Subscription): string {
  const keys = ['plan', 'biller', 'status', 'renews_on', 'ends_on', 'price'].map((key) => `${key}=${valueOf(subscription, key)}`);
  return [subscription.merchant.name, ...keys].join(' | ');
}
