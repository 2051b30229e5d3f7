// Parses in worker threads under limits of time and memory: a message that hangs or bursts its thread fails alone, with a code, and the
// thread is replaced. One message a thread at a time, so that a limit always hits the one that broke it.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { PermanentError, TransientError } from '@quittance/domain/errors';
import type { ParsedMessage } from '@quittance/domain/message';
import type { ParseAnswer, ParseRequest } from './parse-worker.ts';

export interface ParsePool {
  /** @throws PermanentError `mail_timeout` | `mail_too_big` | `mail_unparsable`, or TransientError `mail_pool_closed`. */
  parse(raw: Buffer): Promise<ParsedMessage>;
  close(): Promise<void>;
}

export interface ParsePoolOptions {
  /** Per message, from the moment its thread starts on it. Ordinary mail takes a millisecond. */
  readonly timeoutMs?: number;
  /** JavaScript heap of one thread. */
  readonly heapMb?: number;
  readonly size?: number;
  /** Another worker, for tests of threads that die. */
  readonly workerUrl?: URL;
}

interface Job {
  readonly raw: Buffer;
  readonly resolve: (message: ParsedMessage) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  job: Job | null;
  timer: NodeJS.Timeout | null;
}

const WORKER_URL = new URL('./parse-worker.ts', import.meta.url);

export function createParsePool(options: ParsePoolOptions = {}): ParsePool {
  return new Pool(options);
}

class Pool implements ParsePool {
  readonly #timeoutMs: number;
  readonly #heapMb: number;
  readonly #size: number;
  readonly #workerUrl: URL;
  readonly #threads = new Set<Thread>();
  readonly #waiting: Job[] = [];
  #nextId = 1;
  #isClosed = false;

  constructor({
    timeoutMs = 10_000,
    heapMb = 384,
    size = Math.max(1, availableParallelism() - 1),
    workerUrl = WORKER_URL,
  }: ParsePoolOptions) {
    this.#timeoutMs = timeoutMs;
    this.#heapMb = heapMb;
    this.#size = size;
    this.#workerUrl = workerUrl;
  }

  parse(raw: Buffer): Promise<ParsedMessage> {
    return new Promise((resolve, reject) => {
      if (this.#isClosed) return reject(closedError());
      this.#waiting.push({ raw, resolve, reject });
      this.#dispatch();
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const job of this.#waiting.splice(0)) job.reject(closedError());
    const threads = [...this.#threads];
    for (const thread of threads) this.#retire(thread, closedError());
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  }

  #dispatch(): void {
    while (this.#waiting.length > 0) {
      const idle = [...this.#threads].find(({ job }) => job === null) ?? (this.#threads.size < this.#size ? this.#spawn() : null);
      if (!idle) return;
      this.#start(idle, this.#waiting.shift()!);
    }
  }

  #spawn(): Thread {
    const worker = new Worker(this.#workerUrl, { resourceLimits: { maxOldGenerationSizeMb: this.#heapMb, stackSizeMb: 4 } });
    const thread: Thread = { worker, job: null, timer: null };
    this.#threads.add(thread);
    worker.on('message', (answer: ParseAnswer) => this.#finish(thread, answer));
    worker.on('error', (cause: Error) => this.#retire(thread, deathError(cause)));
    worker.on('exit', () => this.#retire(thread, new PermanentError('mail_unparsable', 'the parser ended while it read this message')));
    // An idle thread must not keep the process alive.
    worker.unref();
    return thread;
  }

  #start(thread: Thread, job: Job): void {
    thread.job = job;
    thread.worker.ref();
    thread.timer = setTimeout(() => {
      const error = new PermanentError('mail_timeout', `parsing took more than ${this.#timeoutMs} ms and was stopped`);
      this.#retire(thread, error);
      thread.worker.terminate().catch(() => {}); // It is given up either way.
    }, this.#timeoutMs);
    // A copy of its own: cloning a view would carry the whole buffer behind it along.
    const raw = Uint8Array.from(job.raw);
    thread.worker.postMessage({ id: this.#nextId++, raw } satisfies ParseRequest, [raw.buffer]);
  }

  #finish(thread: Thread, answer: ParseAnswer): void {
    const { job } = thread;
    if (!job) return;
    clearTimeout(thread.timer ?? undefined);
    thread.job = null;
    thread.worker.unref();
    if ('message' in answer) job.resolve(answer.message);
    else job.reject(new PermanentError(answer.code, answer.problem));
    this.#dispatch();
  }

  /** Takes a thread out; the next message gets a new one. */
  #retire(thread: Thread, error: Error): void {
    if (!this.#threads.delete(thread)) return;
    clearTimeout(thread.timer ?? undefined);
    const { job } = thread;
    thread.job = null;
    job?.reject(error);
    if (!this.#isClosed) this.#dispatch();
  }
}

function deathError(cause: Error): PermanentError {
  if ((cause as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return new PermanentError('mail_too_big', 'parsing this message needs more memory than a message may take', { cause });
  }
  return new PermanentError('mail_unparsable', 'the parser failed on this message; its bytes are kept', { cause });
}

function closedError(): TransientError {
  return new TransientError('mail_pool_closed', 'the parser is shutting down');
}
