// From skeletons in nine languages to the model of those that have none: over what words mean only. One language at a time is held out for the metrics,
// which stands for a language that was never learned.
import { FOREIGN_BUCKETS, foreignFeatures } from '@quittance/classify/model/foreign-model';
import { KINDS, scoreWords, type LinearModel } from '@quittance/classify/model/linear-model';
import { fitLinear, type LinearExample } from './fit-linear.ts';
import type { Example } from './read-examples.ts';

export interface TrainedForeign {
  readonly linear: LinearModel;
  /** Of the mails of each language held out: the share told rightly, of fifteen kinds; the mean and the worst. */
  readonly metrics: Readonly<Record<string, number>>;
}

/** Few passes: a model that knows the skeletons by heart knows other languages less well. */
const OPTIONS = { epochs: 2, rate: 0.3, decay: 1e-5, orders: 3, buckets: FOREIGN_BUCKETS, classes: KINDS.length };

export function trainForeign(examples: readonly Example[], seed: string): TrainedForeign {
  const rows = examples.map(({ signals, kind, weight, language }) => ({
    features: foreignFeatures(signals.clauses, language),
    kind,
    weight,
    language,
  }));
  const languages = [...new Set(rows.map(({ language }) => language))].toSorted();
  const transfers = languages.map((language) => {
    const linear = fitLinear(
      rows.filter((row) => row.language !== language),
      { ...OPTIONS, seed },
    );
    return accuracy(
      linear,
      rows.filter((row) => row.language === language),
    );
  });
  const mean = transfers.reduce((sum, share) => sum + share, 0) / Math.max(1, transfers.length);
  return {
    linear: fitLinear(rows, { ...OPTIONS, seed }),
    metrics: { transfer: round(mean), worstTransfer: round(Math.min(...transfers)) },
  };
}

function accuracy(linear: LinearModel, rows: readonly LinearExample[]): number {
  let right = 0;
  let all = 0;
  for (const { features, kind, weight } of rows) {
    const shares = scoreWords(linear, features);
    all += weight;
    if (shares.indexOf(Math.max(...shares)) === kind) right += weight;
  }
  return right / Math.max(1, all);
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
