// Whether the day of a message rests on its sender's word alone: no server that passed it on noted when, and the mailbox took it in at another time
// (put there by its owner) or nobody knows when. The sender's date is then used for want of a better one, and whoever relies on it is told.
import type { Instant } from '@quittance/domain/instant';

export interface DatedMessage {
  readonly occurredAt: Instant;
  readonly sentAt: Instant | null;
  readonly receivedAt: Instant | null;
  readonly internalDate: Instant | null;
}

/** As near as a mailbox's own time bears the sender's out. */
const AGREEMENT_MS = 48 * 3_600_000;

export function isDatedBySender({ occurredAt, sentAt, receivedAt, internalDate }: DatedMessage): boolean {
  if (sentAt === null || receivedAt !== null || Date.parse(occurredAt) !== Date.parse(sentAt)) return false;
  return internalDate === null || Math.abs(Date.parse(internalDate) - Date.parse(sentAt)) > AGREEMENT_MS;
}
