// What a finding says to a person, in English: the fact first, then what may be done. Dates and amounts come formatted.

import type { FindingKind } from '@quittance/domain/subscription';

export interface FindingFacts {
  readonly amount: string | null;
  readonly chargedOn: string | null;
  readonly endedOn: string | null;
  readonly settledOn: string | null;
  readonly requestedOn: string | null;
  readonly days: string | null;
  readonly reactivatedOn: string | null;
  readonly oldPrice: string | null;
  readonly newPrice: string | null;
  readonly since: string;
  readonly cancelBy: string | null;
  readonly renewsOn: string | null;
  /** The deadline is for who leaves because of the price. */
  readonly isForPrice: boolean;
  /** `8.3 %`, as formatted. */
  readonly percent: string | null;
  /** Only a charge told of it. */
  readonly unannounced: boolean;
  /** When a notice did come: too early or too late. */
  readonly cameOn: string | null;
  readonly windowFrom: string | null;
  readonly windowUntil: string | null;
  readonly priceFrom: string | null;
  readonly isOneChargedTwice: boolean;
  /** The rule has another one for insurance, and nobody knows whether this is one. */
  readonly insuranceDiffers: boolean;
  /** The level of the confirmation of that end; null where none is kept. */
  readonly proofLevel: string | null;
  /** The day of a mail that looks like the confirmation. */
  readonly maybeOn: string | null;
}

const askBack = ({ proofLevel }: FindingFacts): string => {
  if (proofLevel === null)
    return 'You can ask for it back. No mail that confirms the end is kept: look for another proof of it, or ask for one in writing.';
  return proofLevel === 'D'
    ? 'You can ask for it back. The confirmation is kept, but where it came from could not be verified.'
    : 'You can ask for it back, with the confirmation as proof.';
};

export const findingsEn = {
  charged_after_cancellation: (facts: FindingFacts) =>
    `${facts.amount ?? 'A payment'} was charged on ${facts.chargedOn ?? facts.since}, although the subscription ended` +
    `${facts.endedOn ? ` on ${facts.endedOn}` : ''}. ` +
    (facts.settledOn ? `It was refunded on ${facts.settledOn}.` : askBack(facts)),
  confirmation_missing: (facts: FindingFacts) =>
    facts.maybeOn
      ? `You asked to cancel on ${facts.requestedOn ?? facts.since}. A mail of ${facts.maybeOn} looks like the confirmation, but was read with doubt: is it? ` +
        'Look at it and say so; until then the cancellation counts as not confirmed.'
      : `You asked to cancel on ${facts.requestedOn ?? facts.since}; no confirmation arrived within ${facts.days ?? '14'} ${facts.days === '1' ? 'day' : 'days'}. ` +
        'A request is no cancellation yet: ask for a written confirmation.',
  request_not_delivered: (facts: FindingFacts) =>
    `The mail in which you asked to cancel${facts.requestedOn ? ` on ${facts.requestedOn}` : ''} came back on ${facts.since}: it was not delivered, so nothing was asked. ` +
    'Check the address and send it again, or cancel in another way.',
  reactivated_unasked: (facts: FindingFacts) =>
    `The subscription was reactivated on ${facts.reactivatedOn ?? facts.since} after its cancellation. If you did not ask for that, object now.`,
  price_increased: (facts: FindingFacts) =>
    (facts.oldPrice && facts.newPrice
      ? `The price rises from ${facts.oldPrice} to ${facts.newPrice}${facts.percent ? ` (+${facts.percent})` : ''} from ${facts.since}.`
      : `The price rises from ${facts.since}.`) + (facts.unannounced ? ' No mail announced it.' : ''),
  payment_failed: (facts: FindingFacts) => `A payment failed on ${facts.since}, and no later one is known. The service may be stopped.`,
  cancel_by: (facts: FindingFacts) =>
    facts.isForPrice
      ? `The price changes, and the mail about it names ${facts.cancelBy ?? facts.since} as the last day to cancel. That of the renewal may be another day.`
      : `Cancel by ${facts.cancelBy ?? facts.since} if you do not want it to renew${facts.renewsOn ? ` on ${facts.renewsOn}` : ''}.`,
  notice_missing: (facts: FindingFacts) =>
    facts.priceFrom
      ? `The price rose on ${facts.priceFrom}, and the notice that the law asks for before it was not found in your mail.`
      : `The notice before the renewal${facts.renewsOn ? ` of ${facts.renewsOn}` : ''} that the law asks for was not found in your mail` +
        `${facts.windowFrom && facts.windowUntil ? ` (due between ${facts.windowFrom} and ${facts.windowUntil}${facts.cancelBy ? `, counted back from ${facts.cancelBy}, the last day to cancel that the mail names` : ''})` : ''}.` +
        (facts.cameOn ? ` One came on ${facts.cameOn}, outside that time.` : '') +
        (facts.cameOn && facts.insuranceDiffers ? ' If this is an insurance, another law with other times holds.' : ''),
  suspicious_message: (facts: FindingFacts) =>
    `A message of ${facts.since} claims to be about this subscription but is likely forged. It changes nothing here; do not follow its links.`,
  silent_merchant: () => 'This merchant sends no receipts by mail, so charges cannot be seen here. Add a bank statement to watch them.',
  duplicate_subscription: (facts: FindingFacts) =>
    facts.isOneChargedTwice
      ? `${facts.amount ?? 'The same amount'} is charged twice in each period: the same subscription may run twice.`
      : `The same subscription seems to run twice since ${facts.since}.`,
};

/** How each goes away. */
export const findingRemediesEn: Record<FindingKind, string> = {
  charged_after_cancellation: 'Goes away when a mail tells of the refund.',
  confirmation_missing: 'Goes away when the confirmation arrives, or when you say how it was confirmed.',
  request_not_delivered: 'Goes away when you ask again, or when the cancellation is confirmed.',
  reactivated_unasked: 'Goes away when it is cancelled again. If you wanted it, dismiss this.',
  price_increased: 'Goes away by itself after two months.',
  payment_failed: 'Goes away when a mail tells of a payment.',
  cancel_by: 'Goes away when it is cancelled, or when the day has passed.',
  notice_missing: 'Goes away when it is cancelled. If a letter came by post, dismiss this.',
  suspicious_message: 'Goes away by itself after a month.',
  silent_merchant: 'Goes away when a receipt arrives by mail.',
  duplicate_subscription: 'Goes away when one of the two ends. If they are one, merge them; if you want both, dismiss this.',
};

export type FindingTexts = typeof findingsEn;
