// Which subscription each mail ends in, as a rate over a self-written set: several plans at one merchant, one event told by two mails, copies from
// two mailboxes, any order of arrival, and what nothing tells apart, which must stay open for the person to say. One wrong place is a miss.
import type { SubscriptionEvent } from '@quittance/domain/event';
import { ev, reason } from '@quittance/testing/events';
import { describe, expect, it } from 'vitest';
import { foldMerchant } from './fold-merchant.ts';

/** Of the mails that have a place or must be asked about. */
const RATE_WANTED = 0.98;
const ORDERS = 6;

/** Each mail with its home: mails of one letter are one subscription; `ask` is for the person to say. */
type Placed = readonly [home: 'a' | 'b' | 'c' | 'ask', event: SubscriptionEvent];

const monthly = (plan: string | null, price: string, rest: object = {}) => ({ plan, price, period: 'P1M', ...rest });
const music = monthly('Music', '10.99 EUR');
const storage = monthly('Storage', '2.99 EUR');
/** A number that the mail calls one of a contract; others may be of a bill. */
const contract = (reference: string) => ({ reference, reasons: [reason('reference', reference, 'reference.contract')] });
const viaApple = { biller: 'apple', from: 'no_reply@apple.example' };

const set: Record<string, () => Placed[]> = {
  // Several plans at one merchant.
  'two plans, told apart by price, plan, end and reference': () => [
    ['a', ev('signup', '2026-01-01', { ...music, reference: 'S-1' })],
    ['b', ev('signup', '2026-01-12', { ...storage, reference: 'S-2' })],
    ['a', ev('renewal_charged', '2026-02-01', monthly(null, '10.99 EUR'))],
    ['b', ev('renewal_charged', '2026-02-12', monthly(null, '2.99 EUR'))],
    ['a', ev('price_change', '2026-02-15', { plan: 'Music', price: '11.99 EUR', effectiveOn: '2026-03-01' })],
    ['b', ev('cancellation_requested', '2026-02-20', { reference: 'S-2' })],
    ['b', ev('cancellation_confirmed', '2026-02-21', { plan: 'Storage', endsOn: '2026-03-12' })],
    ['a', ev('renewal_charged', '2026-03-01', monthly('Music', '11.99 EUR'))],
  ],
  'the same price and plan under two contract numbers': () => [
    ['a', ev('renewal_charged', '2026-01-03', monthly('Plus', '4.00 EUR', contract('P-10017')))],
    ['b', ev('renewal_charged', '2026-01-18', monthly('Plus', '4.00 EUR', contract('P-20455')))],
    ['a', ev('renewal_charged', '2026-02-03', monthly('Plus', '4.00 EUR', contract('P-10017')))],
    ['b', ev('renewal_charged', '2026-02-18', monthly('Plus', '4.00 EUR', contract('P-20455')))],
    ['b', ev('cancellation_confirmed', '2026-02-25', contract('P-20455'))],
  ],
  'three plans, one cancelled by name, one by the day it ends': () => [
    ['a', ev('signup', '2026-01-02', music)],
    ['b', ev('signup', '2026-01-10', storage)],
    ['c', ev('signup', '2026-01-20', monthly('News', '6.00 EUR'))],
    ['c', ev('cancellation_confirmed', '2026-02-01', { plan: 'News' })],
    ['b', ev('cancellation_confirmed', '2026-02-02', { endsOn: '2026-02-10' })],
    ['a', ev('payment_failed', '2026-02-03', { price: '10.99 EUR', plan: 'Music' })],
  ],
  'a yearly and a monthly plan of one name in French': () => [
    ['a', ev('signup', '2026-01-05', { plan: 'Intégrale', price: '14.90 EUR', period: 'P1M', language: 'fr' })],
    ['b', ev('signup', '2026-01-09', { plan: 'Cuisine', price: '39.00 EUR', period: 'P1Y', language: 'fr' })],
    ['a', ev('renewal_charged', '2026-02-05', { plan: 'Formule Intégrale', price: '14.90 EUR', language: 'fr' })],
    ['b', ev('renewal_notice', '2026-12-20', { plan: 'Offre Cuisine', price: '39.00 EUR', renewsOn: '2027-01-09', language: 'fr' })],
  ],
  'a plan that changed its name and price is still the one': () => [
    ['a', ev('signup', '2026-01-03', music)],
    ['b', ev('signup', '2026-01-14', storage)],
    ['a', ev('plan_changed', '2026-02-01', { plan: 'Music Family', price: '16.99 EUR' })],
    ['a', ev('renewal_charged', '2026-03-03', monthly('Music Family', '16.99 EUR'))],
  ],
  // One event, two mails.
  'store and merchant both tell of one charge and one cancellation': () => [
    ['a', ev('renewal_charged', '2026-01-03T08:00:00.000Z', { ...music, ...viaApple, reference: 'MX1' })],
    ['a', ev('renewal_charged', '2026-01-04', { ...music, reference: 'INV-1' })],
    ['a', ev('renewal_charged', '2026-02-03', { ...music, ...viaApple, reference: 'MX2' })],
    ['a', ev('renewal_charged', '2026-02-03T20:00:00.000Z', { ...music, reference: 'INV-2' })],
    ['a', ev('cancellation_confirmed', '2026-02-10', { ...viaApple, plan: 'Music', endsOn: '2026-03-03' })],
    ['a', ev('cancellation_confirmed', '2026-02-10T12:00:00.000Z', { endsOn: '2026-03-03' })],
  ],
  'a receipt beside the welcome, an invoice beside the receipt': () => [
    ['a', ev('renewal_charged', '2026-01-03T08:00:00.000Z', music)],
    ['a', ev('signup', '2026-01-03T08:02:00.000Z', music)],
    ['a', ev('renewal_charged', '2026-02-03', { ...music, reference: 'R-2' })],
    ['a', ev('renewal_charged', '2026-02-04', { ...music, from: 'invoices@payments.example', reference: 'F-2' })],
  ],
  'a mail of the store that names no merchant, by its order': () => [
    ['a', ev('signup', '2026-01-03', { ...music, ...viaApple, reference: 'SUB-9' })],
    ['a', ev('cancellation_confirmed', '2026-01-12', { ...viaApple, merchant: null, reference: 'SUB-9', endsOn: '2026-02-03' })],
    ['ask', ev('cancellation_confirmed', '2026-01-13', { ...viaApple, merchant: null })],
  ],
  // Two mailboxes.
  'copies of each mail in a second mailbox, some of them rewritten on the way': () => [
    ...twice('a', 'signup', '2026-01-03', music),
    ...twice('a', 'renewal_charged', '2026-02-03', music),
    ...twice('a', 'payment_failed', '2026-03-03', { price: '10.99 EUR' }),
    ...twice('a', 'renewal_charged', '2026-03-06', music),
    ...twice('a', 'cancellation_confirmed', '2026-03-20', { endsOn: '2026-04-06' }),
  ],
  'copies of two plans': () => [
    ...twice('a', 'renewal_charged', '2026-01-03', music),
    ...twice('b', 'renewal_charged', '2026-01-12', storage),
    ...twice('b', 'cancellation_confirmed', '2026-01-20', { plan: 'Storage' }),
    ...twice('a', 'renewal_charged', '2026-02-03', music),
  ],
  // One life after the other.
  'cancelled, and begun again later': () => [
    ['a', ev('signup', '2026-01-03', music)],
    ['a', ev('cancellation_confirmed', '2026-01-20', { endsOn: '2026-02-03' })],
    ['b', ev('signup', '2026-06-03', music)],
    ['b', ev('renewal_charged', '2026-07-03', music)],
  ],
  'charged after the end, refunded': () => [
    ['a', ev('signup', '2026-01-03', music)],
    ['a', ev('cancellation_confirmed', '2026-01-20', { endsOn: '2026-02-03' })],
    ['a', ev('renewal_charged', '2026-03-03', music)],
    ['a', ev('refund', '2026-03-10', { price: '10.99 EUR' })],
  ],
  // What nothing tells apart.
  'a cancellation that may be of either': () => [
    ['a', ev('signup', '2026-01-01', music)],
    ['b', ev('signup', '2026-01-02', storage)],
    ['ask', ev('cancellation_confirmed', '2026-01-20')],
  ],
  'a request, a refund and a pause that may be of either': () => [
    ['a', ev('signup', '2026-01-01', monthly('Music', '9.99 EUR'))],
    ['b', ev('signup', '2026-01-02', monthly('News', '9.99 EUR'))],
    ['ask', ev('cancellation_requested', '2026-01-10')],
    ['ask', ev('refund', '2026-01-12', { price: '9.99 EUR' })],
    ['ask', ev('paused', '2026-01-14')],
  ],
  'ends and refunds of which nothing else is known': () => [
    ['ask', ev('refund', '2026-01-05', { price: '9.99 EUR' })],
    ['ask', ev('expired', '2026-01-08')],
  ],
  'a forged one of a merchant that is not known, and an undecided one': () => [
    ['ask', ev('renewal_charged', '2026-01-05', { ...music, level: 'R' })],
    ['ask', ev('cancellation_confirmed', '2026-01-09', { decided: 'abstain' })],
  ],
};

