// Bytes to what they say: parsed and classified in the processes of two pools, one message a process at a time. Live mail has its own, which is
// always ready; that of history gives way to everything else on the machine, and is there only while there is history.
import type { Classification } from '@quittance/domain/classification';
import type { ParsedMessage } from '@quittance/domain/message';
import { createParsePool } from '@quittance/mail/parse-pool';

export interface UnderstoodMessage {
  readonly message: ParsedMessage;
  readonly classification: Classification;
}

export interface MailReader {
  /** @throws as `ParsePool.parse`, and PermanentError `reading_failed`: a bug of ours, with its stack as the text. */
  read(raw: Buffer, priority: 'live' | 'history'): Promise<UnderstoodMessage>;
}

const WORKER_URL = new URL('./read-worker.ts', import.meta.url);
/** Its process may have to wait for the processor, which is not the message's fault. */
const HISTORY = { isPatient: true, idleMs: 60_000, timeoutMs: 30_000 };

/** @param workerUrl another process, for tests of messages that kill whoever reads them. */
export function createMailReader(workerUrl: URL = WORKER_URL): MailReader & { close(): Promise<void> } {
  const pools = {
    live: createParsePool({ workerUrl, isWarm: true }),
    history: createParsePool({ workerUrl, ...HISTORY }),
  };
  return {
    read(raw, priority) {
      // The first subscriptions of a new mailbox wait for nobody: until history's process has loaded, the other one reads for it.
      const pool = priority === 'live' || !pools.history.warm() ? pools.live : pools.history;
      // The pool hands on whatever its worker answers; ours answers messages with what they say.
      return pool.parse(raw) as Promise<unknown> as Promise<UnderstoodMessage>;
    },
    async close() {
      await Promise.all([pools.live.close(), pools.history.close()]);
    },
  };
}
