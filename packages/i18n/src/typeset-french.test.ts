import { expect, it } from 'vitest';
import { alertTexts } from './alerts.ts';
import { dossierTexts } from './dossier.ts';
import { pageTexts } from './pages.ts';
import { screenTexts } from './screens.ts';
import { statementTexts } from './statements.ts';
import { typesetFrench } from './typeset-french.ts';
import { verifyingTexts } from './verifying.ts';

it('sets the spaces of punctuation, also in what functions make', () => {
  const texts = typesetFrench({
    a: 'Vraiment ? Oui : « tout » ; fini !',
    deep: { b: (who: string) => `Qui ? ${who} !` },
    list: ['à 10:30', 'a: b'],
  });
  expect(texts.a).toBe('Vraiment\u202f? Oui\u00a0: «\u00a0tout\u00a0»\u202f; fini\u202f!');
  expect(texts.deep.b('Anna')).toBe('Qui\u202f? Anna\u202f!');
  expect(texts.list).toEqual(['à 10:30', 'a: b']);
});

it('is done to what people read', () => {
  const all = [alertTexts, dossierTexts, pageTexts, screenTexts, statementTexts, verifyingTexts].flatMap((of) => stringsIn(of('fr')));
  expect(all.length).toBeGreaterThan(500);
  expect(all.filter((text) => / [;:!?»]|« /.test(text))).toEqual([]);
});

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
