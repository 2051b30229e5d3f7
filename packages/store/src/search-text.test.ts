import { expect, it } from 'vitest';
import { foldWords, hasWords } from './search-text.ts';

it('folds what people type and what mails hold to the same words', () => {
  expect(foldWords('Échéance: votre abonnement n°12 — Œuvre')).toBe('echeance votre abonnement n 12 oeuvre');
  expect(foldWords('no-reply@netflix.com')).toBe('no reply netflix com');
  expect(foldWords('ネットフリックス ガ')).toBe('ネットフリックス ガ');
});

it('knows a query that asks for nothing', () => {
  expect(hasWords(' "-" … ')).toBe(false);
  expect(hasWords('12')).toBe(true);
});
