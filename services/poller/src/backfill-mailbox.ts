// Reads what was in the mailbox before it was connected: newest first, one bounded batch a step, so that retries and the sweep of other
// folders get their turn on the same connection. `low_uid` of each folder is where it stands; a restart goes on from there. In two passes,
// unless the person wants every message: the beginnings of a thousand messages, then the whole of those that may matter.
import { TransientError } from '@quittance/domain/errors';
import { toInstant, type Instant } from '@quittance/domain/instant';
import type { Reading } from '@quittance/domain/mailbox';
import type { ImapConnection } from '@quittance/imap/connection';
import type { MessageFacts } from '@quittance/imap/fetch-messages';
import { checkEpoch } from '@quittance/store/contents';
import { getFolder, listFolders, type Folder } from '@quittance/store/folders';
import { checkFence } from '@quittance/store/leases';
import { listKnownUids, type KnownUid } from '@quittance/store/locations';
import { recordBackfillProgress } from '@quittance/store/mailbox-health';
import { insertPassedOver } from '@quittance/store/passed-over';
import { inTransaction } from '@quittance/store/transaction';
import { askFacts } from './ask-facts.ts';
import type { ByteBudget } from './byte-budget.ts';
import { isFolderMissing, isFoldersFault, mayBeFoldersFault } from './folder-fault.ts';
import { createFolderStrikes } from './folder-strikes.ts';
import { glanceAtMessages, LOOKS } from './glance-at-messages.ts';
import { HISTORY_LIMITS, isSuspect, planBatches } from './plan-batches.ts';
import type { ReadDeps, ReadTarget } from './poller-deps.ts';
import { placeOf, readBatch, type Priority } from './read-batch.ts';

/** What there is to wait for after a step: nothing, the budget's next day, or nothing more to do. */
export type StepResult = 'more' | 'later' | 'done';

interface FolderWork {
  readonly folder: Folder;
  /** Still to read, ascending. */
  readonly uids: number[];
}

interface Plan {
  readonly work: FolderWork[];
  /** False while a folder is refused: its history is asked for again later, and nothing is called finished. */
  isWhole: boolean;
  /** Known of the chunk that batches are cut from. */
  facts: Map<number, MessageFacts>;
  known: Map<number, KnownUid>;
  ready: Map<number, Buffer>;
  batches: number[][];
}

const emptyPlan = (): Plan => ({ work: [], isWhole: true, facts: new Map(), known: new Map(), ready: new Map(), batches: [] });

/** A range costs a round trip, which hundreds of messages at a time make up for. The first one is short: its subscriptions show at once. */
const CHUNK_UIDS = { first: 100, whole: 500, passes: 800 };
/** A link below this is slow: there bytes are what costs, and not round trips. */
const SLOW_BYTES_PER_MS = 3_000;
/** Less than this tells nothing of a link. */
const MEASURED_BYTES_MIN = 256 * 1024;
/** So many first looks may break in a row; networks do that too. */
const BROKEN_LOOKS_MAX = 3;
/** INTERNALDATE is by the server's clock and has no fractions. */
const CLOCKS_DIFFER_MS = 60_000;

export class Backfill {
  readonly #deps: ReadDeps;
  readonly #target: ReadTarget;
  readonly #budget: ByteBudget;
  readonly #newsSince: Instant;
  readonly #strikes = createFolderStrikes(() => performance.now());
  /** Of the link, as measured by the last chunk. */
  #isSlow: boolean;
  /** Grows from chunk to chunk. */
  #chunkUids = CHUNK_UIDS.first;
  /** First looks in a row over which the connection broke. */
  #brokenLooks = 0;
  /** Bytes of the present step that the budget knows of. */
  #counted = 0;
  #plan: Plan | null = null;
  #total: number;
  #done: number;
  #finished: boolean;

  constructor(deps: ReadDeps, target: ReadTarget, budget: ByteBudget) {
    this.#deps = deps;
    this.#target = target;
    this.#budget = budget;
    const { backfill, createdAt } = target.mailbox;
    this.#isSlow = budget.isTight;
    this.#newsSince = toInstant(new Date(Date.parse(createdAt) - CLOCKS_DIFFER_MS));
    this.#total = backfill.total;
    this.#done = backfill.done;
    this.#finished = backfill.finishedAt !== null;
  }

  /** Looks again for folders with history: a new folder, a new epoch, a new connection. */
  replan(): void {
    this.#plan = null;
  }

