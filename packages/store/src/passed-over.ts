// Messages that the first look of a backfill passed over: each has its location in state `ignored` and no content, so that it counts as
// settled and is not looked at again, until the person asks for every message to be read.
import type { Instant } from '@quittance/domain/instant';
import type { Reading } from '@quittance/domain/mailbox';
import { sql } from 'kysely';
import type { Queryable, Tx } from './database.ts';
import { revokeLease } from './leases.ts';
import type { UidPlace } from './locations.ts';
import { notify } from './notifications.ts';

export interface PassedOver {
  readonly uid: number;
  readonly sizeBytes: number;
  readonly internalDate: Instant | null;
  readonly providerId: string | null;
}

/** A row that has content or another end by now keeps it. */
export async function insertPassedOver(tx: Tx, place: UidPlace, passed: readonly PassedOver[], at: Instant): Promise<void> {
  if (passed.length === 0) return;
  await sql`
    insert into location (user_id, mailbox_id, folder_id, path, uid_validity, uid, state, provider_id, internal_date, size_bytes, seen_at)
    select ${place.userId}::uuid, ${place.mailboxId}::uuid, ${place.folderId}::uuid, ${place.path}, ${place.uidValidity}::bigint,
           uid, 'ignored', provider_id, internal_date, size_bytes, ${at}::timestamptz
    from unnest(${passed.map((one) => one.uid)}::bigint[], ${passed.map((one) => one.providerId)}::text[],
                ${passed.map((one) => one.internalDate)}::timestamptz[], ${passed.map((one) => one.sizeBytes)}::bigint[])
      as passed(uid, provider_id, internal_date, size_bytes)
    on conflict (folder_id, uid_validity, uid) where folder_id is not null
    do update set state = 'ignored', problem_code = null, next_try_at = null, size_bytes = excluded.size_bytes,
                  internal_date = excluded.internal_date, provider_id = excluded.provider_id
    where location.state = 'pending' and location.content_id is null`.execute(tx);
}

export async function countPassedOver(db: Queryable, mailboxId: string): Promise<number> {
  const row = await db
    .selectFrom('location')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('mailbox_id', '=', mailboxId)
    .where('state', '=', 'ignored')
    .where('content_id', 'is', null)
    .executeTakeFirstOrThrow();
  return row.count;
}

/**
 * The person's choice. `whole` also takes up again what was passed over: those rows go and the history of their folders is read once more,
 * in which everything that is settled is skipped.
 *
 * @returns false when there is no such mailbox.
 */
export async function setReading(tx: Tx, userId: string, mailboxId: string, reading: Reading): Promise<boolean> {
  const changed = await tx
    .updateTable('mailbox')
    .set({ reading })
    .where('id', '=', mailboxId)
    .where('user_id', '=', userId)
    .where('state', '<>', 'removed')
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) return false;
  if (reading === 'whole') {
    await revokeLease(tx, mailboxId);
    await takeUpPassedOver(tx, mailboxId);
  }
  await notify(tx, 'mailbox', mailboxId);
  await notify(tx, 'change', userId);
  return true;
}

async function takeUpPassedOver(tx: Tx, mailboxId: string): Promise<void> {
  const { rows } = await sql<{ folder_id: string }>`
    with taken as (
      delete from location using folder
      where location.mailbox_id = ${mailboxId} and location.folder_id = folder.id and location.state = 'ignored' and location.content_id is null
        and location.uid_validity is not distinct from folder.uid_validity
      returning location.folder_id
    )
    update folder set low_uid = next_uid where id in (select folder_id from taken) returning id as folder_id`.execute(tx);
  if (rows.length === 0) return;
  await tx
    .updateTable('mailbox')
    .set({ backfill_total: 0, backfill_done: 0, backfill_finished_at: null })
    .where('id', '=', mailboxId)
    .execute();
}
