// A statement of silence says no more than what was watched bears.
import { expect, it } from 'vitest';
import { verifyingTexts } from './verifying.ts';

it.each(['en', 'fr'] as const)('does not call a time that nobody watched one without a gap (%s)', (language) => {
  const said = (folders: number) => verifyingTexts(language).silence('silence-1.json', 'A', 'B', folders, 0);
  expect(said(1)).toMatch(/without a gap|sans lacune/);
  expect(said(0)).toMatch(/no folder was watched|aucun dossier n’a été surveillé/);
  expect(said(0)).not.toMatch(/without a gap|sans lacune/);
});
