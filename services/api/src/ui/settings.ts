// Settings: about the person, their password, access for programs, and the head of the evidence log to keep elsewhere.
import { PermanentError } from '@quittance/domain/errors';
import { problemTexts } from '@quittance/i18n/problems';
import type { ProblemCode } from '@quittance/i18n/problems.en';
import { createApiToken, listApiTokens, type ApiToken, type TokenScope } from '@quittance/store/api-tokens';
import { readCalendarFeed, removeCalendarFeed, rotateCalendarFeed } from '@quittance/store/calendar-feed';
import { answerHolder, readLogHead, type HeldAnswer } from '@quittance/store/held-checkpoint';
import { html } from 'hono/html';
import { forPerson, type AppContext, type AppDeps } from '../context.ts';
import { paths } from '../paths.ts';
import { ProblemError } from '../problem.ts';
import { readFields, readForm } from '../read-form.ts';
import { changePassword, passwordChange } from '../v1/settings.ts';
import { chooseAuthorities, readTimeStamps } from '../v1/time-stamps.ts';
import { csrfField, renderPage } from './layout.ts';
import { aboutForm, type RefusedAbout } from './parts/about-form.ts';
import { calendarCard } from './parts/calendar-card.ts';
import { selectField, textField } from './parts/form.ts';
import { logHeadCard } from './parts/log-head-card.ts';
import { stampsCard } from './parts/stamps-card.ts';
import type { Markup } from './parts/timeline-chart.ts';
import { readWords, type Words } from './parts/words.ts';

const TOKEN_NAME_MAX = 100;

type Deps = Pick<AppDeps, 'db' | 'vault' | 'clock' | 'attempts' | 'publicUrl' | 'stamping'>;

export interface SettingsShown {
  readonly refusedAbout?: RefusedAbout;
  readonly passwordProblem?: ProblemCode;
  /** As it was sent with the refused password. */
  readonly address?: string;
  readonly saved?: boolean;
  /** Its scope, where a token was asked for without a name. */
  readonly namelessToken?: TokenScope | undefined;
  readonly newToken?: string;
  readonly calendarUrl?: string;
  /** To the older head of the log that somebody holds. */
  readonly held?: HeldAnswer | 'unreadable';
}

export async function settingsPage(c: AppContext, deps: Deps, shown: SettingsShown = {}): Promise<Response> {
  const { words, tokens, head, calendarAt, stamps } = await forPerson(c, deps, async (tx, userId) => ({
    words: await readWords(c, tx, userId, deps),
    tokens: await listApiTokens(tx, userId),
    head: await readLogHead(tx, deps.vault, userId, deps.clock.now()),
    calendarAt: await readCalendarFeed(tx, userId),
    stamps: await readTimeStamps(tx, userId, deps.stamping.offered),
  }));
  const t = words.texts.settings;
  const isRefused = [shown.passwordProblem, shown.refusedAbout, shown.namelessToken].some((one) => one !== undefined);
  const main = html`<h1>${t.title}</h1>
    ${shown.saved || (!isRefused && c.req.query('saved')) ? html`<div class="notice good" role="status"><p>${words.texts.saved}</p></div>` : ''}
    <div class="columns even">
      <div>
        <section class="card">
          <h2>${t.you}</h2>
          ${aboutForm(c, words, `${paths.settings()}?saved=1`, shown.refusedAbout)}
        </section>
        ${passwordCard(c, words, shown)} ${calendarCard(c, calendarAt, words, shown.calendarUrl)}
      </div>
      <div>
        ${tokensCard(c, tokens, words, shown)}
        <section class="card">
          <h2>${t.export}</h2>
          <p class="small soft">${t.exportLead}</p>
          <div class="row">
            <a class="button" href="${paths.exportAll()}" download>${t.exportButton}</a>
            <a class="button quiet" href="${paths.imports()}">${t.exportBack}</a>
          </div>
        </section>
        ${logHeadCard(c, { head, answer: shown.held }, words)}
        ${stampsCard(
          c,
          stamps,
          deps.stamping.offered.map(({ url }) => url),
          words,
        )}
      </div>
    </div>`;
  return renderPage(c, deps, { title: t.title, section: 'settings', main }, isRefused ? 422 : 200);
}

export async function passwordAction(c: AppContext, deps: Deps): Promise<Response> {
  const form = await readForm(c);
  const input = passwordChange.safeParse({
    address: form['address'] ?? '',
    password: form['password'] ?? '',
    current_password: form['current_password'] || undefined,
  });
  const address = form['address'] ?? '';
  if (!input.success) return settingsPage(c, deps, { passwordProblem: 'password_weak', address });
  try {
    await changePassword(c, deps, input.data);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return settingsPage(c, deps, { passwordProblem: error.code, address });
  }
  return settingsPage(c, deps, { saved: true });
}

export async function tokenAction(c: AppContext, deps: Deps): Promise<Response> {
  const form = await readForm(c);
  const name = (form['name'] ?? '').trim().slice(0, TOKEN_NAME_MAX);
  if (!name) return settingsPage(c, deps, { namelessToken: form['scope'] === 'write' ? 'write' : 'read' });
  const scopes = form['scope'] === 'write' ? (['read', 'write'] as const) : (['read'] as const);
  const { token } = await forPerson(c, deps, (tx, userId) => createApiToken(tx, { userId, name, scopes, now: deps.clock.now() }));
  return settingsPage(c, deps, { newToken: token });
}

