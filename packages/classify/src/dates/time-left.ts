// How much time is left, told by a number alone: "3 days left in your trial", « il vous reste 15 jours », "noch 2 Tage", "expires in 24 hours", 「残り2日」. Where a
// reminder names no day, it is that many days after the mail (pick-dates.ts). Over folded text of all core languages.
import { allMatches } from '../all-matches.ts';
import { addDays, type CivilDate } from '@quittance/domain/civil-date';
import { COUNT } from '../periods/period-words.ts';
import type { RelativeDate } from './find-relative-dates.ts';
import { readCount } from './number-words.ts';

const NUMBER = `(\\d{1,3}|${COUNT})`;
const UNIT =
  '(days?|hours?|hrs?|weeks?|jours?|heures?|h|semaines?|tage?n?|stunden?|wochen?|dias?|horas?|semanas?|giorn[oi]|or[ae]|settiman[ae]|dagen|dag|uur|uren|weken|week|dni|dzien|godzin\\w*|tygodni\\w*)';

const PATTERNS: readonly RegExp[] = [
  // The number before what is left, and behind it.
  `\\b${NUMBER} (?:more )?${UNIT} (?:left|remaining|remain|to go|restants?|restantes?|verbleiben|rimanenti|over\\b)`,
  `\\b(?:il (?:ne )?(?:vous |te )?reste(?: plus)?(?: que)?|plus que|il ne reste(?: plus)? que|(?:nur )?noch|(?:solo |unicamente )?(?:te |le |os )?(?:quedan?|restan?|faltan?)(?: solo| unicamente)?|(?:solo |ti |vi )?(?:mancano|restano|rimangono|manca|resta)(?: solo| ancora)?|(?:so )?(?:faltam?|restam?)(?: apenas| so)?|ainda te(?:m|ns)|hai ancora|te quedan aun|nog(?: maar)?|zostal[oy](?: ci| panstwu)?(?: tylko)?|pozostal[oy](?: ci| tylko)?|only|just) ${NUMBER} ${UNIT}\\b`,
  // Hours are told so of what is near.
  `\\b(?:in|within|within the next|in the next|dans|dans les|sous|innerhalb von|en|dentro de|tra|fra|entro|em|over|binnen|za) ${NUMBER} (hours?|hrs?|heures?|h|stunden|horas|ore|uur|godzin\\w*)\\b`,
].map((pattern) => new RegExp(pattern, 'g'));
const JAPANESE = /(?:残り|あと)(?:は|わずか)?\s?(\d{1,3})\s?(日|時間|週間)/g;

/** Each span in `folded` that tells how much time is left from `today` on, with the day on which none is left. */
export function findTimeLeft(folded: string, today: CivilDate): RelativeDate[] {
  return [...PATTERNS, JAPANESE].flatMap((pattern) =>
    [...allMatches(folded, pattern)].flatMap((match) => {
      const days = daysOf(readCount(match[1]!), match[2]!);
      if (days === null) return [];
      return [{ start: match.index, end: match.index + match[0].length, date: addDays(today, days) }];
    }),
  );
}

/** The days until then: what is left of a day counts as one, and nobody reminds of more than a year. */
function daysOf(count: number, unit: string): number | null {
  if (!Number.isInteger(count) || count < 1) return null;
  const days = /^(?:h|stund|or|uu|ur|godzin|時)/.test(unit)
    ? Math.ceil(count / 24)
    : /^(?:w|sem|sett|tyg|週)/.test(unit)
      ? count * 7
      : count;
  return days <= 366 ? days : null;
}
