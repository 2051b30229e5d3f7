// The kinds of subscription mail (design §4). One per message, or `other`.

export const EVENT_KINDS = [
  'signup', // a paid plan started
  'trial_started',
  'trial_ending',
  'renewal_notice', // an upcoming renewal, nothing charged yet
  'renewal_charged', // receipt or invoice of a recurring payment
  'price_change',
  'payment_failed',
  'cancellation_requested', // request received, ticket opened, will be processed: not a cancellation
  'cancellation_confirmed', // cancelled, auto-renewal off, will end on
  'expired', // ended without a cancellation
  'refund',
  'paused',
  'reactivated',
  'plan_changed',
] as const;

export type EventKind = (typeof EVENT_KINDS)[number];
export type MessageKind = EventKind | 'other';

export function isEventKind(text: string): text is EventKind {
  return (EVENT_KINDS as readonly string[]).includes(text);
}
