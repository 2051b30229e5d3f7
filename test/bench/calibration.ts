// Whether a confidence of 0.9 is right nine times in ten, and what would be gained by deciding less: expected calibration error and the
// coverage–risk curve of an accuracy run.
import { isRight, type Judged } from './judged.ts';

export interface Bin {
  readonly messages: number;
  readonly confidence: number;
  readonly accuracy: number;
}

export interface Calibration {
  /** Mean distance between confidence and share right, over 15 bins of equal numbers of mails. */
  readonly error: number;
  /** What that distance would be on average if every confidence were exact: chance alone moves the shares of bins this small. */
  readonly byChance: number;
  readonly bins: readonly Bin[];
}

const BINS = 15;

/** Of all mails, whatever was decided: the confidence is that of the kind named. */
export function calibrate(judged: readonly Judged[]): Calibration {
  const sorted = judged.toSorted((a, b) => a.read.confidence - b.read.confidence);
  const bins = Array.from({ length: Math.min(BINS, sorted.length) }, (_, bin) => {
    const items = sorted.slice(Math.floor((bin * sorted.length) / BINS), Math.floor(((bin + 1) * sorted.length) / BINS));
    const mean = (value: (item: Judged) => number): number => items.reduce((sum, item) => sum + value(item), 0) / Math.max(1, items.length);
    const variance = items.reduce((sum, { read }) => sum + read.confidence * (1 - read.confidence), 0);
    return {
      messages: items.length,
      variance,
      confidence: mean(({ read }) => read.confidence),
      accuracy: mean((item) => Number(isRight(item))),
    };
  });
  const error = bins.reduce((sum, bin) => sum + bin.messages * Math.abs(bin.confidence - bin.accuracy), 0) / Math.max(1, sorted.length);
  // The mean absolute value of a normal variable is its deviation times the root of 2/π.
  const byChance = bins.reduce((sum, bin) => sum + Math.sqrt((2 / Math.PI) * bin.variance), 0) / Math.max(1, sorted.length);
  return { error, byChance, bins: bins.map(({ messages, confidence, accuracy }) => ({ messages, confidence, accuracy })) };
}

export interface CoveragePoint {
  readonly coverage: number;
  readonly risk: number;
  /** The confidence from which on this part would be decided. */
  readonly from: number;
}

/** Share wrong among the surest tenth, two tenths, … of all mails. */
export function coverageRisk(judged: readonly Judged[]): CoveragePoint[] {
  const sorted = judged.toSorted((a, b) => b.read.confidence - a.read.confidence);
  return Array.from({ length: 10 }, (_, tenth) => {
    const part = sorted.slice(0, Math.max(1, Math.round(((tenth + 1) * sorted.length) / 10)));
    const wrong = part.filter((item) => !isRight(item)).length;
    return { coverage: (tenth + 1) / 10, risk: wrong / Math.max(1, part.length), from: part.at(-1)?.read.confidence ?? 1 };
  });
}
