// Mails that look like subscription notices and are none, numbered as in the research: one line each, English and French. Where a
// label is a matter of taste the line only says what the mail must never be: an automatic cancellation.
import { buildMessage } from '@quittance/testing/message-builder';
import { describe, expect, it } from 'vitest';
import { classifyMessage } from './classify-message.ts';

/** `other`, or kinds that a reader could accept, or `-` for "anything but an automatic cancellation". */
type Case = readonly [expected: string, subject: string, body: string];

const CASES: readonly Case[] = [
  // 1 newsletter sign-up
  ['other', "You're now subscribed to weekly updates", 'Thanks for subscribing to our newsletter. You can unsubscribe at any time.'],
  ['other', 'Inscription confirmée', "Vous êtes inscrit à la lettre d'information de la librairie. Merci de votre inscription."],
  ['other', 'Please confirm your subscription', 'Click here to confirm your subscription to our mailing list.'],
  // 2 newsletter unsubscribe
  ['other', 'You have been unsubscribed', "You've been removed from this list and will no longer receive emails from us."],
  [
    'other',
    'Désinscription prise en compte',
    'Votre désabonnement de la newsletter a bien été pris en compte. Vous ne recevrez plus nos emails.',
  ],
  ['other', 'Subscription cancelled', 'Your subscription to our newsletter has been cancelled.'],
  ['other', 'Abonnement annulé', 'Votre abonnement à notre newsletter a été annulé.'],
  // 3 marketing
  ['other', 'Your subscription is waiting', 'Finish joining Lumen today and get 50% off for three months. Limited time offer.'],
  ['other', 'Votre abonnement vous attend', 'Finalisez votre inscription et profitez de notre offre : - 50 % pendant 3 mois.'],
  // 4 win-back
  ['other', 'Come back to Lumen for $1', 'You left us in May. We miss you! Come back today and get 50% off your subscription.'],
  ['other', 'Vous nous manquez', 'Revenez chez Lumen : votre abonnement à 1 € pendant 3 mois.'],
  // 5 order cancelled, membership unaffected
  ['other', 'Your order has been cancelled', 'Your order 77123 has been cancelled and will not be shipped. Your membership is unaffected.'],
  ['other', 'Votre commande a été annulée', 'Votre commande 77123 a été annulée. Votre abonnement n’est pas impacté.'],
  // 7 flight, train, hotel, doctor, webinar, delivery
  ['other', 'Flight cancelled', 'Your flight LX 340 on May 3, 2026 has been cancelled.'],
  ['other', 'Votre train est annulé', 'Votre trajet du 3 mai 2026 a été annulé. Vous pouvez échanger votre billet.'],
  ['other', 'Appointment cancelled', 'Your appointment with Dr. Moreau on May 3 has been cancelled.'],
  ['other', 'Rendez-vous annulé', 'Votre rendez-vous avec le Dr Moreau du 3 mai a été annulé.'],
  ['other', 'Webinar cancelled', 'The webinar "Subscription growth" has been cancelled.'],
  ['other', 'Réservation annulée', 'Nous confirmons l’annulation de votre réservation à l’hôtel du Port.'],
  // 8 merchant side
  ['other', 'Kim cancelled the Gold plan', 'A customer has cancelled their subscription in your store. Customer name: Kim Lee.'],
  ['other', 'Nouvelle résiliation', 'Un de vos clients a résilié son abonnement dans votre boutique.'],
  ['other', 'New paid subscriber', 'You have a new subscriber! Jo Kim subscribed to your publication for $8 per month.'],
  ['other', 'Vous avez une nouvelle abonnée', 'Une cliente a souscrit à votre formule Gold sur votre site.'],
  [
    '-',
    'Subscription cancelled',
    'The subscription of jo.kim@elsewhere.example has been cancelled. Customer email: jo.kim@elsewhere.example',
  ],
  ['other', 'You have been removed from the team', 'Sam removed you from the Nimbus workspace plan.'],
  [
    'other',
    'Your weekly sales report',
    'MRR $4,210 · 12 new subscriptions, 3 cancelled subscriptions, churn rate 2 %. Your payout is on its way.',
  ],
  // 9 scams
  [
    'other',
    'Invoice 88771: your antivirus has been renewed',
    'Your subscription has been renewed for $399.99. If you did not authorize this, call +1 805 555 0143 immediately to cancel.',
  ],
  [
    'other',
    'Facture : renouvellement antivirus',
    'Votre abonnement a été renouvelé pour 399,99 €. Si vous n’êtes pas à l’origine de cet achat, appelez le 01 99 00 00 00 immédiatement pour annuler.',
  ],
  // 11 threads
  [
    'other',
    '[acme/app] Cancel subscription does not work (#412)',
    'sam commented on this issue: your subscription has been cancelled shows twice.\n\nYou are receiving this because you are subscribed to this thread.',
  ],
  // 12 cloud
  [
    'other',
    'AWS Notification - Subscription Confirmation',
    'You have chosen to subscribe to the topic arn:aws:sns:eu-west-1:alerts. Subscription confirmation for the topic is pending.',
  ],
  // 13 one-off receipts
  ['other', 'Your receipt', 'Thanks for your purchase! 1 × Kettle $39.00\nTotal $39.00'],
  ['other', 'Votre reçu', 'Merci pour votre achat ! 1 × Bouilloire 39,00 €\nTotal 39,00 €'],
  ['other', 'Your tickets', 'Your tickets for the concert on May 3 are ready. Order total €90.00.'],
  // 14 contracts
  [
    'renewal_notice',
    'Votre assurance habitation',
    'Votre contrat d’assurance habitation arrive à échéance le 3 mai 2026 et sera renouvelé par tacite reconduction.',
  ],
  // 15 documents
  ['other', 'Your passport is about to expire', 'Your passport expires in 6 months. Renew your passport online.'],
  ['other', 'Votre carte d’identité expire bientôt', 'Votre carte d’identité expire le 3 mai 2026.'],
  ['other', 'Certificate expiry', 'The TLS certificate for www.home.example will expire in 14 days.'],
  // 16 help and terms
  [
    'other',
    'How to cancel your subscription',
    'Here is how to cancel your subscription: open Settings, then Billing. Cancellations are processed within 24 h.',
  ],
  ['other', 'Comment résilier votre abonnement', 'Pour résilier, connectez-vous à votre espace. La résiliation est traitée sous 24 h.'],
  ['other', 'Updates to our terms of service', 'We are updating our Terms of Service. They explain when a subscription may be cancelled.'],
  [
    'other',
    'Mise à jour de nos conditions générales',
    'Nos conditions générales évoluent le 3 mai 2026. Elles précisent quand un abonnement peut être résilié.',
  ],
  // 17 survey
  ['other', 'Was it something we said?', 'Was your subscription cancelled by mistake? Take 2 minutes to answer our survey.'],
  ['other', 'Votre avis compte', 'Votre abonnement a-t-il été résilié par erreur ? Répondez à notre enquête.'],
  // 18 conditional
  ['other', 'A note about your account', 'If your subscription has been cancelled, please ignore this message.'],
  ['other', 'À propos de votre compte', 'Si votre abonnement a été résilié, ne tenez pas compte de ce message.'],
  ['-', 'Your cancellation options', 'Once your subscription has been cancelled you keep access until the end of the period.'],
  // 19 negated
  ['other', 'Your cancellation failed', 'We could not cancel your subscription. It has not been cancelled.'],
  ['other', 'Votre résiliation n’a pas abouti', 'Votre abonnement n’a pas été résilié.'],
  ['-', 'About your subscription', 'This does not mean that your subscription has been cancelled.'],
  // 20 dunning
  ['payment_failed', 'Last notice', 'Your subscription will be cancelled on May 3 unless you pay the outstanding invoice.'],
  ['payment_failed', 'Dernier rappel', 'Votre abonnement sera résilié le 3 mai si vous ne réglez pas la facture impayée.'],
  // 21 card and bank
  ['other', 'Your card has been cancelled', 'Your debit card ending in 4242 has been cancelled. A new card is on its way.'],
  ['other', 'Votre carte a été annulée', 'Votre carte bancaire se terminant par 4242 a été annulée.'],
  ['other', 'Transfer cancelled', 'Your transfer of €500.00 has been cancelled.'],
  // 22 support thread
  [
    '-',
    'Re: How do I cancel?',
    'Hi, thanks for your question. Your ticket 5521 has been received. To cancel your subscription, go to Settings.',
  ],
  ['-', 'Votre demande a bien été reçue', 'Votre ticket n° 5521 a été créé. Pour résilier votre abonnement, connectez-vous.'],
  // 24 footers in receipts
  [
    'renewal_charged',
    'Your receipt from Lumen',
    'We charged $9.99 to your card for your Lumen subscription.\n\nYour subscription auto-renews unless cancelled. Cancel anytime.',
  ],
  ['renewal_charged', 'Votre reçu Lumen', 'Nous avons débité 9,99 € pour votre abonnement Lumen.\n\nRésiliable à tout moment.'],
  // 25 free plans, gifts, price drops
  ['other', 'Your free plan is ready', 'Your free plan has started. Upgrade to Pro to unlock more.'],
  ['other', 'Price drop', 'The kettle on your wishlist is now only $29. Use code KETTLE.'],
  ['other', 'Try Lumen free for 30 days', 'Start your free trial today. Limited time offer.'],
  ['other', 'Essayez Lumen gratuitement', 'Essai gratuit de 30 jours. Abonnez-vous dès maintenant.'],
  // 26 delivery skipped
  ['other', 'You skipped your box', 'Your delivery for the week of May 3 was skipped.'],
  ['other', 'Semaine sautée', 'Votre livraison de la semaine du 3 mai a été suspendue.'],
  // 27 security
  ['other', 'Your verification code', '482913 is your verification code. You subscribed to SMS codes.'],
  ['other', 'Votre code de vérification', '482913 est votre code de vérification.'],
  // 28 refund asked
  ['-', 'Your request for a refund', 'We received your request for a refund and will review it within 48 hours.'],
  // 29 news
  ['other', 'Streaming prices keep rising', 'Three services announced higher monthly prices this week. Read our analysis.'],
  // 30 test mails
  ['-', '[TEST] Your Acme subscription was cancelled', 'This is a test. A customer’s subscription was cancelled in your app.'],
];

