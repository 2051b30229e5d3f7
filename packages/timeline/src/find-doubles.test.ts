// Doubles across merchants: a store tells what it sells, and not whose it is.
import { findingId, findingIds } from '@quittance/domain/finding-id';
import type { FoldedSubscription } from '@quittance/domain/subscription';
import { ev, type EventLine } from '@quittance/testing/events';
import { expect, it } from 'vitest';
import { withDoubles } from './find-doubles.ts';
import { foldMerchant } from './fold-merchant.ts';

const months = ['2026-03', '2026-04'];

function running(merchant: string, day: string, line: EventLine = {}): FoldedSubscription {
  const events = months.map((month) => {
    const charged = ev('renewal_charged', `${month}-${day}`, { merchant, price: '10.99 USD', period: 'P1M', ...line });
    return line.biller ? { ...charged, merchant: { ...charged.merchant!, id: `${line.biller}:${merchant}` } } : charged;
  });
  return foldMerchant(events, []).subscriptions[0]!;
}

const kindsOf = (subscriptions: readonly FoldedSubscription[]) => subscriptions.map(({ findings }) => findings.map(({ kind }) => kind));
const twin = [['duplicate_subscription'], ['duplicate_subscription']];

it('finds the same service under two senders by its name', () => {
  expect(kindsOf(withDoubles([running('Télé Loisirs', '03'), running('Tele-Loisirs', '21', { biller: 'apple' })]))).toEqual(twin);
  expect(kindsOf(withDoubles([running('Tunewave', '03'), running('Tunecast', '21', { biller: 'apple' })]))).toEqual([[], []]);
  expect(kindsOf(withDoubles([running('—', '03'), running('…', '21')]))).toEqual([[], []]);
});

it('wants the plan to be the same, or the price where no plan is named', () => {
  const [music, store] = [{ plan: 'Music' }, { plan: 'Storage', biller: 'apple' }];
  expect(kindsOf(withDoubles([running('Tunewave', '03', music), running('Tunewave', '21', store)]))).toEqual([[], []]);
  const dearer = running('Tunewave', '21', { biller: 'apple', price: '19.99 USD' });
  expect(kindsOf(withDoubles([running('Tunewave', '03'), dearer]))).toEqual([[], []]);
});

it('keeps the name by which it was put aside, when older mail of the twin is read', () => {
  const [store] = withDoubles([running('Tunewave', '21', { biller: 'apple' }), running('Tunewave', '03')]);
  const [finding] = store!.findings;
  const older = ev('renewal_charged', '2026-02-03', { merchant: 'Tunewave', price: '10.99 USD', period: 'P1M' });
  const twinNow = foldMerchant(
    [
      older,
      ...months.map((month, at) => ({
        ...ev('renewal_charged', `${month}-03`, { merchant: 'Tunewave', price: '10.99 USD', period: 'P1M' }),
        ...(at === 0 ? { id: finding!.values['other']! } : {}),
      })),
    ],
    [],
  );
  const [now] = withDoubles([store!, twinNow.subscriptions[0]!]);
  expect(now!.findings[0]!.values['key']).toBe(older.id);
  expect(findingIds(store!.id, now!.findings[0]!)).toContain(findingId(store!.id, finding!));
});

it('takes the same twin in whatever order they come', () => {
  const three = [
    running('Tunewave', '03'),
    running('Tunewave', '12', { biller: 'google' }),
    running('Tunewave', '21', { biller: 'apple' }),
  ];
  const twinsOf = (list: readonly FoldedSubscription[]) =>
    new Map(withDoubles(list).map(({ merchant, findings }) => [merchant.id, findings.map(({ values }) => values['other'])]));
  const told = twinsOf(three);
  expect([...told.values()].flat()).toHaveLength(3);
  for (const order of [
    [2, 0, 1],
    [1, 2, 0],
    [2, 1, 0],
  ])
    expect(twinsOf(order.map((at) => three[at]!))).toEqual(told);
});

it('looks anew each time: what was said before is forgotten, and what does not change comes back itself', () => {
  const [one, other] = withDoubles([running('Tunewave', '03'), running('Tunewave', '21', { biller: 'apple' })]);
  expect(withDoubles([one!, other!])[0]).toBe(one);
  expect(kindsOf(withDoubles([one!]))).toEqual([[]]);
  const alone = running('Papyrus', '03');
  expect(withDoubles([alone])[0]).toBe(alone);
});
