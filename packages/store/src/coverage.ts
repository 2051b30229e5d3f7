// Coverage: from when until when a folder was watched without a gap, so that "nothing arrived between A and B" can be said and its limits
// shown. An interval grows with each successful check and ends when checks stop for longer than `gapMsMax`.
import type { Instant } from '@quittance/domain/instant';
import { sql } from 'kysely';
import type { Queryable } from './database.ts';
import { notify } from './notifications.ts';
import { UNHURRIED } from './unhurried.ts';

export interface CoverageInterval {
  readonly path: string;
  readonly uidValidity: number | null;
  readonly uidNext: number;
  readonly fromAt: Instant;
  readonly untilAt: Instant;
}

/** Checks are at most 2 minutes apart (sweep) plus a reconnect; IMAP delivers what came in between, so a longer pause is no loss, but it is told. */
const GAP_MS_MAX = 30 * 60_000;

export interface FolderCheck {
  readonly userId: string;
  readonly mailboxId: string;
  readonly folderId: string;
  readonly uidValidity: number | null;
  readonly uidNext: number;
  readonly at: Instant;
}

/** The folder's state is known up to then, and its mailbox could be read: what was wrong with it is over. */
export async function recordChecked(db: Queryable, check: FolderCheck): Promise<void> {
  const { rows } = await sql<{ had_problem: boolean }>`
    with extended as (
      update coverage set until_at = greatest(until_at, ${check.at}::timestamptz), uid_next = greatest(uid_next, ${check.uidNext}::bigint)
      where id = (select id from coverage where folder_id = ${check.folderId} order by until_at desc, id desc limit 1)
        and uid_validity is not distinct from ${check.uidValidity}::bigint
        and until_at >= ${check.at}::timestamptz - ${GAP_MS_MAX} * interval '1 millisecond'
      returning id
    ), begun as (
      insert into coverage (user_id, mailbox_id, folder_id, uid_validity, uid_next, from_at, until_at)
      select ${check.userId}::uuid, ${check.mailboxId}::uuid, ${check.folderId}::uuid, ${check.uidValidity}::bigint, ${check.uidNext}::bigint,
             ${check.at}::timestamptz, ${check.at}::timestamptz
      where not exists (select from extended)
    ), checked_folder as (
      update folder set checked_at = ${check.at}::timestamptz, failures = 0 where id = ${check.folderId}::uuid
    ), checked_mailbox as (
      update mailbox set checked_at = ${check.at}::timestamptz, problem_code = null, problem_text = null, problem_since = null
      where id = ${check.mailboxId}::uuid and state = 'active'
    )
    select problem_code is not null as had_problem from mailbox, ${UNHURRIED} where id = ${check.mailboxId}::uuid`.execute(db);
  if (rows[0]?.had_problem) await notify(db, 'change', check.userId);
}

/** Newest first. */
export async function listCoverage(db: Queryable, mailboxId: string, limit: number): Promise<CoverageInterval[]> {
  return db
    .selectFrom('coverage')
    .innerJoin('folder', 'folder.id', 'coverage.folder_id')
    .select([
      'folder.path',
      'coverage.uid_validity as uidValidity',
      'coverage.uid_next as uidNext',
      'coverage.from_at as fromAt',
      'coverage.until_at as untilAt',
    ])
    .where('coverage.mailbox_id', '=', mailboxId)
    .orderBy('coverage.until_at', 'desc')
    .orderBy('coverage.id', 'desc')
    .limit(limit)
    .execute();
}

/** All that touches the period, oldest first. */
export async function listWatched(db: Queryable, mailboxId: string, from: Instant, until: Instant): Promise<CoverageInterval[]> {
  return db
    .selectFrom('coverage')
    .innerJoin('folder', 'folder.id', 'coverage.folder_id')
    .select([
      'folder.path',
      'coverage.uid_validity as uidValidity',
      'coverage.uid_next as uidNext',
      'coverage.from_at as fromAt',
      'coverage.until_at as untilAt',
    ])
    .where('coverage.mailbox_id', '=', mailboxId)
    .where('coverage.until_at', '>=', from)
    .where('coverage.from_at', '<=', until)
    .orderBy('folder.path')
    .orderBy('coverage.from_at')
    .orderBy('coverage.id')
    .execute();
}
