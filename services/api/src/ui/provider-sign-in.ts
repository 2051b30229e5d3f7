// Signing in at the provider instead of typing a password: off to its page and back (authorization code), or by a short code typed there on any
// device (Microsoft). What must be remembered meanwhile is sealed in a cookie of this browser; nothing is saved until the mailbox was opened with
// the permission. Works without JavaScript: waiting for a code is a page that reloads itself.
import { parseAddress } from '@quittance/discovery/mail-address';
import { PermanentError, TransientError } from '@quittance/domain/errors';
import type { MailboxSettings } from '@quittance/domain/mailbox';
import { discoveryTexts } from '@quittance/i18n/discovery';
import { beginSignIn, finishSignIn, type PendingSignIn } from '@quittance/oauth/authorization-code';
import { beginDevice, pollDevice, type DeviceSignIn } from '@quittance/oauth/device-code';
import type { OAuthClient, OAuthProvider } from '@quittance/oauth/oauth-client';
import type { Grant } from '@quittance/oauth/token-endpoint';
import { addMailbox, changeMailbox, getMailbox } from '@quittance/store/mailboxes';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import { forPerson, whoOf, type AppContext, type AppDeps } from '../context.ts';
import { paths } from '../paths.ts';
import { ProblemError } from '../problem.ts';
import { readForm } from '../read-form.ts';
import { tryMailboxWith } from '../v1/mailboxes.ts';
import { problemNotice } from './connect-steps.ts';
import { renderPage } from './layout.ts';
import type { Markup } from './parts/timeline-chart.ts';
import { readWords } from './parts/words.ts';

type Deps = Pick<AppDeps, 'db' | 'vault' | 'clock' | 'publicUrl' | 'oauth' | 'discover' | 'testMailbox'>;

/** A sign-in under way, as the cookie holds it. */
interface Pending {
  readonly userId: string;
  readonly provider: OAuthProvider;
  readonly settings: MailboxSettings;
  /** The mailbox that signs in anew; null for a new one. */
  readonly mailboxId: string | null;
  readonly expiresAtMs: number;
  readonly code: PendingSignIn | null;
  readonly device: DeviceSignIn | null;
}

const COOKIE = 'quittance_provider';
const PLACE = 'provider-sign-in';
const LIFE_MS = 15 * 60_000;

/** Off to the provider. */
export async function beginSignInPage(c: AppContext, deps: Deps): Promise<Response> {
  const { client, settings, mailboxId } = await readWish(c, deps);
  const { url, pending } = beginSignIn(client, { address: settings.address, redirectUri: deps.publicUrl + paths.providerSignInBack() });
  remember(c, deps, { provider: client.provider, settings, mailboxId, code: pending, device: null });
  return c.redirect(url, 302);
}

/** Back from the provider, with a code or a refusal. */
export async function signInBackPage(c: AppContext, deps: Deps): Promise<Response> {
  const pending = recall(c, deps);
  deleteCookie(c, COOKIE, { path: paths.mailboxes() });
  if (!pending?.code) return failed(c, deps, null, new PermanentError('sign_in_mixed_up', ''));
  try {
    const grant = await finishSignIn(clientOf(deps, pending.provider), pending.code, new URL(c.req.url).searchParams);
    return await connect(c, deps, pending, grant);
  } catch (error) {
    return failed(c, deps, pending, error);
  }
}

/** A code to type at the provider's page. */
export async function beginCodeAction(c: AppContext, deps: Deps): Promise<Response> {
  const { client, settings, mailboxId } = await readWish(c, deps);
  try {
    remember(c, deps, { provider: client.provider, settings, mailboxId, code: null, device: await beginDevice(client) });
  } catch (error) {
    return failed(c, deps, null, error);
  }
  return c.redirect(paths.providerSignInCode(), 303);
}

/** Asks the provider once whether the code was typed, and reloads itself until it was. */
export async function signInCodePage(c: AppContext, deps: Deps): Promise<Response> {
  const pending = recall(c, deps);
  if (!pending?.device) return c.redirect(paths.addMailbox(), 303);
  try {
    const answer = await pollDevice(clientOf(deps, pending.provider), pending.device.deviceCode);
    if (answer.kind === 'granted') {
      deleteCookie(c, COOKIE, { path: paths.mailboxes() });
      return await connect(c, deps, pending, answer.grant);
    }
    const waitS = pending.device.intervalS + (answer.slowDown ? 5 : 0);
    c.header('Refresh', `${waitS}; url=${paths.providerSignInCode()}`);
    return await page(c, deps, waiting(c, pending, pending.device));
  } catch (error) {
    if (error instanceof TransientError) c.header('Refresh', `${pending.device.intervalS}; url=${paths.providerSignInCode()}`);
    return failed(c, deps, pending, error);
  }
}

