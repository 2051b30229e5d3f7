// What a person says, from the act to the timeline, the log and back: every act has its leaf, changes what it must, and is undone without a
// trace in the timeline.
import { randomUUID } from 'node:crypto';
import type { FoldedSubscription } from '@quittance/domain/subscription';
import {
  addSubscription,
  mergeSubscriptions,
  moveEvent,
  renameMerchant,
  setFindingAside,
  setTerms,
  splitSubscription,
  stateCancellation,
  type HandDeps,
} from './own-hand.ts';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { createTestUser, testVault } from '@quittance/testing/staged-mail';
import { asOf } from '@quittance/timeline/as-of';
import { fold } from '@quittance/timeline/fold';
import { openFile } from '@quittance/vault/message-bytes';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { loadActFile } from './act-files.ts';
import { correctEvent } from './correct-event.ts';
import { undoAct } from './do-act.ts';
import { listActs, readViewpoint } from './hand.ts';
import { insertOwnEvent } from './own-event.ts';
import { listSubscriptions, listUnattachedEvents, rebuildTimeline, refoldMerchants } from './subscriptions.ts';
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
  userId = await createTestUser(database.db, `hand${people}@example.org`);
});

const hand = <T>(work: (deps: HandDeps) => Promise<T>): Promise<T> =>
  asUser(database.db, userId, (tx) => work({ tx, fold, userId, at: AT }));
const subscriptions = (): Promise<FoldedSubscription[]> => listSubscriptions(database.db, userId);
const undo = (actId: string) =>
  asUser(database.db, userId, (tx) => undoAct(tx, fold, { userId, actId, id: randomUUID(), at: '2026-06-16T10:00:00.000Z' }));

// Facts as mails would tell them; what made them does not matter to the hand.
async function told(merchant: string, kind: 'signup' | 'renewal_charged', on: string, more: object = {}): Promise<string> {
  return inTransaction(database.db, async (tx) => {
    const id = await insertOwnEvent(
      tx,
      userId,
      {
        kind,
        occurredAt: `${on}T09:00:00.000Z`,
        merchant: { id: merchant, name: merchant, domains: [] },
        price: { amountMinor: 1299, currency: 'EUR' },
        period: 'P1M',
        language: 'en',
        rule: null,
        ...more,
      },
      AT,
    );
    await refoldMerchants(tx, fold, userId, [merchant]);
    return id;
  });
}

const picture = async () =>
  (await subscriptions())
    .map(({ merchant, status, plan, eventIds }) => [merchant.name, status, plan, eventIds.length].join(' '))
    .toSorted();

it('states a cancellation with a file, which is sealed, hashed and a leaf of its own; and takes it back', async () => {
  await told('gym', 'signup', '2026-05-01');
  const [{ id: subscriptionId }] = (await subscriptions()) as [FoldedSubscription];
  const bytes = Buffer.from('%PDF-1.7 a letter');
  const said = { subscriptionId, on: '2026-06-10', by: 'letter', confirmed: false, endsOn: null, note: 'registered mail' } as const;
  const done = await hand((deps) =>
    stateCancellation({ ...deps, vault: testVault }, { ...said, file: { name: 'letter.pdf', contentType: 'application/pdf', bytes } }),
  );
  expect(await picture()).toEqual(['gym cancel_requested  2']);
  const [folded] = await subscriptions();
  expect(folded).toMatchObject({ request: { on: '2026-06-10', online: false }, proof: null });
  const file = await loadActFile(database.db, userId, done.actId);
  expect(openFile(testVault, done.actId, file!)).toEqual(bytes);
  expect(file!.ciphertext.includes(bytes)).toBe(false);
  const { rows } = await sql<{ kind: string; manifest: string }>`
    select split_part(entry, ' ', 2) as kind, convert_from(manifest, 'UTF8') as manifest from log_leaf where user_id = ${userId}::uuid order by leaf_index`.execute(
    database.db,
  );
  expect(rows.map(({ kind }) => kind)).toEqual(['act', 'file']);
  expect(JSON.parse(rows[1]!.manifest)).toMatchObject({
    act: done.actId,
    raw: { sha256: file!.sha256.toString('hex'), size: bytes.length },
  });
  await undo(done.actId);
  expect(await picture()).toEqual(['gym active  1']);
  expect(await undo(done.actId)).toBeNull();
  expect(await listUnattachedEvents(database.db, userId)).toEqual([]);
  expect((await listActs(database.db, userId)).map(({ act, undone }) => [act.kind, undone !== null])).toEqual([
    ['cancellation_stated', true],
  ]);
});

