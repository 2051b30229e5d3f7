// A new password for a mailbox that is connected already, and its server where that moved. Both are tried before anything is saved, and what was read
// stays: removing and connecting again would begin anew.
import { providerOfHost } from '@quittance/discovery/find-known';
import { getMailbox, type Mailbox } from '@quittance/store/mailboxes';
import { html } from 'hono/html';
import { forPerson, type AppContext, type AppDeps } from '../context.ts';
import { paths } from '../paths.ts';
import { ProblemError } from '../problem.ts';
import { readForm } from '../read-form.ts';
import { mailboxInput, reconnectMailbox, type MailboxDeps } from '../v1/mailboxes.ts';
import { advice, passwordField, problemNotice, serverFields, type StepView, type Typed } from './connect-steps.ts';
import { csrfField, renderPage } from './layout.ts';
import { readWords } from './parts/words.ts';

type Deps = MailboxDeps & Pick<AppDeps, 'clock'>;
type Asked = Pick<StepView, 'problem' | 'wrong'> & { readonly typed?: Typed };

export async function mailboxPasswordPage(c: AppContext, deps: Deps): Promise<Response> {
  return page(c, deps, await find(c, deps), {});
}

export async function mailboxPasswordAction(c: AppContext, deps: Deps): Promise<Response> {
  const mailbox = await find(c, deps);
  const form = await readForm(c);
  const text = (name: string, known: string): string => (form[name] ?? known).trim();
  const typed = {
    ...typedOf(mailbox),
    host: text('host', mailbox.host),
    port: text('port', String(mailbox.port)),
    tls: text('tls', mailbox.tls),
    username: text('username', mailbox.username) || mailbox.address,
  };
  const { host, port, tls, username } = typed;
  const password = form['password'] ?? '';
  const input = mailboxInput.safeParse({ address: mailbox.address, host, port: Number(port), tls, username, password });
  if (!input.success) {
    const wrong = new Set(input.error.issues.map((issue) => String(issue.path[0])));
    return page(c, deps, mailbox, { typed, wrong, problem: new ProblemError('invalid_request') }, 422);
  }
  try {
    await reconnectMailbox(c, deps, mailbox.id, input.data);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return page(c, deps, mailbox, { typed, problem: error }, 422);
  }
  return c.redirect(paths.mailboxes(), 303);
}

/** @throws ProblemError `not_found`, also for a mailbox that signs in without a password. */
async function find(c: AppContext, deps: Deps): Promise<Mailbox> {
  const mailbox = await forPerson(c, deps, (tx, userId) => getMailbox(tx, userId, c.req.param('id') ?? ''));
  if (!mailbox || mailbox.signIn !== 'password') throw new ProblemError('not_found');
  return mailbox;
}

function typedOf({ address, host, port, tls, username }: Mailbox): Typed {
  return { address, host, port: String(port), tls, username, firstUsername: '', otherUsername: '' };
}

async function page(c: AppContext, deps: Deps, mailbox: Mailbox, asked: Asked, status: 200 | 422 = 200): Promise<Response> {
  const words = await forPerson(c, deps, (tx, userId) => readWords(c, tx, userId, deps));
  const t = words.texts.mailboxes.password;
  const { problem } = asked;
  const view: StepView = { c, words, typed: typedOf(mailbox), ...asked };
  // The password may be right and the server wrong: then its fields are what to look at.
  const isServerInDoubt = problem !== undefined && problem.details.reason !== 'credential_refused';
  const main = html`<div class="narrow">
    <p class="small"><a href="${paths.mailboxes()}">${words.texts.mailboxes.title}</a></p>
    <h1>${t.title(mailbox.address)}</h1>
    <p class="lead">${t.lead}</p>
    ${problem ? problemNotice(problem, words) : ''} ${advice(providerOfHost(mailbox.host, mailbox.port), view)}
    <form class="card stack" method="post" action="${paths.mailboxPassword(mailbox.id)}">
      ${csrfField(c)}
      <p class="small soft">${mailbox.username} · ${mailbox.host}:${mailbox.port}</p>
      ${passwordField(view, words.texts.fields.password, words.texts.connect.hint)}
      <details ${isServerInDoubt ? html`open` : ''}>
        <summary>${t.server}</summary>
        <div class="stack">${serverFields(view)}</div>
      </details>
      <button>${t.submit}</button>
    </form>
  </div>`;
  return renderPage(c, deps, { title: t.title(mailbox.address), section: 'mailboxes', main }, status);
}
