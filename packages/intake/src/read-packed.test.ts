// Packed files and archives as streams: what tools write, what Google Takeout hands out, and what strangers would send.
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileItem } from './file-item.ts';
import { FILE_LIMITS } from './limits.ts';
import { readSource } from './read-source.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quittance-packed-'));
});
afterAll(() => rm(folder, { recursive: true }));

const mail = (n: number | string) => `Subject: mail ${n}\n\nBody ${n}\n`;
const mbox = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => `From a@b.example Fri Sep 16 22:26:51 2016\n${mail(from + i)}\n`).join('');

async function read(name: string, content: Buffer): Promise<string[]> {
  const path = join(folder, name);
  await writeFile(path, content);
  const found: string[] = [];
  for await (const item of readSource(path)) found.push(label(item).replaceAll(`${folder}/`, ''));
  return found;
}
const label = (item: FileItem) =>
  item.kind === 'problem' ? `${item.path}: ${item.code}` : `${item.path} ${/mail \S+/.exec(item.raw.toString('latin1', 0, 200))?.[0]}`;

const DENSE_BYTES = 16 * 1024 * 1024;
/** A member of a gzip file that unpacks to a thousand times its size. */
const DENSE = gzipSync(Buffer.alloc(DENSE_BYTES, 'a'));

interface Entry {
  readonly name?: string;
  readonly content?: string | Buffer;
  readonly type?: string;
  /** Instead of the true size's digits. */
  readonly size?: string | Buffer;
}