it.each(CASES)('%s: %s', (expected, subject, body) => {
  const read = classifyMessage(buildMessage({ subject, body }));
  if (expected !== '-') expect(read.kind).toBe(expected);
  expect(`${read.kind} ${read.decided}`).not.toBe('cancellation_confirmed auto');
});

const CANCELLED = {
  subject: 'Your subscription has been cancelled',
  body: 'Your Lumen Premium subscription has been cancelled. You will not be charged again.',
};

describe('a true cancellation is not taken as certain', () => {
  it('unless nothing forbids it', () =>
    expect(classifyMessage(buildMessage(CANCELLED))).toMatchObject({ kind: 'cancellation_confirmed', decided: 'auto' }));

  it('when the provider reports a failed authentication', () => {
    const reported = [{ authservId: 'mx.home.example', method: 'dmarc', result: 'fail', domain: 'lumen.example' }];
    expect(classifyMessage(buildMessage({ ...CANCELLED, reported })).decided).not.toBe('auto');
  });

  it('when it was forwarded', () => {
    const head = 'See below.\n';
    const body = head + CANCELLED.body;
    const zones = [
      { kind: 'body', start: 0, end: head.length },
      { kind: 'forwarded', start: head.length, end: body.length },
    ] as const;
    const forwarded = { from: null, subject: CANCELLED.subject, sentAt: null, bodyStart: head.length };
    const read = classifyMessage(buildMessage({ subject: `Fwd: ${CANCELLED.subject}`, body, zones, forwarded }));
    expect(read).toMatchObject({ kind: 'cancellation_confirmed', decided: 'probable' });
  });

  it('but for nothing at all when a friend forwards what was sent to him', () => {
    const head = 'Look!\n---------- Forwarded message ---------\nTo: <lea@elsewhere.example>\n';
    const body = head + CANCELLED.body;
    const zones = [{ kind: 'forwarded', start: 6, end: body.length } as const];
    const forwarded = { from: null, subject: CANCELLED.subject, sentAt: null, bodyStart: head.length };
    const read = classifyMessage(
      buildMessage({ from: 'lea@elsewhere.example', subject: `Fwd: ${CANCELLED.subject}`, body, zones, forwarded }),
    );
    expect(read.kind).toBe('other');
  });

  it('when the other rendering says something else', () => {
    const text = { alternative: 'Your Lumen Premium subscription is active. Thank you for staying with us.' };
    expect(classifyMessage(buildMessage({ ...CANCELLED, text })).decided).not.toBe('auto');
  });

  it('when letters of another script hide in its words', () => {
    const body = CANCELLED.body.replace('cancelled', 'c\u0430ncelled');
    expect<string>(classifyMessage(buildMessage({ ...CANCELLED, body })).kind).not.toBe('cancellation_confirmed');
  });

  it.each([
    ['only hidden text says it', { subject: 'Your account', body: 'Hello.', text: { hidden: CANCELLED.body } }],
    [
      'only the footer says it',
      { subject: 'Your account', body: CANCELLED.body, zones: [{ kind: 'footer', start: 0, end: CANCELLED.body.length } as const] },
    ],
    [
      'only a quoted reply says it',
      { subject: 'Your account', body: CANCELLED.body, zones: [{ kind: 'quoted', start: 0, end: CANCELLED.body.length } as const] },
    ],
    ['it is our own alert', { ...CANCELLED, isOwnAlert: true }],
    ['it is an invitation', { ...CANCELLED, calendarMethod: 'CANCEL' }],
  ])('when %s', (_, parts) => expect(classifyMessage(buildMessage(parts)).kind).toBe('other'));
});

