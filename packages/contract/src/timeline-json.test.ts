// The names of design §11, written out: a renamed or missing field is a broken contract.
import type { SubscriptionEvent } from '@quittance/domain/event';
import { onDay } from '@quittance/domain/viewpoint';
import type { FoldedSubscription } from '@quittance/domain/subscription';
import { expect, it } from 'vitest';
import { timelineJson } from './timeline-json.ts';

const element = { present: true, quote: 'x' };
const event: SubscriptionEvent = {
  id: 'e1',
  seq: 1,
  kind: 'renewal_charged',
  decided: 'auto',
  confidence: 0.9,
  occurredAt: '2026-11-01T10:00:00.000Z',
  effectiveOn: null,
  merchant: { id: 'shop', name: 'Shop', domains: ['shop.example'] },
  biller: 'apple',
  plan: 'Plus',
  price: { amountMinor: 1290, currency: 'JPY' },
  period: 'P1M',
  renewsOn: '2026-12-01',
  endsOn: null,
  noticePeriod: null,
  minimumTermEndsOn: null,
  cancelBy: null,
  reference: null,
  language: 'en',
  reasons: [],
  level: 'B',
  message: { sha256: 'ab', rfcMessageId: 'm@x', fromAddress: 'a@shop.example', subject: 'S', sentAt: null },
  source: 'mail',
};
const folded: FoldedSubscription = {
  id: 's1',
  merchant: event.merchant!,
  biller: 'apple',
  plan: 'Plus',
  status: 'active',
  startedOn: '2026-01-01',
  renewsOn: '2026-12-01',
  endsOn: null,
  noticePeriod: null,
  minimumTermEndsOn: null,
  deadline: null,
  price: event.price,
  period: 'P1M',
  reference: null,
  proof: {
    eventId: 'e1',
    rfcMessageId: 'm@x',
    messageSha256: 'ab',
    level: 'B',
    meter: { who: element, contract: element, receivedAt: element, endsOn: element, effects: element, noFurtherCharge: element },
  },
  firstSeenOn: '2026-01-01',
  request: null,
  notices: [],
  chargedOn: ['2026-11-02'],
  merchantReceipts: 1,
  prices: [],
  isEntered: false,
  ownTerms: [],
  lastEventAt: event.occurredAt,
  eventIds: ['e1'],
  findings: [{ kind: 'payment_failed', since: '2026-11-02', until: null, eventId: 'e1', values: { failed_on: '2026-11-02' } }],
};
const input = { subscriptions: [folded], corrections: new Map(), viewpoint: onDay('2026-11-20'), language: 'en' as const };

it('has the names and shapes of the contract', () => {
  const json = timelineJson({ ...input, events: [event] });
  expect(json).toEqual({
    subscriptions: [
      {
        id: 's1',
        merchant: { id: 'shop', name: 'Shop', domains: ['shop.example'] },
        biller: 'apple',
        plan: 'Plus',
        status: 'active',
        started_on: '2026-01-01',
        renews_on: '2026-12-01',
        cancel_by: '2026-12-01',
        ends_on: null,
        price: { amount: '1290', currency: 'JPY', period: 'P1M' },
        proof: {
          message_id: 'm@x',
          event_id: 'e1',
          level: 'B',
          meter: { who: element, contract: element, received_at: element, ends_on: element, effects: element, no_further_charge: element },
        },
        events: [
          {
            id: 'e1',
            kind: 'renewal_charged',
            decided: 'auto',
            confidence: 0.9,
            occurred_at: '2026-11-01T10:00:00.000Z',
            effective_on: null,
            amount: '1290',
            currency: 'JPY',
            message: { sha256: 'ab', message_id: 'm@x', from: 'a@shop.example', subject: 'S', sent_at: null },
            level: 'B',
          },
        ],
        findings: [
          {
            id: 'payment_failed:e1',
            kind: 'payment_failed',
            since: '2026-11-02',
            until: null,
            event_id: 'e1',
            explanation: expect.any(String),
          },
        ],
      },
    ],
    unattached: [],
  });
});

it('lists what belongs to no subscription, but not what the person took out', () => {
  const loose = { ...event, id: 'e2' };
  const out = { ...event, id: 'e3' };
  const corrections = new Map([
    ['e1', 'refund' as const],
    ['e3', 'other' as const],
  ]);
  const json = timelineJson({ ...input, corrections, events: [event, loose, out] });
  expect(json.unattached.map((one) => one.id)).toEqual(['e2']);
  expect(json.subscriptions[0]!.events[0]!.kind).toBe('refund');
});
