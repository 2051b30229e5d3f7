// Reads one batch of UIDs of the selected folder and settles every one of them: accepted, waiting for its bytes, or too big. Only then the
// cursor moves, in the transaction of the last of them; dying anywhere before leaves the cursor where it was.
import { toInstant, type Instant } from '@quittance/domain/instant';
import { TransientError } from '@quittance/domain/errors';
import type { ImapConnection } from '@quittance/imap/connection';
import type { MessageFacts } from '@quittance/imap/fetch-messages';
import { moveCursor, type Folder, type FolderCursor } from '@quittance/store/folders';
import { checkFence } from '@quittance/store/leases';
import {
  noteAttempts,
  noteBroken,
  PUT_OFF,
  recordUnreadUid,
  type KnownUid,
  type UidPlace,
  type UnreadUid,
} from '@quittance/store/locations';
import { inTransaction } from '@quittance/store/transaction';
import { MESSAGE_BYTES_MAX } from './plan-batches.ts';
import type { ReadDeps, ReadTarget } from './poller-deps.ts';
import { BREAKS_MAX, DEATHS_MAX, nextTryAfterBreaksMs, nextTryAfterMs } from './retry-schedule.ts';

export type Priority = 'live' | 'history';

export interface Batch {
  /** In the order they are to be settled; those known as settled only move the cursor. */
  readonly uids: readonly number[];
  /** What the server said of each; a UID without is one it did not deliver. */
  readonly facts: ReadonlyMap<number, MessageFacts>;
  readonly known: ReadonlyMap<number, KnownUid>;
  /** Messages that came whole already, with the first look at them. */
  readonly ready?: ReadonlyMap<number, Buffer>;
  /** Given where they are counted already. */
  readonly attempts?: ReadonlyMap<number, number>;
}

export interface BatchOptions {
  /** `live`: ascending, one message a transaction, or a run of old ones. `history`: one transaction. `retry`: single messages, the cursor stays. */
  readonly mode: 'live' | 'history' | 'retry';
  readonly priorityOf: (facts: MessageFacts) => Priority;
}

interface Delivered {
  readonly facts: MessageFacts;
  readonly raw: Buffer;
}

/** A retry whose process died or whose connection broke is tried again after this. */
const RETRY_AGAIN_MS = 60_000;
/** Everything else the cursor brings again, unless it was expunged meanwhile: then only this finds out. */
export const LEFT_BEHIND_MS = 15 * 60_000;

export async function readBatch(
  deps: ReadDeps,
  connection: ImapConnection,
  target: ReadTarget,
  folder: Folder,
  batch: Batch,
  options: BatchOptions,
): Promise<void> {
  const place = placeOf(target, folder);
  const now = deps.clock.now();
  const open = batch.uids.filter((uid) => !batch.known.get(uid)?.settled);
  const killers = open.filter((uid) => (batch.known.get(uid)?.deaths ?? 0) >= DEATHS_MAX);
  const breakers = open.filter((uid) => (batch.known.get(uid)?.breaks ?? 0) >= BREAKS_MAX);
  const wanted = open.filter((uid) => !killers.includes(uid) && !breakers.includes(uid));
  const retryAt = after(now, options.mode === 'retry' ? RETRY_AGAIN_MS : LEFT_BEHIND_MS);
  const attempts = batch.attempts ?? (await noteAttempts(deps.db, place, wanted, { now: toInstant(now), retryAt }));
  let delivered: Map<number, Delivered>;
  let headers: Map<number, Buffer | null>;
  try {
    delivered = await fetchBytes(deps, connection, batch, wanted);
    headers = await fetchOversizedHeaders(deps, connection, batch, wanted);
  } catch (error) {
    await noteFailure(deps, place, wanted, retryAt, error);
    throw error;
  }
  const unread = new Map<number, UnreadUid>();
  for (const uid of killers) unread.set(uid, { uid, state: 'quarantined', problemCode: 'ends_the_reader' });
  for (const uid of breakers) unread.set(uid, breakerUid(uid, batch.known.get(uid)!.breaks, now));
  for (const uid of wanted) {
    if (delivered.has(uid)) continue;
    // It answers again: what broke before says nothing of how often it was not delivered.
    const isAnew = batch.known.get(uid)?.isPutOff === true;
    const left = unreadUid(uid, batch.facts.get(uid), headers, isAnew ? 1 : (attempts.get(uid) ?? 1), now);
    unread.set(uid, isAnew ? { ...left, attempts: 1 } : left);
  }
  await settle(deps, target, folder, place, batch.uids, delivered, unread, options);
}