// The same mail as two mailboxes hold it: other bytes, one Message-ID.
function twice(home: Placed[0], kind: SubscriptionEvent['kind'], on: string, line: object): Placed[] {
  const event = ev(kind, on, line);
  const copy = ev(kind, on, { ...line, level: 'C' });
  return [
    [home, event],
    [home, { ...copy, message: { ...copy.message!, rfcMessageId: event.message!.rfcMessageId } }],
  ];
}

/** Mails that ended where they belong: the subscription that holds most of a letter's mails is that letter's, and one letter's alone. */
function wrongPlaces(placed: readonly Placed[], events: readonly SubscriptionEvent[]): string[] {
  const { subscriptions, unattached } = foldMerchant(events, []);
  const homeOf = new Map(placed.map(([home, event]) => [event.id, home]));
  const found = new Map<string, string>(unattached.map((id) => [id, 'ask']));
  const taken = new Set<string>();
  for (const { eventIds } of subscriptions) {
    const counts = Map.groupBy(eventIds, (id) => homeOf.get(id)!);
    const [most] = [...counts]
      .filter(([home]) => home !== 'ask' && !taken.has(home))
      .sort(([, one], [, other]) => other.length - one.length);
    const letter = most?.[0] ?? 'nobody’s';
    taken.add(letter);
    for (const id of eventIds) found.set(id, letter);
  }
  return placed.flatMap(([home, { id, kind, occurredAt }]) =>
    found.get(id) === home ? [] : [`${occurredAt.slice(0, 10)} ${kind}: ${home}, was ${found.get(id)}`],
  );
}

