// Web push: the alert, sealed for one browser, handed to the push service of its maker. That service learns where to and how much, not what. The
// topic makes it replace a message that comes twice; a subscription that is gone ends the channel, visibly.
import { createHash } from 'node:crypto';
import { PermanentError } from '@quittance/domain/errors';
import type { Message } from '../render-alert.ts';
import { encryptPush, PAYLOAD_BYTES_MAX, vapidHeader, type VapidKeys } from './encrypt-push.ts';
import { postToReceiver, type PostDeps } from './post-to-receiver.ts';
import { LOUD_KINDS, type Send, type Sending } from './send.ts';

export interface WebPushDeps extends PostDeps {
  readonly render: (sending: Sending) => Promise<Message>;
  readonly vapid: () => Promise<VapidKeys>;
  /** PUBLIC_URL, or null. */
  readonly contact: string | null;
}

/** An alert that a sleeping phone gets four days late still says something. */
const TTL_SECONDS = 4 * 86_400;
const DEFAULT_CONTACT = 'mailto:quittance@localhost';

export function createWebPushSender(deps: WebPushDeps): Send {
  return async (sending) => {
    const { delivery, secret, now } = sending;
    if (!secret) throw new PermanentError('push_gone', 'the browser’s keys are not there');
    const { p256dh, auth } = JSON.parse(secret) as { p256dh: string; auth: string };
    const message = await deps.render(sending);
    const kind = delivery.alert?.kind;
    const body = encryptPush(payloadOf(message, delivery.id), {
      p256dh: Buffer.from(p256dh, 'base64url'),
      auth: Buffer.from(auth, 'base64url'),
    });
    const url = delivery.channel.target;
    const headers = {
      'content-type': 'application/octet-stream',
      'content-encoding': 'aes128gcm',
      ttl: String(TTL_SECONDS),
      urgency: kind && LOUD_KINDS.has(kind) ? 'high' : 'normal',
      // At most 32 characters of the base64url alphabet (RFC 8030 §5.4).
      topic: createHash('sha256').update(delivery.id).digest('base64url').slice(0, 32),
      authorization: vapidHeader(url, contactOf(deps.contact), await deps.vapid(), now),
    };
    return postToReceiver(deps, { url, headers, body, gone: { statuses: [404, 410], code: 'push_gone' } });
  };
}

// Push services want an address they can reach us at; a name of this machine alone is none.
function contactOf(publicUrl: string | null): string {
  return publicUrl?.startsWith('https:') ? publicUrl : DEFAULT_CONTACT;
}

// Cut so that it fits: the sentence is on the page too.
function payloadOf({ subject, short, link }: Message, id: string): Buffer {
  const path = link === null ? '/alerts' : new URL(link).pathname;
  for (let length = short.length; ; length = Math.floor(length / 2)) {
    const text = length < short.length ? `${short.slice(0, length).toWellFormed()}…` : short;
    const payload = Buffer.from(JSON.stringify({ id, title: subject.slice(0, 300), body: text, path }));
    if (payload.length <= PAYLOAD_BYTES_MAX || length === 0) return payload;
  }
}
