// For tests: what a job of the classifier needs beside what the test is about.
import { randomBytes } from 'node:crypto';
import { silentLog } from '@quittance/domain/log';
import { createLiveWork } from '@quittance/runtime/live-work';
import { createMetrics } from '@quittance/runtime/metrics';
import type { ClassifyDeps } from './classify-job.ts';
import { createClassifierMetrics } from './metrics.ts';

/** Every job of these tests runs at this instant. */
export const JOB_AT = '2026-06-01T12:00:05.000Z';

export function jobDeps(given: Pick<ClassifyDeps, 'db' | 'vault' | 'reader' | 'verify'>): ClassifyDeps {
  return {
    ...given,
    clock: { now: () => new Date(JOB_AT) },
    randomBytes,
    busyMs: 0,
    liveWork: createLiveWork(),
    log: silentLog,
    metrics: createClassifierMetrics(createMetrics()),
  };
}
