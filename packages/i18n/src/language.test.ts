import { expect, it } from 'vitest';
import { formatShortDate, startUpper } from './format.ts';
import { preferredLanguage, preferredRegion } from './language.ts';
import { statementsEn } from './statements.en.ts';
import { statementsFr } from './statements.fr.ts';

it('takes the language and the region that a browser asks for first', () => {
  for (const [header, language, region] of [
    ['fr-CH,fr;q=0.9,en-US;q=0.7', 'fr', 'CH'],
    ['fr,fr-FR;q=0.9,en-US;q=0.7', 'fr', 'FR'],
    ['de-AT,en-GB;q=0.5,en-US;q=0.8', 'en', 'AT'],
    ['zh-Hant-TW,en;q=0.4', 'en', 'TW'],
    ['en-US,en;q=0.9', 'en', 'US'],
    ['en-US,en;q=0.9,fr-FR;q=0.8', 'en', 'FR'],
    ['en-US,en;q=0.9,fr;q=0.8', 'en', null],
    ['de-CH,de;q=0.9,en-US;q=0.5', 'en', 'CH'],
    ['fr,en-US;q=0.7', 'fr', null],
    ['fr;q=0,en-Latn-GB', 'en', 'GB'],
    [undefined, 'en', null],
  ] as const) {
    expect([preferredLanguage(header), preferredRegion(header)]).toEqual([language, region]);
  }
});

it('writes a short date and the start of a sentence as French does', () => {
  expect([formatShortDate('2026-11-01', 'fr'), formatShortDate('2026-11-12', 'fr')]).toEqual(['1er nov. 2026', '12 nov. 2026']);
  expect(formatShortDate('2026-11-01', 'en')).toBe('1 Nov 2026');
  expect([startUpper('article L215-1'), startUpper('Directive'), startUpper('')]).toEqual(['Article L215-1', 'Directive', '']);
});

it('counts lines of a statement as each language does', () => {
  expect(statementsFr.charges('1', '20 nov. 2026')).toBe('1 ligne, la dernière le 20 nov. 2026');
  expect([statementsFr.outOf('0', '0'), statementsFr.outOf('20', '35')]).toEqual(['0 ligne sur 0', '20 lignes sur 35']);
  expect([statementsEn.outOf('1', '1'), statementsEn.outOf('0', '0')]).toEqual(['1 of 1 line', '0 of 0 lines']);
});
