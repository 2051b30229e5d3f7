// Messages that are likely forged, a handful among years of them: what leaves them out asks for these instead of for every message's verdict.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`set local lock_timeout = '10s'`.execute(db);
  await sql`create index verdict_forged on verdict (user_id, message_id) where level = 'R'`.execute(db);
}
