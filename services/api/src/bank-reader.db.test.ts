// Bank files read in another process: the same lines and refusals as in this one, and an end to what takes too long.
import { previewStatement, readStatement } from '@quittance/statements/read-statement';
import { afterAll, expect, it } from 'vitest';
import { createBankReader } from './bank-reader.ts';

const reader = createBankReader();
afterAll(() => reader.close());

const csv = Buffer.from('Date;Libellé;Débit;Crédit\n12/09/2026;NETFLIX.COM;13,49;\n12/10/2026;NETFLIX.COM;13,49;\n', 'latin1');

it('answers what the reader of packages/statements answers', async () => {
  const mapping = { currency: 'CHF' };
  expect(await reader.read(csv, { currency: 'EUR' })).toEqual(readStatement(csv, { currency: 'EUR' }));
  expect(await reader.read(csv, { currency: 'EUR', mapping })).toEqual(readStatement(csv, { currency: 'EUR', mapping }));
  expect(await reader.preview(csv, 'EUR')).toEqual(previewStatement(csv, 'EUR'));
  expect(await reader.preview(Buffer.from('OFXHEADER:100\n\n<OFX></OFX>'), 'EUR')).toBeNull();
  await expect(reader.read(Buffer.alloc(0), { currency: 'EUR' })).rejects.toMatchObject({ code: 'statement_empty' });
  await expect(reader.read(csv, { currency: 'EUR', mapping: { date: 'x' } })).rejects.toMatchObject({ code: 'bad_mapping' });
});

it('stops what takes too long, with a code of its own, and reads the next file', async () => {
  const hasty = createBankReader({ timeoutMs: 1 });
  const large = Buffer.from(`Date;Libellé;Débit\n${'12/09/2026;SHOP;13,49\n'.repeat(90_000)}`);
  await expect(hasty.read(large, { currency: 'EUR' })).rejects.toMatchObject({ code: 'statement_too_heavy' });
  await hasty.close();
  expect((await reader.read(csv, { currency: 'EUR' })).lines).toHaveLength(2);
});
