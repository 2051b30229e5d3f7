// An id that was given out leads to its subscription, whatever became of it: in a bookmark, an alert's mail, a program of the person's own.
import { randomUUID } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { createTestUser } from '@quittance/testing/staged-mail';
import { fold } from '@quittance/timeline/fold';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { undoAct } from './do-act.ts';
import { insertCorrection } from './events.ts';
import { findSubscription } from './find-subscription.ts';
import { addSubscription, leaveOut, mergeSubscriptions, moveEvent, splitSubscription, type HandDeps } from './own-hand.ts';
import { insertOwnEvent } from './own-event.ts';
import { listSubscriptions, rebuildTimeline, refoldMerchants } from './subscriptions.ts';
import { asUser, inTransaction } from './transaction.ts';

const AT = '2026-06-15T10:00:00.000Z';
let database: TestDatabase;
let userId: string;
let people = 0;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  people += 1;
  userId = await createTestUser(database.db, `found${people}@example.org`);
});

const hand = <T>(work: (deps: HandDeps) => Promise<T>): Promise<T> =>
  asUser(database.db, userId, (tx) => work({ tx, fold, userId, at: AT }));
const told = (kind: 'signup' | 'renewal_charged' | 'cancellation_confirmed', on: string, more: object = {}): Promise<string> =>
  inTransaction(database.db, async (tx) => {
    const merchant = { id: 'gym', name: 'gym', domains: [] };
    const facts = { kind, occurredAt: `${on}T09:00:00.000Z`, merchant, period: 'P1M', language: 'en', rule: null, ...more };
    const id = await insertOwnEvent(tx, userId, facts, AT);
    await refoldMerchants(tx, fold, userId, ['gym']);
    return id;
  });
const found = (id: string, who = userId) => asUser(database.db, who, (tx) => findSubscription(tx, fold, who, id));
const ids = async (): Promise<string[]> => (await listSubscriptions(database.db, userId)).map(({ id }) => id);
const idOf = async (eventId: string): Promise<string> =>
  (await listSubscriptions(database.db, userId)).find(({ eventIds }) => eventIds.includes(eventId))!.id;
const correct = (eventId: string, kind: 'other' | 'signup') =>
  asUser(database.db, userId, async (tx) => {
    await insertCorrection(tx, userId, { eventId, kind, madeAt: AT });
    await refoldMerchants(tx, fold, userId, ['gym']);
  });

it('leads from the id that it had before a mail joined it that was read earlier', async () => {
  const confirmation = await told('cancellation_confirmed', '2026-06-01');
  const pool = await told('signup', '2026-03-01', { plan: 'Pool' });
  const sauna = await told('signup', '2026-04-01', { plan: 'Sauna' });
  const former = await idOf(pool);
  await hand((deps) => moveEvent(deps, { eventId: confirmation, subscriptionId: former }));
  const now = await idOf(pool);
  expect(now).not.toBe(former);
  expect((await found(former))?.id).toBe(now);
  expect((await found(await idOf(sauna)))?.plan).toBe('Sauna');
  await asUser(database.db, userId, (tx) => tx.deleteFrom('subscription').execute());
  expect(await found(former)).toBeNull();
  await asUser(database.db, userId, (tx) => rebuildTimeline(tx, fold, userId, { write: true }));
  expect((await found(former))?.id).toBe(now);
});

it('leads from both of two that were merged, and apart again once they are split', async () => {
  const pool = await told('signup', '2026-03-01', { plan: 'Pool' });
  const sauna = await told('signup', '2026-04-01', { plan: 'Sauna' });
  const later = await told('renewal_charged', '2026-04-02', { plan: 'Sauna' });
  const [one, other] = [await idOf(pool), await idOf(sauna)];
  await hand((deps) => mergeSubscriptions(deps, { subscriptionId: other, otherId: one }));
  expect(await ids()).toEqual([one]);
  expect((await found(other))?.id).toBe(one);
  // Whoever says something of it by that id says it of what it is now; what is split off has the first event, so the id is its own again.
  await hand((deps) => splitSubscription(deps, { subscriptionId: other, eventIds: [sauna] }));
  expect((await found(other))?.eventIds).toEqual([sauna]);
  expect((await found(one))?.eventIds).toEqual([pool, later]);
});

it.each(['correction', 'word', 'undoing'] as const)('leads on when the person takes out the event that named it: by a %s', async (way) => {
  const added = { merchant: 'gym', plan: null, price: null, period: null, startedOn: '2026-03-01', renewsOn: null } as const;
  const act =
    way === 'undoing'
      ? await hand((deps) => addSubscription(deps, { ...added, noticePeriod: null, minimumTermEndsOn: null, reference: null }))
      : null;
  const first = act?.eventId ?? (await told('signup', '2026-03-01'));
  const second = await told('renewal_charged', '2026-04-01', { price: { amountMinor: 900, currency: 'EUR' } });
  const former = await idOf(second);
  expect(await idOf(first)).toBe(former);
  if (way === 'correction') await correct(first, 'other');
  if (way === 'word') await hand((deps) => leaveOut(deps, { eventId: first }));
  if (act) await asUser(database.db, userId, (tx) => undoAct(tx, fold, { userId, actId: act.actId, id: randomUUID(), at: AT }));
  const now = await idOf(second);
  expect(now).not.toBe(former);
  expect((await found(former))?.id).toBe(now);
});

it('leads nowhere where nothing of it is left, however much else the merchant sells', async () => {
  const mistaken = await told('signup', '2026-03-01', { plan: 'Pool' });
  await told('signup', '2026-04-01', { plan: 'Sauna' });
  const former = await idOf(mistaken);
  await correct(mistaken, 'other');
  expect(await found(former)).toBeNull();
  expect(await found(randomUUID())).toBeNull();
});

it('leads nobody else anywhere', async () => {
  const pool = await told('signup', '2026-03-01', { plan: 'Pool' });
  const sauna = await told('signup', '2026-04-01', { plan: 'Sauna' });
  const [one, other] = [await idOf(pool), await idOf(sauna)];
  await hand((deps) => mergeSubscriptions(deps, { subscriptionId: one, otherId: other }));
  const stranger = await createTestUser(database.db, `stranger${people}@example.org`);
  expect([await found(other, stranger), await found(one, stranger)]).toEqual([null, null]);
  // Nor where the query forgets whose it is.
  expect(await asUser(database.db, stranger, (tx) => findSubscription(tx, fold, userId, other))).toBeNull();
  expect((await found(other))?.id).toBe(one);
});
