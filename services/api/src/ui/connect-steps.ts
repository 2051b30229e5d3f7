// What a person sees on the way to a connected mailbox: the form for the address, what was found for it, all settings by hand, and the honest
// answer where no password works. No step needs JavaScript.
import type { Discovery } from '@quittance/discovery/discovery';
import type { Provider } from '@quittance/discovery/provider';
import { TLS_MODES } from '@quittance/domain/mailbox';
import { discoveryTexts, sourceText } from '@quittance/i18n/discovery';
import type { OAuthProvider } from '@quittance/oauth/oauth-client';
import { problemTexts } from '@quittance/i18n/problems';
import { THEIR_WORDS } from '@quittance/imap/classify-login-failure';
import { html } from 'hono/html';
import type { AppContext } from '../context.ts';
import { paths } from '../paths.ts';
import type { ProblemError } from '../problem.ts';
import { csrfField } from './layout.ts';
import { selectField, textField } from './parts/form.ts';
import type { Markup } from './parts/timeline-chart.ts';
import type { Words } from './parts/words.ts';

/** What stands in the fields, as text. */
export interface Typed {
  readonly address: string;
  readonly host: string;
  readonly port: string;
  readonly tls: string;
  readonly username: string;
  /** The name that was proposed, and the one to try when the server refuses it. */
  readonly firstUsername: string;
  readonly otherUsername: string;
}

export interface StepView {
  readonly c: AppContext;
  readonly words: Words;
  readonly typed: Typed;
  readonly discovery?: Discovery;
  /** Whose server it is, where no discovery says so. */
  readonly provider?: Provider | null;
  readonly notFoundFor?: string;
  /** The provider's own sign-in is offered, since this installation has a client there. */
  readonly signInWith?: OAuthProvider | null;
  readonly problem?: ProblemError;
  /** Names of fields that are not as they must be. */
  readonly wrong?: ReadonlySet<string>;
  readonly errors?: ReadonlyMap<string, string>;
}

export function addressStep(view: StepView): Markup {
  const { c, words, typed, errors } = view;
  const t = discoveryTexts(words.language).start;
  const error = errors?.get('address');
  return frame(
    view,
    t.lead,
    html`<form class="card stack" method="post" action="${paths.addMailbox()}">
        ${csrfField(c)}<input type="hidden" name="step" value="address" />
        ${textField({ name: 'address', label: words.texts.fields.address, type: 'email', value: typed.address, required: true, autocomplete: 'email', error })}
        <button>${t.submit}</button>
      </form>
      <p class="small"><a href="${paths.enterMailbox()}">${t.manual}</a></p>`,
  );
}

export function foundStep(view: StepView): Markup {
  const { c, words, typed, discovery } = view;
  const t = discoveryTexts(words.language);
  const provider = discovery?.provider ?? view.provider ?? null;
  const found = discovery?.found;
  const wantsAppPassword = provider?.signIn === 'app_password';
  // The password may be right and the server wrong: then its fields are what to look at.
  const isServerInDoubt = view.problem !== undefined && view.problem.details.reason !== 'credential_refused';
  return frame(
    view,
    null,
    html`${signInCard(view)}${advice(provider, view)}
      <form class="card stack" method="post" action="${paths.addMailbox()}">
        ${csrfField(c)}${hidden({ step: 'found', address: typed.address, first_username: typed.firstUsername, other_username: typed.otherUsername })}
        <div>
          <p><strong>${typed.address}</strong> <a class="small" href="${paths.addMailbox()}">${t.otherAddress}</a></p>
          <p class="small soft">
            ${provider ? html`${provider.name} · ` : ''}${t.server(typed.host, typed.port)}${found ? html` (${sourceText(found, words.language)})` : ''}
          </p>
        </div>
        ${found?.needsConfirmation ? html`<div class="notice warn"><p>${t.confirm(found.host)}</p></div>` : ''}
        ${passwordField(view, wantsAppPassword ? t.appPassword : words.texts.fields.password, wantsAppPassword ? t.appPasswordHint : t.passwordHint)}
        <details ${isServerInDoubt ? html`open` : ''}>
          <summary>${t.advanced}</summary>
          <div class="stack">${serverFields(view)}</div>
        </details>
        <button>${words.texts.connect.submit}</button>
      </form>`,
  );
}

export function manualStep(view: StepView): Markup {
  const { c, words, typed, notFoundFor } = view;
  const { connect, fields } = words.texts;
  const t = discoveryTexts(words.language);
  return frame(
    view,
    notFoundFor === undefined ? t.manualLead : null,
    html`${notFoundFor === undefined ? '' : html`<div class="notice warn" role="alert"><p>${t.notFound(notFoundFor)}</p></div>`}
      ${advice(view.provider ?? null, view)}
      <form class="card stack" method="post" action="${paths.addMailbox()}">
        ${csrfField(c)}${hidden({ step: 'manual' })}
        ${textField({ name: 'address', label: fields.address, type: 'email', value: typed.address, required: true, autocomplete: 'email', error: wrongText(view, 'address') })}
        ${serverFields(view)} ${passwordField(view, fields.password, connect.hint)}
        <button>${connect.submit}</button>
      </form>`,
  );
}

