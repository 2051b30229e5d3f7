// Copies of a mail are found by its Message-ID alone, so that no plan can take an index that begins with the person instead and walk through all of theirs
// (packages/store/src/repeated-messages.ts).
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`set local lock_timeout = '10s'`.execute(db);
  await sql`drop index message_rfc_id`.execute(db);
  await sql`create index message_rfc_id on message (rfc_message_id, user_id)`.execute(db);
}
