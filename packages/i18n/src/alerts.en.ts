// What an alert says to a person, in English: a title (also the subject of the mail), a sentence, and the labels around them.

export interface AlertFacts {
  /** "Your subscription" where the merchant is not known. */
  readonly who: string;
  readonly price: string | null;
  readonly renewsOn: string | null;
  readonly endsOn: string | null;
  readonly cancelBy: string | null;
  /** No notice period is known: the deadline is only the day of the renewal itself. */
  readonly isDeadlineUnstated: boolean;
  /** The deadline is for who leaves because of the price. */
  readonly isForPrice: boolean;
  /** Of a charge after the end: its day, and how many after that end are open. */
  readonly chargedOn: string | null;
  readonly openCharges: number;
  /** The level of the confirmation of that end; null where none is kept, or none was looked for. */
  readonly proofLevel: string | null;
  readonly mailbox: string | null;
  /** Why a mailbox can't be read and what to do, as its page says it. */
  readonly problem: string | null;
  /** Nothing vouches for the mail: it is said to be from the merchant. */
  readonly isUnverified: boolean;
  /** A later look at the mail says so. */
  readonly isForged: boolean;
  /** The person had the mail erased since. */
  readonly isErased: boolean;
  /** A mail looks like it, and was read with doubt. */
  readonly isDoubtful: boolean;
}

const cost = (facts: AlertFacts): string => (facts.price ? ` for ${facts.price}` : '');
const deadline = (facts: AlertFacts): string => {
  if (!facts.cancelBy) return '';
  return facts.isDeadlineUnstated
    ? ` If you do not want that, cancel before ${facts.cancelBy}; the terms may ask for it earlier.`
    : ` If you do not want that, cancel by ${facts.cancelBy}.`;
};

const askBack = ({ proofLevel }: AlertFacts): string => {
  if (proofLevel === null) return 'You can ask for it back.';
  return proofLevel === 'D'
    ? 'You can ask for it back. The confirmation is kept, but where it came from could not be verified.'
    : 'You can ask for it back, with the confirmation as proof.';
};

