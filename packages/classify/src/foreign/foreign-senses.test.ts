// Every table names every sense once, in words that can be found in a folded text.
import { expect, it } from 'vitest';
import { buildMessage } from '@quittance/testing/message-builder';
import { detectLanguage } from '../detect-language.ts';
import { foldText } from '../fold-text.ts';
import { readClauses } from '../read-clauses.ts';
import { SENSES } from '../senses/senses.ts';
import { CORE_SENSES } from './core-senses.ts';
import { FOREIGN_LANGUAGES, FOREIGN_SENSES, foreignSensesOf, linesOf, tableOf } from './foreign-senses.ts';

it('takes its senses from those of the languages with rules', () => {
  expect(CORE_SENSES.filter((name) => !SENSES.includes(name))).toEqual([]);
});

it.each(FOREIGN_LANGUAGES)('has words for every sense in %s', (language) => {
  const lines = linesOf(tableOf(language));
  expect(lines.map(([name]) => name)).toEqual(CORE_SENSES);
  for (const [name, words] of lines) {
    expect(words, `${language} ${name}`).not.toHaveLength(0);
    expect(
      words.filter((word, at) => words.indexOf(word) !== at),
      `${language} ${name}: twice`,
    ).toEqual([]);
    for (const word of words) expect(foldText(word.replace(/\.$/, '')).folded, `${language} ${name}: ${word}`).toMatch(/^[\p{L}\p{M}·]+$/u);
  }
});

it.each([
  ['sv', 'Din prenumeration förnyas automatiskt den 3 mars 2026 för 99 kr.', ['subscription', 'renew', 'automatic', 'aDay', 'anAmount']],
  ['zh', '您的订阅将自动续费。', ['subscription', 'automatic', 'renew']],
  ['ko', '구독이 자동으로 갱신되었습니다.', ['subscription', 'automatic', 'renew']],
  ['ru', 'Не удалось списать оплату с вашей карты.', ['not', 'fail', 'charge', 'pay', 'card']],
  ['no', 'Abonnementet ditt ble avsluttet.', ['subscription', 'cancel', 'end']],
  ['fr', 'Votre abonnement a été résilié.', ['subscription', 'cancel']],
])('hears in %s what %j means', (language, body, meant) => {
  const senses = readClauses(buildMessage({ body })).flatMap((clause) => foreignSensesOf(clause, language).flat());
  expect(senses.map((sense) => FOREIGN_SENSES[sense])).toEqual(expect.arrayContaining(meant));
});

it('takes a mail for Hebrew when it is, not for an address at its foot', () => {
  const english = 'Your Lumora subscription has been cancelled. It will not renew, and you keep access until March 3, 2027.';
  const of = (body: string): string => detectLanguage(buildMessage({ subject: '', body })).language;
  expect(of(`${english}\r\n\r\nלומורה בע״מ, רחוב הרצל 12, תל אביב`)).toBe('en');
  expect(of('שלום מאיה, המנוי שלך ב-Lumora יתחדש באופן אוטומטי בקרוב. תודה.')).toBe('he');
});
