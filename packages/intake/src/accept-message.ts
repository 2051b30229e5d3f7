// Path of an email, step 3 of 9. Before: raw bytes from a folder or a file. After: a row in the outbox, from which the relay makes a job.
// One transaction holds everything: the fence of the lease, the content, its sealed bytes, the location, the outbox row, the cursor. Dying
// anywhere leaves nothing; reading again from the old cursor meets rows that conflict harmlessly.
import { invariant } from '@quittance/domain/errors';
import { toInstant, type Clock, type Instant } from '@quittance/domain/instant';
import type { ImapLocation, ImportLocation } from '@quittance/domain/mailbox';
import {
  checkEpoch,
  checkFencedEpoch,
  insertContents,
  insertedStaged,
  insertFencedContents,
  findContentKeys,
  lockContents,
  savedImapLocations,
  savedImportLocations,
  type Content,
  type StagedRow,
} from '@quittance/store/contents';
import type { Database, Tx } from '@quittance/store/database';
import { epochChanged, movedCursor, moveCursor, type FolderCursor } from '@quittance/store/folders';
import { checkFence, type Fence } from '@quittance/store/leases';
import { notifyAll } from '@quittance/store/notifications';
import { insertedOutbox, outboxNotes, type OpenWork, type OutboxRow } from '@quittance/store/outbox';
import type { OriginJson } from '@quittance/store/schema';
import { writeReturning, writeTogether, type Write } from '@quittance/store/together';
import { inTransaction } from '@quittance/store/transaction';
import { contentHashes } from '@quittance/vault/content-hashes';
import { sealBytes } from '@quittance/vault/message-bytes';
import type { Vault } from '@quittance/vault/vault';

export interface AcceptDeps {
  readonly db: Database;
  readonly vault: Vault;
  readonly clock: Clock;
  /** Takes the outbox rows of live mail once they are committed; where there is none, every relay is told of them. It must not fail. */
  readonly handOver?: ((rows: readonly OutboxRow[]) => void) | undefined;
}

export interface NewMessage {
  readonly userId: string;
  /** Exactly as the server or the file gave it. */
  readonly raw: Buffer;
  readonly location: ImapLocation | ImportLocation;
  /** Gmail's or the server's own id of the message; recognises moved copies. */
  readonly providerId?: string | null;
  readonly internalDate?: Instant | null;
  readonly origin: OriginJson;
  readonly priority: 'live' | 'history';
  /** Present when the message was read under a lease. */
  readonly fence?: Fence;
}

/** `duplicate`: these bytes were seen before, or the same lines with other ends; only the place is new. */
export type Accepted = 'accepted' | 'duplicate';

export interface AcceptResult {
  readonly contentId: number;
  readonly outcome: Accepted;
}

/** @throws TransientError `lease_lost` or `epoch_changed`: nothing was written, and the reader must stop. */
export async function acceptMessage(deps: AcceptDeps, input: NewMessage & { readonly cursor?: FolderCursor }): Promise<Accepted> {
  const { cursor, ...message } = input;
  const [result] = await acceptWithIds(deps, [message], cursor ? { cursor } : {});
  return result!.outcome;
}

/** 50–200 messages of one person (and of one folder, when they come from a folder) in one transaction. Results in the order given. */
export async function acceptBatch(
  deps: AcceptDeps,
  messages: readonly NewMessage[],
  options: { readonly cursor?: FolderCursor } = {},
): Promise<Accepted[]> {
  const results = await acceptWithIds(deps, messages, options);
  return results.map(({ outcome }) => outcome);
}

export interface AcceptOptions {
  readonly cursor?: FolderCursor;
  /** Written in the same transaction: how far an import has come. */
  readonly alongside?: (tx: Tx) => Promise<void>;
}

