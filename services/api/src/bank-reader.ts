// Reads bank files in a process of its own, under limits of time and memory: a hundred thousand lines take seconds, in which the service's own loop
// would answer nobody. One file at a time; the others wait. What it answers and refuses is as of packages/statements, and `statement_too_heavy`.
import { PermanentError } from '@quittance/domain/errors';
import { createParsePool } from '@quittance/mail/parse-pool';
import type { GuessedMapping } from '@quittance/statements/csv/guess-mapping';
import type { OpenedStatement, StatementOptions } from '@quittance/statements/read-statement';
import { packTask, type BankTask } from './bank-task.ts';

export interface BankReader {
  /** @throws PermanentError as `readStatement`, and `statement_too_heavy`. */
  read(bytes: Uint8Array, options: StatementOptions): Promise<OpenedStatement>;
  /** @throws PermanentError as `previewStatement`, and `statement_too_heavy`. */
  preview(bytes: Uint8Array, currency: string): Promise<GuessedMapping | null>;
  close(): Promise<void>;
}

/** The largest statement that is taken, CAMT of 100,000 lines, takes ten seconds on a slow machine with nothing else to do. */
const TIMEOUT_MS = 45_000;
const HEAP_MB = 768;
/** Who looks at a file's columns soon imports it. */
const IDLE_MS = 60_000;
const WORKER_URL = new URL('./bank-read-worker.ts', import.meta.url);
/** Limits of the pool; the rest are words of the reader itself. */
const POOL_CODES: Readonly<Record<string, string>> = {
  mail_timeout: 'statement_too_heavy',
  mail_too_big: 'statement_too_heavy',
  mail_unparsable: 'statement_unreadable',
};

/** @param options for tests: another process, less patience. */
export function createBankReader(options: { readonly workerUrl?: URL; readonly timeoutMs?: number } = {}): BankReader {
  const pool = createParsePool({ workerUrl: WORKER_URL, timeoutMs: TIMEOUT_MS, ...options, size: 1, heapMb: HEAP_MB, idleMs: IDLE_MS });
  // The pool hands on whatever its worker answers; ours answers what the task asks for.
  const run = async (task: BankTask, bytes: Uint8Array): Promise<unknown> => {
    try {
      return await pool.parse(packTask(task, bytes));
    } catch (error) {
      const code = error instanceof PermanentError ? POOL_CODES[error.code] : undefined;
      if (!code) throw error;
      throw new PermanentError(code, 'reading this bank file took too long or too much memory', { cause: error });
    }
  };
  return {
    read: (bytes, { currency, mapping }) => run({ kind: 'read', currency, mapping }, bytes) as Promise<OpenedStatement>,
    preview: (bytes, currency) => run({ kind: 'preview', currency }, bytes) as Promise<GuessedMapping | null>,
    close: () => pool.close(),
  };
}