  /** Reads the next batch. */
  async step(connection: ImapConnection): Promise<StepResult> {
    this.#plan ??= await this.#makePlan(connection);
    const plan = this.#plan;
    const current = plan.work[0];
    if (!current) return this.#end(plan);
    if (this.#budget.exhausted()) return 'later';
    const received = connection.receivedBytes;
    this.#counted = 0;
    try {
      await this.#readNext(connection, plan, current);
    } catch (error) {
      // What came before it broke is spent all the same. Of two failures the first one tells.
      this.#spend(Math.max(0, connection.receivedBytes - received - this.#counted));
      if (this.#budget.isUnsaved) await this.#record(false).catch(() => {});
      this.#passOver(plan, current.folder, error);
      plan.work.shift();
      plan.batches = [];
    }
    if (plan.work.length > 0 || !plan.isWhole) await this.#record(false);
    return plan.work.length > 0 ? 'more' : this.#end(plan);
  }

  #spend(bytes: number): void {
    this.#counted += bytes;
    this.#budget.spend(bytes);
  }

  async #readNext(connection: ImapConnection, plan: Plan, current: FolderWork): Promise<void> {
    await this.#select(connection, current.folder);
    if (plan.batches.length === 0) await this.#cutBatches(connection, plan, current);
    const uids = plan.batches.shift()!;
    const { facts, known, ready } = plan;
    const options = { mode: 'history', priorityOf: (one: MessageFacts) => this.#priorityOf(one) } as const;
    await readBatch(this.#deps, connection, this.#target, current.folder, { uids, facts, known, ready }, options);
    this.#spend(uids.reduce((sum, uid) => sum + this.#costOf(plan, uid), 0));
    current.uids.length -= uids.length;
    this.#done += uids.length;
    if (current.uids.length === 0) plan.work.shift();
    if (plan.batches.length === 0) this.#brokenLooks = 0;
    this.#strikes.clear(current.folder.id);
  }

  async #end(plan: Plan): Promise<StepResult> {
    if (!plan.isWhole) {
      this.#plan = null;
      return 'later';
    }
    if (!this.#finished) await this.#record(true);
    // What was known of the last chunk, beginnings of messages among it, is not needed any more.
    this.#plan = emptyPlan();
    return 'done';
  }

  /** A folder that vanished has no history; one that is refused must not hold up the others. */
  #passOver(plan: Pick<Plan, 'isWhole'>, folder: Folder, error: unknown): void {
    if (!isFoldersFault(error)) throw error;
    if (!isFolderMissing(error)) plan.isWhole = false;
    this.#deps.log.warn({ folderId: folder.id, err: error }, 'folder_refused');
  }

  // Mail that arrived since the mailbox was connected is news even where it is read as history: after a renumbering.
  #priorityOf({ internalDate }: MessageFacts): Priority {
    return internalDate !== null && internalDate >= this.#newsSince ? 'live' : 'history';
  }

  async #makePlan(connection: ImapConnection): Promise<Plan> {
    const folders = await listFolders(this.#deps.db, this.#target.mailbox.id);
    const open = folders.filter((folder) => folder.wanted && folder.checkedAt !== null && folder.lowUid > 1);
    const plan = emptyPlan();
    const { work } = plan;
    for (const folder of open.sort(byUse)) {
      if (this.#strikes.isOut(folder.id)) {
        plan.isWhole = false;
        continue;
      }
      try {
        await this.#select(connection, folder);
        const uids = await this.#deps.source.searchUids(connection, 1, folder.lowUid - 1);
        if (uids.length > 0) work.push({ folder, uids });
      } catch (error) {
        if (mayBeFoldersFault(error)) this.#strikes.add(folder.id);
        this.#passOver(plan, folder, error);
      }
    }
    this.#total = this.#done + work.reduce((sum, { uids }) => sum + uids.length, 0);
    if (work.length > 0) await this.#record(false);
    return plan;
  }

