// Fits the linear model: multinomial logistic regression over hashed features by AdaGrad, in an order given by the seed. Plain loops over
// doubles, so the same bytes come out on every machine that runs the same engine.
import { BUCKETS, type Features } from '@quittance/classify/model/hash-features';
import { KINDS, type LinearModel } from '@quittance/classify/model/linear-model';
import { randomFrom, shuffled } from './random.ts';
import { softmax } from './softmax.ts';

export interface LinearExample {
  readonly features: Features;
  readonly kind: number;
  readonly weight: number;
}

export interface LinearOptions {
  readonly seed: string;
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
}

const COUNT = KINDS.length;

export function fitLinear(examples: readonly LinearExample[], { seed, epochs, rate, decay }: LinearOptions): LinearModel {
  const weights = new Float64Array(BUCKETS * COUNT);
  const squares = new Float64Array(BUCKETS * COUNT).fill(1e-6);
  const bias = new Float64Array(COUNT);
  const biasSquares = new Float64Array(COUNT).fill(1e-6);
  const share = new Float64Array(COUNT);
  const step = ({ features: { buckets, values }, kind, weight }: LinearExample): void => {
    share.set(bias);
    for (let index = 0; index < buckets.length; index += 1) {
      const row = buckets[index]! * COUNT;
      for (let column = 0; column < COUNT; column += 1) share[column]! += values[index]! * weights[row + column]!;
    }
    softmax(share);
    for (let column = 0; column < COUNT; column += 1) share[column] = weight * (share[column]! - Number(column === kind));
    for (let column = 0; column < COUNT; column += 1) {
      biasSquares[column]! += share[column]! * share[column]!;
      bias[column]! -= (rate * share[column]!) / Math.sqrt(biasSquares[column]!);
    }
    for (let index = 0; index < buckets.length; index += 1) {
      const row = buckets[index]! * COUNT;
      for (let column = 0; column < COUNT; column += 1) {
        const at = row + column;
        const slope = values[index]! * share[column]! + decay * weight * weights[at]!;
        squares[at]! += slope * slope;
        weights[at]! -= (rate * slope) / Math.sqrt(squares[at]!);
      }
    }
  };
  for (let epoch = 0; epoch < epochs; epoch += 1) for (const example of shuffled(examples, randomFrom(`${seed} ${epoch}`))) step(example);
  return quantize(weights, bias);
}

function quantize(weights: Float64Array, bias: Float64Array): LinearModel {
  const most = new Float64Array(COUNT);
  for (let at = 0; at < weights.length; at += 1) most[at % COUNT] = Math.max(most[at % COUNT]!, Math.abs(weights[at]!));
  const scales = Array.from(most, (value) => Number((value / 127 || 1e-6).toPrecision(6)));
  const bytes = new Int8Array(weights.length);
  for (let at = 0; at < weights.length; at += 1) bytes[at] = Math.max(-127, Math.min(127, Math.round(weights[at]! / scales[at % COUNT]!)));
  return { bias: Array.from(bias, (value) => Number(value.toPrecision(6))), scales, weights: bytes };
}
