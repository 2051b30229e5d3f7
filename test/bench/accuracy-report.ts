// An accuracy run as text: the whole, the halves by source, the languages, and what was read wrong.
import { summarize, type Summary } from './accuracy-metrics.ts';
import type { Share } from './share.ts';
import { isRight, type Judged } from './judged.ts';

export interface Speed {
  readonly messagesPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly memoryMb: number;
}

export function printReport(groups: ReadonlyMap<string, readonly Judged[]>, speed: Speed): void {
  const [first, ...rest] = [...groups];
  for (const [name, items] of [first!, ...rest.filter(([name]) => name.includes('half') || name.startsWith('tier'))])
    printSummary(name, summarize(items));
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
    `\n${speed.messagesPerSecond} messages/s of one core from bytes to decision, p50 ${speed.p50Ms.toFixed(2)} ms, p99 ${speed.p99Ms.toFixed(2)} ms, ${speed.memoryMb} MB`,
  );
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
    `calibration error ${figure(summary.calibration.error)} (by chance alone ${figure(summary.calibration.byChance)}) · surest ${summary.coverageRisk.map(({ coverage, risk }) => `${coverage * 100} %: ${figure(risk)}`).join(' · ')} wrong`,
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

export function printErrors(judged: readonly Judged[]): void {
  for (const { mail, read } of judged) {
    if (isRight({ mail, read })) continue;
    const reasons = read.reasons
      .filter((reason) => reason.field === 'kind' || reason.field === 'veto')
      .map((reason) => `${reason.rule} "${reason.quote}"`);
    console.log(
      `\n${mail.file} ${mail.language}: ${mail.label}, read as ${read.kind} (${read.decided} ${read.confidence})\n  ${reasons.join('\n  ')}`,
    );
  }
}

function range(score: Share): string {
  return score.value === null ? '–' : `${figure(score.value)} [${figure(score.low)}–${figure(score.high)}] ${score.hits}/${score.of}`;
}

function figure(value: number | null): string {
  return value === null ? '–' : value.toFixed(3);
}
