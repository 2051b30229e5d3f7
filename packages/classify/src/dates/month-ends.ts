// Finds ends of months told as such: "until the end of May", « à la fin du mois », "zum Monatsende", "a fine giugno 2026". Each gives the month's last day.
import { addDays, addMonths, civilDate, type CivilDate } from '@quittance/domain/civil-date';
import { allMatches } from '../all-matches.ts';
import type { RelativeDate } from './find-relative-dates.ts';
import { monthTable } from './month-names.ts';

const NAMED =
  /\b(?:end of|fin|(?:zum )?ende|finales de|fin de|fine(?: di)?|final de|fim de|eind(?:e)?(?: van)?|konca|koncem|koniec) (?:the month of |mois de |des monats |mes de |mese di |mes de |maand )?(\p{L}{3,14})(?: (\d{4}))?(?![\p{L}\d])/gu;
const THIS_MONTH =
  /\bend of (?:the|this)(?: current)? month\b|\bfin (?:du|de ce) mois(?: en cours)?(?! prochain)\b|\b(?:zum |am )?monatsende\b|\bende (?:des|dieses|des laufenden) monats\b|\b(?:a )?fin(?:al)?(?:es)? de(?: este)? mes(?! que viene)\b|\b(?:a )?fine mese\b|\b(?:no )?(?:fim|final) d(?:o|este) mes\b|\beind(?:e)? van (?:de|deze) maand\b|\b(?:z )?kon(?:cem|ca|iec) (?:tego )?miesiaca\b|今月末|当月末/g;
const NEXT_MONTH =
  /\bend of next month\b|\bfin du mois prochain\b|\bende (?:des )?(?:nachsten|kommenden|folge)\s?monats\b|\bfin(?:al)?(?:es)? del? (?:proximo mes|mes que viene)\b|\bfine (?:del )?(?:prossimo mese|mese prossimo)\b|\b(?:fim|final) do proximo mes\b|\beind(?:e)? van (?:de )?volgende maand\b|\bkon(?:cem|ca|iec) (?:nastepnego|przyszlego) miesiaca\b|来月末|翌月末/g;

const FOUND_MAX = 10;

export function findMonthEnds(folded: string, language: string, today: CivilDate): RelativeDate[] {
  const found: RelativeDate[] = [];
  const add = (match: RegExpExecArray, date: CivilDate | null): void => {
    if (date !== null && found.length < FOUND_MAX) found.push({ start: match.index, end: match.index + match[0].length, date });
  };
  const months = monthTable(language);
  for (const match of allMatches(folded, NAMED)) {
    const month = months.get(match[1]!);
    if (month !== undefined) add(match, lastDayOf(month, match[2] === undefined ? null : Number(match[2]), today));
  }
  const [year, month] = today.split('-').map(Number) as [number, number];
  for (const match of allMatches(folded, THIS_MONTH)) add(match, lastDayOf(month, year, today));
  for (const match of allMatches(folded, NEXT_MONTH)) add(match, addDays(addMonths(`${today.slice(0, 8)}01`, 2), -1));
  return found;
}

// Without a year it is the next such month; the one that is running counts.
export function lastDayOf(month: number, year: number | null, today: CivilDate): CivilDate | null {
  const [thisYear, thisMonth] = today.split('-').map(Number) as [number, number];
  const of = year ?? (month >= thisMonth ? thisYear : thisYear + 1);
  const first = civilDate(of, month, 1);
  return first === null ? null : addDays(addMonths(first, 1), -1);
}
