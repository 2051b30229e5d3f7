// Who may read a mailbox now. A lease runs out by itself (by the database's clock, the only one all pollers share); its token grows with
// each taking and fences every commit: a poller that was frozen and wakes up after losing the lease can't write any more.
import { TransientError } from '@quittance/domain/errors';
import { sql } from 'kysely';
import type { Queryable, Tx } from './database.ts';

const LEASE_TTL_MS = 30_000;

export interface Fence {
  readonly mailboxId: string;
  readonly token: number;
}

export interface Lease extends Fence {
  readonly owner: string;
}

const until = (ttlMs: number) => sql<string>`now() + ${ttlMs} * interval '1 millisecond'`;

/** @returns null while another poller holds it. */
export async function takeLease(
  db: Queryable,
  input: { mailboxId: string; userId: string; owner: string; ttlMs?: number },
): Promise<Lease | null> {
  const expires_at = until(input.ttlMs ?? LEASE_TTL_MS);
  const row = await db
    .insertInto('mailbox_lease')
    .values({ mailbox_id: input.mailboxId, user_id: input.userId, owner: input.owner, token: 1, expires_at })
    .onConflict((conflict) =>
      conflict
        .column('mailbox_id')
        .doUpdateSet((eb) => ({ owner: input.owner, token: eb('mailbox_lease.token', '+', 1), expires_at }))
        .where('mailbox_lease.expires_at', '<', sql<string>`now()`),
    )
    .returning('token')
    .executeTakeFirst();
  return row ? { mailboxId: input.mailboxId, owner: input.owner, token: row.token } : null;
}

/** @returns false when the lease was lost: stop at once. */
export async function renewLease(db: Queryable, lease: Lease, ttlMs = LEASE_TTL_MS): Promise<boolean> {
  const renewed = await db
    .updateTable('mailbox_lease')
    .set({ expires_at: until(ttlMs) })
    .where('mailbox_id', '=', lease.mailboxId)
    .where('token', '=', lease.token)
    .executeTakeFirst();
  return renewed.numUpdatedRows > 0n;
}

/** The row and its token stay, so that the next token is higher. */
export async function releaseLease(db: Queryable, lease: Lease): Promise<void> {
  await db
    .updateTable('mailbox_lease')
    .set({ expires_at: sql<string>`'-infinity'::timestamptz` })
    .where('mailbox_id', '=', lease.mailboxId)
    .where('token', '=', lease.token)
    .execute();
}

/**
 * First statement of every transaction that writes on behalf of a lease. The row stays locked (shared: the mailbox's two connections don't
 * wait for each other) until the commit, so that nobody can take the lease in between.
 *
 * @throws TransientError `lease_lost`
 */
export async function checkFence(tx: Tx, fence: Fence): Promise<void> {
  const row = await tx.selectFrom('mailbox_lease').select('token').where('mailbox_id', '=', fence.mailboxId).forShare().executeTakeFirst();
  if (row?.token !== fence.token) {
    throw new TransientError('lease_lost', `the lease of mailbox ${fence.mailboxId} is held by another poller`);
  }
}

/** Whoever reads the mailbox now can commit nothing more and begins anew: for changes that a commit under way would undo. */
export async function revokeLease(tx: Tx, mailboxId: string): Promise<void> {
  await tx
    .updateTable('mailbox_lease')
    .set((eb) => ({ token: eb('token', '+', 1), expires_at: sql<string>`now() - interval '1 second'` }))
    .where('mailbox_id', '=', mailboxId)
    .execute();
}
