// State folded from events. `FoldedSubscription` knows no clock; `Subscription` is that state seen at a moment.
import type { Level } from './authenticity.ts';
import type { CivilDate } from './civil-date.ts';
import type { MerchantRef } from './classification.ts';
import type { Instant } from './instant.ts';
import type { Money } from './money.ts';
import type { Period } from './period.ts';

export const SUBSCRIPTION_STATUSES = [
  'trial',
  'active',
  'past_due',
  'paused',
  'cancel_requested',
  'cancelled',
  'ended',
  'unknown',
] as const;
export type SubscriptionStatus = (typeof SUBSCRIPTION_STATUSES)[number];

export const FINDING_KINDS = [
  'charged_after_cancellation',
  'confirmation_missing',
  'request_not_delivered',
  'reactivated_unasked',
  'price_increased',
  'payment_failed',
  'cancel_by',
  'notice_missing',
  'suspicious_message',
  'silent_merchant',
  'duplicate_subscription',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

export interface Finding {
  readonly kind: FindingKind;
  readonly since: CivilDate;
  /** The last day on which it needs the person: the day of the refund that settled it, of the deadline, or when it is no news any more. */
  readonly until: CivilDate | null;
  readonly eventId: string | null;
  /** Values for the wording in i18n; the CLI's `explanation` is rendered from them. */
  readonly values: Readonly<Record<string, string>>;
  /** Other events that tell the same. Older mail read later may put one of them into the place of `eventId`: what was said of the finding holds. */
  readonly witnesses?: readonly string[];
}

export interface MeterElement {
  readonly present: boolean;
  readonly quote: string | null;
}

/** Which elements a confirmation needs are in it (design §7). */
export interface ProofMeter {
  readonly who: MeterElement;
  readonly contract: MeterElement;
  readonly receivedAt: MeterElement;
  readonly endsOn: MeterElement;
  readonly effects: MeterElement;
  readonly noFurtherCharge: MeterElement;
}

export interface Proof {
  readonly eventId: string;
  readonly rfcMessageId: string | null;
  readonly messageSha256: string | null;
  readonly level: Level;
  readonly meter: ProofMeter;
}

/** The price from a day on. */
export interface PricePoint {
  readonly from: CivilDate;
  readonly price: Money;
  readonly period: Period | null;
  readonly eventId: string;
}

/** A mail that announced something: what the law asks to be announced in time is looked for among these. */
export interface Notice {
  readonly what: 'renewal' | 'trial_end' | 'price_change';
  readonly on: CivilDate;
  /** The day that it announces, where it names one. */
  readonly of: CivilDate | null;
  /** The last day to cancel before a renewal or the end of a trial, where it names one and was read without doubt. */
  readonly cancelBy?: CivilDate;
  readonly eventId: string;
}

/** A cancellation that was asked for and waits for its confirmation. */
export interface CancellationRequest {
  readonly on: CivilDate;
  readonly eventId: string;
  /** By the web or a mail: only then the law's clocks for electronic cancellations run. */
  readonly online: boolean;
  /** Events that asked again. */
  readonly again?: readonly string[];
  /** The newest mail that looks like the confirmation and was read with doubt: the person is asked. */
  readonly answer?: { readonly on: CivilDate; readonly eventId: string };
}

/** The last day to cancel, as a mail names it. */
export interface StatedDeadline {
  readonly on: CivilDate;
  /** Of that mail. */
  readonly eventId: string;
  /** The renewal it was stated for, once that is known: with it the day is over. */
  readonly of: CivilDate | null;
  /** Of the most authentic mail that named a day for that renewal: one of a lesser level moves the day no later. null for the person's own word. */
  readonly level: Level | null;
  /** Other mails that name the same day. */
  readonly witnesses?: readonly string[];
}

/** The last day on which a change of the price lets the person leave. */
export interface LeaveDay extends Omit<StatedDeadline, 'of'> {
  /** From when on which price is due, where a mail says so: by these, two mails are known to be of one change. */
  readonly from: CivilDate | null;
  readonly to: Money | null;
}

export interface FoldedSubscription {
  /** Stable: derived from the earliest *recorded* event, so that older mail read later does not change it. */
  readonly id: string;
  readonly merchant: MerchantRef;
  readonly biller: string | null;
  readonly plan: string | null;
  /** Status by the events alone; time may turn it (see `Subscription`). */
  readonly status: SubscriptionStatus;
  readonly startedOn: CivilDate | null;
  readonly renewsOn: CivilDate | null;
  readonly endsOn: CivilDate | null;
  readonly noticePeriod: Period | null;
  readonly minimumTermEndsOn: CivilDate | null;
  readonly deadline: StatedDeadline | null;
  /** Until when it can be left because its price changes, the earliest first: days of their own, which say nothing of the renewal. Absent where an
   * older release folded. */
  readonly leaveDays?: readonly LeaveDay[];
  readonly price: Money | null;
  readonly period: Period | null;
  /** What another welcome of the same days named instead: no charge has shown yet which of the two holds. */
  readonly otherPrice?: PricePoint;
  readonly reference: string | null;
  readonly proof: Proof | null;
  /** The day of the first event. */
  readonly firstSeenOn: CivilDate;
  readonly request: CancellationRequest | null;
  /** The newest ones, oldest first. */
  readonly notices: readonly Notice[];
  /** Days of the newest charges, oldest first. */
  readonly chargedOn: readonly CivilDate[];
  /** How many charges the merchant told of by mail, in all its subscriptions of this person. */
  readonly merchantReceipts: number;
  /** Every price, oldest first. */
  readonly prices: readonly PricePoint[];
  /** Entered by the person, and never written about: only they can say that it ended. */
  readonly isEntered: boolean;
  /** What the person set themselves. */
  readonly ownTerms: readonly OwnTerm[];
  readonly lastEventAt: Instant;
  /** In order of `occurredAt`, then `seq`. */
  readonly eventIds: readonly string[];
  /** Findings that need no clock. */
  readonly findings: readonly Finding[];
}

export type OwnTerm = 'noticePeriod' | 'minimumTermEndsOn' | 'renewsOn' | 'price' | 'period';

/** A finding that the person put aside. */
export interface FindingAside {
  readonly finding: Finding;
  /** The act to undo. */
  readonly actId: string;
  /** The last day on which it stays away; null: for good. */
  readonly until: CivilDate | null;
  readonly reason: string | null;
}

/** A subscription as it stands at a moment: status with time applied, clock-driven findings, `cancelBy`. `findings` are those not put aside. */
export interface Subscription extends FoldedSubscription {
  readonly cancelBy: CivilDate | null;
  readonly aside: readonly FindingAside[];
}
