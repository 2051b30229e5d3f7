// What must not get worse: a few counts of an accuracy run over mails of our own, compared with those committed in test/corpus/baseline.json.
// `npm run bench:accuracy -- --update` writes them anew; the change of the file is then part of the review.
import { isRight, type Judged } from './judged.ts';

/** Whole numbers, so that nothing hides in rounding. */
export interface Counts {
  readonly messages: number;
  readonly right: number;
  /** Right, and decided automatically or as probable. */
  readonly decidedRight: number;
  readonly decidedWrong: number;
  readonly automaticWrong: number;
  /** Hard negatives taken for an event. */
  readonly hardNegativesTaken: number;
  readonly automaticCancellations: number;
  readonly falseAutomaticCancellations: number;
}

export type Baseline = Readonly<Record<string, Counts>>;

export function countRun(judged: readonly Judged[]): Counts {
  const count = (test: (item: Judged) => boolean): number => judged.filter(test).length;
  const isDecided = ({ read }: Judged): boolean => read.decided !== 'abstain';
  const isAutomatic = ({ read }: Judged): boolean => read.decided === 'auto';
  const isCancellation = (item: Judged): boolean => item.read.kind === 'cancellation_confirmed' && isAutomatic(item);
  return {
    messages: judged.length,
    right: count(isRight),
    decidedRight: count((item) => isDecided(item) && isRight(item)),
    decidedWrong: count((item) => isDecided(item) && !isRight(item)),
    automaticWrong: count((item) => isAutomatic(item) && !isRight(item)),
    hardNegativesTaken: count((item) => item.mail.isHardNegative && item.read.kind !== 'other' && isDecided(item) && !isRight(item)),
    automaticCancellations: count((item) => isCancellation(item) && isRight(item)),
    falseAutomaticCancellations: count((item) => isCancellation(item) && !isRight(item)),
  };
}

const MORE_IS_BETTER: readonly (keyof Counts)[] = ['right', 'decidedRight', 'automaticCancellations'];
const LESS_IS_BETTER: readonly (keyof Counts)[] = ['decidedWrong', 'automaticWrong', 'hardNegativesTaken', 'falseAutomaticCancellations'];

/**
 * One line for each count that got worse; an automatic cancellation that is none is a loss even if the baseline had it, but for mails made
 * to deceive.
 */
export function lossesOf(name: string, now: Counts, before: Counts, isDeceptive = false): string[] {
  const losses = [
    ...MORE_IS_BETTER.filter((count) => now[count] < before[count]),
    ...LESS_IS_BETTER.filter((count) => now[count] > before[count]),
  ].map((count) => `${name}: ${count} ${before[count]} → ${now[count]}`);
  if (now.falseAutomaticCancellations > 0 && !isDeceptive)
    losses.push(`${name}: ${now.falseAutomaticCancellations} cancelled automatically that are not`);
  return losses;
}
