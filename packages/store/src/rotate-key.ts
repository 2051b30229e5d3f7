// Gives a log its next signing key: a leaf that names it, and the note by which the old key hands over. The next head bears both signatures.
import { randomBytes } from 'node:crypto';
import { canonicalJson } from '@quittance/ledger/canonical-json';
import { writeRotation } from '@quittance/ledger/key-rotation';
import { commitment, leafEntry, SALT_BYTES } from '@quittance/ledger/leaf';
import type { NoteSigner } from '@quittance/ledger/note';
import type { Instant } from '@quittance/domain/instant';
import type { Vault } from '@quittance/vault/vault';
import { appendToAnchor, anchorOrigin, lockAnchor } from './anchor-log.ts';
import type { Tx } from './database.ts';
import { appendToLog, getLogHead, logOrigin } from './log.ts';
import { listAnchorKeys, listLogKeys, signerOf, type KeyRow, type LogKind } from './log-keys.ts';
import { lockForUser } from './transaction.ts';

interface NextKey {
  readonly generation: number;
  readonly verifierKey: string;
  readonly salt: Buffer;
  readonly note: string;
  readonly manifest: Buffer;
  readonly entry: string;
}

/** Run it as the owner of the tables, and seal afterwards. Returns the new verifier key; null for somebody whose log has no leaf yet. */
export async function rotateLogKey(tx: Tx, vault: Pick<Vault, 'derive'>, userId: string, at: Instant): Promise<string | null> {
  await lockForUser(tx, 'checkpoint', userId);
  if (!(await getLogHead(tx, userId))) return null;
  const next = makeNext(vault, 'archive', logOrigin(userId), await listLogKeys(tx, userId), at);
  const leafIndex = await appendToLog(tx, userId, [{ entry: next.entry, messageId: null, manifest: next.manifest }], at);
  const { generation, verifierKey, salt, note } = next;
  await tx
    .insertInto('log_key')
    .values({ user_id: userId, generation, verifier_key: verifierKey, leaf_index: leafIndex, salt, note, made_at: at })
    .execute();
  return verifierKey;
}

export async function rotateAnchorKey(tx: Tx, vault: Pick<Vault, 'derive'>, at: Instant): Promise<string> {
  await lockAnchor(tx);
  const next = makeNext(vault, 'anchor', anchorOrigin(vault), await listAnchorKeys(tx), at);
  const leafIndex = await appendToAnchor(tx, [next.entry], at);
  const { generation, verifierKey, salt, note } = next;
  await tx
    .insertInto('anchor_key')
    .values({ generation, verifier_key: verifierKey, leaf_index: leafIndex, salt, note, made_at: at })
    .execute();
  return verifierKey;
}

/** What a `key` leaf commits to: made again from the row, by whoever checks it. */
export function keyManifest(from: string, { verifierKey, madeAt }: Pick<KeyRow, 'verifierKey' | 'madeAt'>): Buffer {
  return Buffer.from(canonicalJson({ v: 1, kind: 'key', from, to: verifierKey, at: madeAt }));
}

function makeNext(vault: Pick<Vault, 'derive'>, kind: LogKind, origin: string, rows: readonly KeyRow[], at: Instant): NextKey {
  const generation = (rows.at(-1)?.generation ?? 1) + 1;
  const from: NoteSigner = signerOf(vault, kind, origin, generation - 1);
  const to: NoteSigner = signerOf(vault, kind, origin, generation);
  const salt = randomBytes(SALT_BYTES);
  const manifest = keyManifest(from.verifierKey, { verifierKey: to.verifierKey, madeAt: at });
  const entry = leafEntry('key', commitment(salt, manifest));
  return { generation, verifierKey: to.verifierKey, salt, note: writeRotation(from, to), manifest, entry };
}