it('a confirmation that came by no mail ends it, without a proof', async () => {
  await told('gym', 'signup', '2026-05-01');
  const [{ id: subscriptionId }] = (await subscriptions()) as [FoldedSubscription];
  const said = { subscriptionId, on: '2026-06-10', by: 'phone', confirmed: true, endsOn: '2026-06-30', note: null, file: null } as const;
  await hand((deps) => stateCancellation({ ...deps, vault: testVault }, said));
  expect((await subscriptions())[0]).toMatchObject({ status: 'cancelled', endsOn: '2026-06-30', proof: null });
  await told('gym', 'renewal_charged', '2026-07-02');
  expect((await subscriptions())[0]!.findings.map(({ kind }) => kind)).toEqual(['charged_after_cancellation']);
  const ahead = { ...said, on: '2026-06-17' };
  await expect(hand((deps) => stateCancellation({ ...deps, vault: testVault }, ahead))).rejects.toMatchObject({ code: 'date_ahead' });
});

it('adds a subscription that no mail tells of, and sets its terms', async () => {
  const added = {
    plan: 'Basic',
    period: 'P1Y',
    startedOn: '2025-07-20',
    renewsOn: null,
    noticePeriod: null,
    minimumTermEndsOn: null,
    reference: null,
  };
  const price = { amountMinor: 24000, currency: 'EUR' };
  const first = await hand((deps) => addSubscription(deps, { merchant: 'Salle Forma', price, ...added }));
  const [{ id: subscriptionId }] = (await subscriptions()) as [FoldedSubscription];
  expect((await subscriptions())[0]).toMatchObject({
    merchant: { id: 'salle-forma', name: 'Salle Forma' },
    renewsOn: '2026-07-20',
    isEntered: true,
  });
  const set = await hand((deps) => setTerms(deps, { subscriptionId, terms: { noticePeriod: 'P1M', minimumTermEndsOn: '2026-07-20' } }));
  const seen = async () => asOf((await subscriptions())[0]!, await readViewpoint(database.db, userId, new Date(AT)));
  expect(await seen()).toMatchObject({ status: 'active', cancelBy: '2026-06-20', ownTerms: ['noticePeriod', 'minimumTermEndsOn'] });
  await undo(set.actId);
  expect((await seen()).cancelBy).toBe('2026-07-20');
  await undo(first.actId);
  expect(await subscriptions()).toEqual([]);
});

it('merges subscriptions of two merchants for good, and sets them apart again', async () => {
  await told('streamly', 'signup', '2026-05-01');
  await told('streamly-mail', 'renewal_charged', '2026-06-01');
  const [one, other] = (await subscriptions()).toSorted((a, b) => a.merchant.id.localeCompare(b.merchant.id));
  const done = await hand((deps) => mergeSubscriptions(deps, { subscriptionId: one!.id, otherId: other!.id }));
  expect(await picture()).toEqual(['streamly active  2']);
  // What comes later under the other name belongs there too.
  await told('streamly-mail', 'renewal_charged', '2026-07-01');
  expect(await picture()).toEqual(['streamly active  3']);
  const renamed = await hand((deps) => renameMerchant(deps, { merchantId: 'streamly', name: 'Streamly TV' }));
  expect(await picture()).toEqual(['Streamly TV active  3']);
  await undo(renamed.actId);
  await undo(done.actId);
  expect(await picture()).toEqual(['streamly active  1', 'streamly-mail active  2']);
});

it('splits one that is two, and moves an event where it belongs', async () => {
  const first = await told('cloudy', 'renewal_charged', '2026-05-01');
  const second = await told('cloudy', 'renewal_charged', '2026-05-16');
  await told('cloudy', 'renewal_charged', '2026-06-01');
  const [{ id: subscriptionId, eventIds }] = (await subscriptions()) as [FoldedSubscription];
  const split = (ids: readonly string[]) => hand((deps) => splitSubscription(deps, { subscriptionId, eventIds: ids }));
  await expect(split(eventIds)).rejects.toMatchObject({ code: 'split_all' });
  const done = await split([second]);
  expect(await picture()).toEqual(['cloudy active  1', 'cloudy active  2']);
  const alone = (await subscriptions()).find((one) => one.eventIds.includes(second))!;
  const moved = await hand((deps) => moveEvent(deps, { eventId: first, subscriptionId: alone.id }));
  expect((await subscriptions()).find((one) => one.eventIds.includes(first))!.eventIds).toEqual([first, second]);
  await undo(moved.actId);
  await undo(done.actId);
  expect(await picture()).toEqual(['cloudy active  3']);
});

