// From sealed logs to trusted time: the heads of all people are anchored, authorities that people agreed to stamp them, what fails is tried again
// and blocks nothing, and fsck, rotation, backup and restore hold for all of it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sealCheckpoint } from '@quittance/anchor/seal-checkpoint';
import { checkToken, createStamping, type Stamping } from '@quittance/anchor/stamping';
import { silentLog } from '@quittance/domain/log';
import { openCheckpoint } from '@quittance/ledger/checkpoint';
import { followRotations } from '@quittance/ledger/key-rotation';
import { writeFileSync } from 'node:fs';
import { latestAnchor } from '@quittance/store/anchor-log';
import { writeBackup } from '@quittance/store/backup';
import type { Database } from '@quittance/store/database';
import { fsckAnchor } from '@quittance/store/fsck-anchor';
import { getLogHead, latestCheckpoint } from '@quittance/store/log';
import { loadLogKeys } from '@quittance/store/log-keys';
import { restoreBackup } from '@quittance/store/restore';
import { rotateAnchorKey, rotateLogKey } from '@quittance/store/rotate-key';
import { findLeafAnchor, listAuthorityStates, saveAgreement } from '@quittance/store/time-stamps';
import { inTransaction } from '@quittance/store/transaction';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { mailText, testVault } from '@quittance/testing/staged-mail';
import { startAuthority, type TestAuthority } from '@quittance/testing/time-stamp-authority';
import { missingPrograms } from '@quittance/testing/tools';
import { fold } from '@quittance/timeline/fold';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeStories, fsck, settle, tellStory } from './kept-story.ts';

const missing = missingPrograms('openssl');

let database: TestDatabase;
let db: Database;
let one: TestAuthority;
let two: TestAuthority;
let folder: string;
let userId: string;
let other: string;
let stamping: Stamping;
// Of the authorities' own day, since they state the real time; it goes on as the test wants.
const time = { ms: Date.now() };
const minutes = (count: number): void => void (time.ms += count * 60_000);

