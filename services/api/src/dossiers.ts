// Where dossiers are made: their mails are read by one process that all share, and only a few are made at once, since each holds its files in memory
// and draws on the processor for seconds. The others wait; whoever finds the line full is told when to come again.
import type { ParsedMessage } from '@quittance/domain/message';
import { createParsePool } from '@quittance/mail/parse-pool';
import { ProblemError } from './problem.ts';

export interface Dossiers {
  /**
   * Does the work when it is its turn.
   * @param signal of whoever asks: one who has gone is passed over.
   * @throws ProblemError `unavailable` when too many wait.
   */
  make<T>(work: (parse: (raw: Buffer) => Promise<ParsedMessage>) => Promise<T>, signal: AbortSignal): Promise<T>;
  close(): Promise<void>;
}

export const AT_ONCE = 2;
/** A dossier takes a second or two: the last in the line waits less long than browsers do. */
export const WAITING_MAX = 8;
const RETRY_AFTER_SECONDS = 10;
/** Who takes the report soon takes the bundle. */
const IDLE_MS = 60_000;

export function createDossiers(): Dossiers {
  const parser = createParsePool({ size: 1, idleMs: IDLE_MS });
  const waiting: (() => void)[] = [];
  let running = 0;

  async function turn(signal: AbortSignal): Promise<void> {
    if (running < AT_ONCE) {
      running += 1;
      return;
    }
    if (waiting.length >= WAITING_MAX) throw new ProblemError('unavailable', { retryAfterSeconds: RETRY_AFTER_SECONDS });
    const place = Promise.withResolvers<void>();
    // Who has gone leaves the line, or reloads of one page would fill it.
    const leave = (): void => {
      const at = waiting.indexOf(place.resolve);
      // Whose turn came in the same moment is in it no more.
      if (at >= 0) waiting.splice(at, 1);
      place.reject(new ProblemError('unavailable'));
    };
    // Whoever ends hands its place on: nobody comes in between.
    waiting.push(place.resolve);
    signal.addEventListener('abort', leave, { once: true });
    await place.promise.finally(() => signal.removeEventListener('abort', leave));
  }

  function done(): void {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }

  return {
    async make(work, signal) {
      if (signal.aborted) throw new ProblemError('unavailable');
      await turn(signal);
      try {
        if (signal.aborted) throw new ProblemError('unavailable');
        return await work((raw) => parser.parse(raw));
      } finally {
        done();
      }
    },
    close: () => parser.close(),
  };
}
