// How well messages are understood: npm run bench:accuracy [-- --corpus DIR] [--json] [--errors] [--update].
// Reads DIR/labels.jsonl and DIR/messages, or the sample mailbox; runs parser and classifier as the product does; exits 1 when a mail
// that is no cancellation was taken for one automatically. `--update` writes the counts that must not get worse (test/corpus/baseline.json).
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { classifyMessage } from '@quittance/classify/classify-message';
import { parseMessage } from '@quittance/mail/parse-message';
import { halfOf, readCorpus, readSample, type LabelledMail } from './accuracy-corpus.ts';
import { summarize } from './accuracy-metrics.ts';
import { printErrors, printReport, type Speed } from './accuracy-report.ts';
import { countRun, type Baseline } from './baseline.ts';
import { BASELINE_FILE, CORPORA } from './corpora.ts';
import { isRight, type Judged } from './judged.ts';

const { values: options } = parseArgs({
  options: {
    corpus: { type: 'string' },
    json: { type: 'boolean', default: false },
    errors: { type: 'boolean', default: false },
    update: { type: 'boolean', default: false },
  },
});

/** Languages by the figures they are to reach. */
const TIERS: Readonly<Record<string, readonly string[]>> = {
  'en fr': ['en', 'fr'],
  'de es it pt nl': ['de', 'es', 'it', 'pt', 'nl'],
  'pl ja': ['pl', 'ja'],
};

if (options.update) await updateBaseline();
else await report();

async function report(): Promise<void> {
  const { judged, speed } = await judge(options.corpus ? await readCorpus(options.corpus) : readSample());
  const groups = groupsOf(judged);
  if (options.json)
    console.log(JSON.stringify({ speed, ...Object.fromEntries([...groups].map(([name, items]) => [name, summarize(items)])) }));
  else printReport(groups, speed);
  // Only of the half that may be read: the other one stays a measure.
  if (options.errors) printErrors(judged.filter(({ mail }) => !options.corpus || halfOf(mail) === 'read'));
  if (judged.some((item) => item.read.kind === 'cancellation_confirmed' && item.read.decided === 'auto' && !isRight(item)))
    process.exitCode = 1;
}

async function updateBaseline(): Promise<void> {
  const baseline: Record<string, Baseline[string]> = {};
  for (const { name, folder } of CORPORA) {
    if (!existsSync(join(folder, 'labels.jsonl'))) throw new Error(`${folder} is not here: its counts would be lost.`);
    baseline[name] = countRun((await judge(await readCorpus(folder))).judged);
  }
  writeFileSync(BASELINE_FILE, `${JSON.stringify(baseline, null, 2)}\n`);
}

/** Times are of this process's processor, so that a busy machine doesn't change them. */
async function judge(mails: readonly LabelledMail[]): Promise<{ judged: Judged[]; speed: Speed }> {
  const judged: Judged[] = [];
  const times: number[] = [];
  // Languages are compiled at first use: not part of the measure.
  for (const mail of mails.slice(0, 40)) classifyMessage(await parseMessage(mail.raw));
  for (const mail of mails) {
    const started = process.cpuUsage();
    const read = classifyMessage(await parseMessage(mail.raw));
    const { user, system } = process.cpuUsage(started);
    times.push((user + system) / 1000);
    judged.push({ mail, read });
  }
  const sorted = times.toSorted((a, b) => a - b);
  const total = times.reduce((sum, time) => sum + time, 0);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!;
  const memoryMb = Math.round(process.memoryUsage().rss / 1024 / 1024);
  return { judged, speed: { messagesPerSecond: Math.round((1000 * times.length) / total), p50Ms: at(0.5), p99Ms: at(0.99), memoryMb } };
}

/** The whole, its halves by source, the groups of languages that have targets, and the languages with at least ten mails. */
function groupsOf(judged: readonly Judged[]): Map<string, Judged[]> {
  const groups = new Map<string, Judged[]>([['all', [...judged]]]);
  const add = (name: string, item: Judged) => groups.set(name, [...(groups.get(name) ?? []), item]);
  if (options.corpus) {
    for (const item of judged) {
      const tier = Object.keys(TIERS).find((name) => TIERS[name]!.includes(item.mail.language)) ?? 'other languages';
      add(`${halfOf(item.mail)} half`, item);
      add(`${halfOf(item.mail)} half, ${tier}`, item);
      add(`tier ${tier}`, item);
      add(`language ${item.mail.language}`, item);
    }
  }
  return new Map([...groups].filter(([, items]) => items.length >= 10).sort(([a], [b]) => (a < b ? -1 : 1)));
}
