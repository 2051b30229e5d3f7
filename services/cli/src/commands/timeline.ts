// `quittance timeline`: subscriptions with their events and findings, as they stand today.
import { timelineJson, type EventJson, type TimelineJson } from '@quittance/contract/timeline-json';
import { listCorrections, listEvents } from '@quittance/store/events';
import { readViewpoint } from '@quittance/store/hand';
import { isNamed } from '@quittance/store/named-merchants';
import { listSubscriptions, listUnattachedEvents } from '@quittance/store/subscriptions';
import { asUser } from '@quittance/store/transaction';
import type { Context } from '../context.ts';
import { withJson } from '../json-example.ts';
import { emit } from '../output.ts';
import type { Register } from '../program.ts';
import { timelineInWords } from '../timeline-in-words.ts';

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
    .option('--merchant <merchant>', 'only this merchant (its name or the beginning of a word of it, a domain, or its id)')
    .action(handle(timeline));
  withJson(command, EXAMPLE);
};

async function timeline(context: Context, options: { merchant?: string }): Promise<void> {
  const { db } = await context.store();
  const person = await context.person();
  const { subscriptions, events, corrections, viewpoint, isWanted } = await asUser(db, person.id, async (tx) => {
    const subscriptions = await listSubscriptions(tx, person.id);
    const attached = await listEvents(tx, person.id, { eventIds: subscriptions.flatMap((one) => one.eventIds) });
    return {
      subscriptions,
      events: [...attached, ...(await listUnattachedEvents(tx, person.id))],
      corrections: await listCorrections(tx, person.id),
      viewpoint: await readViewpoint(tx, person.id, context.clock.now()),
      isWanted: await isNamed(tx, person.id, options.merchant),
    };
  });
  // Of another merchant's subscription neither the subscription nor its events are shown.
  const shown = subscriptions.filter(isWanted);
  const attached = new Set(shown.flatMap((subscription) => subscription.eventIds));
  const document = timelineJson({
    subscriptions: shown,
    events: events.filter((event) => attached.has(event.id) || isWanted(event)),
    corrections: new Map(corrections.map((correction) => [correction.eventId, correction.kind])),
    viewpoint,
    language: context.language,
  });
  emit(context, document, () =>
    timelineInWords(document, { ...person, language: context.language, today: viewpoint.today }, options.merchant),
  );
}
