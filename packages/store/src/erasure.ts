// Erases one kept message: bytes, key, salt, manifests and everything that can be read of it go; a tombstone, its leaves and the facts of its
// event stay, and an `erase` leaf says when and why. One transaction on the owner's connection: the role that works for people may neither
// update nor delete in these tables, whatever it sets (migration 0001).
import { createHash } from 'node:crypto';
import { canonicalJson } from '@quittance/ledger/canonical-json';
import { commitment, leafEntry } from '@quittance/ledger/leaf';
import type { Instant } from '@quittance/domain/instant';
import type { Vault } from '@quittance/vault/vault';
import { sql } from 'kysely';
import type { Database, Tx } from './database.ts';
import { forgetKeysOfMessage } from './dkim-keys.ts';
import type { ErasureList } from './erasure-list.ts';
import { NO_MERCHANT } from './events.ts';
import { appendToLog } from './log.ts';
import { notify } from './notifications.ts';
import { storableText } from './storable-text.ts';
import { refoldMerchants, type Fold } from './subscriptions.ts';
import { inTransaction, lockForUser } from './transaction.ts';

export interface EraseDeps {
  /** The owner's connection, outside `asUser`. */
  readonly db: Database;
  readonly vault: Pick<Vault, 'derive'>;
  readonly fold: Fold;
  readonly list: Pick<ErasureList, 'append'>;
}

export interface ErasureRequest {
  readonly userId: string;
  /** Hex. */
  readonly sha256: string;
  readonly reason: string;
  readonly at: Instant;
}

export interface Erased {
  readonly erasedAt: Instant;
  /** The `erase` leaf; null when the message had been erased before. */
  readonly leafIndex: number | null;
}

/** @returns null for a message that the person does not have. */
export async function eraseMessage(deps: EraseDeps, request: ErasureRequest): Promise<Erased | null> {
  return inTransaction(deps.db, async (tx) => {
    const erased = await eraseIn(tx, deps, request);
    if (!erased || erased.leafIndex === null) return erased;
    // Last, and before the commit: a crash in between names a message that is still there, never the other way round.
    const { userId, reason, at } = request;
    await deps.list.append({ userId, contentKey: await contentKeyOf(tx, request), reason, at });
    return erased;
  });
}

/** The erasure inside a transaction of the caller's, which keeps the list. */
export async function eraseIn(tx: Tx, deps: Pick<EraseDeps, 'vault' | 'fold'>, request: ErasureRequest): Promise<Erased | null> {
  const { userId, at } = request;
  await lockForUser(tx, 'outcome', userId);
  const message = await findMessage(tx, request);
  if (!message) return null;
  if (message.erasedAt !== null) return { erasedAt: message.erasedAt, leafIndex: null };
  await removeContent(tx, userId, message.id, at);
  await forgetInAlerts(tx, request);
  const leafIndex = await appendErasure(tx, deps.vault, request, message.id);
  await refoldMerchants(tx, deps.fold, userId, await merchantsOf(tx, userId, message.id));
  await notify(tx, 'change', userId);
  return { erasedAt: at, leafIndex };
}

/** The salt of an `erase` leaf: the message's own is gone, and the leaf must stay provable. */
export function erasureSalt(vault: Pick<Vault, 'derive'>, userId: string, sha256: string): Buffer {
  return createHash('sha256').update(vault.derive('erasure-salt')).update(userId).update(sha256).digest();
}

async function findMessage(tx: Tx, { userId, sha256 }: ErasureRequest) {
  const row = await tx
    .selectFrom('message')
    .select(['id', 'erased_at as erasedAt'])
    .where('user_id', '=', userId)
    .where('sha256', '=', Buffer.from(sha256, 'hex'))
    .executeTakeFirst();
  return row ?? null;
}

async function contentKeyOf(tx: Tx, { userId, sha256 }: ErasureRequest): Promise<Buffer> {
  const row = await tx
    .selectFrom('message')
    .innerJoin('content', 'content.id', 'message.content_id')
    .select('content.content_key')
    .where('message.user_id', '=', userId)
    .where('message.sha256', '=', Buffer.from(sha256, 'hex'))
    .executeTakeFirstOrThrow();
  return row.content_key;
}

// The content row stays `kept`: the same bytes arriving again are known by it, and stay erased.
async function removeContent(tx: Tx, userId: string, messageId: number, at: Instant): Promise<void> {
  await sql`select set_config('quittance.erasing', 'on', true)`.execute(tx);
  await tx.deleteFrom('message_secret').where('user_id', '=', userId).where('message_id', '=', messageId).execute();
  await tx.deleteFrom('message_body').where('user_id', '=', userId).where('message_id', '=', messageId).execute();
  await tx
    .updateTable('message')
    .set({ rfc_message_id: null, from_address: '', from_name: '', subject: '', search: sql<string>`''::tsvector`, erased_at: at })
    .where('user_id', '=', userId)
    .where('id', '=', messageId)
    .execute();
  await tx.updateTable('log_leaf').set({ manifest: null }).where('user_id', '=', userId).where('message_id', '=', messageId).execute();
  await tx.updateTable('event').set({ reasons: '[]' }).where('user_id', '=', userId).where('message_id', '=', messageId).execute();
  await sql`
    delete from event_template using event
    where event.id = event_template.event_id and event.user_id = ${userId}::uuid and event.message_id = ${messageId}::bigint`.execute(tx);
  await sql`
    delete from suggestion using event
    where event.id = suggestion.event_id and event.user_id = ${userId}::uuid and event.message_id = ${messageId}::bigint`.execute(tx);
  await forgetKeysOfMessage(tx, userId, messageId);
  // The level and its reasons' codes stay with the event; domains, selectors, addresses and DNS answers are the message's.
  await sql`
    update verdict set detail = (detail - 'basis' - 'arc' - 'dmarc') || '{"signatures":[],"dns":[]}'::jsonb
    where user_id = ${userId}::uuid and message_id = ${messageId}::bigint`.execute(tx);
  await sql`select set_config('quittance.erasing', 'off', true)`.execute(tx);
}

async function forgetInAlerts(tx: Tx, { userId, sha256 }: ErasureRequest): Promise<void> {
  await sql`
    update alert set data = data || '{"quote":null}'::jsonb
    where user_id = ${userId}::uuid and data ->> 'message_sha256' = ${sha256}`.execute(tx);
}

async function appendErasure(tx: Tx, vault: Pick<Vault, 'derive'>, request: ErasureRequest, messageId: number): Promise<number> {
  const { userId, sha256, reason, at } = request;
  const manifest = Buffer.from(canonicalJson({ v: 1, kind: 'erase', raw: { sha256 }, reason: storableText(reason), at }));
  const entry = leafEntry('erase', commitment(erasureSalt(vault, userId, sha256), manifest));
  return appendToLog(tx, userId, [{ entry, messageId, manifest }], at);
}

async function merchantsOf(tx: Tx, userId: string, messageId: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('event')
    .select('merchant_id')
    .distinct()
    .where('user_id', '=', userId)
    .where('message_id', '=', messageId)
    .execute();
  return rows.map((row) => row.merchant_id ?? NO_MERCHANT);
}
