// The claim: the few sentences for which the dossier exists, no stronger than what the messages bear. Without a confirmation it says so.
import { domainOf } from '@quittance/domain/message';
import type { SubscriptionEvent } from '@quittance/domain/event';
import type { Finding } from '@quittance/domain/subscription';
import type { DossierTexts } from '@quittance/i18n/dossier';
import { formatAmount, formatDate, formatInstant } from '@quittance/i18n/format';
import type { Language } from '@quittance/i18n/language';
import { isDatedBySender } from '../dated-by-sender.ts';
import { lateCharges } from '../late-charges.ts';
import { knownBy, lastRequest } from '../letter/letter-facts.ts';
import { kindOf, type ReportData } from './report-data.ts';

export interface Claim {
  readonly sentence: string;
  /** What follows from it or limits it. */
  readonly further: readonly string[];
}

export function stateClaim(data: ReportData, texts: DossierTexts['report'], language: Language): Claim {
  const { subscription, events, corrections, today } = data;
  const t = texts.claim;
  const date = (on: string) => formatDate(on, language);
  const name = subscriptionName(data);
  const proof = subscription.proof;
  const confirmation = proof && events.find((event) => event.id === proof.eventId);
  const charged = chargedSentences(data, t, language);
  if (proof && confirmation) {
    const at = texts.utc(formatInstant(confirmation.occurredAt, language));
    const who = domainOf(confirmation.message?.fromAddress ?? '') || subscription.merchant.name;
    const ends = confirmation.endsOn ?? confirmation.effectiveOn;
    const again = events.findLast((event) => kindOf(event, corrections) === 'reactivated' && event.occurredAt > confirmation.occurredAt);
    return {
      // Whoever wrote an unverifiable mail, it is not the merchant who "confirmed".
      sentence: (proof.level === 'D' ? t.confirmedUnverified : t.confirmed)(at, who, name, ends && date(ends)),
      further: [
        ...charged,
        ...(again ? [t.reactivated(date(again.occurredAt.slice(0, 10)))] : []),
        t.authenticity(proof.level, texts.levels[proof.level]),
        ...(isSendersDate(data, confirmation) ? [t.datedBySender] : []),
      ],
    };
  }
  const probable = events.some(
    (event) => event.decided !== 'auto' && !corrections.has(event.id) && event.kind === 'cancellation_confirmed',
  );
  const further = [...(probable ? [t.probable] : []), ...charged];
  const request = lastRequest(data);
  if (subscription.status === 'cancel_requested' && request)
    return { sentence: requestedSentence(request, data, texts, language), further };
  if (subscription.status === 'ended') return { sentence: t.ended(name, subscription.endsOn && date(subscription.endsOn)), further };
  return { sentence: t.none(name, date(today)), further };
}

// Only a mail of the merchant acknowledges a request; the person's own mail or word is called theirs.
function requestedSentence(
  request: SubscriptionEvent,
  data: Pick<ReportData, 'subscription' | 'today'>,
  { claim: t, utc }: DossierTexts['report'],
  language: Language,
): string {
  const until = formatDate(data.today, language);
  const at = utc(formatInstant(request.occurredAt, language));
  switch (knownBy(request)) {
    case 'merchant':
      return t.requested(at, subscriptionName(data), until);
    case 'own_mail':
      return t.requestedByMail(at, subscriptionName(data), until);
    case 'own_word':
      return t.requestedByWord(formatDate(request.occurredAt.slice(0, 10), language), subscriptionName(data), until);
  }
}

/** Whether nobody but its sender says when the confirmation came. */
function isSendersDate({ messages }: Pick<ReportData, 'messages'>, { occurredAt, message }: SubscriptionEvent): boolean {
  const file = messages.find(({ sha256 }) => sha256 === message?.sha256);
  return file !== undefined && isDatedBySender({ ...file, occurredAt });
}

export function subscriptionName({ subscription: { merchant, plan } }: Pick<ReportData, 'subscription'>): string {
  return plan ? `${merchant.name} (${plan})` : merchant.name;
}

/** The newest; the others are listed under the timeline. */
const CHARGES_MAX = 3;

function chargedSentences({ subscription, events }: ReportData, t: DossierTexts['report']['claim'], language: Language): string[] {
  const charges = lateCharges(subscription);
  const named = charges.slice(-CHARGES_MAX).map((finding) => chargedSentence(finding, events, t, language));
  return charges.length > CHARGES_MAX ? [...named, t.moreCharged(charges.length - CHARGES_MAX)] : named;
}

// Whoever says so is named: a message may be wrong, or not what it seems.
function chargedSentence(
  { values, since, until, eventId }: Finding,
  events: readonly SubscriptionEvent[],
  t: DossierTexts['report']['claim'],
  language: Language,
): string {
  const date = (on: string) => formatDate(on, language);
  const { amount, currency, ended_on: endedOn } = values;
  const source = events.find((event) => event.id === eventId)?.source ?? 'mail';
  const what = amount && currency ? formatAmount(amount, currency, language) : t.aPayment;
  return t.charged(t.accordingTo[source], what, date(values['charged_on'] ?? since), endedOn ? date(endedOn) : null, until && date(until));
}
