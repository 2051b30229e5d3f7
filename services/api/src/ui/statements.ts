// Bank statements: the file to drop, whose the charges in it are (with one click to take a match back), regular payees that nobody knows, and the
// files that were imported.
import { listPayees, type Payee } from '@quittance/intake/list-payees';
import type { SuggestedPayee } from '@quittance/intake/statement-outcome';
import { explainFinding } from '@quittance/i18n/findings';
import { statementTexts } from '@quittance/i18n/statements';
import type { StatementTexts } from '@quittance/i18n/statements.en';
import { listBankEvents } from '@quittance/store/bank-events';
import { listStatements, type StatementFile } from '@quittance/store/statement-files';
import { listSubscriptions } from '@quittance/store/subscriptions';
import { html } from 'hono/html';
import { forPerson, type AppContext, type AppDeps } from '../context.ts';
import { paths } from '../paths.ts';
import { wrongQuery } from '../read-query.ts';
import { statementDeps } from '../v1/statements.ts';
import { csrfField, renderPage } from './layout.ts';
import { badge } from './parts/badges.ts';
import { options } from './parts/form.ts';
import type { Markup } from './parts/timeline-chart.ts';
import { readWords, type Words } from './parts/words.ts';

type Deps = Pick<AppDeps, 'db' | 'clock'>;

export async function statementsPage(c: AppContext, deps: Deps, problem?: string): Promise<Response> {
  const view = await forPerson(c, deps, async (tx, userId) => ({
    words: await readWords(c, tx, userId, deps),
    files: await listStatements(tx, userId),
    merchants: (await listSubscriptions(tx, userId)).map((one) => one.merchant),
    bankEvents: await listBankEvents(tx, userId),
    subscriptions: await listSubscriptions(tx, userId),
    ...(await listPayees(tx, statementDeps(deps), userId)),
  }));
  const { words } = view;
  const t = statementTexts(words.language);
  const asked = c.req.query('file');
  if (asked && !/^\d+$/.test(asked)) throw wrongQuery('file', 'must be the number of a file');
  const done = view.files.find((file) => file.id === Number(asked));
  const main = html`<div class="narrow">
    <h1>${t.title}</h1>
    <p class="lead">${t.lead}</p>
    ${problem ? html`<div class="notice bad" role="alert"><p>${problem}</p></div>` : ''} ${done ? outcome(done, view, words, t) : ''}
    ${uploadForm(c, t)} ${matchesCard(c, view.payees, words, t)} ${suggestionsCard(c, view, words, t)} ${filesCard(c, view.files, words, t)}
  </div>`;
  return renderPage(c, deps, { title: t.title, section: 'mailboxes', main }, problem ? 422 : 200);
}

function uploadForm(c: AppContext, t: StatementTexts): Markup {
  return html`<form class="card stack" method="post" enctype="multipart/form-data" action="${paths.statements()}">
    ${csrfField(c)}
    <div class="field">
      <label for="file">${t.file}</label><input id="file" type="file" name="file" required accept=".csv,.tsv,.txt,.ofx,.qfx,.xml,text/csv,application/xml" />
      <small>${t.stays}</small>
    </div>
    <button>${t.upload}</button>
  </form>`;
}

type View = {
  readonly bankEvents: Awaited<ReturnType<typeof listBankEvents>>;
  readonly subscriptions: Awaited<ReturnType<typeof listSubscriptions>>;
};

function outcome(file: StatementFile, { bankEvents, subscriptions }: View, words: Words, t: StatementTexts): Markup {
  const own = new Set(bankEvents.filter((event) => event.fileId === file.id && event.counts).map((event) => event.id));
  const told = subscriptions.flatMap((one) =>
    one.findings.filter((finding) => finding.eventId && own.has(finding.eventId)).map((finding) => ({ one, finding })),
  );
  return html`<div class="notice good" role="status">
      <p>
        ${file.newLines === 0 ? t.importedBefore : t.imported(words.count(file.lines), words.count(file.newLines), words.count(own.size))}
        ${file.skipped > 0 ? t.skipped(words.count(file.skipped)) : ''}
      </p>
    </div>
    ${told.map(
      ({ one, finding }) =>
        html`<div class="notice bad">
          <p>
            <strong><a href="${paths.subscription(one.id)}">${one.merchant.name}</a></strong> ${explainFinding(finding, words.language)}
          </p>
        </div>`,
    )}`;
}

