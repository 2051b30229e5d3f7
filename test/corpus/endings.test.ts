// Seventy confirmations that never say "cancelled": lines that are disconnected, policies taken off cover, last boxes, tables of an insurer.
// Written in the format of the training skeletons and kept out of the training. The rules were written with them in sight: they guard, and measure
// nothing.
// Counts are floors: what is read today may not be read less often.
import { join } from 'node:path';
import { classifyMessage } from '@quittance/classify/classify-message';
import { parseMessage } from '@quittance/mail/parse-message';
import { expect, it } from 'vitest';
import { fillSkeleton } from '../training/fill-skeleton.ts';
import { randomFrom } from '../training/random.ts';
import { renderMail } from '../training/render-mail.ts';
import { readSkeletons } from '../training/skeletons.ts';

const SKELETONS = readSkeletons(join(import.meta.dirname, 'endings'));
/** Read as a confirmation, automatically or asked about, of how many. */
const FLOOR: Readonly<Record<string, readonly [read: number, of: number]>> = {
  de: [7, 8],
  en: [10, 10],
  es: [7, 7],
  fr: [8, 10],
  it: [5, 7],
  ja: [7, 7],
  nl: [6, 7],
  pl: [6, 7],
  pt: [7, 7],
};

it.each(Object.entries(FLOOR))('reads endings in %s', async (language, [read, of]) => {
  const skeletons = SKELETONS.filter((skeleton) => skeleton.language === language);
  let found = 0;
  for (const skeleton of skeletons) {
    const random = randomFrom(`endings ${skeleton.name}`);
    const { kind, decided } = classifyMessage(await parseMessage(renderMail(fillSkeleton(skeleton, random), language, random)));
    if (kind === 'cancellation_confirmed' && decided !== 'abstain') found += 1;
  }
  expect(skeletons).toHaveLength(of);
  expect(found).toBeGreaterThanOrEqual(read);
});
