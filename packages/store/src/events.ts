// Events: dated facts, each citing its message. Append-only; subscriptions are folded from them. The level comes from the message's latest
// verdict, so a later verdict changes what the next fold sees. An erased message leaves its facts and proves nothing any more: it has no
// level, unless it was likely forged, which must not be forgotten.
import type { Level } from '@quittance/domain/authenticity';
import type { Classification, Decision, MerchantRef, Reason } from '@quittance/domain/classification';
import type { CivilDate } from '@quittance/domain/civil-date';
import type { Correction, EventBankLine, SubscriptionEvent } from '@quittance/domain/event';
import type { EventKind, MessageKind } from '@quittance/domain/event-kind';
import type { Instant } from '@quittance/domain/instant';
import { sql } from 'kysely';
import type { Queryable, Tx } from './database.ts';
import { storableJson, storableText } from './storable-text.ts';

export interface NewEvent {
  readonly seq: number;
  readonly messageId: number;
  readonly kind: EventKind;
  readonly classification: Classification;
  readonly occurredAt: Instant;
  readonly effectiveOn: CivilDate | null;
}

/** Takes `count` numbers of the user's order of recording; the transaction's rollback gives them back. */
export async function reserveEventSeqs(tx: Tx, userId: string, count: number): Promise<number> {
  const row = await reservedEventSeqs(tx, userId, count).executeTakeFirstOrThrow();
  return row.next_event_seq - count;
}

/** The taking alone; returns `next_event_seq`, that after the last one taken. */
export function reservedEventSeqs(tx: Tx, userId: string, count: number) {
  return tx
    .updateTable('app_user')
    .set((eb) => ({ next_event_seq: eb('next_event_seq', '+', count) }))
    .where('id', '=', userId)
    .returning('next_event_seq');
}

/** At least one event. Returns `id` and `seq` of each. */
export function insertedEvents(tx: Tx, userId: string, events: readonly NewEvent[], recordedAt: Instant | Date) {
  return tx
    .insertInto('event')
    .values(events.map((event) => eventRow(userId, event, recordedAt)))
    .returning(['id', 'seq']);
}

function eventRow(userId: string, { classification: read, ...event }: NewEvent, recordedAt: Instant | Date) {
  return {
    user_id: userId,
    seq: event.seq,
    message_id: event.messageId,
    kind: event.kind,
    decided: read.decided,
    confidence: read.confidence,
    source: 'mail' as const,
    merchant_id: read.merchant && storableText(read.merchant.id),
    merchant_name: read.merchant && storableText(read.merchant.name),
    merchant_domains: (read.merchant?.domains ?? []).map(storableText),
    biller: read.biller,
    plan: read.plan && storableText(read.plan),
    amount_minor: read.price?.amountMinor ?? null,
    currency: read.price?.currency ?? null,
    period: read.period,
    renews_on: read.renewsOn,
    ends_on: read.endsOn,
    effective_on: event.effectiveOn,
    notice_period: read.noticePeriod,
    minimum_term_ends_on: read.minimumTermEndsOn,
    cancel_by: read.cancelBy,
    reference: read.reference && storableText(read.reference),
    language: read.language,
    reasons: storableJson(read.reasons),
    suspicions: read.suspicions.map(storableText),
    occurred_at: event.occurredAt,
    recorded_at: recordedAt,
  };
}

/** Events without a merchant have this key wherever events are grouped by merchant; no merchant's id can be empty. */
export const NO_MERCHANT = '';

export interface EventQuery {
  /** Only these merchants; `NO_MERCHANT` stands for events without one. */
  readonly merchantIds?: readonly string[];
  /** Beside those of `merchantIds`: events that the person moved to another merchant. */
  readonly movedEventIds?: readonly string[];
  readonly eventIds?: readonly string[];
}

/** In the order of recording. */
export async function listEvents(db: Queryable, userId: string, query: EventQuery = {}): Promise<SubscriptionEvent[]> {
  const merchants = query.merchantIds ? ofMerchants(query.merchantIds, query.movedEventIds ?? []) : sql``;
  const ids = query.eventIds ? sql`and e.id = any(${query.eventIds}::uuid[])` : sql``;
  const { rows } = await sql<EventRow>`
    select e.id, e.seq, e.kind, e.decided, e.confidence, e.source, e.merchant_id, e.merchant_name, e.merchant_domains, e.biller, e.plan,
           e.amount_minor, e.currency, e.period, e.renews_on, e.ends_on, e.effective_on, e.notice_period, e.minimum_term_ends_on, e.cancel_by,
           e.reference, e.language, e.reasons, e.occurred_at,
           case when m.erased_at is null or v.level = 'R' then v.level end as level,
           m.sha256, m.rfc_message_id, m.from_address, m.subject, m.sent_at,
           e.statement_line_id, e.payee_key, l.position, l.booked_on, l.text, l.account, f.sha256 as file_sha256, f.name as file_name
    from event e
    left join message m on m.id = e.message_id
    left join statement_line l on l.id = e.statement_line_id
    left join statement_file f on f.id = l.file_id
    left join lateral (select level from verdict where verdict.message_id = e.message_id order by verdict.id desc limit 1) v on true
    where e.user_id = ${userId}::uuid ${merchants} ${ids}
    order by e.seq`.execute(db);
  return rows.map(toEvent);
}

