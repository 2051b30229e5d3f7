// One line per mail: what it must be taken for. All mails are written for this table; merchants are invented.
import { buildMessage } from '@quittance/testing/message-builder';
import { describe, expect, it } from 'vitest';
import { classifyMessage } from './classify-message.ts';

/** Kind, subject, body. `!` after the kind: the decision must be automatic. `?`: it must not be. */
type Case = readonly [expected: string, subject: string, body: string];

const ENGLISH: readonly Case[] = [
  // signup
  [
    'signup',
    'Welcome to Lumen Premium',
    'Hi Camille,\n\nYour Lumen Premium membership is now active. You will be charged $9.99 per month.',
  ],
  [
    'signup',
    'Subscription confirmation',
    'Thank you for subscribing to Harbor Weekly. Your subscription starts on April 2, 2026. Price: £12.00 per month.',
  ],
  [
    'signup',
    'You subscribed to Nimbus Pro',
    "You've successfully subscribed to Nimbus Pro (monthly) for $20.00/month. Your subscription renews automatically until cancelled.",
  ],
  ['signup', 'Thanks for joining Fit Corner', 'Your membership has been activated. First payment: £24.99.'],
  [
    'signup',
    'Your order of Atlas Plus',
    'You purchased a subscription. Your Atlas Plus subscription is confirmed. You can cancel anytime in your account settings.',
  ],
  // trial_started
  [
    'trial_started',
    'Your free trial has started',
    'Your 7-day free trial of Nimbus Pro has begun. On April 9, 2026 you will be charged $20.00 unless you cancel.',
  ],
  ['trial_started', 'Welcome to your trial', 'Thanks for starting your free trial of Atlas. Your trial ends on May 1, 2026.'],
  [
    'trial_started',
    'Enjoy 14 days of Lumen',
    "You've started a 14-day free trial of Lumen Premium. After your trial ends, we'll bill your card $9.99 a month.",
  ],
  // trial_ending
  [
    'trial_ending',
    'Your trial ends in 3 days',
    'Your free trial of Nimbus Pro ends on April 5, 2026. After that you will be charged $20.00 per month.',
  ],
  ['trial_ending', 'Your free trial is about to end', 'To avoid being charged, cancel before April 5, 2026.'],
  ['trial_ending', 'Only 2 days left in your trial', 'Your Lumen trial expires soon. Add a payment method to keep your plan.'],
  // renewal_notice
  [
    'renewal_notice',
    'Your subscription renews soon',
    'Your Harbor Weekly subscription will automatically renew on May 3, 2026 for £120.00. Cancel before May 3 to avoid being charged.',
  ],
  [
    'renewal_notice',
    'Upcoming renewal of your Atlas plan',
    'This is a reminder that your annual plan will renew on 3 May 2026. You will be charged $99.00 unless you cancel at least 24 hours before.',
  ],
  ['renewal_notice', 'Renewal notice', 'Your domain and hosting service is due for renewal on 12/05/2026.'],
  ['renewal_notice', 'Your upcoming payment', 'Your next payment of €9.99 for Lumen Premium is scheduled for May 3, 2026.'],
  [
    'renewal_notice',
    'Your membership expires in 14 days',
    'Your museum membership will expire on May 3, 2026. Renew today to keep your benefits.',
  ],
  [
    'renewal_notice',
    'Your annual subscription is about to renew',
    'No action is needed. If you do not wish to renew, turn off auto-renewal before 3 May 2026.',
  ],
  // renewal_charged
  [
    'renewal_charged',
    'Your receipt from Lumen #2291-1029',
    'Amount paid $9.99\nDate paid April 2, 2026\nLumen Premium monthly subscription\nNext billing date: May 2, 2026',
  ],
  ['renewal_charged', 'Payment received', 'Thank you for your payment of £24.99 for your Fit Corner membership. You can cancel anytime.'],
  [
    'renewal_charged',
    'Your subscription has been renewed',
    'Your Atlas plan was renewed. We charged your card ending in 4242 $99.00. It will renew again on April 2, 2027.',
  ],
  [
    'renewal_charged',
    'Invoice for your Nimbus subscription',
    'We have charged $20.00 to your card. Billing period: April 2 - May 1, 2026. Subscriptions auto-renew unless cancelled.',
  ],
  [
    'renewal_charged',
    'Your monthly invoice is available',
    'Invoice number 4411\nTotal paid: €29.90\nPlan: Fibre Max, billing period 1 March to 31 March.',
  ],
  // price_change
  [
    'price_change',
    'Changes to your Lumen price',
    'The price of your Lumen Premium subscription will increase from $9.99 to $11.99 per month on May 3, 2026.',
  ],
  [
    'price_change',
    "We're updating our prices",
    'Starting May 3, 2026, your monthly price will be $11.99 instead of $9.99. You can cancel your plan at any time.',
  ],
  ['price_change', 'Your subscription price is going up', 'Your new price of £12.99 takes effect at your next billing date.'],
  // payment_failed
  [
    'payment_failed',
    'Your payment was declined',
    'We were unable to charge your card for your Nimbus Pro subscription. Please update your payment method.',
  ],
  [
    'payment_failed',
    'Payment failed',
    "Your subscription will be cancelled on May 3, 2026 unless you update your payment details. We'll try again in 3 days.",
  ],
  [
    'payment_failed',
    'Action required: problem with your payment',
    "We couldn't process your payment for Lumen Premium. To avoid interruption, update your card.",
  ],
  [
    'payment_failed',
    'Your invoice is past due',
    'Your Fit Corner membership invoice of £24.99 is overdue. If we do not receive payment your membership will be suspended.',
  ],
  [
    'payment_failed',
    'Your account is on hold',
    'There was a problem with your payment, so your Lumen subscription is on hold. Update your payment information.',
  ],
  // cancellation_requested
  [
    'cancellation_requested',
    'We received your cancellation request',
    'We have received your request to cancel your Fit Corner membership. It will be processed within 5 working days.',
  ],
  [
    'cancellation_requested',
    'Confirm your cancellation',
    'Please confirm that you want to cancel your Nimbus subscription by clicking the link below. Your subscription stays active until you do.',
  ],
  [
    'cancellation_requested',
    'Your cancellation is being processed',
    'Your request to cancel your plan was submitted. We will let you know once it is complete.',
  ],
  [
    'cancellation_requested',
    'Cancellation request received',
    'Thanks for contacting us. Your cancellation request has been forwarded to the membership team.',
  ],
  // cancellation_confirmed
  [
    'cancellation_confirmed!',
    'Your subscription has been cancelled',
    'As you requested, your Lumen Premium subscription has been cancelled. You can keep using it until May 3, 2026. You will not be charged again.',
  ],
  [
    'cancellation_confirmed!',
    'Cancellation confirmation',
    'We confirm the cancellation of your Harbor Weekly subscription. Your access ends on May 3, 2026.',
  ],
  [
    'cancellation_confirmed!',
    'Auto-renewal turned off',
    'Auto-renewal for your Atlas plan has been turned off. Your plan remains active until May 3, 2026.',
  ],
  [
    'cancellation_confirmed!',
    "You've canceled your membership",
    "You've canceled your Fit Corner membership. We're sorry to see you go. Changed your mind? You can rejoin at any time.",
  ],
  [
    'cancellation_confirmed!',
    'Your plan is cancelled',
    "We've cancelled your Nimbus Pro plan. No further charges will be made to your card.",
  ],
  [
    'cancellation_confirmed!',
    'Cancellation confirmed',
    'Hi Camille, the cancellation is complete. Your subscription stays available until May 3, 2026.',
  ],
  ['cancellation_confirmed?', 'Your Lumen subscription will not renew', 'Your Lumen subscription will not renew and ends on May 3, 2026.'],
  // expired
  ['expired', 'Your subscription has expired', 'Your Harbor Weekly subscription expired on April 1, 2026. Renew now to keep reading.'],
  ['expired', 'Your trial has ended', 'Your free trial of Atlas has expired. Choose a plan to continue.'],
  ['expired', 'Your membership has lapsed', 'Your museum membership has ended and you no longer have access.'],
  ['expired', 'Subscription cancelled for non-payment', 'Your Nimbus subscription has been cancelled because of an unpaid invoice.'],
  // refund
  ['refund', 'Your refund has been issued', "We've refunded $9.99 to your card for your Lumen Premium subscription."],
  ['refund', 'Refund confirmation', 'Your refund of £24.99 for your membership has been processed and should arrive within 5 days.'],
  // paused
  ['paused', 'Your subscription is paused', "You've paused your Nimbus subscription. It will resume on June 1, 2026."],
  [
    'paused',
    'Membership freeze confirmed',
    'Your Fit Corner membership has been frozen until June 1, 2026. You will not be charged during this time.',
  ],
  // reactivated
  [
    'reactivated',
    'Your subscription has been reactivated',
    'Welcome back! Your Lumen Premium subscription has been reactivated and will renew on May 3, 2026.',
  ],
  ['reactivated', 'Auto-renewal is on', "You've turned it back on: auto-renewal for your Atlas plan has been re-enabled."],
  // plan_changed
  ['plan_changed', 'Your plan has been changed', "You've upgraded to Nimbus Team. Your plan has been changed from Pro to Team."],
  ['plan_changed', 'Plan change confirmation', 'Your subscription has been downgraded to Lumen Basic. Your new price is $4.99 per month.'],
  // plain other
  ['other!', 'Lunch on Friday?', 'Hi, are we still on for lunch? See you then.'],
  ['other!', 'Your parcel is on its way', 'Your order 4471 has shipped and arrives tomorrow.'],
];

