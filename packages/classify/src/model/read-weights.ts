// The model file: what `npm run train` wrote, decoded once. Its `data` is a hash of the skeletons it was trained on.
import { BUCKETS } from './hash-features.ts';
import { KINDS, type LinearModel } from './linear-model.ts';
import type { Stacker } from './stacker.ts';
import committed from './weights.json' with { type: 'json' };

/** weights.json. */
export interface WeightsFile {
  readonly format: 1;
  readonly seed: string;
  /** SHA-256 over the skeleton files. */
  readonly data: string;
  readonly skeletons: number;
  /** SHA-256 over the corrections used beside them, or null. */
  readonly corrections: string | null;
  readonly languages: readonly string[];
  /** Measured on skeletons held out. */
  readonly metrics: Readonly<Record<string, number>>;
  readonly kinds: readonly string[];
  readonly stacker: { readonly shared: readonly number[]; readonly own: readonly (readonly number[])[]; readonly other: readonly number[] };
  readonly linear: {
    readonly bias: readonly number[];
    readonly scales: readonly number[];
    /** Base64 of one signed byte a bucket and kind. */
    readonly weights: string;
  };
}

export interface Model {
  readonly linear: LinearModel;
  readonly stacker: Stacker;
  readonly languages: ReadonlySet<string>;
}

/** @throws an Error when the file is not of this version of the code. */
export function readWeights(file: WeightsFile): Model {
  const bytes = Buffer.from(file.linear.weights, 'base64');
  if (bytes.length !== BUCKETS * KINDS.length || file.kinds.join() !== KINDS.join()) {
    throw new Error('The model file does not fit this version: run npm run train.');
  }
  const weights = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  const { shared, own, other } = file.stacker;
  return {
    linear: { bias: file.linear.bias, scales: file.linear.scales, weights },
    stacker: { shared, own, other },
    languages: new Set(file.languages),
  };
}

let model: Model | null = null;

/** The model in the repository, decoded at first use. */
export function committedModel(): Model {
  model ??= readWeights(committed as unknown as WeightsFile);
  return model;
}
