// The shapes of packages/contract as zod schemas, for the OpenAPI document. `satisfies` keeps the two in step: a field that one has and the
// other lacks does not compile.
import { z } from '@hono/zod-openapi';
import type { AlertJson, ChannelJson } from '@quittance/contract/alert-json';
import type { FolderJson } from '@quittance/contract/folder-json';
import type { MailboxJson } from '@quittance/contract/mailbox-json';
import type { MessageDetailJson, MessageJson } from '@quittance/contract/message-json';
import type { EventJson, SubscriptionJson, TimelineJson } from '@quittance/contract/timeline-json';
import { ALERT_KINDS, CHANNEL_KINDS } from '@quittance/domain/alert';
import { LEVELS } from '@quittance/domain/authenticity';
import { EVENT_KINDS } from '@quittance/domain/event-kind';
import { READINGS, TLS_MODES } from '@quittance/domain/mailbox';
import { FINDING_KINDS, SUBSCRIPTION_STATUSES } from '@quittance/domain/subscription';

const at = z.iso.datetime().openapi({ example: '2026-11-23T09:00:00.000Z' });
const on = z.iso.date().openapi({ example: '2026-11-23' });
const amount = z.string().openapi({ description: 'Decimal, in units of the currency.', example: '23.00' });
const currency = z.string().openapi({ description: 'ISO 4217', example: 'EUR' });
const period = z.string().openapi({ description: 'ISO 8601', example: 'P1M' });
const confidence = z.number().min(0).max(1);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const kind = z.string().openapi({ enum: [...EVENT_KINDS, 'other'] });
const decided = z.string().openapi({ enum: ['auto', 'probable', 'abstain'] });
const level = z
  .string()
  .openapi({ enum: [...LEVELS], description: 'Authenticity, from A (best) to D (not verifiable); R: likely forged.' });
const reason = z.object({ rule: z.string(), quote: z.string(), field: z.string() });
const problem = z.object({ code: z.string(), text: z.string(), since: at }).nullable();

export const eventSchema = z
  .object({
    id: z.uuid(),
    kind,
    decided,
    confidence,
    occurred_at: at,
    effective_on: on.nullable(),
    amount: amount.nullable(),
    currency: currency.nullable(),
    message: z
      .object({ sha256, message_id: z.string().nullable(), from: z.string(), subject: z.string(), sent_at: at.nullable() })
      .nullable(),
    level: level.nullable(),
    bank_line: z
      .object({
        statement_sha256: sha256,
        statement: z.string(),
        position: z.int(),
        booked_on: on,
        text: z.string(),
        payee_key: z.string(),
      })
      .optional()
      .openapi({ description: 'Only of events that a bank statement told.' }),
  })
  .openapi('Event') satisfies z.ZodType<EventJson>;

const meterElement = z.object({ present: z.boolean(), quote: z.string().nullable() });

export const subscriptionSchema = z
  .object({
    id: z.string(),
    merchant: z.object({ id: z.string(), name: z.string(), domains: z.array(z.string()) }),
    biller: z.string().nullable(),
    plan: z.string().nullable(),
    status: z.string().openapi({ enum: [...SUBSCRIPTION_STATUSES] }),
    started_on: on.nullable(),
    renews_on: on.nullable(),
    cancel_by: on.nullable(),
    ends_on: on.nullable(),
    price: z.object({ amount, currency, period: period.nullable() }).nullable(),
    proof: z
      .object({
        message_id: z.string().nullable(),
        event_id: z.string(),
        level,
        meter: z.object({
          who: meterElement,
          contract: meterElement,
          received_at: meterElement,
          ends_on: meterElement,
          effects: meterElement,
          no_further_charge: meterElement,
        }),
      })
      .nullable(),
    events: z.array(eventSchema),
    findings: z.array(
      z.object({
        id: z.string(),
        kind: z.string().openapi({ enum: [...FINDING_KINDS] }),
        since: on,
        until: on.nullable(),
        event_id: z.string().nullable(),
        explanation: z.string(),
      }),
    ),
  })
  .openapi('Subscription') satisfies z.ZodType<SubscriptionJson>;

export const timelineSchema = z
  .object({ subscriptions: z.array(subscriptionSchema), unattached: z.array(eventSchema) })
  .openapi('Timeline') satisfies z.ZodType<TimelineJson>;

