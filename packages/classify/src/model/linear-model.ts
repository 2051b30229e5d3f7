// The trained linear model: one weight a bucket and kind, multinomial logistic. Says how likely each kind is by the words alone; never
// decides (decide.ts does). The weights are those of weights.json, made by `npm run train`.
import { EVENT_KINDS, type MessageKind } from '@quittance/domain/event-kind';
import type { Clause } from '../read-clauses.ts';
import { bucketsOfClause, type Features } from './hash-features.ts';

/** The order of all per-kind rows and columns. */
export const KINDS: readonly MessageKind[] = [...EVENT_KINDS, 'other'];

export interface LinearModel {
  readonly bias: readonly number[];
  /** By kind: what one step of its quantised weights is worth. */
  readonly scales: readonly number[];
  /** Bucket by bucket, one signed byte a kind. */
  readonly weights: Int8Array;
}

/** Logarithms of the kinds' probabilities, in the order of KINDS. */
export function scoreWords(model: LinearModel, { buckets, values }: Features): number[] {
  const sums = new Float64Array(KINDS.length);
  for (let index = 0; index < buckets.length; index += 1) {
    const row = buckets[index]! * KINDS.length;
    const value = values[index]!;
    for (let kind = 0; kind < KINDS.length; kind += 1) sums[kind]! += value * model.weights[row + kind]!;
  }
  return logSoftmax(Array.from(sums, (sum, kind) => sum * model.scales[kind]! + model.bias[kind]!));
}

export function logSoftmax(logits: readonly number[]): number[] {
  const max = Math.max(...logits);
  const total = max + Math.log(logits.reduce((sum, logit) => sum + Math.exp(logit - max), 0));
  return logits.map((logit) => logit - total);
}

/** The clause whose words speak most for `kind` against the mean of the others; null when none speaks for it. */
export function tellingClause(
  model: LinearModel,
  kind: MessageKind,
  clauses: readonly Clause[],
  names: ReadonlySet<string>,
): Clause | null {
  const column = KINDS.indexOf(kind);
  let best: Clause | null = null;
  let most = 0;
  for (const clause of clauses) {
    let weight = 0;
    for (const bucket of bucketsOfClause(clause, names)) weight += contrast(model, bucket, column);
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
