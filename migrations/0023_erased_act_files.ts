// A file beside an act may be erased as a message may: its bytes, key, salt and name go, the row stays and says when.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`set local lock_timeout = '10s'`.execute(db);
  await sql`
    alter table act_file
      alter column salt drop not null, alter column wrapped_key drop not null, alter column ciphertext drop not null,
      add column erased_at timestamptz, add column erase_leaf_index bigint,
      add constraint erased_whole check (
        (erased_at is null) = (salt is not null and wrapped_key is not null and ciphertext is not null)
        and (erased_at is null) = (erase_leaf_index is null))`.execute(db);
}
