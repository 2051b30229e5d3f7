// What words for a rhythm come to as a period: "six months", "fortnight", "2 semaines", "trimestre". Part of extract-period.ts.
import { period, type Period, type PeriodUnit } from '@quittance/domain/period';
import { readCount } from '../dates/number-words.ts';

/** "6 months", "monthly", "fortnight"; null when the words name no rhythm. */
export function phrasePeriod(phrase: string): Period | null {
  const match = /^(?:\D*?)(\d{1,2})?[ -]?([a-z\u3040-\u9fff -]+)$/.exec(phrase);
  return match === null ? null : toPeriod(match[2]!.trim(), match[1]);
}

export function toPeriod(word: string, count: string | undefined): Period | null {
  const times = count === undefined ? 1 : readCount(count);
  if (!Number.isInteger(times) || times < 1) return null;
  const unit = UNITS.find(([pattern]) => pattern.test(word));
  if (unit === undefined) return null;
  return normal(unit[1] * times, unit[2]);
}

function normal(count: number, unit: PeriodUnit): Period {
  if (unit === 'M' && count % 12 === 0) return period(count / 12, 'Y');
  // "Tous les quinze jours" is every second week.
  if (unit === 'D' && count === 15) return period(2, 'W');
  if (unit === 'D' && count % 7 === 0) return period(count / 7, 'W');
  return period(count, unit);
}

// First match wins: the longer words stand before the shorter ones they contain.
const UNITS: readonly (readonly [RegExp, number, PeriodUnit])[] = [
  [/^(?:fortnight|bi-?weekly|bimensuel)/, 2, 'W'],
  [/^(?:semi-?annual|half-?year|six-monthly|bi-?annual|semestr|halbjahr|half ?ja|polro)/, 6, 'M'],
  [/^bimestr/, 2, 'M'],
  [/^quadrimestr/, 4, 'M'],
  [/^(?:quarter|trimestr|vierteljahr|quartal|kwarta)/, 3, 'M'],
  [/^(?:year|yr|annual|annu[oaie]$|annuel|annee|arlig|ann[oi]$|ans?$|anua|ano|jahr|jaar|jaren|(?:do|co)?roczn|rok|lat)|年/, 1, 'Y'],
  [/^(?:week|weekly|semaine|hebdo|woch|semana|settiman|wek|(?:co)?tyg|tydzien)|週/, 1, 'W'],
  [/^(?:month|mois|mensu|mes|mens|monat|maand|manad|maned|manat|(?:co)?mies|mo$|mth)|月/, 1, 'M'],
  [/^(?:day|daily|jour|tag|dia|giorn|dag|dni)/, 1, 'D'],
];
