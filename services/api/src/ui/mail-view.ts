// A stored mail as the message page shows it: its visible text, and a page for the sandboxed frame. Prepared in a process of its own with limits
// of time and memory, because a mail that was read once may still be built to hurt whoever opens it.
import type { ParsedMessage } from '@quittance/domain/message';
import { createParsePool } from '@quittance/mail/parse-pool';

export interface MailView {
  readonly message: ParsedMessage;
  readonly hasHtml: boolean;
  /** A whole page, to be served under MAIL_HTML_POLICY. */
  readonly html: string;
}

export interface MailViews {
  /** @throws PermanentError `mail_timeout` | `mail_too_big` | `mail_unparsable`. */
  prepare(raw: Buffer): Promise<MailView>;
  close(): Promise<void>;
}

const WORKER_URL = new URL('./mail-view-worker.ts', import.meta.url);

/** Somebody who reads one message soon reads the next. */
const IDLE_MS = 60_000;

export function createMailViews(): MailViews {
  const pool = createParsePool({ workerUrl: WORKER_URL, size: 1, timeoutMs: 10_000, idleMs: IDLE_MS });
  return {
    // The pool hands on whatever its worker answers; ours answers views.
    prepare: (raw) => pool.parse(raw) as Promise<unknown> as Promise<MailView>,
    close: () => pool.close(),
  };
}
