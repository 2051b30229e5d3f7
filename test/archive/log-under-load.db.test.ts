// Writers that die in the middle of their transactions, while two sealers sign the head of the log and an observer keeps what it is given: every
// head that was ever given out is consistent with every later one, and what was acknowledged is in the log.
import { createHash } from 'node:crypto';
import { sealCheckpoint } from '@quittance/anchor/seal-checkpoint';
import { createCheckpointSigner, openCheckpoint, type Checkpoint } from '@quittance/ledger/checkpoint';
import { leafEntry } from '@quittance/ledger/leaf';
import { verifyProof } from '@quittance/ledger/proof';
import { verifyLedger } from '@quittance/ledger/verify-ledger';
import { verifyConsistency } from '@quittance/ledger/verify-merkle';
import { openDatabase } from '@quittance/store/database';
import { appendToLog, latestCheckpoint, logOrigin } from '@quittance/store/log';
import { loadWholeLog, proveGrowth, proveLeaf } from '@quittance/store/log-proofs';
import { inTransaction } from '@quittance/store/transaction';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { createTestUser, testVault } from '@quittance/testing/staged-mail';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const WRITERS = 8;
const ROUNDS = 10;
const at = new Date('2026-06-01T00:00:00Z');
const entryOf = (name: string): string => leafEntry('event', createHash('sha256').update(name).digest());

it('gives out no two heads that contradict each other, and loses nothing that it acknowledged', async () => {
  const userId = await createTestUser(database.db, 'load@example.org');
  const db = openDatabase({ url: database.url, connectionsMax: WRITERS + 4, onError: () => {} });
  const { verifierKey } = createCheckpointSigner(logOrigin(userId), testVault.derive('checkpoint-signing-key'));
  const acknowledged = new Map<string, number>();
  const seen = new Map<number, Checkpoint>();
  const writers = { left: WRITERS };

  async function write(writer: number): Promise<void> {
    for (let round = 0; round < ROUNDS; round += 1) {
      const names = Array.from({ length: 1 + ((writer * 3 + round) % 5) }, (_, item) => `${writer}/${round}/${item}`);
      const dies = (writer * 7 + round) % 3 === 0;
      const first = await inTransaction(db, async (tx) => {
        const leaves = names.map((name) => ({ entry: entryOf(name), messageId: null, manifest: null }));
        const index = await appendToLog(tx, userId, leaves, at);
        if (dies) throw new Error('died');
        return index;
      }).catch(() => null);
      if (first !== null) names.forEach((name, offset) => acknowledged.set(name, first + offset));
    }
    writers.left -= 1;
  }
  async function seal(): Promise<void> {
    while (writers.left > 0) await sealCheckpoint({ db, vault: testVault, clock: { now: () => at } }, userId);
  }
  async function observe(): Promise<void> {
    while (writers.left > 0) {
      const given = await latestCheckpoint(db, userId);
      if (given) seen.set(given.size, openCheckpoint(given.note, [verifierKey]));
    }
  }

  try {
    await Promise.all([...Array.from({ length: WRITERS }, (_, writer) => write(writer)), seal(), seal(), observe()]);
    await sealCheckpoint({ db, vault: testVault, clock: { now: () => at } }, userId);
    const last = openCheckpoint((await latestCheckpoint(db, userId))!.note, [verifierKey]);
    const heads = [...seen.values(), last].toSorted((a, b) => a.size - b.size);
    expect(heads.length).toBeGreaterThan(3);
    for (const [index, newer] of heads.entries()) {
      for (const older of heads.slice(0, index)) {
        const proof = await proveGrowth(db, userId, older.size, newer.size);
        const claim = { oldSize: older.size, newSize: newer.size, oldRoot: older.root, newRoot: newer.root, proof };
        if (!verifyConsistency(claim)) expect.fail(`the heads of ${older.size} and ${newer.size} leaves contradict each other`);
      }
    }
    expect(last.size).toBe(acknowledged.size);
    for (const [name, index] of acknowledged) {
      expect(verifyProof((await proveLeaf(db, userId, index))!, entryOf(name), [verifierKey]).size).toBe(last.size);
    }
    expect(verifyLedger((await loadWholeLog(db, userId))!, [verifierKey])).toEqual([]);
  } finally {
    await db.destroy();
  }
});

it('a log that is shorter than its last head is not signed, and no failure of another statement goes unheard beside that', async () => {
  const { db } = database;
  const userId = await createTestUser(db, 'cut@example.org');
  const leaves = Array.from({ length: 300 }, (_, leaf) => ({ entry: entryOf(`${leaf}`), messageId: null, manifest: null }));
  const deps = { db, vault: testVault, clock: { now: () => at } };
  await inTransaction(db, (tx) => appendToLog(tx, userId, leaves, at));
  expect(await sealCheckpoint(deps, userId)).toBe(true);
  // As somebody can who has the database in their hands.
  await inTransaction(db, async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    await tx.updateTable('log').set({ size: 299 }).where('user_id', '=', userId).execute();
    await tx.deleteFrom('log_node').where('user_id', '=', userId).execute();
  });
  await expect(sealCheckpoint(deps, userId)).rejects.toThrow('leaves are missing');
});
