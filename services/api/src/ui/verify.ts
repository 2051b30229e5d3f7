// The page on which anybody verifies a dossier in their browser: no account, no upload. The server gives the words and the scripts; the work is
// done by assets/verify.js with the modules of packages/verifier. Its policy allows no connection at all once it is loaded.
import { isLanguage } from '@quittance/i18n/language';
import { verifyingTexts, type VerifyingTexts } from '@quittance/i18n/verifying';
import type { Hono } from 'hono';
import { html } from 'hono/html';
import type { AppContext, AppDeps, AppEnv } from '../context.ts';
import { CONTENT_SECURITY_POLICY } from '../middleware.ts';
import { paths } from '../paths.ts';
import { ProblemError } from '../problem.ts';
import { renderPage } from './layout.ts';
import type { Markup } from './parts/timeline-chart.ts';
import { readVerifierFile } from './verifier-files.ts';

const POLICY = CONTENT_SECURITY_POLICY.replace("connect-src 'self'", "connect-src 'none'").replace("frame-src 'self'", "frame-src 'none'");

export function registerVerify(ui: Hono<AppEnv>, deps: Pick<AppDeps, 'db'>): void {
  ui.get(paths.verify(), (c) => verifyPage(c, deps));
  ui.get('/verifier/:name', (c) => {
    const file = readVerifierFile(c.req.param('name'));
    if (!file) throw new ProblemError('not_found');
    const headers = { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-cache', ETag: file.etag };
    return c.req.header('If-None-Match') === file.etag ? c.body(null, 304, headers) : c.body(new Uint8Array(file.body), 200, headers);
  });
}

function verifyPage(c: AppContext, deps: Pick<AppDeps, 'db'>): Promise<Response> {
  const asked = c.req.query('language');
  if (asked && isLanguage(asked)) c.set('language', asked);
  c.header('Content-Security-Policy', POLICY);
  const texts = verifyingTexts(c.get('language'));
  const t = texts.page;
  const main = html`<h1>${t.title}</h1>
    <p class="lead">${t.lead}</p>
    ${form(t)}
    <noscript><p class="notice warn">${t.noScript}</p></noscript>
    <div id="result" aria-live="polite">${answers(texts)}</div>
    ${otherWays(c, t)}`;
  return renderPage(c, deps, { title: t.title, main, script: 'verify.js' });
}

type Words = VerifyingTexts['page'];

/** Shown by the script: without it nothing would happen here. */
function form(t: Words): Markup {
  return html`<form id="verify" class="card stack" hidden>
    <div class="field">
      <label for="file">${t.choose}</label>
      <input id="file" name="file" type="file" accept=".asice,.zip" required aria-describedby="file-hint" />
      <small id="file-hint">${t.chooseHint}</small>
    </div>
    <div class="field">
      <label for="key">${t.key}</label>
      <input id="key" name="key" type="text" autocomplete="off" spellcheck="false" aria-describedby="key-hint" />
      <small id="key-hint">${t.keyHint}</small>
    </div>
    <p><button>${t.submit}</button></p>
  </form>`;
}

/** Every answer there may be, hidden until the script shows one and fills in what it found. */
function answers({ page: t, problems, ...texts }: VerifyingTexts): Markup {
  return html`<p data-show="working" hidden>${t.working}</p>
    <p class="notice bad" data-show="subtle" hidden>${t.noSubtle}</p>
    <p class="notice bad" data-show="ed25519" hidden>${t.noEd25519}</p>
    <p class="notice bad" data-show="unread" hidden>${t.notRead}</p>
    <p class="notice bad" data-show="broke" hidden>${t.broke}</p>
    <section class="notice bad" data-show="fails" hidden>
      <h2>${t.failsTitle}</h2>
      <p><strong data-fill="file" data-itself="${t.theFile}"></strong>: <span data-fill="problem"></span>.</p>
      <p>${t.failsNote}</p>
      <dl class="facts"><div><dt>${t.fingerprint}</dt><dd class="hash" data-fill="sha256"></dd></div></dl>
    </section>
    <div data-show="holds" hidden>
      <section class="notice good">
        <h2>${t.holdsTitle}</h2>
        <p data-fill="holds" data-text="${texts.holds(0)}"></p>
        ${Object.entries(texts.time).map(([state, text]) => html`<p data-time="${state}" hidden>${text}</p>`)}
        <ul class="small" data-rows="stamps" data-text="${texts.stamp('{file}', 0, '{at}', '{signer}', '{root}', '{sha256}')}"></ul>
        <p data-show-if="key-given">${texts.expectedKey}</p>
        <p data-show-if="key-open">${texts.compareKey}</p>
        <p class="hash" data-fill="key"></p>
      </section>
      <section class="card">
        <h2>${t.messages}</h2>
        <table class="stack">
          <thead>
            <tr>
              <th scope="col">${t.columns.file}</th>
              <th scope="col">${t.columns.entry}</th>
              <th scope="col">${t.columns.level}</th>
              <th scope="col">${t.columns.signedBy}</th>
              <th scope="col">${t.columns.stampedAt}</th>
            </tr>
          </thead>
          <tbody data-rows="messages" data-none="${t.noSignature}" data-chained="${t.notTimeStamped}"></tbody>
        </table>
      </section>
      <section class="card" data-show-if="silences">
        <h2>${t.silences}</h2>
        <table class="stack">
          <thead>
            <tr>
              <th scope="col">${t.silenceColumns.file}</th>
              <th scope="col">${t.silenceColumns.from}</th>
              <th scope="col">${t.silenceColumns.until}</th>
              <th scope="col">${t.silenceColumns.folders}</th>
              <th scope="col">${t.silenceColumns.gaps}</th>
            </tr>
          </thead>
          <tbody data-rows="silences"></tbody>
        </table>
      </section>
      <section class="card">
        <h2>${t.whatChecked}</h2>
        <ul>${t.checks.map((check) => html`<li>${check}</li>`)}</ul>
        <h3>${t.limits}</h3>
        <ul>${t.limitsList.map((limit) => html`<li>${limit}</li>`)}</ul>
        <dl class="facts">
          <div><dt>${t.log}</dt><dd><span data-fill="origin"></span>, <span data-fill="entries" data-text="${t.entries('0')}"></span></dd></div>
          <div><dt>${t.fingerprint}</dt><dd class="hash" data-fill="sha256"></dd></div>
        </dl>
      </section>
    </div>
    <template id="problems">${Object.entries(problems).map(([name, text]) => html`<span data-problem="${name}">${text}</span>`)}</template>`;
}

function otherWays(c: AppContext, t: Words): Markup {
  const other = c.get('language') === 'fr' ? (['en', 'English'] as const) : (['fr', 'Français'] as const);
  return html`<section class="card">
      <h2>${t.otherWays}</h2>
      <ul>
        <li>${t.byCommand}</li>
        <li>${t.byScript}</li>
      </ul>
    </section>
    ${c.get('who') ? '' : html`<p class="small"><a href="${paths.verify(other[0])}" lang="${other[0]}" hreflang="${other[0]}">${other[1]}</a></p>`}`;
}
