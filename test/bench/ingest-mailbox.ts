// The generated mailbox of the ingestion bench on disk, once for each seed and size: files of a Maildir with their dates, and the DNS answer that
// verifies their signatures. Later runs link to the same files.
import { chownSync } from 'node:fs';
import { link, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { everybodysKey } from '@quittance/authenticity/test-signing';
import { benchMail } from './ingest-mails.ts';

export interface BenchMailbox {
  readonly folder: string;
  readonly messages: number;
  readonly notices: number;
  readonly bytes: number;
  readonly sizes: { readonly median: number; readonly p90: number; readonly p99: number };
  /** What DNS says of every signer. */
  readonly dkimRecord: string;
}

/** Changes with what is generated. */
const VERSION = 1;
const NOBODY = 65_534;

export async function generateMailbox(seed: number, count: number, say: (line: string) => void): Promise<BenchMailbox> {
  const folder = join(tmpdir(), `quittance-bench-mailbox-${VERSION}-${seed}-${count}`);
  const known = await readFile(join(folder, 'mailbox.json'), 'utf8').catch(() => null);
  if (known) return JSON.parse(known) as BenchMailbox;
  say(`generating ${count} messages in ${folder} (once)`);
  const draft = `${folder}.draft`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(join(draft, 'mails'), { recursive: true });
  const sizes: number[] = [];
  let notices = 0;
  for (let number = 0; number < count; number += 1) {
    const { raw, at, isNotice } = await benchMail(seed, number, count);
    const file = join(draft, 'mails', `${String(1e9 + number)}.M${number}.bench,S=${raw.length},W=${raw.length}:2,S`);
    await writeFile(file, raw);
    if (process.getuid?.() === 0) chownSync(file, NOBODY, NOBODY);
    await utimes(file, at, at);
    sizes.push(raw.length);
    if (isNotice) notices += 1;
  }
  const sorted = sizes.toSorted((a, b) => a - b);
  const quantile = (part: number): number => sorted[Math.floor(part * (count - 1))]!;
  const mailbox: BenchMailbox = {
    folder,
    messages: count,
    notices,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    sizes: { median: quantile(0.5), p90: quantile(0.9), p99: quantile(0.99) },
    dkimRecord: (await everybodysKey('s1._domainkey.bench.example')).rdata[0]!,
  };
  await writeFile(join(draft, 'mailbox.json'), JSON.stringify(mailbox));
  await rename(draft, folder);
  return mailbox;
}

/** Puts the messages into a Maildir folder, `times` over, in the order of their dates. */
export async function linkMails(mailbox: BenchMailbox, maildir: string, times = 1): Promise<void> {
  const names = (await readdir(join(mailbox.folder, 'mails'))).sort();
  const { uid, gid } = await stat(join(maildir, 'cur'));
  for (let copy = 0; copy < times; copy += 1) {
    for (const name of names) {
      const [stamp, ...rest] = name.split('.');
      const to = join(maildir, 'cur', `${Number(stamp) + copy * mailbox.messages}.${rest.join('.').replace('bench', `copy${copy}`)}`);
      await link(join(mailbox.folder, 'mails', name), to);
    }
  }
  if (process.getuid?.() === 0) chownSync(join(maildir, 'cur'), uid, gid);
}
