// From the signals of rules and words to one calibrated probability a kind: a small conditional logistic model, fitted on mails whose
// skeletons the word model had not seen (`npm run train`).
import { logSoftmax, KINDS } from './linear-model.ts';
import { REAL_MAIL } from '../weights.ts';
import { KIND_INPUTS, type StackInputs } from './stack-inputs.ts';

export interface Stacker {
  /** Weights of KIND_INPUTS, the same for every event kind. */
  readonly shared: readonly number[];
  /** By event kind: a constant, then what the columns of OWN_COLUMNS weigh more or less than `shared` says. */
  readonly own: readonly (readonly number[])[];
  /** Constant, then the weights of OTHER_INPUTS. */
  readonly other: readonly number[];
}

/** Columns that mean more for one kind than for another. */
export const OWN_COLUMNS: readonly number[] = (['explained', 'voided', 'words', 'withoutContract', 'told'] as const).map((name) =>
  KIND_INPUTS.indexOf(name),
);

/** Probabilities in the order of KINDS, of mails like the skeletons. */
export function stack(stacker: Stacker, inputs: StackInputs): number[] {
  return logSoftmax(stackLogits(stacker, inputs)).map(Math.exp);
}

/** The same for real mail. */
export function stackRealMail(stacker: Stacker, inputs: StackInputs): number[] {
  const logits = stackLogits(stacker, inputs).map((logit) => logit * REAL_MAIL.sharpness);
  logits[KINDS.length - 1]! += REAL_MAIL.other;
  return logSoftmax(logits).map(Math.exp);
}

/** What the words say, as far as they are believed on real mail. */
export function tempered(words: readonly number[]): number[] {
  return logSoftmax(words.map((word) => word * REAL_MAIL.words));
}

export function stackLogits({ shared, own, other }: Stacker, { rows }: StackInputs): number[] {
  return rows.map((row, index) => {
    if (index === KINDS.length - 1) return row.reduce((sum, value, column) => sum + value * other[column + 1]!, other[0]!);
    const ownPart = OWN_COLUMNS.reduce((sum, column, at) => sum + own[index]![at + 1]! * row[column]!, own[index]![0]!);
    return row.reduce((sum, value, column) => sum + value * shared[column]!, ownPart);
  });
}
