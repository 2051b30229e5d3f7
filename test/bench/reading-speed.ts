// How fast mail is read, from raw bytes to the decision: npm run bench:speed [-- --json]. The mails are written to disk first and read one by one in a process
// of its own that runs as the product's do, so that its memory is what reading takes and not what making them did (time-reading.ts).
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { READER_FLAGS } from '@quittance/mail/parse-pool';
import { readSkeletons } from '../training/skeletons.ts';
import { heavyMails, hostileMails, longMail } from './heavy-mail.ts';
import type { ReadingTimes } from './time-reading.ts';

const { values: options } = parseArgs({
  options: { json: { type: 'boolean', default: false }, count: { type: 'string', default: '2000' } },
});

const folder = mkdtempSync(join(tmpdir(), 'reading-speed-'));
try {
  write('many', Object.fromEntries(heavyMails(readSkeletons(), Number(options.count)).entries().map(numbered)));
  write('growth', Object.fromEntries([10, 100, 1_000, 10_000].map((kilobytes) => [`${kilobytes}`, longMail(kilobytes)])));
  write('hostile', hostileMails());
  const times = join(import.meta.dirname, 'time-reading.ts');
  const answer = execFileSync(process.execPath, [...READER_FLAGS, times, folder], { encoding: 'utf8' });
  if (options.json) console.log(answer);
  else print(JSON.parse(answer) as ReadingTimes);
} finally {
  rmSync(folder, { recursive: true });
}

function print({ speed, growth, hostile }: ReadingTimes): void {
  console.log(
    `${speed.messagesPerSecond} messages/s of one core at a median of ${(speed.medianBytes / 1024).toFixed(0)} KB, p50 ${speed.p50Ms.toFixed(2)} ms, p99 ${speed.p99Ms.toFixed(1)} ms, ${speed.memoryMb} MB at most`,
  );
  console.log(`ms a mail of words alone: ${growth.map(({ kilobytes, ms }) => `${kilobytes} KB ${ms.toFixed(1)}`).join(' · ')}`);
  for (const [name, { ms, ended }] of Object.entries(hostile)) console.log(`${name.padEnd(28)} ${ms.toFixed(0).padStart(6)} ms  ${ended}`);
}

function numbered([index, mail]: [number, Buffer]): [string, Buffer] {
  return [`${index}`.padStart(6, '0'), mail];
}

function write(group: string, mails: Readonly<Record<string, Buffer>>): void {
  mkdirSync(join(folder, group));
  for (const [name, mail] of Object.entries(mails)) writeFileSync(join(folder, group, `${name}.eml`), mail);
}
