// A letter as text: filled from the timeline, with what is missing in [brackets]. Nothing is sent; the person copies, completes and signs it.
import type { Language } from '@quittance/i18n/language';
import { letterTexts, type LetterFacts } from '@quittance/i18n/letters';
import type { Situation } from '@quittance/law/country-pack';
import { isDeadlineNews } from '@quittance/timeline/deadline';
import { chargesAfterEnd, chargesSinceReactivation, chargesSinceRequest, type DisputedCharge } from './disputed-charges.ts';
import { lastRequest, letterFacts, type LetterInput } from './letter-facts.ts';
import { isRunning, renewalAhead, riseAhead } from './running-contract.ts';
import { unaskedReactivation } from './unasked-reactivation.ts';

export const LETTER_KINDS = [
  'confirmation_request',
  'charge_dispute',
  'reactivation_dispute',
  'bank_dispute',
  'renewal_refusal',
  'price_refusal',
  'cancellation',
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

export interface Letter {
  readonly kind: LetterKind;
  readonly language: Language;
  readonly subject: string;
  /** All of it: sender, addressee, date, subject, body. Lines end with a line feed. */
  readonly text: string;
  /** The placeholders that the person must fill, each once. */
  readonly toComplete: readonly string[];
  /** The article it cites. */
  readonly law: string | null;
}

const SITUATIONS: Readonly<Record<LetterKind, readonly Situation[]>> = {
  confirmation_request: ['cancellation_confirmation'],
  charge_dispute: ['charge_after_end'],
  reactivation_dispute: ['charge_after_end'],
  bank_dispute: ['refund_authorised', 'refund_unauthorised'],
  renewal_refusal: ['cancellation_confirmation'],
  price_refusal: [],
  cancellation: ['cancellation_confirmation'],
};

export function isLetterKind(text: string): text is LetterKind {
  return LETTER_KINDS.some((kind) => kind === text);
}

type Input = Pick<LetterInput, 'subscription' | 'events' | 'corrections' | 'today'>;

const CHARGES: Readonly<Record<LetterKind, (input: Input) => readonly DisputedCharge[]>> = {
  confirmation_request: (input) => chargesSinceRequest(input).filter(isOpen),
  charge_dispute: (input) => chargesAfterEnd(input).filter(isOpen),
  reactivation_dispute: chargesSinceReactivation,
  bank_dispute: (input) => [...chargesAfterEnd(input), ...chargesSinceReactivation(input)].filter(isOpen),
  renewal_refusal: () => [],
  price_refusal: () => [],
  cancellation: () => [],
};

// What was given back is claimed of nobody.
function isOpen({ refundedOn }: DisputedCharge): boolean {
  return refundedOn === null;
}

/** Which letters the timeline bears at present. */
export function fittingLetters(input: Input): readonly LetterKind[] {
  const runs = isRunning(input.subscription);
  const isUnconfirmed = !input.subscription.proof && lastRequest(input) !== undefined;
  return [
    ...(isUnconfirmed ? (['confirmation_request'] as const) : []),
    ...(CHARGES.charge_dispute(input).length > 0 ? (['charge_dispute'] as const) : []),
    ...(unaskedReactivation(input.subscription) ? (['reactivation_dispute'] as const) : []),
    ...(CHARGES.bank_dispute(input).length > 0 ? (['bank_dispute'] as const) : []),
    ...(runs && hasRenewalToRefuse(input) ? (['renewal_refusal'] as const) : []),
    ...(runs && riseAhead(input) ? (['price_refusal'] as const) : []),
    ...(runs ? (['cancellation'] as const) : []),
  ];
}

// A term so short that nobody announces its end is cancelled and not refused.
function hasRenewalToRefuse(input: Input): boolean {
  const renewal = renewalAhead(input);
  return renewal !== null && (renewal.said !== null || isDeadlineNews(input.subscription));
}

/** null when the timeline does not bear it. @param silence a sentence on how far the mailbox was watched */
export function writeLetter(input: LetterInput, kind: LetterKind, language: Language, silence: string | null = null): Letter | null {
  if (!fittingLetters(input).includes(kind)) return null;
  const t = letterTexts(language);
  const charges = CHARGES[kind](input);
  // Nothing was taken and kept, nothing is to be given back.
  const situations = kind === 'reactivation_dispute' && !charges.some(isOpen) ? [] : SITUATIONS[kind];
  const facts: LetterFacts = { ...letterFacts(input, { situations, charges }, language), silence };
  const { subject, paragraphs } = t[kind](facts);
  const text = `${[
    facts.sender ? `${facts.sender}${facts.account ? `\n${facts.account}` : ''}` : t.senderMissing,
    kind === 'bank_dispute' ? t.toBank : t.to(facts.merchant),
    t.dated(facts.today),
    `${t.subjectLine} ${subject}`,
    t.dear,
    ...paragraphs.filter((paragraph) => paragraph !== null),
    t.closing,
    facts.sender ?? t.senderMissing,
  ].join('\n\n')}\n`;
  const { renewal, rise } = facts.running ?? {};
  const quotes = new Set(
    [facts.requestQuote, facts.confirmQuote, renewal?.quote ?? null, rise?.quote ?? null].flatMap(
      (quote) => quote?.match(/\[[^\]\n]+\]/g) ?? [],
    ),
  );
  const toComplete = [...new Set(text.match(/\[[^\]\n]+\]/g))].filter((place) => !quotes.has(place));
  const missed = kind === 'cancellation' ? facts.running?.unannounced : null;
  return {
    kind,
    language,
    subject,
    text,
    toComplete,
    law: missed ? [missed.law, facts.law].filter((one) => one !== null).join('\n') : facts.law,
  };
}
