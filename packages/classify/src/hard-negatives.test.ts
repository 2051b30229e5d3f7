// Mails that look like subscription notices and are none, numbered as in the research: one line each, English and French. Where a
// label is a matter of taste the line only says what the mail must never be: an automatic cancellation.
import { buildMessage } from '@quittance/testing/message-builder';
import { growth, LINEAR_MAX } from '@quittance/testing/work';
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

/** Written against the rules: each says "cancelled" of a contract word and confirms nothing. */
const NEAR_MISSES: readonly (readonly [subject: string, body: string])[] = [
  ['Your teammate left', 'Sam has cancelled your shared Family plan invitation. Your own subscription is unchanged.'],
  ['A quick question', 'We noticed your subscription was cancelled last year. Would you like to return? Plans start at $5.'],
  ['Your subscription was almost cancelled', 'Good news: your payment went through at the last minute.'],
  [
    'Cancellation policy for your plan',
    'Your plan can be cancelled at any time. After your plan is cancelled you keep access until the period ends.',
  ],
  ['Your reminder', 'You asked us to remind you to cancel your subscription before May 3.'],
  ['Refer a friend', "When your friend's subscription is cancelled you lose the bonus."],
  ['Receipt', 'We charged $9.99. Your previous subscription (Basic) has been cancelled and replaced by Pro.'],
  ['Your plan has been upgraded', 'Your old plan has been cancelled and your new plan Pro is active.'],
  ['Scheduled maintenance', 'Your premium support call has been cancelled.'],
  ['Update: class cancelled', 'Your membership class on Friday has been cancelled. Your membership continues.'],
  ['Your subscription box', 'Your subscription box for May has been cancelled because the item is out of stock.'],
  ['Payment cancelled', 'The payment for your subscription was cancelled. Please try again.'],
  ['Your PayPal automatic payment', 'You cancelled the automatic payment to Acme. This does not cancel your subscription with Acme.'],
  ['Your upgrade was cancelled', 'Your plan upgrade has been cancelled. You stay on Basic.'],
  ['Your cancellation was cancelled', 'You have cancelled the cancellation of your subscription. It will renew on May 3.'],
  ['Subscription cancelled?', 'Did you just cancel your subscription? If not, secure your account.'],
  ['Example e-mail', 'Customers receive: "Your subscription has been cancelled". Edit this template in settings.'],
  ['Your seat', 'The owner of your team has cancelled the Team plan for your workspace.'],
  ['Unusual activity', 'Your membership has been cancelled due to suspicious activity. Verify now to restore it.'],
  ['You were removed from the Family plan', 'The family manager has removed you; your access to Premium has ended.'],
  ['Gift', 'The gift subscription you sent to Lea has been cancelled and refunded.'],
  ['Trial cancelled', 'Your free trial has been cancelled. You will not be charged.'],
  ['Notification settings', 'Your e-mail notification subscription has been cancelled.'],
  ['Alert subscription', 'Your price alert subscription for flights to Rome was cancelled.'],
  ['Domain transfer', 'The transfer of your domain plan has been cancelled.'],
  ['Support: case 8842', 'Hello, I have cancelled your subscription as you asked. Best, Mia'],
  ['Offer ended', 'Your discount on your plan has been cancelled.'],
  ['Add-on removed', 'Your Extra Storage add-on has been cancelled. Your Lumen plan remains active.'],
  ['Re: cancel', 'Hi team, my subscription has been cancelled but I was charged again. Please help.'],
  ['Votre invitation', 'Léa a annulé votre invitation à la formule Famille. Votre abonnement reste inchangé.'],
  ['Votre ancien abonnement', 'Votre ancien abonnement Basique a été résilié et remplacé par la formule Pro.'],
  ['Question', "Votre abonnement a été résilié l'an dernier : envie de revenir ? Offre à 5 €."],
  ['Conditions', "Votre abonnement peut être résilié à tout moment. Après que votre abonnement a été résilié, vous gardez l'accès."],
  ['Votre cours', 'Votre cours compris dans votre abonnement a été annulé. Votre abonnement continue.'],
  ["Changement d'offre", 'Votre changement de forfait a été annulé.'],
  ['Résiliation annulée', 'La résiliation de votre abonnement a été annulée, comme demandé. Il continue.'],
  ['Prélèvement annulé', 'Vous avez annulé le prélèvement automatique de votre abonnement. Cela ne résilie pas votre contrat.'],
  ['Portabilité', 'Votre ancien opérateur nous a informés que votre ligne serait résiliée.'],
  ['Suspension', "L'option Sport de votre abonnement a été résiliée. Votre abonnement Canal reste actif."],
  ['Votre compte', 'Votre abonnement sera résilié dès réception de votre box.'],
  ['Votre dossier', 'Nous sommes au regret de ne pouvoir confirmer la résiliation de votre contrat.'],
  ['Votre contrat', 'Merci de nous retourner ce formulaire pour confirmer la résiliation de votre contrat.'],
  ['Votre résiliation', 'La résiliation de votre contrat sera confirmée après réception du matériel.'],
  ['Your notice', 'To confirm the cancellation of your subscription, reply YES.'],
  ['Your notice', 'We will confirm the cancellation of your subscription within 5 days.'],
  ['Your notice', 'We are not able to confirm the cancellation of your subscription yet.'],
  ['Your weekly digest', 'Top story: "I thought my subscription was cancelled", says a reader.'],
  ['Welcome to Pro', 'Your subscription to Basic has been cancelled automatically because you moved to Pro.'],
  ['Reminder', 'Your plan was cancelled once before. Do not let it happen again: update your card.'],
  ['Training', 'This is a drill. Your subscription has been cancelled (sample message).'],
  ['You asked about cancelling', 'Hi, once you confirm in the app, your subscription is cancelled immediately.'],
  ['Team notice', 'Your company has cancelled its membership with our gym. You can take one on your own.'],
  ['Your subscription', 'Your subscription is cancelled automatically if you do not log in for 12 months.'],
  ['Payment plan', 'Your payment plan for order 123 has been cancelled.'],
  ['Your meal plan', 'Your meal plan for Tuesday was cancelled by the chef.'],
  ['Season pass event', 'The match included in your season pass has been cancelled.'],
  ['Flight pass', 'Your boarding pass has been cancelled, please check in again.'],
  ['Insurance claim', 'Your claim under your protection plan has been cancelled.'],
  ['Lesson plan', 'Your lesson plan "Fractions" is now discontinued.'],
  ['Discontinued', 'Your plan is discontinued. We will move you to the new plan on May 3.'],
  ['Contract', 'Your rental contract offer was terminated by the landlord before signing.'],
  ['License', 'Your driving license has been cancelled.'],
  ['Product end of life', 'The plan Legacy has been discontinued; your price stays the same.'],
  ['Auto-renew', 'Make sure auto-renew is off before you travel.'],
  ['Auto-renew tip', 'Auto-renew is turned off by default for new plans.'],
  ['Auto-renew warning', 'Auto-renewal is off: your domain will expire. Turn it on to keep it.'],
  ['Voice of the customer', 'You cancelled your membership because of the price? Tell us.'],
  ['Chargeback', 'You disputed a charge. Your subscription has been cancelled by our fraud team and your account was closed.'],
  ['Account deletion', 'Your account was deleted.'],
  ['Votre magazine', "Votre abonnement papier a été arrêté par l'éditeur et remplacé par le numérique."],
  ['Fiche pratique', 'Que faire quand votre abonnement est résilié par erreur'],
  ['Votre mutuelle', 'Votre contrat de prêt a été annulé avant signature.'],
  ['Votre offre', "Votre offre d'emploi a été annulée."],
  ['Votre forfait ski', 'Votre forfait ski du 12 janvier est annulé.'],
  ['Formation', 'Votre formule déjeuner de mardi est annulée.'],
  ['Licence', 'Votre licence sportive a été annulée par la fédération.'],
  ['Contrat de travail', 'Votre contrat de travail prend fin le 3 mai à votre demande.'],
  ['Assistance', 'Notre conseiller confirme la résiliation de votre contrat par un appel dans 48 h.'],
  ['Exemple', 'Vous recevrez un message : votre abonnement est résilié.'],
  ['Renouvellement', 'Le renouvellement de votre carte a été annulé.'],
  ['Renouvellement CNI', 'Le renouvellement de votre titre est annulé.'],
  ['Renewal of passport', 'The renewal of your passport was cancelled.'],
  ['Your invoice', 'Good to know: your subscription was cancelled in error on our side and is running again.'],
  ['Incident report', 'Due to a bug some customers were told "your subscription was cancelled". Yours is fine.'],
  ['Your plan', 'Your subscription has been cancelled in our old system and moved to the new one. Nothing changes for you.'],
  ['Security', 'Somebody signed in and your subscription was cancelled. Was it you? Restore it here.'],
  ['Partner', 'Your membership at GymOne has been cancelled as your employer joined GymTwo; your new membership starts today.'],
  ['Duplicate', 'Your second subscription, a duplicate, has been cancelled. The first one stays active.'],
  ['Payment', 'Your subscription has been cancelled: three attempts to charge your card were declined.'],
  ['Non payment', 'As your card was declined, we have cancelled your subscription.'],
  ['Soon', 'In 30 days your subscription is cancelled.'],
  ['Draft', 'Hi Marc, could you write to clients: "we confirm the cancellation of your subscription"? Thanks'],
  ['Thanks', 'Hello Anna, I have cancelled my subscription, thanks for the tip!'],
  ['Mum', 'Hi, did you see that they cancelled your subscription to the newspaper?'],
  ['Library', 'Your library membership was cancelled by mistake. We have restored it.'],
  ['Waiting list', 'Your subscription request has been cancelled.'],
  ['Calendar subscription', 'Your calendar subscription has been cancelled.'],
  ['SMS', 'Your SMS subscription has been cancelled. Reply START to resume.'],
  ['Push', 'Your push subscription has been terminated.'],
  ['Topic', 'Your subscription to topic billing-alerts was cancelled.'],
  ['Repository', 'Your subscription to acme/app issue 12 was cancelled.'],
  ['Votre abonnement', "Votre abonnement a été résilié par erreur, nous l'avons rétabli."],
  ['Impayé', 'Trois prélèvements ont été rejetés : votre abonnement est résilié.'],
  ['Doublon', "Votre abonnement en double a été annulé ; l'autre continue."],
  ['Maman', "Coucou, j'ai résilié ton abonnement de téléphone ce matin."],
  ['Migration', 'Votre abonnement a été résilié dans notre ancien système et transféré dans le nouveau.'],
  ['Courrier', 'Objet : résiliation. Je vous confirme la résiliation de mon abonnement.'],
  ['Alerte SMS', 'Votre abonnement aux alertes SMS est résilié.'],
  ['Calendrier', 'Votre abonnement au calendrier partagé est annulé.'],
  ['Bientôt', 'Dans 30 jours, votre abonnement est résilié automatiquement faute de paiement.'],
];

it.each(NEAR_MISSES)('no certain cancellation: %s: %s', (subject, body) => {
  const read = classifyMessage(buildMessage({ subject, body }));
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

it.each(['your subscription ', 'if not your plan has been, ', '1.', 'é\u0301', 'your '])(
  'reads a text of %j twice alike, with work in proportion',
  async (piece) => {
    const read = (share: number) => {
      const body = piece.repeat((300_000 * share) / piece.length);
      return classifyMessage(buildMessage({ subject: body.slice(0, 5000), body }));
    };
    expect(read(1)).toEqual(read(1));
    expect(await growth(read)).toBeLessThan(LINEAR_MAX);
  },
);
