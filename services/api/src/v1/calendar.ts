// The link of the calendar feed: made, or made anew. It is told once.
import type { OpenAPIHono } from '@hono/zod-openapi';
import { rotateCalendarFeed } from '@quittance/store/calendar-feed';
import { forPerson, type AppDeps, type AppEnv } from '../context.ts';
import { paths } from '../paths.ts';
import { createRoute, json, problems, SECURITY, z } from './route-parts.ts';

const feedSchema = z
  .object({
    url: z.url().openapi({ description: 'Where calendars subscribe. Whoever has it can read; it is not shown again.' }),
    made_at: z.iso.datetime(),
  })
  .openapi('CalendarFeed');

const rotateRoute = createRoute({
  method: 'post',
  path: '/calendar/rotate',
  tags: ['Calendar'],
  summary: 'Make the secret link of the calendar, or a new one',
  description: 'A link made before stops working at once.',
  security: SECURITY,
  responses: { 201: json(feedSchema, 'The link.'), ...problems() },
});

export function registerCalendarLink(api: OpenAPIHono<AppEnv>, deps: Pick<AppDeps, 'db' | 'clock' | 'publicUrl'>): void {
  api.openapi(rotateRoute, async (c) => {
    const at = deps.clock.now().toISOString();
    const token = await forPerson(c, deps, (tx, userId) => rotateCalendarFeed(tx, userId, at));
    return c.json({ url: deps.publicUrl + paths.calendar(token), made_at: at }, 201);
  });
}
