// Messages as acceptance leaves them (content, staged bytes, location, outbox), for tests of what comes after it.
import { createHash } from 'node:crypto';
import type { Database } from '@quittance/store/database';
import { sealBytes } from '@quittance/vault/message-bytes';
import { createVault, type Vault } from '@quittance/vault/vault';

/** The same key in every test and every process of it. */
export const TEST_KEY = Buffer.alloc(32, 7);
export const testVault: Vault = createVault(TEST_KEY);

export interface StagedMail {
  readonly contentId: number;
  readonly outboxId: number;
  readonly raw: Buffer;
}

export async function createTestUser(db: Database, address = 'ada@example.org'): Promise<string> {
  const row = await db.insertInto('app_user').values({ address, set_up_at: new Date() }).returning('id').executeTakeFirstOrThrow();
  return row.id;
}

export interface StageOptions {
  readonly priority?: 'live' | 'history';
  readonly path?: string;
  readonly capturedAt?: string;
}

export async function stageMail(db: Database, userId: string, mail: string | Buffer, options: StageOptions = {}): Promise<StagedMail> {
  const raw = Buffer.isBuffer(mail) ? mail : Buffer.from(mail.replaceAll(/\r?\n/g, '\r\n'));
  const capturedAt = options.capturedAt ?? '2026-06-01T12:00:00.000Z';
  const path = options.path ?? `inbox.mbox#${createHash('sha256').update(raw).digest('hex').slice(0, 8)}`;
  return db.transaction().execute(async (tx) => {
    const contentKey = testVault.contentKey(userId, createHash('sha256').update(raw).digest());
    const { id: contentId } = await tx
      .insertInto('content')
      .values({
        user_id: userId,
        content_key: contentKey,
        problem_code: null,
        problem_text: null,
        first_seen_at: capturedAt,
        settled_at: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const sealed = sealBytes(testVault, contentId, raw);
    await tx
      .insertInto('staged_message')
      .values({
        content_id: contentId,
        user_id: userId,
        mailbox_id: null,
        origin: JSON.stringify({ kind: 'import', path }),
        captured_at: capturedAt,
        size_bytes: raw.length,
        wrapped_key: sealed.wrappedKey,
        ciphertext: sealed.ciphertext,
      })
      .execute();
    await tx
      .insertInto('location')
      .values({
        user_id: userId,
        mailbox_id: null,
        folder_id: null,
        path,
        uid_validity: null,
        uid: null,
        state: 'pending',
        content_id: contentId,
        provider_id: null,
        size_bytes: raw.length,
        problem_code: null,
        headers: null,
        seen_at: capturedAt,
      })
      .execute();
    const { id: outboxId } = await tx
      .insertInto('outbox')
      .values({ user_id: userId, content_id: contentId, priority: options.priority ?? 'live' })
      .returning('id')
      .executeTakeFirstOrThrow();
    return { contentId, outboxId, raw };
  });
}

export interface MailLine {
  readonly from?: string;
  readonly to?: string;
  readonly date?: string;
  readonly id?: string;
}

/** A plain-text message. */
export function mailText(subject: string, body: string, line: MailLine = {}): string {
  const date = new Date(line.date ?? '2026-06-01T09:00:00Z').toUTCString().replace('GMT', '+0000');
  const id = line.id ?? createHash('sha256').update(`${subject}${body}${date}`).digest('hex').slice(0, 12);
  return [
    `Received: from mx.example by imap.example; ${date}`,
    `From: ${line.from ?? 'Streamly <billing@streamly.example>'}`,
    `To: ${line.to ?? 'ada@example.org'}`,
    `Subject: ${subject}`,
    `Date: ${date}`,
    `Message-ID: <${id}@streamly.example>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    body,
    '',
  ].join('\r\n');
}
