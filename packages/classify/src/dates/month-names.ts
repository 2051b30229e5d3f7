// Names of the months per language, folded, made from the runtime's own locale data: long and short, alone and after a day number.
import { foldText } from '../fold-text.ts';

export type MonthTable = ReadonlyMap<string, number>;

/** Months of the message's language and of English; of the core languages when the language is unknown. Built once per language. */
export function monthTable(language: string): MonthTable {
  const known = tables.get(language);
  if (known !== undefined) return known;
  const languages = language === 'und' || !SUPPORTED.has(language) ? CORE : [language, 'en'];
  const table = new Map<string, number>();
  for (const each of languages) for (const [name, month] of monthsOf(each)) if (!table.has(name)) table.set(name, month);
  if (SUPPORTED.has(language) || language === 'und') tables.set(language, table);
  return table;
}

const CORE = ['en', 'fr', 'de', 'es', 'it', 'pt', 'nl'];
const SUPPORTED: ReadonlySet<string> = new Set(
  'en fr de es it pt nl pl ja sv da nb no nn fi cs sk hu ro hr sl bg ru uk el tr ca et lv lt id vi'.split(' '),
);
const tables = new Map<string, MonthTable>();

// Short forms that the locale data spell otherwise.
const EXTRA: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  en: { sept: 9 },
  fr: { janv: 1, fev: 2, fevr: 2, avr: 4, juil: 7, sept: 9 },
  de: { janner: 1, feber: 2, mrz: 3, maerz: 3, sept: 9 },
  es: { sept: 9, set: 9, setiembre: 9 },
};

function monthsOf(language: string): Map<string, number> {
  const names = new Map<string, number>(Object.entries(EXTRA[language] ?? {}));
  const longNames: string[] = [];
  const forms: Intl.DateTimeFormatOptions[] = [
    { month: 'long' },
    { month: 'short' },
    { day: 'numeric', month: 'long', year: 'numeric' },
    { day: 'numeric', month: 'short', year: 'numeric' },
  ];
  forms.forEach((form, index) => {
    const format = new Intl.DateTimeFormat(language, { ...form, timeZone: 'UTC' });
    for (let month = 1; month <= 12; month += 1) {
      const part = format.formatToParts(Date.UTC(2026, month - 1, 15)).find(({ type }) => type === 'month');
      const name = foldText(part?.value ?? '')
        .folded.replaceAll('.', '')
        .trim();
      if (!/^\p{L}{3,14}$/u.test(name)) continue;
      if (index === 0) longNames.push(name);
      if (!names.has(name)) names.set(name, month);
    }
  });
  addPrefixes(names, longNames);
  return names;
}

// The first three letters where they name one month only ("dez", "ott"; not French "jui").
function addPrefixes(names: Map<string, number>, longNames: readonly string[]): void {
  for (const name of longNames) {
    const prefix = name.slice(0, 3);
    if (longNames.filter((other) => other.startsWith(prefix)).length === 1 && !names.has(prefix)) names.set(prefix, names.get(name)!);
  }
}
