// One bounded page of a person's events, newest first; the events themselves are read by `listEvents`.
import type { EventKind } from '@quittance/domain/event-kind';
import type { Instant } from '@quittance/domain/instant';
import { sql, type SqlBool } from 'kysely';
import type { Queryable } from './database.ts';

export interface EventPageQuery {
  readonly kind?: EventKind | undefined;
  /** Only those not read with certainty that the person has not judged. */
  readonly unconfirmed?: boolean | undefined;
  readonly after?: { readonly at: Instant; readonly seq: number } | undefined;
  readonly limit: number;
}

/** Ids in order. */
export async function listEventPage(db: Queryable, userId: string, query: EventPageQuery): Promise<string[]> {
  let select = db
    .selectFrom('event')
    .select('event.id')
    .where('event.user_id', '=', userId)
    .orderBy('event.occurred_at', 'desc')
    .orderBy('event.seq', 'desc')
    .limit(query.limit);
  if (query.kind) select = select.where('event.kind', '=', query.kind);
  if (query.unconfirmed) {
    select = select
      .where('event.decided', '<>', 'auto')
      .where((eb) =>
        eb.not(eb.exists(eb.selectFrom('correction').select('correction.id').whereRef('correction.event_id', '=', 'event.id'))),
      );
  }
  if (query.after) {
    const { at, seq } = query.after;
    select = select.where(sql<SqlBool>`(event.occurred_at, event.seq) < (${at}::timestamptz, ${seq}::bigint)`);
  }
  return (await select.execute()).map((row) => row.id);
}