/** As `acceptBatch`, and tells which content each message is. */
export async function acceptWithIds(deps: AcceptDeps, messages: readonly NewMessage[], options: AcceptOptions): Promise<AcceptResult[]> {
  const first = messages[0];
  const at = toInstant(deps.clock.now());
  const keyed = messages.map((message) => withKey(deps.vault, message));
  const handedOver: OutboxRow[] = [];
  const results = await inTransaction(deps.db, async (tx) => {
    const { placed, outbox } = first ? await insertAll(tx, deps.vault, first, keyed, at, options.cursor) : NOTHING;
    if (options.cursor && !first) await moveCursor(tx, options.cursor);
    await options.alongside?.(tx);
    if (deps.handOver) handedOver.push(...outbox.filter(({ priority }) => priority === 'live'));
    await notifyAll(tx, outboxNotes(outbox.filter(({ priority }) => !deps.handOver || priority === 'history')));
    return placed.map(({ content, outcome }) => ({ contentId: content.id, outcome }));
  });
  if (handedOver.length > 0) deps.handOver?.(handedOver);
  return results;
}

const NOTHING = { placed: [], outbox: [] };

interface Keyed extends NewMessage {
  readonly key: Buffer;
  readonly hex: string;
  /** Of bytes whose lines end in other ways: what they were known by before lines were evened out, and may still be. */
  readonly olderKey: Buffer | null;
}

function withKey(vault: Vault, message: NewMessage): Keyed {
  const { exact, ofLines } = contentHashes(message.raw);
  const key = vault.contentKey(message.userId, ofLines);
  return { ...message, key, hex: key.toString('hex'), olderKey: ofLines === exact ? null : vault.contentKey(message.userId, exact) };
}

/** Costs a statement only where lines end otherwise than in mail from a server. */
async function underKnownKeys(tx: Tx, userId: string, keyed: readonly Keyed[]): Promise<readonly Keyed[]> {
  const older = await findContentKeys(
    tx,
    userId,
    keyed.flatMap(({ olderKey }) => olderKey ?? []),
  );
  if (older.size === 0) return keyed;
  return keyed.map((message) => {
    const hex = message.olderKey?.toString('hex');
    return hex !== undefined && older.has(hex) ? { ...message, key: message.olderKey!, hex } : message;
  });
}

async function insertAll(
  tx: Tx,
  vault: Vault,
  first: NewMessage,
  given: readonly Keyed[],
  at: Instant,
  cursor: FolderCursor | undefined,
): Promise<{ placed: (Placed & { outcome: Accepted })[]; outbox: OutboxRow[] }> {
  const { userId, location } = first;
  invariant(
    given.every((message) => message.userId === userId && message.location.kind === first.location.kind),
    'a batch belongs to one person and one kind of place',
  );
  invariant(
    !cursor || (location.kind === 'imap' && location.folderId === cursor.folderId && location.uidValidity === cursor.uidValidity),
    'a cursor is that of the folder and epoch at hand',
  );
  const keyed = await underKnownKeys(tx, userId, given);
  const distinct = new Map(keyed.map((message) => [message.hex, message.key]));
  const fresh = await insertDistinct(tx, first, [...distinct.values()], at, cursor);
  const known = await lockContents(
    tx,
    userId,
    [...distinct].filter(([hex]) => !fresh.has(hex)).map(([, key]) => key),
  );
  const seen = new Set<string>();
  const placed = keyed.map((message) => {
    const isFirst = fresh.has(message.hex) && !seen.has(message.hex);
    seen.add(message.hex);
    const id = fresh.get(message.hex);
    const content: Content | undefined = id === undefined ? known.get(message.hex) : { id, state: 'pending' };
    invariant(content, 'a content that conflicted is there');
    return { message, content, outcome: isFirst ? ('accepted' as const) : ('duplicate' as const) };
  });
  const accepted = placed.filter(({ outcome }) => outcome === 'accepted');
  const chunks = [...chunksByBytes(accepted)].map((chunk) => insertedStaged(tx, chunk.map(({ message, content }) => stagedRow(vault, message, content.id, at)))); // prettier-ignore
  for (const insert of chunks.slice(0, -1)) await insert.execute();
  const open = accepted.map(({ message, content }) => ({ userId, contentId: content.id, priority: message.priority }));
  const outbox = await writeRest(tx, open, [...chunks.slice(-1), savedLocations(userId, placed, at)], cursor);
  return { placed, outbox };
}

