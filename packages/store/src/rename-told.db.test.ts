// What was told of a subscription is told, also once it has another id.
import { EMPTY_ALERT_DATA, type NewAlert } from '@quittance/domain/alert';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { createTestUser } from '@quittance/testing/staged-mail';
import { fold } from '@quittance/timeline/fold';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { listAlerts, recordAlert } from './alerts.ts';
import { wasTold } from './clock-subjects.ts';
import { undoAct } from './do-act.ts';
import { insertOwnEvent } from './own-event.ts';
import { mergeSubscriptions, splitSubscription, type HandDeps } from './own-hand.ts';
import { renamedIn } from './rename-told.ts';
import { listSubscriptions, rebuildTimeline, refoldAll, refoldMerchants, type Fold } from './subscriptions.ts';
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
  userId = await createTestUser(database.db, `told${people}@example.org`);
});

const hand = <T>(work: (deps: HandDeps) => Promise<T>): Promise<T> =>
  asUser(database.db, userId, (tx) => work({ tx, fold, userId, at: AT }));
const started = (plan: string, on: string): Promise<string> =>
  inTransaction(database.db, async (tx) => {
    const merchant = { id: 'gym', name: 'gym', domains: [] };
    const facts = { kind: 'signup', occurredAt: `${on}T09:00:00.000Z`, merchant, plan, period: 'P1M', language: 'en', rule: null } as const;
    const id = await insertOwnEvent(tx, userId, facts, AT);
    await refoldMerchants(tx, fold, userId, ['gym']);
    return id;
  });
const idOf = async (eventId: string): Promise<string> =>
  (await listSubscriptions(database.db, userId)).find(({ eventIds }) => eventIds.includes(eventId))!.id;
const tell = (subscriptionId: string, on = '2026-07-01'): Promise<boolean> => {
  const alert: NewAlert = {
    kind: 'renewal_notice',
    dedupeKey: `renewal_notice:${subscriptionId}:${on}:7`,
    dueAt: AT,
    data: EMPTY_ALERT_DATA,
  };
  return asUser(database.db, userId, (tx) => recordAlert(tx, userId, alert));
};

it('reminds nobody anew of what was told of two that were merged', async () => {
  const [pool, sauna] = [await started('Pool', '2026-03-01'), await started('Sauna', '2026-04-01')];
  const [one, other] = [await idOf(pool), await idOf(sauna)];
  expect([await tell(other), await tell(one, '2026-08-01'), await tell(other, '2026-08-01')]).toEqual([true, true, true]);
  await hand((deps) => mergeSubscriptions(deps, { subscriptionId: one, otherId: other }));
  expect([await tell(one), await tell(one, '2026-08-01'), await tell(one, '2026-09-01')]).toEqual([false, false, true]);
  expect(await listAlerts(database.db, userId, { limit: 10 })).toHaveLength(4);
  // What is split off is told of by itself.
  await hand((deps) => splitSubscription(deps, { subscriptionId: one, eventIds: [sauna] }));
  expect(await tell(other, '2026-09-01')).toBe(true);
});

it('reminds of neither of two anew once their merge is undone, and of each by itself', async () => {
  const [pool, sauna] = [await started('Pool', '2026-03-01'), await started('Sauna', '2026-04-01')];
  const [one, other] = [await idOf(pool), await idOf(sauna)];
  expect([await tell(other), await tell(one, '2026-08-01')]).toEqual([true, true]);
  const merge = () => hand((deps) => mergeSubscriptions(deps, { subscriptionId: one, otherId: other }));
  const undo = (actId: string) => asUser(database.db, userId, (tx) => undoAct(tx, fold, { userId, actId, id: randomUUID(), at: AT }));
  // As often as the person likes.
  for (let times = 0; times < 2; times += 1) {
    const { actId } = await merge();
    expect([await idOf(sauna), await tell(one)]).toEqual([one, false]);
    await undo(actId);
    expect([await idOf(sauna), await tell(other), await tell(one, '2026-08-01')]).toEqual([other, false, false]);
  }
  // Of the first's own day nobody was told.
  expect([await tell(one), await tell(other, '2026-08-01')]).toEqual([true, true]);
});

it('knows what was told under every name that it had, also where another alert may speak for it', async () => {
  const events = [await started('Pool', '2026-03-01'), await started('Sauna', '2026-03-01'), await started('Spa', '2026-03-01')];
  const [one, other, third] = await Promise.all(events.map(idOf));
  await tell(third!);
  await hand((deps) => mergeSubscriptions(deps, { subscriptionId: other!, otherId: third! }));
  await hand((deps) => mergeSubscriptions(deps, { subscriptionId: one!, otherId: other! }));
  const now = await idOf(events[2]!);
  expect(now).toBe(one);
  const key = `renewal_notice:${now}:2026-07-01:7`;
  const asks = (more: Partial<NewAlert>): Promise<boolean> =>
    asUser(database.db, userId, (tx) =>
      recordAlert(tx, userId, { kind: 'cancel_by', dedupeKey: `cancel_by:${now}`, dueAt: AT, data: EMPTY_ALERT_DATA, ...more }),
    );
  expect(await tell(now)).toBe(false);
  expect(await asks({ unless: [key] })).toBe(false);
  expect(await wasTold(database.db, userId, [key], AT, null)).toBe(true);
  expect(await wasTold(database.db, userId, [`renewal_notice:${now}:2026-09-01:7`], AT, null)).toBe(false);
});

it.each(['a rebuilt timeline', 'a release that folds otherwise'])('takes the names along into %s', async (way) => {
  const [pool, sauna] = [await started('Pool', '2026-03-01'), await started('Sauna', '2026-04-01')];
  const [one, other] = [await idOf(pool), await idOf(sauna)];
  await tell(other);
  // As the fold of an older release had them: apart.
  const apart: Fold = { ...fold, merchant: (events, corrections) => fold.merchant(events, corrections) };
  await asUser(database.db, userId, async (tx) => {
    await mergeSubscriptions({ tx, fold: apart, userId, at: AT }, { subscriptionId: one, otherId: other });
    if (way === 'a rebuilt timeline') await rebuildTimeline(tx, fold, userId, { write: true });
    else await refoldAll(tx, fold, userId);
  });
  expect(await idOf(sauna)).toBe(one);
  expect(await tell(one)).toBe(false);
});

it('takes two that are one now together, and leaves what others were told', async () => {
  const plans = ['Pool', 'Sauna', 'Spa'];
  const events = await Promise.all(plans.map((plan) => started(plan, '2026-03-01')));
  const before = await listSubscriptions(database.db, userId);
  const numbered = events.map((id, seq) => ({ id, seq }));
  const [first, ...others] = await Promise.all(events.map(idOf));
  const merged = { ...before.find(({ id }) => id === first)!, eventIds: events };
  expect(renamedIn(numbered, before, [merged]).map(({ former, now }) => [former, now])).toEqual(
    before.filter(({ id }) => others.includes(id)).map(({ id }) => [id, first]),
  );
  expect(renamedIn(numbered, before, before)).toEqual([]);
  expect(renamedIn(numbered, before, [])).toEqual([]);
  const stranger = userId;
  userId = await createTestUser(database.db, `stranger${people}@example.org`);
  await tell(others[0]!);
  userId = stranger;
  await hand((deps) => mergeSubscriptions(deps, { subscriptionId: first!, otherId: others[0]! }));
  expect(await tell(first!)).toBe(true);
});
