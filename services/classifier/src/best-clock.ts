// Which of a message's clocks dates its event, and the civil date on which the fact takes effect. The Date header is the sender's word:
// it is taken only where an independent clock agrees within two days.
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

/** Also the time as of which signatures are judged. */
export function arrivedAt(clocks: Clocks): Instant {
  return clocks.internalDate ?? clocks.receivedAt ?? clocks.capturedAt;
}

export function occurredAt(clocks: Clocks): Instant {
  const { sentAt, receivedAt, internalDate } = clocks;
  const agrees = [receivedAt, internalDate].some(
    (clock) => clock && sentAt && Math.abs(Date.parse(clock) - Date.parse(sentAt)) <= AGREEMENT_MS,
  );
  return sentAt && agrees ? sentAt : arrivedAt(clocks);
}

export function effectiveOn({ kind, endsOn, renewsOn }: Pick<Classification, 'kind' | 'endsOn' | 'renewsOn'>): CivilDate | null {
  switch (kind) {
    case 'cancellation_confirmed':
    case 'cancellation_requested':
    case 'expired':
    case 'paused':
      return endsOn;
    case 'trial_ending':
      return endsOn ?? renewsOn;
    case 'renewal_notice':
    case 'price_change':
    case 'plan_changed':
      return renewsOn;
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
