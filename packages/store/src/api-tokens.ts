// Bearer tokens for programs, per person and with scopes. The token is shown once; only its hash is kept.
import type { Instant } from '@quittance/domain/instant';
import type { Queryable } from './database.ts';
import { hashSecretToken, newSecretToken } from './secret-token.ts';

export const TOKEN_SCOPES = ['read', 'write'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** So that a token found in a file or a log is recognised for what it is. */
const TOKEN_PREFIX = 'qtn_';

export interface ApiToken {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly TokenScope[];
  readonly createdAt: Instant;
  readonly usedAt: Instant | null;
}

export async function createApiToken(
  tx: Queryable,
  input: { readonly userId: string; readonly name: string; readonly scopes: readonly TokenScope[]; readonly now: Instant | Date },
): Promise<{ readonly token: string; readonly row: ApiToken }> {
  const token = newSecretToken(TOKEN_PREFIX);
  const row = await tx
    .insertInto('api_token')
    .values({
      user_id: input.userId,
      name: input.name,
      token_hash: hashSecretToken(token),
      scopes: [...input.scopes],
      created_at: input.now,
    })
    .returning(['id', 'name', 'scopes', 'created_at', 'used_at'])
    .executeTakeFirstOrThrow();
  return { token, row: toApiToken(row) };
}

/** Newest first, without the revoked ones. */
export async function listApiTokens(tx: Queryable, userId: string): Promise<ApiToken[]> {
  const rows = await tx
    .selectFrom('api_token')
    .select(['id', 'name', 'scopes', 'created_at', 'used_at'])
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(toApiToken);
}

/** @returns false when there is no such token. */
export async function revokeApiToken(tx: Queryable, userId: string, id: string, now: Instant | Date): Promise<boolean> {
  const row = await tx
    .updateTable('api_token')
    .set({ revoked_at: now })
    .where('user_id', '=', userId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Whom a token speaks for; runs before that is known, hence outside row-level security. */
export async function findApiToken(
  db: Queryable,
  token: string,
): Promise<{
  readonly id: string;
  readonly userId: string;
  readonly scopes: readonly TokenScope[];
  readonly usedAt: Instant | null;
  readonly language: 'en' | 'fr';
} | null> {
  const row = await db
    .selectFrom('api_token')
    .innerJoin('app_user', 'app_user.id', 'api_token.user_id')
    .select(['api_token.id', 'api_token.user_id', 'api_token.scopes', 'api_token.used_at', 'app_user.language'])
    .where('api_token.token_hash', '=', hashSecretToken(token))
    .where('api_token.revoked_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  return { id: row.id, userId: row.user_id, scopes: row.scopes as TokenScope[], usedAt: row.used_at, language: row.language };
}

export async function markApiTokenUsed(db: Queryable, id: string, now: Instant | Date): Promise<void> {
  await db.updateTable('api_token').set({ used_at: now }).where('id', '=', id).execute();
}

interface ApiTokenRow {
  readonly id: string;
  readonly name: string;
  readonly scopes: string[];
  readonly created_at: Instant;
  readonly used_at: Instant | null;
}

function toApiToken(row: ApiTokenRow): ApiToken {
  return { id: row.id, name: row.name, scopes: row.scopes as TokenScope[], createdAt: row.created_at, usedAt: row.used_at };
}
