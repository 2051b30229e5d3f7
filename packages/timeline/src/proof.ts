// The proof of a cancellation: the best confirmation of the present (or last) cancellation, and which of the elements it has that a
// bank or a mediator will look for, each with the words as written.
import { unreachable } from '@quittance/domain/errors';
import { levelRank } from '@quittance/domain/authenticity';
import type { CivilDate } from '@quittance/domain/civil-date';
import type { ReasonField } from '@quittance/domain/classification';
import type { SubscriptionEvent } from '@quittance/domain/event';
import type { MeterElement, Proof, ProofMeter } from '@quittance/domain/subscription';
import { dayOf, effectiveEnd, isEffective, type Cancellation } from './subscription-state.ts';

/** A confirmation that is only probable, or likely forged, or the person's own word, is no proof. */
export function bestProof(events: readonly SubscriptionEvent[]): Proof | null {
  const since = events.findLastIndex((event) => event.kind === 'reactivated' && isEffective(event));
  const best = bestOf(events.slice(since + 1)) ?? bestOf(events);
  return best && { ...best.proof, meter: proofMeter(best.event) };
}

/**
 * The best confirmation of one cancellation, from its first day on and until it was undone, that shows a charge to have come after the end: a mail that
 * names a later end speaks against it, and one that names none must have come before the charge.
 */
export function confirmationOf(
  events: readonly SubscriptionEvent[],
  cancellation: Cancellation,
  chargedOn: CivilDate,
): Omit<Proof, 'meter'> | null {
  const { on, undoneOn } = cancellation;
  const own = events.filter((event) => dayOf(event) >= on && (undoneOn === null || dayOf(event) < undoneOn));
  const shows = (event: SubscriptionEvent): boolean =>
    event.endsOn === null ? dayOf(event) <= chargedOn : event.endsOn <= effectiveEnd(cancellation);
  return bestOf(own.filter(shows))?.proof ?? null;
}

interface Candidate {
  readonly event: SubscriptionEvent;
  readonly proof: Omit<Proof, 'meter'>;
}

function bestOf(events: readonly SubscriptionEvent[]): Candidate | null {
  let best: Candidate | null = null;
  for (const event of events) {
    const candidate = candidateOf(event);
    if (candidate && (!best || isBetter(candidate, best))) best = candidate;
  }
  return best;
}

function candidateOf(event: SubscriptionEvent): Candidate | null {
  const { level, message } = event;
  if (event.kind !== 'cancellation_confirmed' || !isEffective(event) || !level || !message) return null;
  return { event, proof: { eventId: event.id, rfcMessageId: message.rfcMessageId, messageSha256: message.sha256, level } };
}

// Of two that are equally authentic the fuller one; then the earlier one.
function isBetter(one: Candidate, other: Candidate): boolean {
  if (one.proof.level !== other.proof.level) return levelRank(one.proof.level) < levelRank(other.proof.level);
  return presentCount(one.event) > presentCount(other.event);
}

function presentCount(event: SubscriptionEvent): number {
  return Object.values(proofMeter(event)).filter((element: MeterElement) => element.present).length;
}

export function proofMeter(event: SubscriptionEvent): ProofMeter {
  return {
    // The person or their account; a mail that names only the merchant may be about anybody.
    who: words(event, 'who'),
    contract: element(event.reference !== null || event.plan !== null, contractQuote(event)),
    receivedAt: words(event, 'received'),
    endsOn: element(event.endsOn !== null, quoteOf(event, 'ends_on')),
    effects: words(event, 'effects'),
    noFurtherCharge: words(event, 'no_further_charge'),
  };
}

/** Whether these words name somebody by a first name and nothing else: many people bear it, so it hardly says whose contract ended. */
export function isFirstNameOnly(quote: string | null): boolean {
  return quote !== null && /^\p{L}[\p{L}'’.-]*$/u.test(quote.trim());
}

// A ticket's number names the request; the contract's, or the plan, says better what was ended.
function contractQuote(event: SubscriptionEvent): string | null {
  const number = event.reasons.find((reason) => reason.field === 'reference' && reason.rule !== 'reference.ticket');
  return number?.quote ?? quoteOf(event, 'plan') ?? event.plan ?? event.reference;
}

function quoteOf(event: SubscriptionEvent, field: ReasonField): string | null {
  return event.reasons.find((reason) => reason.field === field)?.quote ?? null;
}

function element(present: boolean, quote: string | null): MeterElement {
  return { present, quote: present ? quote : null };
}

type Words = 'who' | 'received' | 'effects' | 'no_further_charge';

// The classifier names the element (`meter.received`); in events recorded before it did, the quoted words are looked at.
function words(event: SubscriptionEvent, what: Words): MeterElement {
  const pattern = patternOf(what);
  const found =
    event.reasons.find((reason) => reason.rule === `meter.${what}`) ?? event.reasons.find((reason) => pattern?.test(fold(reason.quote)));
  return element(found !== undefined, found?.quote ?? null);
}

function patternOf(what: Words): RegExp | null {
  switch (what) {
    case 'who':
      return null;
    case 'received':
      // "we received your request on 3 May", « votre demande reçue le 3 mai »: the word and a day.
      return /\b(?:received|recue?s?|enregistree?s?|eingegangen)\b[^.]{0,60}\d/;
    case 'effects':
      return /\b(?:access|benefits|acces|avantages|beneficier|profiter)\b/;
    case 'no_further_charge':
      return /\b(?:(?:not|never|no longer|no (?:further|more))\b[^.]{0,30}\b(?:charge[ds]?|bill(?:ed)?|payments?)|(?:plus|aucune?)\b[^.]{0,40}\b(?:debite|preleve|prelevement|facture|paiement))/;
    default:
      return unreachable(what);
  }
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('’', "'").replaceAll("won't", 'will not');
}
