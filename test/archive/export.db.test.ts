// An export is everything, and taken in again it tells the same: for the same person elsewhere, for another person, twice, and after damage.
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { timelineJson } from '@quittance/contract/timeline-json';
import { EMPTY_ALERT_DATA } from '@quittance/domain/alert';
import { importAny } from '@quittance/export/import-any';
import { DATA } from '@quittance/export/layout';
import { openExport } from '@quittance/export/open-export';
import { writeExport } from '@quittance/export/write-export';
import { acceptMessage } from '@quittance/intake/accept-message';
import { importStatement } from '@quittance/intake/import-statement';
import { undoPayee } from '@quittance/intake/payees';
import { recordAlert } from '@quittance/store/alerts';
import { insertContents } from '@quittance/store/contents';
import type { Database } from '@quittance/store/database';
import { undoAct } from '@quittance/store/do-act';
import { listCorrections, listEvents } from '@quittance/store/events';
import { listActs, readViewpoint } from '@quittance/store/hand';
import { addSubscription, mergeSubscriptions, stateCancellation, setTerms } from '@quittance/store/own-hand';
import { listSubscriptions } from '@quittance/store/subscriptions';
import { asUser } from '@quittance/store/transaction';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { createTestUser, testVault } from '@quittance/testing/staged-mail';
import { fold } from '@quittance/timeline/fold';
import { createVault } from '@quittance/vault/vault';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CANCELLED, clock, closeStories, fsck, hashOf, settle, tellStory } from './kept-story.ts';

let here: TestDatabase;
let elsewhere: TestDatabase;
let userId: string;
let folder: string;
let file: string;

const NETFLIX = { merchant: { id: 'netflix', name: 'Netflix', domains: ['netflix.com'] }, names: [] };
const CSV = `Date;Libellé;Montant
12/03/2026;CB NETFLIX.COM;-13,49
12/04/2026;CB NETFLIX.COM;-13,49
12/05/2026;CB NETFLIX.COM;-13,49
25/06/2026;PRLV GYMBOX;-29,00
`;

beforeAll(async () => {
  [here, elsewhere] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  folder = await mkdtemp(join(tmpdir(), 'quittance-export-'));
  ({ userId } = await tellStory(here.db));
  const deps = { known: [NETFLIX], now: clock.now() };
  await asUser(here.db, userId, async (tx) => {
    await importStatement(tx, deps, { userId, name: 'a.csv', bytes: Buffer.from(CSV), currency: 'EUR', language: 'en' });
    await undoPayee(tx, deps, { userId, payeeKey: 'gymbox', language: 'en' });
    const hand = { tx, fold, userId, at: clock.now().toISOString() };
    const streamly = (await listSubscriptions(tx, userId)).find((one) => one.merchant.id === 'streamly')!;
    await setTerms(hand, { subscriptionId: streamly.id, terms: { noticePeriod: 'P1M' } });
    const netflix = (await listSubscriptions(tx, userId)).find((one) => one.merchant.id === 'netflix')!;
    const letter = { name: 'letter.pdf', contentType: 'application/pdf', bytes: Buffer.from('%PDF a letter') };
    await stateCancellation(
      { ...hand, vault: testVault },
      { subscriptionId: netflix.id, on: '2026-05-20', by: 'letter', confirmed: false, endsOn: null, note: null, file: letter },
    );
  });
  file = join(folder, 'all.zip');
  await exportTo(here.db, userId, file);
});
afterAll(async () => {
  await closeStories();
  await Promise.all([here.drop(), elsewhere.drop()]);
  await rm(folder, { recursive: true, force: true });
});

async function exportTo(db: Database, userId: string, path: string, vault = testVault): Promise<void> {
  const deps = { vault, now: clock.now(), language: 'en' as const };
  await asUser(db, userId, async (tx) => pipeline(await writeExport({ ...deps, tx }, userId), createWriteStream(path)), { snapshot: true });
}

async function timelineOf(db: Database, userId: string) {
  return asUser(db, userId, async (tx) =>
    timelineJson({
      subscriptions: await listSubscriptions(tx, userId),
      events: await listEvents(tx, userId),
      corrections: new Map((await listCorrections(tx, userId)).map((one) => [one.eventId, one.kind])),
      viewpoint: await readViewpoint(tx, userId, clock.now()),
      language: 'en',
    }),
  );
}

/** Without ids, which are each person's own. */
async function story(db: Database, userId: string): Promise<unknown> {
  const text = JSON.stringify(await timelineOf(db, userId)).replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id');
  const { subscriptions, unattached } = JSON.parse(text) as { subscriptions: { merchant: { id: string } }[]; unattached: object[] };
  return [subscriptions.toSorted((a, b) => (a.merchant.id < b.merchant.id ? -1 : 1)), unattached];
}

