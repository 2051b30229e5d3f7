// How fast mail is read, from raw bytes to the decision: npm run bench:speed [-- --json]. In seconds of processor time of this process, so that
// a busy machine doesn't change it: messages a second at a median of 30 KB, the slowest hundredth, memory, growth with size, hostile mail.
import { parseArgs } from 'node:util';
import { classifyMessage } from '@quittance/classify/classify-message';
import { parseMessage } from '@quittance/mail/parse-message';
import { PermanentError } from '@quittance/domain/errors';
import { readSkeletons } from '../training/skeletons.ts';
import { heavyMails, hostileMails, longMail } from './heavy-mail.ts';

const { values: options } = parseArgs({
  options: { json: { type: 'boolean', default: false }, count: { type: 'string', default: '2000' } },
});

interface Timing {
  readonly messages: number;
  readonly medianBytes: number;
  readonly messagesPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly memoryMb: number;
}

const speed = await timeMany(heavyMails(readSkeletons(), Number(options.count)));
const growth = await timeGrowth();
const hostile = await timeHostile();
if (options.json) console.log(JSON.stringify({ speed, growth, hostile }));
else {
  console.log(
    `${speed.messagesPerSecond} messages/s of one core at a median of ${(speed.medianBytes / 1024).toFixed(0)} KB, p50 ${speed.p50Ms.toFixed(2)} ms, p99 ${speed.p99Ms.toFixed(1)} ms, ${speed.memoryMb} MB`,
  );
  console.log(`ms a mail of words alone: ${growth.map(({ kilobytes, ms }) => `${kilobytes} KB ${ms.toFixed(1)}`).join(' · ')}`);
  for (const [name, { ms, ended }] of Object.entries(hostile)) console.log(`${name.padEnd(28)} ${ms.toFixed(0).padStart(6)} ms  ${ended}`);
}

async function timeMany(mails: readonly Buffer[]): Promise<Timing> {
  for (const mail of mails.slice(0, 300)) await read(mail);
  const times: number[] = [];
  for (const mail of mails) times.push((await timeOne(mail)).ms);
  const sorted = times.toSorted((a, b) => a - b);
  const sizes = mails.map((mail) => mail.length).toSorted((a, b) => a - b);
  const total = times.reduce((sum, ms) => sum + ms, 0);
  return {
    messages: mails.length,
    medianBytes: sizes[sizes.length >> 1]!,
    messagesPerSecond: Math.round((1000 * times.length) / total),
    p50Ms: sorted[sorted.length >> 1]!,
    p99Ms: sorted[Math.floor(sorted.length * 0.99)]!,
    memoryMb: Math.round(process.memoryUsage().rss / 1024 / 1024),
  };
}

async function timeGrowth(): Promise<{ kilobytes: number; ms: number }[]> {
  const points: { kilobytes: number; ms: number }[] = [];
  for (const kilobytes of [10, 100, 1_000, 10_000]) {
    const mail = longMail(kilobytes);
    await read(mail);
    points.push({ kilobytes, ms: (await timeOne(mail)).ms });
  }
  return points;
}

async function timeHostile(): Promise<Record<string, { ms: number; ended: string }>> {
  const results: Record<string, { ms: number; ended: string }> = {};
  for (const [name, mail] of Object.entries(hostileMails())) results[name] = await timeOne(mail);
  return results;
}

async function timeOne(mail: Buffer): Promise<{ ms: number; ended: string }> {
  const started = process.cpuUsage();
  const ended = await read(mail);
  const { user, system } = process.cpuUsage(started);
  return { ms: (user + system) / 1000, ended };
}

async function read(mail: Buffer): Promise<string> {
  try {
    const { kind, decided } = classifyMessage(await parseMessage(mail));
    return `${kind} (${decided})`;
  } catch (error) {
    if (error instanceof PermanentError) return error.code;
    throw error;
  }
}
