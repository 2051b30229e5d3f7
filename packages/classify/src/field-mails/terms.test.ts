// Notice periods and minimum terms in nine languages; what is quoted stands where it is said to.
import { buildMessage } from '@quittance/testing/message-builder';
import { expect, it } from 'vitest';
import { extractFields } from '../extract-fields.ts';
import { TERMS } from './terms.ts';

it.each(TERMS)('%s: %s', (language, body, notice, minimumTermEndsOn) => {
  const message = buildMessage({ from: 'hello@acme.example', body });
  const fields = extractFields(message, { kind: 'signup', language, merchant: null });
  expect([fields.noticePeriod, fields.minimumTermEndsOn]).toEqual([notice, minimumTermEndsOn]);
  for (const { quote, start, end } of fields.reasons) expect(body.slice(start, end)).toBe(quote);
});
