// The letters, in English. They say what the timeline shows and no more; what it does not know stands in [square brackets] for the person.

/** What the timeline must show for one of them to fit; said wherever none does. */
export const LETTERS_NEED =
  'a subscription that runs, a request to cancel that was not confirmed, a charge after the end that was not refunded, or a reactivation that you did not ask for';

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
  /** Who says so: the merchant, who acknowledged it; the copy of the person's own mail; or the person, of a call or a letter. */
  readonly requestKnownBy: 'merchant' | 'own_mail' | 'own_word' | null;
  /** Who acknowledged it, where that was not the merchant but who bills for it. */
  readonly requestSender: string | null;
  /** How, in words that follow a verb; only of the person's own word. */
  readonly requestedWay: string | null;
  readonly confirmedAt: string | null;
  readonly confirmedBy: string | null;
  /** The same of the confirmation. */
  readonly confirmSender: string | null;
  readonly confirmQuote: string | null;
  readonly endsOn: string | null;
  /** Where it began anew unasked, and the charges are those since. */
  readonly reactivatedOn: string | null;
  /** Level of the confirmation with its words. */
  readonly level: string | null;
  /** Nobody can tell who wrote the confirmation. */
  readonly isUnverifiable: boolean;
  /** Whether any message is kept that can be shown: an erased one and the person's own word are none. */
  readonly hasMessages: boolean;
  readonly charges: readonly { readonly on: string; readonly amount: string | null; readonly refundedOn: string | null }[];
  /** Of the charges that are not refunded, where all have one and the same currency. */
  readonly total: string | null;
  readonly silence: string | null;
  /** Of a contract that runs: what lies ahead of it. */
  readonly running: RunningFacts | null;
  /** Article and what it says, a line each. */
  readonly law: string | null;
  /** The last of the charges' deadlines, by way of payment. */
  readonly deadlines: readonly { readonly rail: 'authorised' | 'unauthorised' | 'card'; readonly on: string }[];
}

/** A day that a mail names, when that mail came, and its words where they are about that day. */
export interface SaidDay {
  readonly on: string;
  readonly saidAt: string;
  /** Who wrote it, where that is not the merchant to whom the letter goes: who bills for it, or the domain. */
  readonly sender: string | null;
  readonly quote: string | null;
  /** Nobody can tell who wrote it. */
  readonly isUnverifiable: boolean;
}

export interface RunningFacts {
  readonly isTrial: boolean;
  /** Who bills for the merchant. */
  readonly biller: string | null;
  /** The next renewal as a mail names it … */
  readonly renewal: SaidDay | null;
  /** … or as the timeline reckons it. */
  readonly reckonedRenewal: string | null;
  /** To cancel before the renewal. */
  readonly lastDay: SaidDay | null;
  readonly minimumTermEndsOn: string | null;
  readonly rise:
    | (SaidDay & { readonly from: string; readonly to: string; readonly lastDay: (SaidDay & { readonly isSameMessage: boolean }) | null })
    | null;
  /** The renewal that went by without the notice that the law asks for, and the law: it stands beside the claim, and goes with it. */
  readonly unannounced: { readonly on: string; readonly law: string; readonly insuranceLaw: string | null } | null;
}

type Parts = { readonly subject: string; readonly paragraphs: readonly (string | null)[] };

const name = (facts: LetterFacts): string => (facts.plan ? `${facts.merchant} (${facts.plan})` : facts.merchant);
const contract = (facts: LetterFacts): string => (facts.reference ? `reference ${facts.reference}` : '[contract or customer number]');
const subscription = (facts: LetterFacts): string =>
  `subscription ${name(facts)}, ${contract(facts)}${facts.account ? `, account ${facts.account}` : ''}`;
const law = (facts: LetterFacts): string | null => (facts.law ? `The law provides:\n${facts.law}` : null);
const quoted = (quote: string | null): string => (quote ? `: “${quote}”` : '');
const charged = (facts: LetterFacts): string =>
  facts.charges
    .map(({ on, amount, refundedOn }) => `– ${on}: ${amount ?? '[amount]'}${refundedOn ? ` (refunded on ${refundedOn})` : ''}`)
    .join('\n');
/** How many are still to be given back. */
const open = ({ charges }: LetterFacts): number => charges.filter(({ refundedOn }) => refundedOn === null).length;
const atDisposal = ({ hasMessages }: LetterFacts): string => (hasMessages ? ' The messages with their proofs are at your disposal.' : '');
const isOne = (facts: LetterFacts): boolean => open(facts) === 1;

