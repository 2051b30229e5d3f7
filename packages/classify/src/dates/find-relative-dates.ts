// Finds dates told from the day the message was sent: "tomorrow", "dans 7 jours", "on the 5th". Each gives a civil date at once.
import { allMatches } from '../all-matches.ts';
import { readCount } from './number-words.ts';
import { addDays, addMonths, civilDate, type CivilDate } from '@quittance/domain/civil-date';

export interface RelativeDate {
  /** Offsets in the folded text. */
  readonly start: number;
  readonly end: number;
  readonly date: CivilDate;
}

/** Dates in `folded` told from `today`, in the message's language and in English. */
export function findRelativeDates(folded: string, language: string, today: CivilDate): RelativeDate[] {
  const found: RelativeDate[] = [];
  const languages = PATTERNS[language] === undefined ? ['en', 'fr'] : language === 'en' ? ['en'] : [language, 'en'];
  for (const each of languages) {
    for (const match of allMatches(folded, PATTERNS[each]!)) {
      const date = readMatch(match, today);
      if (date !== null && found.length < RELATIVE_MAX) found.push({ start: match.index, end: match.index + match[0].length, date });
    }
  }
  return found;
}

const RELATIVE_MAX = 40;

type Unit = 'day' | 'week' | 'month' | 'year';

// Groups: `in`/`unit` a distance ahead, `ago`/`agoUnit` a distance back, `word` a word, `nth` a day of the month.
const PATTERNS: Readonly<Record<string, RegExp>> = {
  en: /\b(?:in (?:just |exactly |only )?(?<in>\d{1,3}|an?|one|two|three|four|five|six|seven|ten|fourteen|thirty) (?<unit>day|week|month|year)s?\b(?! (?:of|or|to|trial|free|notice))|(?<later>\d{1,3}) (?<laterUnit>day|week|month|year)s? from (?:now|today)\b|(?<ago>\d{1,3}) (?<agoUnit>day|week|month|year)s? ago\b|(?<word>tomorrow|today|yesterday)\b|on the (?<nth>\d{1,2})(?:st|nd|rd|th)\b(?! (?:of|day)))/g,
  fr: /\b(?:(?:dans|d'ici) (?<in>\d{1,3}|une?|deux|trois|quatre|cinq|six|sept|huit|dix|quinze) (?<unit>jour|semaine|mois|an)(?:nee)?s?\b|il y a (?<ago>\d{1,3}) (?<agoUnit>jour|semaine|mois|an)s?\b|(?<word>apres-demain|demain|aujourd'hui|hier)\b)/g,
  de: /\b(?:in (?<in>\d{1,3}|einem|einer|zwei|drei|vier|funf|sechs|sieben|zehn|vierzehn) (?<unit>tag|woche|monat|jahr)(?:en|e|n)?\b|vor (?<ago>\d{1,3}) (?<agoUnit>tag|woche|monat|jahr)(?:en|e|n)?\b|(?<!guten )(?<word>ubermorgen|morgen|heute|gestern)\b)/g,
  es: /\b(?:(?:en|dentro de) (?<in>\d{1,3}|un|una|dos|tres|cuatro|cinco|siete|diez|quince) (?<unit>dia|semana|mes|ano)(?:e?s)?\b|hace (?<ago>\d{1,3}) (?<agoUnit>dia|semana|mes|ano)(?:e?s)?\b|(?<!la )(?<word>manana|hoy|ayer)\b)/g,
  it: /\b(?:(?:tra|fra) (?<in>\d{1,3}|un|una|due|tre|quattro|cinque|sette|dieci) (?<unit>giorn|settiman|mes|ann)[ioae]\b|(?<ago>\d{1,3}) (?<agoUnit>giorn|settiman|mes|ann)[ioae] fa\b|(?<word>dopodomani|domani|oggi|ieri)\b)/g,
  pt: /\b(?:(?:em|dentro de|daqui a) (?<in>\d{1,3}|um|uma|dois|duas|tres|quatro|cinco|sete|dez) (?<unit>dia|semana|mes|ano)(?:es|s)?\b|ha (?<ago>\d{1,3}) (?<agoUnit>dia|semana|mes|ano)(?:es|s)?\b|(?<word>amanha|hoje|ontem)\b)/g,
  nl: /\b(?:over (?<in>\d{1,3}|een|twee|drie|vier|vijf|zeven|tien) (?<unit>da|wek|week|maand|jaar)(?:g|gen|en)?\b|(?<ago>\d{1,3}) (?<agoUnit>da|wek|week|maand|jaar)(?:g|gen|en)? geleden\b|(?<!goede)(?<word>overmorgen|morgen|vandaag|gisteren)\b)/g,
  pl: /\b(?:za (?<in>\d{1,3}|dwa|trzy|cztery|piec|siedem|dziesiec) (?<unit>dn|dzien|tyg|mies|lat|rok)\p{L}{0,8}|(?<ago>\d{1,3}) (?<agoUnit>dn|tyg|mies|lat)\p{L}{0,8} temu\b|(?<word>pojutrze|jutro|dzisiaj|dzis|wczoraj)\b)/gu,
  ja: /(?<in>\d{1,3}) ?(?<unit>日|週間|か月|ヶ月|カ月|年)後|(?<word>明後日|明日|本日|昨日)/g,
};

