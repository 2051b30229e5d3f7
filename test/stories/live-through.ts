// The days of a story one after the other: mails come and are folded, clocks are looked at every morning, and alerts are raised once each,
// as the classifier and the notifier do it. A backfill is one batch on the story's last day.
import { DEFAULT_ALERT_PREFERENCES } from '@quittance/domain/alert-preferences';
import { addDays } from '@quittance/domain/civil-date';
import type { SubscriptionEvent } from '@quittance/domain/event';
import type { FoldedSubscription, Subscription } from '@quittance/domain/subscription';
import { ToldAlerts } from '@quittance/testing/told-alerts';
import { asOf } from '@quittance/timeline/as-of';
import { clockAlerts } from '@quittance/timeline/clock-alerts';
import { doubtedKey } from '@quittance/timeline/doubted-key';
import { dueAlerts } from '@quittance/timeline/due-alerts';
import { fold } from '@quittance/timeline/fold';
import type { NewAlert } from '@quittance/domain/alert';
import type { ReadMail } from './read-mailbox.ts';
import type { Story } from './read-story.ts';

export interface Raised {
  readonly kind: string;
  readonly merchant: string;
  readonly on: string;
}

export interface Lived {
  readonly subscriptions: readonly Subscription[];
  readonly alerts: readonly Raised[];
}

export function liveThrough(story: Story, mails: readonly ReadMail[]): Lived {
  const events: SubscriptionEvent[] = [];
  const alerts = new ToldAlerts<NewAlert & { raisedAt: string }>();
  const raise = (alert: NewAlert, raisedAt: string): void => void alerts.add({ ...alert, raisedAt });
  let folded: FoldedSubscription[] = [];
  for (const batch of batchesOf(story, mails)) {
    for (let day = batch.since; day < batch.on; day = addDays(day, 1)) lookAtClocks(folded, day);
    const fresh = batch.mails.flatMap(({ event }) => event ?? []);
    events.push(...fresh);
    const before = folded;
    folded = foldAll(events);
    for (const event of fresh) {
      const isOwn = (one: FoldedSubscription) => one.merchant.id === event.merchant?.id;
      const input = { event, before: before.filter(isOwn), after: folded.filter(isOwn), now: new Date(batch.at) };
      for (const alert of dueAlerts({ ...input, priority: story.read === 'live' ? 'live' : 'history' })) raise(alert, batch.at);
    }
    if (batch.mails.length === 0 || story.read === 'backfill') lookAtClocks(folded, batch.on);
  }
  return {
    subscriptions: folded.map((one) => asOf(one, { today: story.now, country: story.country, setAside: [] })),
    alerts: alerts.all().map(({ kind, data, raisedAt }) => ({ kind, merchant: data.merchant ?? '-', on: raisedAt.slice(0, 10) })),
  };

  function lookAtClocks(subscriptions: readonly FoldedSubscription[], day: string): void {
    const now = new Date(`${day}T23:00:00.000Z`);
    const input = { now, timeZone: 'UTC', preferences: DEFAULT_ALERT_PREFERENCES, country: story.country, setAside: [] };
    for (const { alert, unlessTold, toldSince, toldDay } of subscriptions.flatMap((one) => clockAlerts(one, input))) {
      const told = unlessTold
        .flatMap((key) => alerts.get(key) ?? alerts.get(doubtedKey(key)) ?? [])
        .filter(({ raisedAt }) => raisedAt >= toldSince);
      if (told.some(({ data }) => !toldDay || (data.cancel_by !== null && data.cancel_by <= toldDay))) continue;
      raise(alert, now.toISOString());
    }
  }
}

interface Batch {
  /** First day whose clocks were not looked at yet. */
  readonly since: string;
  readonly on: string;
  readonly at: string;
  readonly mails: readonly ReadMail[];
}

function batchesOf(story: Story, mails: readonly ReadMail[]): Batch[] {
  const end = { on: story.now, at: `${story.now}T23:00:00.000Z` };
  if (story.read === 'backfill') return [{ ...end, since: story.now, mails }];
  const first = mails[0]?.mail.arrivesOn ?? story.now;
  const live = mails.map((one, index) => {
    const since = mails[index - 1]?.mail.arrivesOn ?? first;
    return { since, on: one.mail.arrivesOn, at: one.capturedAt, mails: [one] };
  });
  return [...live, { ...end, since: live.at(-1)?.on ?? first, mails: [] }];
}

function foldAll(events: readonly SubscriptionEvent[]): FoldedSubscription[] {
  const merchants = Map.groupBy(events, (event) => event.merchant?.id ?? '');
  return fold.doubles([...merchants.values()].flatMap((own) => fold.merchant(own, []).subscriptions));
}
