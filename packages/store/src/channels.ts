// Channels: where a person's alerts go. The secret (a webhook's signing key, an ntfy credential) is sealed for its own row and is shown
// once, when the channel is added.
import { randomBytes, randomUUID } from 'node:crypto';
import type { AlertKind, ChannelKind } from '@quittance/domain/alert';
import { readChannelTarget } from '@quittance/domain/channel-target';
import type { Instant } from '@quittance/domain/instant';
import { sql, type Selectable } from 'kysely';
import type { Queryable, Tx } from './database.ts';
import { notify } from './notifications.ts';
import type { Schema } from './schema.ts';

/** The part of the vault that is needed here. */
interface Sealer {
  seal(place: string, plain: Buffer): Buffer;
}
interface Opener {
  open(place: string, sealed: Buffer): Buffer;
}

export interface ChannelProblem {
  /** Worded in i18n (`channelProblemText`). */
  readonly code: string;
  /** What the receiver said; '' when it said nothing. */
  readonly text: string;
  readonly since: Instant;
}

export interface AlertChannel {
  readonly id: string;
  readonly userId: string;
  readonly kind: ChannelKind;
  readonly target: string;
  /** The alert kinds it wants; null for all. */
  readonly kinds: readonly AlertKind[] | null;
  readonly createdAt: Instant;
  readonly problem: ChannelProblem | null;
}

export interface NewChannel {
  readonly kind: ChannelKind;
  /** As the person wrote it; checked here. */
  readonly target: string;
  readonly kinds?: readonly AlertKind[] | null | undefined;
}

const COLUMNS = ['id', 'user_id', 'kind', 'target', 'kinds', 'created_at', 'problem_code', 'problem_text', 'problem_since'] as const;
type Row = Pick<Selectable<Schema['channel']>, (typeof COLUMNS)[number]>;

const SIGNING_KEY_BYTES = 32;

/**
 * @returns the channel, with a webhook's signing secret (`whsec_…`) that is never shown again; null when alerts go there already.
 * @throws PermanentError `bad_target` or `channel_kind_unavailable`, both saying what to do.
 */
export async function addChannel(
  tx: Tx,
  vault: Sealer,
  userId: string,
  input: NewChannel,
  at: Instant,
): Promise<{ readonly channel: AlertChannel; readonly secret: string | null } | null> {
  const { target, credential } = readChannelTarget(input.kind, input.target);
  const id = randomUUID();
  const signingSecret = input.kind === 'webhook' ? `whsec_${randomBytes(SIGNING_KEY_BYTES).toString('base64')}` : null;
  const secret = signingSecret ?? credential;
  const row = await tx
    .insertInto('channel')
    .values({
      id,
      user_id: userId,
      kind: input.kind,
      target,
      secret: secret === null ? null : vault.seal(secretPlace(id), Buffer.from(secret)),
      kinds: input.kinds ? [...input.kinds] : null,
      created_at: at,
    })
    .onConflict((conflict) => conflict.columns(['user_id', 'kind', 'target']).where('removed_at', 'is', null).doNothing())
    .returning(COLUMNS)
    .executeTakeFirst();
  if (!row) return null;
  await notify(tx, 'change', userId);
  return { channel: toChannel(row), secret: signingSecret };
}

/** Those in use, oldest first. */
export async function listChannels(db: Queryable, userId: string): Promise<AlertChannel[]> {
  const rows = await db
    .selectFrom('channel')
    .select(COLUMNS)
    .where('user_id', '=', userId)
    .where('removed_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(toChannel);
}

/** null when there is none, or it was removed. */
export async function getChannel(db: Queryable, userId: string, channelId: string): Promise<AlertChannel | null> {
  const row = await db
    .selectFrom('channel')
    .select(COLUMNS)
    .where('user_id', '=', userId)
    .where('id', '=', channelId)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return row ? toChannel(row) : null;
}

/** The receipts stay, the secret goes, and what was not delivered yet is called off. @returns false when there is no such channel. */
export async function removeChannel(tx: Tx, userId: string, channelId: string, at: Instant): Promise<boolean> {
  const row = await tx
    .updateTable('channel')
    .set({ removed_at: at, secret: null, problem_code: null, problem_text: null, problem_since: null })
    .where('user_id', '=', userId)
    .where('id', '=', channelId)
    .where('removed_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!row) return false;
  await tx
    .updateTable('delivery')
    .set({ state: 'cancelled', claimed_until: null, settled_at: at })
    .where('channel_id', '=', channelId)
    .where('state', '=', 'due')
    .execute();
  await notify(tx, 'change', userId);
  return true;
}

/** @throws PermanentError `cannot_decrypt`. */
export async function openChannelSecret(db: Queryable, vault: Opener, channelId: string): Promise<string | null> {
  const row = await db.selectFrom('channel').select('secret').where('id', '=', channelId).executeTakeFirst();
  return row?.secret ? vault.open(secretPlace(channelId), row.secret).toString() : null;
}

/** Of a browser that ended its subscription. */
export async function dropChannelSecret(db: Queryable, channelId: string): Promise<void> {
  await db.updateTable('channel').set({ secret: null }).where('id', '=', channelId).execute();
}

/** The first time of a problem stays while it lasts. */
export async function setChannelProblem(tx: Queryable, channelId: string, problem: ChannelProblem): Promise<void> {
  await tx
    .updateTable('channel')
    .set((eb) => ({
      problem_code: problem.code,
      problem_text: problem.text,
      problem_since: eb.fn.coalesce('problem_since', sql<string>`${problem.since}::timestamptz`),
    }))
    .where('id', '=', channelId)
    .execute();
}

export async function clearChannelProblem(tx: Queryable, channelId: string): Promise<void> {
  await tx
    .updateTable('channel')
    .set({ problem_code: null, problem_text: null, problem_since: null })
    .where('id', '=', channelId)
    .where('problem_code', 'is not', null)
    .execute();
}

function secretPlace(channelId: string): string {
  return `channel|${channelId}|secret`;
}

function toChannel(row: Row): AlertChannel {
  return {
    id: row.id,
    userId: row.user_id,
    kind: row.kind,
    target: row.target,
    kinds: row.kinds as AlertKind[] | null,
    createdAt: row.created_at,
    problem:
      row.problem_code && row.problem_since ? { code: row.problem_code, text: row.problem_text ?? '', since: row.problem_since } : null,
  };
}
