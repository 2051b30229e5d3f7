// The merchant and the biller of each of the senders beside this file; what is quoted stands where it is said to.
import { buildMessage } from '@quittance/testing/message-builder';
import { expect, it } from 'vitest';
import { detectMerchant } from '../detect-merchant.ts';
import { CASES } from './senders.ts';

it.each(CASES)('%s | %s | %s', (address, name, subject, body, merchant, biller = undefined) => {
  const found = detectMerchant(buildMessage({ from: { address, name }, subject, body }));
  expect([found.merchant?.name ?? null, found.biller ?? undefined]).toEqual([merchant, biller]);
  for (const { zone, quote, start, end } of found.reasons) expect((zone === 'subject' ? subject : body).slice(start, end)).toBe(quote);
});
