// The trained model as the file that is committed: a few lines of JSON to read, and the word weights as one Base64 string.
import { KINDS, type LinearModel } from '@quittance/classify/model/linear-model';
import { FOREIGN_SENSES } from '@quittance/classify/foreign/foreign-senses';
import type { ForeignWeightsFile, PackedWeights, SentenceWeightsFile, WeightsFile } from '@quittance/classify/model/read-weights';
import { TELLINGS } from '@quittance/classify/model/sentence-model';
import type { TrainedForeign } from './train-foreign.ts';
import type { TrainedModel } from './train-model.ts';
import type { TrainedSentences } from './train-sentences.ts';

export type Provenance = Pick<WeightsFile, 'seed' | 'data' | 'skeletons' | 'corrections' | 'languages'>;

export function packWeights({ linear, stacker, metrics }: TrainedModel, provenance: Provenance): WeightsFile {
  return {
    format: 1,
    ...provenance,
    metrics: { ...metrics },
    kinds: KINDS,
    stacker,
    linear: pack(linear),
  };
}

export function packSentenceWeights(
  { linear, metrics }: TrainedSentences,
  provenance: Pick<SentenceWeightsFile, 'seed' | 'data' | 'sentences'>,
): SentenceWeightsFile {
  return { format: 1, ...provenance, metrics, tellings: TELLINGS, linear: pack(linear) };
}

export function packForeignWeights(
  { linear, metrics }: TrainedForeign,
  provenance: Pick<ForeignWeightsFile, 'seed' | 'data'>,
): ForeignWeightsFile {
  return { format: 1, ...provenance, metrics, kinds: KINDS, senses: FOREIGN_SENSES, linear: pack(linear) };
}

function pack({ weights, bias, scales }: LinearModel): PackedWeights {
  return { bias, scales, weights: Buffer.from(weights.buffer, weights.byteOffset, weights.length).toString('base64') };
}

/** One member a line, so that a change of the figures is readable in a diff. */
export function writeWeights(file: WeightsFile | SentenceWeightsFile | ForeignWeightsFile): string {
  const members = Object.entries(file).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  return `{\n${members.join(',\n')}\n}\n`;
}