/** Asking for these UIDs failed with `error`, which is the caller's to throw on. */
export async function noteFailure(
  deps: ReadDeps,
  place: UidPlace,
  uids: readonly number[],
  retryAt: Instant,
  error: unknown,
): Promise<void> {
  // A response that is too big ends the connection too, but it is the message's doing.
  const code = error instanceof TransientError ? error.code : '';
  if (code === 'response_too_big') return;
  // Too much was read of the whole account: no message has broken anything.
  const isTheirs = code !== 'throttled';
  await noteBroken(deps.db, place, uids, { retryAt, isTheirs }).catch(() => {}); // The failure itself is what counts.
}

export function placeOf(target: ReadTarget, folder: Folder): UidPlace {
  return {
    userId: target.mailbox.userId,
    mailboxId: target.mailbox.id,
    folderId: folder.id,
    path: folder.path,
    uidValidity: folder.uidValidity,
  };
}

async function fetchBytes(deps: ReadDeps, connection: ImapConnection, batch: Batch, wanted: readonly number[]) {
  const delivered = new Map<number, Delivered>();
  for (const uid of wanted) {
    const raw = batch.ready?.get(uid);
    if (raw) delivered.set(uid, { facts: batch.facts.get(uid)!, raw });
  }
  const affordable = wanted.filter((uid) => !delivered.has(uid) && (batch.facts.get(uid)?.sizeBytes ?? Infinity) <= MESSAGE_BYTES_MAX);
  const bytes = affordable.length > 0 ? await deps.source.fetchMessages(connection, affordable) : new Map<number, Buffer>();
  for (const [uid, raw] of bytes) delivered.set(uid, { facts: batch.facts.get(uid)!, raw });
  return delivered;
}

async function fetchOversizedHeaders(deps: ReadDeps, connection: ImapConnection, batch: Batch, wanted: readonly number[]) {
  const headers = new Map<number, Buffer | null>();
  for (const uid of wanted) {
    if ((batch.facts.get(uid)?.sizeBytes ?? 0) > MESSAGE_BYTES_MAX) headers.set(uid, await deps.source.fetchHeaders(connection, uid));
  }
  return headers;
}

function unreadUid(
  uid: number,
  facts: MessageFacts | undefined,
  headers: ReadonlyMap<number, Buffer | null>,
  attempts: number,
  now: Date,
): UnreadUid {
  const about = facts ? { sizeBytes: facts.sizeBytes, internalDate: facts.internalDate, providerId: facts.providerId } : {};
  const head = headers.get(uid);
  if (head !== undefined) return { uid, state: 'oversized', ...about, ...(head ? { headers: head } : {}) };
  const delayMs = nextTryAfterMs(attempts);
  if (delayMs === null) return { uid, state: 'quarantined', problemCode: 'not_delivered', ...about };
  return { uid, state: 'pending', problemCode: 'not_delivered', nextTryAt: after(now, delayMs), ...about };
}

function breakerUid(uid: number, breaks: number, now: Date): UnreadUid {
  const delayMs = nextTryAfterBreaksMs(breaks);
  return delayMs === null
    ? { uid, state: 'quarantined', problemCode: PUT_OFF }
    : { uid, state: 'pending', problemCode: PUT_OFF, nextTryAt: after(now, delayMs) };
}

