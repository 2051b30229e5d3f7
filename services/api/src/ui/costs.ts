// What running subscriptions cost, each and in total, in the person's currency by rates that they entered; which prices rose; and the rates.
import { readRate, type Rate } from '@quittance/domain/rate';
import { parseCivilDate } from '@quittance/domain/civil-date';
import { PermanentError } from '@quittance/domain/errors';
import { toInstant } from '@quittance/domain/instant';
import { ownWordTexts } from '@quittance/i18n/own-word';
import { problemTexts } from '@quittance/i18n/problems';
import { listActs, loadRates, readViewpoint } from '@quittance/store/hand';
import { setRate } from '@quittance/store/own-hand';
import { listSubscriptionsBriefly } from '@quittance/store/subscriptions';
import { asOf } from '@quittance/timeline/as-of';
import { costsOf, risesOf, type Costs, type PriceRise } from '@quittance/timeline/costs';
import { fold } from '@quittance/timeline/fold';
import { html } from 'hono/html';
import { forPerson, type AppContext, type AppDeps } from '../context.ts';
import { paths } from '../paths.ts';
import { readForm } from '../read-form.ts';
import { csrfField, renderPage } from './layout.ts';
import { undoForm } from './own-word.ts';
import { selectField, textField } from './parts/form.ts';
import type { Refusal } from './parts/own-word-forms.ts';
import type { Markup } from './parts/timeline-chart.ts';
import { readWords, type Words } from './parts/words.ts';
import { CURRENCIES } from './parts/about-form.ts';

type Deps = Pick<AppDeps, 'db' | 'clock'>;

interface RefusedRate {
  readonly sent: Readonly<Record<string, string>>;
  readonly problem: Refusal;
}

export async function costsPage(c: AppContext, deps: Deps, refused: RefusedRate | null = null): Promise<Response> {
  const { problem = null, sent = {} } = refused ?? {};
  const read = await forPerson(c, deps, async (tx, userId) => {
    const viewpoint = await readViewpoint(tx, userId, deps.clock.now());
    const subscriptions = (await listSubscriptionsBriefly(tx, userId)).map((one) => asOf(one, viewpoint));
    const words = await readWords(c, tx, userId, deps);
    return { words, subscriptions, rates: await loadRates(tx, userId), acts: await listActs(tx, userId) };
  });
  const { words, subscriptions, rates } = read;
  const t = ownWordTexts(words.language);
  const costs = costsOf(subscriptions, words.settings.currency, rates);
  const said = read.acts.filter(({ act, undone }) => act.kind === 'rate_set' && !undone).toReversed();
  const main = html`<h1>${t.costs}</h1>
    <p class="lead">${t.costsLead}</p>
    <div class="columns">
      <div>${costTable(costs, words)}</div>
      <div>
        ${risesCard(risesOf(subscriptions, words.today), words)}
        <section class="card" id="rates">
          <h2>${t.rate}</h2>
          <form class="stack" method="post" action="${paths.rates()}">
            ${csrfField(c)}
            <div class="row">
              ${selectField({ name: 'from', label: t.rateFrom, value: sent['from'] || (costs.missing[0] ?? ''), options: codes([...costs.missing, ...CURRENCIES], words.settings.currency) })}
              ${textField({ name: 'rate', label: `${t.rateIs} (${words.settings.currency})`, required: true, value: sent['rate'] ?? '', placeholder: words.language === 'fr' ? '0,92' : '0.92', error: problem?.code === 'bad_rate' ? problem.text : undefined })}
              ${textField({ name: 'on', label: t.rateOn, type: 'date', required: true, value: sent['on'] ?? words.today, error: problem?.code === 'bad_date' ? problem.text : undefined })}
            </div>
            <button class="quiet">${words.texts.actions.save}</button>
          </form>
          <ul class="list">
            ${said.map(({ id, act }) => (act.kind === 'rate_set' ? html`<li>${usedRate(act.rate, words)} ${undoForm(c, id, t)}</li>` : ''))}
          </ul>
        </section>
      </div>
    </div>`;
  return renderPage(c, deps, { title: t.costs, section: 'overview', main }, problem ? 422 : 200);
}

