// Whose timelines the clocks are looked at for, and what they were told lately.
import type { CivilDate } from '@quittance/domain/civil-date';
import type { Instant } from '@quittance/domain/instant';
import { sql } from 'kysely';
import type { Queryable } from './database.ts';
import { knownBy } from './rename-told.ts';

/** Everybody who has a subscription, by id, a page at a time. */
export async function listClockSubjects(
  db: Queryable,
  page: { readonly afterId: string | null; readonly limit: number },
): Promise<{ readonly userId: string; readonly timeZone: string }[]> {
  let select = db
    .selectFrom('app_user')
    .select(['id as userId', 'time_zone as timeZone'])
    .where((eb) => eb.exists(eb.selectFrom('subscription').select('subscription.id').whereRef('subscription.user_id', '=', 'app_user.id')))
    .orderBy('id')
    .limit(page.limit);
  if (page.afterId) select = select.where('id', '>', page.afterId);
  return select.execute();
}

/** True when an alert with one of these keys was created at `since` or later and, where a day is given, said to cancel until then or before. */
export async function wasTold(
  db: Queryable,
  userId: string,
  dedupeKeys: readonly string[],
  since: Instant,
  day: CivilDate | null,
): Promise<boolean> {
  if (dedupeKeys.length === 0) return false;
  const { rows } = await sql`
    select from ${knownBy(userId, dedupeKeys)} as told
    where told.created_at >= ${since}::timestamptz and (${day}::text is null or told.data->>'cancel_by' <= ${day}) limit 1`.execute(db);
  return rows.length > 0;
}