async function settle(
  deps: ReadDeps,
  target: ReadTarget,
  folder: Folder,
  place: UidPlace,
  uids: readonly number[],
  delivered: ReadonlyMap<number, Delivered>,
  unread: ReadonlyMap<number, UnreadUid>,
  options: BatchOptions,
): Promise<void> {
  const messages = [...delivered.values()].map((one) => acceptance(target, folder, one, options.priorityOf(one.facts)));
  const epoch = { folderId: folder.id, uidValidity: folder.uidValidity };
  if (options.mode === 'history') {
    await deps.liveWork.whenQuiet();
    const cursor = { ...epoch, lowUid: Math.min(...uids) };
    await recordUnread(deps, target, place, [...unread.values()], messages.length > 0 ? null : cursor);
    if (messages.length > 0) await acceptAll(deps, messages, cursor);
  } else {
    const byUid = new Map(messages.map((message) => [message.location.uid, message]));
    const isLive = options.mode === 'live';
    for (const run of isLive ? runsOf(uids, (uid) => byUid.get(uid)?.priority === 'history') : uids.map((uid) => [uid])) {
      const cursor = isLive ? { ...epoch, nextUid: run.at(-1)! + 1 } : null;
      const together = run.flatMap((uid) => byUid.get(uid) ?? []);
      const missing = run.flatMap((uid) => unread.get(uid) ?? []);
      if (together.length > 0) await acceptAll(deps, together, cursor);
      else await recordUnread(deps, target, place, missing, cursor);
    }
  }
}

/** Old mail that was moved here by the hundred is no news and goes in one transaction with its neighbours; all else goes alone. */
function runsOf(uids: readonly number[], isOld: (uid: number) => boolean): number[][] {
  const runs: number[][] = [];
  let wasOld = false;
  for (const uid of uids) {
    const old = isOld(uid);
    if (old && wasOld) runs.at(-1)!.push(uid);
    else runs.push([uid]);
    wasOld = old;
  }
  return runs;
}

function acceptance(target: ReadTarget, folder: Folder, { facts, raw }: Delivered, priority: Priority) {
  const { mailbox, fence } = target;
  const { uid, internalDate, providerId } = facts;
  const where = { path: folder.path, uidValidity: folder.uidValidity, uid };
  return {
    userId: mailbox.userId,
    raw,
    location: { kind: 'imap' as const, mailboxId: mailbox.id, folderId: folder.id, ...where },
    providerId,
    internalDate,
    origin: { kind: 'imap' as const, host: mailbox.host, username: mailbox.username, ...where },
    priority,
    fence,
  };
}

async function acceptAll(deps: ReadDeps, messages: readonly ReturnType<typeof acceptance>[], cursor: FolderCursor | null): Promise<void> {
  const withCursor = cursor ? { cursor } : {};
  const results =
    messages.length === 1
      ? [await deps.source.acceptMessage(deps, { ...messages[0]!, ...withCursor })]
      : await deps.source.acceptBatch(deps, messages, withCursor);
  const accepted = results.filter((result) => result === 'accepted').length;
  if (accepted > 0) deps.metrics.accepted(messages[0]!.priority, accepted);
}

async function recordUnread(
  deps: ReadDeps,
  target: ReadTarget,
  place: UidPlace,
  unread: readonly UnreadUid[],
  cursor: FolderCursor | null,
): Promise<void> {
  if (unread.length === 0 && !cursor) return;
  const now = toInstant(deps.clock.now());
  await inTransaction(deps.db, async (tx) => {
    await checkFence(tx, target.fence);
    for (const one of unread) await recordUnreadUid(tx, place, one, now);
    if (cursor) await moveCursor(tx, cursor);
  });
}

export const after = (now: Date, ms: number): Instant => toInstant(new Date(now.getTime() + ms));
