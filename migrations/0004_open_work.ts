// The role of a person's work needs nothing of the migrations' own tables, which have no owner to tell rows apart by. And indexes for what
// is asked all the time: the next rows for the queue, and verdicts that wait for DNS.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`set local lock_timeout = '10s'`.execute(db);
  await sql.raw(statements).execute(db);
}

const statements = `
revoke all on kysely_migration, kysely_migration_lock from quittance_app;
create index outbox_next on outbox (priority desc, id) where published_at is null;
drop index outbox_unpublished;
create index verdict_pending on verdict (id) where pending;
`;
