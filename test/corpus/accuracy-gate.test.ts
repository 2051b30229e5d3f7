// No loss: the mails in test/corpus, and the shared ones where they are present, are read at least as well as the committed baseline says.
// After an improvement: npm run bench:accuracy -- --update; of fields, which are read with the labelled kind: npm run bench:fields -- --update.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { classifyMessage } from '@quittance/classify/classify-message';
import { parseMessage } from '@quittance/mail/parse-message';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../bench/accuracy-corpus.ts';
import { countRun, lossesOf, type Baseline, type Counts } from '../bench/baseline.ts';
import { CORPORA } from '../bench/corpora.ts';
import type { Judged } from '../bench/judged.ts';
import { countRead, fieldLosses, FIELDS_FILE, type FieldCounts } from '../bench/read-fields.ts';

const baseline = JSON.parse(readFileSync(join(import.meta.dirname, 'baseline.json'), 'utf8')) as Baseline;

const fields = JSON.parse(readFileSync(FIELDS_FILE, 'utf8')) as Record<string, FieldCounts>;

describe.each(CORPORA)('$name', { timeout: 180_000 }, ({ name, folder, isDeceptive }) => {
  // Our own sets are always there.
  const isAbsent = name === 'shared' && !existsSync(resolve(folder, 'labels.jsonl'));
  it.skipIf(isAbsent)(`loses nothing against the baseline${isAbsent ? ' (needs ../shared)' : ''}`, async () => {
    const judged: Judged[] = [];
    const parsed = [];
    for (const mail of await readCorpus(folder)) {
      const message = await parseMessage(mail.raw);
      parsed.push({ mail, message });
      judged.push({ mail, read: classifyMessage(message) });
    }
    expect(lossesOf(name, countRun(judged), baseline[name]!, isDeceptive)).toEqual([]);
    expect(fieldLosses(name, countRead(parsed), fields[name]!)).toEqual([]);
  });
});

it('sees a loss of each kind', () => {
  const good: Counts = {
    messages: 10,
    right: 8,
    decidedRight: 7,
    decidedWrong: 1,
    automaticWrong: 1,
    hardNegativesTaken: 1,
    automaticCancellations: 2,
    falseAutomaticCancellations: 0,
  };
  expect(lossesOf('x', good, good)).toEqual([]);
  expect(lossesOf('x', { ...good, right: 7 }, good)).toEqual(['x: right 8 → 7']);
  expect(lossesOf('x', { ...good, automaticWrong: 2 }, good)).toEqual(['x: automaticWrong 1 → 2']);
  const broken = { ...good, falseAutomaticCancellations: 1 };
  expect(lossesOf('x', broken, broken)).toEqual(['x: 1 cancelled automatically that are not']);
  expect(lossesOf('x', broken, broken, true)).toEqual([]);
  expect(lossesOf('x', { ...good, falseAutomaticCancellations: 2 }, broken, true)).toEqual(['x: falseAutomaticCancellations 1 → 2']);
});

it('sees a loss of a field', () => {
  const before = { period: { hits: 8, of: 10 } };
  expect(fieldLosses('x', before, before)).toEqual([]);
  expect(fieldLosses('x', { period: { hits: 7, of: 10 } }, before)).toEqual(['x: period 8 of 10 → 7']);
  expect(fieldLosses('x', {}, before)).toEqual(['x: period 8 of 10 → 0']);
});