describe('what must not change the kind', () => {
  const variants: [string, (text: string) => string][] = [
    ['capitals', (text) => text.toUpperCase()],
    ['decomposed accents', (text) => text.normalize('NFD')],
    ['soft hyphens', (text) => text.replace('subscription', 'sub\u00adscription')],
    ['zero-width spaces', (text) => text.replace('cancelled', 'can\u200bcelled')],
    ['no-break spaces', (text) => text.replaceAll(' ', '\u00a0')],
    ['full-width letters', (text) => text.replace('cancelled', 'ｃａｎｃｅｌｌｅｄ')],
    ['line wraps', (text) => text.replace('subscription has', 'subscription\nhas')],
    ['a long legal footer', (text) => `${text}\n\n${'These terms apply to every subscription. You may cancel at any time. '.repeat(300)}`],
    ['another name', (text) => text.replace('Lumen', 'Grande Bibliothèque du Nord')],
  ];
  it.each(variants)('%s', (_, change) => {
    expect(classifyMessage(buildMessage({ subject: CANCELLED.subject, body: change(CANCELLED.body) }))).toMatchObject({
      kind: 'cancellation_confirmed',
    });
  });
});

it('is deterministic and quick on hostile text', () => {
  const hostile = [
    'your subscription '.repeat(20_000),
    'if not your plan has been, '.repeat(15_000),
    '1.'.repeat(100_000),
    'é\u0301'.repeat(100_000),
    'your '.repeat(80_000),
  ];
  for (const body of hostile) {
    const started = performance.now();
    const message = buildMessage({ subject: body.slice(0, 5000), body });
    expect(classifyMessage(message)).toEqual(classifyMessage(message));
    expect(performance.now() - started).toBeLessThan(3000);
  }
});
