// How many bytes of a dropped file were read: one that is bigger now was still being written, and is read again.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`set local lock_timeout = '10s'`.execute(db);
  await sql`alter table inlet_file add column size_bytes bigint`.execute(db);
}
