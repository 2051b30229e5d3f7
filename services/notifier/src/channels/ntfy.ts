// ntfy: a POST to the topic with the text as body. The sequence id makes servers from 2.16 on replace a message that comes twice.
import type { AlertKind } from '@quittance/domain/alert';
import type { Message } from '../render-alert.ts';
import { postToReceiver, type PostDeps } from './post-to-receiver.ts';
import { LOUD_KINDS, type Send, type Sending } from './send.ts';

export interface NtfyDeps extends PostDeps {
  readonly render: (sending: Sending) => Promise<Message>;
}

const TAGS: Readonly<Record<AlertKind, string>> = {
  renewal_notice: 'calendar',
  trial_ending: 'hourglass_flowing_sand',
  price_change: 'chart_with_upwards_trend',
  cancel_by: 'alarm_clock',
  payment_failed: 'credit_card',
  cancellation_confirmed: 'white_check_mark',
  charged_after_cancellation: 'rotating_light',
  confirmation_missing: 'mailbox_with_no_mail',
  reactivated_unasked: 'rotating_light',
  notice_missing: 'scroll',
  duplicate_subscription: 'heavy_dollar_sign',
  suspicious_message: 'warning',
  mailbox_unreadable: 'warning',
};

export function createNtfySender(deps: NtfyDeps): Send {
  return async (sending) => {
    const { delivery, secret } = sending;
    const message = await deps.render(sending);
    const kind = delivery.alert?.kind;
    const headers = {
      'content-type': 'text/plain; charset=utf-8',
      title: encodeHeader(message.subject),
      tags: kind ? TAGS[kind] : 'wave',
      priority: kind && LOUD_KINDS.has(kind) ? 'high' : 'default',
      ...(message.link ? { click: message.link } : {}),
      ...(secret ? { authorization: authorization(secret) } : {}),
      'idempotency-key': delivery.id,
      'x-sequence-id': delivery.id,
    };
    return postToReceiver(deps, { url: delivery.channel.target, headers, body: message.short });
  };
}

// An access token alone, or user and password.
function authorization(secret: string): string {
  return secret.includes(':') ? `Basic ${Buffer.from(secret).toString('base64')}` : `Bearer ${secret}`;
}

// Header values are ASCII on the wire; ntfy reads RFC 2047 words, of which one may hold 75 characters: cut on whole characters.
function encodeHeader(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const words: string[] = [];
  let word = '';
  for (const character of text) {
    if (Buffer.byteLength(word + character) > 45) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  return [...words, word].map((part) => `=?UTF-8?B?${Buffer.from(part).toString('base64')}?=`).join(' ');
}
