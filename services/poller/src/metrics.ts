// What the operator can watch of the poller. Labels come from closed sets.
import type { Metrics } from '@quittance/runtime/metrics';

export interface PollerMetrics {
  accepted(priority: 'live' | 'history', count: number): void;
  passedOver(count: number): void;
  failure(code: string): void;
  sessions(count: number): void;
  oldestCheck(seconds: number): void;
}

export const NO_METRICS: PollerMetrics = { accepted() {}, passedOver() {}, failure() {}, sessions() {}, oldestCheck() {} };

export function pollerMetrics(metrics: Metrics): PollerMetrics {
  const accepted = metrics.counter('mail_accepted_total', 'Messages accepted, new ones only.', ['priority']);
  const passedOver = metrics.counter('mail_passed_over_total', 'Messages of the history that a first look passed over.');
  const failures = metrics.counter('mailbox_failures_total', 'Sessions that failed, by cause.', ['code']);
  const sessions = metrics.gauge('mailbox_sessions', 'Mailboxes this process reads.');
  const oldest = metrics.gauge('mailbox_oldest_check_seconds', 'Time since the mailbox checked longest ago was checked.');
  return {
    accepted: (priority, count) => accepted.inc({ priority }, count),
    passedOver: (count) => passedOver.inc({}, count),
    failure: (code) => failures.inc({ code }),
    sessions: (count) => sessions.set(count),
    oldestCheck: (seconds) => oldest.set(seconds),
  };
}
