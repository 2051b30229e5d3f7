// Every pack has its shape: each rule names its article, its source and the day since which it holds, in both languages.
import { expect, it } from 'vitest';
import { parseCivilDate } from '@quittance/domain/civil-date';
import { periodDays } from '@quittance/domain/period';
import { SITUATIONS, type Bilingual, type LegalRule } from './country-pack.ts';
import { COUNTRY_PACKS, packOf, rulesOf } from './country-packs.ts';
import { ELEMENTS } from './elements.ts';
import { confirmationClock, confirmationContent, isInForce, lawOn, noticeRules } from './find-rules.ts';

// Where laws are published by those who make or keep them.
const OFFICIAL =
  /^https:\/\/(?:www\.legifrance\.gouv\.fr|www\.gesetze-im-internet\.de|eur-lex\.europa\.eu|www\.legislation\.gov\.uk|www\.govinfo\.gov|www\.ecfr\.gov|leginfo\.legislature\.ca\.gov)\//;

const isSaid = (text: Bilingual): boolean => [text.en, text.fr].every((words) => words.trim() === words && words.length > 3);

/** What is wrong with a rule; nothing when it may be shown. */
function faultsOf(rule: LegalRule): string[] {
  const faults: string[] = [];
  const need = (isRight: boolean, fault: string): void => void (isRight || faults.push(`${rule.id}: ${fault}`));
  need(SITUATIONS.includes(rule.situation), 'unknown situation');
  need(isSaid(rule.citation) && isSaid(rule.says) && (rule.otherwise === null || isSaid(rule.otherwise)), 'text missing');
  need(/\d/.test(rule.citation.en) && /\d/.test(rule.citation.fr), 'cites no article');
  need(OFFICIAL.test(rule.source), 'source is not the legislator’s page');
  need('since' in rule.inForce ? parseCivilDate(rule.inForce.since) !== '' : isSaid(rule.inForce.expected), 'no date');
  need(
    rule.requires.every((element) => element in ELEMENTS),
    'unknown element',
  );
  const { clock } = rule;
  if (clock?.kind === 'within') need(clock.hours > 0, 'clock without time');
  if (clock?.kind === 'before') need(periodDays(clock.earliest) > periodDays(clock.latest), 'window is upside down');
  return faults;
}

it('has packs whose rules name article, source and day', () => {
  expect(COUNTRY_PACKS.map((pack) => pack.id).toSorted()).toEqual(['de', 'eu', 'fr', 'uk', 'us', 'us-ca']);
  expect(COUNTRY_PACKS.flatMap((pack) => pack.rules).flatMap(faultsOf)).toEqual([]);
  const ids = COUNTRY_PACKS.flatMap((pack) => pack.rules.map((rule) => rule.id));
  expect(new Set(ids).size).toBe(ids.length);
  expect(COUNTRY_PACKS.flatMap((pack) => pack.rules.flatMap((rule) => rule.insuranceHas ?? [])).filter((id) => !ids.includes(id))).toEqual(
    [],
  );
  for (const pack of COUNTRY_PACKS) {
    expect(pack.rules.every((rule) => rule.id.startsWith(`${pack.id}.`))).toBe(true);
    expect(isSaid({ en: `${pack.name.en} `.trim(), fr: pack.name.fr })).toBe(true);
  }
});

it('finds fault with a rule that has no source, no article or an impossible window', () => {
  const rule = rulesOf('FR').find((one) => one.id === 'fr.l215-1')!;
  expect(faultsOf({ ...rule, source: 'https://blog.example/loi-chatel' })).toHaveLength(1);
  expect(faultsOf({ ...rule, citation: { en: 'Chatel', fr: 'loi Chatel' } })).toHaveLength(1);
  expect(faultsOf({ ...rule, clock: { kind: 'before', what: 'refusal', earliest: 'P1M', latest: 'P3M' } })).toHaveLength(1);
});

it('picks the pack of the country, and the rules that it stands on', () => {
  expect(
    [packOf('FR'), packOf('BE'), packOf('GB'), packOf('US-CA'), packOf('US-NY'), packOf('JP'), packOf(null)].map((pack) => pack?.id),
  ).toEqual(['fr', 'eu', 'uk', 'us-ca', 'us', undefined, undefined]);
  expect(rulesOf('US-CA').some((rule) => rule.id === 'us.rosca')).toBe(true);
  expect(rulesOf('FR').findIndex((rule) => rule.id === 'fr.cmf-l133-25')).toBeLessThan(
    rulesOf('FR').findIndex((rule) => rule.id === 'eu.2015-2366-76'),
  );
});

it('lets no rule act before its day', () => {
  expect(lawOn('FR', 'cancellation_confirmation', '2023-05-31')).toBeNull();
  expect(lawOn('FR', 'cancellation_confirmation', '2023-06-01')?.id).toBe('fr.l215-1-1');
  expect(lawOn('GB', 'cancellation_confirmation', '2026-11-23')).toBeNull();
  expect(lawOn('BE', 'withdrawal_acknowledgement', '2026-06-18')).toBeNull();
  const expected = COUNTRY_PACKS.flatMap((pack) => pack.rules).filter((rule) => 'expected' in rule.inForce);
  expect(expected.some((rule) => isInForce(rule, '2099-01-01'))).toBe(false);
});

it('gives the clock and the content of a confirmation by country', () => {
  expect(confirmationClock('DE', '2026-05-01').days).toBe(1);
  expect(confirmationClock('FR', '2026-05-01').days).toBe(3);
  expect(confirmationClock('FR', '2020-05-01')).toEqual({ days: 14, rule: null });
  expect(confirmationClock('GB', '2026-05-01')).toEqual({ days: 14, rule: null });
  expect(confirmationClock(null, '2026-05-01').days).toBe(14);
  expect(confirmationContent('FR', '2026-05-01')?.elements).toEqual(['receipt', 'ends_on', 'effects', 'durable_medium']);
  expect(confirmationContent('DE', '2026-05-01')?.elements).toContain('received_at');
  expect(confirmationContent('US-CA', '2026-05-01')).toBeNull();
  expect(noticeRules('FR', 'renewal_notice', '2026-05-01').map((rule) => rule.id)).toEqual(['fr.l215-1']);
  expect(noticeRules('US-CA', 'renewal_notice', '2026-05-01').map((rule) => rule.id)).toEqual(['us-ca.17602-renewal']);
});
