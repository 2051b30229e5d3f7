// A warning due at a time, where it goes, and the proof that it went.
import type { CivilDate } from './civil-date.ts';
import type { Instant } from './instant.ts';

export const ALERT_KINDS = [
  'renewal_notice',
  'trial_ending',
  'price_change',
  'cancel_by',
  'payment_failed',
  'cancellation_confirmed',
  'charged_after_cancellation',
  'confirmation_missing',
  'reactivated_unasked',
  'notice_missing',
  'duplicate_subscription',
  'suspicious_message',
  'mailbox_unreadable',
] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

export const CHANNEL_KINDS = ['email', 'webhook', 'ntfy', 'web_push'] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

/** What an alert says, as facts; wording is i18n's. The same object is the `data` of the webhook. */
export interface AlertData {
  readonly subscription_id: string | null;
  readonly event_id: string | null;
  readonly message_sha256: string | null;
  readonly merchant: string | null;
  readonly plan: string | null;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly period: string | null;
  readonly renews_on: string | null;
  readonly ends_on: string | null;
  readonly cancel_by: string | null;
  readonly cancel_by_stated?: true; // A mail names that day itself; left out where none does.
  readonly cancel_by_for?: 'price_change'; // That day is for who leaves because of the price, not the renewal's.
  /** Of a charge after the end: its day. */
  readonly charged_on?: CivilDate;
  /** … and how many after that end are open, this one with them; left out where it is the only one. */
  readonly open_charges?: number;
  /** … and the confirmation of that end, as it stands when the alert is read; left out where none is kept. */
  readonly proof_event_id?: string;
  readonly proof_level?: string;
  /** The words that matter, as the mail has them. */
  readonly quote: string | null;
  readonly level: string | null;
  /** The person had the mail erased since it was told; left out where not. */
  readonly erased?: true;
  /** For `mailbox_unreadable`: the address and the reason's code. */
  readonly mailbox: string | null;
  /** Elsewhere `probable` where the mail was read with doubt, `reminder` where no mail but the calendar is the cause. */
  readonly reason: string | null;
}

export interface NewAlert {
  readonly kind: AlertKind;
  /** One alert per key and user, whatever is read twice: `renewal_notice:<event id>`; with `:probable` behind it where the mail was read with doubt. */
  readonly dedupeKey: string;
  readonly dueAt: Instant;
  readonly data: AlertData;
  /**
   * Keys of alerts that may have told of the same thing under another name. Where one of them stands, was read as surely, reached every
   * channel that this one would, names the same price and says to cancel on the same day or an earlier one, this is no news.
   */
  readonly sameAs?: readonly string[];
  /** Keys of alerts beside which this one is no news: of what was read with doubt, the key under which it is told where it is read surely. */
  readonly unless?: readonly string[];
}

export interface Alert extends Omit<NewAlert, 'sameAs' | 'unless'> {
  readonly id: string;
  readonly createdAt: Instant;
  readonly seenAt: Instant | null;
}

export const EMPTY_ALERT_DATA: AlertData = {
  subscription_id: null,
  event_id: null,
  message_sha256: null,
  merchant: null,
  plan: null,
  amount: null,
  currency: null,
  period: null,
  renews_on: null,
  ends_on: null,
  cancel_by: null,
  quote: null,
  level: null,
  mailbox: null,
  reason: null,
};

/** Alerts of a mailbox that can't be read are known by this and when it began: whoever reads it next takes them back. */
export const unreadableKey = (mailboxId: string): string => `mailbox_unreadable:${mailboxId}:`;
