// What a mailbox cost its server and its link: bytes received, and how often it was signed in to.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`set local lock_timeout = '10s'`.execute(db);
  await sql`alter table mailbox add column bytes_read bigint not null default 0, add column sign_ins bigint not null default 0`.execute(db);
}
