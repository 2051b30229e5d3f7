// The promise of the first look: at most 0.2 % of subscription mail is passed over, measured on whole mails as they are and as a mass mailer
// would send them, with both sizes of slice.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LOOKS } from '@quittance/poller/glance-at-messages';
import { readCorpus, readSample, type LabelledMail } from '../bench/accuracy-corpus.ts';
import { measurePrefilter } from '../bench/measure-prefilter.ts';

const LOST_SHARE_MAX = 0.002;
const SHARED = resolve(import.meta.dirname, '../../../shared/corpus/dev');
const corpus = existsSync(SHARED) ? SHARED : null;

function lostOf(mails: readonly LabelledMail[]) {
  return Object.values(LOOKS).flatMap((look) =>
    [false, true].map((asBulk) => {
      const { lost, notices, passedOver } = measurePrefilter(mails, { look, asBulk });
      return { lost: lost.length / notices, passedOver };
    }),
  );
}

describe('the first look', () => {
  it('would be seen losing a notice', () => {
    const chat = Buffer.from(
      'Subject: hi\r\n\r\nWe had a good time with the dogs in the garden, and you should have been there with them.\r\n',
    );
    const [mail] = readSample();
    expect(lostOf([{ ...mail!, raw: chat, label: 'refund' }]).every(({ lost }) => lost === 1)).toBe(true);
  });

  it('loses nothing of the sample mailbox', () => {
    for (const { lost } of lostOf(readSample())) expect(lost).toBeLessThanOrEqual(LOST_SHARE_MAX);
  });

  it.skipIf(!corpus)(`loses next to nothing of the collected mails${corpus ? '' : ' (needs ../shared)'}`, async () => {
    for (const { lost, passedOver } of lostOf(await readCorpus(corpus!))) {
      expect(lost).toBeLessThanOrEqual(LOST_SHARE_MAX);
      expect(passedOver).toBeGreaterThan(0);
    }
  });
});