function ofMerchants(merchantIds: readonly string[], moved: readonly string[]) {
  // Two plain comparisons: the index on merchants serves the first, which a coalesce would hide from it.
  const named = sql`e.merchant_id = any(${merchantIds}::text[])`;
  const unnamed = merchantIds.includes(NO_MERCHANT) ? sql`or e.merchant_id is null` : sql``;
  const others = moved.length > 0 ? sql`or e.id = any(${moved}::uuid[])` : sql``;
  return sql`and (${named} ${unnamed} ${others})`;
}

export async function getEvent(db: Queryable, userId: string, eventId: string): Promise<SubscriptionEvent | null> {
  const [event] = await listEvents(db, userId, { eventIds: [eventId] });
  return event ?? null;
}

/** Words on the events of that query, or on all of the user's, the oldest first. */
export async function listCorrections(db: Queryable, userId: string, query: EventQuery = {}): Promise<Correction[]> {
  const merchants = query.merchantIds ? ofMerchants(query.merchantIds, query.movedEventIds ?? []) : sql``;
  const ids = query.eventIds ? sql`and e.id = any(${query.eventIds}::uuid[])` : sql``;
  const { rows } = await sql<{ event_id: string; kind: MessageKind; made_at: Instant }>`
    select c.event_id, c.kind, c.made_at
    from correction c join event e on e.id = c.event_id
    where c.user_id = ${userId}::uuid and e.user_id = c.user_id ${merchants} ${ids}
    order by c.id`.execute(db);
  return rows.map((row) => ({ eventId: row.event_id, kind: row.kind, madeAt: row.made_at }));
}

/** The person's word; fold the merchant again afterwards (`refoldMerchants`). @returns false for an unknown event. */
export async function insertCorrection(tx: Tx, userId: string, correction: Correction): Promise<boolean> {
  const rows = await tx
    .insertInto('correction')
    .columns(['user_id', 'event_id', 'kind', 'made_at'])
    .expression((eb) =>
      eb
        .selectFrom('event')
        .select([
          'event.user_id',
          'event.id',
          sql<string>`${correction.kind}::text`.as('kind'),
          sql<string>`${correction.madeAt}::timestamptz`.as('made_at'),
        ])
        .where('event.user_id', '=', userId)
        .where('event.id', '=', correction.eventId),
    )
    .returning('id')
    .execute();
  return rows.length === 1;
}

interface EventRow {
  readonly id: string;
  readonly seq: number;
  readonly kind: EventKind;
  readonly decided: Decision;
  readonly confidence: number;
  readonly source: 'mail' | 'person' | 'bank';
  readonly merchant_id: string | null;
  readonly merchant_name: string | null;
  readonly merchant_domains: string[];
  readonly biller: string | null;
  readonly plan: string | null;
  readonly amount_minor: number | null;
  readonly currency: string | null;
  readonly period: string | null;
  readonly renews_on: CivilDate | null;
  readonly ends_on: CivilDate | null;
  readonly effective_on: CivilDate | null;
  readonly notice_period: string | null;
  readonly minimum_term_ends_on: CivilDate | null;
  readonly cancel_by: CivilDate | null;
  readonly reference: string | null;
  readonly language: string;
  readonly reasons: Reason[];
  readonly occurred_at: Instant;
  readonly level: Level | null;
  readonly sha256: Buffer | null;
  readonly rfc_message_id: string | null;
  readonly from_address: string | null;
  readonly subject: string | null;
  readonly sent_at: Instant | null;
  readonly statement_line_id: number | null;
  readonly payee_key: string | null;
  readonly position: number | null;
  readonly booked_on: CivilDate | null;
  readonly text: string | null;
  readonly account: string | null;
  readonly file_sha256: Buffer | null;
  readonly file_name: string | null;
}

function toEvent(row: EventRow): SubscriptionEvent {
  return {
    id: row.id,
    seq: row.seq,
    kind: row.kind,
    decided: row.decided,
    confidence: row.confidence,
    occurredAt: row.occurred_at,
    effectiveOn: row.effective_on,
    merchant: merchantOf(row),
    biller: row.biller,
    plan: row.plan,
    price: row.amount_minor === null || row.currency === null ? null : { amountMinor: row.amount_minor, currency: row.currency },
    period: row.period,
    renewsOn: row.renews_on,
    endsOn: row.ends_on,
    noticePeriod: row.notice_period,
    minimumTermEndsOn: row.minimum_term_ends_on,
    cancelBy: row.cancel_by,
    reference: row.reference,
    language: row.language,
    reasons: row.reasons,
    level: row.level,
    message: row.sha256 && {
      sha256: row.sha256.toString('hex'),
      rfcMessageId: row.rfc_message_id,
      fromAddress: row.from_address ?? '',
      subject: row.subject ?? '',
      sentAt: row.sent_at,
    },
    source: row.source,
    ...(row.statement_line_id === null ? {} : { bankLine: toBankLine(row, row.statement_line_id) }),
  };
}

function toBankLine(row: EventRow, lineId: number): EventBankLine {
  return {
    lineId,
    fileSha256: row.file_sha256?.toString('hex') ?? '',
    fileName: row.file_name ?? '',
    account: row.account ?? '',
    position: row.position ?? 0,
    bookedOn: row.booked_on ?? row.occurred_at.slice(0, 10),
    text: row.text ?? '',
    payeeKey: row.payee_key ?? '',
  };
}

function merchantOf(row: EventRow): MerchantRef | null {
  if (row.merchant_id === null) return null;
  return { id: row.merchant_id, name: row.merchant_name ?? row.merchant_id, domains: row.merchant_domains };
}
