// npm run train [-- --corrections DIR] [--seed TEXT] [--out DIR]: builds weights.json, sentence-weights.json and foreign-weights.json in
// packages/classify/src/model from the skeletons and sentences in packages/classify/training, and from a person's own corrected mails where a folder of
// them is given (format of docs/accuracy.md). The same texts and seed give the same bytes on every machine.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { WeightsFile } from '@quittance/classify/model/read-weights';
import { readCorrections } from './read-corrections.ts';
import { readExamples } from './read-examples.ts';
import { hashSkeletons, readSkeletons } from './skeletons.ts';
import { hashSentences, readSentences } from './sentences.ts';
import { trainForeign } from './train-foreign.ts';
import { trainModel } from './train-model.ts';
import { readSentenceExamples, trainSentences } from './train-sentences.ts';
import { packForeignWeights, packSentenceWeights, packWeights, writeWeights } from './pack-weights.ts';

const MODEL_FOLDER = resolve(import.meta.dirname, '../../packages/classify/src/model');
const SEED = 'quittance';
const RENDERINGS = 3;

const { values: options } = parseArgs({
  options: {
    corrections: { type: 'string' },
    seed: { type: 'string', default: SEED },
    out: { type: 'string', default: MODEL_FOLDER },
  },
});
const { seed, corrections: folder, out } = options;
const sentences = readSentences();
const skeletons = readSkeletons();
const data = hashSkeletons();
const examples = await readExamples(skeletons, seed, RENDERINGS);
const told = trainSentences(readSentenceExamples(sentences, seed), seed);
const corrections = folder ? await readCorrections(folder) : [];
const trained = trainModel([...examples, ...corrections], told.linear, seed);
const file: WeightsFile = packWeights(trained, {
  seed,
  data,
  skeletons: skeletons.length,
  corrections: folder
    ? createHash('sha256')
        .update(readFileSync(join(folder, 'labels.jsonl')))
        .digest('hex')
    : null,
  languages: [...new Set(skeletons.map(({ language }) => language))].sort(),
});
mkdirSync(out, { recursive: true });
writeFileSync(join(out, 'weights.json'), writeWeights(file));
const sentenceFile = packSentenceWeights(told, { seed, data: hashSentences(), sentences: sentences.length });
writeFileSync(join(out, 'sentence-weights.json'), writeWeights(sentenceFile));
const foreign = trainForeign(examples, seed);
writeFileSync(join(out, 'foreign-weights.json'), writeWeights(packForeignWeights(foreign, { seed, data })));
const counts = { sentences: sentences.length, skeletons: skeletons.length, examples: examples.length, corrections: corrections.length };
console.log(JSON.stringify({ out, ...counts, ...trained.metrics, told: told.metrics, foreign: foreign.metrics }));