/** What the person did, as far as anybody saw it: only a mail of the merchant acknowledges a request. */
const requested = (facts: LetterFacts): string => {
  const { requestedAt: at, requestQuote, requestedWay: way } = facts;
  if (!at) return `On [date] I cancelled my ${subscription(facts)}.`;
  if (facts.requestKnownBy === 'own_mail')
    return `On ${at} I asked you by e-mail to cancel my ${subscription(facts)}${quoted(requestQuote)}.`;
  if (facts.requestKnownBy === 'own_word') return `On ${at} I cancelled${way ? `, ${way},` : ''} my ${subscription(facts)}.`;
  return `I cancelled my ${subscription(facts)}. ${facts.requestSender ?? 'You'} acknowledged my request on ${at}${quoted(requestQuote)}.`;
};

const confirmed = (facts: LetterFacts): string | null => {
  const { confirmedAt: at, confirmedBy: by, confirmQuote, endsOn } = facts;
  if (!at) return null;
  return facts.isUnverifiable
    ? `On ${at} I received a message that names ${by ?? 'your company'} as its sender and states the cancellation of my ${subscription(facts)}${quoted(confirmQuote)}.${endsOn ? ` The end date is ${endsOn}.` : ''}`
    : `On ${at} ${facts.confirmSender ?? 'you'} confirmed in writing${by ? ` (${by})` : ''} the cancellation of my ${subscription(facts)}${quoted(confirmQuote)}.${endsOn ? ` The end date is ${endsOn}.` : ''}`;
};

/** What is cancelled, and who bills for it. */
const running = (facts: LetterFacts): string =>
  `my ${subscription(facts)}${facts.running?.biller ? ` (billed through ${facts.running.biller})` : ''}`;
/** The same where the sentence goes on: what was put in ends with a comma. */
const clause = (facts: LetterFacts): string => `${running(facts)},`;
const message = ({ saidAt, sender, isUnverifiable }: SaidDay): string => {
  if (isUnverifiable) return `A message of ${saidAt} that names ${sender ?? 'you'} as its sender`;
  return sender ? `A message of ${saidAt} sent by ${sender}` : `Your message of ${saidAt}`;
};
const lastDay = (day: (SaidDay & { readonly isSameMessage?: boolean }) | null | undefined): string =>
  day ? ` ${day.isSameMessage ? 'That message' : message(day)} names ${day.on} as the last day to do so.` : '';

const effect = (facts: LetterFacts): string => {
  const { minimumTermEndsOn, renewal } = facts.running ?? {};
  if (minimumTermEndsOn)
    return `at the earliest date that is possible, at the latest at the end of the minimum term on ${minimumTermEndsOn}`;
  return `at the earliest date that is possible${renewal ? `, so that it does not renew on ${renewal.on}` : ''}`;
};

/** One paragraph: whoever must delete it has claimed nothing. */
const unannounced = (facts: LetterFacts): string | null => {
  const { unannounced: missed } = facts.running ?? {};
  if (!missed) return null;
  const insurance = missed.insuranceLaw
    ? `, or if the contract is an insurance, for which another text holds (${missed.insuranceLaw})`
    : '';
  return `[Delete this paragraph if that notice reached you by letter${insurance}.] The contract was renewed on ${missed.on}. The notice that the law asks for before that did not reach me by e-mail. I therefore end it with immediate effect and free of charge, and ask you to refund what was paid for the time after this letter. This is what the law provides for:\n${missed.law}`;
};

const CONFIRM =
  'Please confirm to me in writing, by e-mail, within 14 days: that the subscription is cancelled and when you received the cancellation; the date on which it ends; what follows from it; and that nothing more will be charged for the time after.';
const WITHDRAW = 'I withdraw any authorisation to charge me for the time after the end of the contract.';

const refund = (facts: LetterFacts): string => `refund ${facts.total ?? (isOne(facts) ? 'this amount' : 'these amounts')}`;

const RAILS = {
  authorised: 'direct debit, without a reason',
  unauthorised: 'direct debit or card, not authorised',
  card: 'card, cancelled recurring transaction (120 days)',
} as const;

