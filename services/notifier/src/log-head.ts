// The newest signed head of a person's evidence log, which every alert by e-mail and webhook takes out of the machine, with the key that it is
// verified by: whoever keeps an alert can tell later whether the log was changed before that point, and whether a dossier is of this log.
import type { Instant } from '@quittance/domain/instant';
import type { Queryable } from '@quittance/store/database';
import { checkpointAsOf } from '@quittance/store/log';
import { keyForSize, loadLogKeys } from '@quittance/store/log-keys';
import type { Vault } from '@quittance/vault/vault';

export interface LogHead {
  /** C2SP signed note. */
  readonly note: string;
  readonly verifierKey: string;
}

/** @param at the head as of then, so that a further attempt says the same; null where the log has none yet. */
export async function logHeadAt(db: Queryable, vault: Pick<Vault, 'derive'>, userId: string, at: Instant): Promise<LogHead | null> {
  const checkpoint = await checkpointAsOf(db, userId, at);
  if (!checkpoint) return null;
  const { note, size } = checkpoint;
  const keys = await loadLogKeys(db, vault, { userId, origin: note.slice(0, note.indexOf('\n')) }, new Date(at));
  return { note, verifierKey: keyForSize(keys, size) };
}
