// Finds dates told from the day the message was sent: "tomorrow", "dans 7 jours", "on the 5th". Each gives a civil date at once.
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
    for (const match of folded.matchAll(PATTERNS[each]!)) {
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

const COUNTS: Readonly<Record<string, number>> = {
  ...{ a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, ten: 10, fourteen: 14, thirty: 30 },
  ...{ un: 1, une: 1, deux: 2, trois: 3, quatre: 4, cinq: 5, sept: 7, huit: 8, dix: 10, quinze: 15 },
  ...{ einem: 1, einer: 1, zwei: 2, drei: 3, vier: 4, funf: 5, sechs: 6, sieben: 7, zehn: 10, vierzehn: 14 },
  ...{ una: 1, dos: 2, tres: 3, cuatro: 4, cinco: 5, siete: 7, diez: 10, quince: 15 },
  ...{ due: 2, tre: 3, quattro: 4, cinque: 5, sette: 7, dieci: 10 },
  ...{ um: 1, uma: 1, dois: 2, duas: 2, quatro: 4, sete: 7, dez: 10 },
  ...{ een: 1, twee: 2, drie: 3, vijf: 5, zeven: 7, tien: 10 },
  ...{ dwa: 2, trzy: 3, cztery: 4, piec: 5, siedem: 7, dziesiec: 10 },
};

const UNITS: Readonly<Record<string, Unit>> = {
  ...{ day: 'day', week: 'week', month: 'month', year: 'year' },
  ...{ jour: 'day', semaine: 'week', mois: 'month', an: 'year' },
  ...{ tag: 'day', woche: 'week', monat: 'month', jahr: 'year' },
  ...{ dia: 'day', semana: 'week', mes: 'month', ano: 'year' },
  ...{ giorn: 'day', settiman: 'week', ann: 'year' },
  ...{ da: 'day', wek: 'week', maand: 'month', jaar: 'year' },
  ...{ dn: 'day', dzien: 'day', tyg: 'week', mies: 'month', lat: 'year', rok: 'year' },
  ...{ 日: 'day', 週間: 'week', か月: 'month', ヶ月: 'month', カ月: 'month', 年: 'year' },
};

const WORDS: Readonly<Record<string, number>> = {
  ...{ tomorrow: 1, today: 0, yesterday: -1 },
  ...{ demain: 1, 'apres-demain': 2, "aujourd'hui": 0, hier: -1 },
  ...{ morgen: 1, ubermorgen: 2, heute: 0, gestern: -1 },
  ...{ manana: 1, hoy: 0, ayer: -1 },
  ...{ domani: 1, dopodomani: 2, oggi: 0, ieri: -1 },
  ...{ amanha: 1, hoje: 0, ontem: -1 },
  ...{ overmorgen: 2, vandaag: 0, gisteren: -1 },
  ...{ jutro: 1, pojutrze: 2, dzis: 0, dzisiaj: 0, wczoraj: -1 },
  ...{ 明日: 1, 明後日: 2, 本日: 0, 昨日: -1 },
};

function readMatch(match: RegExpMatchArray, today: CivilDate): CivilDate | null {
  const groups = match.groups ?? {};
  if (groups['word'] !== undefined) return addDays(today, WORDS[groups['word']] ?? 0);
  if (groups['nth'] !== undefined) return nextDayOfMonth(today, Number(groups['nth']));
  const ahead = groups['in'] ?? groups['later'];
  const unit = UNITS[groups['unit'] ?? groups['laterUnit'] ?? groups['agoUnit'] ?? ''];
  const count = ahead === undefined ? -Number(groups['ago']) : (COUNTS[ahead] ?? Number(ahead));
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