it('moves an event to another merchant’s subscription', async () => {
  await told('streamly', 'signup', '2026-05-01');
  const stray = await told('paystore', 'renewal_charged', '2026-06-01');
  const target = (await subscriptions()).find(({ merchant }) => merchant.id === 'streamly')!;
  const done = await hand((deps) => moveEvent(deps, { eventId: stray, subscriptionId: target.id }));
  expect(await picture()).toEqual(['streamly active  2']);
  await told('streamly', 'renewal_charged', '2026-07-01');
  expect(await picture()).toEqual(['streamly active  3']);
  // What is said of it changes the subscription that it was moved to, and not only those of who sent it.
  const say = (kind: 'other' | 'renewal_charged') =>
    asUser(database.db, userId, (tx) => correctEvent(tx, fold, { userId, eventId: stray, kind, at: AT }));
  await say('other');
  expect(await picture()).toEqual(['streamly active  2']);
  await say('renewal_charged');
  expect(await picture()).toEqual(['streamly active  3']);
  await undo(done.actId);
  expect(await picture()).toEqual(['paystore active  1', 'streamly active  2']);
});

it('puts a finding aside, and has it back', async () => {
  await told('gym', 'signup', '2026-05-01');
  const done = await hand((deps) =>
    setFindingAside(deps, { finding: 'silent_merchant:x', what: 'silent_merchant', reason: 'it writes letters' }),
  );
  const viewpoint = () => readViewpoint(database.db, userId, new Date(AT));
  expect((await viewpoint()).setAside).toEqual([
    { finding: 'silent_merchant:x', actId: done.actId, until: null, reason: 'it writes letters' },
  ]);
  await undo(done.actId);
  expect((await viewpoint()).setAside).toEqual([]);
});

it('keeps a finding aside whose subscription has another id since, and one that an event tells', async () => {
  const [pool, sauna] = [
    await told('gym', 'signup', '2026-03-01', { plan: 'Pool' }),
    await told('gym', 'signup', '2026-03-02', { plan: 'Sauna' }),
  ];
  const idOf = async (eventId: string) => (await subscriptions()).find(({ eventIds }) => eventIds.includes(eventId))!.id;
  const [one, other] = [await idOf(pool), await idOf(sauna)];
  const findings = [
    `silent_merchant:${other}`,
    `cancel_by:${other}:2026-07-01`,
    `payment_failed:${sauna}`,
    `silent_merchant:${randomUUID()}`,
  ];
  for (const finding of findings) await hand((deps) => setFindingAside(deps, { finding, what: 'silent_merchant', reason: 'known' }));
  const aside = async () => (await hand(({ tx }) => readViewpoint(tx, userId, new Date(AT)))).setAside.map(({ finding }) => finding);
  expect(await aside()).toEqual(findings);
  const merged = await hand((deps) => mergeSubscriptions(deps, { subscriptionId: one, otherId: other }));
  expect(await aside()).toEqual([`silent_merchant:${one}`, `cancel_by:${one}:2026-07-01`, ...findings.slice(2)]);
  await undo(merged.actId);
  expect(await aside()).toEqual(findings);
});

it('is folded again to the same, and refuses to be changed', async () => {
  await told('gym', 'signup', '2026-05-01');
  const [{ id: subscriptionId }] = (await subscriptions()) as [FoldedSubscription];
  await hand((deps) => setTerms(deps, { subscriptionId, terms: { renewsOn: '2026-07-07' } }));
  expect(await inTransaction(database.db, (tx) => rebuildTimeline(tx, fold, userId, { write: false }))).toEqual([]);
  await expect(sql`update act set data = '{}'::jsonb where user_id = ${userId}::uuid`.execute(database.db)).rejects.toThrow(/append-only/);
  await expect(asUser(database.db, userId, (tx) => sql`delete from act`.execute(tx))).rejects.toThrow(/permission denied/);
});
