// The frame around every page: head, navigation, footer with language and sign-out. Pages give their `main`; the rest follows from who asks.
import { lawTexts } from '@quittance/i18n/law';
import { pageTexts } from '@quittance/i18n/pages';
import { countUnseenAlerts } from '@quittance/store/alerts';
import { html } from 'hono/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { forPerson, type AppContext, type AppDeps } from '../context.ts';
import { localPath, paths } from '../paths.ts';
import { assetUrl, type AssetName } from './assets.ts';
import type { Markup } from './parts/timeline-chart.ts';

type Section = 'overview' | 'archive' | 'alerts' | 'mailboxes' | 'settings';

export interface Frame {
  readonly title: string;
  readonly main: Markup;
  readonly section?: Section;
  /** In the place of the one that keeps a page up to date. */
  readonly script?: AssetName;
}

/** The finished page. With a session it asks how many alerts are new. */
export async function renderPage(
  c: AppContext,
  deps: Pick<AppDeps, 'db'>,
  frame: Frame,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const signedIn = c.get('who')?.kind === 'session';
  const unseen = signedIn ? await forPerson(c, deps, countUnseenAlerts) : 0;
  return c.html(frameMarkup(c, frame, unseen), status);
}

/** The hidden field that every form carries. */
export function csrfField(c: AppContext): Markup {
  const who = c.get('who');
  return html`<input type="hidden" name="csrf" value="${who?.kind === 'session' ? who.csrfToken : ''}" />`;
}

export function frameMarkup(c: AppContext, frame: Frame, unseen: number): Markup {
  const language = c.get('language') ?? 'en';
  const texts = pageTexts(language).layout;
  const signedIn = c.get('who')?.kind === 'session';
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${frame.title} · Quittance</title>
        <link rel="icon" href="${ICON}" />
        <link rel="stylesheet" href="${assetUrl('app.css')}" />
        <script type="module" src="${assetUrl(frame.script ?? 'live.js')}"></script>
      </head>
      <body>
        <a class="skip" href="#main">${texts.skip}</a>
        <header class="top">
          <div>
            <a class="brand" href="${paths.home()}">${SEAL} Quittance</a>
            ${signedIn ? navigation(frame.section, unseen, texts) : ''}
          </div>
        </header>
        <div class="away" aria-live="polite">${signedIn ? html`<p id="away" class="notice warn" hidden>${texts.away}</p>` : ''}</div>
        <main id="main" tabindex="-1">${frame.main}</main>
        ${footer(c, texts, signedIn)}
      </body>
    </html>`;
}

function navigation(section: Section | undefined, unseen: number, texts: ReturnType<typeof pageTexts>['layout']): Markup {
  const entries: readonly [Section, string, string][] = [
    ['overview', paths.home(), texts.overview],
    ['archive', paths.archive(), texts.archive],
    ['alerts', paths.alerts(), texts.alerts],
    ['mailboxes', paths.mailboxes(), texts.mailboxes],
    ['settings', paths.settings(), texts.settings],
  ];
  return html`<nav aria-label="${texts.navigation}" data-live="navigation">
    ${entries.map(
      ([name, href, label]) =>
        html`<a href="${href}" ${name === section ? html`aria-current="page"` : ''}
          >${label}${name === 'alerts' && unseen > 0 ? html` <span class="count" title="${texts.alertsUnseen(unseen)}">${unseen}</span>` : ''}</a
        >`,
    )}
  </nav>`;
}

function footer(c: AppContext, texts: ReturnType<typeof pageTexts>['layout'], signedIn: boolean): Markup {
  const language = c.get('language') ?? 'en';
  const other = language === 'fr' ? (['en', 'English'] as const) : (['fr', 'Français'] as const);
  return html`<footer class="foot">
    <div>
      <span
        >${texts.notLegalAdvice} ${signedIn ? html`<a href="${paths.law()}">${lawTexts(language).title}</a> · ` : ''}<a href="${paths.verify()}">${texts.verify}</a></span
      >
      ${
        signedIn
          ? html`<form method="post" action="${paths.language()}">
              ${csrfField(c)}<input type="hidden" name="next" value="${addressOf(c)}" /><button
                class="link"
                name="language"
                value="${other[0]}"
                lang="${other[0]}"
              >
                ${other[1]}</button
              ><button class="link" formaction="${paths.signOut()}">${texts.signOut}</button>
            </form>`
          : ''
      }
    </div>
  </footer>`;
}

/** Of this page, with what was asked of it: a search is still there after a change of language, or after signing in. */
export function addressOf(c: AppContext): string {
  const { pathname, search } = new URL(c.req.url);
  return pathname + search;
}

/** The page of ours whose link or form led here; null where nothing tells. */
export function cameFrom(c: AppContext): string | null {
  const referer = c.req.header('Referer') ?? '';
  if (!URL.canParse(referer)) return null;
  const { host, pathname, search } = new URL(referer);
  return host === new URL(c.req.url).host ? localPath(pathname + search) : null;
}

const SEAL = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path
    d="M12 1.5l2.6 2 3.2-.5 1.2 3 3 1.2-.5 3.2 2 2.6-2 2.6.5 3.2-3 1.2-1.2 3-3.2-.5-2.6 2-2.6-2-3.2.5-1.2-3-3-1.2.5-3.2-2-2.6 2-2.6L2 7.2l3-1.2 1.2-3 3.2.5zM11 16.2l6-6.4-1.5-1.4-4.5 4.8-2.4-2.3L7.2 12.3z"
  />
</svg>`;
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E%3Ccircle cx='12' cy='12' r='11' fill='%2314594a'/%3E%3Cpath d='M7 12l3.5 3.5L17 9' fill='none' stroke='white' stroke-width='2.5'/%3E%3C/svg%3E";
