// What the operator can watch of the notifier. Labels come from closed sets.
import type { ChannelKind } from '@quittance/domain/alert';
import type { Metrics } from '@quittance/runtime/metrics';
import type { DeliveryResult } from './deliver-alert.ts';

export interface NotifierMetrics {
  attempt(channel: ChannelKind, result: DeliveryResult): void;
}

export const NO_METRICS: NotifierMetrics = { attempt() {} };

export function notifierMetrics(metrics: Metrics): NotifierMetrics {
  const attempts = metrics.counter('alert_attempts_total', 'Attempts to deliver an alert, by channel and result.', ['channel', 'result']);
  return { attempt: (channel, result) => attempts.inc({ channel, result }) };
}
