// From skeletons to the model the product ships. The word model is fitted five times without one fifth of the skeletons, so that the
// stacker learns from word scores as they are on text never seen; the shipped word model is then fitted on all. What sentences tell needs no such
// care: that model learned from other texts.
import { BUCKETS } from '@quittance/classify/model/hash-features';
import { KINDS, scoreWords, type LinearModel } from '@quittance/classify/model/linear-model';
import { stackInputs } from '@quittance/classify/model/stack-inputs';
import { withTellings } from '@quittance/classify/model/sentence-model';
import { stack, type Stacker } from '@quittance/classify/model/stacker';
import { fitLinear } from './fit-linear.ts';
import { fitStacker, type StackExample } from './fit-stacker.ts';
import { FOLDS, type Example } from './read-examples.ts';

export interface TrainedModel {
  readonly linear: LinearModel;
  readonly stacker: Stacker;
  readonly metrics: TrainingMetrics;
}

/** Of skeletons that neither model had seen. */
export interface TrainingMetrics {
  readonly wordsAccuracy: number;
  readonly accuracy: number;
  readonly logLoss: number;
  readonly calibrationError: number;
}

interface Row extends StackExample {
  readonly fold: number;
  readonly isCopy: boolean;
  readonly wordsRight: boolean;
}

/** With one order, a dozen more skeletons moved single counts by five. */
const ORDERS = 3;
const RATE = 0.3;
const DECAY = 1e-5;

export interface TrainingLength {
  /** Passes of the word model over all examples. */
  readonly epochs: number;
  /** Steps of the stacker. */
  readonly rounds: number;
}

export function trainModel(
  examples: readonly Example[],
  told: LinearModel,
  seed: string,
  { epochs, rounds }: TrainingLength = { epochs: 8, rounds: 400 },
): TrainedModel {
  const fit = (part: readonly Example[]): LinearModel =>
    fitLinear(
      part.map(({ signals, kind, weight }) => ({ features: signals.features, kind, weight })),
      { seed, orders: ORDERS, epochs, rate: RATE, decay: DECAY, buckets: BUCKETS, classes: KINDS.length },
    );
  const rows: Row[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const model = fit(examples.filter((example) => example.fold !== fold));
    rows.push(...examples.filter((example) => example.fold === fold).flatMap((example) => rowsOf(example, model, told)));
  }
  return { linear: fit(examples), stacker: fitStacker(rows, rounds), metrics: measure(rows, rounds) };
}

function rowsOf({ signals, unruled, kind, weight, fold }: Example, model: LinearModel, told: LinearModel): Row[] {
  const words = scoreWords(model, signals.features);
  const wordsRight = words.indexOf(Math.max(...words)) === kind;
  const row = { kind, fold, wordsRight };
  const own = { ...row, weight, isCopy: false, inputs: stackInputs(withTellings(told, signals), words) };
  if (!unruled) return [own];
  return [own, { ...row, weight: weight / 2, isCopy: true, inputs: stackInputs(withTellings(told, unruled), words) }];
}

function measure(rows: readonly Row[], rounds: number): TrainingMetrics {
  const judged: { confidence: number; right: boolean; weight: number; loss: number }[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const stacker = fitStacker(
      rows.filter((row) => row.fold !== fold),
      rounds,
    );
    for (const row of rows) {
      if (row.fold !== fold || row.isCopy) continue;
      const shares = stack(stacker, row.inputs);
      const confidence = Math.max(...shares);
      judged.push({ confidence, right: shares.indexOf(confidence) === row.kind, weight: row.weight, loss: -Math.log(shares[row.kind]!) });
    }
  }
  const total = judged.reduce((sum, { weight }) => sum + weight, 0);
  const mean = (value: (item: (typeof judged)[0]) => number): number =>
    round(judged.reduce((sum, item) => sum + item.weight * value(item), 0) / total);
  const own = rows.filter((row) => !row.isCopy);
  return {
    wordsAccuracy: round(own.reduce((sum, row) => sum + row.weight * Number(row.wordsRight), 0) / total),
    accuracy: mean((item) => Number(item.right)),
    logLoss: mean((item) => item.loss),
    calibrationError: calibrationError(judged),
  };
}

/** Expected calibration error of the top kind over 15 bins of equal numbers. */
function calibrationError(judged: readonly { confidence: number; right: boolean }[]): number {
  const sorted = judged.toSorted((a, b) => a.confidence - b.confidence);
  let error = 0;
  for (let bin = 0; bin < 15; bin += 1) {
    const items = sorted.slice(Math.floor((bin * sorted.length) / 15), Math.floor(((bin + 1) * sorted.length) / 15));
    error += Math.abs(items.reduce((sum, { confidence, right }) => sum + confidence - Number(right), 0));
  }
  return round(error / Math.max(1, sorted.length));
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
