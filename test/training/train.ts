// npm run train [-- --corrections DIR] [--seed TEXT] [--out FILE]: builds packages/classify/src/model/weights.json from the skeletons in
// packages/classify/training, and from a person's own corrected mails where a folder of them is given (format of docs/accuracy.md). The
// same skeletons and seed give the same bytes on every machine.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { WeightsFile } from '@quittance/classify/model/read-weights';
import { readCorrections } from './read-corrections.ts';
import { readExamples } from './read-examples.ts';
import { hashSkeletons, readSkeletons } from './skeletons.ts';
import { trainModel } from './train-model.ts';
import { packWeights, writeWeights } from './pack-weights.ts';

const WEIGHTS_FILE = resolve(import.meta.dirname, '../../packages/classify/src/model/weights.json');
const SEED = 'quittance';
const RENDERINGS = 3;

const { values: options } = parseArgs({
  options: { corrections: { type: 'string' }, seed: { type: 'string', default: SEED }, out: { type: 'string', default: WEIGHTS_FILE } },
});
const { seed, corrections: folder, out } = options;
const skeletons = readSkeletons();
const examples = await readExamples(skeletons, seed, RENDERINGS);
const corrections = folder ? await readCorrections(folder) : [];
const trained = trainModel([...examples, ...corrections], seed);
const file: WeightsFile = packWeights(trained, {
  seed,
  data: hashSkeletons(),
  skeletons: skeletons.length,
  corrections: folder
    ? createHash('sha256')
        .update(readFileSync(join(folder, 'labels.jsonl')))
        .digest('hex')
    : null,
  languages: [...new Set(skeletons.map(({ language }) => language))].sort(),
});
writeFileSync(out, writeWeights(file));
console.log(
  JSON.stringify({ out, skeletons: skeletons.length, examples: examples.length, corrections: corrections.length, ...trained.metrics }),
);
