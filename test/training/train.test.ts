// The committed model belongs to the skeletons beside it, and training gives the same bytes each time: on a part of the skeletons, since the
// whole takes a minute.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ForeignWeightsFile, SentenceWeightsFile, WeightsFile } from '@quittance/classify/model/read-weights';
import { expect, it } from 'vitest';
import { packForeignWeights, packSentenceWeights, packWeights, writeWeights } from './pack-weights.ts';
import { readExamples } from './read-examples.ts';
import { hashSkeletons, parseFile, readSkeletons } from './skeletons.ts';
import { hashSentences, parseSentences, readSentences } from './sentences.ts';
import { trainForeign } from './train-foreign.ts';
import { trainModel } from './train-model.ts';
import { readSentenceExamples, trainSentences } from './train-sentences.ts';

const MODEL = resolve(import.meta.dirname, '../../packages/classify/src/model');
const WEIGHTS = join(MODEL, 'weights.json');
const SENTENCE_WEIGHTS = join(MODEL, 'sentence-weights.json');
const FOREIGN_WEIGHTS = join(MODEL, 'foreign-weights.json');
const committed = JSON.parse(readFileSync(WEIGHTS, 'utf8')) as WeightsFile;
const told = JSON.parse(readFileSync(SENTENCE_WEIGHTS, 'utf8')) as SentenceWeightsFile;
const foreign = JSON.parse(readFileSync(FOREIGN_WEIGHTS, 'utf8')) as ForeignWeightsFile;
const skeletons = readSkeletons();
const sentences = readSentences();

it('was trained on the skeletons that are there: otherwise run npm run train', () => {
  expect(committed.data).toBe(hashSkeletons());
  expect(committed.skeletons).toBe(skeletons.length);
  expect(foreign.data).toBe(hashSkeletons());
  expect(told.data).toBe(hashSentences());
  expect(told.sentences).toBe(sentences.length);
  expect(committed.corrections, 'corrections are private and never committed').toBeNull();
});

it('is small enough to be committed', () => {
  expect(readFileSync(WEIGHTS).length).toBeLessThan(1_500_000);
  expect(readFileSync(SENTENCE_WEIGHTS).length).toBeLessThan(900_000);
  expect(readFileSync(FOREIGN_WEIGHTS).length).toBeLessThan(200_000);
});

// Three trainings: beside other programs on two cores they take longer than what hangs may.
it('gives the same bytes twice, and others for another seed', { timeout: 120_000 }, async () => {
  const few = skeletons.filter((_, index) => index % 70 === 0);
  const fewSentences = sentences.filter((_, index) => index % 50 === 0);
  const train = async (seed: string): Promise<string> => {
    const sentenceModel = trainSentences(readSentenceExamples(fewSentences, seed), seed, 1);
    const examples = await readExamples(few, seed, 1);
    const trained = trainModel(examples, sentenceModel.linear, seed, { epochs: 1, rounds: 5 });
    const files = [
      packSentenceWeights(sentenceModel, { seed, data: '', sentences: fewSentences.length }),
      packWeights(trained, { seed, data: '', skeletons: few.length, corrections: null, languages: [] }),
      packForeignWeights(trainForeign(examples, seed), { seed, data: '' }),
    ];
    return files.map(writeWeights).join('');
  };
  const first = await train('a');
  expect(await train('a')).toBe(first);
  expect(await train('b')).not.toBe(first);
});

it('fills every skeleton without a slip in a slot', async () => {
  expect(
    await readExamples(
      skeletons.filter((_, index) => index % 9 === 0),
      'slots',
      1,
    ),
  ).not.toHaveLength(0);
});

it('names what is wrong with a skeleton', () => {
  const parse = (text: string) => () => parseFile(join('en', 'refund.txt'), text);
  expect(parse('Subject: x\nBody without an empty line')).toThrow('en/refund#1: "Body without');
  expect(parse('Tags: y\n\nbody')).toThrow('there is no Subject');
  expect(() => parseFile(join('en', 'refunds.txt'), 'Subject: x\n\nbody')).toThrow('there is no kind "refunds"');
});

it('names what is wrong with a sentence', () => {
  expect(() => parseSentences('en.txt', '# ends\nYour line is cut.')).toThrow('en.txt:1: there is no class "ends"');
  expect(() => parseSentences('en.txt', 'Your line is cut.')).toThrow('en.txt:1: a heading');
  expect(parseSentences('en.txt', '# ended\n\nYour line is cut.\n')).toMatchObject([{ name: 'en/ended#1', telling: 'ended' }]);
});
