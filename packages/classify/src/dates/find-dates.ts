// Finds dates written in figures or with a month's name in folded text. Works from the digits outwards with bounded looks to both
// sides, so that its time is linear. A date may lack its year or leave day and month open; resolve-dates.ts settles both.
import type { FoldedText } from '../fold-text.ts';
import { monthTable, type MonthTable } from './month-names.ts';

export interface WrittenDate {
  /** Offsets in the folded text. */
  readonly start: number;
  readonly end: number;
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  /** Written in figures with both numbers up to 12: `month` and `day` may be the other way round. */
  readonly ambiguous: boolean;
  /** For dates in figures that show their order: which it is. */
  readonly order: 'dmy' | 'mdy' | null;
}

// More dates than this make a calendar or an attack.
const DATES_MAX = 80;

export function findDates(text: FoldedText, language: string): WrittenDate[] {
  const found: WrittenDate[] = [];
  const months = monthTable(language);
  const digits = /\d{1,4}/g;
  let consumed = 0;
  for (let match = digits.exec(text.folded); match !== null && found.length < DATES_MAX; match = digits.exec(text.folded)) {
    const at = match.index;
    if (/[\p{L}\d]/u.test(text.folded[at - 1] ?? ' ') && !CJK.test(text.folded[at - 1]!)) continue;
    const date =
      eraYear(text.folded, at) ??
      (match[0].length <= 2 ? dayFirst(text, at, consumed, months) : match[0].length === 4 ? yearFirst(text.folded, at, months) : null);
    if (date === null || !isPossible(date)) continue;
    found.push(date);
    consumed = date.end;
    digits.lastIndex = Math.max(digits.lastIndex, date.end);
  }
  return found;
}

