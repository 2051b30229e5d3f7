// What every channel gives the notifier: one attempt to send one delivery. The answer is the receipt; what went wrong is a
// TransientError (try again) or a PermanentError, with a code that i18n words for the person.
import type { AlertKind } from '@quittance/domain/alert';
import { URGENT_KINDS } from '@quittance/domain/alert-preferences';
import type { ClaimedDelivery } from '@quittance/store/deliveries';

export interface Sending {
  readonly delivery: ClaimedDelivery;
  /** The channel's opened secret: a webhook's signing key, an ntfy credential. */
  readonly secret: string | null;
  readonly now: Date;
}

export type Send = (sending: Sending) => Promise<object>;

/** What may wake a phone that sleeps: what quiet hours don't hold up either, and what waits for an answer within days. */
export const LOUD_KINDS: ReadonlySet<AlertKind> = new Set([...URGENT_KINDS, 'cancel_by', 'reactivated_unasked', 'suspicious_message']);
