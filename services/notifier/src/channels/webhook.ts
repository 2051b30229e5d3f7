// Standard Webhooks 1.0: the id is the same at every attempt, the signature covers id, time of the attempt and body. Beside the alert it carries the
// head of the evidence log, so that the receiver becomes a witness of it.
import { EMPTY_ALERT_DATA } from '@quittance/domain/alert';
import { PermanentError } from '@quittance/domain/errors';
import type { ClaimedDelivery } from '@quittance/store/deliveries';
import { Webhook } from 'standardwebhooks';
import type { LogHead } from '../log-head.ts';
import { postToReceiver, type PostDeps } from './post-to-receiver.ts';
import type { Send } from './send.ts';

export interface WebhookDeps extends PostDeps {
  readonly headOf: (delivery: ClaimedDelivery) => Promise<LogHead | null>;
}

export function createWebhookSender(deps: WebhookDeps): Send {
  return async ({ delivery, secret, now }) => {
    if (!secret) throw new PermanentError('cannot_decrypt', 'the channel has no signing secret');
    const body = webhookBody(delivery, await deps.headOf(delivery));
    const headers = {
      'content-type': 'application/json',
      'webhook-id': delivery.id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign(delivery.id, now, body),
    };
    return postToReceiver(deps, { url: delivery.channel.target, headers, body });
  };
}

/** The same bytes at every attempt. */
function webhookBody({ alert, createdAt }: ClaimedDelivery, head: LogHead | null): string {
  return JSON.stringify({
    type: alert ? `alert.${alert.kind}` : 'alert.test',
    timestamp: alert?.createdAt ?? createdAt,
    data: alert?.data ?? EMPTY_ALERT_DATA,
    evidence_log: head && { checkpoint: head.note, key: head.verifierKey },
  });
}
