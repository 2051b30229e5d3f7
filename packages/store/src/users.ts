// The people who sign in. Looking somebody up for signing in happens before it is known who asks, so these queries run outside row-level
// security; what a signed-in person does to their own row is in user-settings.ts.
import { PermanentError } from '@quittance/domain/errors';
import type { Instant } from '@quittance/domain/instant';
import { sql } from 'kysely';
import type { Database, Queryable } from './database.ts';
import { hashSecretToken, newSecretToken } from './secret-token.ts';
import { inTransaction } from './transaction.ts';

export interface User {
  readonly id: string;
  /** What the person signs in with; null until one is set. */
  readonly address: string | null;
  readonly name: string;
}

/** The one person of a fresh installation, made at the first start. Safe when several processes start at once. */
export function ensureOwner(db: Database): Promise<{ readonly user: User; readonly created: boolean }> {
  return inTransaction(db, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('quittance-owner', 0))`.execute(tx);
    const owner = await findOwner(tx);
    if (owner) return { user: owner, created: false };
    const user = await tx.insertInto('app_user').values({ address: null }).returning(['id', 'address', 'name']).executeTakeFirstOrThrow();
    return { user, created: true };
  });
}

/** The first person of the installation. */
export async function findOwner(db: Queryable): Promise<User | null> {
  const row = await db
    .selectFrom('app_user')
    .select(['id', 'address', 'name'])
    .orderBy('created_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** @throws PermanentError `address_taken`. */
export async function addUser(
  db: Queryable,
  input: { readonly address: string; readonly name?: string; readonly language?: 'en' | 'fr' },
): Promise<User> {
  const row = await db
    .insertInto('app_user')
    .values({ address: input.address.toLowerCase(), name: input.name ?? '', language: input.language ?? 'en' })
    .onConflict((conflict) => conflict.column('address').doNothing())
    .returning(['id', 'address', 'name'])
    .executeTakeFirst();
  if (!row) throw new PermanentError('address_taken', `there is a person with the address ${input.address} already.`);
  return row;
}

/** By id (a UUID) or by address. */
export async function findUser(db: Queryable, idOrAddress: string): Promise<User | null> {
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(idOrAddress);
  const query = db.selectFrom('app_user').select(['id', 'address', 'name']);
  const row = await (
    isId ? query.where('id', '=', idOrAddress) : query.where('address', '=', idOrAddress.toLowerCase())
  ).executeTakeFirst();
  return row ?? null;
}

export async function getUserCreatedAt(db: Queryable, userId: string): Promise<Instant> {
  const row = await db.selectFrom('app_user').select('created_at').where('id', '=', userId).executeTakeFirstOrThrow();
  return row.created_at;
}

export async function findPasswordHash(
  db: Queryable,
  address: string,
): Promise<{ readonly userId: string; readonly passwordHash: string | null } | null> {
  const row = await db
    .selectFrom('app_user')
    .select(['id', 'password_hash'])
    .where('address', '=', address.toLowerCase())
    .executeTakeFirst();
  return row ? { userId: row.id, passwordHash: row.password_hash } : null;
}

/** Whether anybody can sign in with a password: asked before a page is offered to other machines. */
export async function hasAnyPassword(db: Queryable): Promise<boolean> {
  const row = await db.selectFrom('app_user').select('id').where('password_hash', 'is not', null).limit(1).executeTakeFirst();
  return row !== undefined;
}

/** @returns the token of a link that signs this person in once, before it expires. Only its hash is kept. */
export async function createSignInLink(db: Queryable, userId: string, expiresAt: Instant | Date): Promise<string> {
  const token = newSecretToken();
  await db
    .insertInto('sign_in_link')
    .values({ token_hash: hashSecretToken(token), user_id: userId, expires_at: expiresAt })
    .execute();
  return token;
}

/** Spends a link: of two requests with the same token one gets the person. `used` and `unknown` look the same to whoever asks. */
export async function useSignInLink(db: Queryable, token: string, now: Instant | Date): Promise<string | null> {
  const row = await db
    .updateTable('sign_in_link')
    .set({ used_at: now })
    .where('token_hash', '=', hashSecretToken(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now as Instant)
    .returning('user_id')
    .executeTakeFirst();
  return row?.user_id ?? null;
}
