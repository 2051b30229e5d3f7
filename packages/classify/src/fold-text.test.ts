import { growth, LINEAR_MAX } from '@quittance/testing/work';
import { expect, it } from 'vitest';
import { splitClauses } from './clauses.ts';
import { foldText, quoteAt } from './fold-text.ts';

it('folds case, accents, compatibility forms and invisible characters', () => {
  const cases: [string, string][] = [
    ['Résilié', 'resilie'],
    ['Re\u0301silie\u0301', 'resilie'],
    ['Your\u00a0subscription', 'your subscription'],
    ['sub\u00adscription can\u200bcelled', 'subscription cancelled'],
    ['ＣＡＮＣＥＬＬＥＤ', 'cancelled'],
    ['𝐜𝐚𝐧𝐜𝐞𝐥𝐥𝐞𝐝', 'cancelled'],
    ['\u202ecancelled\u202c', 'cancelled'],
    ['l’abonnement', "l'abonnement"],
    ['Straße', 'strasse'],
    ['Ihr Abo ist gekuendigt; fuer die naechste Rueckerstattung', 'ihr abo ist gekundigt; fur die nachste ruckerstattung'],
    ['Gekuendigt, 50667 Köln', 'gekundigt, 50667 koln'],
    ['true blue, due does', 'true blue, due does'],
    ['ご利用', 'ご利用'],
    ['こ\u3099利用フ\u309aラン', 'ご利用プラン'],
    ['ﾌﾟﾗﾝ', 'プラン'],
    ['a\tb\r\nc', 'a b \nc'],
  ];
  for (const [text, folded] of cases) expect(foldText(text).folded).toBe(folded);
});

it('leads every folded offset back to the words as written', () => {
  const text = foldText('Œuvre: « Votre abonne\u0301\u00adment » a été ré\u200bsilié.');
  const at = text.folded.indexOf('abonnement');
  expect(quoteAt(text, at, at + 'abonnement'.length).quote).toBe('abonne\u0301\u00adment');
  const spelled = foldText('« Ihr Abo wurde gekuendigt, fuer immer »');
  const word = spelled.folded.indexOf('immer');
  expect(quoteAt(spelled, spelled.folded.indexOf('gekundigt'), spelled.folded.indexOf(',')).quote).toBe('gekuendigt');
  expect(quoteAt(spelled, word, word + 5).quote).toBe('immer');
  const verb = text.folded.indexOf('resilie');
  expect(quoteAt(text, verb, verb + 7).quote).toBe('ré\u200bsilié');
  expect(text.ignorables).toBe(2);
  expect(text.toOriginal(text.folded.length)).toBe(text.original.length);
});

it('cuts clauses at sentences and lines, not at abbreviations, dates or wrapped lines', () => {
  const clauses = (text: string) =>
    splitClauses(foldText(text).folded).map((clause) => foldText(text).folded.slice(clause.start, clause.end));
  expect(clauses('Your plan is on. It costs $9.99. Bye!')).toEqual(['your plan is on.', 'it costs $9.99.', 'bye!']);
  expect(clauses('Es endet am 3. Mai 2026. Danke')).toEqual(['es endet am 3. mai 2026.', 'danke']);
  expect(clauses('Hello Mr. Smith\nTotal | $5')).toEqual(['hello mr. smith', 'total | $5']);
  const wrapped = 'This is to confirm that your subscription to the magazine\nhas been cancelled as requested.\n\nThanks';
  expect(clauses(wrapped)).toHaveLength(2);
  for (const clause of clauses('word '.repeat(5000))) expect(clause.length).toBeLessThanOrEqual(400);
});

it.each(['.', '\n', 'a. ', 'é\u0301', 'カ\u3099'])('does work in proportion to a text of %j', async (piece) => {
  expect(await growth((share) => splitClauses(foldText(piece.repeat(200_000 * share)).folded))).toBeLessThan(LINEAR_MAX);
});
