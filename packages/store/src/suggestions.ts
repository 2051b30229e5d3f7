// Suggestions of a local model beside events that nobody decided yet; see migrations/0017 and packages/llm.
import type { EventKind, MessageKind } from '@quittance/domain/event-kind';
import type { Instant } from '@quittance/domain/instant';
import type { Queryable } from './database.ts';

export interface StoredSuggestion {
  readonly kind: EventKind;
  readonly quote: string;
  readonly model: string;
}

/** An event that was abstained from, that no model was asked about and no person spoke on. */
export interface OpenQuestion {
  readonly eventId: string;
  readonly userId: string;
  readonly sha256: Buffer;
  readonly kind: MessageKind;
}

/** Newest first, of all people; only where the message's bytes are still there. */
export async function listOpenQuestions(db: Queryable, limit: number): Promise<OpenQuestion[]> {
  const rows = await db
    .selectFrom('event')
    .innerJoin('message', 'message.id', 'event.message_id')
    .leftJoin('suggestion', 'suggestion.event_id', 'event.id')
    .leftJoin('correction', 'correction.event_id', 'event.id')
    .select(['event.id as eventId', 'event.user_id as userId', 'message.sha256', 'event.kind'])
    .where('event.decided', '=', 'abstain')
    .where('message.erased_at', 'is', null)
    .where('suggestion.event_id', 'is', null)
    .where('correction.event_id', 'is', null)
    .orderBy('event.occurred_at', 'desc')
    .limit(limit)
    .execute();
  return rows as OpenQuestion[];
}

export async function insertSuggestion(
  db: Queryable,
  input: {
    readonly userId: string;
    readonly eventId: string;
    readonly suggestion: { readonly kind: MessageKind; readonly quote: string } | null;
    readonly model: string;
    readonly at: Instant;
  },
): Promise<void> {
  const { userId, eventId, suggestion, model, at } = input;
  await db
    .insertInto('suggestion')
    .values({ event_id: eventId, user_id: userId, kind: suggestion?.kind ?? null, quote: suggestion?.quote ?? null, model, made_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** As `model`: it was the person, of another mail of the same template. */
export const OWN_WORD = 'person';

/** The person's word goes before a model's. */
export async function replaceSuggestion(db: Queryable, input: Parameters<typeof insertSuggestion>[1]): Promise<void> {
  await db.deleteFrom('suggestion').where('event_id', '=', input.eventId).where('user_id', '=', input.userId).execute();
  await insertSuggestion(db, input);
}

/** By event id, of those that have one. */
export async function listSuggestions(db: Queryable, userId: string, eventIds: readonly string[]): Promise<Map<string, StoredSuggestion>> {
  if (eventIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('suggestion')
    .select(['event_id', 'kind', 'quote', 'model'])
    .where('user_id', '=', userId)
    .where('event_id', 'in', eventIds)
    .where('kind', 'is not', null)
    .execute();
  return new Map(rows.map(({ event_id, kind, quote, model }) => [event_id, { kind: kind as EventKind, quote: quote ?? '', model }]));
}