describe.skipIf(missing)(`anchor and time stamps${missing}`, () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quittance-anchor-'));
    database = await createTestDatabase();
    ({ db } = database);
    ({ userId } = await tellStory(db));
    other = (await tellStory(db, 'berta@example.org')).userId;
    [one, two] = [await startAuthority('One'), await startAuthority('Two')];
    const ca = join(folder, 'roots.pem');
    writeFileSync(ca, one.root + two.root);
    const config = { TSA_URLS: [one.url, two.url], TSA_CA_FILE: ca, ALLOW_PRIVATE_HOSTS: ['127.0.0.1'] };
    stamping = createStamping({ db, vault: testVault, log: silentLog, config, now: () => new Date(time.ms) });
  });
  afterAll(async () => {
    await closeStories();
    await one.stop();
    await two.stop();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const checkAnchor = () => inTransaction(db, (tx) => fsckAnchor({ tx, vault: testVault, checkToken }));
  const anchorOf = async (of = userId) => findLeafAnchor(db, of, (await getLogHead(db, of))!.size - 1);
  let told = 0;
  const grow = (of = userId) => settle(db, of, [mailText('Your Streamly receipt', `We charged EUR 12.99. No. ${(told += 1)}`)]);

  it('anchors the heads of all people, and asks nobody before somebody agreed', async () => {
    expect(await stamping.daily()).toBe(0);
    expect((await latestAnchor(db))!.size).toBe(2);
    expect(await anchorOf()).toMatchObject({ checkpointSize: 4, stamped: null });
    expect(await anchorOf(other)).toMatchObject({ stamped: null });
    expect([one.requests, two.requests]).toEqual([0, 0]);
    expect(await stamping.stampNow(userId)).toBe(false);
  });

  it('keeps the tokens of those that answer, and tries the others again later', async () => {
    await saveAgreement(db, userId, [one.url, two.url], new Date(time.ms));
    two.behaviour = 'failing';
    expect(await stamping.daily()).toBe(1);
    expect(await anchorOf()).toMatchObject({
      stamped: { anchorSize: 2, stamps: [{ authority: one.url, signer: expect.stringContaining('One') as string }] },
    });
    expect((await anchorOf(other))!.stamped).not.toBeNull();
    const [failed] = (await listAuthorityStates(db)).filter(({ authority }) => authority === two.url);
    expect(failed).toMatchObject({ lastStampAt: null, problem: { code: 'authority_failed', text: 'HTTP 500', attempts: 1 } });
    expect(await stamping.daily()).toBe(0);
    expect(two.requests).toBe(1);
    minutes(2);
    two.behaviour = 'garbage';
    expect(await stamping.daily()).toBe(0);
    expect(two.requests).toBe(2);
    two.behaviour = 'good';
    minutes(3);
    expect(await stamping.daily()).toBe(0);
    minutes(3);
    expect(await stamping.daily()).toBe(1);
    expect((await listAuthorityStates(db)).map(({ problem, stamps }) => [problem, stamps])).toEqual([
      [null, 1],
      [null, 1],
    ]);
    expect(await checkAnchor()).toMatchObject({ leaves: 4, checkpoints: 1, timeStamps: 2, problems: [] });
  });

  it('stamps the newest head before a dossier, once a minute at most, and waits for nobody for long', async () => {
    await grow();
    expect(await anchorOf()).toBeNull();
    expect(await stamping.stampNow(userId, 20_000)).toBe(true);
    expect(await stamping.stampNow(userId, 20_000)).toBe(true);
    // Head of the person, two tokens of before, then the stamps of this head.
    expect((await latestAnchor(db))!.size).toBe(5);
    await grow();
    const asked = one.requests;
    expect(await stamping.stampNow(userId)).toBe(false);
    expect(one.requests).toBe(asked);
    minutes(2);
    one.behaviour = 'silent';
    two.behaviour = 'wrong_nonce';
    expect(await stamping.stampNow(userId, 100)).toBe(false);
    one.behaviour = 'good';
    two.behaviour = 'good';
  });

  it('asks nobody any more when the agreement is withdrawn', async () => {
    await saveAgreement(db, userId, [], new Date(time.ms));
    minutes(24 * 60);
    const asked = [one.requests, two.requests];
    expect(await stamping.daily()).toBe(0);
    expect([one.requests, two.requests]).toEqual(asked);
    await saveAgreement(db, userId, [one.url], new Date(time.ms));
  });

  it('changes the key of a log: both sign for thirty days, then the new one alone; all heads verify', async () => {
    const at = (ms: number) => ({ db, vault: testVault, clock: { now: () => new Date(ms) } });
    const { origin } = (await getLogHead(db, userId))!;
    const keys = () => loadLogKeys(db, testVault, { userId, origin }, new Date(time.ms));
    const old = (await keys()).signer.verifierKey;
    const now = new Date(time.ms).toISOString();
    const fresh = (await inTransaction(db, (tx) => rotateLogKey(tx, testVault, userId, now)))!;
    await inTransaction(db, (tx) => rotateAnchorKey(tx, testVault, now));
    await sealCheckpoint(at(time.ms), userId);
    const both = (await latestCheckpoint(db, userId))!.note;
    for (const key of [old, fresh]) expect(openCheckpoint(both, [key]).origin).toBe(origin);
    minutes(31 * 24 * 60);
    await inTransaction(db, (tx) => rotateLogKey(tx, testVault, userId, new Date(time.ms).toISOString()));
    minutes(31 * 24 * 60);
    await sealCheckpoint(at(time.ms), userId);
    const alone = (await latestCheckpoint(db, userId))!.note;
    const { signer, rotations, previous } = await keys();
    expect(previous).toBeNull();
    expect(openCheckpoint(alone, [signer.verifierKey]).origin).toBe(origin);
    for (const key of [old, fresh]) expect(() => openCheckpoint(alone, [key])).toThrow(expect.objectContaining({ code: 'unknown_key' }));
    expect(followRotations(old, rotations)).toEqual([old, fresh, signer.verifierKey]);
    expect(await fsck(db, userId)).toMatchObject({ problems: [] });
    expect(await checkAnchor()).toMatchObject({ problems: [] });
  });

  // [what is done to the rows past all triggers, what fsck must name]
  const damages: [string, string, RegExp][] = [
    [
      `update log_checkpoint set note = replace(note, chr(10) || '4' || chr(10), chr(10) || '3' || chr(10))`,
      'anchor_differs',
      /^checkpoint 4 of /,
    ],
    [`update anchor_leaf set entry = translate(entry, '012', '120') where leaf_index = 1`, 'leaf_hash_wrong', /^anchor leaf 1$/],
    [`delete from anchor_leaf where leaf_index >= 2`, 'checkpoint_beyond_log', /^anchor checkpoint /],
    [`update anchor_node set hash = sha256(hash) where level = 1 and node_index = 0`, 'node_wrong', /^anchor node 1\/0$/],
    [
      `update anchor_checkpoint set note = replace(note, '— ', '— x') where size = 2`,
      'checkpoint_signature_wrong',
      /^anchor checkpoint 2$/,
    ],
    [
      `update time_stamp set token = set_byte(token, 400, get_byte(token, 400) # 1) where id = 1`,
      'time_stamp_wrong',
      /^time stamp of anchor checkpoint 2/,
    ],
    [`update time_stamp set gen_at = gen_at - interval '1 day' where id = 1`, 'time_stamp_wrong', /^time stamp of anchor checkpoint 2/],
    [`update anchor_key set note = replace(note, 'v1', 'v2')`, 'key_wrong', /^key 2 of .*anchor/],
  ];
  it.each(damages)('names what is wrong after: %s', async (damage, kind, row) => {
    await db
      .transaction()
      .execute(async (tx) => {
        await sql`set local session_replication_role = replica`.execute(tx);
        await sql.raw(damage).execute(tx);
        const { problems } = await fsckAnchor({ tx, vault: testVault, checkToken });
        expect(problems.map((problem) => [problem.kind, problem.row])).toContainEqual([kind, expect.stringMatching(row)]);
        throw new Error('undone');
      })
      .catch((error: Error) => expect(error.message).toBe('undone'));
  });

  it('comes back from a backup with its tokens, and an older backup is known by any newer head', async () => {
    const file = join(folder, 'old.backup');
    await writeBackup({ databaseUrl: database.url, vault: testVault, file, at: new Date(time.ms).toISOString() });
    const held = (await latestAnchor(db))!.note;
    minutes(24 * 60);
    await grow();
    await stamping.daily();
    const newer = (await latestAnchor(db))!.note;
    expect(newer).not.toBe(held);
    const restore = async (checkpoint: string) => {
      const target = await createTestDatabase();
      try {
        const options = { databaseUrl: target.url, vault: testVault, fold, file, erasures: [], checkToken, checkpoint };
        return (await restoreBackup(options)).anchor;
      } finally {
        await target.drop();
      }
    };
    expect(await restore(held)).toMatchObject({ timeStamps: 4, problems: [] });
    await expect(restore(newer)).rejects.toMatchObject({ code: 'backup_older' });
    await expect(restore((await latestCheckpoint(db, userId))!.note)).rejects.toMatchObject({ code: 'backup_older' });
  });
});
