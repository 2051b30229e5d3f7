// Mailboxes with their state and the progress of the first reading, what was read between which times, and what could not be read.
import { statementTexts } from '@quittance/i18n/statements';
import { listCoverage, type CoverageInterval } from '@quittance/store/coverage';
import { listMailboxFigures, type MailboxFigures } from '@quittance/store/mailbox-figures';
import { listMailboxes, type Mailbox } from '@quittance/store/mailboxes';
import { listInlets } from '@quittance/store/inlets';
import { listQuarantined } from '@quittance/store/quarantine';
import { discoveryTexts } from '@quittance/i18n/discovery';
import { listUnreadUids } from '@quittance/store/unread-uids';
import { html } from 'hono/html';
import { forPerson, type AppContext, type AppDeps } from '../context.ts';
import { paths } from '../paths.ts';
import { inletsSection } from './inlets.ts';
import { answerOf } from './connect-steps.ts';
import { csrfField, renderPage } from './layout.ts';
import { badge } from './parts/badges.ts';
import type { Markup } from './parts/timeline-chart.ts';
import { readWords, type Words } from './parts/words.ts';

const SIGN_IN_PROBLEMS = new Set(['consent_ended', 'credential_refused', 'oauth_refused']);
const INTERVALS_SHOWN = 30;
const QUARANTINE_COUNTED = 1000;

export async function mailboxesPage(c: AppContext, deps: Pick<AppDeps, 'db' | 'clock' | 'watchFolders'>): Promise<Response> {
  const { words, mailboxes, figures, unreadable, inlets } = await forPerson(c, deps, async (tx, userId) => {
    const found = (await listMailboxes(tx, userId)).filter((mailbox) => mailbox.state !== 'removed');
    const mailboxes = await Promise.all(
      found.map(async (mailbox) => ({ mailbox, coverage: await listCoverage(tx, mailbox.id, INTERVALS_SHOWN) })),
    );
    const unreadable = [
      ...(await listQuarantined(tx, userId, QUARANTINE_COUNTED)),
      ...(await listUnreadUids(tx, userId, QUARANTINE_COUNTED)),
    ];
    return {
      words: await readWords(c, tx, userId, deps),
      mailboxes,
      figures: await listMailboxFigures(
        tx,
        found.map(({ id }) => id),
      ),
      unreadable: unreadable.length,
      inlets: await listInlets(tx, userId),
    };
  });
  const t = words.texts.mailboxes;
  const main = html`<div class="head">
      <h1>${t.title}</h1>
      <div class="row">
        <a class="button" href="${paths.addMailbox()}">${t.add}</a> <a class="button quiet" href="${paths.imports()}">${t.import}</a>
        <a class="button quiet" href="${paths.statements()}">${statementTexts(words.language).title}</a>
      </div>
    </div>
    <div data-live="mailboxes">
      ${
        unreadable > 0
          ? html`<div class="notice warn">
              <p><a href="${paths.quarantine()}">${t.quarantine(unreadable)}</a></p>
            </div>`
          : ''
      }
      ${mailboxes.length === 0 ? html`<p class="card soft">${t.none}</p>` : ''}
      ${mailboxes.map(({ mailbox, coverage }) => card(c, mailbox, coverage, figures.get(mailbox.id), words))}
    </div>
    ${inletsSection(c, deps, inlets, words, c.req.query('inlet'))}`;
  return renderPage(c, deps, { title: t.title, section: 'mailboxes', main });
}

function card(
  c: AppContext,
  mailbox: Mailbox,
  coverage: readonly CoverageInterval[],
  figures: MailboxFigures | undefined,
  words: Words,
): Markup {
  const { texts } = words;
  const t = texts.mailboxes;
  const checked = mailbox.checkedAt ? t.checked(words.instant(mailbox.checkedAt)) : t.neverChecked;
  return html`<section class="card" id="mailbox-${mailbox.id}">
    <div class="head">
      <h2>${mailbox.address}</h2>
      ${stateBadge(mailbox, words)}
    </div>
    <p class="small soft">${mailbox.username} · ${mailbox.host}:${mailbox.port} · ${checked}</p>
    ${
      mailbox.problem
        ? html`<div class="notice bad" role="alert">
            <p>${texts.connect.problems[mailbox.problem.code] ?? texts.connect.problems['internal_error']}</p>
            ${answerOf(mailbox.problem.code, mailbox.problem.text, words)}
          </div>`
        : html`${historyProblem(mailbox, words)} ${progress(mailbox, words)}`
    }
    <p class="small">
      <a href="${paths.mailboxReading(mailbox.id)}">${t.reading}</a>${mailbox.signIn === 'password' && !needsPassword(mailbox) ? html` · <a href="${paths.mailboxPassword(mailbox.id)}">${t.newPassword}</a>` : ''}
    </p>
    ${figures ? figuresLine(figures, words) : ''} ${intervals(coverage, words)}
    ${actions(c, mailbox, words)}
    <details class="small">
      <summary>${texts.actions.remove}</summary>
      <p>${t.removeNote}</p>
      <form method="post" action="${paths.mailboxRemove(mailbox.id)}">${csrfField(c)}<button class="quiet">${t.removeForGood(mailbox.address)}</button></form>
    </details>
  </section>`;
}

