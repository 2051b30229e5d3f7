// The keys that sign the heads of logs. The first follows from the key file; each later one too, by its generation, and has a row with the note by
// which the key before hands over to it, and a leaf. For a while after a change both sign, so that whoever knows only the old key has time to learn
// of the new one.
import { createCheckpointSigner, signCheckpoint } from '@quittance/ledger/checkpoint';
import { addSignature, type NoteSigner } from '@quittance/ledger/note';
import type { Instant } from '@quittance/domain/instant';
import { invariant } from '@quittance/domain/errors';
import type { Vault } from '@quittance/vault/vault';
import type { Queryable } from './database.ts';

/** What a log's keys derive from: one purpose per kind of log. */
const KEY_PURPOSE = { archive: 'checkpoint-signing-key', anchor: 'anchor-signing-key' } as const;
export type LogKind = keyof typeof KEY_PURPOSE;

const BOTH_SIGN_MS = 30 * 24 * 3_600_000;

export interface KeyRow {
  readonly generation: number;
  readonly verifierKey: string;
  readonly leafIndex: number;
  readonly salt: Buffer;
  /** Signed by the key before and by this one. */
  readonly note: string;
  readonly madeAt: Instant;
}

export interface LogKeys {
  /** Signs now. */
  readonly signer: NoteSigner;
  /** Signs beside it, for a while after a change. */
  readonly previous: NoteSigner | null;
  /** All keys that the log ever had, oldest first, each with the size from which on heads bear its signature. */
  readonly all: readonly { readonly verifierKey: string; readonly fromSize: number; readonly madeAt: Instant | null }[];
  readonly rotations: readonly string[];
}

export async function listLogKeys(db: Queryable, userId: string): Promise<KeyRow[]> {
  return db
    .selectFrom('log_key')
    .select(['generation', 'verifier_key as verifierKey', 'leaf_index as leafIndex', 'salt', 'note', 'made_at as madeAt'])
    .where('user_id', '=', userId)
    .orderBy('generation')
    .execute();
}

export async function listAnchorKeys(db: Queryable): Promise<KeyRow[]> {
  return db
    .selectFrom('anchor_key')
    .select(['generation', 'verifier_key as verifierKey', 'leaf_index as leafIndex', 'salt', 'note', 'made_at as madeAt'])
    .orderBy('generation')
    .execute();
}

/** @param now decides whether the key before still signs. */
export function keysOf(vault: Pick<Vault, 'derive'>, kind: LogKind, origin: string, rows: readonly KeyRow[], now: Date): LogKeys {
  const first = signerOf(vault, kind, origin, 1);
  const later = rows.map((row) => ({ row, signer: signerOf(vault, kind, origin, row.generation) }));
  for (const { row, signer } of later) {
    invariant(signer.verifierKey === row.verifierKey, `the key of generation ${row.generation} does not follow from the key file`);
  }
  const signers = [first, ...later.map(({ signer }) => signer)];
  const newest = later.at(-1)?.row;
  const isHandingOver = newest !== undefined && now.getTime() - Date.parse(newest.madeAt) < BOTH_SIGN_MS;
  return {
    signer: signers.at(-1)!,
    previous: isHandingOver ? signers.at(-2)! : null,
    all: [
      { verifierKey: first.verifierKey, fromSize: 0, madeAt: null },
      ...rows.map(({ verifierKey, leafIndex, madeAt }) => ({ verifierKey, fromSize: leafIndex + 1, madeAt })),
    ],
    rotations: rows.map(({ note }) => note),
  };
}

export async function loadLogKeys(
  db: Queryable,
  vault: Pick<Vault, 'derive'>,
  log: { userId: string; origin: string },
  now: Date,
): Promise<LogKeys> {
  return keysOf(vault, 'archive', log.origin, await listLogKeys(db, log.userId), now);
}

/** The key that the head of a size must be signed by. */
export function keyForSize({ all }: Pick<LogKeys, 'all'>, size: number): string {
  return all.findLast(({ fromSize }) => fromSize <= size)!.verifierKey;
}

export function signHead({ signer, previous }: Pick<LogKeys, 'signer' | 'previous'>, head: { size: number; root: Buffer }): string {
  const note = signCheckpoint(signer, head);
  return previous ? addSignature(note, previous) : note;
}

export function signerOf(vault: Pick<Vault, 'derive'>, kind: LogKind, origin: string, generation: number): NoteSigner {
  const purpose = generation === 1 ? KEY_PURPOSE[kind] : `${KEY_PURPOSE[kind]}/${generation}`;
  return createCheckpointSigner(origin, vault.derive(purpose));
}
