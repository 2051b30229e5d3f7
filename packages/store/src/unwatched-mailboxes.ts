// Mailboxes that should be read and that no poller reads: nobody holds a lease that still runs.
import { sql } from 'kysely';
import type { Queryable } from './database.ts';

export interface UnwatchedMailbox {
  readonly id: string;
  readonly userId: string;
  readonly address: string;
}

/** By the database's clock, as leases are. */
export async function listUnwatchedMailboxes(db: Queryable): Promise<UnwatchedMailbox[]> {
  return db
    .selectFrom('mailbox')
    .leftJoin('mailbox_lease as lease', (join) =>
      join.onRef('lease.mailbox_id', '=', 'mailbox.id').on('lease.expires_at', '>', sql<string>`now()`),
    )
    .select(['mailbox.id', 'mailbox.user_id as userId', 'mailbox.address'])
    .where('mailbox.state', '=', 'active')
    .where('lease.mailbox_id', 'is', null)
    .orderBy('mailbox.id')
    .execute();
}
