// Messages that could not be read: visible, with the reason, and put back on their way on request.
import type { OpenAPIHono } from '@hono/zod-openapi';
import { listQuarantined, retryQuarantined } from '@quittance/store/quarantine';
import { forPerson, type AppDeps, type AppEnv } from '../context.ts';
import { ProblemError } from '../problem.ts';
import { createRoute, json, listOf, noContent, problems, SECURITY, z } from './route-parts.ts';

const LIMIT = 200;

const quarantinedSchema = z
  .object({
    id: z.int(),
    code: z.string(),
    text: z.string(),
    path: z.string().openapi({ description: 'Folder or file it came from.' }),
    mailbox_id: z.string().nullable(),
    size_bytes: z.int(),
    captured_at: z.iso.datetime(),
    quarantined_at: z.iso.datetime().nullable(),
  })
  .openapi('QuarantinedMessage');

const listRoute = createRoute({
  method: 'get',
  path: '/quarantine',
  tags: ['Quarantine'],
  summary: `Messages that could not be read, the latest first (at most ${LIMIT})`,
  security: SECURITY,
  responses: { 200: json(listOf(quarantinedSchema), 'The messages.'), ...problems() },
});

const retryRoute = createRoute({
  method: 'post',
  path: '/quarantine/{id}/retry',
  tags: ['Quarantine'],
  summary: 'Try to read one again',
  security: SECURITY,
  request: {
    params: z.object({
      id: z.coerce
        .number()
        .int()
        .positive()
        .openapi({ param: { name: 'id', in: 'path' } }),
    }),
  },
  responses: { ...noContent, ...problems('not_found') },
});

export function registerQuarantine(api: OpenAPIHono<AppEnv>, deps: Pick<AppDeps, 'db'>): void {
  api.openapi(listRoute, async (c) => {
    const rows = await forPerson(c, deps, (tx, userId) => listQuarantined(tx, userId, LIMIT));
    const items = rows.map((row) => ({
      id: row.contentId,
      code: row.code,
      text: row.text,
      path: row.origin.path,
      mailbox_id: row.mailboxId,
      size_bytes: row.sizeBytes,
      captured_at: row.capturedAt,
      quarantined_at: row.quarantinedAt,
    }));
    return c.json({ items, next: null }, 200);
  });

  api.openapi(retryRoute, async (c) => {
    const { id } = c.req.valid('param');
    if (!(await forPerson(c, deps, (tx, userId) => retryQuarantined(tx, userId, id)))) throw new ProblemError('not_found');
    return c.body(null, 204);
  });
}
