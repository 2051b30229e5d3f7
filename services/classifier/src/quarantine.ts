// Parks a message that can't be read: visible to the person, retryable (`retryQuarantined` in the store), its bytes staged and encrypted.
import type { Clock } from '@quittance/domain/instant';
import type { Log } from '@quittance/domain/log';
import type { Database } from '@quittance/store/database';
import { quarantineContent, type Problem } from '@quittance/store/quarantine';
import { inTransaction } from '@quittance/store/transaction';
import type { ClassifierMetrics } from './metrics.ts';

/** Reading it was begun this often without an end: the process died each time. */
export const DEATHS_MAX = 2;

export const KILLED_ITS_READER: Problem = {
  code: 'killed_its_reader',
  text: `Reading this message ended the program ${DEATHS_MAX} times. Its bytes are kept; it can be tried again.`,
};

export interface QuarantineDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Pick<ClassifierMetrics, 'quarantined'>;
}

export async function quarantineMessage(deps: QuarantineDeps, userId: string, contentId: number, problem: Problem): Promise<void> {
  const isNew = await inTransaction(deps.db, (tx) => quarantineContent(tx, userId, contentId, problem, deps.clock.now()));
  if (!isNew) return;
  deps.metrics.quarantined(problem.code);
  deps.log.warn({ contentId, code: problem.code }, 'message_quarantined');
}
