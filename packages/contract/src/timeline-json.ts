// `timeline --json` and GET /api/v1/subscriptions: subscriptions with their events and findings, as design §11 has them. Names and
// shapes are a contract: add, never rename.
import { findingId } from '@quittance/domain/finding-id';
import type { MessageKind } from '@quittance/domain/event-kind';
import type { EventBankLine, SubscriptionEvent } from '@quittance/domain/event';
import { formatDecimal } from '@quittance/domain/money';
import type { Finding, FoldedSubscription, MeterElement, Proof, ProofMeter, Subscription } from '@quittance/domain/subscription';
import type { Viewpoint } from '@quittance/domain/viewpoint';
import { explainFinding } from '@quittance/i18n/findings';
import type { Language } from '@quittance/i18n/language';
import { asOf } from '@quittance/timeline/as-of';

export interface TimelineJson {
  subscriptions: SubscriptionJson[];
  unattached: EventJson[];
}

export interface SubscriptionJson {
  id: string;
  merchant: { id: string; name: string; domains: string[] };
  biller: string | null;
  plan: string | null;
  status: string;
  started_on: string | null;
  renews_on: string | null;
  cancel_by: string | null;
  ends_on: string | null;
  price: { amount: string; currency: string; period: string | null } | null;
  proof: ProofJson | null;
  events: EventJson[];
  findings: FindingJson[];
}

interface ProofJson {
  message_id: string | null;
  event_id: string;
  level: string;
  meter: MeterJson;
}

interface MeterElementJson {
  present: boolean;
  quote: string | null;
}

interface MeterJson {
  who: MeterElementJson;
  contract: MeterElementJson;
  received_at: MeterElementJson;
  ends_on: MeterElementJson;
  effects: MeterElementJson;
  no_further_charge: MeterElementJson;
}

export interface EventJson {
  id: string;
  kind: string;
  decided: string;
  confidence: number;
  occurred_at: string;
  effective_on: string | null;
  amount: string | null;
  currency: string | null;
  message: { sha256: string; message_id: string | null; from: string; subject: string; sent_at: string | null } | null;
  level: string | null;
  /** Only of events that a bank statement told: the line, as the bank wrote it. */
  bank_line?:
    | { statement_sha256: string; statement: string; position: number; booked_on: string; text: string; payee_key: string }
    | undefined;
}

export interface FindingJson {
  id: string;
  kind: string;
  since: string;
  until: string | null;
  event_id: string | null;
  explanation: string;
}

export interface TimelineInput {
  readonly subscriptions: readonly FoldedSubscription[];
  /** At least all events that the subscriptions name; those beyond belong to none and are listed as unattached. */
  readonly events: readonly SubscriptionEvent[];
  /** The person's latest word on an event, by event id. */
  readonly corrections: ReadonlyMap<string, MessageKind>;
  readonly viewpoint: Viewpoint;
  readonly language: Language;
}

export function timelineJson(input: TimelineInput): TimelineJson {
  const events = new Map(input.events.map((event) => [event.id, event]));
  const attached = new Set(input.subscriptions.flatMap((subscription) => subscription.eventIds));
  return {
    subscriptions: input.subscriptions.map((folded) => subscriptionJson(asOf(folded, input.viewpoint), events, input)),
    unattached: input.events
      .filter((event) => !attached.has(event.id) && input.corrections.get(event.id) !== 'other')
      .map((event) => eventJson(event, input.corrections)),
  };
}

export function subscriptionJson(
  subscription: Subscription,
  events: ReadonlyMap<string, SubscriptionEvent>,
  input: Pick<TimelineInput, 'corrections' | 'language'>,
): SubscriptionJson {
  const { merchant, price } = subscription;
  return {
    id: subscription.id,
    merchant: { id: merchant.id, name: merchant.name, domains: [...merchant.domains] },
    biller: subscription.biller,
    plan: subscription.plan,
    status: subscription.status,
    started_on: subscription.startedOn,
    renews_on: subscription.renewsOn,
    cancel_by: subscription.cancelBy,
    ends_on: subscription.endsOn,
    price: price && { amount: formatDecimal(price), currency: price.currency, period: subscription.period },
    proof: subscription.proof && proofJson(subscription.proof),
    events: subscription.eventIds.flatMap((id) => {
      const event = events.get(id);
      return event ? [eventJson(event, input.corrections)] : [];
    }),
    findings: subscription.findings.map((finding) => findingJson(subscription.id, finding, input.language)),
  };
}

/** `kind` is the person's word where they gave one. */
export function eventJson(event: SubscriptionEvent, corrections: ReadonlyMap<string, MessageKind>): EventJson {
  return {
    id: event.id,
    kind: corrections.get(event.id) ?? event.kind,
    decided: event.decided,
    confidence: event.confidence,
    occurred_at: event.occurredAt,
    effective_on: event.effectiveOn,
    amount: event.price && formatDecimal(event.price),
    currency: event.price?.currency ?? null,
    message: event.message && {
      sha256: event.message.sha256,
      message_id: event.message.rfcMessageId,
      from: event.message.fromAddress,
      subject: event.message.subject,
      sent_at: event.message.sentAt,
    },
    level: event.level,
    ...(event.bankLine ? { bank_line: bankLineJson(event.bankLine) } : {}),
  };
}

function bankLineJson({ fileSha256, fileName, position, bookedOn, text, payeeKey }: EventBankLine) {
  return { statement_sha256: fileSha256, statement: fileName, position, booked_on: bookedOn, text, payee_key: payeeKey };
}

export function findingJson(subscriptionId: string, finding: Finding, language: Language): FindingJson {
  return {
    id: findingId(subscriptionId, finding),
    kind: finding.kind,
    since: finding.since,
    until: finding.until,
    event_id: finding.eventId,
    explanation: explainFinding(finding, language),
  };
}

function proofJson(proof: Proof): ProofJson {
  return { message_id: proof.rfcMessageId, event_id: proof.eventId, level: proof.level, meter: meterJson(proof.meter) };
}

function meterJson(meter: ProofMeter): MeterJson {
  return {
    who: element(meter.who),
    contract: element(meter.contract),
    received_at: element(meter.receivedAt),
    ends_on: element(meter.endsOn),
    effects: element(meter.effects),
    no_further_charge: element(meter.noFurtherCharge),
  };
}

function element({ present, quote }: MeterElement): MeterElementJson {
  return { present, quote };
}
