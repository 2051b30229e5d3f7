// The committed model belongs to the skeletons beside it, and training gives the same bytes each time: on a part of the skeletons, since the
// whole takes a minute.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { WeightsFile } from '@quittance/classify/model/read-weights';
import { expect, it } from 'vitest';
import { packWeights, writeWeights } from './pack-weights.ts';
import { readExamples } from './read-examples.ts';
import { hashSkeletons, parseFile, readSkeletons } from './skeletons.ts';
import { trainModel } from './train-model.ts';

const WEIGHTS = resolve(import.meta.dirname, '../../packages/classify/src/model/weights.json');
const committed = JSON.parse(readFileSync(WEIGHTS, 'utf8')) as WeightsFile;
const skeletons = readSkeletons();

it('was trained on the skeletons that are there: otherwise run npm run train', () => {
  expect(committed.data).toBe(hashSkeletons());
  expect(committed.skeletons).toBe(skeletons.length);
  expect(committed.corrections, 'corrections are private and never committed').toBeNull();
});

it('is small enough to be committed', () => {
  expect(readFileSync(WEIGHTS).length).toBeLessThan(1_500_000);
});

it('gives the same bytes twice, and others for another seed', async () => {
  const few = skeletons.filter((_, index) => index % 70 === 0);
  const train = async (seed: string): Promise<string> => {
    const trained = trainModel(await readExamples(few, seed, 1), seed, { epochs: 1, rounds: 5 });
    return writeWeights(packWeights(trained, { seed, data: '', skeletons: few.length, corrections: null, languages: [] }));
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
