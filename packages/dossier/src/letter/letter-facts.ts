// What a letter may say of a subscription: names, dates, amounts and quotes as the timeline has them, in the language of the letter. What may be
// forged, and what was not read with certainty, is not in it.
import { decidingQuote } from '@quittance/domain/classification';
import { civilDateOf, type CivilDate } from '@quittance/domain/civil-date';
import type { SubscriptionEvent } from '@quittance/domain/event';
import type { MessageKind } from '@quittance/domain/event-kind';
import { domainOf } from '@quittance/domain/message';
import { formatDecimal, parseDecimal } from '@quittance/domain/money';
import type { Finding, Subscription } from '@quittance/domain/subscription';
import { dossierTexts } from '@quittance/i18n/dossier';
import { formatAmount, formatDate } from '@quittance/i18n/format';
import type { Language } from '@quittance/i18n/language';
import type { LetterFacts } from '@quittance/i18n/letters';
import type { Situation } from '@quittance/law/country-pack';
import { lawOn } from '@quittance/law/find-rules';
import { claimDeadlines, lateCharges } from '../late-charges.ts';
import { oneLine } from '../report/quoted.ts';
import { kindOf } from '../report/report-data.ts';

export interface LetterInput {
  readonly subscription: Subscription;
  readonly events: readonly SubscriptionEvent[];
  readonly corrections: ReadonlyMap<string, MessageKind>;
  readonly owner: { readonly name: string; readonly address: string | null; readonly country: string | null; readonly timeZone: string };
  readonly today: CivilDate;
}

const QUOTE_MAX = 220;

/** @param situations for which the law is cited, where the person's country has one in force */
export function letterFacts(input: LetterInput, situations: readonly Situation[], language: Language): LetterFacts {
  const { subscription, events, owner, today } = input;
  const { proof, merchant } = subscription;
  const date = (on: CivilDate) => formatDate(on, language);
  const dayOf = (event: SubscriptionEvent) => date(civilDateOf(event.occurredAt, owner.timeZone));
  const request = lastRequest(input);
  const confirmation = proof && events.find((event) => event.id === proof.eventId);
  const laws = situations.flatMap((situation) => lawOn(owner.country, situation, today) ?? []);
  const charges = lateCharges(subscription);
  const endsOn = confirmation ? (confirmation.endsOn ?? confirmation.effectiveOn ?? subscription.endsOn) : subscription.endsOn;
  return {
    today: date(today),
    sender: owner.name || null,
    account: owner.address,
    merchant: merchant.name,
    plan: subscription.plan,
    reference: subscription.reference,
    requestedAt: request ? dayOf(request) : null,
    requestQuote: request ? quoteOf(request) : null,
    confirmedAt: confirmation ? dayOf(confirmation) : null,
    confirmedBy: confirmation?.message ? domainOf(confirmation.message.fromAddress) || null : null,
    confirmQuote: confirmation ? quoteOf(confirmation) : null,
    endsOn: endsOn && date(endsOn),
    level: proof && `${proof.level} – ${dossierTexts(language).report.levels[proof.level]}`,
    isUnverifiable: proof?.level === 'D',
    charges: charges.map(({ values, since, until }) => ({
      on: date(values['charged_on'] ?? since),
      amount: values['amount'] && values['currency'] ? formatAmount(values['amount'], values['currency'], language) : null,
      refundedOn: until && date(until),
    })),
    total: totalOf(charges, language),
    silence: null,
    law:
      laws.length > 0
        ? laws.map((law) => `– ${law.citation[language]}${language === 'fr' ? ' ' : ''}: ${law.says[language]}`).join('\n')
        : null,
    deadlines: claimDeadlines(charges, owner.country, today).map(({ rail, on }) => ({ rail, on: date(on) })),
  };
}

/** The last request that counts, before or without a confirmation. */
export function lastRequest({ events, corrections }: Pick<LetterInput, 'events' | 'corrections'>): SubscriptionEvent | undefined {
  return events.findLast(
    (event) =>
      kindOf(event, corrections) === 'cancellation_requested' &&
      event.level !== 'R' &&
      (event.decided === 'auto' || corrections.has(event.id)),
  );
}

function quoteOf(event: SubscriptionEvent): string | null {
  const quote = decidingQuote(event.reasons);
  // The sentence around it brings its own stop.
  return quote && oneLine(quote, QUOTE_MAX).replace(/(?<!\.)\.$/, '');
}

function totalOf(charges: readonly Finding[], language: Language): string | null {
  const open = charges.filter((charge) => charge.until === null);
  const amounts = open.flatMap(({ values: { amount, currency } }) => (amount && currency ? (parseDecimal(amount, currency) ?? []) : []));
  const [first] = amounts;
  if (!first || amounts.length !== open.length || amounts.some((one) => one.currency !== first.currency)) return null;
  const sum = { amountMinor: amounts.reduce((total, one) => total + one.amountMinor, 0), currency: first.currency };
  return formatAmount(formatDecimal(sum), sum.currency, language);
}
