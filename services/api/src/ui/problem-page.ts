// A problem as a page: what happened, what to do, and where to go from here.
import { pageTexts } from '@quittance/i18n/pages';
import { html } from 'hono/html';
import type { AppContext, AppDeps } from '../context.ts';
import { paths } from '../paths.ts';
import type { Problem } from '../problem.ts';
import { cameFrom, frameMarkup, renderPage } from './layout.ts';

export async function problemPage(c: AppContext, deps: Pick<AppDeps, 'db' | 'log'>, problem: Problem): Promise<Response> {
  const texts = pageTexts(c.get('language'));
  const { detail } = problem;
  const isSignedIn = c.get('who')?.kind === 'session';
  // What was sent is gone, where it was typed is known.
  const from = c.req.method === 'POST' && isSignedIn ? cameFrom(c) : null;
  const isSignInProblem = problem.code === 'sign_in_link_invalid' || problem.code === 'unauthorized';
  if (problem.retryAfterSeconds !== undefined) c.header('Retry-After', String(problem.retryAfterSeconds));
  const main = html`<section class="narrow">
    <h1>${texts.problem.title}</h1>
    <p role="alert">${problem.title}</p>
    ${problem.errors === undefined || from !== null ? '' : html`<p class="muted">${texts.problem.wrong(problem.errors.map(({ path }) => path.replace(/^query\./, '')).join(', '))}</p>`}
    ${detail ? html`<p class="muted">${detail}</p>` : html``}
    ${isSignInProblem ? html`<p>${texts.signIn.newLink} <code>npx quittance user link</code></p>` : html``}
    ${from === null ? '' : html`<p><a href="${from}">${texts.problem.back}</a></p>`}
    <p>
      ${isSignedIn || problem.code === 'body_too_large' ? html`<a href="${paths.home()}">${texts.problem.home}</a>` : html`<a href="${paths.signIn()}">${texts.problem.signIn}</a>`}
    </p>
    ${problem.code === 'internal' ? html`<p class="muted">${texts.problem.requestId(c.get('requestId'))}</p>` : html``}
  </section>`;
  const frame = { title: texts.problem.title, main };
  try {
    return await renderPage(c, deps, frame, problem.status);
  } catch (error) {
    // The count of alerts needs the database, which may be what failed; the page does without it.
    deps.log.warn({ err: error, requestId: c.get('requestId') }, 'problem_page_failed');
    return c.html(frameMarkup(c, frame, 0), problem.status);
  }
}
