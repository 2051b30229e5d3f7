// Logits to probabilities in place, without overflow.

export function softmax(values: Float64Array): void {
  let max = -Infinity;
  for (const value of values) max = Math.max(max, value);
  let total = 0;
  for (let index = 0; index < values.length; index += 1) total += values[index] = Math.exp(values[index]! - max);
  for (let index = 0; index < values.length; index += 1) values[index]! /= total;
}
