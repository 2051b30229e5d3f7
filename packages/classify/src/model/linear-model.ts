// The trained linear models: one weight a bucket and class, multinomial logistic. The word model says how likely each kind is by the words alone; never
// decides (decide.ts does). The weights are those of weights.json, made by `npm run train`.
import { EVENT_KINDS, type MessageKind } from '@quittance/domain/event-kind';
import type { Clause } from '../read-clauses.ts';
import type { Features } from './feature-sums.ts';

/** The order of all per-kind rows and columns. */
export const KINDS: readonly MessageKind[] = [...EVENT_KINDS, 'other'];

export interface LinearModel {
  readonly bias: readonly number[];
  /** By class: what one step of its quantised weights is worth. */
  readonly scales: readonly number[];
  /** Bucket by bucket, one signed byte a class. */
  readonly weights: Int8Array;
}

/** Logarithms of the classes' probabilities: of the word model in the order of KINDS. */
export function scoreWords(model: LinearModel, { buckets, values }: Features): number[] {
  return scoreFirst(model, buckets, values, buckets.length);
}

/** Room for one sum a class, used again by each call. */
const sums = new Float64Array(64);

/** The same over the first `count` of the buckets. */
export function scoreFirst({ bias, scales, weights }: LinearModel, buckets: Uint32Array, values: Float64Array, count: number): number[] {
  const classes = bias.length;
  sums.fill(0);
  for (let index = 0; index < count; index += 1) {
    const row = buckets[index]! * classes;
    const value = values[index]!;
    for (let at = 0; at < classes; at += 1) sums[at]! += value * weights[row + at]!;
  }
  return logSoftmax(bias.map((start, at) => sums[at]! * scales[at]! + start));
}

export function logSoftmax(logits: readonly number[]): number[] {
  const max = Math.max(...logits);
  let sum = 0;
  for (const logit of logits) sum += Math.exp(logit - max);
  const total = max + Math.log(sum);
  return logits.map((logit) => logit - total);
}

/**
 * The clause whose words speak most for `kind` against the mean of the others; null when none speaks for it.
 * @param bucketsOf the features of one clause, as the model learned them.
 */
export function tellingClause(
  model: LinearModel,
  kind: MessageKind,
  clauses: readonly Clause[],
  bucketsOf: (clause: Clause) => Uint32Array,
): Clause | null {
  const column = KINDS.indexOf(kind);
  let best: Clause | null = null;
  let most = 0;
  for (const clause of clauses) {
    let weight = 0;
    for (const bucket of bucketsOf(clause)) weight += contrast(model, bucket, column);
    if (weight > most) [best, most] = [clause, weight];
  }
  return best;
}

function contrast(model: LinearModel, bucket: number, column: number): number {
  const row = bucket * KINDS.length;
  let others = 0;
  for (let kind = 0; kind < KINDS.length; kind += 1) if (kind !== column) others += model.weights[row + kind]! * model.scales[kind]!;
  return model.weights[row + column]! * model.scales[column]! - others / (KINDS.length - 1);
}
