// The newest signed head of the person's evidence log, as a note that stock tools and people can read.
import type { OpenAPIHono } from '@hono/zod-openapi';
import { latestCheckpoint } from '@quittance/store/log';
import { forPerson, type AppDeps, type AppEnv } from '../context.ts';
import { ProblemError } from '../problem.ts';
import { createRoute, json, problems, SECURITY, z } from './route-parts.ts';

const route = createRoute({
  method: 'get',
  path: '/checkpoint',
  tags: ['Evidence log'],
  summary: 'The newest signed checkpoint',
  security: SECURITY,
  responses: {
    200: json(
      z
        .object({
          size: z.int(),
          note: z.string().openapi({ description: 'C2SP signed note' }),
          made_at: z.iso.datetime(),
        })
        .openapi('Checkpoint'),
      'The checkpoint.',
    ),
    ...problems('not_found'),
  },
});

export function registerCheckpoint(api: OpenAPIHono<AppEnv>, deps: Pick<AppDeps, 'db'>): void {
  api.openapi(route, async (c) => {
    const checkpoint = await forPerson(c, deps, latestCheckpoint);
    if (!checkpoint) throw new ProblemError('not_found');
    return c.json({ size: checkpoint.size, note: checkpoint.note, made_at: checkpoint.madeAt }, 200);
  });
}
