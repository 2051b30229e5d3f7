// Report data for tests: a subscription of any length, cancelled, confirmed and charged again.
import { createHash } from 'node:crypto';
import type { SubscriptionEvent } from '@quittance/domain/event';
import type { EventKind } from '@quittance/domain/event-kind';
import { foldMerchant } from '@quittance/timeline/fold-merchant';
import { onDay } from '@quittance/domain/viewpoint';
import { asOf } from '@quittance/timeline/as-of';
import { messageFolder } from '@quittance/verifier/layout';
import type { ReportData, ReportMessage } from './report-data.ts';

export const TODAY = '2026-11-23';

const MERCHANT = { id: 'streambox.example', name: 'StreamBox', domains: ['streambox.example'] };

export interface Entry {
  readonly kind: EventKind;
  readonly at: string;
  readonly quote: string;
  readonly text?: string;
  readonly endsOn?: string;
  readonly decided?: SubscriptionEvent['decided'];
  /** What else the event says. */
  readonly more?: Partial<SubscriptionEvent>;
}

export const STORY: readonly Entry[] = [
  { kind: 'signup', at: '2026-01-05T09:00:00.000Z', quote: 'Welcome to StreamBox Pro: 9.99 EUR a month, cancel at any time' },
  { kind: 'renewal_charged', at: '2026-09-05T06:00:00.000Z', quote: 'Your payment of 9.99 EUR was received' },
  { kind: 'cancellation_requested', at: '2026-09-20T08:00:00.000Z', quote: 'We have received your request to cancel' },
  {
    kind: 'cancellation_confirmed',
    at: '2026-09-21T08:30:00.000Z',
    quote: 'Your membership has been cancelled. You will not be charged again.',
    endsOn: '2026-10-05',
    text: 'Hello Anna,\n\nYour membership has been cancelled. It ends on 5 October 2026; until then you keep access.\nYou will not be charged again.\n\nReference SB-4711\nStreamBox',
  },
  { kind: 'renewal_charged', at: '2026-11-05T06:00:00.000Z', quote: 'Your payment of 9.99 EUR was received' },
];

export function makeReport(entries: readonly Entry[] = STORY, more: Partial<ReportData> = {}): ReportData {
  const events = entries.map(toEvent);
  const { subscriptions } = foldMerchant(events, []);
  return {
    subscription: asOf(subscriptions[0]!, onDay(TODAY)),
    events,
    corrections: new Map(),
    messages: entries.map(toMessage),
    silences: [],
    leftOut: { suspicious: 0, erased: 0 },
    log: {
      origin: 'quittance.local/a/0123456789abcdef',
      size: 1000,
      root: createHash('sha256').digest('base64'),
      madeAt: '2026-11-23T08:00:00.000Z',
      verifierKey: `quittance.local/a/0123456789abcdef+00112233+${Buffer.alloc(33, 1).toString('base64')}`,
      stamps: [],
    },
    owner: 'anna@example.org',
    country: 'FR',
    today: TODAY,
    timeZone: 'Europe/Paris',
    ...more,
  };
}

function toEvent(entry: Entry, index: number): SubscriptionEvent {
  const { kind, at, quote, endsOn = null, decided = 'auto' } = entry;
  const isCharge = kind === 'renewal_charged' || kind === 'signup';
  return {
    id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    seq: index + 1,
    kind,
    decided,
    confidence: 0.98,
    occurredAt: at,
    effectiveOn: endsOn,
    merchant: MERCHANT,
    biller: null,
    plan: 'Pro',
    price: isCharge ? { amountMinor: 999, currency: 'EUR' } : null,
    period: isCharge ? 'P1M' : null,
    renewsOn: null,
    endsOn,
    noticePeriod: null,
    minimumTermEndsOn: null,
    cancelBy: null,
    reference: endsOn ? 'SB-4711' : null,
    language: 'en',
    reasons: [
      { rule: 'test', quote, field: 'kind', zone: 'body', start: 0, end: quote.length },
      ...(endsOn ? [{ rule: 'test', quote: 'ends on 5 October 2026', field: 'ends_on', zone: 'body', start: 0, end: 22 } as const] : []),
    ],
    level: 'A',
    message: {
      sha256: hashOf(index),
      rfcMessageId: `${index}@streambox.example`,
      fromAddress: 'billing@streambox.example',
      subject: quote,
      sentAt: at,
    },
    source: 'mail',
    ...entry.more,
  };
}

function toMessage({ at, quote, text }: Entry, index: number): ReportMessage {
  return {
    folder: messageFolder(index),
    raw: Buffer.from(`Subject: ${quote}\r\n\r\n${text ?? quote}\r\n`),
    sha256: hashOf(index),
    from: 'StreamBox <billing@streambox.example>',
    to: 'Anna <anna@example.org>',
    sentAt: at,
    receivedAt: at,
    internalDate: at,
    capturedAt: at,
    subject: quote,
    text: text ?? quote,
    level: 'A',
    reasons: ['signed_aligned'],
    leafIndex: 10 + index * 3,
  };
}

function hashOf(index: number): string {
  return createHash('sha256').update(`message ${index}`).digest('hex');
}
