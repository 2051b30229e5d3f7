// Verifies all that one person has: the log leaf by leaf, every checkpoint, every kept message with its bytes and manifests, events, and the
// subscriptions against their events. It trusts no stored hash and reads page by page, so that memory does not grow with the archive. Run it
// in one repeatable-read transaction: what others write meanwhile is no fault.
import type { Vault } from '@quittance/vault/vault';
import { sql } from 'kysely';
import type { Tx } from './database.ts';
import type { ErasureEntry } from './erasure-list.ts';
import { checkActs } from './fsck-acts.ts';
import { checkErasures, checkEvents } from './fsck-events.ts';
import { checkLog } from './fsck-log.ts';
import { checkMessages } from './fsck-messages.ts';
import { checkStatements } from './fsck-statements.ts';
import { isOutdated, rebuildTimeline, type Fold } from './subscriptions.ts';

/** Codes of what can be wrong; docs/operations.md says what each means. */
export type FsckKind =
  | 'log_missing'
  | 'log_origin_wrong'
  | 'log_size_wrong'
  | 'leaf_missing'
  | 'leaf_malformed'
  | 'leaf_hash_wrong'
  | 'leaf_unattached'
  | 'node_missing'
  | 'node_wrong'
  | 'node_extra'
  | 'checkpoint_signature_wrong'
  | 'checkpoint_text_wrong'
  | 'checkpoint_root_wrong'
  | 'checkpoint_beyond_log'
  | 'key_wrong'
  | 'anchor_differs'
  | 'time_stamp_wrong'
  | 'content_wrong'
  | 'content_without_message'
  | 'bytes_left_behind'
  | 'key_missing'
  | 'body_missing'
  | 'body_unreadable'
  | 'sha256_wrong'
  | 'size_wrong'
  | 'message_leaf_missing'
  | 'manifest_missing'
  | 'manifest_wrong'
  | 'manifest_differs'
  | 'verdict_differs'
  | 'correction_differs'
  | 'act_differs'
  | 'file_wrong'
  | 'erasure_incomplete'
  | 'erase_leaf_missing'
  | 'erased_came_back'
  | 'event_without_message'
  | 'message_without_event'
  | 'event_order_wrong'
  | 'statement_differs'
  | 'subscription_differs';

export interface Problem {
  readonly kind: FsckKind;
  /** How many rows are wrong in this way. */
  readonly count: number;
  /** The first of them. */
  readonly row: string;
  readonly detail: string;
}

export interface FsckReport {
  readonly userId: string;
  readonly leaves: number;
  readonly checkpoints: number;
  readonly messages: number;
  readonly erased: number;
  readonly events: number;
  readonly problems: readonly Problem[];
}

/** Notes what is wrong; of each kind the first row is kept and the rest counted. */
export type Note = (kind: FsckKind, row: string, detail: string, count?: number) => void;

export interface FsckDeps {
  readonly tx: Tx;
  readonly vault: Pick<Vault, 'open' | 'derive' | 'contentKey'>;
  readonly fold: Fold;
  /** What was erased, by the list beside the data; all people's. */
  readonly erasures: readonly ErasureEntry[];
  /** Messages done so far. */
  readonly onProgress?: (messages: number) => void;
}

export async function fsckUser(deps: FsckDeps, userId: string): Promise<FsckReport> {
  const { tx } = deps;
  const problems = new Map<FsckKind, Problem>();
  const note: Note = (kind, row, detail, count = 1) => {
    const known = problems.get(kind);
    problems.set(kind, known ? { ...known, count: known.count + count } : { kind, count, row, detail });
  };
  const log = await checkLog(deps, userId, note);
  const messages = await checkMessages(deps, userId, note);
  const events = await checkEvents(tx, userId, note);
  await checkActs(tx, deps.vault, userId, note);
  await checkStatements(tx, userId, note);
  await checkErasures(
    tx,
    userId,
    deps.erasures.filter((entry) => entry.userId === userId),
    note,
  );
  // Those that an older release folded are made anew by the next start.
  const differences = (await isOutdated(tx, deps.fold, userId)) ? [] : await rebuildTimeline(tx, deps.fold, userId, { write: false });
  for (const { subscriptionId, merchantId, kind } of differences) {
    note(
      'subscription_differs',
      `subscription ${subscriptionId}`,
      `${kind} (merchant ${merchantId}): "quittance doctor --rebuild" makes it anew`,
    );
  }
  return { userId, ...log, ...messages, events, problems: [...problems.values()] };
}

/** Whose data there is, in the order of their coming. */
export async function listUserIds(tx: Tx): Promise<string[]> {
  const rows = await tx.selectFrom('app_user').select('id').orderBy('created_at').orderBy('id').execute();
  return rows.map((row) => row.id);
}

/** Sets a transaction's snapshot: must be its first statement. */
export async function freezeSnapshot(tx: Tx): Promise<void> {
  await sql`set transaction isolation level repeatable read, read only`.execute(tx);
}
