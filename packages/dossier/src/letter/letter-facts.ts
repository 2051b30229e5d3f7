// What a letter may say of a subscription: names, dates, amounts and quotes as the timeline has them, in the language of the letter. What may be
// forged, and what was not read with certainty, is not in it.
import { decidingQuote, OWN_REQUEST, type MerchantRef } from '@quittance/domain/classification';
import { civilDateOf, type CivilDate } from '@quittance/domain/civil-date';
import type { SubscriptionEvent } from '@quittance/domain/event';
import type { MessageKind } from '@quittance/domain/event-kind';
import { domainOf } from '@quittance/domain/message';
import { CANCELLED_BY } from '@quittance/domain/hand';
import { formatDecimal, type Money } from '@quittance/domain/money';
import type { Subscription } from '@quittance/domain/subscription';
import { dossierTexts } from '@quittance/i18n/dossier';
import { billerName, formatAmount, formatDate } from '@quittance/i18n/format';
import type { Language } from '@quittance/i18n/language';
import { letterTexts, type LetterFacts, type RunningFacts } from '@quittance/i18n/letters';
import { ownWordTexts } from '@quittance/i18n/own-word';
import type { LegalRule, Situation } from '@quittance/law/country-pack';
import { lawOn } from '@quittance/law/find-rules';
import { bouncedId } from '@quittance/timeline/requests';
import { claimDeadlines } from '../late-charges.ts';
import { oneLine } from '../report/quoted.ts';
import { kindOf } from '../report/report-data.ts';
import type { DisputedCharge } from './disputed-charges.ts';
import { isRunning, lastDayAhead, minimumTermAhead, renewalAhead, riseAhead, unannouncedRenewal } from './running-contract.ts';
import { unaskedReactivation } from './unasked-reactivation.ts';

export interface LetterInput {
  readonly subscription: Subscription;
  readonly events: readonly SubscriptionEvent[];
  readonly corrections: ReadonlyMap<string, MessageKind>;
  /** Of the same merchant, read with doubt and perhaps of this contract. */
  readonly doubted?: readonly SubscriptionEvent[];
  readonly owner: { readonly name: string; readonly address: string | null; readonly country: string | null; readonly timeZone: string };
  readonly today: CivilDate;
}

const QUOTE_MAX = 220;

/** What a letter is about. */
export interface Matter {
  /** For which the law is cited, where the person's country has one in force. */
  readonly situations: readonly Situation[];
  readonly charges: readonly DisputedCharge[];
}

export function letterFacts(input: LetterInput, { situations, charges }: Matter, language: Language): LetterFacts {
  const { subscription, events, owner, today } = input;
  const { proof, merchant } = subscription;
  const date = (on: CivilDate) => formatDate(on, language);
  const dayOf = (event: SubscriptionEvent) => date(civilDateOf(event.occurredAt, owner.timeZone));
  const confirmation = proof && events.find((event) => event.id === proof.eventId);
  const request = lastRequest(input) ?? (confirmation ? undefined : statedCancellation(input));
  const reactivation = unaskedReactivation(subscription);
  const laws = situations.flatMap((situation) => lawOn(owner.country, situation, today) ?? []);
  const endsOn = confirmation ? (confirmation.endsOn ?? confirmation.effectiveOn ?? subscription.endsOn) : subscription.endsOn;
  return {
    today: date(today),
    sender: owner.name || null,
    account: owner.address,
    merchant: merchant.name,
    plan: subscription.plan,
    reference: subscription.reference,
    requestedAt: request ? dayOf(request) : null,
    requestQuote: request && request.source !== 'person' ? quoteOf(request) : null,
    requestKnownBy: request ? knownBy(request) : null,
    requestSender: request?.biller ? otherSender(request, merchant) : null,
    requestedWay: request ? wayOf(request, language) : null,
    confirmedAt: confirmation ? dayOf(confirmation) : null,
    confirmedBy: confirmation?.message ? domainOf(confirmation.message.fromAddress) || null : null,
    confirmSender: confirmation?.biller ? otherSender(confirmation, merchant) : null,
    confirmQuote: confirmation ? quoteOf(confirmation) : null,
    endsOn: endsOn && date(endsOn),
    level: proof && `${proof.level} – ${dossierTexts(language).report.levels[proof.level]}`,
    isUnverifiable: proof?.level === 'D',
    hasMessages: input.events.some(({ message, level }) => message !== null && level !== null && level !== 'R'),
    reactivatedOn: reactivation && date(reactivation.since),
    charges: charges.map(({ on, price, refundedOn }) => ({
      on: date(on),
      amount: price && formatAmount(formatDecimal(price), price.currency, language),
      refundedOn: refundedOn && date(refundedOn),
    })),
    total: totalOf(charges, language),
    silence: null,
    running: isRunning(subscription) ? runningFacts(input, language) : null,
    law: laws.length > 0 ? laws.map((law) => lawLine(law, language)).join('\n') : null,
    deadlines: claimDeadlines(firstOpen(charges), owner.country, today).map(({ rail, on }) => ({ rail, on: date(on) })),
  };
}

