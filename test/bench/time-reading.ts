// The process of reading-speed.ts that reads: `time-reading.ts FOLDER BOUND…` prints its times as JSON. In seconds of processor time of this process, with
// V8's helpers, so that a busy machine changes them little: messages a second, the slowest hundredth, memory, growth with size, hostile mail.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { classifyMessage } from '@quittance/classify/classify-message';
import { PermanentError } from '@quittance/domain/errors';
import { parseMessage } from '@quittance/mail/parse-message';

export interface ReadingTimes {
  readonly medianBytes: number;
  /** One after the other in one process. */
  readonly stretches: readonly Stretch[];
  readonly growth: readonly { readonly kilobytes: number; readonly ms: number }[];
  readonly hostile: Readonly<Record<string, Timed>>;
}

export interface Stretch {
  /** How many messages the process had read when it began: 0 is a fresh process, whose functions and patterns V8 has yet to compile. */
  readonly before: number;
  readonly messages: number;
  readonly messagesPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** The most that the process had in memory after any mail of it. */
  readonly memoryMb: number;
}

interface Timed {
  readonly ms: number;
  readonly ended: string;
}

const [folder, ...bounds] = process.argv.slice(2);
const many = filesOf('many');
const stretches: Stretch[] = [];
for (const bound of bounds.map(Number)) {
  const before = stretches.reduce((sum, { messages }) => sum + messages, 0);
  stretches.push(await timeStretch(many.slice(before, bound), before));
}
const sizes = many.map((file) => statSync(file).size).toSorted((a, b) => a - b);
const growth = await timeGrowth(filesOf('growth'));
const hostile = await timeHostile(filesOf('hostile'));
console.log(JSON.stringify({ medianBytes: sizes[sizes.length >> 1]!, stretches, growth, hostile } satisfies ReadingTimes));

async function timeStretch(files: readonly string[], before: number): Promise<Stretch> {
  const times: number[] = [];
  let memory = 0;
  for (const file of files) {
    times.push((await timeOne(readFileSync(file))).ms);
    memory = Math.max(memory, process.memoryUsage.rss());
  }
  const sorted = times.toSorted((a, b) => a - b);
  return {
    before,
    messages: files.length,
    messagesPerSecond: Math.round((1000 * times.length) / times.reduce((sum, ms) => sum + ms, 0)),
    p50Ms: sorted[sorted.length >> 1]!,
    p99Ms: sorted[Math.floor(sorted.length * 0.99)]!,
    memoryMb: Math.round(memory / 1024 / 1024),
  };
}

async function timeGrowth(files: readonly string[]): Promise<ReadingTimes['growth']> {
  const points: { kilobytes: number; ms: number }[] = [];
  for (const file of files) {
    const mail = readFileSync(file);
    await read(mail);
    points.push({ kilobytes: Number(basename(file, '.eml')), ms: (await timeOne(mail)).ms });
  }
  return points.toSorted((a, b) => a.kilobytes - b.kilobytes);
}

async function timeHostile(files: readonly string[]): Promise<Record<string, Timed>> {
  const results: Record<string, Timed> = {};
  for (const file of files) results[basename(file, '.eml')] = await timeOne(readFileSync(file));
  return results;
}

async function timeOne(mail: Buffer): Promise<Timed> {
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

function filesOf(group: string): string[] {
  return readdirSync(join(folder!, group))
    .sort()
    .map((name) => join(folder!, group, name));
}
