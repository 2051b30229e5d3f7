// TRUNCATE passes by triggers of rows: tables of evidence that had none of their own against it get one. And the length of a log, which is no row of
// it, can only grow.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`set local lock_timeout = '10s'`.execute(db);
  for (const table of TABLES) {
    await sql`create trigger no_truncate before truncate on ${sql.table(table)} for each statement execute function refuse_change()`.execute(
      db,
    );
  }
  await sql.raw(growing).execute(db);
}

const TABLES = [
  'correction',
  'message_body',
  'message_secret',
  'verdict',
  'log_node',
  'anchor_node',
  'anchored_checkpoint',
  'anchor_key',
  'act_file',
];

const growing = `
create function refuse_shrinking() returns trigger language plpgsql as $$
begin
  raise exception 'a log only grows' using errcode = 'restrict_violation';
end $$;
create trigger only_grows before update on log for each row when (new.size < old.size or new.origin <> old.origin) execute function refuse_shrinking();
create trigger no_truncate before truncate on log for each statement execute function refuse_change();
`;
