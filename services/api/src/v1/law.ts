// What the law gives a person who leaves a subscription, by their country or another one. Information, not legal advice.
import type { OpenAPIHono } from '@hono/zod-openapi';
import { lawJson } from '@quittance/contract/law-json';
import { readUserSettings } from '@quittance/store/user-settings';
import { forPerson, type AppDeps, type AppEnv } from '../context.ts';
import { createRoute, json, problems, SECURITY, z } from './route-parts.ts';
import { todayOf } from './subscriptions.ts';

const ruleSchema = z
  .object({
    id: z.string(),
    situation: z.string(),
    citation: z.string().openapi({ description: 'The article as a letter cites it.' }),
    source: z.string(),
    in_force: z.boolean(),
    since: z.string().nullable(),
    expected: z.string().nullable(),
    says: z.string(),
    otherwise: z.string().nullable().openapi({ description: 'What follows when it was not kept.' }),
    requires: z.array(z.object({ element: z.string(), text: z.string() })),
  })
  .openapi('LegalRule');

const route = createRoute({
  method: 'get',
  path: '/law',
  tags: ['Law'],
  summary: 'The rules of a country, each with its source',
  description: 'Information, not legal advice. A rule that is not in force raises nothing.',
  security: SECURITY,
  request: {
    query: z.object({
      country: z
        .string()
        .regex(/^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/)
        .optional()
        .openapi({ description: 'ISO 3166; the person’s own when not given.' }),
    }),
  },
  responses: {
    200: json(
      z.object({ country: z.object({ id: z.string(), name: z.string() }).nullable(), items: z.array(ruleSchema) }).openapi('Law'),
      'The rules, the nearest law first.',
    ),
    ...problems(),
  },
});

export function registerLaw(api: OpenAPIHono<AppEnv>, deps: Pick<AppDeps, 'db' | 'clock'>): void {
  api.openapi(route, async (c) => {
    const { country } = c.req.valid('query');
    const document = await forPerson(c, deps, async (tx, userId) => {
      const own = (await readUserSettings(tx, userId)).country;
      return lawJson(country ?? own, await todayOf(tx, userId, deps), c.get('language'));
    });
    return c.json(document, 200);
  });
}
