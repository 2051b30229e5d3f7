// Events written as a line of a story: `ev('signup', '2026-01-03', { plan: 'Pro', price: '12.99 EUR', period: 'P1M' })`.
import type { Classification } from '@quittance/domain/classification';
import type { SubscriptionEvent } from '@quittance/domain/event';
import type { EventKind } from '@quittance/domain/event-kind';
import { parseDecimal } from '@quittance/domain/money';

export interface EventLine extends Partial<Omit<SubscriptionEvent, 'price' | 'merchant'>> {
  /** `12.99 EUR` */
  readonly price?: string;
  /** The merchant's name; null for a mail that names none. */
  readonly merchant?: string | null;
  readonly from?: string;
}

let counter = 0;

/** `on` is a date (taken at 09:00 UTC) or an instant. Ids and seq count up in the order of the calls. */
export function ev(kind: EventKind, on: string, line: EventLine = {}): SubscriptionEvent {
  counter += 1;
  const { price, merchant = 'Streamly', from, ...rest } = line;
  const occurredAt = on.includes('T') ? on : `${on}T09:00:00.000Z`;
  const id = `00000000-0000-4000-8000-${String(counter).padStart(12, '0')}`;
  const [amount, currency] = (price ?? '').split(' ');
  const name = merchant?.toLowerCase() ?? 'billing';
  return {
    id,
    seq: counter,
    kind,
    decided: 'auto',
    confidence: 0.98,
    occurredAt,
    effectiveOn: null,
    merchant: merchant === null ? null : { id: name, name: merchant, domains: [`${name}.example`] },
    biller: null,
    plan: null,
    price: amount && currency ? parseDecimal(amount, currency) : null,
    period: null,
    renewsOn: null,
    endsOn: null,
    noticePeriod: null,
    minimumTermEndsOn: null,
    cancelBy: null,
    reference: null,
    language: 'en',
    reasons: [],
    level: 'A',
    message: {
      sha256: counter.toString(16).padStart(64, '0'),
      rfcMessageId: `m${counter}@${name}.example`,
      fromAddress: from ?? `billing@${name}.example`,
      subject: kind,
      sentAt: occurredAt,
    },
    source: 'mail',
    ...rest,
  };
}

/** A quoted reason, as the classifier gives it. */
export function reason(field: Classification['reasons'][number]['field'], quote: string, rule = 'test') {
  return { rule, quote, field, zone: 'body' as const, start: 0, end: quote.length };
}
