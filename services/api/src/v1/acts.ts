// The person's own word on their subscriptions: added, cancelled by hand, terms, merged, split, moved, renamed. Each is an act with a leaf of its
// own, listed here and taken back by undoing it.
import { randomUUID } from 'node:crypto';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { actJson } from '@quittance/contract/act-json';
import { parseDecimal } from '@quittance/domain/money';
import { readRate } from '@quittance/domain/rate';
import { parsePeriod } from '@quittance/domain/period';
import { toInstant } from '@quittance/domain/instant';
import type { Terms } from '@quittance/domain/hand';
import { loadActFile } from '@quittance/store/act-files';
import { undoAct, type Done } from '@quittance/store/do-act';
import { subscriptionsOfActs } from '@quittance/store/acts-about';
import { listActs } from '@quittance/store/hand';
import {
  addSubscription,
  beginSubscription,
  leaveOut,
  mergeSubscriptions,
  moveEvent,
  renameMerchant,
  setRate,
  setTerms,
  splitSubscription,
  stateCancellation,
  type HandDeps,
} from '@quittance/store/own-hand';
import { fold } from '@quittance/timeline/fold';
import { openFile } from '@quittance/vault/message-bytes';
import { forPerson, type AppContext, type AppDeps, type AppEnv } from '../context.ts';
import { ProblemError } from '../problem.ts';
import { readCancellationForm, toCancellation } from '../stated-cancellation.ts';
import { actSchema } from './act-schema.ts';
import { civilDate, createRoute, idParam, json, jsonBody, problems, SECURITY, text, z } from './route-parts.ts';

type Deps = Pick<AppDeps, 'db' | 'clock' | 'vault'>;

const period = z.string().regex(/^P\d{1,3}[DWMY]$/, { error: 'must be a period: P1M, P1Y, P4W or P14D' });
const amount = z.string().regex(/^\d{1,12}(?:\.\d{1,6})?$/, { error: 'must be an amount: 12.99' });
const currency = z.string().regex(/^[A-Z]{3}$/);
const subscription = z.uuid().openapi({ description: 'Id of a subscription.' });
const priced = { amount: amount.nullish(), currency: currency.nullish() };
const isWhole = (price: { amount?: string | null | undefined; currency?: string | null | undefined }): boolean =>
  !price.amount === !price.currency;
const HALF_A_PRICE = { path: ['amount'], error: 'give amount and currency together' };

const bodySchema = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('subscription_added'),
      merchant: text(200).min(1),
      plan: text(200).nullish(),
      ...priced,
      period: period.nullish(),
      started_on: civilDate,
      renews_on: civilDate.nullish(),
      notice_period: period.nullish(),
      minimum_term_ends_on: civilDate.nullish(),
      reference: text(200).nullish(),
    })
    .refine(isWhole, HALF_A_PRICE),
  z
    .object({
      kind: z.literal('terms_set'),
      subscription,
      notice_period: period.nullable().optional(),
      minimum_term_ends_on: civilDate.nullable().optional(),
      renews_on: civilDate.nullable().optional(),
      ...priced,
      period: period.nullable().optional(),
    })
    .refine(isWhole, HALF_A_PRICE),
  z.object({ kind: z.literal('merged'), subscription, other: subscription }),
  z.object({ kind: z.literal('split'), subscription, events: z.array(z.uuid()).min(1).max(1000) }),
  z.object({ kind: z.literal('begun'), event: z.uuid() }),
  z.object({ kind: z.literal('left_out'), event: z.uuid() }),
  z.object({ kind: z.literal('moved'), event: z.uuid(), subscription }),
  z.object({ kind: z.literal('rate_set'), from: currency, to: currency, rate: text(20), on: civilDate }),
  z.object({ kind: z.literal('merchant_renamed'), merchant: text(200), name: text(200).min(1) }),
]);
type Body = z.infer<typeof bodySchema>;

const listRoute = createRoute({
  method: 'get',
  path: '/acts',
  tags: ['Own word'],
  summary: 'All that the person said, oldest first',
  security: SECURITY,
  responses: { 200: json(z.object({ items: z.array(actSchema) }), 'The acts.'), ...problems() },
});

const doRoute = createRoute({
  method: 'post',
  path: '/acts',
  tags: ['Own word'],
  summary: 'Add a subscription, set terms, merge, split, begin, leave out, move, rename',
  security: SECURITY,
  request: { body: jsonBody(bodySchema) },
  responses: {
    200: json(actSchema, 'The act.'),
    ...problems(
      'not_found',
      'nothing_said',
      'no_merchant',
      'same_subscription',
      'split_all',
      'bad_amount',
      'bad_name',
      'bad_rate',
      'bad_period',
    ),
  },
});

const cancellationRoute = createRoute({
  method: 'post',
  path: '/cancellations',
  tags: ['Own word'],
  summary: '"I cancelled this on …, by web, phone, letter …", with a file as evidence',
  description:
    'multipart/form-data with the fields `subscription`, `on`, `by` (web, phone, letter, email, in_person, other), `confirmed` (true), `ends_on`, `note`, then one `file` of up to 20 MB.',
  security: SECURITY,
  responses: {
    200: json(actSchema, 'The act.'),
    ...problems('not_found', 'date_ahead', 'bad_date', 'file_too_large', 'file_empty'),
  },
});

