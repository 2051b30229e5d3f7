// Whose timelines the clocks are looked at for, and what they were told lately.
import type { CivilDate } from '@quittance/domain/civil-date';
import type { Instant } from '@quittance/domain/instant';
import { sql } from 'kysely';
import type { Queryable } from './database.ts';

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
  let select = db
    .selectFrom('alert')
    .select('id')
    .where('user_id', '=', userId)
    .where('dedupe_key', 'in', dedupeKeys)
    .where('created_at', '>=', since);
  if (day) select = select.where(sql<boolean>`data->>'cancel_by' <= ${day}`);
  const row = await select.limit(1).executeTakeFirst();
  return row !== undefined;
}
