// Alerts as the page and the API list them; delivering them is the notifier's.
import type { OpenAPIHono } from '@hono/zod-openapi';
import { alertJson } from '@quittance/contract/alert-json';
import { toInstant } from '@quittance/domain/instant';
import { listAlerts, markAlertSeen, markAllAlertsSeen } from '@quittance/store/alerts';
import { forPerson, type AppDeps, type AppEnv } from '../context.ts';
import { ProblemError } from '../problem.ts';
import { readCursor, toPage } from './cursor.ts';
import { createRoute, idParam, instant, json, listOf, noContent, pageQuery, problems, SECURITY, z } from './route-parts.ts';
import { alertSchema } from './schemas.ts';

const listRoute = createRoute({
  method: 'get',
  path: '/alerts',
  tags: ['Alerts'],
  summary: 'Alerts, newest first',
  security: SECURITY,
  request: { query: z.object({ ...pageQuery, since: instant.optional(), unseen: z.enum(['true', 'false']).optional() }) },
  responses: { 200: json(listOf(alertSchema), 'A page of alerts.'), ...problems() },
});

const seenRoute = createRoute({
  method: 'post',
  path: '/alerts/{id}/seen',
  tags: ['Alerts'],
  summary: 'Mark an alert as seen',
  security: SECURITY,
  request: { params: idParam },
  responses: { ...noContent, ...problems('not_found') },
});

const allSeenRoute = createRoute({
  method: 'post',
  path: '/alerts/seen',
  tags: ['Alerts'],
  summary: 'Mark all alerts as seen',
  security: SECURITY,
  responses: { 200: json(z.object({ seen: z.int() }), 'How many became seen.'), ...problems() },
});

const placeSchema = z.object({ at: z.iso.datetime(), id: z.uuid() });

export function registerAlerts(api: OpenAPIHono<AppEnv>, deps: Pick<AppDeps, 'db' | 'clock'>): void {
  api.openapi(listRoute, async (c) => {
    const { cursor, limit, since, unseen } = c.req.valid('query');
    const after = readCursor(placeSchema, cursor);
    const alerts = await forPerson(c, deps, (tx, userId) =>
      listAlerts(tx, userId, {
        since: since && toInstant(new Date(since)),
        unseenOnly: unseen === 'true',
        after: after && { createdAt: after.at, id: after.id },
        limit: limit + 1,
      }),
    );
    return c.json(
      toPage(alerts, limit, alertJson, (alert) => ({ at: alert.createdAt, id: alert.id })),
      200,
    );
  });

  api.openapi(allSeenRoute, async (c) => {
    const seen = await forPerson(c, deps, (tx, userId) => markAllAlertsSeen(tx, userId, toInstant(deps.clock.now())));
    return c.json({ seen }, 200);
  });

  api.openapi(seenRoute, async (c) => {
    const { id } = c.req.valid('param');
    const found = await forPerson(c, deps, (tx, userId) => markAlertSeen(tx, userId, id, toInstant(deps.clock.now())));
    if (!found) throw new ProblemError('not_found');
    return c.body(null, 204);
  });
}
