// A mailbox as it stands when its password was refused, with folders, coverage and messages that were passed over: pages to look at without a
// server behind them.
import type { Database } from '@quittance/store/database';

const FOLDERS = [
  { path: 'INBOX', special_use: 'inbox', wanted: true },
  { path: 'Envoyés', special_use: 'sent', wanted: true },
  { path: 'Archives/Un dossier au nom très long/2026', special_use: null, wanted: true },
  { path: 'Brouillons', special_use: 'drafts', wanted: false },
  { path: 'Listes', special_use: null, wanted: false, choice: false },
  { path: 'Ancien', special_use: null, wanted: true, listed: false },
];

export async function addStoppedMailbox(db: Database): Promise<void> {
  const { id: user_id } = await db.selectFrom('app_user').select('id').orderBy('created_at').limit(1).executeTakeFirstOrThrow();
  const checked_at = new Date('2026-11-01T10:00:00Z');
  const { id: mailbox_id } = await db
    .insertInto('mailbox')
    .values({
      user_id,
      address: 'camille@example.org',
      host: 'imap.example.org',
      port: 993,
      tls: 'tls',
      username: 'camille@example.org',
      credential: Buffer.alloc(0),
      state: 'stopped',
      checked_at,
      backfill_total: 400,
      backfill_done: 400,
      backfill_finished_at: checked_at,
      problem_code: 'credential_refused',
      problem_text: 'Authentication failed.',
      problem_since: checked_at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const folders = await db
    .insertInto('folder')
    .values(FOLDERS.map((folder) => ({ choice: null, ...folder, user_id, mailbox_id, uid_validity: 1, checked_at })))
    .returning(['id as folder_id', 'path'])
    .execute();
  const until_at = new Date('2026-11-01T12:00:00Z');
  await db
    .insertInto('coverage')
    .values(
      folders.map(({ folder_id }) => ({ user_id, mailbox_id, folder_id, uid_validity: 1, uid_next: 9, from_at: checked_at, until_at })),
    )
    .execute();
  const [{ folder_id, path } = { folder_id: '', path: '' }] = folders;
  const place = { user_id, mailbox_id, folder_id, path, uid_validity: 1 };
  const uids = Array.from({ length: 9 }, (_, index) => index + 1);
  await db
    .insertInto('location')
    .values(
      uids.map((uid) => ({
        ...place,
        uid,
        state: 'ignored' as const,
        content_id: null,
        provider_id: null,
        size_bytes: 9,
        problem_code: null,
        headers: null,
        seen_at: checked_at,
      })),
    )
    .execute();
}