// What a mailbox that can not be read asks for.
function actions(c: AppContext, mailbox: Mailbox, words: Words): Markup | string {
  const t = words.texts.mailboxes;
  if (!mailbox.problem && mailbox.state !== 'stopped') return '';
  const quiet = needsSignIn(mailbox) || needsPassword(mailbox) ? 'quiet' : '';
  return html`<form class="inline" method="post" action="${paths.mailboxResume(mailbox.id)}">
    ${csrfField(c)} ${signInAgain(mailbox, words)}${needsPassword(mailbox) ? html`<a class="button" href="${paths.mailboxPassword(mailbox.id)}">${t.newPassword}</a>` : ''}
    <button class="${quiet}">${t.resume}</button>
  </form>`;
}

/** The permission ended: only the person can give a new one. */
function needsSignIn({ signIn, problem }: Mailbox): boolean {
  return signIn !== 'password' && problem !== null && SIGN_IN_PROBLEMS.has(problem.code);
}

/** The server no longer takes the one it has. */
function needsPassword({ signIn, problem }: Mailbox): boolean {
  return signIn === 'password' && problem !== null && SIGN_IN_PROBLEMS.has(problem.code);
}

function signInAgain(mailbox: Mailbox, { language }: Words): Markup | string {
  if (mailbox.signIn === 'password' || !needsSignIn(mailbox)) return '';
  return html`<a class="button" href="${paths.providerSignIn({ mailbox: mailbox.id })}">${discoveryTexts(language).signIn.title(mailbox.signIn)}</a>`;
}

function stateBadge(mailbox: Mailbox, words: Words): Markup {
  const t = words.texts.mailboxes;
  if (mailbox.state === 'stopped') return badge('bad', '!', t.stopped);
  return mailbox.problem ? badge('warn', '!', t.problem) : badge('good', '●', t.watching);
}

// New mail comes all the same: nothing is stopped, but what was promised of the mail from before does not come.
function historyProblem({ backfill: { problem } }: Mailbox, words: Words): Markup | string {
  if (!problem) return '';
  const { connect, mailboxes: t } = words.texts;
  const isRefused = problem.code === 'second_refused';
  return html`<div class="notice warn" role="status">
    <p>${t.historyUnread}</p>
    <p>${isRefused ? t.secondRefused : (connect.problems[problem.code] ?? connect.problems['internal_error'])} <span class="soft">${t.since(words.instant(problem.since))}</span></p>
    ${isRefused && problem.text ? html`<p class="small soft">${connect.serverSaid(problem.text)}</p>` : answerOf(problem.code, problem.text, words)}
  </div>`;
}

function progress(mailbox: Mailbox, words: Words): Markup {
  const t = words.texts.mailboxes;
  const { total, done, finishedAt } = mailbox.backfill;
  if (finishedAt) return html`<p class="small">${t.finished}</p>`;
  // How much there is, the first answer of the server says.
  if (total === 0) return html`<progress aria-label="${t.neverChecked}"></progress>`;
  return html`<p class="small">${t.progress(words.count(done), words.count(total))}</p>
    <progress max="${Math.max(1, total)}" value="${done}" aria-label="${t.progress(words.count(done), words.count(total))}"></progress>`;
}

function figuresLine({ seen, candidates, pending, bytesRead, reconnects }: MailboxFigures, words: Words): Markup {
  const t = words.texts.mailboxes.figures;
  const megabytes = words.count(Math.round(bytesRead / 1e6));
  const rows = [
    [t.seen, words.count(seen)],
    [t.candidates, words.count(candidates)],
    [t.pending, words.count(pending)],
    [t.received, t.megabytes(megabytes)],
    [t.reconnects, words.count(reconnects)],
  ];
  return html`<details class="small">
    <summary>${t.title}</summary>
    <table class="stack">
      <tbody>
        ${rows.map(([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}
      </tbody>
    </table>
  </details>`;
}

function intervals(coverage: readonly CoverageInterval[], words: Words): Markup | string {
  const t = words.texts.mailboxes;
  if (coverage.length === 0) return '';
  return html`<details class="small">
    <summary>${t.coverage}</summary>
    <p class="soft">${t.coverageLead}</p>
    <table class="stack">
      <thead>
        <tr>
          <th scope="col">${t.folder}</th>
          <th scope="col">${t.from}</th>
          <th scope="col">${t.until}</th>
        </tr>
      </thead>
      <tbody>
        ${coverage.map(
          (interval) =>
            html`<tr>
              <td>${interval.path}</td>
              <td>${words.instant(interval.fromAt)}</td>
              <td>${words.instant(interval.untilAt)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </details>`;
}
