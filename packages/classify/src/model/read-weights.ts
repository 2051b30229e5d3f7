// The model files: what `npm run train` wrote, decoded once. Their `data` is a hash of the texts they were trained on.
import { FOREIGN_SENSES } from '../foreign/foreign-senses.ts';
import { FOREIGN_BUCKETS } from './foreign-model.ts';
import foreignCommitted from './foreign-weights.json' with { type: 'json' };
import { BUCKETS, SENTENCE_BUCKETS } from './hash-features.ts';
import { KINDS, type LinearModel } from './linear-model.ts';
import { TELLINGS } from './sentence-model.ts';
import sentences from './sentence-weights.json' with { type: 'json' };
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
  readonly linear: PackedWeights;
}

/** sentence-weights.json. */
export interface SentenceWeightsFile {
  readonly format: 1;
  readonly seed: string;
  /** SHA-256 over the sentence files. */
  readonly data: string;
  readonly sentences: number;
  /** Measured on sentences held out. */
  readonly metrics: Readonly<Record<string, number>>;
  readonly tellings: readonly string[];
  readonly linear: PackedWeights;
}

/** foreign-weights.json. */
export interface ForeignWeightsFile {
  readonly format: 1;
  readonly seed: string;
  /** SHA-256 over the skeleton files. */
  readonly data: string;
  /** Measured on languages held out. */
  readonly metrics: Readonly<Record<string, number>>;
  readonly kinds: readonly string[];
  /** Names of what the features are made of. */
  readonly senses: readonly string[];
  readonly linear: PackedWeights;
}

export interface PackedWeights {
  readonly bias: readonly number[];
  readonly scales: readonly number[];
  /** Base64 of one signed byte a bucket and class. */
  readonly weights: string;
}

export interface Model {
  readonly linear: LinearModel;
  /** Of sentences, by TELLINGS. */
  readonly told: LinearModel;
  /** Of mail in languages without rules, by KINDS. */
  readonly foreign: LinearModel;
  readonly stacker: Stacker;
  readonly languages: ReadonlySet<string>;
}

/** @throws an Error when a file is not of this version of the code. */
export function readWeights(file: WeightsFile, sentences: SentenceWeightsFile, foreignFile: ForeignWeightsFile): Model {
  const [linear, told, foreign] = [unpack(file.linear), unpack(sentences.linear), unpack(foreignFile.linear)];
  const fits =
    linear.weights.length === BUCKETS * KINDS.length &&
    told.weights.length === SENTENCE_BUCKETS * TELLINGS.length &&
    foreign.weights.length === FOREIGN_BUCKETS * KINDS.length;
  const names = [
    [file.kinds, KINDS],
    [foreignFile.kinds, KINDS],
    [foreignFile.senses, FOREIGN_SENSES],
    [sentences.tellings, TELLINGS],
  ] as const;
  if (!fits || names.some(([written, known]) => written.join() !== known.join())) {
    throw new Error('The model files do not fit this version: run npm run train.');
  }
  const { shared, own, other } = file.stacker;
  return {
    linear,
    told,
    foreign,
    stacker: { shared, own, other },
    languages: new Set(file.languages),
  };
}

function unpack({ bias, scales, weights }: PackedWeights): LinearModel {
  const bytes = Buffer.from(weights, 'base64');
  return { bias, scales, weights: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length) };
}

let model: Model | null = null;

/** The models in the repository, decoded at first use. */
export function committedModel(): Model {
  model ??= readWeights(
    committed as unknown as WeightsFile,
    sentences as unknown as SentenceWeightsFile,
    foreignCommitted as unknown as ForeignWeightsFile,
  );
  return model;
}