/** For a provider that takes nothing but its own sign-in. */
export function signInStep(view: StepView): Markup {
  return frame(view, null, html`${signInCard(view)}`);
}

function signInCard({ c, words, typed, signInWith }: StepView): Markup | string {
  if (!signInWith) return '';
  const t = discoveryTexts(words.language).signIn;
  return html`<section class="card stack">
    <p><strong>${typed.address}</strong></p>
    <p>${t.lead(signInWith)}</p>
    <p><a class="button" href="${paths.providerSignIn({ address: typed.address })}">${t.title(signInWith)}</a></p>
    ${
      signInWith === 'microsoft'
        ? html`<form method="post" action="${paths.providerSignInCode()}">
            ${csrfField(c)}${hidden({ address: typed.address })}<button class="quiet">${t.byCode}</button>
          </form>`
        : ''
    }
  </section>`;
}

/** For a provider that takes no password from other programs. */
export function noWayStep(view: StepView): Markup {
  const { words, typed, discovery } = view;
  const t = discoveryTexts(words.language);
  const provider = discovery!.provider!;
  return frame(
    view,
    null,
    html`<section class="card">
      <p><strong>${typed.address}</strong></p>
      <h2>${t.noWay(provider.name)}</h2>
      <p>${provider.hint?.[words.language] ?? ''}</p>
      ${providerLink(provider, words)}
      <p>${t.instead}</p>
      <p class="row"><a class="button" href="${paths.imports()}">${t.importFiles}</a> <a class="button quiet" href="${paths.addMailbox()}">${t.otherMailbox}</a></p>
      <p class="small"><a href="${paths.enterMailbox()}">${t.anyway}</a></p>
    </section>`,
  );
}

function frame(view: StepView, lead: string | null, content: Markup): Markup {
  const { words, problem } = view;
  const t = words.texts.connect;
  return html`<div class="narrow">
    <h1>${t.title}</h1>
    <p class="lead">${lead ? html`${lead} ` : ''}${t.lead}</p>
    ${problem ? problemNotice(problem, words) : ''} ${content}
  </div>`;
}

/** What the mail server or the provider answered, where it is known that they did. */
export function answerOf(code: string | undefined, text: string | undefined, words: Words): Markup | string {
  if (!code || !text || !THEIR_WORDS.has(code)) return '';
  return html`<p class="small soft">${words.texts.connect.serverSaid(text)}</p>`;
}

export function problemNotice(problem: ProblemError, words: Words): Markup {
  const { reason, detail } = problem.details;
  const { problems, whileTrying } = words.texts.connect;
  return html`<div class="notice bad" role="alert">
    <p><strong>${words.texts.connect.failed}</strong></p>
    <p>${(reason && (whileTrying[reason] ?? problems[reason])) || problemTexts(words.language)[problem.code]}</p>
    ${answerOf(reason, detail, words)}
  </div>`;
}

/** What the provider wants first. It stands above the password, so that nobody types the wrong one. */
export function advice(provider: Provider | null, { words }: StepView): Markup | string {
  if (!provider?.hint) return '';
  return html`<section class="notice">
    <h2>${discoveryTexts(words.language).before}</h2>
    <p>${provider.hint[words.language]}</p>
    ${providerLink(provider, words)}
  </section>`;
}

function providerLink({ link, name }: Provider, words: Words): Markup | string {
  if (!link) return '';
  const text = discoveryTexts(words.language).links[link.does](name);
  return html`<p><a class="button quiet" href="${link.url}" target="_blank" rel="noopener noreferrer">${text}&nbsp;↗</a></p>`;
}

export function serverFields(view: StepView): Markup {
  const { words, typed } = view;
  const f = words.texts.fields;
  return html`<div class="row fields">
      ${textField({ name: 'host', label: f.host, value: typed.host, required: true, placeholder: 'imap.example.org', error: wrongText(view, 'host') })}${textField({ name: 'port', label: f.port, value: typed.port, required: true, inputmode: 'numeric', error: wrongText(view, 'port') })}
    </div>
    ${selectField({ name: 'tls', label: f.tls, value: typed.tls, options: TLS_MODES.map((mode) => [mode, f.tlsModes[mode]] as const) })}
    ${textField({ name: 'username', label: f.username, value: typed.username, hint: f.usernameHint, autocomplete: 'username', error: wrongText(view, 'username') })}`;
}

export function passwordField(view: StepView, label: string, hint: string): Markup {
  return textField({
    name: 'password',
    label,
    type: 'password',
    required: true,
    hint,
    autocomplete: 'off',
    error: wrongText(view, 'password'),
  });
}

type Checked = keyof Words['texts']['connect']['wrong'];

function wrongText({ wrong, words }: StepView, name: Checked): string | undefined {
  return wrong?.has(name) ? words.texts.connect.wrong[name] : undefined;
}

function hidden(values: Readonly<Record<string, string>>): Markup[] {
  return Object.entries(values).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`);
}
