// What the log answers to whoever holds an older head of it (from an alert, a dossier, a webhook): the proof that it only grew since, or that it
// can't give one. A log that was cut or rewritten, or that was restored from an older backup and went on, is found here.
import { openCheckpoint, readUnverifiedCheckpoint, type Checkpoint } from '@quittance/ledger/checkpoint';
import { LedgerError } from '@quittance/ledger/ledger-error';
import { verifyConsistency } from '@quittance/ledger/verify-merkle';
import { PermanentError } from '@quittance/domain/errors';
import type { Vault } from '@quittance/vault/vault';
import type { Tx } from './database.ts';
import { getLogHead, latestCheckpoint, loadRoot } from './log.ts';
import { keyForSize, loadLogKeys } from './log-keys.ts';
import { proveGrowth } from './log-proofs.ts';

export interface HeldAnswer {
  /** `cut`: the log is shorter than the head that was given out. `rewritten`: it is another one up to there. */
  readonly outcome: 'grew' | 'cut' | 'rewritten';
  readonly from: number;
  readonly to: number;
  /** Hashes of RFC 6962 §2.1.2, in base64; none where nothing was added, or the log did not grow from it. */
  readonly proof: readonly string[];
  /** The newest checkpoint. */
  readonly note: string;
}

/** The newest head with the key that it is verified by; null while the log is empty. */
export async function readLogHead(
  tx: Tx,
  vault: Pick<Vault, 'derive'>,
  userId: string,
  now: Date,
): Promise<{ note: string; verifierKey: string } | null> {
  const [head, newest] = [await getLogHead(tx, userId), await latestCheckpoint(tx, userId)];
  if (!head || !newest) return null;
  const keys = await loadLogKeys(tx, vault, { userId, origin: head.origin }, now);
  return { note: newest.note, verifierKey: keyForSize(keys, newest.size) };
}

/**
 * @param text a checkpoint, alone or in the text of the alert that brought it.
 * @throws PermanentError `bad_checkpoint`: it is none, is of another log, or bears no signature of this log's keys.
 */
export async function answerHolder(tx: Tx, vault: Pick<Vault, 'derive'>, userId: string, text: string, now: Date): Promise<HeldAnswer> {
  const [head, newest] = [await getLogHead(tx, userId), await latestCheckpoint(tx, userId)];
  if (!head || !newest) throw new PermanentError('not_found', 'the log is still empty.');
  const { all } = await loadLogKeys(tx, vault, { userId, origin: head.origin }, now);
  const held = openHeld(
    noteIn(text, head.origin),
    all.map(({ verifierKey }) => verifierKey),
  );
  const to = newest.size;
  const answer = { from: held.size, to, note: newest.note };
  if (held.size > to) return { ...answer, outcome: 'cut', proof: [] };
  const proof = await proveGrowth(tx, userId, held.size, to);
  const newRoot = readUnverifiedCheckpoint(newest.note).root;
  const isOlder = (await loadRoot(tx, userId, held.size)).equals(held.root);
  const holds = isOlder && verifyConsistency({ oldSize: held.size, newSize: to, oldRoot: held.root, newRoot, proof });
  return holds
    ? { ...answer, outcome: 'grew', proof: proof.map((hash) => hash.toString('base64')) }
    : { ...answer, outcome: 'rewritten', proof: [] };
}

// Three lines, an empty one, and its signatures; mail programs quote, indent and wrap nothing so short.
function noteIn(text: string, origin: string): string {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/^[>\s]+/, '').trimEnd());
  const start = lines.indexOf(origin);
  if (start < 0) throw new PermanentError('bad_checkpoint', `it holds no checkpoint of the log "${origin}".`);
  const rest = lines.slice(start + 4);
  const end = rest.findIndex((line) => !line.startsWith('— '));
  return [...lines.slice(start, start + 4), ...rest.slice(0, end < 0 ? undefined : end), ''].join('\n');
}

function openHeld(note: string, keys: readonly string[]): Checkpoint {
  try {
    return openCheckpoint(note, keys);
  } catch (cause) {
    if (!(cause instanceof LedgerError)) throw cause;
    throw new PermanentError('bad_checkpoint', `the checkpoint can't be relied on: ${cause.message}.`, { cause });
  }
}