function header({ name = 'a.eml', content = '', type = '0', size }: Entry): Buffer {
  const block = Buffer.alloc(512);
  block.write(name, 0, 100, 'latin1');
  block.write('0000644\0', 100);
  if (Buffer.isBuffer(size)) size.copy(block, 124);
  else block.write(size ?? Buffer.byteLength(content).toString(8).padStart(11, '0'), 124, 'latin1');
  block.write('        ', 148);
  block.write(type, 156);
  block.write('ustar\0' + '00', 257, 'latin1');
  const sum = block.reduce((all, byte) => all + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return block;
}

function tar(...entries: readonly Entry[]): Buffer {
  const parts = entries.flatMap((entry) => {
    const content = Buffer.from(entry.content ?? '');
    return [header(entry), content, Buffer.alloc((512 - (content.length % 512)) % 512)];
  });
  return Buffer.concat([...parts, Buffer.alloc(1024)]);
}

/** A line of a pax header, which counts its own length. */
function pax(key: string, value: string): Buffer {
  const rest = Buffer.byteLength(` ${key}=${value}\n`);
  let length = rest + 1;
  while (String(length).length + rest !== length) length = String(length).length + rest;
  return Buffer.from(`${length} ${key}=${value}\n`);
}

describe('a packed file', () => {
  it('is the mbox or the message in it', async () => {
    expect(await read('all.mbox.gz', gzipSync(mbox(1, 3)))).toEqual([1, 2, 3].map((n) => `all.mbox.gz#${n} mail ${n}`));
    expect(await read('one.eml.gz', gzipSync(mail(4)))).toEqual(['one.eml.gz mail 4']);
    // As log rotation joins them.
    expect(await read('two.gz', Buffer.concat([gzipSync(mbox(1, 1)), gzipSync(mbox(2, 2))]))).toEqual([
      'two.gz#1 mail 1',
      'two.gz#2 mail 2',
    ]);
  });

  it('that holds no mail is told', async () => {
    expect(await read('diary.gz', gzipSync('Dear diary'))).toEqual(['diary.gz: not_mail']);
    expect(await read('twice.gz', gzipSync(gzipSync(mail(1))))).toEqual(['twice.gz: zip_nested']);
    expect(await read('zip.gz', gzipSync(Buffer.from('PK\x03\x04')))).toEqual(['zip.gz: zip_nested']);
  });

  it('that was cut gives what came whole, and nothing torn', async () => {
    const whole = gzipSync(mbox(1, 3_000), { level: 1 });
    const found = await read('cut.mbox.gz', whole.subarray(0, whole.length - 5_000));
    expect(found.at(-1)).toBe('cut.mbox.gz: zip_damaged');
    expect(found.slice(0, -1)).toEqual(found.slice(0, -1).map((_, n) => `cut.mbox.gz#${n + 1} mail ${n + 1}`));
    expect(await read('cut.eml.gz', gzipSync(mail(1)).subarray(0, 20))).toEqual(['cut.eml.gz: zip_damaged']);
    const flipped = gzipSync(mail(1));
    flipped[flipped.length - 6]! ^= 1;
    expect(await read('flipped.eml.gz', flipped)).toEqual(['flipped.eml.gz: zip_damaged']);
  });

  it('that is too big, or a bomb, is left', async () => {
    const big = Buffer.concat([Buffer.from(mail(1)), Buffer.alloc(FILE_LIMITS.messageBytesMax, 'a')]);
    expect(await read('big.eml.gz', gzipSync(big, { level: 0 }))).toEqual(['big.eml.gz: mail_too_big']);
    const bomb = Buffer.concat([gzipSync(mail(1)), DENSE, DENSE, DENSE, DENSE]);
    expect(await read('bomb.eml.gz', bomb)).toEqual(['bomb.eml.gz: zip_too_dense']);
  });
});

describe('an archive', () => {
  it('of GNU tar, with names and sizes of every make', async () => {
    const inside = join(folder, 'Takeout');
    const long = `${'très-long-'.repeat(20)}.mbox`;
    await mkdir(join(inside, 'Mail'), { recursive: true });
    await writeFile(join(inside, 'Mail', 'Tous les messages.mbox'), mbox(1, 2));
    await writeFile(join(inside, 'Mail', long), mbox(3, 3));
    await writeFile(join(inside, 'Mail', 'photo.jpg'), Buffer.from('ffd8ffe0', 'hex'));
    for (const format of ['gnu', 'pax', 'oldgnu']) {
      const packed = execFileSync('tar', [`--format=${format}`, '--sort=name', '-cz', '-C', folder, 'Takeout']);
      const name = `takeout-${format}.tgz`;
      expect(await read(name, packed)).toEqual([
        `${name}/Takeout/Mail/Tous les messages.mbox#1 mail 1`,
        `${name}/Takeout/Mail/Tous les messages.mbox#2 mail 2`,
        `${name}/Takeout/Mail/${long}#1 mail 3`,
      ]);
    }
  });

  it('is read unpacked, too, and whatever it is called', async () => {
    const entries = tar({ name: 'a.eml', content: mail(1) }, { name: 'b.mbox', content: mbox(2, 3) });
    expect(await read('plain.tar', entries)).toEqual(['plain.tar/a.eml mail 1', 'plain.tar/b.mbox#1 mail 2', 'plain.tar/b.mbox#2 mail 3']);
    expect(await read('export.bin', gzipSync(entries))).toHaveLength(3);
    const big = Buffer.alloc(12);
    big[0] = 0x80;
    big.writeUInt32BE(mail(1).length, 8);
    expect(await read('base256.tar', tar({ content: mail(1), size: big }))).toEqual(['base256.tar/a.eml mail 1']);
    expect(
      await read('pax.tar', tar({ type: 'x', content: pax('size', String(mail(1).length)) }, { content: mail(1), size: '00000000000' })),
    ).toEqual(['pax.tar/a.eml mail 1']);
  });

  it('leads nowhere by its names and links', async () => {
    const found = await read(
      'names.tar',
      tar(
        { name: '../../etc/cron.d/x', content: mail(1) },
        { name: '/root/abs.eml', content: mail(2) },
        { name: 'link', type: '2', size: '00000001000' },
        { name: 'device', type: '3' },
        { name: '._a.eml', content: mail('beside') },
        { type: 'x', content: pax('path', `a\0b\n${'x'.repeat(5_000)}.eml`) },
        { content: mail(3) },
      ),
    );
    expect(found.map((line) => line.slice(0, 30))).toEqual([
      'names.tar/../../etc/cron.d/x m',
      'names.tar//root/abs.eml mail 2',
      `names.tar/${'x'.repeat(20)}`,
    ]);
    expect(found[2]!.length).toBeLessThan(500);
    expect(found[2]).toMatch(/x\.eml mail 3$/);
  });

  it('that lies or was cut gives what stood before', async () => {
    const good = { name: 'good.eml', content: mail(1) };
    const before = (name: string) => [`${name}/good.eml mail 1`, `${name}: zip_damaged`];
    const hostile: Record<string, Buffer> = {
      'cut-header': tar(good, { content: mail(2) }).subarray(0, 1_024 + 100),
      'cut-content': tar(good, { content: mail(2) }).subarray(0, 1_024 + 512 + 5),
      'cut-between': tar(good).subarray(0, 1_024),
      'no-checksum': Buffer.concat([tar(good).subarray(0, 1_024), Buffer.alloc(512, 'x')]),
      negative: tar(good, { content: mail(2), size: Buffer.alloc(12, 0xff) }),
      huge: tar(good, { content: mail(2), size: Buffer.concat([Buffer.from([0x80]), Buffer.alloc(11, 0xff)]) }),
      beyond: tar(good, { content: mail(2), size: '77777777777' }),
      'pax-loop': tar(good, { type: 'x', content: '0 a=b\n' }, { content: mail(2) }),
      'pax-beyond': tar(good, { type: 'x', content: '999 path=b\n' }, { content: mail(2) }),
      'pax-size': tar(good, { type: 'x', content: pax('size', '-5') }, { content: mail(2) }),
      'long-name': tar(good, { type: 'L', size: '00777777777' }),
      sparse: tar(good, { type: 'S', content: mail(2) }),
    };
    for (const [name, bytes] of Object.entries(hostile)) expect(await read(name, bytes), name).toEqual(before(name));
  });

  it('in an archive is told', async () => {
    const inner = tar({ content: mail(1) });
    const found = await read(
      'outer.tgz',
      gzipSync(
        tar({ name: 'in.tar', content: inner }, { name: 'in.tgz', content: gzipSync(inner) }, { name: 'log.gz', content: gzipSync('log') }),
      ),
    );
    expect(found).toEqual(['outer.tgz/in.tar: zip_nested', 'outer.tgz/in.tgz: zip_nested']);
  });

  it('whose entries together are a bomb is left', async () => {
    const bytes = 2 * DENSE_BYTES;
    const entry = (n: number) => [
      gzipSync(
        Buffer.concat([header({ name: `${n}`, size: (bytes + 512).toString(8).padStart(11, '0') }), Buffer.from(mail(n).padEnd(512))]),
      ),
      DENSE,
      DENSE,
    ];
    const found = await read('bomb.tgz', Buffer.concat([1, 2, 3].flatMap(entry)));
    expect(found).toEqual(['bomb.tgz/1 mail 1', 'bomb.tgz: zip_too_dense']);
  });
});

it('reads archives that were joined, and nothing behind the end of one that is no archive', async () => {
  const [one, two] = [tar({ name: 'one.eml', content: mail(1) }), tar({ name: 'two.eml', content: mail(2) })];
  expect(await read('joined.tar', Buffer.concat([one, two]))).toEqual(['joined.tar/one.eml mail 1', 'joined.tar/two.eml mail 2']);
  expect(await read('joined.tgz', Buffer.concat([gzipSync(one), gzipSync(two)]))).toEqual([
    'joined.tgz/one.eml mail 1',
    'joined.tgz/two.eml mail 2',
  ]);
  expect(await read('more.tar', Buffer.concat([one, Buffer.alloc(700, 'x')]))).toEqual(['more.tar/one.eml mail 1']);
});
