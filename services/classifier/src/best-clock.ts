// Which of a message's clocks dates its event, and the civil date on which the fact takes effect. The Date header is the sender's word:
// it is taken where an independent clock agrees within two days, or where there is none and it lies in the past: else an old mail would
// count as today's. A mail without a Received header was not delivered but put into the mailbox by its owner (a bare .eml, a move from another
// provider): INTERNALDATE then tells when that was done, not when it was sent.
import type { Classification } from '@quittance/domain/classification';
import type { CivilDate } from '@quittance/domain/civil-date';
import type { Instant } from '@quittance/domain/instant';

export interface Clocks {
  /** Date header. */
  readonly sentAt: Instant | null;
  /** Topmost Received header. */
  readonly receivedAt: Instant | null;
  /** The server's INTERNALDATE. */
  readonly internalDate: Instant | null;
  /** When we read it. */
  readonly capturedAt: Instant;
}

const AGREEMENT_MS = 48 * 3_600_000;
/** Nobody subscribed by mail before; programs without a clock write the year 1970. */
const FIRST_MAIL = '1995-01-01';

/** When it reached the mailbox, as well as that is known; signatures are judged as of then. */
export function arrivedAt({ sentAt, receivedAt, internalDate, capturedAt }: Clocks): Instant {
  const sent = sentAt && sentAt <= capturedAt ? sentAt : null;
  return internalDate ?? receivedAt ?? sent ?? capturedAt;
}

export function occurredAt(clocks: Clocks, isDelivered: boolean): Instant {
  const { sentAt, receivedAt, internalDate } = clocks;
  const agrees = (clock: Instant | null) => clock && sentAt && Math.abs(Date.parse(clock) - Date.parse(sentAt)) <= AGREEMENT_MS;
  const putIn = !isDelivered && sentAt && internalDate && sentAt >= FIRST_MAIL && sentAt < internalDate;
  return sentAt && (agrees(receivedAt) || agrees(internalDate) || putIn) ? sentAt : arrivedAt(clocks);
}

export function effectiveOn({
  kind,
  endsOn,
  renewsOn,
  effectiveOn: stated,
}: Pick<Classification, 'kind' | 'endsOn' | 'renewsOn' | 'effectiveOn'>): CivilDate | null {
  switch (kind) {
    case 'cancellation_confirmed':
    case 'cancellation_requested':
    case 'expired':
    case 'paused':
      return endsOn;
    case 'trial_ending':
      return endsOn ?? renewsOn;
    case 'renewal_notice':
      return renewsOn;
    case 'price_change':
    case 'plan_changed':
      return stated ?? renewsOn;
    case 'signup':
    case 'trial_started':
    case 'renewal_charged':
    case 'payment_failed':
    case 'refund':
    case 'reactivated':
    case 'other':
      return null;
  }
}
