// `quittance timeline`: subscriptions with their events and findings, as they stand today.
import { timelineJson, type EventJson, type TimelineJson } from '@quittance/contract/timeline-json';
import type { MessageKind } from '@quittance/domain/event-kind';
import type { SubscriptionStatus } from '@quittance/domain/subscription';
import { listCorrections, listEvents } from '@quittance/store/events';
import { readViewpoint } from '@quittance/store/hand';
import { listSubscriptions, listUnattachedEvents } from '@quittance/store/subscriptions';
import { asUser } from '@quittance/store/transaction';
import type { Context, Person } from '../context.ts';
import { withJson } from '../json-example.ts';
import { dayOf } from '../own-days.ts';
import { emit, table } from '../output.ts';
import type { Register } from '../program.ts';
import type { Words } from '../words.ts';

const EVENT: EventJson = {
  id: '0f9c5c1e-3f0e-4a60-8d5e-1f2d3c4b5a69',
  kind: 'cancellation_confirmed',
  decided: 'auto',
  confidence: 0.98,
  occurred_at: '2026-11-03T10:15:02.000Z',
  effective_on: '2026-12-01',
  amount: null,
  currency: null,
  message: {
    sha256: '9f2c4b1a…',
    message_id: '20261103.4711@mail.example.com',
    from: 'billing@mail.example.com',
    subject: 'Your subscription has been cancelled',
    sent_at: '2026-11-03T10:15:00.000Z',
  },
  level: 'A',
};
const PRESENT = { present: true, quote: 'Your subscription has been cancelled' };
const ABSENT = { present: false, quote: null };

const EXAMPLE: TimelineJson = {
  subscriptions: [
    {
      id: '5a0f5a53-53a0-4b0d-8e3f-0c3a7a3f9b11',
      merchant: { id: 'example.com', name: 'Example', domains: ['example.com'] },
      biller: null,
      plan: 'Pro',
      status: 'cancelled',
      started_on: '2026-01-01',
      renews_on: null,
      cancel_by: null,
      ends_on: '2026-12-01',
      price: { amount: '23.00', currency: 'EUR', period: 'P1M' },
      proof: {
        message_id: '20261103.4711@mail.example.com',
        event_id: EVENT.id,
        level: 'A',
        meter: { who: PRESENT, contract: ABSENT, received_at: PRESENT, ends_on: PRESENT, effects: ABSENT, no_further_charge: ABSENT },
      },
      events: [EVENT],
      findings: [
        {
          id: `charged_after_cancellation:${EVENT.id}`,
          kind: 'charged_after_cancellation',
          since: '2026-12-01',
          until: null,
          event_id: EVENT.id,
          explanation: 'Charged after the end.',
        },
      ],
    },
  ],
  unattached: [],
};

export const register: Register = (program, handle) => {
  const command = program
    .command('timeline')
    .description('subscriptions, their events and findings')
    .option('--merchant <merchant>', 'only this merchant (name or id)')
    .action(handle(timeline));
  withJson(command, EXAMPLE);
};

async function timeline(context: Context, options: { merchant?: string }): Promise<void> {
  const { db } = await context.store();
  const person = await context.person();
  const { subscriptions, events, corrections, viewpoint } = await asUser(db, person.id, async (tx) => {
    const subscriptions = await listSubscriptions(tx, person.id);
    const attached = await listEvents(tx, person.id, { eventIds: subscriptions.flatMap((one) => one.eventIds) });
    return {
      subscriptions,
      events: [...attached, ...(await listUnattachedEvents(tx, person.id))],
      corrections: await listCorrections(tx, person.id),
      viewpoint: await readViewpoint(tx, person.id, context.clock.now()),
    };
  });
  const wanted = options.merchant?.toLowerCase();
  const isWanted = (merchant: { id: string; name: string } | null): boolean =>
    wanted === undefined || (merchant !== null && [merchant.id.toLowerCase(), merchant.name.toLowerCase()].includes(wanted));
  // Of another merchant's subscription neither the subscription nor its events are shown.
  const shown = subscriptions.filter((subscription) => isWanted(subscription.merchant));
  const attached = new Set(shown.flatMap((subscription) => subscription.eventIds));
  const document = timelineJson({
    subscriptions: shown,
    events: events.filter((event) => attached.has(event.id) || isWanted(event.merchant)),
    corrections: new Map(corrections.map((correction) => [correction.eventId, correction.kind])),
    viewpoint,
    language: context.language,
  });
  emit(context, document, () => inWords(document, context.words, person, options.merchant));
}

function inWords(document: TimelineJson, words: Words, person: Person, merchant?: string): string {
  if (document.subscriptions.length + document.unattached.length === 0) return merchant ? words.nothingOf(merchant) : words.noSubscriptions;
  const overview = table(
    [words.merchant, words.plan, words.status, words.amount, words.renews, words.ends, words.proof],
    document.subscriptions.map(({ merchant, plan, status, price, renews_on, ends_on, proof }) => [
      merchant.name,
      plan,
      words.statuses[status as SubscriptionStatus],
      price && `${price.amount} ${price.currency}${price.period ? ` / ${price.period}` : ''}`,
      renews_on,
      ends_on,
      proof && proof.level,
    ]),
  );
  const findings = document.subscriptions.flatMap(({ merchant, findings }) =>
    findings.map(({ explanation }) => `! ${merchant.name}: ${explanation}`),
  );
  const unattached = document.unattached.map(
    ({ occurred_at, kind, message }) => `  ${dayOf(person, occurred_at)}  ${words.kinds[kind as MessageKind]}  ${message?.subject ?? ''}`,
  );
  return [overview, findings.join('\n'), unattached.length > 0 ? [words.unattached, ...unattached].join('\n') : '']
    .filter((block) => block !== '')
    .join('\n\n');
}
