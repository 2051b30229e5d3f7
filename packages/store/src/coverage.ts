// Coverage: from when until when a folder was watched without a gap, so that "nothing arrived between A and B" can be said and its limits
// shown. An interval grows with each successful check and ends when checks stop for longer than `gapMsMax`.
import type { Instant } from '@quittance/domain/instant';
import { sql } from 'kysely';
import type { Queryable } from './database.ts';

export interface CoverageInterval {
  readonly path: string;
  readonly uidValidity: number | null;
  readonly uidNext: number;
  readonly fromAt: Instant;
  readonly untilAt: Instant;
}

/** Checks are at most 2 minutes apart (sweep) plus a reconnect; IMAP delivers what came in between, so a longer pause is no loss, but it is told. */
const GAP_MS_MAX = 30 * 60_000;

export async function extendCoverage(
  db: Queryable,
  check: { userId: string; mailboxId: string; folderId: string; uidValidity: number | null; uidNext: number; at: Instant },
  gapMsMax = GAP_MS_MAX,
): Promise<void> {
  const extended = await sql<{ id: number }>`
    update coverage set until_at = greatest(until_at, ${check.at}::timestamptz), uid_next = greatest(uid_next, ${check.uidNext}::bigint)
    where id = (select id from coverage where folder_id = ${check.folderId} order by until_at desc, id desc limit 1)
      and uid_validity is not distinct from ${check.uidValidity}::bigint
      and until_at >= ${check.at}::timestamptz - ${gapMsMax} * interval '1 millisecond'
    returning id`.execute(db);
  if (extended.rows.length > 0) return;
  await db
    .insertInto('coverage')
    .values({
      user_id: check.userId,
      mailbox_id: check.mailboxId,
      folder_id: check.folderId,
      uid_validity: check.uidValidity,
      uid_next: check.uidNext,
      from_at: check.at,
      until_at: check.at,
    })
    .execute();
}

/** Newest first. */
export async function listCoverage(db: Queryable, mailboxId: string, limit = 500): Promise<CoverageInterval[]> {
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
