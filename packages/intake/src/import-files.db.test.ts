import { appendFile, mkdir, mkdtemp, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import type { Database } from '@quittance/store/database';
import { deleteOutbox } from '@quittance/store/outbox';
import { deleteStaged, settleContents } from '@quittance/store/outcomes';
import { writeTogether } from '@quittance/store/together';
import { inTransaction } from '@quittance/store/transaction';
import { openCrashingDatabase } from '@quittance/testing/crash-points';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { createTestUser, testVault } from '@quittance/testing/staged-mail';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FileItem } from './file-item.ts';
import { importFiles, type ImportDeps, type ImportState } from './import-files.ts';
import { readSource } from './read-source.ts';

let database: TestDatabase;
let db: Database;
let folder: string;
let userId: string;
let users = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  ({ db } = database);
});
afterAll(() => database.drop());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quittance-import-'));
  userId = await createTestUser(db, `user${++users}@example.org`);
});
afterEach(() => rm(folder, { recursive: true }));

const clock = { now: () => new Date('2026-03-03T10:00:00Z') };

/** Each wait settles what is open, as the classifier would. */
function deps(handle: Database = db): ImportDeps {
  return { db: handle, vault: testVault, clock, wait: settleOpen };
}

async function settleOpen(): Promise<void> {
  const open = await db.selectFrom('content').select('id').where('user_id', '=', userId).where('state', '=', 'pending').execute();
  const ids = open.map(({ id }) => id);
  const writes = [...settleContents(ids, 'ignored', clock.now()), ...deleteStaged(ids), ...deleteOutbox(ids)];
  await inTransaction(db, (tx) => writeTogether(tx, writes));
}

const mail = (n: number | string) => `Subject: mail ${n}\n\nBody ${n}\n`;
const mbox = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => `From a@b.example Fri Sep 16 22:26:51 2016\n${mail(from + i)}\n`).join('');

async function file(name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, content);
  return path;
}

async function read(path: string): Promise<string[]> {
  const found: string[] = [];
  for await (const item of readSource(path)) found.push(label(item).replaceAll(`${folder}/`, ''));
  return found;
}
const label = (item: FileItem) =>
  item.kind === 'problem' ? `${item.path}: ${item.code}` : `${item.path} ${/mail \S+/.exec(item.raw.toString())?.[0]}`;

interface ZipEntry {
  readonly name: string;
  readonly content: Buffer;
  /** A size that is not the true one. */
  readonly claimed?: number;
}

/** A zip as APPNOTE.TXT has it: local headers, data, central directory. */
function zip(entries: readonly ZipEntry[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claimed } of entries) {
    const data = deflateRawSync(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(claimed ?? content.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const body = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, Buffer.from(name)]));
    bodies.push(body);
    offset += body.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, central, Buffer.from('PK\x05\x06'), end]);
}

