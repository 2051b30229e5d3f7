// The newest signed head of the person's evidence log, as a note that stock tools and people can read, and the proof for whoever holds an
// older one that the log only grew since.
import type { OpenAPIHono } from '@hono/zod-openapi';
import { latestCheckpoint } from '@quittance/store/log';
import { proveGrowth } from '@quittance/store/log-proofs';
import { forPerson, type AppDeps, type AppEnv } from '../context.ts';
import { ProblemError } from '../problem.ts';
import { createRoute, json, problems, SECURITY, z } from './route-parts.ts';

const note = z.string().openapi({ description: 'C2SP signed note' });

const route = createRoute({
  method: 'get',
  path: '/checkpoint',
  tags: ['Evidence log'],
  summary: 'The newest signed checkpoint',
  security: SECURITY,
  responses: {
    200: json(z.object({ size: z.int(), note, made_at: z.iso.datetime() }).openapi('Checkpoint'), 'The checkpoint.'),
    ...problems('not_found'),
  },
});

const consistencyRoute = createRoute({
  method: 'get',
  path: '/checkpoint/consistency',
  tags: ['Evidence log'],
  summary: 'Proof that the log only grew since an older checkpoint',
  description:
    'The hashes of RFC 6962 §2.1.2 between the root that the holder of an older checkpoint has and the root of the newest one. ' +
    'A log that was cut or rewritten can not give them.',
  security: SECURITY,
  request: {
    query: z.object({
      from: z.coerce
        .number()
        .int()
        .min(0)
        .max(Number.MAX_SAFE_INTEGER)
        .openapi({ description: 'Size of the older checkpoint: its second line.' }),
    }),
  },
  responses: {
    200: json(
      z
        .object({
          from: z.int(),
          to: z.int().openapi({ description: 'Size of the newest checkpoint.' }),
          proof: z.array(z.string()).openapi({ description: 'Hashes in base64; none where nothing was added.' }),
          note,
        })
        .openapi('ConsistencyProof'),
      'The proof, with the newest checkpoint.',
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

  api.openapi(consistencyRoute, async (c) => {
    const { from } = c.req.valid('query');
    const answer = await forPerson(c, deps, async (tx, userId) => {
      const newest = await latestCheckpoint(tx, userId);
      if (!newest) throw new ProblemError('not_found');
      // Whoever holds a larger checkpoint than the newest has proof of a cut log; there is nothing to answer it with.
      if (from > newest.size) throw tooLarge(newest.size);
      const proof = await proveGrowth(tx, userId, from, newest.size);
      return { from, to: newest.size, proof: proof.map((hash) => hash.toString('base64')), note: newest.note };
    });
    return c.json(answer, 200);
  });
}

function tooLarge(size: number): ProblemError {
  return new ProblemError('invalid_request', {
    errors: [{ path: 'query.from', message: `the newest checkpoint covers ${size} leaves: no larger one was made of this log` }],
  });
}
