// How fast mail is read, from raw bytes to the decision: npm run bench:speed [-- --json --bounds 1000,3000,4000]. The mails are written to disk first and read
// one by one in a process of its own that runs as the product's do, so that its memory is what reading takes and not what making them did (time-reading.ts).
// What a fresh process costs and what a warm one does are two figures: each stretch up to a bound is told apart, with how many mails came before it.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { READER_FLAGS } from '@quittance/mail/parse-pool';
import { readSkeletons } from '../training/skeletons.ts';
import { heavyMails, hostileMails, longMail } from './heavy-mail.ts';
import type { ReadingTimes } from './time-reading.ts';

const { values: options } = parseArgs({
  options: { json: { type: 'boolean', default: false }, bounds: { type: 'string', default: '1000,3000,4000' } },
});

const bounds = options.bounds.split(',').map(Number);
if (bounds.some((bound, at) => !(bound > (bounds[at - 1] ?? 0))))
  throw new Error('--bounds takes rising numbers of messages, as 1000,3000,4000');
const loadBefore = loadavg()[0]!;
const folder = mkdtempSync(join(tmpdir(), 'reading-speed-'));
try {
  write('many', Object.fromEntries(heavyMails(readSkeletons(), bounds.at(-1)!).entries().map(numbered)));
  write('growth', Object.fromEntries([10, 100, 1_000, 10_000].map((kilobytes) => [`${kilobytes}`, longMail(kilobytes)])));
  write('hostile', hostileMails());
  const times = join(import.meta.dirname, 'time-reading.ts');
  const answer = execFileSync(process.execPath, [...READER_FLAGS, times, folder, ...bounds.map(String)], { encoding: 'utf8' });
  const read = JSON.parse(answer) as ReadingTimes;
  const load = { before: loadBefore, after: loadavg()[0]! };
  if (options.json) console.log(JSON.stringify({ ...read, load }));
  else print(read, load);
} finally {
  rmSync(folder, { recursive: true });
}

function print({ medianBytes, stretches, growth, hostile }: ReadingTimes, load: { before: number; after: number }): void {
  const size = `${(medianBytes / 1024).toFixed(0)} KB`;
  console.log(`reading on one core, median of ${size}, load ${load.before.toFixed(1)} before and ${load.after.toFixed(1)} after`);
  for (const { before, messages, messagesPerSecond, p50Ms, p99Ms, memoryMb } of stretches) {
    const of = before === 0 ? `the first ${messages} of a fresh process` : `the next ${messages}, ${before} before`;
    const times = `p50 ${p50Ms.toFixed(2)} ms, p99 ${p99Ms.toFixed(1)} ms`;
    console.log(`${of.padEnd(34)} ${String(messagesPerSecond).padStart(5)} messages/s, ${times}, ${memoryMb} MB at most`);
  }
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
