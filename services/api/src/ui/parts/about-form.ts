// The few things to know about the person, as the first page and the settings ask for them.
import { preferredRegion } from '@quittance/i18n/language';
import { packOf } from '@quittance/law/country-packs';
import { html } from 'hono/html';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { csrfField } from '../layout.ts';
import { selectField, textField } from './form.ts';
import type { Markup } from './timeline-chart.ts';
import type { Words } from './words.ts';

const COUNTRIES = ['FR', 'BE', 'CH', 'LU', 'CA', 'DE', 'AT', 'ES', 'IT', 'PT', 'NL', 'PL', 'IE', 'GB', 'US', 'US-CA', 'JP'];
export const CURRENCIES = ['EUR', 'USD', 'GBP', 'CHF', 'CAD', 'PLN', 'JPY', 'SEK', 'NOK', 'DKK', 'CZK', 'AUD'];

/** Where it is not the euro. */
const CURRENCY_OF: Readonly<Record<string, string>> = { US: 'USD', 'US-CA': 'USD', GB: 'GBP', CH: 'CHF', CA: 'CAD', PL: 'PLN', JP: 'JPY' };

const FIELDS = ['name', 'language', 'country', 'time_zone', 'currency'] as const;
export type AboutField = (typeof FIELDS)[number];

/** What was sent and can't be kept as a whole. */
export interface RefusedAbout {
  readonly sent: Readonly<Partial<Record<string, string>>>;
  readonly wrong: ReadonlySet<AboutField>;
}

export function isAboutField(name: unknown): name is AboutField {
  return FIELDS.some((field) => field === name);
}

/** @param next where saving leads. */
export function aboutForm(c: AppContext, words: Words, next: string, refused?: RefusedAbout): Markup {
  const { texts } = words;
  const f = texts.fields;
  const known = knownAbout(words, preferredRegion(c.req.header('Accept-Language')));
  const errorAt = (field: AboutField): string | undefined => (refused?.wrong.has(field) ? f.refused[field] : undefined);
  const choice = (field: AboutField, label: string, offered: readonly (readonly [string, string])[], hint?: string): Markup => {
    // A choice that is none can't be shown as chosen: what holds until now is.
    const value = errorAt(field) ? known[field] : (refused?.sent[field] ?? known[field]);
    return selectField({ name: field, label, value, options: offered, hint, error: errorAt(field) });
  };
  const isGuessed = known.country !== (words.settings.country ?? '');
  return html`<form class="stack" method="post" action="${paths.settings()}">
    ${csrfField(c)}<input type="hidden" name="next" value="${next}" />
    ${textField({ name: 'name', label: f.name, value: refused?.sent['name'] ?? known.name, autocomplete: 'name', maxlength: 200, error: errorAt('name') })}
    <div class="row">
      ${choice('language', f.language, [
        ['en', 'English'],
        ['fr', 'Français'],
      ])}
      ${choice('country', f.country, [['', f.countryNone], ...countries(words)], isGuessed ? f.countryGuessed : undefined)}
    </div>
    <div class="row">${choice('time_zone', f.timeZone, timeZones(known.time_zone))} ${choice('currency', f.currency, currencies(words))}</div>
    <button>${texts.actions.save}</button>
  </form>`;
}

// What the person has chosen, or the best guess until then.
function knownAbout({ settings, language }: Words, region: string | null): Record<AboutField, string> {
  const guessed = region !== null && COUNTRIES.includes(region) ? region : language === 'fr' ? 'FR' : null;
  const country = settings.setUpAt ? settings.country : (settings.country ?? guessed);
  const isCurrencyKnown = settings.setUpAt || settings.currency !== 'EUR';
  const currency = isCurrencyKnown ? settings.currency : (CURRENCY_OF[country ?? ''] ?? settings.currency);
  // The machine's zone: mostly it is the person's own.
  const isZoneKnown = settings.setUpAt || settings.timeZone !== 'UTC';
  const time_zone = isZoneKnown ? settings.timeZone : Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { name: settings.name, language, country: country ?? '', time_zone, currency };
}

// The command line and the API take every country and currency: one that the lists do not name would be lost by saving another field.
function countries(words: Words): (readonly [string, string])[] {
  const locale = localeOf(words);
  const regions = new Intl.DisplayNames(locale, { type: 'region' });
  return [...new Set([...COUNTRIES, words.settings.country ?? 'FR'])]
    .map((code) => [code, countryName(code, regions, words)] as const)
    .toSorted((a, b) => a[1].localeCompare(b[1], locale));
}

// A region stands in the list where its law differs from its country's; Intl knows no regions.
function countryName(code: string, regions: Intl.DisplayNames, words: Words): string {
  const [country = code, region] = code.split('-');
  const name = regions.of(country) ?? country;
  if (region === undefined) return name;
  const pack = packOf(code);
  return pack?.id === code.toLowerCase() ? pack.name[words.language] : `${name} (${code})`;
}

function currencies(words: Words): (readonly [string, string])[] {
  const names = new Intl.DisplayNames(localeOf(words), { type: 'currency' });
  return [...new Set([...CURRENCIES, words.settings.currency])].map((code) => [code, `${code} · ${names.of(code) ?? code}`] as const);
}

function timeZones(known: string): (readonly [string, string])[] {
  const all = new Set([known, 'UTC', ...Intl.supportedValuesOf('timeZone')]);
  return [...all].toSorted().map((zone) => [zone, zone.replaceAll('_', ' ')] as const);
}

function localeOf({ language }: Words): string {
  return language === 'fr' ? 'fr-FR' : 'en-GB';
}
