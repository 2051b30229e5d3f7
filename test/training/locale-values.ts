// How amounts, dates and the small words of a slot are written in each language the skeletons speak. Written out instead of taken from the
// runtime's locale data, so that a newer runtime trains the same bytes.
import type { Random } from './random.ts';

export interface LocaleValues {
  readonly months: readonly string[];
  /** `D` day, `DD` two digits, `MMMM` the month's name, `MM`, `YYYY`. */
  readonly dates: readonly string[];
  /** `#` stands for the number; `decimal` is its mark. */
  readonly amounts: readonly string[];
  readonly decimal: string;
  readonly group: string;
  readonly whole?: true;
  readonly periods: readonly string[];
  readonly names: readonly string[];
  readonly plans: readonly string[];
}

const words = (text: string): string[] => text.split('|');

export const LOCALES: Readonly<Record<string, LocaleValues>> = {
  en: {
    months: words('January|February|March|April|May|June|July|August|September|October|November|December'),
    dates: words('MMMM D, YYYY|D MMMM YYYY|MM/DD/YYYY|YYYY-MM-DD|DD/MM/YYYY|MMMM D'),
    amounts: words('$#|£#|€#|USD #|# USD|US$#|CA$#'),
    decimal: '.',
    group: ',',
    periods: words('per month|a month|per year|/month|/year|every month|each year'),
    names: words('Sarah|Tom|Dr Patel|Ms Okafor|Daniel|Priya|Alex|Emma Walsh'),
    plans: words('Premium|Pro|Family|Plus|Standard|Basic|Annual|Team|Unlimited|Gold|Starter|Digital Access'),
  },
  fr: {
    months: words('janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre'),
    dates: words('D MMMM YYYY|DD/MM/YYYY|DD.MM.YYYY|D MMMM'),
    amounts: words('# €|# €|# EUR|#€|CHF #'),
    decimal: ',',
    group: ' ',
    periods: words('par mois|/mois|par an|/an|chaque mois|tous les mois'),
    names: words('Camille|Hugo|Inès|Madame Lefèvre|M. Moreau|Nadia|Julien Petit'),
    plans: words('Premium|Pro|Famille|Essentiel|Intégral|Confort|Standard|Liberté|Annuel|Sérénité|Duo|Découverte'),
  },
  de: {
    months: words('Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember'),
    dates: words('D. MMMM YYYY|DD.MM.YYYY|D.MM.YYYY|DD.MM.YY'),
    amounts: words('# €|# EUR|EUR #|€ #|CHF #'),
    decimal: ',',
    group: '.',
    periods: words('pro Monat|im Monat|monatlich|pro Jahr|/Monat|jährlich'),
    names: words('Jonas|Frau Becker|Herr Schulz|Lena|Mehmet|Anna Vogel'),
    plans: words('Premium|Pro|Familie|Basis|Komfort|Standard|Plus|Jahresabo|Digital|Start|Unlimited'),
  },
  es: {
    months: words('enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre'),
    dates: words('D de MMMM de YYYY|DD/MM/YYYY|D MMMM YYYY|DD-MM-YYYY'),
    amounts: words('# €|# EUR|$ #|€#|MXN #'),
    decimal: ',',
    group: '.',
    periods: words('al mes|/mes|por mes|al año|/año|cada mes|mensuales'),
    names: words('Lucía|Javier|Sra. Ortega|Mateo|Carmen Ruiz'),
    plans: words('Premium|Pro|Familiar|Básico|Estándar|Plus|Anual|Digital|Total'),
  },
  it: {
    months: words('gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre'),
    dates: words('D MMMM YYYY|DD/MM/YYYY|DD.MM.YYYY'),
    amounts: words('# €|€ #|# EUR|EUR #'),
    decimal: ',',
    group: '.',
    periods: words('al mese|/mese|all’anno|ogni mese|mensili|/anno'),
    names: words('Giulia|Marco|Sig.ra Conti|Luca Ferri|Elena'),
    plans: words('Premium|Pro|Famiglia|Base|Standard|Plus|Annuale|Digitale'),
  },
  pt: {
    months: words('janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro'),
    dates: words('D de MMMM de YYYY|DD/MM/YYYY|D MMMM YYYY'),
    amounts: words('R$ #|# €|R$#|€ #'),
    decimal: ',',
    group: '.',
    periods: words('por mês|/mês|ao mês|por ano|/ano|mensais'),
    names: words('Beatriz|Rafael|Sra. Lopes|João|Marta Silva'),
    plans: words('Premium|Pro|Família|Básico|Padrão|Plus|Anual|Completo'),
  },
  nl: {
    months: words('januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december'),
    dates: words('D MMMM YYYY|DD-MM-YYYY|D-MM-YYYY|DD/MM/YYYY'),
    amounts: words('€ #|€#|# euro|EUR #'),
    decimal: ',',
    group: '.',
    periods: words('per maand|/maand|per jaar|p/m|elke maand'),
    names: words('Sanne|Daan|mevrouw De Vries|Bram|Fatima'),
    plans: words('Premium|Pro|Gezin|Basis|Standaard|Plus|Jaarabonnement|Compleet'),
  },
  pl: {
    months: words('stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia'),
    dates: words('D MMMM YYYY|DD.MM.YYYY|YYYY-MM-DD|D MMMM YYYY r.'),
    amounts: words('# zł|# PLN|#zł|# EUR'),
    decimal: ',',
    group: ' ',
    periods: words('miesięcznie|/mies.|rocznie|co miesiąc|na miesiąc'),
    names: words('Zofia|Piotr|Ania|Marek|Katarzyna'),
    plans: words('Premium|Pro|Rodzina|Podstawowy|Standard|Plus|Roczny|Komfort'),
  },
  ja: {
    months: [],
    dates: words('YYYY年M月D日|M月D日|YYYY/MM/DD|YYYY-MM-DD'),
    amounts: words('#円|¥#|￥#|JPY #'),
    decimal: '.',
    group: ',',
    whole: true,
    periods: words('月額|/月|毎月|年額|/年|1か月ごと'),
    names: words('佐藤|鈴木 花子|高橋|田中 健|伊藤'),
    plans: words('プレミアム|プロ|ファミリー|ベーシック|スタンダード|プラス|年間|ライト'),
  },
};

export function writeDate(locale: LocaleValues, form: string, date: Date): string {
  const month = date.getUTCMonth();
  const two = (value: number): string => String(value).padStart(2, '0');
  return form
    .replace('YYYY', String(date.getUTCFullYear()))
    .replace(/YY/, two(date.getUTCFullYear() % 100))
    .replace('MMMM', '\u0001')
    .replace('MM', two(month + 1))
    .replace(/M(?=月)/, String(month + 1))
    .replace('DD', two(date.getUTCDate()))
    .replace('D', String(date.getUTCDate()))
    .replace('\u0001', locale.months[month] ?? '');
}

/** @param cents in hundredths; languages whose money has no cents write whole numbers. */
export function writeAmount(locale: LocaleValues, form: string, cents: number, random: Random): string {
  const whole = locale.whole ? cents : Math.floor(cents / 100);
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, locale.group);
  if (locale.whole) return form.replace('#', grouped);
  const rest = String(cents % 100).padStart(2, '0');
  return form.replace('#', rest === '00' && random.chance(0.5) ? grouped : `${grouped}${locale.decimal}${rest}`);
}
