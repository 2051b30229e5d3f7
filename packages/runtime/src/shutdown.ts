// The end of a process. What was opened is closed in reverse order on SIGINT or SIGTERM; a second signal forces the exit. An error
// that nobody handled logs, closes and exits 1, so that a supervisor can restart: never up but dead.
import type { Log } from '@quittance/domain/log';
import { exitCodeFor } from './exit-codes.ts';

export interface Shutdown {
  /** Registers what must be closed; the last one registered is closed first. */
  add(name: string, close: () => Promise<void> | void): void;
  /** True once closing has begun. */
  readonly stopping: boolean;
  /** Closes everything, once; further calls wait for the same end. */
  close(): Promise<void>;
  /** Closes everything and exits. */
  exit(code: number): Promise<never>;
}

export interface ShutdownOptions {
  readonly log: Log;
  /** Longest wait for one closer. */
  readonly stepTimeoutMs?: number;
  /** Told when a signal came, for the terminal. */
  readonly onSignal?: (signal: string, again: boolean) => void;
  /** Exit code after a signal: 0 for a service that was asked to stop, another for a command that was interrupted. */
  readonly signalExitCode?: number;
}

const STEP_TIMEOUT_MS = 20_000;
/** One Ctrl-C may arrive twice: from the terminal and forwarded by the program that started us (npm, an older Node). */
const ECHO_MS = 500;

/** Installs the handlers. Call it once per process, before anything is opened. */
export function installShutdown(options: ShutdownOptions): Shutdown {
  const { log } = options;
  const closers: { name: string; close: () => Promise<void> | void }[] = [];
  let closing: Promise<void> | null = null;

  const shutdown: Shutdown = {
    add(name, close) {
      closers.push({ name, close });
    },
    get stopping() {
      return closing !== null;
    },
    close() {
      closing ??= closeAll(closers, options.stepTimeoutMs ?? STEP_TIMEOUT_MS, log);
      return closing;
    },
    async exit(code) {
      await shutdown.close();
      process.exit(code);
    },
  };

  let signalledAt = -Infinity;
  const onSignal = (signal: NodeJS.Signals): void => {
    const again = shutdown.stopping;
    if (again && performance.now() - signalledAt < ECHO_MS) return;
    signalledAt = performance.now();
    options.onSignal?.(signal, again);
    log.info({ signal, again }, 'signal_received');
    if (again) process.exit(1);
    void shutdown.exit(options.signalExitCode ?? 0);
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  // The terminal was closed.
  process.on('SIGHUP', onSignal);

  const onBug = (error: unknown): void => {
    log.fatal({ err: error }, 'unhandled_error');
    void shutdown.exit(1);
  };
  process.on('uncaughtException', onBug);
  process.on('unhandledRejection', onBug);
  return shutdown;
}

/** The frame of each service's main.ts: what `start` throws is logged, everything opened is closed, and the exit code says why. */
export async function runMain(log: Log, start: (shutdown: Shutdown) => Promise<void>): Promise<void> {
  const shutdown = installShutdown({ log });
  try {
    await start(shutdown);
  } catch (error) {
    log.fatal({ err: error }, 'start_failed');
    await shutdown.exit(exitCodeFor(error));
  }
}

async function closeAll(closers: { name: string; close: () => Promise<void> | void }[], timeoutMs: number, log: Log): Promise<void> {
  for (let step = closers.pop(); step; step = closers.pop()) {
    try {
      await withTimeout(Promise.resolve(step.close()), timeoutMs, step.name);
    } catch (error) {
      // The end goes on: what remains must be closed too.
      log.error({ err: error, step: step.name }, 'close_failed');
    }
  }
}

async function withTimeout(work: Promise<void>, timeoutMs: number, name: string): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`${name} did not close within ${timeoutMs} ms`)), timeoutMs);
  try {
    await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
