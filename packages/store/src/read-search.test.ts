import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldQuery } from './search-text.ts';
import { readSearch } from './read-search.ts';

const read = (query: string) => readSearch(foldQuery(query));

describe('reads a question', () => {
  for (const [query, text, months] of [
    ['ai-je résilié Canal+ en mars ?', 'resili:* & canal:*', ['3: mars']],
    ['Did I cancel Canal+ in March 2026?', 'cancel:* & canal:*', ['3 2026: march & 2026']],
    ['résiliation', 'resili:*', []],
    ['renouvellement', 'renouvel:*', []],
    ['cancelled', 'cancel:*', []],
    ['tv 24', 'tv & 24', []],
    ['mars', '', ['3: mars']],
    ['en mars', '', ['3: mars']],
    ['in March', '', ['3: march']],
    ['mars 2025 ou juillet 2026', '', ['3 2025: mars & 2025', '7 2026: juillet & 2026']],
    ['je', 'je', []],
    ['"fin du contrat" -netflix', '(fin <-> du <-> contrat) & !(netflix)', []],
    ['netflix or canal', 'netflix:* | canal:*', []],
    ['« mars »', '(mars)', []],
    ['or or', 'or & or', []],
    ['où', 'ou', []],
    ['""netflix', 'netflix:*', []],
    ['canal"fin du contrat"netflix', 'canal:* & (fin <-> du <-> contrat) & netflix:*', []],
    ['netflix -on', 'netflix:* & !(on)', []],
    ['la -facture', 'la & !(facture)', []],
    ['résilié en mars ou avril', 'resili:*', ['3: mars', '4: avril']],
    ['résilié entre mars et avril 2026', 'resili:*', ['3: mars', '4 2026: avril & 2026']],
    ['mai mai 2026 netflix mai mai 2026', 'netflix:*', ['5: mai', '5 2026: mai & 2026']],
    ['when may I cancel netflix', 'may & cancel:* & netflix:*', []],
    ['cancelled in May', 'cancel:*', ['5: may']],
    ['解約', '解約', []],
  ] as const) {
    it(query, () => {
      const found = read(query);
      expect(found.text).toBe(text);
      expect(found.months.map((one) => `${one.month}${one.year === null ? '' : ` ${one.year}`}: ${one.text}`)).toEqual(months);
    });
  }
});

it('makes a query of words and operators only, whatever is typed', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'é', ' ', '"', '-', '|', '&', '!', '(', ':', '*', '<', '\\', "'", 'or ', 'mars ') }),
      (query) => {
        const { text, months } = read(query);
        const term = String.raw`(?:!?\([\p{L}\p{N}]+(?: <-> [\p{L}\p{N}]+)*\)|[\p{L}\p{N}]+(?::\*)?)`;
        for (const one of [text, ...months.map((month) => month.text)]) {
          expect(one).toMatch(new RegExp(`^(?:${term}(?: [&|] ${term})*)?$`, 'u'));
        }
      },
    ),
  );
});
