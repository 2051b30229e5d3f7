// Uploads of mail files: the body is streamed, so gigabytes are no trouble; the import itself runs in the background.
import type { OpenAPIHono } from '@hono/zod-openapi';
import { checkCsrf, CSRF_FIELD } from '../auth/same-site.ts';
import { whoOf, type AppContext, type AppDeps, type AppEnv } from '../context.ts';
import type { ImportRun } from '../import-runs.ts';
import { readMultipart } from '../multipart.ts';
import { ProblemError } from '../problem.ts';
import { createRoute, json, listOf, problems, SECURITY, z } from './route-parts.ts';

const importSchema = z
  .object({
    id: z.uuid(),
    files: z.array(z.string()),
    state: z.enum(['running', 'done', 'failed']),
    problem: z.object({ code: z.string(), text: z.string() }).nullable(),
    phase: z.enum(['reading', 'settling']).openapi({ description: 'Taking in, then waiting for what the messages turn out to be.' }),
    read: z.int(),
    duplicates: z.int(),
    settled: z.int(),
    bytes_read: z.int(),
    bytes_total: z.int(),
    result: z
      .object({
        read: z.int(),
        accepted: z.int(),
        duplicates: z.int(),
        ignored: z.int(),
        quarantined: z.int(),
        events: z.int(),
        errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })),
      })
      .nullable(),
    started_at: z.iso.datetime(),
    finished_at: z.iso.datetime().nullable(),
  })
  .openapi('Import');

const startRoute = createRoute({
  method: 'post',
  path: '/imports',
  tags: ['Imports'],
  summary: 'Import mail files (.eml, .mbox, .zip, .tgz, .gz)',
  description: 'multipart/form-data with one or more files. Importing the same mail twice changes nothing.',
  security: SECURITY,
  responses: { 202: json(importSchema, 'The import, running.'), ...problems('nothing_to_import', 'too_many_imports') },
});

const listRoute = createRoute({
  method: 'get',
  path: '/imports',
  tags: ['Imports'],
  summary: 'Imports with their progress, newest first',
  security: SECURITY,
  responses: { 200: json(listOf(importSchema), 'The imports since the service was started.'), ...problems() },
});

const getRoute = createRoute({
  method: 'get',
  path: '/imports/{id}',
  tags: ['Imports'],
  summary: 'One import with its progress',
  security: SECURITY,
  request: { params: z.object({ id: z.uuid().openapi({ param: { name: 'id', in: 'path' } }) }) },
  responses: { 200: json(importSchema, 'The import.'), ...problems('not_found') },
});

export function registerImports(api: OpenAPIHono<AppEnv>, deps: Pick<AppDeps, 'imports'>): void {
  api.openapi(startRoute, async (c) => c.json(importJson(await startUpload(c, deps)), 202));

  api.openapi(listRoute, (c) => c.json({ items: deps.imports.list(whoOf(c).userId).map(importJson), next: null }, 200));

  api.openapi(getRoute, (c) => {
    const run = deps.imports.list(whoOf(c).userId).find(({ id }) => id === c.req.valid('param').id);
    if (!run) throw new ProblemError('not_found');
    return c.json(importJson(run), 200);
  });
}

/** Takes an upload from the page or the API. A form's CSRF token must stand before its files. */
export async function startUpload(c: AppContext, deps: Pick<AppDeps, 'imports'>): Promise<ImportRun> {
  const { userId } = whoOf(c);
  const { body } = c.req.raw;
  if (!body) throw new ProblemError('nothing_to_import');
  const checkField = (name: string, value: string): void => {
    if (!c.get('csrfPending')) return;
    if (name === CSRF_FIELD) checkCsrf(c, value);
    else if (name === '') checkCsrf(c, undefined); // The first file, and no token was there.
  };
  return deps.imports.start(userId, readMultipart(body, c.req.header('Content-Type') ?? ''), checkField);
}

function importJson(run: ImportRun) {
  return {
    id: run.id,
    files: [...run.files],
    state: run.state,
    problem: run.problem,
    phase: run.progress.phase,
    read: run.progress.read,
    duplicates: run.progress.duplicates,
    settled: run.progress.settled,
    bytes_read: run.progress.bytesRead,
    bytes_total: run.bytesTotal,
    result: run.result && { ...run.result, errors: [...run.result.errors] },
    started_at: run.startedAt,
    finished_at: run.finishedAt,
  };
}
