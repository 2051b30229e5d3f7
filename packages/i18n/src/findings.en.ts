// What a finding says to a person, in English: the fact first, then what may be done. Dates and amounts come formatted.

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
}

export const findingsEn = {
  charged_after_cancellation: (facts: FindingFacts) =>
    `${facts.amount ?? 'A payment'} was charged on ${facts.chargedOn ?? facts.since}, although the subscription ended` +
    `${facts.endedOn ? ` on ${facts.endedOn}` : ''}. ` +
    (facts.settledOn ? `It was refunded on ${facts.settledOn}.` : 'You can ask for it back, with the confirmation as proof.'),
  confirmation_missing: (facts: FindingFacts) =>
    `You asked to cancel on ${facts.requestedOn ?? facts.since}; no confirmation arrived within ${facts.days ?? '14'} days. ` +
    'A request is no cancellation yet: ask for a written confirmation.',
  reactivated_unasked: (facts: FindingFacts) =>
    `The subscription was reactivated on ${facts.reactivatedOn ?? facts.since} after its cancellation. If you did not ask for that, object now.`,
  price_increased: (facts: FindingFacts) =>
    facts.oldPrice && facts.newPrice
      ? `The price rises from ${facts.oldPrice} to ${facts.newPrice} from ${facts.since}.`
      : `The price rises from ${facts.since}.`,
  payment_failed: (facts: FindingFacts) => `A payment failed on ${facts.since}, and no later one is known. The service may be stopped.`,
  cancel_by: (facts: FindingFacts) =>
    `Cancel by ${facts.cancelBy ?? facts.since} if you do not want it to renew${facts.renewsOn ? ` on ${facts.renewsOn}` : ''}.`,
  notice_missing: (facts: FindingFacts) =>
    `The notice before the renewal${facts.renewsOn ? ` of ${facts.renewsOn}` : ''} that the law asks for was not found in your mail.`,
  suspicious_message: (facts: FindingFacts) =>
    `A message of ${facts.since} claims to be about this subscription but is likely forged. It changes nothing here; do not follow its links.`,
  silent_merchant: () => 'This merchant sends no receipts by mail, so charges cannot be seen here. Add a bank statement to watch them.',
  duplicate_subscription: (facts: FindingFacts) => `The same subscription seems to run twice since ${facts.since}.`,
};

export type FindingTexts = typeof findingsEn;