const FRENCH: readonly Case[] = [
  // signup
  [
    'signup',
    'Bienvenue chez Lumen Premium',
    'Bonjour Camille,\n\nVotre abonnement Lumen Premium est activé. Vous serez débité de 9,99 € par mois.',
  ],
  [
    'signup',
    'Confirmation de votre abonnement',
    'Merci de vous être abonné au Journal du Port. Votre abonnement commence le 2 avril 2026 au prix de 12,00 € par mois.',
  ],
  [
    'signup',
    'Votre adhésion est confirmée',
    'Nous vous remercions pour votre adhésion à la salle Coin Forme. Premier prélèvement : 24,99 €.',
  ],
  [
    'signup',
    'Votre souscription',
    'Vous venez de souscrire à la formule Atlas Plus. Votre contrat prend effet le 2 avril 2026, sans engagement.',
  ],
  // trial_started
  [
    'trial_started',
    'Votre essai gratuit a commencé',
    'Votre essai gratuit de 7 jours de Nimbus Pro a commencé. Le 9 avril 2026, vous serez débité de 20,00 € sauf si vous résiliez.',
  ],
  [
    'trial_started',
    'Bienvenue dans votre période d’essai',
    "Vous avez démarré votre essai gratuit d'Atlas. Il se termine le 1er mai 2026.",
  ],
  // trial_ending
  [
    'trial_ending',
    'Votre essai se termine dans 3 jours',
    'Votre essai gratuit de Nimbus Pro se termine le 5 avril 2026. Ensuite, 20,00 € par mois vous seront prélevés.',
  ],
  ['trial_ending', 'Votre période d’essai prend bientôt fin', 'Pour ne pas être débité, annulez avant le 5 avril 2026.'],
  // renewal_notice
  [
    'renewal_notice!',
    'Votre abonnement sera bientôt renouvelé',
    'Votre abonnement sera automatiquement renouvelé le 5 décembre 2026 au tarif de 9,90 € par mois.',
  ],
  [
    'renewal_notice',
    'Votre abonnement se renouvelle bientôt',
    'Votre abonnement au Journal du Port se renouvellera automatiquement le 3 mai 2026 pour 120,00 €. Vous pouvez résilier avant cette date.',
  ],
  [
    'renewal_notice',
    "Avis d'échéance",
    'Votre contrat arrive à échéance le 3 mai 2026. Il sera reconduit tacitement pour un an sauf dénonciation de votre part avant le 3 avril.',
  ],
  [
    'renewal_notice',
    'Reconduction tacite de votre contrat',
    'Conformément à l’article L215-1 du code de la consommation, nous vous informons que votre abonnement sera reconduit le 3 mai 2026. Vous pouvez vous y opposer jusqu’au 3 avril 2026.',
  ],
  [
    'renewal_notice',
    'Votre prochain prélèvement',
    'Le prochain prélèvement de 9,99 € pour votre abonnement Lumen Premium est prévu le 3 mai 2026.',
  ],
  ['renewal_notice', 'Votre adhésion expire dans 14 jours', 'Votre adhésion au musée expire le 3 mai 2026. Renouvelez-la dès maintenant.'],
  // renewal_charged
  [
    'renewal_charged',
    'Votre reçu Lumen n° 2291',
    'Montant payé 9,99 €\nDate de paiement : 2 avril 2026\nAbonnement mensuel Lumen Premium\nProchain prélèvement : 2 mai 2026',
  ],
  ['renewal_charged', 'Paiement reçu', 'Merci pour votre paiement de 24,99 € pour votre abonnement Coin Forme. Résiliable à tout moment.'],
  [
    'renewal_charged',
    'Votre abonnement a été renouvelé',
    'Votre abonnement Atlas a bien été renouvelé. Nous avons prélevé 99,00 € sur votre carte.',
  ],
  [
    'renewal_charged',
    'Votre facture est disponible',
    'Votre facture du mois de mars pour votre forfait Fibre Max est disponible. Montant prélevé : 29,90 €.',
  ],
  // price_change
  [
    'price_change',
    'Le prix de votre abonnement évolue',
    'À compter du 3 mai 2026, le prix de votre abonnement Lumen passera de 9,99 € à 11,99 € par mois.',
  ],
  [
    'price_change',
    'Évolution tarifaire',
    'Nous vous informons d’une augmentation du tarif de votre forfait : 21,99 € au lieu de 19,99 € à partir du 3 mai 2026.',
  ],
  // payment_failed
  [
    'payment_failed',
    'Échec de votre paiement',
    'Le prélèvement pour votre abonnement Nimbus Pro a été refusé. Mettez à jour votre moyen de paiement.',
  ],
  [
    'payment_failed',
    'Incident de paiement',
    "Nous n'avons pas pu prélever votre mensualité. Sans règlement de votre part sous 8 jours, votre abonnement sera résilié.",
  ],
  [
    'payment_failed',
    'Votre paiement a échoué',
    'Votre abonnement sera suspendu le 3 mai 2026 si vous ne mettez pas à jour vos coordonnées bancaires.',
  ],
  // cancellation_requested
  [
    'cancellation_requested',
    'Accusé de réception de votre demande',
    'Nous accusons réception de votre demande de résiliation de votre abonnement Coin Forme. Elle sera traitée sous 5 jours ouvrés.',
  ],
  [
    'cancellation_requested',
    'Nous avons bien reçu votre demande de résiliation',
    'Votre demande est en cours de traitement. Vous recevrez une confirmation.',
  ],
  [
    'cancellation_requested',
    'Confirmez votre résiliation',
    'Cliquez sur le lien ci-dessous pour confirmer la résiliation de votre abonnement Nimbus. Sans cela, il reste actif.',
  ],
  [
    'cancellation_requested',
    'Votre demande de résiliation a bien été enregistrée',
    'Un conseiller vous contactera pour finaliser la résiliation.',
  ],
  // cancellation_confirmed
  [
    'cancellation_confirmed!',
    'Votre abonnement est résilié',
    'Comme demandé, votre abonnement Lumen Premium a été résilié. Vous pouvez en profiter jusqu’au 3 mai 2026. Vous ne serez plus débité.',
  ],
  [
    'cancellation_confirmed!',
    'Confirmation de résiliation',
    'Nous vous confirmons la résiliation de votre abonnement au Journal du Port. Il prendra fin le 3 mai 2026.',
  ],
  [
    'cancellation_confirmed!',
    'Renouvellement automatique désactivé',
    'Le renouvellement automatique de votre formule Atlas a bien été désactivé. Elle reste active jusqu’au 3 mai 2026.',
  ],
  [
    'cancellation_confirmed!',
    'Vous avez annulé votre abonnement',
    'Vous avez annulé votre abonnement Nimbus. Nous sommes tristes de vous voir partir.',
  ],
  [
    'cancellation_confirmed!',
    'Résiliation de votre contrat',
    'La résiliation de votre contrat Coin Forme est effective au 3 mai 2026. Aucun prélèvement ne sera effectué après cette date.',
  ],
  [
    'cancellation_confirmed?',
    'Votre abonnement ne sera pas renouvelé',
    'Votre abonnement Lumen ne sera pas renouvelé et prendra fin le 3 mai 2026.',
  ],
  // expired
  [
    'expired',
    'Votre abonnement a expiré',
    'Votre abonnement au Journal du Port a pris fin le 1er avril 2026. Réabonnez-vous pour continuer.',
  ],
  ['expired', 'Votre essai est terminé', 'Votre essai gratuit d’Atlas a expiré. Choisissez une formule.'],
  ['expired', 'Abonnement résilié pour impayé', 'Votre abonnement Nimbus a été résilié en raison d’un impayé.'],
  // refund
  ['refund', 'Votre remboursement', 'Nous avons remboursé 9,99 € sur votre carte pour votre abonnement Lumen Premium.'],
  ['refund', 'Confirmation de remboursement', 'Votre remboursement de 24,99 € pour votre adhésion a bien été effectué.'],
  // paused
  ['paused', 'Votre abonnement est en pause', 'Votre abonnement Nimbus a été mis en pause jusqu’au 1er juin 2026.'],
  [
    'paused',
    'Suspension de votre abonnement',
    'Nous confirmons la suspension de votre abonnement Coin Forme du 1er mai au 1er juin 2026, comme demandé.',
  ],
  // reactivated
  [
    'reactivated',
    'Votre abonnement est réactivé',
    'Bonne nouvelle : votre abonnement Lumen Premium a été réactivé. Il se renouvellera le 3 mai 2026.',
  ],
  ['reactivated', 'Renouvellement automatique réactivé', 'Le renouvellement automatique de votre formule Atlas est de nouveau activé.'],
  // plan_changed
  ['plan_changed', 'Changement de formule', 'Vous êtes passé à la formule Nimbus Équipe. Votre abonnement a été modifié.'],
  ['plan_changed', 'Votre forfait a été modifié', 'Votre forfait a bien été changé : Fibre Max remplace Fibre Essentiel.'],
  // plain other
  ['other!', 'Déjeuner vendredi ?', 'Salut, on déjeune toujours ensemble vendredi ?'],
  ['other!', 'Votre colis est en route', 'Votre commande 4471 a été expédiée et arrive demain.'],
];

describe.each([
  ['en', ENGLISH],
  ['fr', FRENCH],
] as const)('%s', (language, cases) => {
  it.each(cases)('%s: %s', (expected, subject, body) => {
    const read = classifyMessage(buildMessage({ subject, body, text: { languageHint: language } }));
    expect(read.kind).toBe(expected.replace(/[!?]$/, ''));
    if (expected.endsWith('!')) expect(read.decided).toBe('auto');
    if (expected.endsWith('?')) expect(read.decided).not.toBe('auto');
    for (const reason of read.reasons.filter((reason) => reason.field === 'kind' || reason.field === 'veto')) {
      expect((reason.zone === 'subject' ? subject : body).slice(reason.start, reason.end)).toBe(reason.quote);
    }
    if (read.kind !== 'other') expect(read.reasons.some((reason) => reason.field === 'kind')).toBe(true);
  });
});
