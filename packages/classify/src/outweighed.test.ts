// A sure confirmation may speak of other things beside itself; what denies it, or says that it goes on, is never outweighed.
import { buildMessage } from '@quittance/testing/message-builder';
import { describe, expect, it } from 'vitest';
import { classifyMessage } from './classify-message.ts';

const SUBJECT = 'Your subscription has been cancelled';
const SURE =
  "As you requested, we have cancelled your Lumora subscription. Your subscription ends on 12 June 2026. You will not be charged again. You'll keep access until then.";

function read(body: string, alternative = ''): string {
  const { kind, decided } = classifyMessage(buildMessage({ subject: SUBJECT, body, text: { alternative } }));
  return `${kind} ${decided}`;
}

it('is sure by itself', () => expect(read(SURE)).toBe('cancellation_confirmed auto'));

it.each(['If your subscription was cancelled by mistake, tell us.', 'Your booking for the tasting has been cancelled, too.'])(
  'outweighs %s',
  (beside) => expect(read(`${SURE}\n\n${beside}`)).toBe('cancellation_confirmed auto'),
);

describe.each([
  'Your subscription has not been cancelled yet.',
  'Your cancellation could not be completed.',
  "Votre demande de résiliation n'a pas pu aboutir.",
  'Your subscription has been reactivated.',
])('%s', (against) => {
  it('is never outweighed', () => expect(read(`${SURE}\n\n${against}`)).not.toBe('cancellation_confirmed auto'));
  it('is not in the other rendering, either', () => expect(read(SURE, `${SURE}\n\n${against}`)).not.toBe('cancellation_confirmed auto'));
});

it('leaves a letter that is only shown in doubt, whatever else it says', () => {
  expect(read(`${SURE}\n\nYour free trial has ended.\n\n{{footer}}`)).not.toBe('cancellation_confirmed auto');
});

it('asks about a mail that it did not read to its end', () => {
  const long = `${SURE}\n\n${'We walked along the river and looked at the old town.\n'.repeat(120)}\n\nYour subscription has not been cancelled yet.`;
  expect(read(long)).not.toBe('cancellation_confirmed auto');
});
