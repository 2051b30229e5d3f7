// The HTTP application. This file states the order that every request passes: id, headers, figures, language, host, health, calendars by their link, size, who asks, same
// site, then the routes of the API and of the pages; at the end the one place where errors become answers.
import { OpenAPIHono } from '@hono/zod-openapi';
import { checkReadiness } from '@quittance/runtime/health';
import { checkSchema } from '@quittance/store/migrate';
import { bodyLimit } from 'hono/body-limit';
import { authenticate } from './auth/authenticate.ts';
import { checkHost, checkSameSite } from './auth/same-site.ts';
import { registerCalendar } from './calendar/feed.ts';
import type { AppContext, AppDeps, AppEnv } from './context.ts';
import { browserLanguage, countRequests, protectiveHeaders, requestId } from './middleware.ts';
import { paths } from './paths.ts';
import { describeProblem, ProblemError, problemResponse } from './problem.ts';
import { problemPage } from './ui/problem-page.ts';
import { createUi } from './ui/router.ts';
import { createApi, openApiDocument } from './v1/api.ts';
import { apiDocsPage } from './v1/docs-page.ts';

const BODY_BYTES_MAX = 1024 * 1024;
/** Read as a stream by their handlers, which bound them: mail files of any size, files kept as evidence, bank files. */
const STREAMED_UPLOADS = new Set([
  '/api/v1/imports',
  paths.imports(),
  '/api/v1/cancellations',
  paths.cancellations(),
  '/api/v1/statements',
  '/api/v1/statements/preview',
  paths.statements(),
]);

export function createApp(deps: AppDeps): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>();
  app.use(requestId);
  app.use(protectiveHeaders(deps));
  app.use(countRequests(deps));
  app.use(browserLanguage);
  app.use(checkHost(deps));
  registerHealth(app, deps);
  registerCalendar(app, deps);
  app.use(limitBody());
  app.use(authenticate(deps));
  app.use(checkSameSite(STREAMED_UPLOADS));

  const api = createApi(deps);
  app.route('/api/v1', api);
  const document = openApiDocument(api, deps.publicUrl);
  app.get(paths.openapi(), (c) => c.json(document));
  app.get(paths.apiDocs(), (c) => apiDocsPage(c, deps, document));
  app.route('/', createUi(deps));

  app.notFound((c) => answerProblem(c, deps, new ProblemError('not_found')));
  app.onError((error, c) => answerProblem(c, deps, error));
  return app;
}

function registerHealth(app: OpenAPIHono<AppEnv>, deps: AppDeps): void {
  app.get('/livez', (c) => c.text('ok\n'));
  app.get('/readyz', async (c) => {
    const readiness = await checkReadiness({ database: () => checkSchema(deps.db) });
    return c.json(readiness, readiness.ready ? 200 : 503);
  });
  app.get('/metrics', async (c) => {
    // Meant for the inside: under the public name it answers nobody.
    const { hostname } = new URL(c.req.url);
    const isPublic = hostname === new URL(deps.publicUrl).hostname && !/^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
    if (isPublic) throw new ProblemError('not_found');
    return c.body(await deps.metrics.text(), 200, { 'Content-Type': deps.metrics.contentType });
  });
}

function limitBody() {
  const limit = bodyLimit({
    maxSize: BODY_BYTES_MAX,
    onError: () => {
      throw new ProblemError('body_too_large');
    },
  });
  return (c: AppContext, next: () => Promise<void>) => (STREAMED_UPLOADS.has(c.req.path) ? next() : limit(c, next));
}

async function answerProblem(c: AppContext, deps: AppDeps, error: unknown): Promise<Response> {
  const problem = describeProblem(error, c);
  if (problem.code === 'internal') deps.log.error({ err: error, requestId: c.get('requestId') }, 'request_failed');
  if (problem.code === 'unavailable') deps.log.warn({ err: error, requestId: c.get('requestId') }, 'request_postponed');
  return c.req.path.startsWith('/api/') ? problemResponse(c, problem) : problemPage(c, deps, problem);
}
