// No loss of fields: merchant, plan, price, period and dates of the labelled mails, read with the labelled kind, are right at least as often as the
// committed counts say. After an improvement: npm run bench:fields -- --update.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CORPORA } from '../bench/corpora.ts';
import { countFields, fieldLosses, FIELDS_FILE, type FieldCounts } from '../bench/read-fields.ts';

const baseline = JSON.parse(readFileSync(FIELDS_FILE, 'utf8')) as Record<string, FieldCounts>;

describe.each(CORPORA)('$name', { timeout: 60_000 }, ({ name, folder }) => {
  it.skipIf(!existsSync(resolve(folder, 'labels.jsonl')))('reads no field less often than the baseline', async () => {
    expect(fieldLosses(name, await countFields(folder), baseline[name]!)).toEqual([]);
  });
});

it('sees a loss', () => {
  const before = { period: { hits: 8, of: 10 } };
  expect(fieldLosses('x', before, before)).toEqual([]);
  expect(fieldLosses('x', { period: { hits: 7, of: 10 } }, before)).toEqual(['x: period 8 of 10 → 7']);
  expect(fieldLosses('x', {}, before)).toEqual(['x: period 8 of 10 → 0']);
});
