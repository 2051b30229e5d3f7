// What every channel gives the notifier: one attempt to send one delivery. The answer is the receipt; what went wrong is a
// TransientError (try again) or a PermanentError, with a code that i18n words for the person.
import type { ClaimedDelivery } from '@quittance/store/deliveries';

export interface Sending {
  readonly delivery: ClaimedDelivery;
  /** The channel's opened secret: a webhook's signing key, an ntfy credential. */
  readonly secret: string | null;
  readonly now: Date;
}

export type Send = (sending: Sending) => Promise<object>;
