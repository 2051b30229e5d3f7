// Events that cite a line of a bank statement, and the person's word on payees. An event of a line is written once per merchant; taking a match
// back is a correction of it, so that the history of both stays.
import type { MerchantRef } from '@quittance/domain/classification';
import type { CivilDate } from '@quittance/domain/civil-date';
import type { Instant } from '@quittance/domain/instant';
import type { Period } from '@quittance/domain/period';
import { sql } from 'kysely';
import type { Queryable, Tx } from './database.ts';
import { reserveEventSeqs } from './events.ts';
import { storableJson, storableText } from './storable-text.ts';

export interface NewBankEvent {
  readonly lineId: number;
  readonly kind: 'renewal_charged' | 'refund';
  readonly merchant: MerchantRef;
  readonly payeeKey: string;
  readonly rule: string;
  readonly text: string;
  /** Minor units, positive. */
  readonly amountMinor: number;
  readonly currency: string;
  readonly period: Period | null;
  readonly bookedOn: CivilDate;
  readonly paidOn: CivilDate | null;
}

/** Bookings have no hour: noon is nobody's midnight. */
const NOON = 'T12:00:00.000Z';

/** Returns the ids of those that were new. */
export async function insertBankEvents(
  tx: Tx,
  userId: string,
  events: readonly NewBankEvent[],
  language: string,
  at: Instant,
): Promise<string[]> {
  const known = new Set((await listBankEvents(tx, userId)).map((event) => `${event.lineId}:${event.merchantId}`));
  const fresh = events.filter((event) => !known.has(`${event.lineId}:${event.merchant.id}`));
  if (fresh.length === 0) return [];
  const firstSeq = await reserveEventSeqs(tx, userId, fresh.length);
  const ids: string[] = [];
  const pageSize = 1_000;
  for (let start = 0; start < fresh.length; start += pageSize) {
    const rows = fresh.slice(start, start + pageSize).map((event, index) => rowOf(userId, event, firstSeq + start + index, language, at));
    ids.push(...(await tx.insertInto('event').values(rows).returning('id').execute()).map((row) => row.id));
  }
  return ids;
}

function rowOf(userId: string, event: NewBankEvent, seq: number, language: string, at: Instant) {
  const quote = storableText(event.text);
  return {
    user_id: userId,
    seq,
    message_id: null,
    statement_line_id: event.lineId,
    payee_key: storableText(event.payeeKey),
    kind: event.kind,
    decided: 'auto' as const,
    confidence: 1,
    source: 'bank' as const,
    merchant_id: storableText(event.merchant.id),
    merchant_name: storableText(event.merchant.name),
    merchant_domains: event.merchant.domains.map(storableText),
    amount_minor: event.amountMinor,
    currency: event.currency,
    period: event.period,
    effective_on: event.paidOn,
    language,
    reasons: storableJson([{ rule: `statement.${event.rule}`, quote, field: 'kind', zone: 'body', start: 0, end: quote.length }]),
    occurred_at: `${event.bookedOn}${NOON}`,
    recorded_at: at,
  };
}

export interface BankEvent {
  readonly id: string;
  readonly lineId: number;
  readonly fileId: number;
  readonly merchantId: string;
  readonly merchantName: string;
  readonly payeeKey: string;
  readonly kind: string;
  /** False once the person took the match back, or the file. */
  readonly counts: boolean;
  readonly isLineRemoved: boolean;
  readonly subscriptionId: string | null;
}

/** In the order of recording. */
export async function listBankEvents(db: Queryable, userId: string): Promise<BankEvent[]> {
  const { rows } = await sql<BankEvent>`
    select e.id, e.statement_line_id as "lineId", l.file_id as "fileId", e.merchant_id as "merchantId", e.merchant_name as "merchantName",
           e.payee_key as "payeeKey", e.kind, coalesce(c.kind, e.kind) <> 'other' as counts, l.removed_at is not null as "isLineRemoved",
           se.subscription_id as "subscriptionId"
    from event e
    join statement_line l on l.id = e.statement_line_id
    left join lateral (select kind from correction where correction.event_id = e.id order by correction.id desc limit 1) c on true
    left join subscription_event se on se.event_id = e.id
    where e.user_id = ${userId}::uuid and e.source = 'bank'
    order by e.seq`.execute(db);
  return rows;
}

export interface PayeeChoiceRow {
  readonly payeeKey: string;
  /** null: nobody's. */
  readonly merchant: MerchantRef | null;
  readonly madeAt: Instant;
}

export async function listPayeeChoices(db: Queryable, userId: string): Promise<PayeeChoiceRow[]> {
  const rows = await db
    .selectFrom('payee_choice')
    .select(['payee_key', 'merchant_id', 'merchant_name', 'merchant_domains', 'made_at'])
    .where('user_id', '=', userId)
    .orderBy('payee_key')
    .execute();
  return rows.map((row) => ({
    payeeKey: row.payee_key,
    merchant:
      row.merchant_id === null ? null : { id: row.merchant_id, name: row.merchant_name ?? row.merchant_id, domains: row.merchant_domains },
    madeAt: row.made_at,
  }));
}

export async function savePayeeChoice(tx: Tx, userId: string, payeeKey: string, merchant: MerchantRef | null, at: Instant): Promise<void> {
  const values = {
    merchant_id: merchant && storableText(merchant.id),
    merchant_name: merchant && storableText(merchant.name),
    merchant_domains: (merchant?.domains ?? []).map(storableText),
    made_at: at,
  };
  await tx
    .insertInto('payee_choice')
    .values({ user_id: userId, payee_key: storableText(payeeKey), ...values })
    .onConflict((conflict) => conflict.columns(['user_id', 'payee_key']).doUpdateSet(values))
    .execute();
}

/** @returns false where there was none. */
export async function deletePayeeChoice(tx: Tx, userId: string, payeeKey: string): Promise<boolean> {
  const rows = await tx
    .deleteFrom('payee_choice')
    .where('user_id', '=', userId)
    .where('payee_key', '=', payeeKey)
    .returning('payee_key')
    .execute();
  return rows.length > 0;
}