const messageFields = {
  sha256,
  message_id: z.string().nullable(),
  from: z.string(),
  from_name: z.string(),
  subject: z.string(),
  language: z.string(),
  size_bytes: z.int(),
  dated_at: at,
  sent_at: at.nullable().openapi({ description: 'Date header' }),
  received_at: at.nullable().openapi({ description: 'Topmost Received header' }),
  internal_date: at.nullable().openapi({ description: 'INTERNALDATE of the mail server' }),
  captured_at: at.openapi({ description: 'When Quittance took it in' }),
  erased_at: at.nullable(),
  level: level.nullable(),
  event: z
    .object({
      id: z.uuid(),
      kind,
      read_as: kind,
      decided,
      confidence,
      occurred_at: at,
      merchant: z.object({ id: z.string(), name: z.string() }).nullable(),
      amount: amount.nullable(),
      currency: currency.nullable(),
      quote: z.string().nullable(),
      subscription_id: z.string().nullable(),
    })
    .nullable(),
};

export const messageSchema = z.object(messageFields).openapi('Message') satisfies z.ZodType<MessageJson>;

export const messageDetailSchema = z
  .object({
    ...messageFields,
    origin: z.object({
      kind: z.string(),
      host: z.string().nullable(),
      path: z.string(),
      uid_validity: z.int().nullable(),
      uid: z.int().nullable(),
    }),
    verdict: z
      .object({
        level,
        pending: z.boolean(),
        made_at: at,
        tool: z.string(),
        reasons: z.array(z.string()),
        signatures: z.array(
          z.object({
            domain: z.string(),
            selector: z.string(),
            result: z.string(),
            aligned: z.boolean(),
            key_bits: z.int().nullable(),
            signed_at: z.string().nullable(),
            weaknesses: z.array(z.string()),
          }),
        ),
      })
      .nullable(),
    reasons: z.array(reason),
    log: z
      .object({
        leaf_index: z.int(),
        leaf_hash: z.string(),
        appended_at: at,
        size: z.int(),
        checkpoint: z.object({ size: z.int(), made_at: at }).nullable().openapi({ description: 'The first signed head that covers it.' }),
        anchor: z
          .object({
            checkpoint_size: z.int(),
            anchor_leaf: z.int(),
            stamps: z
              .array(z.object({ authority: z.string(), gen_at: at, signer: z.string() }))
              .openapi({ description: 'The first time stamps that cover it; none: chained, not time-stamped.' }),
          })
          .nullable(),
      })
      .nullable(),
  })
  .openapi('MessageDetail') satisfies z.ZodType<MessageDetailJson>;

export const mailboxSchema = z
  .object({
    id: z.uuid(),
    address: z.string(),
    host: z.string(),
    port: z.int(),
    tls: z.string().openapi({ enum: [...TLS_MODES] }),
    username: z.string(),
    sign_in: z.string().openapi({ enum: ['password', 'google', 'microsoft'] }),
    state: z.string().openapi({ enum: ['active', 'stopped'] }),
    problem,
    checked_at: at.nullable(),
    backfill: z.object({ total: z.int(), done: z.int(), finished_at: at.nullable(), problem }),
    reading: z.string().openapi({ enum: [...READINGS] }),
    created_at: at,
  })
  .openapi('Mailbox') satisfies z.ZodType<MailboxJson>;

export const folderSchema = z
  .object({
    path: z.string(),
    use: z.string().nullable(),
    read: z.boolean(),
    choice: z.boolean().nullable(),
    listed: z.boolean(),
    checked_at: at.nullable(),
  })
  .openapi('Folder') satisfies z.ZodType<FolderJson>;

const orNull = z.string().nullable();

export const alertSchema = z
  .object({
    id: z.uuid(),
    kind: z.string().openapi({ enum: [...ALERT_KINDS] }),
    due_at: at,
    created_at: at,
    seen_at: at.nullable(),
    data: z.object({
      subscription_id: orNull,
      event_id: orNull,
      message_sha256: orNull,
      merchant: orNull,
      plan: orNull,
      amount: orNull,
      currency: orNull,
      period: orNull,
      renews_on: orNull,
      ends_on: orNull,
      cancel_by: orNull,
      cancel_by_stated: z.literal(true).optional(),
      cancel_by_for: z.literal('price_change').optional(),
      charged_on: z.string().optional(),
      open_charges: z.number().int().optional(),
      proof_event_id: z.string().optional(),
      proof_level: z.string().optional(),
      quote: orNull,
      level: orNull,
      erased: z.literal(true).optional(),
      mailbox: orNull,
      reason: orNull,
    }),
  })
  .openapi('Alert') satisfies z.ZodType<AlertJson>;

export const channelSchema = z
  .object({
    id: z.uuid(),
    kind: z.string().openapi({ enum: [...CHANNEL_KINDS] }),
    target: z.string(),
    kinds: z.array(z.string()).nullable(),
    created_at: at,
    problem,
  })
  .openapi('Channel') satisfies z.ZodType<ChannelJson>;
