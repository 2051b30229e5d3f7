// Findings: what needs the person, with what it rests on, what the law says, and how it goes away. Putting one aside is an act of the person's.
import type { OpenAPIHono } from '@hono/zod-openapi';
import { actJson } from '@quittance/contract/act-json';
import { findingsJson, type FindingDetailJson } from '@quittance/contract/finding-json';
import { toInstant } from '@quittance/domain/instant';
import { FINDING_KINDS, type FindingKind } from '@quittance/domain/subscription';
import type { Tx } from '@quittance/store/database';
import { listEvents } from '@quittance/store/events';
import { listActs, readViewpoint } from '@quittance/store/hand';
import { setFindingAside } from '@quittance/store/own-hand';
import { listSubscriptions } from '@quittance/store/subscriptions';
import { asOf } from '@quittance/timeline/as-of';
import { fold } from '@quittance/timeline/fold';
import { forPerson, type AppContext, type AppDeps, type AppEnv } from '../context.ts';
import { ProblemError } from '../problem.ts';
import { actSchema } from './act-schema.ts';
import { civilDate, createRoute, json, jsonBody, problems, SECURITY, text, z } from './route-parts.ts';

export const REASON_MAX = 500;

const findingSchema = z
  .object({
    id: z.string(),
    kind: z.string().openapi({ enum: [...FINDING_KINDS] }),
    since: z.string(),
    until: z.string().nullable(),
    event_id: z.string().nullable(),
    explanation: z.string(),
    state: z.enum(['open', 'settled', 'snoozed', 'dismissed']),
    subscription_id: z.string(),
    merchant: z.string(),
    message_sha256: z.string().nullable(),
    remedy: z.string().openapi({ description: 'How it goes away.' }),
    law: z.object({ id: z.string(), citation: z.string(), source: z.string(), otherwise: z.string().nullable() }).nullable(),
    snoozed_until: z.string().nullable(),
    reason: z.string().nullable(),
    act_id: z.string().nullable().openapi({ description: 'The act that put it aside; undo it to take the finding up again.' }),
  })
  .openapi('Finding') satisfies z.ZodType<FindingDetailJson>;

const listRoute = createRoute({
  method: 'get',
  path: '/findings',
  tags: ['Findings'],
  summary: 'What needs the person',
  security: SECURITY,
  request: {
    query: z.object({ all: z.enum(['true', 'false']).optional().openapi({ description: 'Also what is settled or put aside.' }) }),
  },
  responses: { 200: json(z.object({ items: z.array(findingSchema) }), 'The findings.'), ...problems() },
});

const asideRoute = createRoute({
  method: 'post',
  path: '/findings/aside',
  tags: ['Findings'],
  summary: 'Put a finding aside: until a day, or for good with a reason',
  security: SECURITY,
  request: {
    body: jsonBody(
      z
        .object({ finding: text(300), until: civilDate.optional(), reason: text(REASON_MAX).min(1).optional() })
        .refine((body) => (body.until === undefined) !== (body.reason === undefined), {
          error: 'give either a day (until) or a reason',
        }),
    ),
  },
  responses: { 200: json(actSchema, 'The act.'), ...problems('not_found') },
});

export function registerFindings(api: OpenAPIHono<AppEnv>, deps: Pick<AppDeps, 'db' | 'clock'>): void {
  api.openapi(listRoute, async (c) => {
    const all = await forPerson(c, deps, (tx, userId) => readFindings(tx, userId, c, deps));
    return c.json({ items: c.req.valid('query').all === 'true' ? all : all.filter(({ state }) => state === 'open') }, 200);
  });

  api.openapi(asideRoute, async (c) => {
    const { finding, until, reason } = c.req.valid('json');
    const act = await forPerson(c, deps, async (tx, userId) => {
      const actId = await putAside(tx, userId, { finding, until, reason }, c, deps);
      return (await listActs(tx, userId)).find(({ id }) => id === actId)!;
    });
    return c.json(actJson(act, new Map()), 200);
  });
}

/** Everything, also what is settled or put aside. */
async function readFindings(tx: Tx, userId: string, c: AppContext, deps: Pick<AppDeps, 'clock'>): Promise<FindingDetailJson[]> {
  const viewpoint = await readViewpoint(tx, userId, deps.clock.now());
  const subscriptions = (await listSubscriptions(tx, userId)).map((one) => asOf(one, viewpoint));
  const found = subscriptions.flatMap((one) => [...one.findings, ...one.aside.map(({ finding }) => finding)]);
  const rows = await listEvents(tx, userId, { eventIds: found.flatMap((one) => one.eventId ?? []) });
  const events = new Map(rows.map((event) => [event.id, event]));
  return findingsJson({ subscriptions, events, today: viewpoint.today, language: c.get('language') });
}

/** @returns the id of the act. @throws ProblemError `not_found` for what is no finding now. */
export async function putAside(
  tx: Tx,
  userId: string,
  said: { readonly finding: string; readonly until?: string | undefined; readonly reason?: string | undefined },
  c: AppContext,
  deps: Pick<AppDeps, 'clock'>,
): Promise<string> {
  const known = (await readFindings(tx, userId, c, deps)).find(({ id }) => id === said.finding);
  if (!known) throw new ProblemError('not_found');
  const word = said.until === undefined ? { reason: said.reason ?? '' } : { until: said.until };
  const hand = { tx, fold, userId, at: toInstant(deps.clock.now()) };
  return (await setFindingAside(hand, { finding: known.id, what: known.kind as FindingKind, ...word })).actId;
}
