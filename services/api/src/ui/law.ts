// What the law of the person's country says: each rule with its article, the day since which it holds, and where to read it.
import type { LegalRule } from '@quittance/law/country-pack';
import { packOf, rulesOf } from '@quittance/law/country-packs';
import { ELEMENTS } from '@quittance/law/elements';
import { isInForce } from '@quittance/law/find-rules';
import { startUpper } from '@quittance/i18n/format';
import { lawTexts } from '@quittance/i18n/law';
import { html } from 'hono/html';
import { forPerson, type AppContext, type AppDeps } from '../context.ts';
import { paths } from '../paths.ts';
import { renderPage } from './layout.ts';
import type { Markup } from './parts/timeline-chart.ts';
import { readWords, type Words } from './parts/words.ts';

export async function lawPage(c: AppContext, deps: Pick<AppDeps, 'db' | 'clock'>): Promise<Response> {
  const words = await forPerson(c, deps, (tx, userId) => readWords(c, tx, userId, deps));
  const t = lawTexts(words.language);
  const pack = packOf(words.settings.country);
  const main = html`<h1>${t.title}</h1>
    <p class="lead">${pack ? t.lead(pack.name[words.language]) : words.settings.country === null ? t.noCountry : t.noPack}</p>
    <p class="small soft">${t.choose} <a href="${paths.settings()}">${t.settings}</a></p>
    ${rulesOf(words.settings.country).map((rule) => ruleCard(rule, words))}`;
  return renderPage(c, deps, { title: t.title, section: 'settings', main });
}

function ruleCard(rule: LegalRule, words: Words): Markup {
  const t = lawTexts(words.language);
  const { language } = words;
  return html`<section class="card" id="${rule.id}" aria-labelledby="${rule.id}-title">
    <h2 id="${rule.id}-title">${t.situations[rule.situation]}</h2>
    <p><strong>${startUpper(rule.citation[language])}</strong></p>
    <p>${rule.says[language]}</p>
    ${rule.otherwise ? html`<p>${t.otherwise} ${rule.otherwise[language]}</p>` : ''}
    ${
      rule.requires.length > 0
        ? html`<p>${t.requires}</p>
            <ul>
              ${rule.requires.map((element) => html`<li>${ELEMENTS[element].name[language]}</li>`)}
            </ul>`
        : ''
    }
    <p class="small soft">${standing(rule, words)} <a href="${rule.source}" rel="noreferrer">${t.source}</a></p>
  </section>`;
}

function standing(rule: LegalRule, words: Words): string {
  const t = lawTexts(words.language);
  if ('expected' in rule.inForce) return t.expected(rule.inForce.expected[words.language]);
  const days = rule.clock?.kind === 'within' && rule.situation === 'cancellation_confirmation' ? Math.ceil(rule.clock.hours / 24) : null;
  return [
    isInForce(rule, words.today) ? t.since(words.date(rule.inForce.since)) : t.expected(words.date(rule.inForce.since)),
    days === null ? '' : t.within(days),
    days !== null && rule.clock?.kind === 'within' && !rule.clock.stated ? t.ours : '',
    rule.onlyShown ? t.onlyShown : '',
  ]
    .filter(Boolean)
    .join(' ');
}
