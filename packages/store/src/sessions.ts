// Sessions of the pages. Looked up before it is known who asks, hence outside row-level security. A session slides: it ends a while
// after it was last seen.
import type { Instant } from '@quittance/domain/instant';
import type { Queryable } from './database.ts';
import { hashSecretToken, newSecretToken } from './secret-token.ts';

export interface Session {
  readonly userId: string;
  readonly csrfToken: string;
  readonly createdAt: Instant;
  readonly seenAt: Instant;
  readonly language: 'en' | 'fr';
}

export async function createSession(
  db: Queryable,
  input: { readonly userId: string; readonly now: Instant | Date; readonly expiresAt: Instant | Date },
): Promise<{ readonly token: string; readonly csrfToken: string }> {
  const token = newSecretToken();
  const csrfToken = newSecretToken();
  await db
    .insertInto('session')
    .values({
      token_hash: hashSecretToken(token),
      user_id: input.userId,
      csrf_token: csrfToken,
      created_at: input.now,
      seen_at: input.now,
      expires_at: input.expiresAt,
    })
    .execute();
  return { token, csrfToken };
}

export async function findSession(db: Queryable, token: string, now: Instant | Date): Promise<Session | null> {
  const row = await db
    .selectFrom('session')
    .innerJoin('app_user', 'app_user.id', 'session.user_id')
    .select(['session.user_id', 'session.csrf_token', 'session.created_at', 'session.seen_at', 'app_user.language'])
    .where('session.token_hash', '=', hashSecretToken(token))
    .where('session.expires_at', '>', now as Instant)
    .executeTakeFirst();
  if (!row) return null;
  return {
    userId: row.user_id,
    csrfToken: row.csrf_token,
    createdAt: row.created_at,
    seenAt: row.seen_at,
    language: row.language,
  };
}

export async function extendSession(db: Queryable, token: string, now: Instant | Date, expiresAt: Instant | Date): Promise<void> {
  await db.updateTable('session').set({ seen_at: now, expires_at: expiresAt }).where('token_hash', '=', hashSecretToken(token)).execute();
}

export async function endSession(db: Queryable, token: string): Promise<void> {
  await db.deleteFrom('session').where('token_hash', '=', hashSecretToken(token)).execute();
}

/** After a change of password: every session of the person but the one at hand. */
export async function endOtherSessions(db: Queryable, userId: string, token: string): Promise<void> {
  await db.deleteFrom('session').where('user_id', '=', userId).where('token_hash', '!=', hashSecretToken(token)).execute();
}

/** Sessions and links whose time is over; called now and then, nothing depends on it. */
export async function deleteExpiredSessions(db: Queryable, now: Instant | Date): Promise<void> {
  await db
    .deleteFrom('session')
    .where('expires_at', '<=', now as Instant)
    .execute();
  await db
    .deleteFrom('sign_in_link')
    .where('expires_at', '<=', now as Instant)
    .execute();
}