export const alertsEn = {
  someSubscription: 'Your subscription',
  kinds: {
    renewal_notice: (facts: AlertFacts) => ({
      title: facts.renewsOn ? `${facts.who} renews on ${facts.renewsOn}` : `${facts.who} will renew soon`,
      sentence: `A renewal notice arrived: ${facts.who} will be renewed${facts.renewsOn ? ` on ${facts.renewsOn}` : ''}${cost(facts)}.${deadline(facts)}`,
    }),
    trial_ending: (facts: AlertFacts) => ({
      title: facts.renewsOn ? `${facts.who}: the trial ends on ${facts.renewsOn}` : `${facts.who}: the trial ends soon`,
      sentence: `The trial ends${facts.renewsOn ? ` on ${facts.renewsOn}` : ' soon'} and turns into a paid plan${cost(facts)}.${deadline(facts)}`,
    }),
    price_change: (facts: AlertFacts) => ({
      title: facts.price ? `${facts.who}: the price changes to ${facts.price}` : `${facts.who}: the price changes`,
      sentence: `${facts.who} changes its price${facts.price ? ` to ${facts.price}` : ''}. A raised price may give you the right to leave${facts.isForPrice && facts.cancelBy ? `; this mail names ${facts.cancelBy} as the last day to cancel` : ''}.`,
    }),
    cancel_by: (facts: AlertFacts) =>
      facts.isForPrice
        ? {
            title: `${facts.who}: the price changes, cancel by ${facts.cancelBy}`,
            sentence: `${facts.who} changes its price${facts.price ? ` to ${facts.price}` : ''}. The mail about it names ${facts.cancelBy} as the last day to cancel; that of the renewal may be another day.`,
          }
        : {
            title: facts.cancelBy
              ? `${facts.who}: cancel ${facts.isDeadlineUnstated ? 'before' : 'by'} ${facts.cancelBy}`
              : `${facts.who}: the deadline to cancel is near`,
            sentence: `${facts.who} renews${facts.renewsOn ? ` on ${facts.renewsOn}` : ' soon'}${cost(facts)}.${deadline(facts)}`,
          },
    payment_failed: (facts: AlertFacts) => ({
      title: `${facts.who}: a payment failed`,
      sentence: `A payment to ${facts.who}${facts.price ? ` (${facts.price})` : ''} failed. The service may be stopped if it stays open.`,
    }),
    cancellation_confirmed: (facts: AlertFacts) => ({
      title: facts.isForged ? `${facts.who}: a likely forged mail speaks of a cancellation` : `${facts.who}: cancellation confirmed`,
      sentence: facts.isErased
        ? `A mail that named ${facts.who} as its sender said that it is cancelled${facts.endsOn ? ` and ends on ${facts.endsOn}` : ''}. The mail was erased since, so it proves nothing any more.`
        : facts.isUnverified
          ? `A mail that names ${facts.who} as its sender says that it is cancelled${facts.endsOn ? ` and ends on ${facts.endsOn}` : ''}. It is kept, but ${facts.isForged ? 'is likely forged and proves nothing' : 'where it came from could not be verified'}.`
          : `${facts.who} confirmed the cancellation${facts.endsOn ? `; it ends on ${facts.endsOn}` : ''}. The confirmation is kept as proof.`,
    }),
    charged_after_cancellation: (facts: AlertFacts) => ({
      title: `${facts.who} charged after the cancellation`,
      sentence:
        `${facts.price ?? 'A payment'} was charged${facts.chargedOn ? ` on ${facts.chargedOn}` : ''} although the subscription ended${facts.endsOn ? ` on ${facts.endsOn}` : ''}. ` +
        (facts.openCharges > 1
          ? `It is the last of ${facts.openCharges} charges since that were not refunded; the subscription's page lists them. `
          : '') +
        askBack(facts),
    }),
    confirmation_missing: (facts: AlertFacts) => ({
      title: facts.isDoubtful
        ? `${facts.who}: is this the confirmation of your cancellation?`
        : `${facts.who}: no confirmation of your cancellation yet`,
      sentence: facts.isDoubtful
        ? 'You asked to cancel, and a mail arrived that looks like the confirmation. Look at it and say whether it is one; until then the cancellation counts as not confirmed.'
        : 'You asked to cancel and no confirmation has arrived. A request is no cancellation yet: ask for one in writing.',
    }),
    reactivated_unasked: (facts: AlertFacts) => ({
      title: `${facts.who} was reactivated`,
      sentence: 'The subscription runs again after its cancellation. If you did not ask for that, object now.',
    }),
    notice_missing: (facts: AlertFacts) => ({
      title: `${facts.who}: the notice before the renewal did not come`,
      sentence: `The notice that the law asks for before the renewal${facts.renewsOn ? ` of ${facts.renewsOn}` : ''} was not found in your mail. That may give you the right to leave.`,
    }),
    duplicate_subscription: (facts: AlertFacts) => ({
      title: `${facts.who} seems to run twice`,
      sentence: `Two subscriptions to the same thing seem to run${facts.price ? ` (${facts.price})` : ''}. Have a look, and cancel one if you do not need both.`,
    }),
    suspicious_message: (facts: AlertFacts) => ({
      title: `Suspicious message about ${facts.who}`,
      sentence:
        'A message about it is likely forged. It changes nothing in your timeline. Do not follow its links, do not pay, do not sign in there.',
    }),
    mailbox_unreadable: (facts: AlertFacts) => ({
      title: `${facts.mailbox ?? 'Your mailbox'} can no longer be read`,
      sentence: `${facts.problem ? `${facts.problem} ` : ''}Until it can be read again, no new mail is watched and no warning can come from it. Look at the mailbox in Quittance.`,
    }),
  },
  probable: 'Quittance is not sure that it read this mail rightly. Please have a look at it.',
  labels: {
    plan: 'Plan',
    price: 'Price',
    renewsOn: 'Renews on',
    cancelBy: 'Cancel by',
    endsOn: 'Ends on',
    mailbox: 'Mailbox',
    authenticity: 'Authenticity',
    quote: 'In the words of the mail',
    bankQuote: 'As the bank wrote it',
    colon: ': ',
    colonAtEnd: ':',
    open: 'Open in Quittance',
    checkpoint: 'State of your evidence log, signed. Keep this mail: it shows later that nothing was changed before this point.',
    checkpointKey: 'The key of this log, to compare with that of a dossier:',
    footer: 'Sent by Quittance, because alerts go to this address. Change that under "Alerts and channels".',
  },
  levels: {
    A: 'signed by a domain known for the merchant',
    B: 'signed, with a reservation',
    C: 'genuine on the word of another',
    D: 'not verifiable',
    R: 'likely forged',
  },
  test: {
    title: 'Quittance: this is a test',
    sentence: 'Alerts of Quittance reach you here.',
  },
  channelProblems: {
    smtp_not_configured:
      'No mail server is set up, so no e-mail can be sent. The operator sets SMTP_URL and MAIL_FROM, and starts Quittance again.',
    smtp_unreachable: 'The mail server does not answer.',
    smtp_sign_in_failed: 'The mail server refused the sign-in. The operator checks SMTP_URL.',
    smtp_tls_failed: 'The mail server offers no safe connection. The operator checks SMTP_URL.',
    recipient_refused: 'The mail server refused this address.',
    mail_refused: 'The mail server refused the message.',
    mail_delayed: 'The mail server asked to try again later.',
    bad_target: 'This is no address that alerts can be sent to.',
    private_address_refused: 'The address leads into a private network. The operator can allow it with ALLOW_PRIVATE_HOSTS.',
    host_not_found: 'There is no such host.',
    push_gone: 'This browser no longer takes alerts: its permission was withdrawn, or its data was cleared. Add it again in that browser.',
    receiver_unreachable: 'The receiver does not answer.',
    receiver_timeout: 'The receiver took too long to answer.',
    receiver_failed: 'The receiver reported an error of its own.',
    receiver_refused: 'The receiver refused the alert.',
    redirect_refused: 'The receiver redirects elsewhere. Enter the final address.',
    channel_kind_unavailable: 'This kind of channel is not available yet.',
    cannot_decrypt: 'The secret of this channel cannot be read with the present key file. Remove the channel and add it again.',
    internal: 'Something went wrong on our side.',
  },
};

export type AlertTexts = typeof alertsEn;
export type ChannelProblemCode = keyof AlertTexts['channelProblems'];
