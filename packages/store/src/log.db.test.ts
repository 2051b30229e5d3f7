import { createHash } from 'node:crypto';
import { createCheckpointSigner, signCheckpoint } from '@quittance/ledger/checkpoint';
import { leafEntry } from '@quittance/ledger/leaf';
import { verifyProof } from '@quittance/ledger/proof';
import { verifyLedger } from '@quittance/ledger/verify-ledger';
import { verifyConsistency } from '@quittance/ledger/verify-merkle';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { createTestUser } from '@quittance/testing/staged-mail';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from './database.ts';
import { appendToLog, getLogHead, insertCheckpoint, listUnsealedLogs, loadRoot, logOrigin } from './log.ts';
import { loadWholeLog, proveGrowth, proveLeaf } from './log-proofs.ts';
import { inTransaction } from './transaction.ts';
import { sql } from 'kysely';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const at = new Date('2026-06-01T00:00:00Z');
const leaf = (name: string) => ({
  entry: leafEntry('event', createHash('sha256').update(name).digest()),
  messageId: null,
  manifest: null,
});

it('stays gapless and whole under 16 writers that die in the middle of their transactions', async () => {
  const { db } = database;
  const userId = await createTestUser(db, 'writers@example.org');
  const wide = openDatabase({ url: database.url, connectionsMax: 16, onError: () => {} });
  const appended: { name: string; index: number }[] = [];
  try {
    await Promise.all(
      Array.from({ length: 16 }, async (_, writer) => {
        for (let round = 0; round < 8; round += 1) {
          const names = Array.from({ length: 1 + ((writer + round) % 4) }, (_, item) => `${writer}/${round}/${item}`);
          const dies = (writer * 7 + round) % 3 === 0;
          const written = inTransaction(wide, async (tx) => {
            const first = await appendToLog(tx, userId, names.map(leaf), at);
            if (dies) throw new Error('died');
            return first;
          });
          if (dies) await expect(written).rejects.toThrow('died');
          else {
            const first = await written;
            names.forEach((name, offset) => appended.push({ name, index: first + offset }));
          }
        }
      }),
    );
  } finally {
    await wide.destroy();
  }
  const log = (await loadWholeLog(db, userId))!;
  expect(verifyLedger(log, [])).toEqual([]);
  expect(log.size).toBe(appended.length);
  expect(log.leaves.map((stored) => stored.entry)).toEqual(appended.sort((a, b) => a.index - b.index).map(({ name }) => leaf(name).entry));
});

it('proves a leaf and growth under its checkpoints, and knows which logs wait for one', async () => {
  const { db } = database;
  const userId = await createTestUser(db, 'proofs@example.org');
  const signer = createCheckpointSigner(logOrigin(userId), Buffer.alloc(32, 1));
  const seal = (size: number) =>
    inTransaction(db, async (tx) => {
      const note = signCheckpoint(signer, { size, root: await loadRoot(tx, userId, size) });
      await insertCheckpoint(tx, userId, { size, note, madeAt: at });
      await insertCheckpoint(tx, userId, { size, note, madeAt: at });
    });
  for (const names of [
    ['a', 'b', 'c'],
    ['d', 'e', 'f', 'g'],
  ]) {
    await inTransaction(db, (tx) => appendToLog(tx, userId, names.map(leaf), at));
    expect(await listUnsealedLogs(db)).toContain(userId);
    await seal((await getLogHead(db, userId))!.size);
    expect(await listUnsealedLogs(db)).not.toContain(userId);
  }
  const proof = (await proveLeaf(db, userId, 4))!;
  expect(verifyProof(proof, leaf('e').entry, [signer.verifierKey]).size).toBe(7);
  expect(await proveLeaf(db, userId, 7)).toBeNull();
  const [oldRoot, newRoot] = [await loadRoot(db, userId, 3), await loadRoot(db, userId, 7)];
  expect(verifyConsistency({ oldSize: 3, newSize: 7, oldRoot, newRoot, proof: await proveGrowth(db, userId, 3, 7) })).toBe(true);
  expect(verifyLedger((await loadWholeLog(db, userId))!, [signer.verifierKey])).toEqual([]);
});

const KEPT =
  'event,correction,message,message_body,message_secret,verdict,act,act_file,log_leaf,log_node,log_checkpoint,log_key,' +
  'anchor_leaf,anchor_node,anchor_checkpoint,anchored_checkpoint,anchor_key,time_stamp';

it('refuses change, by whatever statement, to every table of evidence', async () => {
  const { db } = database;
  for (const table of ['log_leaf', 'log_node', 'log_checkpoint'] as const) {
    await expect(db.deleteFrom(table).execute()).rejects.toThrow(/append-only/);
    await expect(sql`truncate ${sql.table(table)} cascade`.execute(db)).rejects.toThrow(/append-only/);
  }
  await expect(sql`update log_leaf set entry = 'x'`.execute(db)).rejects.toThrow(/append-only/);
  await expect(sql`update log set size = size - 1`.execute(db)).rejects.toThrow(/only grows/);
  await expect(sql`update log set origin = origin || 'x'`.execute(db)).rejects.toThrow(/only grows/);
  // Those without a row here, by their triggers. 16 update, 8 delete, 32 truncate (pg_trigger.tgtype).
  const { rows } = await sql<{ name: string; guards: number }>`
    select name, coalesce(bit_or(t.tgtype::int & 56), 0) as guards from unnest(string_to_array(${KEPT}, ',')) as name
    left join pg_trigger t on t.tgrelid = name::regclass and t.tgfoid = 'refuse_change'::regproc and t.tgenabled = 'O'
    group by name`.execute(db);
  expect(rows.filter(({ guards }) => guards !== 56)).toEqual([]);
  expect(rows).toHaveLength(18);
});
