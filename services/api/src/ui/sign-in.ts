// Signing in and out: by a one-time link from the terminal, or by address and password.
import { preferredLanguage } from '@quittance/i18n/language';
import { pageTexts } from '@quittance/i18n/pages';
import { problemTexts } from '@quittance/i18n/problems';
import { notify } from '@quittance/store/notifications';
import { asUser } from '@quittance/store/transaction';
import { readUserSettings, saveUserSettings } from '@quittance/store/user-settings';
import { findPasswordHash, useSignInLink } from '@quittance/store/users';
import type { Hono } from 'hono';
import { html } from 'hono/html';
import { clientAddress } from '../auth/client-address.ts';
import { PASSWORD_MAX, verifyPassword } from '../auth/password.ts';
import { closeSession, openSession } from '../auth/session-cookie.ts';
import type { AppContext, AppDeps, AppEnv } from '../context.ts';
import { localPath, paths } from '../paths.ts';
import { ProblemError } from '../problem.ts';
import { readForm } from '../read-form.ts';
import { renderPage } from './layout.ts';

export function registerSignIn(ui: Hono<AppEnv>, deps: AppDeps): void {
  ui.get('/sign-in', (c) => (c.get('who') ? Promise.resolve(c.redirect(paths.home(), 303)) : signInPage(c, deps, {})));
  ui.post('/sign-in', (c) => signInWithPassword(c, deps));
  ui.get('/sign-in/:token', (c) => signInWithLink(c, deps));
  ui.post('/sign-out', async (c) => {
    const who = c.get('who');
    await closeSession(c, deps);
    // Other tabs ask for their pages and find the sign-in.
    if (who) await notify(deps.db, 'change', who.userId);
    return c.redirect(paths.signIn(), 303);
  });
}

interface Filled {
  readonly address?: string;
  readonly error?: string;
}

function signInPage(c: AppContext, deps: AppDeps, filled: Filled): Promise<Response> {
  const texts = pageTexts(c.get('language')).signIn;
  const main = html`<section class="narrow">
    <h1>${texts.title}</h1>
    <p>${texts.lead}</p>
    ${c.req.query('lost') ? html`<div class="notice warn" role="alert"><p>${texts.lost}</p></div>` : ''}
    ${filled.error ? html`<p role="alert" class="error">${filled.error}</p>` : html``}
    <form method="post" action="${paths.signIn(c.req.query('next'))}">
      <label>${texts.address}<input name="address" type="email" autocomplete="username" required value="${filled.address ?? ''}" /></label>
      <label>${texts.password}<input name="password" type="password" autocomplete="current-password" required /></label>
      <button>${texts.submit}</button>
    </form>
    <p class="muted">${texts.withLink}</p>
    <p class="muted">${texts.newLink} <code>npx quittance user link</code></p>
  </section>`;
  return renderPage(c, deps, { title: texts.title, main }, filled.error ? 401 : 200);
}

async function signInWithPassword(c: AppContext, deps: AppDeps): Promise<Response> {
  const form = await readForm(c);
  const address = (form['address'] ?? '').trim().toLowerCase().slice(0, 254).replaceAll('\0', '');
  const password = (form['password'] ?? '').slice(0, PASSWORD_MAX);
  const ip = clientAddress(c);
  const retryAfterSeconds = deps.attempts.begin(address, ip);
  if (retryAfterSeconds > 0) throw new ProblemError('rate_limited', { retryAfterSeconds });
  const found = await findPasswordHash(deps.db, address);
  if (!(await verifyPassword(password, found?.passwordHash ?? null)) || !found) {
    deps.log.info({ ip }, 'sign_in_failed');
    return signInPage(c, deps, { address, error: problemTexts(c.get('language')).sign_in_failed });
  }
  deps.attempts.succeed(address, ip);
  await openSession(c, deps, found.userId);
  deps.log.info({ userId: found.userId, by: 'password' }, 'signed_in');
  return c.redirect(localPath(c.req.query('next')), 303);
}

async function signInWithLink(c: AppContext, deps: AppDeps): Promise<Response> {
  // Whatever looks at links before a person does must not spend them.
  const isAhead = c.req.method === 'HEAD' || /prefetch|preview/i.test(c.req.header('Sec-Purpose') ?? c.req.header('Purpose') ?? '');
  if (isAhead) return c.body(null, 204);
  const userId = await useSignInLink(deps.db, c.req.param('token') ?? '', deps.clock.now());
  if (userId === null) {
    // Opened a second time in the browser that it signed in: all is well.
    if (c.get('who')?.kind === 'session') return c.redirect(paths.home(), 303);
    throw new ProblemError('sign_in_link_invalid');
  }
  await takeBrowserLanguage(c, deps, userId);
  await openSession(c, deps, userId);
  deps.log.info({ userId, by: 'link' }, 'signed_in');
  return c.redirect(paths.home(), 303);
}

// Until the person has set anything, the browser's language is the best guess.
async function takeBrowserLanguage(c: AppContext, deps: AppDeps, userId: string): Promise<void> {
  const language = preferredLanguage(c.req.header('Accept-Language'));
  await asUser(deps.db, userId, async (tx) => {
    const settings = await readUserSettings(tx, userId);
    if (settings.setUpAt === null && settings.language !== language) await saveUserSettings(tx, userId, { language });
  });
}
