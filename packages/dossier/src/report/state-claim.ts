// The claim: the few sentences for which the dossier exists, no stronger than what the messages bear. Without a confirmation it says so.
import { domainOf } from '@quittance/domain/message';
import type { Finding } from '@quittance/domain/subscription';
import type { DossierTexts } from '@quittance/i18n/dossier';
import { formatAmount, formatDate, formatInstant } from '@quittance/i18n/format';
import type { Language } from '@quittance/i18n/language';
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
  const charges = subscription.findings.filter((finding) => finding.kind === 'charged_after_cancellation');
  const charged = charges.map((finding) => chargedSentence(finding, t, language));
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
      ],
    };
  }
  const probable = events.some(
    (event) => event.decided !== 'auto' && !corrections.has(event.id) && event.kind === 'cancellation_confirmed',
  );
  const further = [...(probable ? [t.probable] : []), ...charged];
  const request = events.findLast((event) => kindOf(event, corrections) === 'cancellation_requested' && event.level !== 'R');
  if (subscription.status === 'cancel_requested' && request) {
    return { sentence: t.requested(texts.utc(formatInstant(request.occurredAt, language)), name, date(today)), further };
  }
  if (subscription.status === 'ended') return { sentence: t.ended(name, subscription.endsOn && date(subscription.endsOn)), further };
  return { sentence: t.none(name, date(today)), further };
}

export function subscriptionName({ subscription: { merchant, plan } }: Pick<ReportData, 'subscription'>): string {
  return plan ? `${merchant.name} (${plan})` : merchant.name;
}

function chargedSentence({ values, since, until }: Finding, t: DossierTexts['report']['claim'], language: Language): string {
  const { amount, currency } = values;
  return t.charged(
    amount && currency ? formatAmount(amount, currency, language) : t.aPayment,
    formatDate(values['charged_on'] ?? since, language),
    until && formatDate(until, language),
  );
}