export async function rateAction(c: AppContext, deps: Deps): Promise<Response> {
  const sent = await readForm(c);
  const { from = '', rate = '', on = '' } = sent;
  try {
    await forPerson(c, deps, async (tx, userId) => {
      const { settings } = await readWords(c, tx, userId, deps);
      if (!/^[A-Z]{3}$/.test(from)) throw new PermanentError('bad_rate', 'no currency');
      const word = { from, to: settings.currency, rate: readRate(rate), on: parseCivilDate(on) };
      await setRate({ tx, fold, userId, at: toInstant(deps.clock.now()) }, word);
    });
    return c.redirect(paths.costs(), 303);
  } catch (error) {
    if (!(error instanceof PermanentError) || (error.code !== 'bad_rate' && error.code !== 'bad_date')) throw error;
    return costsPage(c, deps, { sent, problem: { code: error.code, text: problemTexts(c.get('language'))[error.code] } });
  }
}

/** How a converted sum came about, for a line below it. */
export function usedRate({ from, to, rate, on }: Rate, words: Words): string {
  return ownWordTexts(words.language).usedRate(
    `1 ${from}`,
    `${words.language === 'fr' ? rate.replace('.', ',') : rate} ${to}`,
    words.date(on),
  );
}

function codes(all: readonly string[], own: string): (readonly [string, string])[] {
  return [...new Set(all)].filter((code) => code !== own).map((code) => [code, code] as const);
}

function costTable(costs: Costs, words: Words): Markup {
  const t = ownWordTexts(words.language);
  const { overview } = words.texts;
  return html`<section class="card">
    <dl class="figures">
      <div>
        <dt>${t.total}</dt>
        <dd>${words.money(costs.total.month)} <small>${t.inMonth} · ${words.money(costs.total.year)} ${t.inYear}</small></dd>
      </div>
    </dl>
    ${costs.missing.length > 0 ? html`<p class="notice warn small"><a href="#rates">${t.missing(costs.missing.join(', '))}</a></p>` : ''}
    ${unknownPeriods(costs, words)}
    ${costs.rates.map((rate) => html`<p class="small soft">${usedRate(rate, words)}</p>`)}
    <table class="stack">
      <caption class="sr">
        ${t.costs}
      </caption>
      <thead>
        <tr>
          <th scope="col">${overview.subscription}</th>
          <th scope="col">${t.inMonth}</th>
          <th scope="col">${t.inYear}</th>
          <th scope="col">${t.costOwn}</th>
        </tr>
      </thead>
      <tbody>
        ${costs.each.map(
          ({ subscription, month, year, own }) =>
            html`<tr>
              <td>
                <a href="${paths.subscription(subscription.id)}"><strong>${subscription.merchant.name}</strong></a
                >${subscription.plan ? html`<span class="when">${subscription.plan}</span>` : ''}
              </td>
              <td data-label="${t.inMonth}">${words.money(month)}</td>
              <td data-label="${t.inYear}">${words.money(year)}</td>
              <td data-label="${t.costOwn}">${own ? words.money(own.year) : '–'}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

/** Each leads to where its period can be said. */
export function unknownPeriods({ unknown }: Costs, words: Words): Markup | string {
  if (unknown.length === 0) return '';
  const t = ownWordTexts(words.language);
  return html`<ul class="list small">
    ${unknown.map((one) => html`<li>${t.unknownPeriod(one.merchant.name)} <a href="${paths.ownWord(one.id)}">${t.open}</a></li>`)}
  </ul>`;
}

function risesCard(rises: readonly PriceRise[], words: Words): Markup {
  const t = ownWordTexts(words.language);
  return html`<section class="card">
    <h2>${t.rises}</h2>
    ${rises.length === 0 ? html`<p class="soft">${t.noRises}</p>` : ''}
    <ul class="list">
      ${rises.map(
        ({ subscription, on, from, to, share }) =>
          html`<li>
            <span class="when">${words.date(on)}</span> <a href="${paths.subscription(subscription.id)}">${subscription.merchant.name}</a>
            ${words.money(from)} → ${words.money(to)} <strong>${words.percent(share)}</strong>
          </li>`,
      )}
    </ul>
  </section>`;
}