function runningFacts(input: LetterInput, language: Language): RunningFacts {
  const { subscription, owner } = input;
  const date = (on: CivilDate) => formatDate(on, language);
  const dayOf = (event: SubscriptionEvent) => date(civilDateOf(event.occurredAt, owner.timeZone));
  const said = (day: { readonly on: CivilDate; readonly said: SubscriptionEvent } | null) =>
    day && {
      on: date(day.on),
      saidAt: dayOf(day.said),
      sender: otherSender(day.said, subscription.merchant),
      quote: announces(day.said) ? quoteOf(day.said) : null,
      isUnverifiable: day.said.level === 'D',
    };
  const [renewal, lastDay, rise] = [renewalAhead(input), lastDayAhead(input), riseAhead(input)];
  const amount = (money: Money) => formatAmount(formatDecimal(money), money.currency, language);
  const minimumTermEndsOn = minimumTermAhead(input);
  const unannounced = unannouncedRenewal(input);
  return {
    isTrial: subscription.status === 'trial',
    biller: subscription.biller && billerName(subscription.biller),
    renewal: renewal?.said ? said({ on: renewal.on, said: renewal.said }) : null,
    reckonedRenewal: renewal && !renewal.said ? date(renewal.on) : null,
    lastDay: lastDay?.said ? said({ on: lastDay.on, said: lastDay.said }) : null,
    minimumTermEndsOn: minimumTermEndsOn && date(minimumTermEndsOn),
    rise: rise && {
      ...said(rise)!,
      from: amount(rise.from),
      to: amount(rise.to),
      lastDay: rise.lastDay && { ...said(rise.lastDay)!, isSameMessage: rise.lastDay.said === rise.said },
    },
    unannounced: unannounced && {
      on: date(unannounced.on),
      law: lawLine(unannounced.rule, language),
      insuranceLaw: unannounced.insuranceRule?.citation[language] ?? null,
    },
  };
}

// Who sells for others writes for them, too. Of a merchant whose domains nobody knows, any sender may be its own.
function otherSender({ biller, message }: SubscriptionEvent, { domains }: MerchantRef): string | null {
  const from = message && domainOf(message.fromAddress);
  if (!from || domains.some((own) => from === own || from.endsWith(`.${own}`))) return null;
  if (biller) return billerName(biller);
  return domains.length > 0 ? from : null;
}

function lawLine({ citation, inLetter, says }: LegalRule, language: Language): string {
  return letterTexts(language).lawLine(citation[language], (inLetter ?? says)[language]);
}

// Of other mails the words that matter are about something else.
function announces({ kind }: SubscriptionEvent): boolean {
  return kind === 'renewal_notice' || kind === 'trial_ending' || kind === 'price_change';
}

/** The last request that counts, before or without a confirmation. One that came back was never made. */
export function lastRequest({ events, corrections }: Pick<LetterInput, 'events' | 'corrections'>): SubscriptionEvent | undefined {
  const cameBack = new Set(events.map(bouncedId).filter((id) => id !== null && id !== ''));
  return events.findLast(
    (event) =>
      kindOf(event, corrections) === 'cancellation_requested' &&
      event.level !== 'R' &&
      (event.decided === 'auto' || corrections.has(event.id)) &&
      bouncedId(event) === null &&
      !cameBack.has(event.message?.rfcMessageId ?? null),
  );
}

// What the person says was confirmed to them otherwise than by mail.
function statedCancellation({ events }: Pick<LetterInput, 'events'>): SubscriptionEvent | undefined {
  return events.findLast(({ kind, source }) => kind === 'cancellation_confirmed' && source === 'person');
}

/** Of a request: only a mail of the merchant is its acknowledgement. */
export function knownBy({ source, reasons }: SubscriptionEvent): 'merchant' | 'own_mail' | 'own_word' {
  if (source === 'person') return 'own_word';
  return reasons.some(({ rule }) => rule === OWN_REQUEST) ? 'own_mail' : 'merchant';
}

function wayOf({ reasons }: SubscriptionEvent, language: Language): string | null {
  const { ways } = ownWordTexts(language);
  const by = CANCELLED_BY.find((way) => way !== 'other' && reasons.some(({ rule }) => rule === `person.${way}`));
  return by ? ways[by] : null;
}

function quoteOf(event: SubscriptionEvent): string | null {
  const quote = decidingQuote(event.reasons);
  if (!quote) return null;
  // The sentence around it brings its own stop; what begins in the middle of another one says so.
  const words = oneLine(quote, QUOTE_MAX).replace(/(?<!\.)\.$/, '');
  return /^\p{Ll}/u.test(words) ? `… ${words}` : words;
}

function firstOpen(charges: readonly DisputedCharge[]): CivilDate | undefined {
  return charges
    .filter(({ refundedOn }) => refundedOn === null)
    .map(({ on }) => on)
    .toSorted()[0];
}

function totalOf(charges: readonly DisputedCharge[], language: Language): string | null {
  const open = charges.filter(({ refundedOn }) => refundedOn === null);
  const amounts = open.flatMap(({ price }) => price ?? []);
  const [first] = amounts;
  if (!first || amounts.length !== open.length || amounts.some((one) => one.currency !== first.currency)) return null;
  const sum = { amountMinor: amounts.reduce((total, one) => total + one.amountMinor, 0), currency: first.currency };
  return formatAmount(formatDecimal(sum), sum.currency, language);
}
