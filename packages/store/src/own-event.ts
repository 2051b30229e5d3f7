// An event that the person states: without a message, so it proves nothing, and it is never taken for what a merchant wrote.
import type { CivilDate } from '@quittance/domain/civil-date';
import type { MerchantRef } from '@quittance/domain/classification';
import type { EventKind } from '@quittance/domain/event-kind';
import type { Instant } from '@quittance/domain/instant';
import type { Money } from '@quittance/domain/money';
import type { Period } from '@quittance/domain/period';
import type { Tx } from './database.ts';
import { reserveEventSeqs } from './events.ts';
import { storableText } from './storable-text.ts';

export interface OwnEvent {
  readonly kind: EventKind;
  readonly occurredAt: Instant;
  readonly merchant: MerchantRef;
  readonly plan?: string | null;
  readonly price?: Money | null;
  readonly period?: Period | null;
  readonly renewsOn?: CivilDate | null;
  readonly endsOn?: CivilDate | null;
  readonly noticePeriod?: Period | null;
  readonly minimumTermEndsOn?: CivilDate | null;
  readonly reference?: string | null;
  readonly language: string;
  /** `person.web`, `person.letter`: how it was done. */
  readonly rule: string | null;
}

/** @returns its id. */
export async function insertOwnEvent(tx: Tx, userId: string, event: OwnEvent, recordedAt: Instant): Promise<string> {
  const seq = await reserveEventSeqs(tx, userId, 1);
  const reasons = event.rule === null ? [] : [{ rule: event.rule, quote: '', field: 'kind', zone: 'body', start: 0, end: 0 }];
  const row = await tx
    .insertInto('event')
    .values({
      user_id: userId,
      seq,
      message_id: null,
      kind: event.kind,
      decided: 'auto',
      confidence: 1,
      source: 'person',
      merchant_id: storableText(event.merchant.id),
      merchant_name: storableText(event.merchant.name),
      merchant_domains: event.merchant.domains.map(storableText),
      biller: null,
      plan: event.plan ? storableText(event.plan) : null,
      amount_minor: event.price?.amountMinor ?? null,
      currency: event.price?.currency ?? null,
      period: event.period ?? null,
      renews_on: event.renewsOn ?? null,
      ends_on: event.endsOn ?? null,
      effective_on: event.endsOn ?? null,
      notice_period: event.noticePeriod ?? null,
      minimum_term_ends_on: event.minimumTermEndsOn ?? null,
      reference: event.reference ? storableText(event.reference) : null,
      language: event.language,
      reasons: JSON.stringify(reasons),
      suspicions: [],
      occurred_at: event.occurredAt,
      recorded_at: recordedAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}
