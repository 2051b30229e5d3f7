// Connecting a mailbox: the address alone, then what was found for it with the password, or all settings by hand. Each step is a plain form. The
// settings are tried before anything is saved; what went wrong stands above the form with what to do, and what was typed stays, but for the password.
import { providerOfHost } from '@quittance/discovery/find-known';
import { parseAddress } from '@quittance/discovery/mail-address';
import { discoveryTexts } from '@quittance/i18n/discovery';
import type { OAuthProvider } from '@quittance/oauth/oauth-client';
import type { Discovery } from '@quittance/discovery/discovery';
import { forPerson, type AppContext, type AppDeps } from '../context.ts';
import { paths } from '../paths.ts';
import { ProblemError } from '../problem.ts';
import { readForm } from '../read-form.ts';
import { connectMailbox, mailboxInput, type MailboxDeps, type MailboxInput } from '../v1/mailboxes.ts';
import { addressStep, foundStep, manualStep, noWayStep, signInStep, type StepView, type Typed } from './connect-steps.ts';
import { renderPage } from './layout.ts';
import type { Markup } from './parts/timeline-chart.ts';
import { readWords } from './parts/words.ts';

type Deps = MailboxDeps & Pick<AppDeps, 'clock' | 'discover' | 'oauth'>;
type Step = (view: StepView) => Markup;

const EMPTY: Typed = { address: '', host: '', port: '993', tls: 'tls', username: '', firstUsername: '', otherUsername: '' };

export function connectPage(c: AppContext, deps: Deps): Promise<Response> {
  return page(c, deps, c.req.query('manual') === undefined ? addressStep : manualStep, { typed: EMPTY });
}

export async function connectAction(c: AppContext, deps: Deps): Promise<Response> {
  const form = await readForm(c);
  return form['step'] === 'address' ? findSettings(c, deps, form) : tryToConnect(c, deps, form);
}

async function findSettings(c: AppContext, deps: Deps, form: Readonly<Record<string, string>>): Promise<Response> {
  const typed = { ...EMPTY, address: (form['address'] ?? '').trim() };
  const address = parseAddress(typed.address);
  if (!address || !mailboxInput.shape.address.safeParse(address.address).success) {
    const { badAddress } = discoveryTexts(c.get('language')).start;
    return page(c, deps, addressStep, { typed, errors: new Map([['address', badAddress]]) }, 422);
  }
  const discovery = await deps.discover(address);
  const oauth = discovery.provider?.oauth;
  const signInWith = oauth && discovery.found && deps.oauth[oauth] ? oauth : null;
  return page(c, deps, stepFor(discovery, signInWith), {
    typed: fill(typed, discovery),
    discovery,
    signInWith,
    notFoundFor: address.domain,
  });
}

function stepFor({ found, provider }: Discovery, signInWith: OAuthProvider | null): Step {
  if (provider?.signIn === 'oauth' && signInWith) return signInStep;
  if (provider && (provider.signIn === 'oauth' || provider.signIn === 'none')) return noWayStep;
  return found ? foundStep : manualStep;
}

function fill(typed: Typed, { found }: Discovery): Typed {
  if (!found) return typed;
  const [username, other = ''] = found.usernames;
  const { host, port, tls } = found;
  return { ...typed, host, port: String(port), tls, username, firstUsername: username, otherUsername: other };
}

async function tryToConnect(c: AppContext, deps: Deps, form: Readonly<Record<string, string>>): Promise<Response> {
  const text = (name: string): string => (form[name] ?? '').trim();
  const typed: Typed = {
    address: text('address'),
    host: text('host'),
    port: text('port'),
    tls: form['tls'] ?? 'tls',
    username: text('username'),
    firstUsername: text('first_username'),
    otherUsername: text('other_username'),
  };
  const step = form['step'] === 'found' ? foundStep : manualStep;
  // How the server was found is no longer known, whose it is still is.
  const provider = providerOfHost(typed.host, Number(typed.port));
  const { host, port, tls, address } = typed;
  const username = typed.username || address;
  const input = mailboxInput.safeParse({ address, host, port: Number(port), tls, username, password: form['password'] ?? '' });
  if (!input.success) {
    // An empty name stands for the address: what is wrong with that is said there.
    const fields = input.error.issues.map((issue) => String(issue.path[0]));
    const wrong = new Set(fields.filter((field) => field !== 'username' || typed.username !== ''));
    return page(c, deps, step, { typed, provider, problem: new ProblemError('invalid_request'), wrong }, 422);
  }
  // Only for a name that was proposed: one that the person chose is the one they meant.
  const others = typed.otherUsername !== '' && typed.username === typed.firstUsername ? [typed.otherUsername] : [];
  try {
    await connectWithOneOf(c, deps, input.data, [username, ...others]);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return page(c, deps, step, { typed, provider, problem: error }, 422);
  }
  return c.redirect(paths.mailboxes(), 303);
}

/** Another name is tried only when the server refused the one before. */
async function connectWithOneOf(c: AppContext, deps: Deps, input: MailboxInput, usernames: readonly string[]): Promise<void> {
  for (const [index, username] of usernames.entries()) {
    try {
      return void (await connectMailbox(c, deps, { ...input, username }));
    } catch (error) {
      const isRefused = error instanceof ProblemError && error.details.reason === 'credential_refused';
      if (!isRefused || index === usernames.length - 1) throw error;
    }
  }
}

async function page(
  c: AppContext,
  deps: Deps,
  step: Step,
  view: Omit<StepView, 'c' | 'words'>,
  status: 200 | 422 = 200,
): Promise<Response> {
  const words = await forPerson(c, deps, (tx, userId) => readWords(c, tx, userId, deps));
  return renderPage(c, deps, { title: words.texts.connect.title, section: 'mailboxes', main: step({ c, words, ...view }) }, status);
}
