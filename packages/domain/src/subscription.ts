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
  readonly until: CivilDate | null;
  readonly eventId: string | null;
  /** Values for the wording in i18n; the CLI's `explanation` is rendered from them. */
  readonly values: Readonly<Record<string, string>>;
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
  readonly price: Money | null;
  readonly period: Period | null;
  readonly reference: string | null;
  readonly proof: Proof | null;
  readonly lastEventAt: Instant;
  /** In order of `occurredAt`, then `seq`. */
  readonly eventIds: readonly string[];
  /** Findings that need no clock. */
  readonly findings: readonly Finding[];
}

/** A subscription as it stands at a moment: status with time applied, clock-driven findings, `cancelBy`. */
export interface Subscription extends FoldedSubscription {
  readonly cancelBy: CivilDate | null;
}
