// Parses in child processes under limits of time and memory: a message that hangs its process, bursts its memory or crashes it fails alone, with
// a code, and the process is replaced. Processes, not threads: V8 ends a whole process over one thread's sudden burst, and with it all that
// it ran. One message a process at a time, so that a limit always hits the one that broke it. A process gets no environment and no rights but
// to read the program (serve-parsing.ts has its other end).
import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { PermanentError, TransientError } from '@quittance/domain/errors';
import type { ParsedMessage } from '@quittance/domain/message';
import type { ParseAnswer, ParseRequest } from './serve-parsing.ts';

export interface ParsePool {
  /**
   * `isUrgent` goes before what waits without it.
   * @throws PermanentError `mail_timeout` | `mail_too_big` | `mail_unparsable`, or TransientError `mail_pool_closed`.
   */
  parse(raw: Buffer, order?: ParseOrder): Promise<ParsedMessage>;
  close(): Promise<void>;
}

export interface ParseOrder {
  readonly isUrgent?: boolean;
}

export interface ParsePoolOptions {
  /** Per message, from the moment its process starts on it, without the time in which it had no turn on a core. Ordinary mail takes a millisecond. */
  readonly timeoutMs?: number;
  /** For tests: how long a process had no turn so far. */
  readonly starvedMs?: (pid: number) => number;
  /** JavaScript heap of one process. */
  readonly heapMb?: number;
  readonly size?: number;
  /** Starts the first process at once, so that the first message does not wait for it. */
  readonly isWarm?: boolean;
  /** A process with nothing to do ends after so long; a service that must answer at once keeps its own for good. */
  readonly idleMs?: number;
  /** Another worker, e.g. one that prepares views, or dies for a test. A file, since it becomes a process. */
  readonly workerUrl?: URL;
}

interface Job {
  readonly raw: Buffer;
  readonly isUrgent: boolean;
  readonly resolve: (message: ParsedMessage) => void;
  readonly reject: (error: Error) => void;
}

interface Reader {
  readonly child: ChildProcess;
  isReady: boolean;
  job: Job | null;
  timer: NodeJS.Timeout | null;
}

const WORKER_URL = new URL('./parse-worker.ts', import.meta.url);
const PROGRAM = fileURLToPath(new URL('../../../', import.meta.url));
/** What a process may read: the program, never the data beside it. */
const READABLE = ['packages/', 'services/', 'test/', 'node_modules/', 'package.json'].map((path) => `--allow-fs-read=${PROGRAM}${path}`);
/** Loading the parser takes half a second; a machine under load, much longer. */
const START_MS_MAX = 60_000;
/** How often the limit may pass altogether, however crowded the machine is: whoever waits for a mail is not to wait for ever. */
const PASSED_MAX = 6;
/** Node's default of 1 MB is less than deeply nested mail takes; systems give a process 8 MB. */
const STACK_KB = 3_900;
/** Node's default of 16 MB is filled by a few parsed mails, which then live on as if they were needed: a fifth of the time went there. */
const YOUNG_MB = 32;
/** How a reading process runs; the bench of its speed runs one the same way. */
export const READER_FLAGS: readonly string[] = [
  `--max-semi-space-size=${YOUNG_MB}`,
  `--stack-size=${STACK_KB}`,
  // Patterns run for every mail: to compile each in two ways took a quarter of a second of a new process.
  '--no-regexp-tier-up',
];

export function createParsePool(options: ParsePoolOptions = {}): ParsePool {
  return new Pool(options);
}

class Pool implements ParsePool {
  readonly #timeoutMs: number;
  readonly #heapMb: number;
  readonly #size: number;
  readonly #idleMs: number | null;
  readonly #workerUrl: URL;
  readonly #starvedMs: (pid: number) => number;
  readonly #readers = new Set<Reader>();
  readonly #waiting: Job[] = [];
  #nextId = 1;
  #isClosed = false;

