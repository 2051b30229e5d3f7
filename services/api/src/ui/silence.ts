// The proof of silence on a page: between two days, when which folder was watched, with every gap, and what was found of the subscription.
import { addDays } from '@quittance/domain/civil-date';
import { describeSilence } from '@quittance/dossier/silence/describe-silence';
import { problemTexts } from '@quittance/i18n/problems';
import { silenceTexts, type SilenceTexts } from '@quittance/i18n/silence';
import type { Language } from '@quittance/i18n/language';
import { html } from 'hono/html';
import { forPerson, type AppContext, type AppDeps } from '../context.ts';
import { paths } from '../paths.ts';
import { ProblemError } from '../problem.ts';
import { civilDate } from '../v1/route-parts.ts';
import { readSilenceOf } from '../v1/silence.ts';
import { renderPage } from './layout.ts';
import { textField } from './parts/form.ts';
import type { Markup } from './parts/timeline-chart.ts';
import { readWords, type Words } from './parts/words.ts';

/** When nothing was chosen. */
const DAYS = 30;

export async function silencePage(c: AppContext, deps: Pick<AppDeps, 'db' | 'clock' | 'vault'>): Promise<Response> {
  const id = c.req.param('id') ?? '';
  const words = await forPerson(c, deps, (tx, userId) => readWords(c, tx, userId, deps));
  const t = silenceTexts(words.language);
  const [first, last] = [dayOf(c, 'from', addDays(words.today, -DAYS)), dayOf(c, 'to', words.today)];
  const [from, to] = [first.on, last.on];
  if (first.isWrong || last.isWrong) {
    const error = problemTexts(words.language).bad_date;
    return refused(
      c,
      deps,
      t,
      silenceForm(id, { from, to, ...(first.isWrong ? { error } : {}), ...(last.isWrong ? { errorTo: error } : {}) }, words),
    );
  }
  const silence = await readSilenceOf(c, deps, id, from, to).catch((error: unknown) => {
    if (error instanceof ProblemError && error.code === 'invalid_request') return null;
    throw error;
  });
  if (!silence) return refused(c, deps, t, silenceForm(id, { from, to, error: t.badPeriod }, words));
  const { sentence, rows, notes } = describeSilence(silence.statement, words.language, (at) => words.instant(at));
  const main = html`<h1>${t.title}</h1>
    <p class="lead">${t.lead}</p>
    ${silenceForm(id, { from, to }, words)}
    <section class="card" aria-live="polite">
      <p><strong>${sentence}</strong></p>
      ${rows.length > 0 ? table(rows, t.columns) : ''}
      ${notes.map((note) => html`<p class="small soft">${note}</p>`)}
      <p class="small">${t.signed} <span class="hash">${silence.verifierKey}</span></p>
      <p><a class="button" href="${paths.silenceJson(id, from, to)}" download="silence.json">${t.download}</a></p>
    </section>`;
  return renderPage(c, deps, { title: t.title, section: 'overview', main });
}

function refused(c: AppContext, deps: Pick<AppDeps, 'db'>, t: SilenceTexts, form: Markup): Promise<Response> {
  const main = html`<h1>${t.title}</h1>
    <p class="lead">${t.lead}</p>
    ${form}`;
  return renderPage(c, deps, { title: t.title, section: 'overview', main }, 422);
}

function table(rows: readonly (readonly string[])[], columns: readonly string[]): Markup {
  return html`<table class="stack">
    <thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => html`<tr>${row.map((cell, column) => html`<td data-label="${columns[column] ?? ''}">${cell}</td>`)}</tr>`)}</tbody>
  </table>`;
}

interface Given {
  readonly from: string;
  readonly to: string;
  readonly error?: string;
  readonly errorTo?: string;
}

function silenceForm(id: string, { from, to, error, errorTo }: Given, words: Words): Markup {
  const t = silenceTexts(words.language);
  return html`<form class="card row" method="get" action="${paths.silence(id)}">
    ${textField({ name: 'from', label: t.from, type: 'date', value: from, required: true, error })}
    ${textField({ name: 'to', label: t.until, type: 'date', value: to, required: true, error: errorTo })}
    <button>${t.show}</button>
  </form>`;
}

/** On the page of the subscription. */
export function silenceLink(subscriptionId: string, fromOn: string | null, language: Language): Markup {
  const t = silenceTexts(language);
  return html`<section class="card" aria-labelledby="silence">
    <h2 id="silence">${t.title}</h2>
    <p class="small">${t.lead}</p>
    <p><a href="${paths.silence(subscriptionId, fromOn ?? undefined)}">${t.show}</a></p>
  </section>`;
}

// The form sends what was emptied as ''.
function dayOf(c: AppContext, name: string, otherwise: string): { readonly on: string; readonly isWrong: boolean } {
  const given = c.req.query(name);
  if (!given) return { on: otherwise, isWrong: false };
  // Another day than was asked for must not stand beside the words that it is none.
  return civilDate.safeParse(given).success ? { on: given, isWrong: false } : { on: '', isWrong: true };
}
