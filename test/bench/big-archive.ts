// How the log and fsck do with a lifetime of mail: `npm run bench:archive -- [messages]` (100,000 when not given), on an embedded PostgreSQL of its own
// or the one that QUITTANCE_TEST_PG names. Prints leaves appended a second, hashes in a proof among a million, and the time that fsck takes for
// all of it: every byte opened and hashed, every leaf, node, head, manifest, verdict and event compared.
import { createHash, randomBytes } from 'node:crypto';
import { createTestDatabase } from '@quittance/testing/database';
import { createTestUser } from '@quittance/testing/staged-mail';
import { leafEntry } from '@quittance/ledger/leaf';
import { inclusionProof, leafHash, nodeHash, rootHash, type NodeReader } from '@quittance/ledger/merkle';
import { verifyInclusion } from '@quittance/ledger/verify-merkle';
import type { Database } from '@quittance/store/database';
import { appendToLog } from '@quittance/store/log';
import { inTransaction } from '@quittance/store/transaction';
import { fsck } from '../archive/kept-story.ts';
import setup from '../setup/postgres.ts';
import { keepMessages } from './keep-messages.ts';

const messages = Number(process.argv[2] ?? 100_000);
const LEAVES = 30_000;
const BATCH = 200;
const MILLION = 1_000_000;

const print = (text: string): void => void process.stdout.write(`${text}\n`);
const seconds = (since: number): number => (performance.now() - since) / 1_000;

async function appendLeavesInBatches(db: Database): Promise<void> {
  const userId = await createTestUser(db, 'leaves@example.org');
  const since = performance.now();
  for (let done = 0; done < LEAVES; done += BATCH) {
    const leaves = Array.from({ length: BATCH }, () => ({ entry: leafEntry('event', randomBytes(32)), messageId: null, manifest: null }));
    await inTransaction(db, (tx) => appendToLog(tx, userId, leaves, new Date()));
  }
  print(`append   ${Math.round(LEAVES / seconds(since))} leaves/s (${LEAVES} in batches of ${BATCH}, each committed)`);
}

function proveAmongAMillion(): void {
  const leaves = Array.from({ length: MILLION }, (_, index) => leafHash(`leaf ${index}`));
  const levels = [leaves];
  for (let below = leaves; below.length > 1;) {
    const level = Array.from({ length: Math.floor(below.length / 2) }, (_, index) => nodeHash(below[2 * index]!, below[2 * index + 1]!));
    levels.push(level);
    below = level;
  }
  const read: NodeReader = (level, index) => levels[level]![index]!;
  const root = rootHash(MILLION, read);
  const picked = Array.from({ length: 1_000 }, (_, at) => createHash('sha256').update(`${at}`).digest().readUInt32BE() % MILLION);
  const since = performance.now();
  const lengths = [0, MILLION - 1, ...picked].map((index) => {
    const proof = inclusionProof(index, MILLION, read);
    if (!verifyInclusion({ leafHash: leaves[index]!, index, size: MILLION, proof, root })) throw new Error(`leaf ${index} is not proved`);
    return proof.length;
  });
  print(
    `proof    ${Math.max(...lengths)} hashes at most among ${MILLION} leaves, ${((seconds(since) * 1_000_000) / lengths.length).toFixed(0)} µs to make and verify`,
  );
}

async function verifyAll(db: Database): Promise<void> {
  const userId = await createTestUser(db, 'big@example.org');
  const making = performance.now();
  await keepMessages(db, userId, messages);
  print(`made     ${messages} messages in ${seconds(making).toFixed(0)} s`);
  const since = performance.now();
  const before = process.cpuUsage();
  const report = await fsck(db, userId);
  if (report.problems.length > 0) throw new Error(JSON.stringify(report.problems));
  const took = seconds(since);
  print(
    `fsck     ${took.toFixed(1)} s for ${report.messages} messages and ${report.leaves} leaves, ${Math.round(report.messages / took)} messages/s`,
  );
  const { user, system } = process.cpuUsage(before);
  print(`work     ${((user + system) / 1e6).toFixed(1)} s of this process on all its threads`);
  const { heapUsed, rss } = process.memoryUsage();
  print(`memory   heap ${Math.round(heapUsed / 1e6)} MB, rss ${Math.round(rss / 1e6)} MB`);
}

const stop = await setup();
const database = await createTestDatabase();
try {
  proveAmongAMillion();
  await appendLeavesInBatches(database.db);
  await verifyAll(database.db);
} finally {
  await database.drop();
  await stop?.();
}
