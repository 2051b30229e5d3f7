// Why a mailbox's second connection, which reads mail from before and the other folders, can't be had, while the live one goes on.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`set local lock_timeout = '10s'`.execute(db);
  await sql`alter table mailbox
    add column history_problem_code text,
    add column history_problem_text text,
    add column history_problem_since timestamptz`.execute(db);
}
