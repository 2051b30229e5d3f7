// How well messages are understood: npm run bench:accuracy [-- --corpus DIR] [--json] [--errors].
// Reads DIR/labels.jsonl and DIR/messages, or the sample mailbox; runs parser and classifier as the product does; exits 1 when a mail
// that is no cancellation was taken for one automatically.
import { parseArgs } from 'node:util';
import { classifyMessage } from '@quittance/classify/classify-message';
import { parseMessage } from '@quittance/mail/parse-message';
import { halfOf, readCorpus, readSample, type LabelledMail } from './accuracy-corpus.ts';
import { summarize, type Share, type Summary } from './accuracy-metrics.ts';
import { isRight, type Judged } from './judged.ts';

const { values: options } = parseArgs({
  options: { corpus: { type: 'string' }, json: { type: 'boolean', default: false }, errors: { type: 'boolean', default: false } },
});

const mails = options.corpus ? await readCorpus(options.corpus) : readSample();
const { judged, speed } = await judge(mails);
const groups = groupsOf(judged);
if (options.json)
  console.log(JSON.stringify({ speed, ...Object.fromEntries([...groups].map(([name, items]) => [name, summarize(items)])) }));
else printReport();
if (judged.some((item) => isAutomaticCancellation(item.read) && !isRight(item))) process.exitCode = 1;

interface Speed {
  readonly messagesPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

async function judge(mails: readonly LabelledMail[]): Promise<{ judged: Judged[]; speed: Speed }> {
  const judged: Judged[] = [];
  const times: number[] = [];
  // Languages are compiled at first use: not part of the measure.
  for (const mail of mails.slice(0, 20)) classifyMessage(await parseMessage(mail.raw));
  for (const mail of mails) {
    const message = await parseMessage(mail.raw);
    const started = performance.now();
    const read = classifyMessage(message);
    times.push(performance.now() - started);
    judged.push({ mail, read });
  }
  const sorted = times.toSorted((a, b) => a - b);
  const total = times.reduce((sum, time) => sum + time, 0);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!;
  return { judged, speed: { messagesPerSecond: Math.round((1000 * times.length) / total), p50Ms: at(0.5), p99Ms: at(0.99) } };
}

/** The whole, its halves by source, and the languages with at least ten mails. */
function groupsOf(judged: readonly Judged[]): Map<string, Judged[]> {
  const groups = new Map<string, Judged[]>([['all', [...judged]]]);
  const add = (name: string, item: Judged) => groups.set(name, [...(groups.get(name) ?? []), item]);
  if (options.corpus) {
    for (const item of judged) {
      const isCore = item.mail.language === 'en' || item.mail.language === 'fr';
      add(`${halfOf(item.mail)} half`, item);
      if (isCore) add(`${halfOf(item.mail)} half, en+fr`, item);
      add(`language ${item.mail.language}`, item);
    }
  }
  return new Map([...groups].filter(([, items]) => items.length >= 10).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function printReport(): void {
  const [first, ...rest] = [...groups];
  for (const [name, items] of [first!, ...rest.filter(([name]) => name.includes('half'))]) printSummary(name, summarize(items));
  console.log('\nlanguage            mails  accuracy  macro F1  false cancellations');
  for (const [name, items] of rest.filter(([name]) => name.startsWith('language'))) {
    const summary = summarize(items);
    const row = [
      name.slice(9).padEnd(18),
      String(items.length).padStart(6),
      figure(summary.accuracy.value).padStart(9),
      figure(summary.macroF1).padStart(9),
    ];
    console.log(row.join(' '), String(summary.falseCancellations.length).padStart(8));
  }
  console.log(
    `\n${speed.messagesPerSecond} messages/s on one core, p50 ${speed.p50Ms.toFixed(2)} ms, p99 ${speed.p99Ms.toFixed(2)} ms (classification without parsing)`,
  );
  if (options.errors) printErrors();
}

function printSummary(name: string, summary: Summary): void {
  console.log(`\n== ${name}: ${summary.messages} mails`);
  console.log(
    `accuracy ${range(summary.accuracy)} · macro F1 ${figure(summary.macroF1)}, of decided mail ${figure(summary.macroF1Decided)} · decided ${range(summary.accuracyDecided)} · automatic ${range(summary.accuracyAutomatic)}`,
  );
  console.log(`coverage ${range(summary.coverage)} · hard negatives taken ${range(summary.hardNegativeFalse)}`);
  console.log(
    `automatic cancellations right ${range(summary.automaticCancellations)} · false cancellations: ${summary.falseCancellations.join(', ') || 'none'}`,
  );
  const { automatic, withProbable } = summary.cancellationRecall;
  console.log(`cancellations found: automatic ${range(automatic)} · with probable ${range(withProbable)}`);
  console.log(
    `calibration error ${figure(summary.calibration.error)} · surest ${summary.coverageRisk.map(({ coverage, risk }) => `${coverage * 100} %: ${figure(risk)}`).join(' · ')} wrong`,
  );
  console.log('label                     precision               recall                  F1');
  for (const score of summary.labels) {
    console.log(`${score.label.padEnd(25)} ${range(score.precision).padEnd(23)} ${range(score.recall).padEnd(23)} ${figure(score.f1)}`);
  }
  const confused = Object.entries(summary.confusion).filter(([cell]) => cell.split(' > ')[0] !== cell.split(' > ')[1]);
  console.log(
    `confused: ${
      confused
        .sort(([, a], [, b]) => b - a)
        .map(([cell, count]) => `${cell} ${count}`)
        .join(' · ') || 'nothing'
    }`,
  );
  const fields = Object.entries(summary.fields).filter(([, score]) => score.of > 0);
  if (fields.length > 0) console.log(`fields exact: ${fields.map(([field, score]) => `${field} ${range(score)}`).join(' · ')}`);
}

/** Only of the half that may be read: the other one stays a measure. */
function printErrors(): void {
  for (const { mail, read } of judged) {
    if (isRight({ mail, read }) || (options.corpus && halfOf(mail) === 'measured')) continue;
    const reasons = read.reasons
      .filter((reason) => reason.field === 'kind' || reason.field === 'veto')
      .map((reason) => `${reason.rule} "${reason.quote}"`);
    console.log(
      `\n${mail.file} ${mail.language}: ${mail.label}, read as ${read.kind} (${read.decided} ${read.confidence})\n  ${reasons.join('\n  ')}`,
    );
  }
}

function isAutomaticCancellation(read: Judged['read']): boolean {
  return read.kind === 'cancellation_confirmed' && read.decided === 'auto';
}

function range(score: Share): string {
  return score.value === null ? '–' : `${figure(score.value)} [${figure(score.low)}–${figure(score.high)}] ${score.hits}/${score.of}`;
}

function figure(value: number | null): string {
  return value === null ? '–' : value.toFixed(3);
}
