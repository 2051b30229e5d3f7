// The letters, in English. They say what the timeline shows and no more; what it does not know stands in [square brackets] for the person.

export interface LetterFacts {
  readonly today: string;
  /** The person, or a placeholder. */
  readonly sender: string | null;
  readonly account: string | null;
  readonly merchant: string;
  readonly plan: string | null;
  readonly reference: string | null;
  /** The request to cancel: when, and the words in which it was acknowledged. */
  readonly requestedAt: string | null;
  readonly requestQuote: string | null;
  readonly confirmedAt: string | null;
  readonly confirmedBy: string | null;
  readonly confirmQuote: string | null;
  readonly endsOn: string | null;
  /** Level of the confirmation with its words. */
  readonly level: string | null;
  /** Nobody can tell who wrote the confirmation. */
  readonly isUnverifiable: boolean;
  readonly charges: readonly { readonly on: string; readonly amount: string | null; readonly refundedOn: string | null }[];
  /** Of the charges that are not refunded, where all have one and the same currency. */
  readonly total: string | null;
  readonly silence: string | null;
  /** Article and what it says, a line each. */
  readonly law: string | null;
  /** The last of the charges' deadlines, by way of payment. */
  readonly deadlines: readonly { readonly rail: 'authorised' | 'unauthorised' | 'card'; readonly on: string }[];
}

type Parts = { readonly subject: string; readonly paragraphs: readonly (string | null)[] };

const name = (facts: LetterFacts): string => (facts.plan ? `${facts.merchant} (${facts.plan})` : facts.merchant);
const contract = (facts: LetterFacts): string => facts.reference ?? '[contract or customer number]';
const account = (facts: LetterFacts): string => (facts.account ? `, account ${facts.account}` : '');
const law = (facts: LetterFacts): string | null => (facts.law ? `I refer to the law:\n${facts.law}` : null);
const quoted = (quote: string | null): string => (quote ? `: “${quote}”` : '');
const charged = (facts: LetterFacts): string =>
  facts.charges
    .map(({ on, amount, refundedOn }) => `– ${on}: ${amount ?? '[amount]'}${refundedOn ? ` (refunded on ${refundedOn})` : ''}`)
    .join('\n');
const confirmation = (facts: LetterFacts, whom: string): string | null =>
  facts.confirmedAt === null
    ? null
    : (facts.isUnverifiable
        ? `A message of ${facts.confirmedAt} that names ${facts.confirmedBy ?? whom} as its sender states the cancellation`
        : `On ${facts.confirmedAt}, ${facts.confirmedBy ?? whom} confirmed the cancellation in writing`) +
      `${quoted(facts.confirmQuote)}${facts.endsOn ? `. The contract ended or ends on ${facts.endsOn}` : ''}.`;

export const lettersEn = {
  title: 'Letters',
  lead: 'Filled in from the timeline. Check every line, complete what stands in [brackets], and send it yourself: nothing is sent from here.',
  kinds: {
    confirmation_request: 'Request for a confirmation',
    charge_dispute: 'Dispute of a charge after the cancellation',
    bank_dispute: 'Statement for the bank',
  },
  notNow:
    'No letter fits this subscription at the moment: they need a request to cancel that was not confirmed, or a charge after the end.',
  copy: 'Copy',
  copied: 'Copied',
  download: 'Download (.txt)',
  print: 'Print',
  attach: 'Attach the dossier',
  complete: 'Still to complete:',
  notAdvice: 'Information, not legal advice. Have it checked where much depends on it.',
  subjectLine: 'Subject',
  to: (merchant: string) => `To: ${merchant}, [address or e-mail of its customer service]`,
  toBank: 'To: [bank], [card or payment disputes]',
  senderMissing: '[your name and address]',
  dear: 'Dear Sir or Madam,',
  closing: 'Yours faithfully,',
  confirmation_request: (facts: LetterFacts): Parts => ({
    subject: `Confirmation of the cancellation of ${name(facts)}, ${contract(facts)}`,
    paragraphs: [
      facts.requestedAt
        ? `I cancelled my subscription ${name(facts)} (${contract(facts)}${account(facts)}). You acknowledged my request on ${facts.requestedAt}${quoted(facts.requestQuote)}.`
        : `On [date] I cancelled my subscription ${name(facts)} (${contract(facts)}${account(facts)}).`,
      `To this day I have received no written confirmation.${facts.silence ? ` ${facts.silence}` : ''}`,
      law(facts),
      'Please confirm to me in writing, by e-mail, within 14 days: that the subscription is cancelled and when you received the cancellation; the date on which it ends; what follows from it; and that nothing more will be charged.',
      'I withdraw any authorisation to charge me for the time after the end of the contract.',
    ],
  }),
  charge_dispute: (facts: LetterFacts): Parts => ({
    subject: `Charge after the cancellation of ${name(facts)}, ${contract(facts)}`,
    paragraphs: [
      confirmation(facts, 'you') ?? `On [date] I cancelled my subscription ${name(facts)}.`,
      `My subscription is ${name(facts)} (${contract(facts)}${account(facts)}). After its end you charged nonetheless:\n${charged(facts)}`,
      law(facts),
      `Please refund ${facts.total ?? 'these amounts'} within 14 days by the way in which it was paid, and confirm in writing that nothing more will be charged.`,
      'I do not accept these charges. If they are not refunded in that time, I will dispute them with my bank and turn to the competent mediator. The messages with their proofs are at your disposal.',
    ],
  }),
  bank_dispute: (facts: LetterFacts): Parts => ({
    subject: `Dispute of payments to ${facts.merchant} after a cancellation`,
    paragraphs: [
      `I dispute the following payments to ${facts.merchant}, from [card or account number, last four digits]:\n${charged(facts)}${facts.total ? `\nTotal: ${facts.total}` : ''}`,
      `They are for a subscription (${name(facts)}, ${contract(facts)}${account(facts)}) that was cancelled before.`,
      facts.requestedAt ? `My request to cancel was acknowledged on ${facts.requestedAt}${quoted(facts.requestQuote)}.` : null,
      confirmation(facts, 'the merchant'),
      facts.level ? `Authenticity of this confirmation: ${facts.level}` : null,
      'I have asked the merchant for a refund on [date], by [e-mail, letter, form]; it was [refused, not answered].',
      'I have not used the service after its end. [Delete this line if it is not so.]',
      law(facts),
      facts.deadlines.length > 0
        ? `Deadlines as I know them: ${facts.deadlines.map(({ rail, on }) => `${{ authorised: 'direct debit, without a reason', unauthorised: 'direct debit or card, not authorised', card: 'card, cancelled recurring transaction (120 days)' }[rail]}: ${on}`).join('; ')}.`
        : null,
      'Enclosed: the report (PDF) with the timeline, the confirmation where there is one, every later charge, and what it does not prove.',
    ],
  }),
};

export type LetterTexts = typeof lettersEn;
