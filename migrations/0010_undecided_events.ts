// The overview asks what waits for the person's word: a handful among years of events, found without reading them all.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`set local lock_timeout = '10s'`.execute(db);
  await sql`create index event_undecided on event (user_id, occurred_at desc, id) where decided <> 'auto'`.execute(db);
}
