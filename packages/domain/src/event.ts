// A dated fact in a subscription's life, citing its evidence. Events are append-only; everything else is folded from them.
import type { Level } from './authenticity.ts';
import { civilDateOf, type CivilDate } from './civil-date.ts';
import type { Decision, MerchantRef, Reason } from './classification.ts';
import type { EventKind, MessageKind } from './event-kind.ts';
import type { Instant } from './instant.ts';
import type { Money } from './money.ts';
import type { Period } from './period.ts';

/** What the fold needs to know of the message behind an event. */
interface EventMessage {
  /** SHA-256 of the raw bytes, hex. */
  readonly sha256: string;
  readonly rfcMessageId: string | null;
  readonly fromAddress: string;
  readonly subject: string;
  /** Date header. */
  readonly sentAt: Instant | null;
}

/** The line of a bank statement behind an event. */
export interface EventBankLine {
  readonly lineId: number;
  /** SHA-256 of the file, hex. */
  readonly fileSha256: string;
  readonly fileName: string;
  /** As the file names it; '' where it names none. */
  readonly account: string;
  readonly position: number;
  readonly bookedOn: CivilDate;
  /** As the bank wrote it. */
  readonly text: string;
  /** The payee that the line is known by from month to month. */
  readonly payeeKey: string;
}

export interface SubscriptionEvent {
  readonly id: string;
  /** Order of recording, per user: 1, 2, … Older mail read later has a higher number. */
  readonly seq: number;
  readonly kind: EventKind;
  readonly decided: Decision;
  readonly confidence: number;
  /** When it happened: the best of the message's clocks. */
  readonly occurredAt: Instant;
  /** The civil date the fact takes effect where the mail states one (end date, price change date). */
  readonly effectiveOn: CivilDate | null;
  readonly merchant: MerchantRef | null;
  readonly biller: string | null;
  readonly plan: string | null;
  readonly price: Money | null;
  readonly period: Period | null;
  readonly renewsOn: CivilDate | null;
  readonly endsOn: CivilDate | null;
  readonly noticePeriod: Period | null;
  readonly minimumTermEndsOn: CivilDate | null;
  /** The last day to cancel that the mail names. */
  readonly cancelBy: CivilDate | null;
  readonly reference: string | null;
  readonly language: string;
  readonly reasons: readonly Reason[];
  /** Authenticity of the message; null for the person's own entry and for a bank line. */
  readonly level: Level | null;
  readonly message: EventMessage | null;
  readonly source: 'mail' | 'person' | 'bank';
  /** Of an event with source `bank`. */
  readonly bankLine?: EventBankLine | null;
}

/**
 * What a bank booked and what the person said of their own have a day and no hour: their instant stands for that day and is told to nobody.
 * @returns null for a mail, which has its hour.
 */
export function dayWithoutHour(
  { source, bankLine, occurredAt }: Pick<SubscriptionEvent, 'source' | 'bankLine' | 'occurredAt'>,
  timeZone: string,
): CivilDate | null {
  if (source === 'mail') return null;
  if (bankLine) return bankLine.bookedOn;
  // Noon in UTC stands for the day that was said, though it is the next day's by now in the far east; any other hour is when a person said "today".
  return occurredAt.endsWith('T12:00:00.000Z') ? occurredAt.slice(0, 10) : civilDateOf(occurredAt, timeZone);
}

/** The person's word on an event: what it really is. The latest one counts; it never changes the level. */
export interface Correction {
  readonly eventId: string;
  readonly kind: MessageKind;
  readonly madeAt: Instant;
}
