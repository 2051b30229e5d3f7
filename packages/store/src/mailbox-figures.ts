// Figures of a mailbox, for its page and for the operator: what was seen of it, what may matter, what still waits, and what it cost the link.
import type { Instant } from '@quittance/domain/instant';
import { sql } from 'kysely';
import type { Queryable } from './database.ts';

export interface MailboxFigures {
  readonly checkedAt: Instant | null;
  /** UIDs with a state: every message that was ever announced. */
  readonly seen: number;
  /** Read whole: those that might have been about a subscription. */
  readonly candidates: number;
  /** Announced and not delivered yet, or accepted and not understood yet. */
  readonly pending: number;
  /** From the server, since the mailbox was connected. */
  readonly bytesRead: number;
  /** After the first time. */
  readonly reconnects: number;
}

const NOTHING = { seen: 0, candidates: 0, pending: 0 };

export async function listMailboxFigures(db: Queryable, mailboxIds: readonly string[]): Promise<Map<string, MailboxFigures>> {
  if (mailboxIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; seen: number; candidates: number; pending: number }>`
    select mailbox_id as id, count(*) as seen, count(content_id) as candidates, count(*) filter (where state = 'pending') as pending
    from location where mailbox_id = any(${mailboxIds}::uuid[]) group by mailbox_id`.execute(db);
  const counts = new Map(rows.map(({ id, ...rest }) => [id, rest]));
  const mailboxes = await db
    .selectFrom('mailbox')
    .select(['id', 'checked_at as checkedAt', 'bytes_read as bytesRead', 'sign_ins as signIns'])
    .where(sql<boolean>`id = any(${mailboxIds}::uuid[])`)
    .execute();
  return new Map(
    mailboxes.map(({ id, checkedAt, bytesRead, signIns }) => [
      id,
      { checkedAt, bytesRead, reconnects: Math.max(0, signIns - 1), ...(counts.get(id) ?? NOTHING) },
    ]),
  );
}

export async function addTraffic(
  db: Queryable,
  mailboxId: string,
  more: { readonly bytes: number; readonly signIns: number },
): Promise<void> {
  await sql`
    update mailbox set bytes_read = bytes_read + ${more.bytes}::bigint, sign_ins = sign_ins + ${more.signIns}::bigint
    where id = ${mailboxId}::uuid`.execute(db);
}