// Orders of reading: as it happened, newest first (a backfill), and others that are the same each time. The number of recording follows.
function inOrder(events: readonly SubscriptionEvent[], order: number): SubscriptionEvent[] {
  if (order === 0) return [...events];
  const turned = order === 1 ? events.toReversed() : events.toSorted((one, other) => rank(one, order) - rank(other, order));
  const seqs = events.map(({ seq }) => seq);
  return turned.map((event, index) => ({ ...event, seq: seqs[index]! }));
}

function rank({ seq }: SubscriptionEvent, order: number): number {
  return ((seq + 1) * 7919 * (order * 2 + 1)) % 104_729;
}

describe('each mail in its subscription', () => {
  it(`is right in ${RATE_WANTED} of the set, in every order of reading`, () => {
    let mails = 0;
    const wrong: string[] = [];
    for (const [name, tell] of Object.entries(set)) {
      const placed = tell();
      for (let order = 0; order < ORDERS; order += 1) {
        mails += placed.length;
        const events = inOrder(
          placed.map(([, event]) => event),
          order,
        );
        wrong.push(...wrongPlaces(placed, events).map((one) => `${name} (order ${order}): ${one}`));
      }
    }
    expect((mails - wrong.length) / mails, wrong.join('\n')).toBeGreaterThanOrEqual(RATE_WANTED);
  });

  it('guesses nowhere: what must be asked about is never attached', () => {
    for (const [name, tell] of Object.entries(set)) {
      const placed = tell();
      const asked = placed.filter(([home]) => home === 'ask').map(([, { id }]) => id);
      const { unattached } = foldMerchant(
        placed.map(([, event]) => event),
        [],
      );
      expect(unattached, name).toEqual(expect.arrayContaining(asked));
    }
  });
});
