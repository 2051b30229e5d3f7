// How one person reads: their language, time zone and day, and everything a page says formatted for them.
import { civilDateOf, type CivilDate } from '@quittance/domain/civil-date';
import type { Instant } from '@quittance/domain/instant';
import type { Money } from '@quittance/domain/money';
import type { Period } from '@quittance/domain/period';
import { alertTexts } from '@quittance/i18n/alerts';
import { formatDate, formatInstant, formatMoney, formatPeriod, formatPrice, formatShortDate } from '@quittance/i18n/format';
import { formatDecimal } from '@quittance/domain/money';
import type { Language } from '@quittance/i18n/language';
import type { ScreenTexts } from '@quittance/i18n/screens.en';
import { screenTexts } from '@quittance/i18n/screens';
import type { Tx } from '@quittance/store/database';
import { readUserSettings, type UserSettings } from '@quittance/store/user-settings';
import type { AppContext, AppDeps } from '../../context.ts';

export interface Words {
  readonly language: Language;
  readonly texts: ScreenTexts;
  readonly settings: UserSettings;
  readonly today: CivilDate;
  date(on: CivilDate): string;
  /** Short, for tables: `23 Nov 2026`. */
  day(on: CivilDate): string;
  /** The day an instant falls on for this person. */
  dayOf(at: Instant): CivilDate;
  instant(at: Instant): string;
  money(money: Money): string;
  price(money: Money, period: Period | null): string;
  period(period: Period): string;
  count(value: number): string;
  /** A change, with its sign: `+8.3%`. */
  percent(value: number): string;
  /** `a.txt: empty`, with the space that French has before a colon. */
  labelled(label: string, text: string): string;
}

export async function readWords(c: AppContext, tx: Tx, userId: string, deps: Pick<AppDeps, 'clock'>): Promise<Words> {
  const settings = await readUserSettings(tx, userId);
  const language = c.get('language');
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
  return {
    language,
    texts: screenTexts(language),
    settings,
    today: civilDateOf(deps.clock.now(), settings.timeZone),
    date: (on) => formatDate(on, language),
    day: (on) => formatShortDate(on, language),
    dayOf: (at) => civilDateOf(at, settings.timeZone),
    instant: (at) => formatInstant(at, language, settings.timeZone),
    money: (money) => formatMoney(money, language),
    price: (money, period) => formatPrice(formatDecimal(money), money.currency, period, language),
    period: (period) => formatPeriod(period, language),
    percent: (value) =>
      new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(value),
    labelled: (label, text) => `${label}${alertTexts(language).labels.colon}${text}`,
    count: (value) => new Intl.NumberFormat(locale).format(value),
  };
}
