// A day without its month in a Japanese sentence about leaving: "14日までに解約", the next such day from the mail's own. Elsewhere a figure before 日
// is a number of days ("14日前", "14日間", "14日以内") and no date.
import { addMonths, civilDate, type CivilDate } from '@quittance/domain/civil-date';
import { allMatches } from '../all-matches.ts';

export interface BareDay {
  readonly start: number;
  readonly end: number;
  readonly date: CivilDate;
}

const BARE_DAY = /(?:(今月|当月|来月|翌月)の? ?|(?<![\d月年/.-]|月 |毎月の?))(\d{1,2})日(?= ?(?:\([^)]{1,3}\) ?)?まで)/g;

export function findBareDays(folded: string, today: CivilDate): BareDay[] {
  if (!folded.includes('日')) return [];
  return allMatches(folded, BARE_DAY).flatMap((match) => {
    const date = nextDay(Number(match[2]), match[1], today);
    return date === null ? [] : [{ start: match.index, end: match.index + match[0].length, date }];
  });
}

function nextDay(day: number, month: string | undefined, today: CivilDate): CivilDate | null {
  const first = `${today.slice(0, 7)}-01`;
  const skipped = month === '来月' || month === '翌月' ? 1 : 0;
  // A month without that day is passed over.
  for (let ahead = skipped; ahead <= skipped + 2; ahead += 1) {
    const [year, number] = addMonths(first, ahead).split('-').map(Number);
    const date = civilDate(year!, number!, day);
    if (date !== null && date >= today) return date;
  }
  return null;
}