export async function heldCheckpointAction(c: AppContext, deps: Deps): Promise<Response> {
  const { checkpoint: text = '' } = await readForm(c);
  const held = await forPerson(c, deps, (tx, userId) => answerHolder(tx, deps.vault, userId, text, deps.clock.now())).catch(
    (error: unknown) => {
      if (error instanceof PermanentError && error.code === 'bad_checkpoint') return 'unreadable' as const;
      throw error;
    },
  );
  return settingsPage(c, deps, { held });
}

export async function calendarLinkAction(c: AppContext, deps: Deps): Promise<Response> {
  const at = deps.clock.now().toISOString();
  const token = await forPerson(c, deps, (tx, userId) => rotateCalendarFeed(tx, userId, at));
  return settingsPage(c, deps, { calendarUrl: deps.publicUrl + paths.calendar(token) });
}

export async function calendarRemoveAction(c: AppContext, deps: Deps): Promise<Response> {
  await forPerson(c, deps, removeCalendarFeed);
  return c.redirect(`${paths.settings()}?saved=1`, 303);
}

export async function timeStampsAction(c: AppContext, deps: Deps): Promise<Response> {
  const chosen = (await readFields(c))('authority');
  await forPerson(c, deps, (tx, userId) => chooseAuthorities(tx, deps, userId, chosen));
  return c.redirect(`${paths.settings()}?saved=1#time-stamps`, 303);
}

export async function timeStampsWithdrawAction(c: AppContext, deps: Deps): Promise<Response> {
  await forPerson(c, deps, (tx, userId) => chooseAuthorities(tx, deps, userId, []));
  return c.redirect(`${paths.settings()}?saved=1#time-stamps`, 303);
}

function passwordCard(c: AppContext, words: Words, shown: SettingsShown): Markup {
  const { texts, settings } = words;
  const t = texts.settings;
  const problem = shown.passwordProblem;
  const problemAt = (code: ProblemCode): string | undefined => (problem === code ? problemTexts(words.language)[code] : undefined);
  const isElsewhere = problem === 'address_taken' || problem === 'password_wrong';
  return html`<section class="card">
    <h2>${t.password}</h2>
    <p class="small soft">${settings.hasPassword ? t.passwordSet : t.passwordLead}</p>
    <form class="stack" method="post" action="${paths.password()}">
      ${csrfField(c)}
      ${textField({ name: 'address', label: t.passwordAddress, type: 'email', value: shown.address ?? settings.address ?? '', required: true, autocomplete: 'username', error: problemAt('address_taken') })}
      ${settings.hasPassword ? textField({ name: 'current_password', label: t.passwordNow, type: 'password', autocomplete: 'current-password', error: problemAt('password_wrong') }) : ''}
      ${textField({ name: 'password', label: t.passwordNew, type: 'password', required: true, autocomplete: 'new-password', error: isElsewhere ? undefined : problem && problemTexts(words.language)[problem] })}
      <button>${texts.actions.save}</button>
    </form>
  </section>`;
}

function tokensCard(c: AppContext, tokens: readonly ApiToken[], words: Words, shown: SettingsShown): Markup {
  const { texts } = words;
  const t = texts.settings;
  return html`<section class="card">
    <h2>${t.tokens}</h2>
    <p class="small soft">${t.tokensLead} <a href="${paths.apiDocs()}">${t.apiDocs}</a></p>
    ${
      shown.newToken
        ? html`<div class="notice good" role="status">
            <p>${t.tokenOnce}</p>
            <pre class="code">${shown.newToken}</pre>
          </div>`
        : ''
    }
    ${tokens.length === 0 ? html`<p class="soft">${t.tokenNone}</p>` : ''}
    <ul class="list">
      ${tokens.map(
        (token) =>
          html`<li>
            <strong>${token.name}</strong>
            <span class="small soft"
              >${t.tokenScopes[token.scopes.includes('write') ? 'write' : 'read']} · ${t.created}
              ${words.date(words.dayOf(token.createdAt))} · ${t.used} ${token.usedAt ? words.instant(token.usedAt) : t.never}</span
            >
            <form class="inline" method="post" action="${paths.tokenRevoke(token.id)}">
              ${csrfField(c)}<button class="quiet">${t.revoke}</button>
            </form>
          </li>`,
      )}
    </ul>
    <form class="row" method="post" action="${paths.tokens()}">
      ${csrfField(c)} ${textField({ name: 'name', id: 'token-name', label: t.tokenName, required: true, maxlength: TOKEN_NAME_MAX, error: shown.namelessToken && t.tokenNameless })}
      ${selectField({
        name: 'scope',
        label: t.tokenScope,
        value: shown.namelessToken ?? 'read',
        options: [
          ['read', t.tokenScopes.read],
          ['write', t.tokenScopes.write],
        ],
      })} <button>${texts.actions.add}</button>
    </form>
  </section>`;
}
