// The merchant and the biller of each of the senders beside this file; what is quoted stands where it is said to.
import { buildMessage } from '@quittance/testing/message-builder';
import { expect, it } from 'vitest';
import { detectMerchant } from '../detect-merchant.ts';
import { TOLD_CASES } from './senders-told.ts';
import { CASES } from './senders.ts';

it.each([...CASES, ...TOLD_CASES].map((each) => ({ each, title: each.slice(0, 3).join(' | ') })))('$title', ({ each }) => {
  const [address, name, subject, written, merchant, biller] = each;
  const body = written.replaceAll('\t', ' | ');
  const found = detectMerchant(buildMessage({ from: { address, name }, subject, body }));
  expect([found.merchant?.name ?? null, found.biller]).toEqual([merchant, biller ?? null]);
  for (const { zone, quote, start, end } of found.reasons) expect((zone === 'subject' ? subject : body).slice(start, end)).toBe(quote);
});