// The stems that the patterns above capture.
const UNITS: readonly (readonly [RegExp, Unit])[] = [
  [/^(?:day|jour|tag|dia|giorn|da|dn|dzien|日)$/, 'day'],
  [/^(?:week|semaine|woche|semana|settiman|wek|tyg|週間)$/, 'week'],
  [/^(?:month|mois|monat|mes|maand|mies|か月|ヶ月|カ月)$/, 'month'],
  [/^(?:year|an|jahr|ano|ann|jaar|lat|rok|年)$/, 'year'],
];

const WORDS: readonly (readonly [RegExp, number])[] = [
  [/^(?:today|aujourd'hui|heute|hoy|oggi|hoje|vandaag|dzis|dzisiaj|本日)$/, 0],
  [/^(?:tomorrow|demain|morgen|manana|domani|amanha|jutro|明日)$/, 1],
  [/^(?:apres-demain|ubermorgen|dopodomani|overmorgen|pojutrze|明後日)$/, 2],
  [/^(?:yesterday|hier|gestern|ayer|ieri|ontem|gisteren|wczoraj|昨日)$/, -1],
];

function readMatch(match: RegExpMatchArray, today: CivilDate): CivilDate | null {
  const groups = match.groups ?? {};
  if (groups['word'] !== undefined) {
    const word = groups['word'];
    return addDays(today, WORDS.find(([pattern]) => pattern.test(word))?.[1] ?? 0);
  }
  if (groups['nth'] !== undefined) return nextDayOfMonth(today, Number(groups['nth']));
  const ahead = groups['in'] ?? groups['later'];
  const stem = groups['unit'] ?? groups['laterUnit'] ?? groups['agoUnit'] ?? '';
  const unit = UNITS.find(([pattern]) => pattern.test(stem))?.[1];
  const count = ahead === undefined ? -Number(groups['ago']) : readCount(ahead);
  if (unit === undefined || !Number.isFinite(count)) return null;

  return step(today, count, unit);
}

function step(today: CivilDate, count: number, unit: Unit): CivilDate {
  if (unit === 'day') return addDays(today, count);
  if (unit === 'week') return addDays(today, count * 7);
  return addMonths(today, unit === 'month' ? count : count * 12);
}

// "on the 5th": the next 5th from today on.
function nextDayOfMonth(today: CivilDate, day: number): CivilDate | null {
  const [year, month] = today.split('-').map(Number) as [number, number];
  const here = civilDate(year, month, day);
  if (here !== null && here >= today) return here;
  return month === 12 ? civilDate(year + 1, 1, day) : civilDate(year, month + 1, day);
}