export const lettersEn = {
  title: 'Letters',
  lead: 'Filled in from the timeline. Check every line, complete what stands in [brackets], and send it yourself: nothing is sent from here.',
  kinds: {
    confirmation_request: 'Request for a confirmation',
    charge_dispute: 'Dispute of a charge after the cancellation',
    reactivation_dispute: 'Dispute of a reactivation',
    bank_dispute: 'Dispute at the bank',
    renewal_refusal: 'Refusal of the renewal',
    price_refusal: 'Refusal of the new price',
    cancellation: 'Cancellation',
  },
  notNow: `No letter fits this subscription at the moment: they need ${LETTERS_NEED}.`,
  write: 'Write a letter',
  copy: 'Copy',
  copied: 'Copied',
  download: 'Download (.txt)',
  print: 'Print',
  attach: 'Attach the dossier',
  complete: 'Still to complete:',
  afterSending: 'Sent it? Say so, and the confirmation is waited for:',
  notAdvice: 'Information, not legal advice. Have it checked where much depends on it.',
  subjectLine: 'Subject:',
  to: (merchant: string) => `To: ${merchant}, [address or e-mail of its customer service]`,
  toBank: 'To: [bank], [card or payment disputes]',
  senderMissing: '[your name and address]',
  dated: (today: string): string => today,
  lawLine: (citation: string, says: string) => `– ${citation}: ${says}`,
  dear: 'Dear Sir or Madam,',
  closing: 'Yours faithfully,',
  confirmation_request: (facts: LetterFacts): Parts => ({
    subject: `Cancellation of my subscription ${name(facts)}, ${contract(facts)}: please confirm`,
    paragraphs: [
      requested(facts),
      `To this day I have received no written confirmation.${facts.silence ? ` ${facts.silence}` : ''}`,
      facts.charges.length > 0
        ? `Since then you have charged:\n${charged(facts)}\nPlease tell me for which time ${isOne(facts) ? 'this charge is' : 'these charges are'}, and refund what was taken for the time after the end of the contract.`
        : null,
      law(facts),
      'Please confirm to me in writing, by e-mail, within 14 days: that the subscription is cancelled and when you received the cancellation; the date on which it ends; what follows from it; and that nothing more will be charged.',
      WITHDRAW,
    ],
  }),
  charge_dispute: (facts: LetterFacts): Parts => ({
    subject: `${isOne(facts) ? 'Charge' : 'Charges'} after the cancellation of my subscription ${name(facts)}, ${contract(facts)}`,
    paragraphs: [
      confirmed(facts) ?? requested(facts),
      `After the end of the subscription you charged nonetheless:\n${charged(facts)}`,
      law(facts),
      `I do not accept ${isOne(facts) ? 'this charge' : 'these charges'}. Please ${refund(facts)} within 14 days by the way in which it was paid, and confirm in writing that nothing more will be charged.`,
      `Without a refund in that time I will dispute ${isOne(facts) ? 'the charge' : 'the charges'} with my bank and turn to the competent mediator.${atDisposal(facts)}`,
    ],
  }),
  reactivation_dispute: (facts: LetterFacts): Parts => ({
    subject: `Reactivation of my subscription ${name(facts)}, ${contract(facts)}, after its cancellation`,
    paragraphs: [
      confirmed(facts) ?? requested(facts),
      `The subscription was nonetheless reactivated on ${facts.reactivatedOn ?? '[date]'}, which I did not ask for${facts.charges.length > 0 ? `, and you charged:\n${charged(facts)}` : '.'}`,
      law(facts),
      `I do not accept this reactivation. Please undo it, ${open(facts) > 0 ? `${refund(facts)} by the way in which it was paid, ` : ''}and confirm in writing, within 14 days, that the subscription is cancelled and that nothing more will be charged.`,
      `I withdraw any authorisation to charge me. Without an answer in that time I will turn to my bank and the competent mediator.${atDisposal(facts)}`,
    ],
  }),
  cancellation: (facts: LetterFacts): Parts => ({
    subject: `Cancellation of my subscription ${name(facts)}, ${contract(facts)}`,
    paragraphs: [
      `I cancel ${running(facts)}, ${effect(facts)}.${facts.running?.isTrial ? ' I do not want the paid plan that follows the trial.' : ''}`,
      unannounced(facts),
      law(facts),
      CONFIRM,
      WITHDRAW,
    ],
  }),
  renewal_refusal: (facts: LetterFacts): Parts => ({
    subject: `No renewal of my subscription ${name(facts)}, ${contract(facts)}`,
    paragraphs: [
      facts.running?.renewal
        ? `${message(facts.running.renewal)} names ${facts.running.renewal.on} as the day on which ${clause(facts)} renews${quoted(facts.running.renewal.quote)}.`
        : `By my reckoning, ${clause(facts)} renews on [${facts.running?.reckonedRenewal ?? 'date'}: please check].`,
      `I do not want this renewal. Please end the contract at the end of the current term.${lastDay(facts.running?.lastDay)}`,
      'Should it be too late to refuse this renewal, I cancel the contract at the next date that is possible.',
      law(facts),
      CONFIRM,
      WITHDRAW,
    ],
  }),
  price_refusal: (facts: LetterFacts): Parts => ({
    subject: `New price of my subscription ${name(facts)}, ${contract(facts)}: I do not accept it`,
    paragraphs: [
      facts.running?.rise
        ? `${message(facts.running.rise)} announces a price of ${facts.running.rise.to} instead of ${facts.running.rise.from} from ${facts.running.rise.on} for ${running(facts)}${quoted(facts.running.rise.quote)}.`
        : null,
      `I do not accept this price, and authorise no charge at it. Please confirm in writing, within 14 days, that the present price goes on.`,
      `If it does not, I cancel the contract with effect before the new price applies.${lastDay(facts.running?.rise?.lastDay)} [Delete this line if you wish to keep the contract all the same.]`,
    ],
  }),
  bank_dispute: (facts: LetterFacts): Parts => ({
    subject: `Dispute of ${isOne(facts) ? 'a payment' : 'payments'} to ${facts.merchant} after a cancellation`,
    paragraphs: [
      `I dispute the following ${isOne(facts) ? 'payment' : 'payments'} to ${facts.merchant}, from [card or account number, last four digits]:\n${charged(facts)}${facts.total && !isOne(facts) ? `\nTotal: ${facts.total}` : ''}`,
      `${isOne(facts) ? 'It is' : 'They are'} for my ${subscription(facts)}, which was cancelled before${facts.reactivatedOn ? ` and reactivated on ${facts.reactivatedOn} without my asking` : ''}.`,
      toldToBank(facts),
      facts.level ? `Authenticity of this confirmation, from A to D: ${facts.level}` : null,
      'I have asked the merchant for a refund on [date], by [e-mail, letter, form]; it was [refused, not answered].',
      'I have not used the service after its end. [Delete this line if it is not so.]',
      law(facts),
      `Please ${refund(facts)}, by returning the direct debit or by a dispute with the card scheme, whichever fits the way of payment, and refuse further payments to this merchant for this subscription.`,
      facts.deadlines.length > 0
        ? `Deadlines as I know them:\n${facts.deadlines.map(({ rail, on }) => `– ${RAILS[rail]}: until ${on}`).join('\n')}`
        : null,
      `Enclosed: the report (PDF) with the timeline, ${facts.confirmedAt ? 'the confirmation, ' : ''}${isOne(facts) ? 'the disputed charge' : 'the disputed charges'}, and what it does not prove.`,
    ],
  }),
};

export type LetterTexts = typeof lettersEn;

function toldToBank(facts: LetterFacts): string | null {
  const { requestedAt, requestQuote, requestedWay: way, requestKnownBy, confirmedAt, confirmQuote, endsOn } = facts;
  const by = facts.confirmedBy ?? 'the merchant';
  const request = !requestedAt
    ? null
    : requestKnownBy === 'own_mail'
      ? `I asked for the cancellation by e-mail on ${requestedAt}${quoted(requestQuote)}.`
      : requestKnownBy === 'own_word'
        ? `I cancelled it${way ? ` ${way}` : ''} on ${requestedAt}.`
        : `${facts.requestSender ?? 'The merchant'} acknowledged my request to cancel on ${requestedAt}${quoted(requestQuote)}.`;
  const confirmation = !confirmedAt
    ? null
    : (facts.isUnverifiable
        ? `On ${confirmedAt} I received a message that names ${by} as its sender and states the cancellation`
        : `On ${confirmedAt} ${by} confirmed the cancellation in writing`) +
      `${quoted(confirmQuote)}.${endsOn ? ` The end date is ${endsOn}.` : ''}`;
  return [request, confirmation].filter((one) => one !== null).join('\n\n') || null;
}
