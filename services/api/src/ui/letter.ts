// One letter on a page: the text to copy, download or print, what is left to complete, and the dossier to attach. Works without JavaScript; the
// buttons that need it appear with it.
import { fittingLetters, isLetterKind, type LetterKind } from '@quittance/dossier/letter/write-letter';
import type { LetterInput } from '@quittance/dossier/letter/letter-facts';
import { letterTexts } from '@quittance/i18n/letters';
import { ownWordTexts } from '@quittance/i18n/own-word';
import { LANGUAGES, type Language } from '@quittance/i18n/language';
import { html } from 'hono/html';
import type { AppContext, AppDeps } from '../context.ts';
import { paths } from '../paths.ts';
import { ProblemError } from '../problem.ts';
import { readChoice } from '../read-query.ts';
import { readLetter } from '../v1/letters.ts';
import { renderPage } from './layout.ts';
import type { Markup } from './parts/timeline-chart.ts';

export async function letterPage(c: AppContext, deps: Pick<AppDeps, 'db' | 'clock'>): Promise<Response> {
  const [id, kind] = [c.req.param('id') ?? '', c.req.param('kind') ?? ''];
  if (!isLetterKind(kind)) throw new ProblemError('not_found');
  const language = readChoice(c, 'language', LANGUAGES) ?? c.get('language');
  const letter = await readLetter(c, deps, id, kind, language);
  const t = letterTexts(c.get('language'));
  const other = language === 'fr' ? (['en', 'English'] as const) : (['fr', 'Français'] as const);
  const rows = Math.min(
    40,
    letter.text.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / 80), 0),
  );
  const main = html`<h1>${t.kinds[kind]}</h1>
    <p class="lead">${t.lead}</p>
    ${letter.toComplete.length > 0 ? html`<p class="small">${t.complete} ${letter.toComplete.map((place) => html`<mark>${place}</mark> `)}</p>` : ''}
    <p class="row">
      <button type="button" data-copy="letter" data-copied="${t.copied}" hidden>${t.copy}</button>
      <button type="button" class="quiet" data-print hidden>${t.print}</button>
      <a class="button quiet" href="${paths.letterText(id, kind, language)}" download>${t.download}</a>
      ${endsContract(kind) ? '' : html`<a class="button quiet" href="${paths.dossier(id, 'pdf', language)}" download>${t.attach}</a>`}
      <a class="button quiet" href="${paths.letter(id, kind, other[0])}" lang="${other[0]}" hreflang="${other[0]}">${other[1]}</a>
    </p>
    <textarea id="letter" class="letter" rows="${rows}" lang="${language}" aria-label="${t.kinds[kind]}">${letter.text}</textarea>
    ${endsContract(kind) ? html`<p class="small">${t.afterSending} <a href="${paths.ownWord(id)}">${ownWordTexts(c.get('language')).cancelled}</a></p>` : ''}
    <p class="small soft">${t.notAdvice}</p>`;
  return renderPage(c, deps, { title: t.kinds[kind], section: 'overview', main, script: 'letter.js' });
}

/** Nothing is disputed yet: no proof goes with it, but the answer is waited for. */
function endsContract(kind: LetterKind): boolean {
  return kind === 'cancellation' || kind === 'renewal_refusal' || kind === 'price_refusal';
}

/** On the page of the subscription. */
export function letterLinks(
  subscriptionId: string,
  input: Pick<LetterInput, 'subscription' | 'events' | 'corrections' | 'today'>,
  language: Language,
): Markup {
  const t = letterTexts(language);
  const kinds: readonly LetterKind[] = fittingLetters(input);
  return html`<section class="card" aria-labelledby="letters">
    <h2 id="letters">${t.title}</h2>
    ${
      kinds.length === 0
        ? html`<p class="soft small">${t.notNow}</p>`
        : html`<p class="small">${t.lead}</p>
            <ul>
              ${kinds.map((kind) => html`<li><a href="${paths.letter(subscriptionId, kind, language)}">${t.kinds[kind]}</a></li>`)}
            </ul>`
    }
  </section>`;
}