const ERA_DATE = /(\d{1,2}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日/y;
// The eras' years before their first.
const ERAS: readonly (readonly [string, number])[] = [
  ['令和', 2018],
  ['平成', 1988],
];

/** "令和8年6月3日"; the era's first year (元年) is not read. */
function eraYear(folded: string, at: number): WrittenDate | null {
  if (folded[at + 1] !== '年' && folded[at + 2] !== '年') return null;
  const before = folded.slice(Math.max(0, at - 3), at).trimEnd();
  const era = ERAS.find(([name]) => before.endsWith(name));
  const match = era === undefined ? null : matchAt(ERA_DATE, folded, at);
  if (era === undefined || match === null) return null;
  return certain(at - era[0].length, at + match[0].length, era[1] + Number(match[1]), Number(match[2]), Number(match[3]));
}

const CJK = /[\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]/;
const YEAR_FIGURES = /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/y;
const YEAR_CJK = /(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]/y;
const YEAR_DOTTED = /(\d{4})\. ?(\d{1,2})\. ?(\d{1,2})(?!\d)\.?/y;
const YEAR_NAME = /(\d{4})\.?,? (\p{L}{3,12})\.? (\d{1,2})(?!\d)/uy;

function yearFirst(folded: string, at: number, months: MonthTable): WrittenDate | null {
  const figures = matchAt(YEAR_FIGURES, folded, at);
  if (figures !== null) return numeric(at, figures[0], figures[1]!, figures[3]!, figures[4]!);
  const cjk = matchAt(YEAR_CJK, folded, at) ?? matchAt(YEAR_DOTTED, folded, at);
  if (cjk !== null) return numeric(at, cjk[0], cjk[1]!, cjk[2]!, cjk[3]!);
  const named = matchAt(YEAR_NAME, folded, at);
  const month = named === null ? undefined : months.get(named[2]!);
  if (named === null || month === undefined) return null;
  return certain(at, at + named[0].length, Number(named[1]), month, Number(named[3]));
}

const FIGURES = /(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4}|\d{2})(?![\d]|[-/.]\d)/y;
const FIGURES_NO_YEAR = /(\d{1,2})(?:\.(\d{1,2})\.(?!\d)|\/(\d{1,2})(?![\d/]))/y;
const CJK_NO_YEAR = /(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]/y;
const DAY_NAME =
  /(\d{1,2})(?:st|nd|rd|th|er|re|e|o|a|°|\.)?,?[ -](?:(?:de|of|di|do|den|del) |d')?(\p{L}{3,12})(?![\p{L}\d])\.?(?:,? (?:de |del |do |of )?(\d{4})(?!\d)|-(\d{4}|\d{2})(?!\d))?/uy;
const DAY_AFTER_NAME = /(\d{1,2})(?:st|nd|rd|th|er)?(?!\d)(?:,? (\d{4})(?!\d)|-(\d{4})(?!\d))?/y;
const NAME_BEFORE = /(\p{L}{3,12})[.,]?[ -]$/u;
// In front of a date without a year: "on 5/6", "am 31.12.", "le 05/06".
const LEAD_IN =
  /(?:^|[\s(])(?:on|by|than|before|until|from|since|le|du|au|avant|jusqu'au|am|zum|bis|bis zum|ab|vom|dem|den|der|el|del|al|il|dal|entro|em|ate|dia|op|tot|uiterlijk|vanaf|do|od|przed|dnia)(?: \p{L}{2,12},?)? ?$|(?:reconduction|renouvellement|resilier|resiliation|denonciation|limite|deadline|(?:cancel|cancellation) by|to cancel|kundigung\w{0,8}|disdetta|cancelar|baja|cancelamento|opzegdatum|op te zeggen|wypowiedzenia|rezygnacji) ?[:|] ?$/u;

function dayFirst(text: FoldedText, at: number, consumed: number, months: MonthTable): WrittenDate | null {
  const { folded } = text;
  const before = folded.slice(Math.max(consumed, at - 15), at);
  const name = NAME_BEFORE.exec(before);
  const monthBefore = name === null ? undefined : months.get(name[1]!);
  if (name !== null && monthBefore !== undefined) {
    const start = at - before.length + name.index;
    const tail = matchAt(DAY_AFTER_NAME, folded, at);
    const year = tail?.[2] ?? tail?.[3];
    if (
      tail !== null &&
      (year !== undefined || isWrittenAsName(text, start, name[1]!)) &&
      !/^(?:[:%€$£]|[.,]\d)/.test(folded.slice(at + tail[0].length))
    ) {
      return certain(start, at + tail[0].length, year === undefined ? null : Number(year), monthBefore, Number(tail[1]));
    }
  }
  const named = folded[at - 1] === '/' ? null : matchAt(DAY_NAME, folded, at);
  const month = named === null ? undefined : months.get(named[2]!);
  if (named !== null && month !== undefined) {
    const year = named[3] ?? named[4];
    return certain(at, at + named[0].length, year === undefined ? null : fullYear(year), month, Number(named[1]));
  }
  const cjk = matchAt(CJK_NO_YEAR, folded, at);
  if (cjk !== null) return certain(at, at + cjk[0].length, null, Number(cjk[1]), Number(cjk[2]));
  const figures = matchAt(FIGURES, folded, at);
  if (figures !== null) return twoNumbers(at, figures[0], figures[1]!, figures[3]!, fullYear(figures[4]!));
  const short = matchAt(FIGURES_NO_YEAR, folded, at);
  if (short === null || !LEAD_IN.test(folded.slice(Math.max(0, at - 24), at))) return null;
  if (short[2] !== undefined) return certain(at, at + short[0].length, null, Number(short[2]), Number(short[1]));
  return twoNumbers(at, short[0], short[1]!, short[3]!, null);
}

// "may", "mar", "march" and Polish "się" are words too: without a year they count only with a capital.
function isWrittenAsName(text: FoldedText, start: number, name: string): boolean {
  if (!/^(?:may|mar|march|set|sie)$/.test(name)) return true;
  const letter = text.original[text.toOriginal(start)]!;
  return letter !== letter.toLowerCase();
}

function twoNumbers(at: number, written: string, first: string, second: string, year: number | null): WrittenDate {
  const [a, b] = [Number(first), Number(second)];
  const end = at + written.length;
  if (a > 12) return { start: at, end, year, month: b, day: a, ambiguous: false, order: 'dmy' };
  if (b > 12) return { start: at, end, year, month: a, day: b, ambiguous: false, order: 'mdy' };
  // A dot between day and month is nowhere American.
  const dotted = written.includes('.');
  return { start: at, end, year, month: b, day: a, ambiguous: !dotted && a !== b, order: dotted ? 'dmy' : null };
}

function numeric(at: number, written: string, year: string, month: string, day: string): WrittenDate {
  return certain(at, at + written.length, Number(year), Number(month), Number(day));
}

function certain(start: number, end: number, year: number | null, month: number, day: number): WrittenDate {
  return { start, end, year, month, day, ambiguous: false, order: null };
}

function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function isPossible({ year, month, day }: WrittenDate): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && (year === null || (year >= 1990 && year <= 2100));
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
