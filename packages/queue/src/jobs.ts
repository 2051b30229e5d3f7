// Path of an email, step 4 of 9. Before: poller/relay-outbox. After: classifier/classify-job.
// The contract of a job: its name, its payload and its id. A job carries ids, never mail: bodies in payloads cost up to three and a
// half times the whole run on PostgreSQL.
import { createHash } from 'node:crypto';
import { PermanentError } from '@quittance/domain/errors';
import { z } from 'zod';

/** Two queues, so that a mail that arrives now never waits for a slot behind a backfill's batches. */
export const CLASSIFY_QUEUES = { live: 'classify-live', history: 'classify-history' } as const;

/** More ids than this would hold a job's lock for too long and make one crash repeat too much work. */
const CONTENT_IDS_MAX = 200;

const classifyJobSchema = z.strictObject({
  userId: z.uuid(),
  /** Content rows of this user, in the order of their outbox rows. */
  contentIds: z.array(z.int().positive()).min(1).max(CONTENT_IDS_MAX),
  /** `live` arrived now; `history` was there before and comes in batches. */
  priority: z.enum(['live', 'history']),
});
export type ClassifyJob = z.infer<typeof classifyJobSchema>;

/** A job and the outbox rows it was made from: they are its identity, so publishing the same rows again adds nothing. */
export interface ClassifyJobToPublish extends ClassifyJob {
  readonly outboxIds: readonly number[];
}

/** @throws PermanentError `bad_job`: another version's or a damaged payload. */
export function parseClassifyJob(data: unknown): ClassifyJob {
  const parsed = classifyJobSchema.safeParse(data);
  if (!parsed.success) throw new PermanentError('bad_job', `the job's payload is none of this version: ${parsed.error.message}`);
  return parsed.data;
}

/** Not an integer and without `:`, as BullMQ demands. */
export function classifyJobId(outboxIds: readonly number[]): string {
  const hash = createHash('sha256')
    .update([...outboxIds].sort((a, b) => a - b).join(','))
    .digest('hex');
  return `classify-${hash.slice(0, 32)}`;
}
