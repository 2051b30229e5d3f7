import { expect, it } from 'vitest';
import { buildMessage } from '@quittance/testing/message-builder';
import { foldText } from '../fold-text.ts';
import { readClauses } from '../read-clauses.ts';
import { SENSES, TABLES, sensesOf } from './senses.ts';

function sensesIn(body: string, language: string): string[][] {
  const [clause] = readClauses(buildMessage({ subject: '', body })).filter(({ place }) => place !== 'subject');
  return sensesOf(clause!, language).map((senses) => senses.map((sense) => SENSES[sense]!));
}

it.each([
  ['en', 'Your line was disconnected', ['line', 'cut']],
  ['fr', 'Votre ligne a été coupée', ['line', 'cut']],
  ['de', 'Ihr Anschluss wurde abgeschaltet', ['line', 'cut']],
  ['es', 'Su línea fue desconectada', ['line', 'cut']],
  ['it', 'La tua linea è stata disattivata', ['line', 'cut']],
  ['pt', 'A sua linha foi desligada', ['line', 'cut']],
  ['nl', 'Je lijn is uitgeschakeld', ['line', 'cut']],
  ['pl', 'Twoja linia została odłączona', ['line', 'cut']],
  ['ja', 'お客様の回線は切断されました', ['line', 'cut']],
])('finds the same senses in %s', (language, body, expected) => {
  const found = sensesIn(body, language).flat();
  for (const sense of expected) expect(found).toContain(sense);
});

it('takes whole words only where a whole word is meant', () => {
  expect(sensesIn('fin du contrat', 'fr')[0]).toContain('end');
  expect(sensesIn('finance du contrat', 'fr')[0]).toEqual([]);
});

it('takes the longest beginning of a word', () => {
  expect(sensesIn('newsletter', 'en')[0]).toEqual(['newsletter']);
});

it('gives a token its senses by place', () => {
  expect(sensesIn('the contract of 3 May 2026', 'en')).toEqual([[], ['contract'], [], ['aDay']]);
});

it('lists words only as folding leaves them, each once for a sense and language', () => {
  for (const [sense, words] of TABLES.flatMap((table) => Object.entries(table))) {
    for (const [language, row] of Object.entries(words)) {
      const entries = row.split(/\s+/);
      const odd = entries.filter((entry) => !/^[\p{L}']+\.?$/u.test(entry) || foldText(entry).folded !== entry);
      const again = entries.filter((entry, at) => entries.indexOf(entry) !== at);
      expect([sense, language, odd, again]).toEqual([sense, language, [], []]);
    }
  }
});

it('knows nothing of a language without tables', () => {
  expect(sensesIn('din linje er afbrudt', 'da')).toEqual([]);
});
