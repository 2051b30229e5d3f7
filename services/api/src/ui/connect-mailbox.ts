// The form that connects a mailbox. The settings are tried before anything is saved; what went wrong stands above the form with what to do, and what
// was typed stays, but for the password.
import { TLS_MODES } from '@quittance/domain/mailbox';
import { problemTexts } from '@quittance/i18n/problems';
import { html } from 'hono/html';
import { forPerson, type AppContext, type AppDeps } from '../context.ts';
import { paths } from '../paths.ts';
import { ProblemError } from '../problem.ts';
import { connectMailbox, mailboxInput, type MailboxDeps } from '../v1/mailboxes.ts';
import { csrfField, renderPage } from './layout.ts';
import { selectField, textField } from './parts/form.ts';
import { readWords, type Words } from './parts/words.ts';

type Deps = MailboxDeps & Pick<AppDeps, 'clock'>;

interface Typed {
  readonly address: string;
  readonly username: string;
  readonly host: string;
  readonly port: string;
  readonly tls: string;
}

const EMPTY: Typed = { address: '', username: '', host: '', port: '993', tls: 'tls' };

export function connectPage(c: AppContext, deps: Deps): Promise<Response> {
  return page(c, deps, EMPTY, null);
}

export async function connectAction(c: AppContext, deps: Deps): Promise<Response> {
  const form = (await c.req.parseBody()) as Record<string, string>;
  const typed: Typed = {
    address: (form['address'] ?? '').trim(),
    username: (form['username'] ?? '').trim(),
    host: (form['host'] ?? '').trim(),
    port: (form['port'] ?? '').trim(),
    tls: form['tls'] ?? 'tls',
  };
  const input = mailboxInput.safeParse({
    ...typed,
    username: typed.username || typed.address,
    port: Number(typed.port),
    password: form['password'] ?? '',
  });
  if (!input.success)
    return page(c, deps, typed, new ProblemError('invalid_request'), new Set(input.error.issues.map((issue) => String(issue.path[0]))));
  try {
    await connectMailbox(c, deps, input.data);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return page(c, deps, typed, error);
  }
  return c.redirect(paths.mailboxes(), 303);
}

async function page(
  c: AppContext,
  deps: Deps,
  typed: Typed,
  problem: ProblemError | null,
  wrong: ReadonlySet<string> = new Set(),
): Promise<Response> {
  const words = await forPerson(c, deps, (tx, userId) => readWords(c, tx, userId, deps));
  const { texts } = words;
  const f = texts.fields;
  const error = (name: string): string | undefined => (wrong.has(name) ? problemTexts(words.language).invalid_request : undefined);
  const main = html`<div class="narrow">
    <h1>${texts.connect.title}</h1>
    <p class="lead">${texts.connect.lead}</p>
    ${
      problem
        ? html`<div class="notice bad" role="alert">
            <p><strong>${texts.connect.failed}</strong></p>
            <p>${wording(problem, words)}</p>
            ${problem.details.detail ? html`<p class="small soft">${problem.details.detail}</p>` : ''}
          </div>`
        : ''
    }
    <form class="card stack" method="post" action="${paths.addMailbox()}">
      ${csrfField(c)}
      ${textField({ name: 'address', label: f.address, type: 'email', value: typed.address, required: true, autocomplete: 'email', error: error('address') })}
      <div class="row">
        ${textField({ name: 'host', label: f.host, value: typed.host, required: true, placeholder: 'imap.example.org', error: error('host') })}${textField({ name: 'port', label: f.port, value: typed.port, required: true, inputmode: 'numeric', error: error('port') })}
      </div>
      ${selectField({ name: 'tls', label: f.tls, value: typed.tls, options: TLS_MODES.map((mode) => [mode, f.tlsModes[mode]] as const) })}
      ${textField({ name: 'username', label: f.username, value: typed.username, hint: f.usernameHint, autocomplete: 'username', error: error('username') })}
      ${textField({ name: 'password', label: f.password, type: 'password', required: true, hint: texts.connect.hint, autocomplete: 'off', error: error('password') })}
      <button>${texts.connect.submit}</button>
    </form>
  </div>`;
  return renderPage(c, deps, { title: texts.connect.title, section: 'mailboxes', main }, problem ? 422 : 200);
}

function wording(problem: ProblemError, words: Words): string {
  const { reason } = problem.details;
  return (reason && words.texts.connect.problems[reason]) || problemTexts(words.language)[problem.code];
}