  async #cutBatches(connection: ImapConnection, plan: Plan, { folder, uids }: FolderWork): Promise<void> {
    const { reading } = this.#target.mailbox;
    const chunk = uids.slice(-this.#chunkUids).reverse();
    this.#chunkUids = Math.min(2 * this.#chunkUids, reading === 'whole' ? CHUNK_UIDS.whole : CHUNK_UIDS.passes);
    const known = await listKnownUids(this.#deps.db, placeOf(this.#target, folder), chunk);
    plan.known = new Map(known.map((one) => [one.uid, one]));
    const open = chunk.filter((uid) => !plan.known.get(uid)?.settled);
    plan.ready = new Map();
    // Something in this chunk breaks connections: reading whole finds out what, one by one.
    if (reading === 'whole' || this.#brokenLooks >= BROKEN_LOOKS_MAX) plan.facts = await this.#factsOf(connection, plan, folder, open);
    else await this.#lookAt(connection, plan, folder, open, reading);
    plan.batches = planBatches(
      chunk,
      (uid) => (plan.known.get(uid)?.settled ? undefined : plan.facts.get(uid)?.sizeBytes),
      (uid) => isSuspect(plan.known.get(uid)),
      HISTORY_LIMITS,
    );
  }

  async #factsOf(connection: ImapConnection, { known }: Plan, folder: Folder, uids: readonly number[]): Promise<Map<number, MessageFacts>> {
    try {
      return await askFacts(this.#deps, connection, placeOf(this.#target, folder), uids, known);
    } catch (error) {
      if (mayBeFoldersFault(error)) this.#strikes.add(folder.id);
      throw error;
    }
  }

  /** The first pass. What it passes over is settled here; the cursor comes by later, with the batches. */
  async #lookAt(
    connection: ImapConnection,
    plan: Plan,
    folder: Folder,
    uids: readonly number[],
    reading: Exclude<Reading, 'whole'>,
  ): Promise<void> {
    const startedAt = performance.now();
    const look = LOOKS[this.#isSlow ? 'sparing' : reading];
    this.#brokenLooks += 1;
    const seen = await glanceAtMessages(this.#deps, connection, uids, look);
    this.#brokenLooks = 0;
    this.#spend(seen.bytes);
    // A mailbox that is read anew may hold news, and of news nothing is passed over.
    const passed = seen.passed.filter((facts) => this.#priorityOf(facts) === 'history');
    await this.#settlePassed(folder, passed);
    for (const { uid } of passed) plan.known.set(uid, { uid, settled: true, attempts: 0, deaths: 0, breaks: 0, isPutOff: false });
    plan.facts = seen.facts;
    plan.ready = seen.ready;
    if (seen.bytes >= MEASURED_BYTES_MIN && !this.#budget.isTight) {
      this.#isSlow = seen.bytes / (performance.now() - startedAt) < SLOW_BYTES_PER_MS;
    }
  }

  async #settlePassed(folder: Folder, passed: readonly MessageFacts[]): Promise<void> {
    if (passed.length === 0) return;
    const { db, clock, metrics } = this.#deps;
    const place = placeOf(this.#target, folder);
    await inTransaction(db, async (tx) => {
      await checkFence(tx, this.#target.fence);
      // The epoch last: from then to the commit the folder is locked, and live mail waits.
      await Promise.all([insertPassedOver(tx, place, passed, toInstant(clock.now())), checkEpoch(tx, folder.id, folder.uidValidity)]);
    });
    metrics.passedOver(passed.length);
  }

  /** What fetching it whole costs, where that is still to come. */
  #costOf(plan: Plan, uid: number): number {
    return plan.known.get(uid)?.settled || plan.ready.has(uid) ? 0 : (plan.facts.get(uid)?.sizeBytes ?? 0);
  }

  /** @throws TransientError when the folder was renumbered meanwhile: it has another history now. */
  async #select(connection: ImapConnection, folder: Folder): Promise<void> {
    const selected = this.#deps.source.selectedFolder(connection);
    const open = selected?.path === folder.path ? selected : await this.#deps.source.openFolder(connection, folder.path);
    const now = await getFolder(this.#deps.db, folder.id);
    if (open.uidValidity === folder.uidValidity && now.uidValidity === folder.uidValidity) return;
    this.#plan = null;
    throw new TransientError('epoch_changed', `folder ${folder.id} was renumbered while its history was read`);
  }

  async #record(isDone: boolean): Promise<void> {
    const { id: mailboxId, userId } = this.#target.mailbox;
    this.#finished = isDone;
    const finishedAt = isDone ? toInstant(this.#deps.clock.now()) : null;
    const day = this.#budget.save();
    const { fence } = this.#target;
    await recordBackfillProgress(this.#deps.db, { mailboxId, userId, total: this.#total, done: this.#done, finishedAt, day, fence });
    if (isDone) this.#deps.log.info({ mailboxId, messages: this.#done }, 'backfill_finished');
  }
}

/** Folders where proofs are found first: the inbox (or Gmail's All Mail), then archives, then the rest. */
const USE_ORDER = ['inbox', 'all', 'archive', null, 'sent', 'junk', 'trash'];

function byUse(a: Folder, b: Folder): number {
  return USE_ORDER.indexOf(a.specialUse) - USE_ORDER.indexOf(b.specialUse);
}
