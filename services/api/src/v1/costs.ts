// What running subscriptions cost, in total in the person's currency, by the rates that they entered (an act of the kind `rate_set`).
import type { OpenAPIHono } from '@hono/zod-openapi';
import { costsJson, type CostsJson } from '@quittance/contract/costs-json';
import { loadRates, readViewpoint } from '@quittance/store/hand';
import { listSubscriptionsBriefly } from '@quittance/store/subscriptions';
import { readUserSettings } from '@quittance/store/user-settings';
import { asOf } from '@quittance/timeline/as-of';
import { forPerson, type AppDeps, type AppEnv } from '../context.ts';
import { createRoute, json, problems, SECURITY, z } from './route-parts.ts';

const cost = z.object({ month: z.string(), year: z.string(), currency: z.string() });
const costsSchema = z
  .object({
    total: cost,
    missing: z.array(z.string()).openapi({ description: 'Currencies that the total lacks, because no rate was entered.' }),
    rates: z.array(z.object({ from: z.string(), to: z.string(), rate: z.string(), on: z.string() })),
    items: z.array(
      z.object({ subscription_id: z.string(), merchant: z.string(), plan: z.string().nullable(), cost, own: cost.nullable() }),
    ),
    rises: z.array(
      z.object({
        subscription_id: z.string(),
        merchant: z.string(),
        on: z.string(),
        from: z.string(),
        to: z.string(),
        currency: z.string(),
        percent: z.number(),
        event_id: z.string(),
      }),
    ),
  })
  .openapi('Costs') satisfies z.ZodType<CostsJson>;

const route = createRoute({
  method: 'get',
  path: '/costs',
  tags: ['Subscriptions'],
  summary: 'What running subscriptions cost, and which prices rose',
  security: SECURITY,
  responses: { 200: json(costsSchema, 'The costs.'), ...problems() },
});

export function registerCosts(api: OpenAPIHono<AppEnv>, deps: Pick<AppDeps, 'db' | 'clock'>): void {
  api.openapi(route, async (c) => {
    const costs = await forPerson(c, deps, async (tx, userId) => {
      const viewpoint = await readViewpoint(tx, userId, deps.clock.now());
      const { currency } = await readUserSettings(tx, userId);
      const subscriptions = (await listSubscriptionsBriefly(tx, userId)).map((one) => asOf(one, viewpoint));
      return costsJson(subscriptions, currency, await loadRates(tx, userId), viewpoint.today);
    });
    return c.json(costs, 200);
  });
}
