// The statement of silence: when the mailbox was watched between two days, with every gap, and what was found of a subscription. Signed.
import type { OpenAPIHono } from '@hono/zod-openapi';
import { daySpan } from '@quittance/dossier/silence/awaited-silences';
import { silenceIn, type SilenceOf } from '@quittance/dossier/silence/silence-of';
import { PermanentError } from '@quittance/domain/errors';
import { forPerson, type AppContext, type AppDeps, type AppEnv } from '../context.ts';
import { ProblemError } from '../problem.ts';
import { civilDate, createRoute, idParam, instant, json, problems, SECURITY, z } from './route-parts.ts';

const span = { from: instant, until: instant };
const silenceSchema = z
  .object({
    statement: z.object({
      v: z.literal(1),
      kind: z.literal('silence'),
      awaited: z.enum(['confirmation', 'notice', 'any']),
      ...span,
      subscription: z.object({ id: z.string(), merchant: z.string(), domains: z.array(z.string()) }),
      log: z.object({ origin: z.string(), size: z.int(), root: z.string() }),
      mailboxes: z.array(
        z.object({
          address: z.string(),
          host: z.string(),
          folders: z.array(
            z.object({
              path: z.string(),
              historyRead: z.boolean().openapi({ description: 'What lay in it when it was first opened was read too.' }),
              intervals: z.array(z.object({ ...span, uidValidity: z.int().nullable(), uidNext: z.int() })),
              gaps: z.array(z.object(span)),
            }),
          ),
          foldersNotWatched: z.int(),
        }),
      ),
      found: z.array(z.object({ sha256: z.string(), kind: z.string(), at: instant })),
    }),
    note: z.string().openapi({ description: 'A signed note (C2SP) over the SHA-256 of the statement in canonical form (RFC 8785).' }),
    key: z.string().openapi({ description: 'The key of the log.' }),
  })
  .openapi('Silence');

const route = createRoute({
  method: 'get',
  path: '/subscriptions/{id}/silence',
  tags: ['Subscriptions'],
  summary: 'A signed statement of when the mailbox was watched, and of what was found',
  security: SECURITY,
  request: { params: idParam, query: z.object({ from: civilDate, to: civilDate }) },
  responses: { 200: json(silenceSchema, 'The statement.'), ...problems('not_found') },
});

type SilenceDeps = Pick<AppDeps, 'db' | 'clock' | 'vault'>;

export function registerSilence(api: OpenAPIHono<AppEnv>, deps: SilenceDeps): void {
  api.openapi(route, async (c) => {
    const { from, to } = c.req.valid('query');
    const { statement, note, verifierKey } = await readSilenceOf(c, deps, c.req.valid('param').id, from, to);
    return c.json({ statement, note, key: verifierKey } as unknown as z.infer<typeof silenceSchema>, 200);
  });
}

/** @param fromOn both days whole, in UTC */
export async function readSilenceOf(c: AppContext, deps: SilenceDeps, id: string, fromOn: string, toOn: string): Promise<SilenceOf> {
  try {
    const silence = await forPerson(c, deps, (tx, userId) => silenceIn(tx, deps, { userId, subscriptionId: id, ...daySpan(fromOn, toOn) }));
    if (!silence) throw new ProblemError('not_found');
    return silence;
  } catch (error) {
    if (error instanceof PermanentError && error.code === 'bad_period') {
      throw new ProblemError('invalid_request', { errors: [{ path: 'query.from', message: error.message }] });
    }
    throw error;
  }
}
