import { expect, it } from 'vitest';
import fc from 'fast-check';
import { foldText } from '../fold-text.ts';
import { findDates } from './find-dates.ts';
import { findRelativeDates } from './find-relative-dates.ts';
import { decideOrder, resolveDate } from './resolve-dates.ts';

// Every date in the text, read on Tuesday 10 March 2026, missing years looked for ahead.
function dates(original: string, language = 'en', rest: { tld?: string; currency?: string; direction?: -1 | 0 | 1 } = {}): string {
  const text = foldText(original);
  const today = '2026-03-10';
  const written = findDates(text, language);
  const order = decideOrder(written, { language, tld: rest.tld ?? 'org', currency: rest.currency ?? '', today });
  const found = [
    ...written.map((each) => ({ at: each.start, date: resolveDate(each, order, today, rest.direction ?? 1) })),
    ...findRelativeDates(text.folded, language, today).map((each) => ({ at: each.start, date: each.date })),
  ];
  return found
    .sort((a, b) => a.at - b.at)
    .map(({ date }) => date ?? 'open')
    .join(' ');
}

const CASES: readonly (readonly [
  text: string,
  expected: string,
  language?: string,
  rest?: { tld?: string; currency?: string; direction?: -1 | 0 | 1 },
])[] = [
  // English
  ['May 5, 2026', '2026-05-05'],
  ['5 May 2026', '2026-05-05'],
  ['May 5th, 2026', '2026-05-05'],
  ['the 5th of May 2026', '2026-05-05'],
  ['5 May, 2026', '2026-05-05'],
  ['Tuesday, May 5, 2026', '2026-05-05'],
  ['Tue 5 May 2026', '2026-05-05'],
  ['Sept. 30, 2026', '2026-09-30'],
  ['30 Sep 2026', '2026-09-30'],
  ['Sep 30 2026', '2026-09-30'],
  ['05-May-2026', '2026-05-05'],
  ['5-May-26', '2026-05-05'],
  ['2026-05-05', '2026-05-05'],
  ['2026-05-05T10:00:00Z', '2026-05-05'],
  ['2026/05/05', '2026-05-05'],
  ['2026.05.05', '2026-05-05'],
  ['DECEMBER 31, 2026', '2026-12-31'],
  ['Feb 29, 2028', '2028-02-29'],
  ['Feb 29, 2027', 'open'],
  ['renews on May 5', '2026-05-05'],
  ['renews on 5 May', '2026-05-05'],
  ['renews on Monday 4 May', '2026-05-04'],
  ['renews on January 3', '2027-01-03'],
  ['you paid on January 3', '2026-01-03', 'en', { direction: -1 }],
  ['you paid on December 30', '2025-12-30', 'en', { direction: -1 }],
  ['renews on March 10', '2026-03-10'],
  ['May 1 – May 31, 2026', '2026-05-01 2026-05-31'],
  ['May 1, 2026 to June 1, 2026', '2026-05-01 2026-06-01'],
  ['renews on 05/25/2026', '2026-05-25'],
  ['renews on 25/05/2026', '2026-05-25'],
  ['renews on 05/06/2026', '2026-05-06', 'en', { currency: 'USD' }],
  ['renews on 05/06/2026', '2026-06-05', 'en', { currency: 'GBP' }],
  ['renews on 05/06/2026', '2026-06-05', 'en', { tld: 'uk', currency: 'USD' }],
  ['renews on 05/06/2026', '2026-05-06', 'en', { tld: 'com' }],
  ['renews on 05/06/2026', 'open'],
  ['renews on 02/04/2026', '2026-04-02'],
  ['25/12/2025 then 05/06/2026', '2025-12-25 2026-06-05', 'en', { currency: 'USD' }],
  ['03/10/2026 then 05/06/2026', '2026-03-10 2026-05-06'],
  ['10/03/2026 then 05/06/2026', '2026-03-10 2026-06-05'],
  ['due 05/05/26', '2026-05-05'],
  ['due on 5/25', '2026-05-25'],
  ['5.6.2026', '2026-06-05'],
  ['renews in 15 days', '2026-03-25'],
  ['renews in two weeks', '2026-03-24'],
  ['renews in a month', '2026-04-10'],
  ['ends in 1 year', '2027-03-10'],
  ['ends tomorrow', '2026-03-11'],
  ['ends today', '2026-03-10'],
  ['charged yesterday', '2026-03-09'],
  ['charged 3 days ago', '2026-03-07'],
  ['14 days from now', '2026-03-24'],
  ['on the 5th', '2026-04-05'],
  ['on the 15th', '2026-03-15'],
  // What is no date
  ['open 24/7, MAR10, you may 2, version 10.5.3, 1/2 price', ''],
  ['May 12% off, March 3.50', ''],
  ['call 01 23 45 67 89 or 1-2-3', ''],
  ['within 14 days, in 30 days free', ''],
  ['31/31/2026 and 2026-13-01', ''],
  // French
  ['le 5 mai 2026', '2026-05-05', 'fr'],
  ['le 1er juin 2026', '2026-06-01', 'fr'],
  ['le mardi 5 mai 2026', '2026-05-05', 'fr'],
  ['le 5 août 2026', '2026-08-05', 'fr'],
  ['le 5 aout 2026', '2026-08-05', 'fr'],
  ['le 31 décembre 2026', '2026-12-31', 'fr'],
  ['le 3 févr. 2027', '2027-02-03', 'fr'],
  ['le 14 juil. 2026', '2026-07-14', 'fr'],
  ['le 30 sept. 2026', '2026-09-30', 'fr'],
  ['le 05/06/2026', '2026-06-05', 'fr'],
  ['le 05-06-2026', '2026-06-05', 'fr'],
  ['le 05.06.2026', '2026-06-05', 'fr'],
  ['le 05/06/26', '2026-06-05', 'fr'],
  ['avant le 05/06', '2026-06-05', 'fr'],
  ['le 5 mai', '2026-05-05', 'fr'],
  ['le 3 janvier', '2027-01-03', 'fr'],
  ['prélevé le 3 janvier', '2026-01-03', 'fr', { direction: -1 }],
  ['du 1 mai au 31 mai 2026', '2026-05-01 2026-05-31', 'fr'],
  ['dans 7 jours', '2026-03-17', 'fr'],
  ['dans deux semaines', '2026-03-24', 'fr'],
  ['dans un mois', '2026-04-10', 'fr'],
  ['dans un an', '2027-03-10', 'fr'],
  ['demain', '2026-03-11', 'fr'],
  ['après-demain', '2026-03-12', 'fr'],
  ['aujourd’hui', '2026-03-10', 'fr'],
  ['il y a 3 jours', '2026-03-07', 'fr'],
  ['dans les 14 jours, 24h/24, 7j/7', '', 'fr'],
  ['01 23 45 67 89, 12,50 €', '', 'fr'],
  // Others
  ['am 5. Mai 2026', '2026-05-05', 'de'],
  ['zum 31.12.', '2026-12-31', 'de'],
  ['am 05.06.2026', '2026-06-05', 'de'],
  ['bis 3. März 2027', '2027-03-03', 'de'],
  ['in 3 Tagen, Guten Morgen', '2026-03-13', 'de'],
  ['morgen', '2026-03-11', 'de'],
  ['el 5 de mayo de 2026', '2026-05-05', 'es'],
  ['el 5 de septiembre del 2026', '2026-09-05', 'es'],
  ['en 3 días, buenos días por la mañana', '2026-03-13', 'es'],
  ['il 5 maggio 2026', '2026-05-05', 'it'],
  ['tra 3 giorni', '2026-03-13', 'it'],
  ['5 de março de 2027', '2027-03-05', 'pt'],
  ['em 3 dias', '2026-03-13', 'pt'],
  ['5 mei 2026', '2026-05-05', 'nl'],
  ['over 3 dagen', '2026-03-13', 'nl'],
  ['5 maja 2026 r.', '2026-05-05', 'pl'],
  ['3 stycznia 2027', '2027-01-03', 'pl'],
  ['3 lutego 2027', '2027-02-03', 'pl'],
  ['3 marca 2027', '2027-03-03', 'pl'],
  ['3 kwietnia 2027', '2027-04-03', 'pl'],
  ['3 maja 2027', '2027-05-03', 'pl'],
  ['3 czerwca 2027', '2027-06-03', 'pl'],
  ['3 lipca 2027', '2027-07-03', 'pl'],
  ['3 sierpnia 2027', '2027-08-03', 'pl'],
  ['3 września 2027', '2027-09-03', 'pl'],
  ['3 października 2027', '2027-10-03', 'pl'],
  ['3 listopada 2027', '2027-11-03', 'pl'],
  ['3 grudnia 2027', '2027-12-03', 'pl'],
  ['za 7 dni', '2026-03-17', 'pl'],
  ['2026年5月5日', '2026-05-05', 'ja'],
  ['5月5日', '2026-05-05', 'ja'],
  ['令和8年5月5日', '2026-05-05', 'ja'],
  ['令和 8 年 12 月 31 日', '2026-12-31', 'ja'],
  ['平成31年4月30日', '2019-04-30', 'ja'],
  ['２０２６年５月５日', '2026-05-05', 'ja'],
  ['7日後', '2026-03-17', 'ja'],
  ['2026. május 5.', '2026-05-05', 'hu'],
  ['5 мая 2026 г.', '2026-05-05', 'ru'],
  ['5. května 2026', '2026-05-05', 'cs'],
  ['2026년 5월 5일', '2026-05-05', 'ko'],
];

it.each(CASES.map((entry) => ({ entry })))('reads $entry', ({ entry: [text, expected, language, rest] }) => {
  expect(dates(text, language, rest)).toBe(expected);
});

it('never throws and gives dates in order on any text', () => {
  const pieces = fc.constantFrom(
    '5',
    '12',
    '2026',
    '.',
    '/',
    '-',
    ' ',
    ', ',
    'may',
    'mai',
    'May',
    '年',
    '月',
    '日',
    'in ',
    ' days',
    'le ',
    'on ',
    'th',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
      ),
      (original) => {
        const text = foldText(original);
        let last = 0;
        for (const date of findDates(text, 'fr')) {
          expect(date.start).toBeGreaterThanOrEqual(last);
          expect(date.end).toBeGreaterThan(date.start);
          last = date.end;
          const resolved = resolveDate(date, null, '2026-03-10', 1);
          if (resolved !== null) expect(resolved).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        }
      },
    ),
  );
});
