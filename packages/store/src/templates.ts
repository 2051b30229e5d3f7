// Templates of kept mail, and the person's words on mail of a sender: what applyCorrections of packages/classify needs.
import type { MessageKind } from '@quittance/domain/event-kind';
import { sql } from 'kysely';
import type { Queryable, Tx } from './database.ts';
import type { Write } from './together.ts';

export interface StoredTemplate {
  readonly senderDomain: string;
  readonly subjectKey: string;
  readonly sketch: Buffer;
  /** What the mail was read as, before any person's word. */
  readonly readAs: MessageKind;
}

export interface SpokenOf extends StoredTemplate {
  /** The person's latest word on that mail. */
  readonly is: MessageKind;
}

export function insertTemplates(tx: Tx, userId: string, templates: readonly (StoredTemplate & { readonly eventId: string })[]): Write[] {
  if (templates.length === 0) return [];
  const rows = templates.map(({ eventId, senderDomain, subjectKey, sketch, readAs }) => ({
    event_id: eventId,
    user_id: userId,
    sender_domain: senderDomain,
    subject_key: subjectKey,
    sketch,
    read_as: readAs,
  }));
  return [
    tx
      .insertInto('event_template')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing()),
  ];
}

/** More words on one sender than anybody gives; the latest count. */
const WORDS_MAX = 500;

export async function listWordsOnSenders(db: Queryable, userId: string, senderDomains: readonly string[]): Promise<SpokenOf[]> {
  if (senderDomains.length === 0) return [];
  const rows = await db
    .selectFrom('event_template')
    .innerJoin('correction', 'correction.event_id', 'event_template.event_id')
    .select(['sender_domain', 'subject_key', 'sketch', 'read_as', 'correction.kind'])
    .where('event_template.user_id', '=', userId)
    .where('sender_domain', 'in', [...senderDomains])
    .where('correction.id', '=', sql<number>`(select max(later.id) from correction later where later.event_id = event_template.event_id)`)
    .orderBy('correction.id', 'desc')
    .limit(WORDS_MAX)
    .execute();
  return rows.map((row) => ({
    senderDomain: row.sender_domain,
    subjectKey: row.subject_key,
    sketch: row.sketch,
    readAs: row.read_as as MessageKind,
    is: row.kind as MessageKind,
  }));
}

/** Events of the same sender and subject that nobody decided, for a hint after a person's word on one of them. */
export async function listUndecidedAlike(
  db: Queryable,
  userId: string,
  eventId: string,
): Promise<(StoredTemplate & { eventId: string; isIt: boolean })[]> {
  const rows = await db
    .selectFrom('event_template as one')
    .innerJoin('event_template as alike', (join) =>
      join
        .onRef('alike.user_id', '=', 'one.user_id')
        .onRef('alike.sender_domain', '=', 'one.sender_domain')
        .onRef('alike.subject_key', '=', 'one.subject_key')
        .onRef('alike.read_as', '=', 'one.read_as'),
    )
    .innerJoin('event', 'event.id', 'alike.event_id')
    .leftJoin('correction', 'correction.event_id', 'alike.event_id')
    .select(['alike.event_id as eventId', 'alike.sender_domain', 'alike.subject_key', 'alike.sketch', 'alike.read_as'])
    .where('one.event_id', '=', eventId)
    .where('one.user_id', '=', userId)
    .where((where) =>
      where.or([
        where('alike.event_id', '=', eventId),
        where.and([where('event.decided', '<>', 'auto'), where('correction.id', 'is', null)]),
      ]),
    )
    .limit(WORDS_MAX)
    .execute();
  return rows.map((row) => ({
    eventId: row.eventId,
    senderDomain: row.sender_domain,
    subjectKey: row.subject_key,
    sketch: row.sketch,
    readAs: row.read_as as MessageKind,
    isIt: row.eventId === eventId,
  }));
}
