// Subscriptions: the same document as `timeline --json`, and one of them alone.
import type { OpenAPIHono } from '@hono/zod-openapi';
import { subscriptionJson, timelineJson } from '@quittance/contract/timeline-json';
import { civilDateOf } from '@quittance/domain/civil-date';
import type { Tx } from '@quittance/store/database';
import { listCorrections, listEvents } from '@quittance/store/events';
import { readViewpoint } from '@quittance/store/hand';
import { findSubscription } from '@quittance/store/find-subscription';
import { isNamed } from '@quittance/store/named-merchants';
import { listSubscriptions, listUnattachedEvents } from '@quittance/store/subscriptions';
import { readUserSettings } from '@quittance/store/user-settings';
import { asOf } from '@quittance/timeline/as-of';
import { fold } from '@quittance/timeline/fold';
import { forPerson, type AppDeps, type AppEnv } from '../context.ts';
import { ProblemError } from '../problem.ts';
import { createRoute, idParam, json, problems, SECURITY, text, z } from './route-parts.ts';
import { subscriptionSchema, timelineSchema } from './schemas.ts';

const listRoute = createRoute({
  method: 'get',
  path: '/subscriptions',
  tags: ['Subscriptions'],
  summary: 'All subscriptions with their events and findings',
  description: 'The same document as `quittance timeline --json`.',
  security: SECURITY,
  request: {
    query: z.object({
      merchant: text(200).optional().openapi({
        description: "A merchant's id, its name or the beginning of a word of it, or a domain; accents and case do not matter.",
      }),
    }),
  },
  responses: { 200: json(timelineSchema, 'The timeline.'), ...problems() },
});

const getRoute = createRoute({
  method: 'get',
  path: '/subscriptions/{id}',
  tags: ['Subscriptions'],
  summary: 'One subscription',
  description: 'An id that the subscription had before leads to it, too; the answer has the one that it has now.',
  security: SECURITY,
  request: { params: idParam },
  responses: { 200: json(subscriptionSchema, 'The subscription.'), ...problems('not_found') },
});

export function registerSubscriptions(api: OpenAPIHono<AppEnv>, deps: Pick<AppDeps, 'db' | 'clock'>): void {
  api.openapi(listRoute, async (c) => {
    const { merchant } = c.req.valid('query');
    const language = c.get('language');
    const timeline = await forPerson(c, deps, async (tx, userId) => {
      const [all, loose] = [await listSubscriptions(tx, userId), await listUnattachedEvents(tx, userId)];
      const isWanted = await isNamed(tx, userId, merchant);
      const subscriptions = all.filter(isWanted);
      const attached = await listEvents(tx, userId, { eventIds: subscriptions.flatMap((subscription) => subscription.eventIds) });
      const unattached = loose.filter(isWanted);
      const corrections = latestCorrections(await listCorrections(tx, userId));
      const viewpoint = await readViewpoint(tx, userId, deps.clock.now());
      return timelineJson({ subscriptions, events: [...attached, ...unattached], corrections, viewpoint, language });
    });
    return c.json(timeline, 200);
  });

  api.openapi(getRoute, async (c) => {
    const { id } = c.req.valid('param');
    const subscription = await forPerson(c, deps, async (tx, userId) => {
      const folded = await findSubscription(tx, fold, userId, id);
      if (!folded) throw new ProblemError('not_found');
      const events = await listEvents(tx, userId, { eventIds: folded.eventIds });
      const corrections = latestCorrections(await listCorrections(tx, userId, { eventIds: folded.eventIds }));
      const byId = new Map(events.map((event) => [event.id, event]));
      return subscriptionJson(asOf(folded, await readViewpoint(tx, userId, deps.clock.now())), byId, {
        corrections,
        language: c.get('language'),
      });
    });
    return c.json(subscription, 200);
  });
}

/** The person's day: what is due is judged by their calendar. */
export async function todayOf(tx: Tx, userId: string, deps: Pick<AppDeps, 'clock'>): Promise<string> {
  const { timeZone } = await readUserSettings(tx, userId);
  return civilDateOf(deps.clock.now(), timeZone);
}

/** Oldest first in, so the latest word stays. */
export function latestCorrections<Kind>(corrections: readonly { readonly eventId: string; readonly kind: Kind }[]): Map<string, Kind> {
  return new Map(corrections.map((correction) => [correction.eventId, correction.kind]));
}