function matchesCard(c: AppContext, payees: readonly Payee[], words: Words, t: StatementTexts): Markup {
  const matched = payees.filter((payee) => payee.merchant !== null);
  const none = payees.filter((payee) => payee.merchant === null);
  return html`<section class="card">
    <h2>${t.matches}</h2>
    <p class="small soft">${t.matchesLead}</p>
    ${matched.length === 0 ? html`<p class="soft">${t.noMatches}</p>` : ''}
    <ul class="list">
      ${matched.map(
        (payee) =>
          html`<li>
            <strong>${payee.subscriptionId ? html`<a href="${paths.subscription(payee.subscriptionId)}">${payee.merchant!.name}</a>` : payee.merchant!.name}</strong>
            ${payee.state === 'chosen' ? badge('info', '✓', t.chosen) : ''}
            <div class="small soft">${payee.payeeKey} · ${t.charges(words.count(payee.charges), payee.lastOn ? words.day(payee.lastOn) : '–')}</div>
            ${choiceForm(c, payee.payeeKey, 'none', t.undo, words.labelled(t.undo, payee.merchant!.name))}
          </li>`,
      )}
    </ul>
    ${
      none.length > 0
        ? html`<h3>${t.none}</h3>
            <ul class="list">
              ${none.map((payee) => html`<li>${payee.payeeKey} ${choiceForm(c, payee.payeeKey, 'auto', t.takeBack, words.labelled(t.takeBack, payee.payeeKey))}</li>`)}
            </ul>`
        : ''
    }
  </section>`;
}

function choiceForm(c: AppContext, payeeKey: string, choice: 'none' | 'auto', label: string, name: string): Markup {
  return html`<form class="inline" method="post" action="${paths.payees()}">
    ${csrfField(c)}<input type="hidden" name="payee_key" value="${payeeKey}" /><button
      class="quiet"
      name="choice"
      value="${choice}"
      aria-label="${name}"
    >
      ${label}
    </button>
  </form>`;
}

interface SuggestionsView {
  readonly suggestions: readonly SuggestedPayee[];
  readonly merchants: readonly { readonly id: string; readonly name: string }[];
}

function suggestionsCard(c: AppContext, { suggestions, merchants }: SuggestionsView, words: Words, t: StatementTexts): Markup | string {
  if (suggestions.length === 0) return '';
  const known = [...new Map(merchants.map(({ id, name }) => [id, name]))].toSorted((a, b) => a[1].localeCompare(b[1]));
  return html`<section class="card">
    <h2>${t.suggestions}</h2>
    <p class="small soft">${t.suggestionsLead}</p>
    <ul class="list">
      ${suggestions.map(
        (one, at) =>
          html`<li>
            <strong>${one.name}</strong> ${words.money(one.price)}
            <div class="small soft">${t.every(words.period(one.period), words.count(one.times), words.day(one.lastOn))}</div>
            <form class="row" method="post" action="${paths.payees()}">
              ${csrfField(c)}<input type="hidden" name="payee_key" value="${one.payeeKey}" /><input
                type="hidden"
                name="merchant_name"
                value="${properName(one.name)}"
              />
              <div class="field">
                <label for="whose-${at}">${t.whose}</label
                ><select id="whose-${at}" name="merchant_id">
                  ${options([['', t.newOne(properName(one.name))], ...known], '')}
                </select>
              </div>
              <button name="choice" value="merchant">${t.add}</button><button class="quiet" name="choice" value="none">${t.not}</button>
            </form>
          </li>`,
      )}
    </ul>
  </section>`;
}

function filesCard(c: AppContext, files: readonly StatementFile[], words: Words, t: StatementTexts): Markup {
  const day = (on: string | null) => (on ? words.day(on) : '–');
  return html`<section class="card">
    <h2>${t.files}</h2>
    ${files.length === 0 ? html`<p class="soft">${t.noFiles}</p>` : ''}
    <ul class="list">
      ${files.map(
        (file) =>
          html`<li>
            <span class="when">${words.instant(file.importedAt)}</span> <strong>${file.name}</strong>
            <div class="small soft">${t.fileFacts(day(file.from), day(file.until), words.count(file.lines))} · ${t.leaf(String(file.leafIndex))}</div>
            <div class="small hash">${file.sha256}</div>
            <form class="inline" method="post" action="${paths.statementRemove(file.id)}">
              ${csrfField(c)}<button class="quiet" aria-label="${words.labelled(t.remove, file.name)}">${t.remove}</button> <small class="soft">${t.removeHint}</small>
            </form>
          </li>`,
      )}
    </ul>
  </section>`;
}

// Banks shout.
function properName(text: string): string {
  return text === text.toUpperCase() ? text.toLowerCase().replace(/(?<![\p{L}\p{N}'’])\p{L}/gu, (letter) => letter.toUpperCase()) : text;
}