  constructor(options: ParsePoolOptions) {
    this.#timeoutMs = options.timeoutMs ?? 10_000;
    this.#heapMb = options.heapMb ?? 384;
    this.#size = options.size ?? Math.max(1, availableParallelism() - 1);
    this.#idleMs = options.idleMs ?? null;
    this.#workerUrl = options.workerUrl ?? WORKER_URL;
    this.#starvedMs = options.starvedMs ?? starvedMs;
    if (options.isWarm) hold(this.#spawn().child, false);
  }

  parse(raw: Buffer, { isUrgent = false }: ParseOrder = {}): Promise<ParsedMessage> {
    return new Promise((resolve, reject) => {
      if (this.#isClosed) return reject(closedError());
      const firstOrdinary = isUrgent ? this.#waiting.findIndex((job) => !job.isUrgent) : -1;
      this.#waiting.splice(firstOrdinary < 0 ? this.#waiting.length : firstOrdinary, 0, { raw, isUrgent, resolve, reject });
      this.#dispatch();
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const job of this.#waiting.splice(0)) job.reject(closedError());
    const ended = [...this.#readers].map(({ child }) => new Promise((resolve) => child.once('exit', resolve)));
    for (const reader of this.#readers) this.#end(reader, closedError());
    await Promise.all(ended);
  }

  #dispatch(): void {
    while (this.#waiting.length > 0) {
      const idle = [...this.#readers].find(({ job }) => job === null) ?? (this.#readers.size < this.#size ? this.#spawn() : null);
      if (!idle) return;
      this.#start(idle, this.#waiting.shift()!);
    }
  }

  #spawn(): Reader {
    const child = fork(this.#workerUrl, {
      // Answers hold bytes and dates, which JSON has not.
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${this.#heapMb}`, ...READER_FLAGS, '--permission', '--allow-worker', ...READABLE],
      env: {},
      cwd: tmpdir(),
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const reader: Reader = { child, isReady: false, job: null, timer: null };
    this.#readers.add(reader);
    child.on('message', (answer: ParseAnswer) => this.#hear(reader, answer));
    child.on('error', (cause: Error) => this.#end(reader, crashError(cause)));
    child.on('exit', (_code, signal) => this.#end(reader, deathError(signal)));
    return reader;
  }

  #start(reader: Reader, job: Job): void {
    reader.job = job;
    hold(reader.child, true);
    this.#arm(reader);
    reader.child.send({ id: this.#nextId++, raw: job.raw } satisfies ParseRequest, (error) => {
      if (error) this.#end(reader, crashError(error));
    });
  }

  #arm(reader: Reader): void {
    const { job, child, isReady } = reader;
    const limitMs = isReady ? this.#timeoutMs : START_MS_MAX;
    const mostMs = isReady ? PASSED_MAX * limitMs : limitMs;
    const [startedAt, starvedBefore] = [performance.now(), this.#starvedMs(child.pid ?? 0)];
    const look = (): void => {
      // The answer may have come while we had no turn ourselves.
      if (reader.job !== job || reader.isReady !== isReady) return;
      const passedMs = performance.now() - startedAt;
      const leftMs = Math.min(limitMs + this.#starvedMs(child.pid ?? 0) - starvedBefore, mostMs) - passedMs;
      if (leftMs > 0) lookIn(leftMs);
      else this.#end(reader, new PermanentError('mail_timeout', `parsing took more than ${limitMs} ms and was stopped`));
    };
    const lookIn = (ms: number): void => {
      clearTimeout(reader.timer ?? undefined);
      reader.timer = setTimeout(() => setImmediate(look), Math.ceil(ms));
    };
    lookIn(limitMs);
  }

  #hear(reader: Reader, answer: ParseAnswer): void {
    const { job } = reader;
    if ('ready' in answer) {
      reader.isReady = true;
      if (job) this.#arm(reader);
      return;
    }
    if (!job) return;
    clearTimeout(reader.timer ?? undefined);
    reader.job = null;
    // An idle process must not keep ours alive.
    hold(reader.child, false);
    if (this.#idleMs !== null) reader.timer = setTimeout(() => this.#end(reader, closedError()), this.#idleMs).unref();
    if ('message' in answer) job.resolve(answer.message as ParsedMessage);
    else job.reject(new PermanentError(answer.code, answer.problem));
    this.#dispatch();
  }

  /** Takes a process out; the next message gets a new one. */
  #end(reader: Reader, error: Error): void {
    if (!this.#readers.delete(reader)) return;
    clearTimeout(reader.timer ?? undefined);
    reader.child.kill('SIGKILL');
    const { job } = reader;
    reader.job = null;
    job?.reject(error);
    if (!this.#isClosed) this.#dispatch();
  }
}

/** Of the thread that reads: Linux alone counts it, and elsewhere all time is its own. */
function starvedMs(pid: number): number {
  try {
    const [, waited = '0'] = readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ');
    return Number(waited) / 1e6 || 0;
  } catch {
    return 0;
  }
}

function hold(child: ChildProcess, isBusy: boolean): void {
  for (const handle of [child, child.channel])
    if (isBusy) handle?.ref();
    else handle?.unref();
}

// V8 aborts at its heap's limit; serve-parsing.ts and the kernel kill what grows beside the heap.
function deathError(signal: NodeJS.Signals | null): PermanentError {
  if (signal === 'SIGABRT' || signal === 'SIGKILL')
    return new PermanentError('mail_too_big', 'parsing this message needs more memory than a message may take');
  return new PermanentError('mail_unparsable', 'the parser ended while it read this message; its bytes are kept');
}

function crashError(cause: Error): PermanentError {
  return new PermanentError('mail_unparsable', 'the parser failed on this message; its bytes are kept', { cause });
}

function closedError(): TransientError {
  return new TransientError('mail_pool_closed', 'the parser is shutting down');
}
