// What the classifier counts.
import type { Metrics } from '@quittance/runtime/metrics';

export interface ClassifierMetrics {
  recorded(counts: { kept: number; ignored: number; alerts: number }): void;
  quarantined(code: string): void;
  sealed(): void;
}

const CODES = new Set([
  'mail_timeout',
  'mail_too_big',
  'mail_unparsable',
  'cannot_decrypt',
  'killed_its_reader',
  'reading_failed',
  'recording_failed',
]);

export function createClassifierMetrics(metrics: Metrics): ClassifierMetrics {
  const messages = metrics.counter('messages_total', 'Messages that got their outcome.', ['outcome'] as const);
  const quarantined = metrics.counter('quarantined_messages_total', 'Messages put into quarantine.', ['code'] as const);
  const alerts = metrics.counter('alerts_recorded_total', 'Alerts recorded because of a message.');
  const checkpoints = metrics.counter('checkpoints_total', 'Checkpoints signed.');
  return {
    recorded(counts) {
      messages.inc({ outcome: 'kept' }, counts.kept);
      messages.inc({ outcome: 'ignored' }, counts.ignored);
      alerts.inc(counts.alerts);
    },
    quarantined: (code) => quarantined.inc({ code: CODES.has(code) ? code : 'other' }),
    sealed: () => checkpoints.inc(),
  };
}
