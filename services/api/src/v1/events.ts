// Events: what each mail was read as, and the person's word on it. A `probable` event changes nothing until it is confirmed, which is a
// correction to the same kind.
import { isSameTemplate } from '@quittance/classify/template';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { eventJson } from '@quittance/contract/timeline-json';
import { EVENT_KINDS } from '@quittance/domain/event-kind';
import { toInstant } from '@quittance/domain/instant';
import { correctEvent } from '@quittance/store/correct-event';
import { listEventPage } from '@quittance/store/event-page';
import { getEvent, listCorrections, listEvents } from '@quittance/store/events';
import { fold } from '@quittance/timeline/fold';
import { forPerson, type AppDeps, type AppEnv } from '../context.ts';
import { ProblemError } from '../problem.ts';
import { readCursor, toPage } from './cursor.ts';
import { createRoute, idParam, json, jsonBody, listOf, pageQuery, problems, SECURITY, z } from './route-parts.ts';
import { eventSchema } from './schemas.ts';
import { latestCorrections } from './subscriptions.ts';

const KINDS = [...EVENT_KINDS, 'other'] as const;

const listRoute = createRoute({
  method: 'get',
  path: '/events',
  tags: ['Events'],
  summary: 'Events, newest first',
  security: SECURITY,
  request: {
    query: z.object({
      ...pageQuery,
      kind: z.enum(EVENT_KINDS).optional(),
      unconfirmed: z
        .enum(['true', 'false'])
        .optional()
        .openapi({ description: 'true: only those that were not read with certainty and that the person has not judged.' }),
    }),
  },
  responses: { 200: json(listOf(eventSchema), 'A page of events.'), ...problems() },
});

const correctRoute = createRoute({
  method: 'post',
  path: '/events/{id}/correction',
  tags: ['Events'],
  summary: 'Confirm or correct what an event is',
  description: 'Give the kind it was read as to confirm it, another one to correct it, `other` to take it out of the timeline.',
  security: SECURITY,
  request: { params: idParam, body: jsonBody(z.object({ kind: z.enum(KINDS) })) },
  responses: { 200: json(eventSchema, 'The event with the correction.'), ...problems('not_found') },
});

const placeSchema = z.object({ at: z.iso.datetime(), seq: z.int() });

export function registerEvents(api: OpenAPIHono<AppEnv>, deps: Pick<AppDeps, 'db' | 'clock'>): void {
  api.openapi(listRoute, async (c) => {
    const { cursor, limit, kind, unconfirmed } = c.req.valid('query');
    const after = readCursor(placeSchema, cursor);
    const page = await forPerson(c, deps, async (tx, userId) => {
      const ids = await listEventPage(tx, userId, { kind, unconfirmed: unconfirmed === 'true', after, limit: limit + 1 });
      const events = new Map((await listEvents(tx, userId, { eventIds: ids })).map((event) => [event.id, event]));
      const corrections = latestCorrections(await listCorrections(tx, userId, { eventIds: ids }));
      const rows = ids.flatMap((id) => events.get(id) ?? []);
      return toPage(
        rows,
        limit,
        (event) => eventJson(event, corrections),
        (event) => ({ at: event.occurredAt, seq: event.seq }),
      );
    });
    return c.json(page, 200);
  });

  api.openapi(correctRoute, async (c) => {
    const { id: eventId } = c.req.valid('param');
    const { kind } = c.req.valid('json');
    const event = await forPerson(c, deps, async (tx, userId) => {
      const corrected = await correctEvent(tx, fold, {
        userId,
        eventId,
        kind,
        at: toInstant(deps.clock.now()),
        isAlike: isSameTemplate,
      });
      const event = corrected && (await getEvent(tx, userId, eventId));
      if (!event) throw new ProblemError('not_found');
      return eventJson(event, new Map([[eventId, kind]]));
    });
    return c.json(event, 200);
  });
}