const takeIn = (db: Database, userId: string, paths: string[], vault = testVault) =>
  importAny({ db, vault, clock }, { userId, paths }, () => Promise.reject(new Error('no mail was given')));

it('holds the mails byte for byte, and no secret', async () => {
  const archive = await openExport(file);
  expect(await archive.read(`messages/${hashOf(CANCELLED)}.eml`)).toEqual(Buffer.from(CANCELLED));
  expect((await archive.read('subscriptions.csv'))!.toString()).toMatch(/Gymbox,,cancelled/);
  expect((await archive.read('statement-lines.csv'))!.toString()).toContain('2026-03-12,-13.49,EUR,CB NETFLIX.COM');
  expect(JSON.parse((await archive.read('timeline.json'))!.toString())).toEqual(
    JSON.parse(JSON.stringify(await timelineOf(here.db, userId))),
  );
  archive.close();
  expect((await readFile(file)).includes('password_hash')).toBe(false);
});

it('gives the same timeline to another person of another instance, whole and provable, and nothing a second time', async () => {
  const vault = createVault(randomBytes(32));
  const bea = await createTestUser(elsewhere.db, 'bea@example.org');
  const first = await takeIn(elsewhere.db, bea, [file], vault);
  expect(first).toMatchObject({ read: 3, accepted: 3, duplicates: 0, errors: [] });
  expect(first.events).toBeGreaterThan(6);
  expect(await story(elsewhere.db, bea)).toEqual(await story(here.db, userId));
  expect(await takeIn(elsewhere.db, bea, [file], vault)).toMatchObject({ read: 3, accepted: 0, duplicates: 3, events: 0 });
  expect(await story(elsewhere.db, bea)).toEqual(await story(here.db, userId));
  // And again from there.
  const again = join(folder, 'again.zip');
  await exportTo(elsewhere.db, bea, again, vault);
  const cid = await createTestUser(elsewhere.db, 'cid@example.org');
  await takeIn(elsewhere.db, cid, [again]);
  expect(await story(elsewhere.db, cid)).toEqual(await story(here.db, userId));
  expect((await fsck(elsewhere.db, cid)).problems).toEqual([]);
});

it('gives the same timeline to another person of the same instance, and changes nothing for its own', async () => {
  const before = await timelineOf(here.db, userId);
  expect(await takeIn(here.db, userId, [file])).toMatchObject({ accepted: 0, events: 0 });
  expect(await timelineOf(here.db, userId)).toEqual(before);
  const dan = await createTestUser(here.db, 'dan@example.org');
  await takeIn(here.db, dan, [file]);
  expect(await story(here.db, dan)).toEqual(await story(here.db, userId));
  expect((await fsck(here.db, dan)).problems).toEqual([]);
});

it('reminds of nothing anew that was told where it comes from, nor once a merge is undone that was done there', async () => {
  const gus = await createTestUser(here.db, 'gus@example.org');
  const at = clock.now().toISOString();
  const terms = { price: null, period: 'P1M', renewsOn: null, noticePeriod: null, minimumTermEndsOn: null, reference: null } as const;
  const alert = (subscriptionId: string, on: string) => ({
    kind: 'renewal_notice' as const,
    dedupeKey: `renewal_notice:${subscriptionId}:${on}:7`,
    dueAt: at,
    data: EMPTY_ALERT_DATA,
  });
  await asUser(here.db, gus, async (tx) => {
    const hand = { tx, fold, userId: gus, at };
    for (const plan of ['Pool', 'Sauna']) await addSubscription(hand, { merchant: 'gym', plan, startedOn: '2026-03-01', ...terms });
    const [one, other] = (await listSubscriptions(tx, gus)).toSorted((a) => (a.plan === 'Pool' ? -1 : 1));
    await recordAlert(tx, gus, alert(one!.id, '2026-08-01'));
    await recordAlert(tx, gus, alert(other!.id, '2026-07-01'));
    await mergeSubscriptions(hand, { subscriptionId: one!.id, otherId: other!.id });
  });
  const merged = join(folder, 'merged.zip');
  await exportTo(here.db, gus, merged);
  const hal = await createTestUser(elsewhere.db, 'hal@example.org');
  await takeIn(elsewhere.db, hal, [merged]);
  await asUser(elsewhere.db, hal, async (tx) => {
    const [whole, ...none] = await listSubscriptions(tx, hal);
    expect(none).toEqual([]);
    const tells = (id: string, on: string) => recordAlert(tx, hal, alert(id, on));
    expect([await tells(whole!.id, '2026-07-01'), await tells(whole!.id, '2026-08-01')]).toEqual([false, false]);
    const merge = (await listActs(tx, hal)).find(({ act }) => act.kind === 'merged')!;
    await undoAct(tx, fold, { userId: hal, actId: merge.id, id: randomUUID(), at });
    const [pool, sauna] = (await listSubscriptions(tx, hal)).toSorted((a) => (a.plan === 'Pool' ? -1 : 1));
    expect([await tells(pool!.id, '2026-08-01'), await tells(sauna!.id, '2026-07-01')]).toEqual([false, false]);
    expect([await tells(pool!.id, '2026-07-01'), await tells(sauna!.id, '2026-08-01')]).toEqual([true, true]);
  });
});

