// Whatever order mails are read in, the same mails give the same state; and no event is lost or told twice.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { daysBetween } from '@quittance/domain/civil-date';
import type { SubscriptionEvent } from '@quittance/domain/event';
import { EVENT_KINDS } from '@quittance/domain/event-kind';
import type { FoldedSubscription } from '@quittance/domain/subscription';
import { ev } from '@quittance/testing/events';
import { onDay } from '@quittance/domain/viewpoint';
import { asOf } from './as-of.ts';
import { foldMerchant } from './fold-merchant.ts';

// Each at an instant of its own; the same instant is told apart by the order of recording, which permutation changes.
const history = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...EVENT_KINDS),
      gapHours: fc.integer({ min: 1, max: 24 * 40 }),
      decided: fc.constantFrom('auto' as const, 'auto' as const, 'auto' as const, 'probable' as const, 'abstain' as const),
      level: fc.constantFrom('A' as const, 'B' as const, 'D' as const, 'R' as const, null),
      plan: fc.constantFrom(null, null, 'Music', 'Storage'),
      price: fc.constantFrom(undefined, '9.99 EUR', '10.99 EUR', '2.99 EUR'),
      period: fc.constantFrom(null, 'P1M', 'P1Y', 'P0D', 'P1000D', 'P2W'),
      renewsInDays: fc.constantFrom(null, 3, 30),
      endsInDays: fc.constantFrom(null, 0, 20),
      leavesInDays: fc.constantFrom(null, null, 2, 25),
      reference: fc.constantFrom(null, null, null, 'C-1', 'C-2'),
      merchant: fc.constantFrom('Streamly', 'Streamly', 'Streamly', null),
    }),
    { maxLength: 14 },
  )
  .map((lines) => {
    let at = Date.parse('2025-01-01T09:00:00Z');
    return lines.map(({ gapHours, renewsInDays, endsInDays, leavesInDays, price, ...line }) => {
      at += gapHours * 3_600_000;
      const day = (days: number | null): string | null =>
        days === null ? null : new Date(at + days * 86_400_000).toISOString().slice(0, 10);
      const dates = { renewsOn: day(renewsInDays), endsOn: day(endsInDays), cancelBy: day(leavesInDays) };
      const rest = { ...line, ...dates, ...(price ? { price } : {}) };
      return ev(line.kind, new Date(at).toISOString(), rest);
    });
  });

const shuffledHistory = history.chain((events) =>
  fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length })),
);

const withoutIds = (subscriptions: readonly FoldedSubscription[]): unknown => subscriptions.map((one) => ({ ...one, id: '' }));

it('does not depend on the order of arrival', () => {
  fc.assert(
    fc.property(shuffledHistory, ([inOrder, shuffled]) => {
      const arrived = shuffled.map((event, index): SubscriptionEvent => ({ ...event, seq: index + 1 }));
      const one = foldMerchant(inOrder, []);
      const other = foldMerchant(arrived, []);
      expect(withoutIds(other.subscriptions)).toEqual(withoutIds(one.subscriptions));
      expect(other.unattached).toEqual(one.unattached);
    }),
    { numRuns: 400 },
  );
});

// What the person said stands by the events it is about, whenever their mails were read: before it, after it, or in between.
const withHand = shuffledHistory.chain(([inOrder, shuffled]) => {
  const ids = inOrder.map((event) => event.id);
  const some = fc.subarray(ids, { minLength: Math.min(1, ids.length), maxLength: Math.min(3, ids.length) });
  const terms = fc.record({
    madeAt: fc.constant('2026-01-01T00:00:00.000Z'),
    of: some,
    terms: fc.constantFrom({ noticePeriod: 'P1M' }, { renewsOn: '2026-03-01' }, { period: 'P1Y' }),
  });
  const group = fc.tuple(some, some).map(([events, rest]) => ({ id: 'said', events, with: rest.filter((id) => !events.includes(id)) }));
  const hand = fc.record({
    groups: fc.array(
      fc.oneof(
        group,
        some.map((events) => ({ id: 'apart', events, with: null })),
      ),
      { maxLength: 2 },
    ),
    merges: fc.array(fc.record({ one: some, other: some }), { maxLength: 2 }),
    terms: fc.array(terms, { maxLength: 2 }),
  });
  return fc.tuple(fc.constant(inOrder), fc.constant(shuffled), hand);
});

it('does not depend on the order of arrival of what the person said something about', () => {
  fc.assert(
    fc.property(withHand, ([inOrder, shuffled, hand]) => {
      const arrived = shuffled.map((event, index): SubscriptionEvent => ({ ...event, seq: index + 1 }));
      const one = foldMerchant(inOrder, [], hand);
      const other = foldMerchant(arrived, [], hand);
      expect(withoutIds(other.subscriptions)).toEqual(withoutIds(one.subscriptions));
      expect(other.unattached).toEqual(one.unattached);
      const placed = [...one.subscriptions.flatMap(({ eventIds }) => eventIds), ...one.unattached];
      expect(placed.toSorted()).toEqual(inOrder.map((event) => event.id).toSorted());
    }),
    { numRuns: 400 },
  );
});

it('puts every event in exactly one place, and folds its own input to the same', () => {
  fc.assert(
    fc.property(history, (events) => {
      const { subscriptions, unattached } = foldMerchant(events, []);
      const placed = [...subscriptions.flatMap((one) => one.eventIds), ...unattached];
      expect(placed.toSorted()).toEqual(events.map((event) => event.id).toSorted());
      expect(foldMerchant(events, [])).toEqual({ subscriptions, unattached });
      expect(new Set(subscriptions.map((one) => one.id)).size).toBe(subscriptions.length);
    }),
    { numRuns: 400 },
  );
});

it('never says cancelled without a sure confirmation that is not forged, nor shows a worse proof', () => {
  fc.assert(
    fc.property(history, (events) => {
      for (const one of foldMerchant(events, []).subscriptions) {
        const sure = events.filter(
          (event) =>
            one.eventIds.includes(event.id) && event.kind === 'cancellation_confirmed' && event.decided === 'auto' && event.level !== 'R',
        );
        if (one.status === 'cancelled') expect(sure.length).toBeGreaterThan(0);
        if (one.proof) expect(sure.map((event) => event.level)).toContain(one.proof.level);
        for (const today of ['2025-03-01', '2025-09-09', '2027-02-28']) {
          const { renewsOn, status } = asOf(one, onDay(today));
          if (status === 'active' && renewsOn) expect(daysBetween(renewsOn, today)).toBeLessThanOrEqual(3);
        }
        expect(asOf(one, onDay('2030-01-01')).status === 'cancelled').toBe(one.status === 'cancelled');
      }
    }),
    { numRuns: 400 },
  );
});
