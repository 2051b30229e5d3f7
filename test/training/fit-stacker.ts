// Fits the stacker on signals whose word scores come from models that had not seen the skeleton: conditional logistic regression by full
// gradients (Adam), pulled towards zero, the deviations of single kinds more strongly than what all kinds share.
import { EVENT_KINDS } from '@quittance/domain/event-kind';
import { KIND_INPUTS, OTHER_INPUTS, type StackInputs } from '@quittance/classify/model/stack-inputs';
import { OWN_COLUMNS, type Stacker } from '@quittance/classify/model/stacker';
import { softmax } from './softmax.ts';

export interface StackExample {
  readonly inputs: StackInputs;
  readonly kind: number;
  readonly weight: number;
}

const RATE = 0.05;
const SHARED_PULL = 0.0005;
const OWN_PULL = 0.005;

const SHARED = KIND_INPUTS.length;
const EACH = OWN_COLUMNS.length + 1;
const OWN = EVENT_KINDS.length * EACH;
const OTHERS = OTHER_INPUTS.length;
const SIZE = SHARED + OWN + OTHERS + 1;

export function fitStacker(examples: readonly StackExample[], rounds: number): Stacker {
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const flat = examples.map((example) => flatten(example, total));
  const values = new Float64Array(SIZE);
  const slopes = new Float64Array(SIZE);
  const first = new Float64Array(SIZE);
  const second = new Float64Array(SIZE);
  for (let round = 1; round <= rounds; round += 1) {
    slopesAt(flat, values, slopes);
    for (let at = 0; at < SIZE; at += 1) {
      const slope = slopes[at]! + pullOf(at) * values[at]!;
      first[at] = 0.9 * first[at]! + 0.1 * slope;
      second[at] = 0.999 * second[at]! + 0.001 * slope * slope;
      const rate = RATE * (round > rounds / 2 ? 0.2 : 1);
      values[at]! -= (rate * (first[at]! / (1 - 0.9 ** round))) / (Math.sqrt(second[at]! / (1 - 0.999 ** round)) + 1e-8);
    }
  }
  return unpack(values.map((value) => Math.round(value * 1e5) / 1e5));
}

function pullOf(at: number): number {
  return at >= SHARED && at < SHARED + OWN ? OWN_PULL : SHARED_PULL;
}

function unpack(values: Float64Array): Stacker {
  const all = Array.from(values);
  return {
    shared: all.slice(0, SHARED),
    own: EVENT_KINDS.map((_, kind) => all.slice(SHARED + kind * EACH, SHARED + (kind + 1) * EACH)),
    other: all.slice(SHARED + OWN),
  };
}

/** The rows of one example behind each other, for speed. */
interface FlatExample {
  readonly values: Float64Array;
  readonly kind: number;
  readonly weight: number;
}

const EVENTS = EVENT_KINDS.length;
const OTHER_AT = EVENTS * SHARED;

function flatten({ inputs, kind, weight }: StackExample, total: number): FlatExample {
  return { values: Float64Array.from(inputs.rows.flat()), kind, weight: weight / total };
}

function slopesAt(examples: readonly FlatExample[], at: Float64Array, slopes: Float64Array): void {
  slopes.fill(0);
  const shares = new Float64Array(EVENTS + 1);
  for (const { values, kind, weight } of examples) {
    logitsAt(values, at, shares);
    softmax(shares);
    for (let row = 0; row < EVENTS; row += 1) {
      const slope = (shares[row]! - Number(row === kind)) * weight;
      const from = row * SHARED;
      for (let column = 0; column < SHARED; column += 1) slopes[column]! += slope * values[from + column]!;
      const own = SHARED + row * EACH;
      slopes[own]! += slope;
      for (let at = 1; at < EACH; at += 1) slopes[own + at]! += slope * values[from + OWN_COLUMNS[at - 1]!]!;
    }
    const slope = (shares[EVENTS]! - Number(kind === EVENTS)) * weight;
    slopes[SHARED + OWN]! += slope;
    for (let column = 0; column < OTHERS; column += 1) slopes[SHARED + OWN + 1 + column]! += slope * values[OTHER_AT + column]!;
  }
}

/** The same sums as stackLogits, over flat numbers. */
function logitsAt(values: Float64Array, at: Float64Array, logits: Float64Array): void {
  for (let row = 0; row < EVENTS; row += 1) {
    const own = SHARED + row * EACH;
    const from = row * SHARED;
    let sum = at[own]!;
    for (let index = 1; index < EACH; index += 1) sum += at[own + index]! * values[from + OWN_COLUMNS[index - 1]!]!;
    for (let column = 0; column < SHARED; column += 1) sum += at[column]! * values[from + column]!;
    logits[row] = sum;
  }
  let sum = at[SHARED + OWN]!;
  for (let column = 0; column < OTHERS; column += 1) sum += at[SHARED + OWN + 1 + column]! * values[OTHER_AT + column]!;
  logits[EVENTS] = sum;
}
