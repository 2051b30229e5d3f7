// An alert tells what happened as it was told, and how far its mails can be relied on as it is known today: on the page and in what goes out later.
import { EMPTY_ALERT_DATA, type AlertData, type NewAlert } from '@quittance/domain/alert';
import type { Level } from '@quittance/domain/authenticity';
import { correctEvent } from '@quittance/store/correct-event';
import { listAlerts, recordAlert } from '@quittance/store/alerts';
import { claimDeliveries } from '@quittance/store/deliveries';
import { gatherDigest, listGathered } from '@quittance/store/digests';
import { eraseMessage } from '@quittance/store/erasure';
import { insertOwnEvent } from '@quittance/store/own-event';
import { listSubscriptions, refoldMerchants } from '@quittance/store/subscriptions';
import { asUser, inTransaction } from '@quittance/store/transaction';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { testVault } from '@quittance/testing/staged-mail';
import { alertWording } from '@quittance/i18n/alerts';
import { fold } from '@quittance/timeline/fold';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { CANCELLED, closeStories, hashOf, memoryList, tellStory } from './kept-story.ts';

const KINDS = ['charged_after_cancellation', 'cancellation_confirmed'] as const;
const AT = '2026-07-02T00:00:00.000Z';
let database: TestDatabase;
let userId: string;
let confirmation: string;
let people = 0;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await closeStories();
  await database.drop();
});
beforeEach(async () => {
  people += 1;
  ({ userId } = await tellStory(database.db, `today${people}@example.org`));
  const gymbox = (await listSubscriptions(database.db, userId)).find(({ merchant }) => merchant.id === 'gymbox')!;
  confirmation = gymbox.proof!.eventId;
  await database.db
    .insertInto('channel')
    .values({ user_id: userId, kind: 'ntfy', target: `https://a.example/${people}` })
    .execute();
  const tell = (kind: NewAlert['kind'], eventId: string, level: Level | null) =>
    inTransaction(database.db, (tx) =>
      recordAlert(tx, userId, {
        kind,
        dedupeKey: `${kind}:${eventId}:told`,
        dueAt: AT,
        data: { ...EMPTY_ALERT_DATA, merchant: 'Gymbox', event_id: eventId, level },
      }),
    );
  const charge = await inTransaction(database.db, async (tx) => {
    const facts = { merchant: gymbox.merchant, occurredAt: '2026-07-01T09:00:00.000Z', language: 'en', rule: null };
    const id = await insertOwnEvent(tx, userId, { ...facts, kind: 'renewal_charged', price: { amountMinor: 2900, currency: 'EUR' } }, AT);
    await refoldMerchants(tx, fold, userId, ['gymbox']);
    return id;
  });
  await tell('charged_after_cancellation', charge, null);
  await tell('cancellation_confirmed', confirmation, 'A');
});

/** Of the charge and of the confirmation. */
async function shown(): Promise<AlertData[]> {
  const alerts = await listAlerts(database.db, userId, { limit: 9 });
  return KINDS.map((kind) => alerts.find((alert) => alert.kind === kind && alert.data.merchant === 'Gymbox')!.data);
}
const levels = async () => (await shown()).map((data) => data.proof_level ?? data.level);

async function judged(level: Level): Promise<void> {
  await inTransaction(database.db, async (tx) => {
    const message = await tx
      .selectFrom('event')
      .innerJoin('message', 'message.id', 'event.message_id')
      .select('message.id')
      .where('event.id', '=', confirmation)
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('verdict')
      .values({ user_id: userId, message_id: message.id, level, pending: false, detail: '{}', made_at: AT })
      .execute();
    await refoldMerchants(tx, fold, userId, ['gymbox']);
  });
}

it('says how far the confirmation can be relied on after a later verdict', async () => {
  expect(await levels()).toEqual(['A', 'A']);
  expect((await shown())[0]).toHaveProperty('proof_event_id', confirmation);
  await judged('D');
  expect(await levels()).toEqual(['D', 'D']);
  await judged('R');
  expect(await levels()).toEqual([null, 'R']);
  const titles = (['en', 'fr'] as const).map(
    async (language) => alertWording('cancellation_confirmed', (await shown())[1]!, language).title,
  );
  expect(await Promise.all(titles)).toEqual([expect.stringContaining('likely forged'), expect.stringContaining('probablement falsifié')]);
  expect((await shown())[0]).not.toHaveProperty('proof_event_id');
});

it('asks for nothing back with what the person says is no confirmation, or had erased', async () => {
  const correct = (kind: 'other' | 'cancellation_confirmed') =>
    asUser(database.db, userId, (tx) => correctEvent(tx, fold, { userId, eventId: confirmation, kind, at: AT }));
  await correct('other');
  expect(await levels()).toEqual([null, 'A']);
  await correct('cancellation_confirmed');
  expect(await levels()).toEqual(['A', 'A']);
  const { db } = database;
  await eraseMessage({ db, vault: testVault, fold, list: memoryList() }, { userId, sha256: hashOf(CANCELLED), reason: 'mine', at: AT });
  expect(await levels()).toEqual([null, null]);
  // Nothing is kept any more, and the alert says so.
  expect((await shown())[1]).toMatchObject({ level: null, erased: true });
  const said = (['en', 'fr'] as const).map(
    async (language) => alertWording('cancellation_confirmed', (await shown())[1]!, language).sentence,
  );
  expect(await Promise.all(said)).toEqual([expect.stringContaining('was erased since'), expect.stringContaining('effacé depuis')]);
});

it('sends what is known when it is sent, alone or in a digest', async () => {
  await judged('D');
  const { db } = database;
  const claimed = await claimDeliveries(db, { now: new Date(AT), leaseMs: 1000, limit: 50 });
  const own = claimed.filter((one) => one.userId === userId);
  const said = (alerts: readonly { kind: string; data: AlertData }[]) =>
    KINDS.map((kind) => alerts.find((alert) => alert.kind === kind)?.data).map((data) => data?.proof_level ?? data?.level);
  expect(said(own.flatMap(({ alert }) => alert ?? []))).toEqual(['D', 'D']);
  const [channelId] = own.map(({ channel }) => channel.id);
  const digest = { channelId: channelId!, at: AT, now: AT, deliveryIds: own.map(({ id }) => id) };
  await inTransaction(db, (tx) => gatherDigest(tx, userId, digest));
  const { id } = await db
    .selectFrom('delivery')
    .select('id')
    .where('user_id', '=', userId)
    .where('digest_at', 'is not', null)
    .executeTakeFirstOrThrow();
  expect(said(await listGathered(db, id))).toEqual(['D', 'D']);
});
