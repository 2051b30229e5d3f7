// What the operator can watch of the poller. Labels come from closed sets; a mailbox is named by its id.
import type { MailboxFigures } from '@quittance/store/mailbox-figures';
import type { Metrics } from '@quittance/runtime/metrics';

export interface PollerMetrics {
  accepted(priority: 'live' | 'history', count: number): void;
  passedOver(count: number): void;
  failure(code: string): void;
  sessions(count: number): void;
  oldestCheck(seconds: number): void;
  /** Of each mailbox that this process reads; null when it reads it no longer. */
  mailbox(id: string, figures: MailboxFigures | null, now: Date): void;
}

export const NO_METRICS: PollerMetrics = { accepted() {}, passedOver() {}, failure() {}, sessions() {}, oldestCheck() {}, mailbox() {} };

export function pollerMetrics(metrics: Metrics): PollerMetrics {
  const accepted = metrics.counter('mail_accepted_total', 'Messages accepted, new ones only.', ['priority']);
  const passedOver = metrics.counter('mail_passed_over_total', 'Messages of the history that a first look passed over.');
  const failures = metrics.counter('mailbox_failures_total', 'Sessions that failed, by cause.', ['code']);
  const sessions = metrics.gauge('mailbox_sessions', 'Mailboxes this process reads.');
  const oldest = metrics.gauge('mailbox_oldest_check_seconds', 'Time since the mailbox checked longest ago was checked.');
  const each = {
    lastCheck: metrics.gauge('mailbox_last_check_seconds', 'Time since this mailbox was checked with success.', ['mailbox']),
    seen: metrics.gauge('mailbox_messages_seen', 'Messages that the server announced.', ['mailbox']),
    candidates: metrics.gauge('mailbox_messages_candidates', 'Messages that were read whole.', ['mailbox']),
    pending: metrics.gauge('mailbox_messages_pending', 'Messages that wait to be delivered or understood.', ['mailbox']),
    bytes: metrics.gauge('mailbox_received_bytes', 'Bytes received from the server since the mailbox was connected.', ['mailbox']),
    reconnects: metrics.gauge('mailbox_reconnects', 'Sessions after the first.', ['mailbox']),
  };
  return {
    accepted: (priority, count) => accepted.inc({ priority }, count),
    passedOver: (count) => passedOver.inc({}, count),
    failure: (code) => failures.inc({ code }),
    sessions: (count) => sessions.set(count),
    oldestCheck: (seconds) => oldest.set(seconds),
    mailbox(mailbox, figures, now) {
      if (!figures) {
        for (const gauge of Object.values(each)) gauge.remove({ mailbox });
        return;
      }
      const { checkedAt, seen, candidates, pending, bytesRead, reconnects } = figures;
      if (checkedAt) each.lastCheck.set({ mailbox }, (now.getTime() - Date.parse(checkedAt)) / 1000);
      each.seen.set({ mailbox }, seen);
      each.candidates.set({ mailbox }, candidates);
      each.pending.set({ mailbox }, pending);
      each.bytes.set({ mailbox }, bytesRead);
      each.reconnects.set({ mailbox }, reconnects);
    },
  };
}