async function connect(c: AppContext, deps: Deps, pending: Pending, grant: Grant & { readonly refreshToken: string }): Promise<Response> {
  const { settings, provider, mailboxId } = pending;
  await tryMailboxWith(deps, settings, { accessToken: grant.accessToken });
  const credential = { kind: 'oauth', provider, refreshToken: grant.refreshToken } as const;
  const done = await forPerson<string | boolean | null>(c, deps, (tx, userId) =>
    mailboxId === null
      ? addMailbox(tx, deps.vault, { userId, settings, credential })
      : changeMailbox(tx, deps.vault, { userId, id: mailboxId, credential }),
  );
  if (!done) throw new ProblemError(mailboxId === null ? 'mailbox_exists' : 'not_found');
  return c.redirect(paths.mailboxes(), 303);
}

/** Whose mailbox: a new address, or one that must sign in anew. The server comes from our own data, never from the form. */
async function readWish(c: AppContext, deps: Deps): Promise<{ client: OAuthClient; settings: MailboxSettings; mailboxId: string | null }> {
  const given = c.req.method === 'POST' ? await readForm(c) : c.req.query();
  const mailboxId = given['mailbox'] ?? null;
  if (mailboxId !== null) {
    const mailbox = await forPerson(c, deps, (tx, userId) => getMailbox(tx, userId, mailboxId));
    if (!mailbox || mailbox.signIn === 'password') throw new ProblemError('not_found');
    return { client: clientOf(deps, mailbox.signIn), settings: mailbox, mailboxId };
  }
  const address = parseAddress(given['address'] ?? '');
  const { found, provider } = address ? await deps.discover(address) : { found: null, provider: null };
  if (!address || !provider?.oauth || !found || found.source === 'probe') throw new ProblemError('invalid_request');
  const { host, port, tls, usernames } = found;
  return {
    client: clientOf(deps, provider.oauth),
    settings: { address: address.address, host, port, tls, username: usernames[0] },
    mailboxId: null,
  };
}

function clientOf(deps: Deps, provider: OAuthProvider): OAuthClient {
  const client = deps.oauth[provider];
  if (!client) throw new ProblemError('not_found');
  return client;
}

function remember(c: AppContext, deps: Deps, pending: Omit<Pending, 'userId' | 'expiresAtMs'>): void {
  const { address, host, port, tls, username } = pending.settings;
  const whole: Pending = {
    ...pending,
    settings: { address, host, port, tls, username },
    userId: whoOf(c).userId,
    expiresAtMs: deps.clock.now().getTime() + LIFE_MS,
  };
  const sealed = deps.vault.seal(PLACE, Buffer.from(JSON.stringify(whole))).toString('base64url');
  const secure = deps.publicUrl.startsWith('https:');
  setCookie(c, COOKIE, sealed, { path: paths.mailboxes(), httpOnly: true, sameSite: 'Lax', secure, maxAge: LIFE_MS / 1000 });
}

/** null: none, another person's, too old, or not ours. */
function recall(c: AppContext, deps: Deps): Pending | null {
  try {
    const pending = JSON.parse(deps.vault.open(PLACE, Buffer.from(getCookie(c, COOKIE) ?? '', 'base64url')).toString()) as Pending;
    return pending.userId === whoOf(c).userId && pending.expiresAtMs > deps.clock.now().getTime() ? pending : null;
  } catch {
    // A cookie is the browser's word: what can't be opened was not sealed here.
    return null;
  }
}

async function failed(c: AppContext, deps: Deps, pending: Pending | null, error: unknown): Promise<Response> {
  const problem = toProblem(error);
  const t = discoveryTexts(c.get('language'));
  const words = await forPerson(c, deps, (tx, userId) => readWords(c, tx, userId, deps));
  const main = html`<div class="narrow">
    <h1>${words.texts.connect.title}</h1>
    ${problemNotice(problem, words)}
    <p class="row"><a class="button" href="${pending?.mailboxId ? paths.mailboxes() : paths.addMailbox()}">${t.signIn.again}</a></p>
  </div>`;
  return page(c, deps, main, 422);
}

function toProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (!(error instanceof PermanentError || error instanceof TransientError)) throw error;
  return new ProblemError('mailbox_unreachable', { reason: error.code, detail: error.message });
}

function waiting(c: AppContext, { settings, provider }: Pending, { userCode, verificationUrl }: DeviceSignIn): Markup {
  const t = discoveryTexts(c.get('language')).signIn;
  return html`<div class="narrow">
    <h1>${t.title(provider)}</h1>
    <section class="card stack">
      <p><strong>${settings.address}</strong></p>
      <p>${t.typeCode}</p>
      <p class="code-to-type"><strong>${userCode}</strong></p>
      <p><a class="button" href="${verificationUrl}" target="_blank" rel="noopener noreferrer">${t.openPage(provider)}&nbsp;↗</a></p>
      <p class="small soft" role="status">${t.waiting}</p>
    </section>
    <p class="small"><a href="${paths.addMailbox()}">${t.stop}</a></p>
  </div>`;
}

function page(c: AppContext, deps: Deps, main: Markup, status: 200 | 422 = 200): Promise<Response> {
  return renderPage(c, deps, { title: discoveryTexts(c.get('language')).signIn.short, section: 'mailboxes', main }, status);
}