it('knows its mails again from a server or a file whose lines end otherwise', async () => {
  const flo = await createTestUser(here.db, 'flo@example.org');
  await takeIn(here.db, flo, [file]);
  const swapped = CANCELLED.includes('\r\n') ? CANCELLED.replaceAll('\r\n', '\n') : CANCELLED.replaceAll('\n', '\r\n');
  const place = { kind: 'import' as const, path: 'cancelled.eml' };
  const mail = { userId: flo, raw: Buffer.from(swapped), location: place, origin: place, priority: 'history' as const };
  expect(await acceptMessage({ db: here.db, vault: testVault, clock }, mail)).toBe('duplicate');
});

it('takes a mail in beside what is known of it from before lines were evened out', async () => {
  const ivy = await createTestUser(here.db, 'ivy@example.org');
  const raw = Buffer.from(CANCELLED.replaceAll('\r\n', '\n'));
  await settle(here.db, ivy, [raw]);
  const path = join(folder, 'ends.zip');
  await exportTo(here.db, ivy, path);
  const jon = await createTestUser(elsewhere.db, 'jon@example.org');
  const key = testVault.contentKey(jon, createHash('sha256').update(raw).digest());
  await asUser(elsewhere.db, jon, (tx) => insertContents(tx, jon, [key], clock.now().toISOString()));
  await elsewhere.db.updateTable('content').set({ state: 'ignored' }).where('user_id', '=', jon).execute();
  expect(await takeIn(elsewhere.db, jon, [path])).toMatchObject({ read: 1, accepted: 1 });
  const contents = await elsewhere.db.selectFrom('content').select('state').where('user_id', '=', jon).execute();
  expect(contents).toEqual([{ state: 'kept' }]);
  expect((await fsck(elsewhere.db, jon)).problems).toEqual([]);
});

it('refuses an export in which a mail was changed, and leaves what is none to the readers of mail', async () => {
  const bytes = await readFile(file);
  const at = bytes.indexOf(`messages/${hashOf(CANCELLED)}.eml`);
  const changed = join(folder, 'changed.zip');
  await writeFile(changed, Buffer.concat([bytes.subarray(0, at + 120), Buffer.from([bytes[at + 120]! ^ 1]), bytes.subarray(at + 121)]));
  const eve = await createTestUser(here.db, `${randomUUID()}@example.org`);
  expect((await takeIn(here.db, eve, [changed])).errors).toMatchObject([{ path: changed, code: 'export_damaged' }]);
  const cut = join(folder, 'cut.zip');
  const rows = bytes.indexOf(DATA.messages) + 60;
  await writeFile(cut, Buffer.concat([bytes.subarray(0, rows), Buffer.alloc(20, 0xff), bytes.subarray(rows + 20)]));
  expect((await takeIn(here.db, eve, [cut])).errors).toMatchObject([{ path: cut, code: 'export_damaged' }]);
  // What a file of it is unpacked by.
  for (const name of [DATA.messages, `messages/${hashOf(CANCELLED)}.eml`]) {
    const header = bytes.indexOf(name) - 30;
    const broken = join(folder, 'broken.zip');
    await writeFile(broken, Buffer.concat([bytes.subarray(0, header), Buffer.from([0]), bytes.subarray(header + 1)]));
    expect((await takeIn(here.db, eve, [broken])).errors).toMatchObject([{ path: broken, code: 'export_damaged' }]);
  }
  expect(await listSubscriptions(here.db, eve)).toEqual([]);
  await writeFile(join(folder, 'x.eml'), CANCELLED);
  await expect(takeIn(here.db, eve, [join(folder, 'x.eml')])).rejects.toThrow('no mail was given');
});
