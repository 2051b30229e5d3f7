// Tables that hold nothing of a person and are read on everybody's behalf say so by a policy of their own, as every table must that the role of
// people can reach: reading is for all, writing for nobody but the owner.
import { sql, type Kysely } from 'kysely';

const SHARED = ['anchor_checkpoint', 'anchor_key', 'anchor_node', 'dkim_key', 'stamp_request', 'time_stamp'];

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`set local lock_timeout = '10s'`.execute(db);
  for (const name of SHARED) {
    await sql`alter table ${sql.table(name)} enable row level security`.execute(db);
    await sql`create policy read_by_all on ${sql.table(name)} for select using (true)`.execute(db);
  }
}
