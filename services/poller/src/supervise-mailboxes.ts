// Keeps one reader for each active mailbox that this process can lease. New, changed and removed mailboxes are noticed through the `mailbox`
// channel within a second, and by looking every few seconds where a hint was lost.
import type { Clock } from '@quittance/domain/instant';
import type { RunningService } from '@quittance/domain/service';
import { releaseLease, takeLease } from '@quittance/store/leases';
import { forgetRestedHosts } from '@quittance/store/login-turns';
import { listActiveMailboxes, type PolledMailbox } from '@quittance/store/mailboxes';
import { addTraffic, listMailboxFigures } from '@quittance/store/mailbox-figures';
import { listen } from '@quittance/store/notifications';
import { createProblemWatch, type ProblemWatch } from './mailbox-problem.ts';
import type { SessionDeps } from './poller-deps.ts';
import { restUntil } from './rest-until.ts';
import { runMailbox } from './run-mailbox.ts';
import { WakeableLoop } from './wakeable-loop.ts';

export interface SupervisorDeps extends SessionDeps {
  readonly databaseUrl: string;
  /** Names this process in the leases. */
  readonly owner: string;
}

export async function superviseMailboxes(deps: SupervisorDeps): Promise<RunningService> {
  const readers = new Readers(deps);
  const loop = new WakeableLoop(
    () => readers.look(),
    (error) => deps.log.error({ err: error }, 'supervision_failed'),
  );
  readers.onLeft = () => loop.wake();
  const listener = await listen({
    url: deps.databaseUrl,
    channels: ['mailbox'],
    onHint: () => loop.wake(),
    onError: (error) => deps.log.warn({ err: error }, 'listen_failed'),
  });
  const timer = setInterval(() => loop.wake(), deps.timing.superviseMs);
  loop.wake();
  return {
    async stop() {
      clearInterval(timer);
      await listener.close().catch(() => {}); // The server may be gone before us.
      const stopped = readers.stop();
      await loop.stop();
      await stopped;
    },
  };
}

interface Reader {
  readonly version: string;
  readonly abort: AbortController;
  readonly problems: ProblemWatch;
  readonly done: Promise<void>;
}

/** Longest wait for readers to say goodbye. */
const STOP_MS_MAX = 5_000;

class Readers {
  readonly #deps: SupervisorDeps;
  readonly #readers = new Map<string, Reader>();
  #stopping = false;
  readonly #sinceLastLook: () => number;
  #countedAt = -Infinity;
  /** A reader was told to go and has gone: its mailbox may be read anew. */
  onLeft: () => void = () => {};

  constructor(deps: SupervisorDeps) {
    this.#deps = deps;
    this.#sinceLastLook = stopwatch(deps.clock);
  }

  async look(): Promise<void> {
    const elapsedMs = this.#sinceLastLook();
    const active = new Map((await listActiveMailboxes(this.#deps.db)).map((polled) => [polled.mailbox.id, polled]));
    for (const [id, reader] of this.#readers) {
      if (active.get(id)?.version === reader.version || reader.abort.signal.aborted) continue;
      reader.abort.abort(new Error('the mailbox was changed or removed'));
      void reader.done.then(() => this.onLeft());
    }
    for (const [id, polled] of active) {
      if (!this.#readers.has(id)) await this.#start(polled);
    }
    for (const reader of this.#readers.values()) await reader.problems.tick(elapsedMs);
    await this.#count();
    this.#deps.metrics.oldestCheck(oldestCheckSeconds([...active.values()], this.#deps.clock.now()));
  }

  /** Traffic goes into the database each time; counting messages takes longer, and is done now and then, and so is tidying. */
  async #count(): Promise<void> {
    const { db, metrics, clock, timing } = this.#deps;
    const ids = [...this.#readers.keys()];
    for (const id of ids) await this.#saveTraffic(id);
    if (performance.now() - this.#countedAt < timing.figuresMs) return;
    this.#countedAt = performance.now();
    await forgetRestedHosts(db);
    for (const [id, figures] of await listMailboxFigures(db, ids)) metrics.mailbox(id, figures, clock.now());
  }

  async #saveTraffic(id: string): Promise<void> {
    const more = this.#deps.traffic.take(id);
    if (more.bytes > 0 || more.signIns > 0) await addTraffic(this.#deps.db, id, more);
  }

  async #start(polled: PolledMailbox): Promise<void> {
    const { db, metrics, owner, timing } = this.#deps;
    if (this.#stopping) return;
    const { id, userId } = polled.mailbox;
    const lease = await takeLease(db, { mailboxId: id, userId, owner, ttlMs: timing.leaseTtlMs });
    if (!lease) return;
    if (this.#stopping) return releaseLease(db, lease);
    const abort = new AbortController();
    const problems = createProblemWatch(this.#deps, polled.mailbox);
    const done = runMailbox(this.#deps, polled, lease, problems, abort.signal).finally(() => {
      this.#readers.delete(id);
      metrics.mailbox(id, null, this.#deps.clock.now());
      void this.#saveTraffic(id).catch(() => {}); // A figure, and the database may be away.
      metrics.sessions(this.#readers.size);
    });
    this.#readers.set(id, { version: polled.version, abort, problems, done });
    metrics.sessions(this.#readers.size);
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    const leaving = [...this.#readers.values()];
    for (const reader of leaving) reader.abort.abort(new Error('the poller stops'));
    const gone = new AbortController();
    await Promise.race([Promise.all(leaving.map((reader) => reader.done)), restUntil(STOP_MS_MAX, gone.signal)]);
    gone.abort();
  }
}

// The monotonic clock stands still while the machine sleeps (CLOCK_MONOTONIC on Linux), the wall clock can be set back: the longer of both is what passed.
function stopwatch(clock: Clock): () => number {
  let before = { awake: performance.now(), wall: clock.now().getTime() };
  return () => {
    const now = { awake: performance.now(), wall: clock.now().getTime() };
    const elapsedMs = Math.max(now.awake - before.awake, now.wall - before.wall);
    before = now;
    return elapsedMs;
  };
}

function oldestCheckSeconds(polled: readonly PolledMailbox[], now: Date): number {
  const ages = polled.map(({ mailbox }) => now.getTime() - Date.parse(mailbox.checkedAt ?? mailbox.createdAt));
  return ages.length === 0 ? 0 : Math.max(...ages) / 1000;
}
