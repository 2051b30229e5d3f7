// Bytes to what they say: parsed and classified in the processes of a pool, one message a process at a time. Live mail goes before history.
import type { Classification } from '@quittance/domain/classification';
import type { ParsedMessage } from '@quittance/domain/message';
import { createParsePool, type ParseOrder } from '@quittance/mail/parse-pool';

export interface UnderstoodMessage {
  readonly message: ParsedMessage;
  readonly classification: Classification;
}

export interface MailReader {
  /** @throws as `ParsePool.parse`, and PermanentError `reading_failed`: a bug of ours, with its stack as the text. */
  read(raw: Buffer, order?: ParseOrder): Promise<UnderstoodMessage>;
}

const WORKER_URL = new URL('./read-worker.ts', import.meta.url);

/** @param workerUrl another process, for tests of messages that kill whoever reads them. */
export function createMailReader(workerUrl: URL = WORKER_URL): MailReader & { close(): Promise<void> } {
  const pool = createParsePool({ workerUrl, isWarm: true });
  return {
    // The pool hands on whatever its worker answers; ours answers messages with what they say.
    read: (raw, order) => pool.parse(raw, order) as Promise<unknown> as Promise<UnderstoodMessage>,
    close: () => pool.close(),
  };
}