/** From here to the commit the folder is locked. */
async function writeRest(
  tx: Tx,
  open: readonly OpenWork[],
  writes: readonly Write[],
  cursor: FolderCursor | undefined,
): Promise<OutboxRow[]> {
  if (open.length === 0) {
    await Promise.all([writeTogether(tx, writes), cursor && moveCursor(tx, cursor)]);
    return [];
  }
  const rows = await writeReturning<OutboxRow>(tx, [insertedOutbox(tx, open), ...(cursor ? [movedCursor(tx, cursor)] : [])], writes);
  if (cursor && rows.length === 0) throw epochChanged(cursor);
  return rows;
}

/** @throws TransientError `lease_lost` or `epoch_changed`. */
async function insertDistinct(tx: Tx, first: NewMessage, keys: readonly Buffer[], at: Instant, cursor: FolderCursor | undefined) {
  const { userId, fence, location } = first;
  if (fence && cursor && location.kind === 'imap') return insertFencedContents(tx, userId, keys, at, { fence, ...location });
  // What is written under a lost lease is rolled back by the first of them.
  const [, fresh] = await Promise.all([checkPlace(tx, first), insertContents(tx, userId, keys, at)]);
  return fresh;
}

async function checkPlace(tx: Tx, { fence, location }: NewMessage): Promise<void> {
  if (location.kind !== 'imap') return fence && checkFence(tx, fence);
  if (fence) await checkFencedEpoch(tx, fence, location.folderId, location.uidValidity);
  else await checkEpoch(tx, location.folderId, location.uidValidity);
}

interface Placed {
  readonly message: Keyed;
  readonly content: Content;
}

// A statement carries its bytes through memory several times.
const STATEMENT_BYTES_MAX = 16 * 1024 * 1024;

function* chunksByBytes<T extends Placed>(rows: readonly T[]): Generator<T[]> {
  let chunk: T[] = [];
  let bytes = 0;
  for (const row of rows) {
    if (chunk.length > 0 && bytes + row.message.raw.length > STATEMENT_BYTES_MAX) {
      yield chunk;
      chunk = [];
      bytes = 0;
    }
    chunk.push(row);
    bytes += row.message.raw.length;
  }
  if (chunk.length > 0) yield chunk;
}

function stagedRow(vault: Vault, message: Keyed, contentId: number, at: Instant): StagedRow {
  return {
    contentId,
    userId: message.userId,
    mailboxId: message.location.kind === 'imap' ? message.location.mailboxId : null,
    origin: message.origin,
    internalDate: message.internalDate ?? null,
    capturedAt: at,
    sizeBytes: message.raw.length,
    ...sealBytes(vault, contentId, message.raw),
  };
}

function savedLocations(userId: string, placed: readonly Placed[], at: Instant): Write {
  const { location } = placed[0]!.message;
  if (location.kind === 'import') {
    const files = placed.map(({ message, content }) => ({
      path: (message.location as ImportLocation).path,
      content,
      sizeBytes: message.raw.length,
    }));
    return savedImportLocations(userId, files, at);
  }
  const byUid = new Map<number, Placed>();
  for (const one of placed) {
    const { folderId, uidValidity, uid } = one.message.location as ImapLocation;
    invariant(folderId === location.folderId && uidValidity === location.uidValidity, 'a batch belongs to one folder and one epoch');
    // A server that answers twice for a UID says the same twice.
    if (!byUid.has(uid)) byUid.set(uid, one);
  }
  const found = [...byUid].map(([uid, { message, content }]) => ({
    uid,
    content,
    providerId: message.providerId ?? null,
    internalDate: message.internalDate ?? null,
    sizeBytes: message.raw.length,
  }));
  return savedImapLocations({ userId, ...location }, found, at);
}
