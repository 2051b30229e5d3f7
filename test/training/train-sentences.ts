// From sentences to the model that tells them apart. Each is filled, cut and read by the rules as the product does it; a fifth at a time is held
// out for the metrics.
import { detectLanguage } from '@quittance/classify/detect-language';
import { SENTENCE_BUCKETS, hashSentence } from '@quittance/classify/model/hash-features';
import { scoreWords, type LinearModel } from '@quittance/classify/model/linear-model';
import { TELLINGS, TOKENS_MIN, type Telling } from '@quittance/classify/model/sentence-model';
import { ownAddresses } from '@quittance/classify/own-addresses';
import { readSignals } from '@quittance/classify/read-signals';
import { buildMessage } from '@quittance/testing/message-builder';
import { fillSkeleton } from './fill-skeleton.ts';
import { fitLinear, type LinearExample } from './fit-linear.ts';
import { randomFrom } from './random.ts';
import { FOLDS } from './read-examples.ts';
import type { Sentence } from './sentences.ts';

export interface SentenceExample extends LinearExample {
  readonly fold: number;
}

export interface TrainedSentences {
  readonly linear: LinearModel;
  /** Of sentences held out: the share told rightly, and precision and recall of two classes. */
  readonly metrics: Readonly<Record<string, number>>;
}

const OPTIONS = { epochs: 12, rate: 0.3, decay: 1e-5, buckets: SENTENCE_BUCKETS, classes: TELLINGS.length };

/** A sentence of several clauses is learned as each of them: that is how it will be met. */
export function readSentenceExamples(sentences: readonly Sentence[], seed: string): SentenceExample[] {
  const examples: SentenceExample[] = [];
  for (const sentence of sentences) {
    const random = randomFrom(`${seed} ${sentence.name}`);
    const skeleton = { ...sentence, kind: 'other' as const, tags: [], subject: '', preheader: '' };
    const filled = fillSkeleton({ ...skeleton, blocks: [{ kind: 'paragraph', lines: [sentence.text] }] }, random);
    const message = buildMessage({ from: filled.sender, body: filled.blocks[0]!.lines[0]! });
    const signals = readSignals(message, ownAddresses(message), {
      ...detectLanguage(message),
      language: sentence.language,
      likely: [sentence.language],
    });
    const told = signals.clauses.filter(({ tokens }) => tokens.length >= TOKENS_MIN);
    for (const clause of told) {
      const evidence = signals.findings.evidence.filter((item) => item.clause === clause);
      const features = hashSentence(
        clause,
        signals.names,
        signals.findings.concepts[signals.clauses.indexOf(clause)]!,
        evidence,
        sentence.language,
      ).copy();
      const kind = TELLINGS.indexOf(sentence.telling);
      examples.push({ features, kind, weight: 1 / told.length, fold: foldOf(sentence) });
    }
  }
  return examples;
}

/** By place in the file: neighbours were written in one breath. */
function foldOf({ name }: Sentence): number {
  return Math.floor(Number(name.slice(name.indexOf('#') + 1)) / 4) % FOLDS;
}

export function trainSentences(examples: readonly SentenceExample[], seed: string, epochs = OPTIONS.epochs): TrainedSentences {
  const options = { ...OPTIONS, epochs, seed };
  const counts = new Map<string, { right: number; told: number; of: number }>(TELLINGS.map((name) => [name, { right: 0, told: 0, of: 0 }]));
  let right = 0;
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const linear = fitLinear(
      examples.filter((example) => example.fold !== fold),
      options,
    );
    for (const example of examples) {
      if (example.fold !== fold) continue;
      const shares = scoreWords(linear, example.features);
      const told = shares.indexOf(Math.max(...shares));
      counts.get(TELLINGS[told]!)!.told += 1;
      counts.get(TELLINGS[example.kind]!)!.of += 1;
      if (told !== example.kind) continue;
      right += 1;
      counts.get(TELLINGS[told]!)!.right += 1;
    }
  }
  const of = (name: Telling): Record<string, number> => {
    const { right: hits, told, of: all } = counts.get(name)!;
    return { [`${name}Precision`]: share(hits, told), [`${name}Recall`]: share(hits, all) };
  };
  return {
    linear: fitLinear(examples, options),
    metrics: { accuracy: share(right, examples.length), ...of('ended'), ...of('no_more_charges') },
  };
}

function share(part: number, whole: number): number {
  return Math.round((1e4 * part) / Math.max(1, whole)) / 1e4;
}
