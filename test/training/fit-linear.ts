// Fits the linear model: multinomial logistic regression over hashed features by AdaGrad, in an order given by the seed. Plain loops over
// doubles, so the same bytes come out on every machine that runs the same engine.
import type { Features } from '@quittance/classify/model/feature-sums';
import type { LinearModel } from '@quittance/classify/model/linear-model';
import { randomFrom, shuffled } from './random.ts';
import { softmax } from './softmax.ts';

export interface LinearExample {
  readonly features: Features;
  /** The class it is of. */
  readonly kind: number;
  readonly weight: number;
}

export interface LinearOptions {
  readonly buckets: number;
  readonly classes: number;
  readonly seed: string;
  /** How many orders of the examples are fitted in; the mean of their weights hangs on none of them. */
  readonly orders?: number;
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
}

export function fitLinear(examples: readonly LinearExample[], options: LinearOptions): LinearModel {
  const { seed, orders = 1, buckets, classes } = options;
  const weights = new Float64Array(buckets * classes);
  const bias = new Float64Array(classes);
  for (let order = 0; order < orders; order += 1) {
    const one = fitInOrder(examples, options, `${seed} ${order}`);
    for (let at = 0; at < weights.length; at += 1) weights[at]! += one.weights[at]! / orders;
    for (let column = 0; column < classes; column += 1) bias[column]! += one.bias[column]! / orders;
  }
  return quantize(weights, bias);
}

function fitInOrder(
  examples: readonly LinearExample[],
  options: LinearOptions,
  seed: string,
): { weights: Float64Array; bias: Float64Array } {
  const { epochs, rate, decay, buckets: size, classes } = options;
  const weights = new Float64Array(size * classes);
  const squares = new Float64Array(size * classes).fill(1e-6);
  const bias = new Float64Array(classes);
  const biasSquares = new Float64Array(classes).fill(1e-6);
  const share = new Float64Array(classes);
  const step = ({ features: { buckets, values }, kind, weight }: LinearExample): void => {
    share.set(bias);
    for (let index = 0; index < buckets.length; index += 1) {
      const row = buckets[index]! * classes;
      for (let column = 0; column < classes; column += 1) share[column]! += values[index]! * weights[row + column]!;
    }
    softmax(share);
    for (let column = 0; column < classes; column += 1) share[column] = weight * (share[column]! - Number(column === kind));
    for (let column = 0; column < classes; column += 1) {
      biasSquares[column]! += share[column]! * share[column]!;
      bias[column]! -= (rate * share[column]!) / Math.sqrt(biasSquares[column]!);
    }
    for (let index = 0; index < buckets.length; index += 1) {
      const row = buckets[index]! * classes;
      for (let column = 0; column < classes; column += 1) {
        const at = row + column;
        const slope = values[index]! * share[column]! + decay * weight * weights[at]!;
        squares[at]! += slope * slope;
        weights[at]! -= (rate * slope) / Math.sqrt(squares[at]!);
      }
    }
  };
  for (let epoch = 0; epoch < epochs; epoch += 1) for (const example of shuffled(examples, randomFrom(`${seed} ${epoch}`))) step(example);
  return { weights, bias };
}

function quantize(weights: Float64Array, bias: Float64Array): LinearModel {
  const classes = bias.length;
  const most = new Float64Array(classes);
  for (let at = 0; at < weights.length; at += 1) most[at % classes] = Math.max(most[at % classes]!, Math.abs(weights[at]!));
  const scales = Array.from(most, (value) => Number((value / 127 || 1e-6).toPrecision(6)));
  const bytes = new Int8Array(weights.length);
  for (let at = 0; at < weights.length; at += 1)
    bytes[at] = Math.max(-127, Math.min(127, Math.round(weights[at]! / scales[at % classes]!)));
  return { bias: Array.from(bias, (value) => Number(value.toPrecision(6))), scales, weights: bytes };
}
