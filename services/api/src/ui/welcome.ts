// The first run: three ways to a first result, what is kept and what is not, and the few things to know about the person. Also the form part that the
// settings page shows again.
import { packOf } from '@quittance/law/country-packs';
import { html } from 'hono/html';
import { forPerson, type AppContext, type AppDeps } from '../context.ts';
import { paths } from '../paths.ts';
import { csrfField, renderPage } from './layout.ts';
import { selectField, textField } from './parts/form.ts';
import type { Markup } from './parts/timeline-chart.ts';
import { readWords, type Words } from './parts/words.ts';

const COUNTRIES = ['FR', 'BE', 'CH', 'LU', 'CA', 'DE', 'AT', 'ES', 'IT', 'PT', 'NL', 'PL', 'IE', 'GB', 'US', 'US-CA', 'JP'];
export const CURRENCIES = ['EUR', 'USD', 'GBP', 'CHF', 'CAD', 'PLN', 'JPY', 'SEK', 'NOK', 'DKK', 'CZK', 'AUD'];

export async function welcomePage(c: AppContext, deps: Pick<AppDeps, 'db' | 'clock'>): Promise<Response> {
  const words = await forPerson(c, deps, (tx, userId) => readWords(c, tx, userId, deps));
  const t = words.texts.welcome;
  const main = html`<h1>${t.title}</h1>
    <p class="lead">${t.lead}</p>
    <div class="columns three">
      <section class="card">
        <h2>${t.connect}</h2>
        <p>${t.connectText}</p>
        <p><a class="button" href="${paths.addMailbox()}">${t.connect}</a></p>
      </section>
      <section class="card">
        <h2>${t.import}</h2>
        <p>${t.importText}</p>
        <p><a class="button quiet" href="${paths.imports()}">${t.import}</a></p>
      </section>
      <section class="card">
        <h2>${t.sample}</h2>
        <p>${t.sampleText}</p>
        <form method="post" action="${paths.sample()}">${csrfField(c)}<button class="quiet">${t.sampleButton}</button></form>
      </section>
    </div>
    <div class="columns even">
      <section class="card">
        <h2>${t.about}</h2>
        <p class="small soft">${t.aboutLead}</p>
        ${aboutForm(c, words, paths.home())}
      </section>
      <section class="card">
        <h2>${t.promises}</h2>
        <ul>
          ${t.promiseList.map((promise) => html`<li>${promise}</li>`)}
        </ul>
      </section>
    </div>`;
  return renderPage(c, deps, { title: t.title, main });
}

/** @param next where saving leads. */
export function aboutForm(c: AppContext, words: Words, next: string): Markup {
  const { settings, texts } = words;
  const f = texts.fields;
  const locale = words.language === 'fr' ? 'fr-FR' : 'en-GB';
  const regions = new Intl.DisplayNames(locale, { type: 'region' });
  const money = new Intl.DisplayNames(locale, { type: 'currency' });
  const countries = COUNTRIES.map((code) => [code, countryName(code, regions, words)] as const).toSorted((a, b) =>
    a[1].localeCompare(b[1], locale),
  );
  const guessed = settings.setUpAt ? settings.country : (settings.country ?? (words.language === 'fr' ? 'FR' : null));
  return html`<form class="stack" method="post" action="${paths.settings()}">
    ${csrfField(c)}<input type="hidden" name="next" value="${next}" />
    ${textField({ name: 'name', label: f.name, value: settings.name, autocomplete: 'name', maxlength: 200 })}
    <div class="row">
      ${selectField({
        name: 'language',
        label: f.language,
        value: words.language,
        options: [
          ['en', 'English'],
          ['fr', 'Français'],
        ],
      })}
      ${selectField({ name: 'country', label: f.country, value: guessed ?? '', options: [['', f.countryNone], ...countries], hint: guessed !== settings.country ? f.countryGuessed : undefined })}
    </div>
    <div class="row">
      ${selectField({ name: 'time_zone', label: f.timeZone, value: timeZone(words), options: timeZones(words) })}
      ${selectField({ name: 'currency', label: f.currency, value: settings.currency, options: CURRENCIES.map((code) => [code, `${code} · ${money.of(code) ?? code}`] as const) })}
    </div>
    <button>${texts.actions.save}</button>
  </form>`;
}

// A region stands in the list where its law differs from its country's.
function countryName(code: string, regions: Intl.DisplayNames, words: Words): string {
  const pack = code.includes('-') ? packOf(code) : null;
  return pack ? pack.name[words.language] : (regions.of(code) ?? code);
}

// Until the person has chosen, the machine's zone is the best guess: mostly it is their own.
function timeZone({ settings }: Words): string {
  return settings.setUpAt || settings.timeZone !== 'UTC' ? settings.timeZone : Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function timeZones(words: Words): (readonly [string, string])[] {
  const all = new Set([timeZone(words), 'UTC', ...Intl.supportedValuesOf('timeZone')]);
  return [...all].toSorted().map((zone) => [zone, zone.replaceAll('_', ' ')] as const);
}
