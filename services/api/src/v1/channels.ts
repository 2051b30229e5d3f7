// Where alerts go. A webhook's signing secret is told once, when the channel is made.
import type { OpenAPIHono } from '@hono/zod-openapi';
import { channelJson } from '@quittance/contract/alert-json';
import { ALERT_KINDS } from '@quittance/domain/alert';
import { PermanentError } from '@quittance/domain/errors';
import { toInstant } from '@quittance/domain/instant';
import { addChannel, listChannels, removeChannel } from '@quittance/store/channels';
import { readMailOut, withMailOut } from '@quittance/store/mail-out';
import { getDelivery, queueTestDelivery } from '@quittance/store/deliveries';
import { forPerson, type AppDeps, type AppEnv } from '../context.ts';
import { ProblemError } from '../problem.ts';
import { createRoute, idParam, json, jsonBody, listOf, noContent, problems, SECURITY, text, z } from './route-parts.ts';
import { channelSchema } from './schemas.ts';

export const channelInput = z.object({
  kind: z.enum(['email', 'webhook', 'ntfy', 'web_push']),
  target: text(2000).min(1).openapi({
    description:
      'E-mail address, https address of the webhook or the ntfy topic (http only to hosts of ALLOW_PRIVATE_HOSTS), or the JSON of a browser’s PushSubscription.',
  }),
  kinds: z.array(z.enum(ALERT_KINDS)).min(1).nullable().optional().openapi({ description: 'Which alerts; all when not given.' }),
});

const deliverySchema = z
  .object({
    id: z.uuid(),
    state: z.enum(['due', 'delivered', 'failed', 'cancelled']),
    attempts: z.int(),
    problem: z.object({ code: z.string(), text: z.string() }).nullable(),
    settled_at: z.iso.datetime().nullable(),
  })
  .openapi('Delivery');

const listRoute = createRoute({
  method: 'get',
  path: '/channels',
  tags: ['Channels'],
  summary: 'Where alerts go',
  security: SECURITY,
  responses: { 200: json(listOf(channelSchema), 'The channels.'), ...problems() },
});

const addRoute = createRoute({
  method: 'post',
  path: '/channels',
  tags: ['Channels'],
  summary: 'Add a channel',
  security: SECURITY,
  request: { body: jsonBody(channelInput) },
  responses: {
    201: json(
      channelSchema
        .extend({ secret: z.string().nullable().openapi({ description: 'Signing secret of a webhook (whsec_…); not shown again.' }) })
        .openapi('NewChannel'),
      'The channel.',
    ),
    ...problems(
      'channel_exists',
      'bad_target',
      'channel_kind_unavailable',
      'private_address_refused',
      'insecure_target',
      'smtp_not_configured',
    ),
  },
});

const testRoute = createRoute({
  method: 'post',
  path: '/channels/{id}/test',
  tags: ['Channels'],
  summary: 'Send a test',
  description: 'Ask for the delivery to see what became of it.',
  security: SECURITY,
  request: { params: idParam },
  responses: { 202: json(deliverySchema, 'The delivery on its way.'), ...problems('not_found') },
});

const deliveryRoute = createRoute({
  method: 'get',
  path: '/deliveries/{id}',
  tags: ['Channels'],
  summary: 'What became of a delivery',
  security: SECURITY,
  request: { params: idParam },
  responses: { 200: json(deliverySchema, 'The delivery.'), ...problems('not_found') },
});

const removeRoute = createRoute({
  method: 'delete',
  path: '/channels/{id}',
  tags: ['Channels'],
  summary: 'Remove a channel; what is due there is called off',
  security: SECURITY,
  request: { params: idParam },
  responses: { ...noContent, ...problems('not_found') },
});

export function registerChannels(api: OpenAPIHono<AppEnv>, deps: Pick<AppDeps, 'db' | 'vault' | 'clock' | 'refuseUnsafeTarget'>): void {
  const now = () => toInstant(deps.clock.now());

  api.openapi(listRoute, async (c) => {
    const channels = await forPerson(c, deps, listChannels);
    const mail = await readMailOut(deps.db);
    return c.json({ items: channels.map((channel) => channelJson(withMailOut(channel, mail))), next: null }, 200);
  });

  api.openapi(addRoute, async (c) => {
    const input = c.req.valid('json');
    await checkReceiver(deps, input);
    const added = await forPerson(c, deps, (tx, userId) => addChannel(tx, deps.vault, userId, input, now()));
    if (!added) throw new ProblemError('channel_exists');
    return c.json({ ...channelJson(added.channel), secret: added.secret }, 201);
  });

  api.openapi(testRoute, async (c) => {
    const { id } = c.req.valid('param');
    const delivery = await forPerson(c, deps, async (tx, userId) => {
      const deliveryId = await queueTestDelivery(tx, userId, id, now());
      return deliveryId && getDelivery(tx, userId, deliveryId);
    });
    if (!delivery) throw new ProblemError('not_found');
    return c.json(deliveryJson(delivery), 202);
  });

  api.openapi(deliveryRoute, async (c) => {
    const { id } = c.req.valid('param');
    const delivery = await forPerson(c, deps, (tx, userId) => getDelivery(tx, userId, id));
    if (!delivery) throw new ProblemError('not_found');
    return c.json(deliveryJson(delivery), 200);
  });

  api.openapi(removeRoute, async (c) => {
    const { id } = c.req.valid('param');
    if (!(await forPerson(c, deps, (tx, userId) => removeChannel(tx, userId, id, now())))) throw new ProblemError('not_found');
    return c.body(null, 204);
  });
}

/** What can't be a receiver is told so at once, not by a first alert that never comes; a push service is the browser's choice. */
export async function checkReceiver(
  deps: Pick<AppDeps, 'db' | 'refuseUnsafeTarget'>,
  { kind, target }: z.infer<typeof channelInput>,
): Promise<void> {
  if (kind === 'email' && (await readMailOut(deps.db))?.isSetUp === false)
    throw new PermanentError('smtp_not_configured', 'no mail server is set up: the operator sets SMTP_URL and MAIL_FROM.');
  if (kind === 'webhook' || kind === 'ntfy') await deps.refuseUnsafeTarget(target.trim());
}

function deliveryJson(delivery: NonNullable<Awaited<ReturnType<typeof getDelivery>>>) {
  const { problem } = delivery;
  return {
    id: delivery.id,
    state: delivery.state,
    attempts: delivery.attempts,
    problem: problem && { code: problem.code, text: problem.text },
    settled_at: delivery.settledAt,
  };
}
