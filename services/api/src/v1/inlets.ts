// Watched folders of mail files: a Maildir that another program fills, or a folder into which `.eml` files are dropped. They lie on the machine that
// Quittance runs on, under the operator's WATCH_FOLDERS.
import type { OpenAPIHono } from '@hono/zod-openapi';
import { inletJson, type InletJson } from '@quittance/contract/inlet-json';
import { PermanentError } from '@quittance/domain/errors';
import { inletTexts } from '@quittance/i18n/inlets';
import { listInlets, removeInlet } from '@quittance/store/inlets';
import { addWatchedFolder } from '../add-watched-folder.ts';
import { forPerson, type AppContext, type AppDeps, type AppEnv } from '../context.ts';
import { ProblemError } from '../problem.ts';
import { createRoute, idParam, json, jsonBody, listOf, noContent, problems, SECURITY, text, z } from './route-parts.ts';

const KINDS = ['maildir', 'drop'] as const;
const at = z.iso.datetime();
const inletSchema = z
  .object({
    id: z.uuid(),
    kind: z.string().openapi({ enum: [...KINDS] }),
    path: z.string(),
    checked_at: at.nullable().openapi({ description: 'When it was last looked at with success.' }),
    problem: z.object({ code: z.string(), text: z.string() }).nullable().openapi({ description: 'Why it can not be looked at now.' }),
    messages: z.int().openapi({ description: 'Messages taken in.' }),
    unreadable: z
      .array(z.object({ name: z.string(), code: z.string(), text: z.string(), seen_at: at }))
      .openapi({ description: 'The newest files that could not be read.' }),
    created_at: at,
  })
  .openapi('Inlet') satisfies z.ZodType<InletJson>;

const inletInput = z.object({
  path: text(1000).min(1).openapi({ description: 'The whole path, on the machine that Quittance runs on.', example: '/home/me/Maildir' }),
  kind: z.enum(KINDS).optional().openapi({ description: 'Told by what lies in the folder when not given.' }),
});

const listRoute = createRoute({
  method: 'get',
  path: '/inlets',
  tags: ['Watched folders'],
  summary: 'Watched folders with their state',
  security: SECURITY,
  responses: { 200: json(listOf(inletSchema), 'The folders.'), ...problems() },
});

const getRoute = createRoute({
  method: 'get',
  path: '/inlets/{id}',
  tags: ['Watched folders'],
  summary: 'One watched folder',
  security: SECURITY,
  request: { params: idParam },
  responses: { 200: json(inletSchema, 'The folder.'), ...problems('not_found') },
});

const addRoute = createRoute({
  method: 'post',
  path: '/inlets',
  tags: ['Watched folders'],
  summary: 'Watch a folder from now on',
  description: 'What lies in it already is read as history.',
  security: SECURITY,
  request: { body: jsonBody(inletInput) },
  responses: { 201: json(inletSchema, 'The folder.'), ...problems('inlet_exists', 'inlet_refused') },
});

const removeRoute = createRoute({
  method: 'delete',
  path: '/inlets/{id}',
  tags: ['Watched folders'],
  summary: 'Watch a folder no longer; what was read stays',
  security: SECURITY,
  request: { params: idParam },
  responses: { ...noContent, ...problems('not_found') },
});

type Deps = Pick<AppDeps, 'db' | 'clock' | 'watchFolders'>;

export function registerInlets(api: OpenAPIHono<AppEnv>, deps: Deps): void {
  api.openapi(listRoute, async (c) => {
    const inlets = await forPerson(c, deps, listInlets);
    return c.json({ items: inlets.map(inletJson), next: null }, 200);
  });

  api.openapi(getRoute, async (c) => c.json(await one(c, deps, c.req.valid('param').id), 200));

  api.openapi(addRoute, async (c) => {
    const { path, kind } = c.req.valid('json');
    try {
      const id = await addWatchedFolder(c, deps, path, kind);
      if (id === null) throw new ProblemError('inlet_exists');
      return c.json(await one(c, deps, id), 201);
    } catch (error) {
      if (!(error instanceof PermanentError)) throw error;
      // The reason in the person's language; the system's own words are for the log.
      const detail = inletTexts(c.get('language')).problems[error.code] ?? error.message;
      throw new ProblemError('inlet_refused', { reason: error.code, detail });
    }
  });

  api.openapi(removeRoute, async (c) => {
    const { id } = c.req.valid('param');
    if (!(await forPerson(c, deps, (tx, userId) => removeInlet(tx, userId, id)))) throw new ProblemError('not_found');
    return c.body(null, 204);
  });
}

async function one(c: AppContext, deps: Deps, id: string): Promise<InletJson> {
  const found = (await forPerson(c, deps, listInlets)).find((inlet) => inlet.id === id);
  if (!found) throw new ProblemError('not_found');
  return inletJson(found);
}