const undoRoute = createRoute({
  method: 'post',
  path: '/acts/{id}/undo',
  tags: ['Own word'],
  summary: 'Take back what was said',
  security: SECURITY,
  request: { params: idParam },
  responses: { 200: json(z.object({ undone: z.string() }), 'Done.'), ...problems('not_found') },
});

const fileRoute = createRoute({
  method: 'get',
  path: '/acts/{id}/file',
  tags: ['Own word'],
  summary: 'The file that was kept beside an act',
  security: SECURITY,
  request: { params: idParam },
  responses: {
    200: {
      description: 'The file, byte for byte.',
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    ...problems('not_found'),
  },
});

export function registerActs(api: OpenAPIHono<AppEnv>, deps: Deps): void {
  api.openapi(listRoute, async (c) => {
    const items = await forPerson(c, deps, async (tx, userId) => {
      const acts = await listActs(tx, userId);
      const about = await subscriptionsOfActs(tx, userId, acts);
      return acts.map((act) => actJson(act, about));
    });
    return c.json({ items }, 200);
  });

  api.openapi(doRoute, async (c) => {
    const body = c.req.valid('json');
    return c.json(await actOf(c, deps, (hand) => doBody(hand, body)), 200);
  });

  api.openapi(cancellationRoute, async (c) => {
    const said = toCancellation(await readCancellationForm(c));
    return c.json(await actOf(c, deps, (hand) => stateCancellation({ ...hand, vault: deps.vault }, said)), 200);
  });

  api.openapi(undoRoute, async (c) => {
    const { id } = c.req.valid('param');
    await undoOwn(c, deps, id);
    return c.json({ undone: id }, 200);
  });

  api.openapi(fileRoute, (c) => actFileResponse(c, deps, c.req.valid('param').id) as never);
}

/** @throws ProblemError `not_found`. */
export async function undoOwn(c: AppContext, deps: Deps, actId: string): Promise<void> {
  const at = toInstant(deps.clock.now());
  const done = await forPerson(c, deps, (tx, userId) => undoAct(tx, fold, { userId, actId, id: randomUUID(), at }));
  if (!done) throw new ProblemError('not_found');
}

/** Offered for saving, never shown: it is whatever the person put there. */
async function actFileResponse(c: AppContext, deps: Deps, actId: string): Promise<Response> {
  const file = await forPerson(c, deps, (tx, userId) => loadActFile(tx, userId, actId));
  if (!file) throw new ProblemError('not_found');
  return c.body(new Uint8Array(openFile(deps.vault, file.actId, file)), 200, {
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'Cache-Control': 'private, no-store',
  });
}

async function actOf(c: AppContext, deps: Deps, work: (hand: HandDeps) => Promise<Done>) {
  return forPerson(c, deps, async (tx, userId) => {
    const { actId } = await work({ tx, fold, userId, at: toInstant(deps.clock.now()) });
    const act = (await listActs(tx, userId)).find(({ id }) => id === actId)!;
    return actJson(act, await subscriptionsOfActs(tx, userId, [act]));
  });
}

function doBody(hand: HandDeps, body: Body): Promise<Done> {
  switch (body.kind) {
    case 'subscription_added':
      return addSubscription(hand, {
        merchant: body.merchant.trim(),
        plan: body.plan ?? null,
        price: body.amount && body.currency ? parseDecimal(body.amount, body.currency) : null,
        period: body.period ?? null,
        startedOn: body.started_on,
        renewsOn: body.renews_on ?? null,
        noticePeriod: body.notice_period ?? null,
        minimumTermEndsOn: body.minimum_term_ends_on ?? null,
        reference: body.reference ?? null,
      });
    case 'terms_set':
      return setTerms(hand, { subscriptionId: body.subscription, terms: termsOf(body) });
    case 'merged':
      return mergeSubscriptions(hand, { subscriptionId: body.subscription, otherId: body.other });
    case 'split':
      return splitSubscription(hand, { subscriptionId: body.subscription, eventIds: body.events });
    case 'begun':
      return beginSubscription(hand, { eventId: body.event });
    case 'left_out':
      return leaveOut(hand, { eventId: body.event });
    case 'moved':
      return moveEvent(hand, { eventId: body.event, subscriptionId: body.subscription });
    case 'rate_set':
      return setRate(hand, { from: body.from, to: body.to, rate: readRate(body.rate), on: body.on });
    case 'merchant_renamed':
      return renameMerchant(hand, { merchantId: body.merchant, name: body.name.trim() });
  }
}

function termsOf(body: Extract<Body, { kind: 'terms_set' }>): Terms {
  const { notice_period: noticePeriod, minimum_term_ends_on: minimumTermEndsOn, renews_on: renewsOn, amount, currency, period } = body;
  if (period) parsePeriod(period);
  return {
    ...(noticePeriod === undefined ? {} : { noticePeriod }),
    ...(minimumTermEndsOn === undefined ? {} : { minimumTermEndsOn }),
    ...(renewsOn === undefined ? {} : { renewsOn }),
    ...(amount && currency ? { price: parseDecimal(amount, currency) } : amount === null ? { price: null } : {}),
    ...(period === undefined ? {} : { period }),
  };
}