describe('reads', () => {
  it('a folder of everything, by content and not by name', async () => {
    await file('a/All mail.txt', mbox(1, 2));
    await file('a/one.dat', mail(3));
    await file('a/notes.txt', 'Dear diary: nothing');
    await file('a/.DS_Store', 'x');
    await file('b/apple.emlx', `${mail(4).length}\n${mail(4)}<?xml version="1.0"?>`);
    await file(
      'b/takeout.zip',
      zip([
        { name: 'Mail/All mail.mbox', content: Buffer.from(mbox(5, 6)) },
        { name: 'x.eml', content: Buffer.from(mail(7)) },
      ]),
    );
    await file('Maildir/cur/2:2,S', mail(8));
    await file('Maildir/new/1', mail(9));
    await file('Maildir/tmp/3', mail('half'));
    await file('Maildir/.Sent/cur/4:2,', mail(10));
    await mkdir(join(folder, 'Maildir/.Sent/new'));
    await symlink(folder, join(folder, 'a/circle'));
    expect(await read(folder)).toEqual([
      'Maildir/cur/2:2,S mail 8',
      'Maildir/new/1 mail 9',
      'Maildir/.Sent/cur/4:2, mail 10',
      'a/All mail.txt#1 mail 1',
      'a/All mail.txt#2 mail 2',
      'a/one.dat mail 3',
      'b/apple.emlx mail 4',
      'b/takeout.zip/Mail/All mail.mbox#1 mail 5',
      'b/takeout.zip/Mail/All mail.mbox#2 mail 6',
      'b/takeout.zip/x.eml mail 7',
    ]);
  });

  it('what it can, and tells the rest', async () => {
    expect(await read(join(folder, 'absent'))).toEqual(['absent: not_found']);
    expect(await read(await file('notes.txt', 'Dear diary'))).toEqual(['notes.txt: not_mail']);
    expect(await read(await file('all.mbox.xz', Buffer.from('fd377a585a000004', 'hex')))).toEqual(['all.mbox.xz: zip_unsupported']);
    const big = await file('big.eml', mail(1));
    await truncate(big, 51 * 1024 * 1024);
    expect(await read(big)).toEqual(['big.eml: mail_too_big']);
    expect(await read(await file('cut.zip', zip([{ name: 'a.eml', content: Buffer.from(mail(1)) }]).subarray(0, 60)))).toEqual([
      'cut.zip: zip_damaged',
    ]);
  });

  it('in a folder, of what is no mail, only those that bear the name of one', async () => {
    await file('deep/empty.eml', '');
    await file('deep/Renewal.msg', Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    await file('deep/all.mbox.gz', gzipSync(mbox(1, 2)));
    await file('deep/broken.mbox', 'neither');
    await file('deep/nothing-came.mbox', '');
    await file('deep/notes.gz', gzipSync('Dear diary'));
    await file('deep/photo.jpg', Buffer.from('ffd8ffe0', 'hex'));
    await file('deep/one.eml', mail(1));
    expect(await read(folder)).toEqual([
      'deep/Renewal.msg: not_mail',
      'deep/all.mbox.gz#1 mail 1',
      'deep/all.mbox.gz#2 mail 2',
      'deep/broken.mbox: not_mail',
      'deep/empty.eml: not_mail',
      'deep/one.eml mail 1',
    ]);
  });

  it('no bombs: neither a dense entry, nor one that lies about its size, nor an archive in an archive', async () => {
    const dense = Buffer.concat([Buffer.from(mail(1)), Buffer.alloc(40 * 1024 * 1024, 'a')]);
    expect(await read(await file('dense.zip', zip([{ name: 'a.eml', content: dense }])))).toEqual(['dense.zip: zip_too_dense']);
    expect(
      await read(
        await file(
          'liar.zip',
          zip([
            { name: 'a.eml', content: dense, claimed: 100 },
            { name: 'b.eml', content: Buffer.from(mail(2)) },
          ]),
        ),
      ),
    ).toEqual(['liar.zip/a.eml: zip_damaged', 'liar.zip/b.eml mail 2']);
    const inner = zip([{ name: 'a.eml', content: Buffer.from(mail(1)) }]);
    expect(await read(await file('outer.zip', zip([{ name: 'inner.zip', content: inner }])))).toEqual(['outer.zip/inner.zip: zip_nested']);
  });
});

describe('imports', () => {
  it('everything once; a second import finds duplicates only', async () => {
    const paths = [
      await file('a.mbox', mbox(1, 250)),
      await file('b.eml', mail(7)),
      await file('c.eml', mail(251)),
      join(folder, 'absent'),
    ];
    const states: ImportState[] = [];
    const first = await importFiles(deps(), { userId, paths, onProgress: (state) => states.push(state) });
    expect(first).toMatchObject({
      read: 252,
      accepted: 0,
      duplicates: 1,
      ignored: 251,
      quarantined: 0,
      events: 0,
      errors: [{ code: 'not_found' }],
    });
    expect(states.filter(({ phase }) => phase === 'reading').map(({ read }) => read)).toEqual([100, 200, 250, 252]);
    expect(states.at(-1)).toMatchObject({ phase: 'settling', settled: 251 });
    const second = await importFiles(deps(), { userId, paths });
    expect(second).toMatchObject({ read: 252, accepted: 0, duplicates: 252, ignored: 0, quarantined: 0 });
    const rows = await db.selectFrom('location').select(['path', 'state']).where('user_id', '=', userId).execute();
    expect(rows).toHaveLength(252);
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['ignored']));
  });

  it('goes on where it was stopped, after any write', async () => {
    const path = await file('a.mbox', mbox(1, 250));
    const list = openCrashingDatabase(database.url, null);
    await importFiles({ ...deps(list.db), wait: settleOpen }, { userId, paths: [path] });
    await list.close();
    let resumes = 0;
    const deaths = list.writes.flatMap((write, at) => (['before', 'after'] as const).map((when) => ({ when, at, write })));
    for (const { when, at, write } of deaths) {
      userId = await createTestUser(db, `user${++users}@example.org`);
      const crashing = openCrashingDatabase(database.url, { when, write: at + 1 });
      await expect(importFiles(deps(crashing.db), { userId, paths: [path] }), write).rejects.toThrow();
      await crashing.close();
      const progress = await db
        .selectFrom('import_file')
        .select(['messages', 'finished_at'])
        .where('user_id', '=', userId)
        .executeTakeFirst();
      let bytesRead = 0;
      const onProgress = (state: ImportState) => (bytesRead = state.bytesRead);
      const { read, duplicates, ignored } = await importFiles(deps(), { userId, paths: [path], onProgress });
      expect([read, duplicates + ignored]).toEqual([250, 250]);
      // Only what came after the last commit is read again.
      const skipped = progress && !progress.finished_at ? progress.messages : 0;
      resumes += skipped > 0 ? 1 : 0;
      expect(bytesRead).toBe(
        Array.from({ length: 250 - skipped }, (_, i) => mail(skipped + i + 1).length).reduce((sum, size) => sum + size, 0),
      );
      const rows = await db.selectFrom('location').select('path').where('user_id', '=', userId).execute();
      expect(new Set(rows.map((row) => row.path))).toEqual(new Set(Array.from({ length: 250 }, (_, i) => `${path}#${i + 1}`)));
      const open = await db.selectFrom('content').select('id').where('user_id', '=', userId).where('state', '=', 'pending').execute();
      expect(open).toEqual([]);
    }
    expect(resumes).toBeGreaterThan(5);
  });

  it('goes on in a file whose writer keeps lengths, too', async () => {
    const texts = Array.from({ length: 250 }, (_, i) =>
      mail(i + 1).replace(/\n\n([^]*)$/, (_all, body: string) => `\nContent-Length: ${body.length}\n\n${body}`),
    );
    const path = await file('kept.mbox', texts.map((text) => `From a@b.example Fri Sep 16 22:26:51 2016\n${text}\n`).join(''));
    const crashing = openCrashingDatabase(database.url, { when: 'after', write: 6 });
    await expect(importFiles(deps(crashing.db), { userId, paths: [path] })).rejects.toThrow();
    await crashing.close();
    const before = await db.selectFrom('import_file').select('messages').where('user_id', '=', userId).executeTakeFirstOrThrow();
    expect(before.messages).toBeGreaterThan(0);
    expect(before.messages).toBeLessThan(250);
    let bytesRead = 0;
    const { read, duplicates, ignored } = await importFiles(deps(), {
      userId,
      paths: [path],
      onProgress: (state) => (bytesRead = state.bytesRead),
    });
    expect([read, duplicates + ignored]).toEqual([250, 250]);
    expect(bytesRead).toBe(texts.slice(before.messages).reduce((sum, text) => sum + text.length, 0));
  });

  it('reads a file that changed from its start', async () => {
    const path = await file('a.mbox', mbox(1, 250));
    const crashing = openCrashingDatabase(database.url, { when: 'after', write: 12 });
    await expect(importFiles(deps(crashing.db), { userId, paths: [path] })).rejects.toThrow();
    await crashing.close();
    const progress = await db.selectFrom('import_file').select('messages').where('user_id', '=', userId).executeTakeFirst();
    expect(progress?.messages).toBeGreaterThan(0);
    await writeFile(path, mbox(1001, 1003) + mbox(4, 250));
    const { read, errors } = await importFiles(deps(), { userId, paths: [path] });
    expect({ read, errors }).toEqual({ read: 250, errors: [] });
    const texts = await db.selectFrom('location').select('path').where('user_id', '=', userId).execute();
    // Three new messages under the old names.
    expect(texts.length).toBe(253);
  });

  it('reads on when a file grew, and when only its time changed', async () => {
    const path = await file('a.mbox', mbox(1, 3));
    await importFiles(deps(), { userId, paths: [path] });
    await appendFile(path, mbox(4, 5));
    expect(await importFiles(deps(), { userId, paths: [path] })).toMatchObject({ read: 5, duplicates: 3, ignored: 2 });
    await utimes(path, 1, 1);
    expect(await importFiles(deps(), { userId, paths: [path] })).toMatchObject({ read: 5, duplicates: 5 });
  });

  it('keeps the bytes of what is no message at all', async () => {
    const path = await file('a.mbox', `From a Fri Sep 16 22:26:51 2016\nX: \u0000\n${'\u0001'.repeat(50)}\n\n`);
    expect(await importFiles(deps(), { userId, paths: [path] })).toMatchObject({ read: 1, ignored: 1, errors: [] });
  });

  it('tells of a file it may not read', async () => {
    // A link to itself: unreadable for everybody, root too.
    const path = join(folder, 'loop.eml');
    await symlink(path, path);
    expect(await importFiles(deps(), { userId, paths: [path] })).toMatchObject({ read: 0, errors: [{ code: 'file_unreadable' }] });
  });

  it('stops when it is told to', async () => {
    const path = await file('a.mbox', mbox(1, 10));
    const stop = new AbortController();
    const wait = () => {
      stop.abort();
      return Promise.resolve();
    };
    await expect(importFiles({ ...deps(), wait }, { userId, paths: [path], signal: stop.signal })).rejects.toThrow();
  });
});
