// What stands near a cancellation and is none: bookings, orders and appointments called off, calls to come back, letters unsubscribed from,
// accounts deleted, requests not yet granted, contracts ended for want of payment or paused, contracts of work and rent.
import { buildMessage } from '@quittance/testing/message-builder';
import { expect, it } from 'vitest';
import { classifyMessage } from './classify-message.ts';

const CASES: readonly (readonly [kind: string, subject: string, body: string])[] = [
  ['other', 'Maya, come back to Netflix', 'Your membership ended in March. Rejoin now from $6.99 a month. Cancel anytime.'],
  [
    'other',
    'Your booking at Hotel Lindos has been cancelled',
    "We're confirming that your booking was cancelled free of charge. You won't be charged. Booking number 4471 203.",
  ],
  ['other', 'Your reservation has been cancelled', 'Your reservation for 2 at Oak & Ember on June 12 was cancelled as requested.'],
  [
    'other',
    'Your order has been cancelled',
    "Your order #206-1 has been cancelled. If your card was charged, you'll get a refund. Try Prime free for 30 days.",
  ],
  ['other', 'Event cancelled: Summer Jazz', 'The organiser cancelled this event. Your ticket will be refunded automatically.'],
  ['other', "You've unsubscribed", "You've been unsubscribed from Medium Daily Digest. You will no longer receive these emails."],
  [
    'other',
    '[GitHub] A personal access token is about to expire',
    'Your token "ci" expires on June 12. If it\'s no longer needed you can ignore this.',
  ],
  [
    'other',
    'Your account will be deleted',
    "We've received a request to delete your account. Your account will be permanently deleted on June 12, 2026. If this wasn't you, log in to cancel the deletion.",
  ],
  ['other', 'Your trip was canceled', 'Your trip with Ahmed was canceled. You were charged a cancellation fee of $5.00.'],
  ['other', 'Appointment cancelled', 'Your appointment on 12 June 2026 at 9:40 has been cancelled by the practice. Please call to rebook.'],
  ['other', 'Try 3 months of Premium for £0', 'Start your free trial today. £11.99/month after. Cancel anytime. Offer ends June 12.'],
  ['other', 'We miss you, Maya', "It's been a while since you cancelled your subscription. Come back for $2.99/mo for 3 months."],
  ['other', 'Someone left your workspace', "Jordan's account in Acme has been deactivated by an admin."],
  ['other', 'Items on your wishlist are on sale', 'Hades II is now 30% off.'],
  ['other', 'Your order is on its way', 'Order 10101 has shipped. Total £84.20.'],
  ['other', 'Your free plan includes more than ever', "You're on the Free plan. Upgrade to Plus any time for $10 per month."],
  ['other', 'Your Direct Debit has been cancelled', 'A Direct Debit to PUREGYM LTD has been cancelled on your account ending 882.'],
  ['other', "You've cancelled your scheduled transfer", 'The transfer of $300 scheduled for June 12 was cancelled.'],
  [
    'other',
    'Order #1002 cancelled by customer',
    'Maya H. cancelled order #1002 in your store. The subscription contract is also cancelled.',
  ],
  [
    'other',
    'Votre rendez-vous est annulé',
    'Votre rendez-vous du 12 juin avec le Dr Roux a été annulé par le praticien. Vous pouvez reprendre rendez-vous en ligne.',
  ],
  [
    'other',
    "Confirmation d'annulation de votre billet",
    'Votre billet Paris-Lyon du 12 juin a été annulé. Le remboursement de 84,20 € sera effectué sous 5 jours.',
  ],
  ['other', 'Léa, revenez chez CANAL+', 'Vous nous avez quittés il y a 6 mois. Revenez pour 9,99€/mois pendant 12 mois, sans engagement.'],
  ['other', 'Votre commande 4471 est annulée', 'Votre commande a été annulée, vous ne serez pas débitée.'],
  ['other', 'Désinscription confirmée', 'Vous êtes désinscrite de la newsletter « La Matinale ». Vous ne recevrez plus ces messages.'],
  ['other', 'Réservation annulée', 'Votre réservation chez Paul a été annulée. Vous recevrez un remboursement intégral.'],
  ['other', 'Opposition enregistrée', 'Votre carte se terminant par 4242 a été annulée. Une nouvelle carte vous sera envoyée.'],
  ['other', 'Suppression de votre compte', 'Votre compte sera supprimé définitivement le 12 juin. Reconnectez-vous pour annuler.'],
  ['other', 'Forfait 100 Go à 7,99€/mois sans engagement', 'Profitez-en avant le 12 juin. Résiliable à tout moment.'],
  ['other', 'Votre cours est annulé', "Le cours de yoga du 12 juin est annulé par l'organisateur."],
  ['other', 'Merci pour votre don de 20 €', 'Votre don unique a bien été reçu.'],
  ['other', 'Stornierung Ihrer Buchung', 'Ihre Fahrkarte wurde storniert. Der Betrag von 84,20 € wird erstattet.'],
  ['other', 'Abmeldung bestätigt', 'Sie haben sich vom Newsletter Elbvertiefung abgemeldet und erhalten keine weiteren E-Mails.'],
  ['other', 'Komm zurück zu Sky', 'Du hast vor 3 Monaten gekündigt. Hol dir Sky X ab 10 € mtl., jederzeit kündbar.'],
  ['other', 'Terminabsage', 'Ihr Termin am 12.06.2026 wurde abgesagt.'],
  ['other', 'Anulación de billete', 'Tu billete ha sido anulado. El importe se reembolsará en 5 días.'],
  ['other', 'Vuelve a Filmin', 'Cancelaste hace 3 meses. Vuelve por 4,99 € al mes.'],
  ['other', 'Prenotazione annullata', 'La prenotazione è stata annullata. Il rimborso arriverà in 5 giorni.'],
  ['other', 'Torna su DAZN', 'Il tuo abbonamento è finito a marzo. Riattivalo con il 50% di sconto.'],
  ['other', 'A sua reserva foi cancelada', 'A reserva 4471 foi cancelada sem custos.'],
  ['other', 'Je reservering is geannuleerd', 'De reservering voor 12 juni is geannuleerd. Je krijgt het bedrag terug.'],
  ['other', 'Zwrot biletu', 'Twój bilet został anulowany. Zwrot 84,20 zł otrzymasz w ciągu 5 dni.'],
  ['other', 'Wróć do CDA Premium', 'Twoja subskrypcja wygasła 3 miesiące temu. Wróć za 9,99 zł.'],
  ['other', 'Wypisanie z newslettera', 'Zostałaś wypisana z newslettera. Nie będziesz już otrzymywać wiadomości.'],
  ['other', 'ご注文キャンセルのお知らせ', 'ご注文番号4471のキャンセルが完了しました。'],
  ['other', 'メールマガジン配信停止のお知らせ', 'メールマガジンの配信を停止しました。'],
  ['other', '今なら1か月無料でおためし', 'いつでも解約できます。月額1,026円。'],
  [
    'cancellation_requested',
    "We've received your cancellation request",
    "We got your request to cancel your subscription. Our team will process it within 2 business days and you'll get a confirmation.",
  ],
  [
    'cancellation_requested',
    'Confirm your cancellation',
    'Click the link below to confirm that you want to cancel your membership. Your membership stays active until you do.',
  ],
  [
    'cancellation_requested',
    'Votre demande de résiliation',
    'Nous avons bien reçu votre demande de résiliation. Elle sera traitée sous 10 jours et vous recevrez une confirmation.',
  ],
  [
    'cancellation_requested',
    'Confirmez votre résiliation',
    'Pour finaliser votre résiliation, merci de cliquer sur le lien ci-dessous avant le 12 juin.',
  ],
  [
    'cancellation_requested',
    'Eingang Ihrer Kündigung',
    'Wir haben Ihre Kündigung erhalten und prüfen sie. Die Bestätigung senden wir Ihnen in Kürze.',
  ],
  [
    'cancellation_requested',
    'Otrzymaliśmy Twoje wypowiedzenie',
    'Twój wniosek o rozwiązanie umowy został przyjęty do realizacji. Potwierdzenie wyślemy w ciągu 14 dni.',
  ],
  ['cancellation_requested', '解約お申し込み受付のお知らせ', '解約のお申し込みを受け付けました。手続き完了後に改めてご連絡いたします。'],
  [
    'cancellation_requested',
    'Hemos recibido tu solicitud de baja',
    'Estamos tramitando tu solicitud de baja. Te avisaremos cuando se complete.',
  ],
  [
    'expired',
    'Your subscription has ended',
    "We couldn't process your payment after several attempts, so your subscription has been cancelled.",
  ],
  ['expired', 'Your subscription has expired', 'Your Norton 360 subscription expired on May 11, 2026. Renew now to stay protected.'],
  ['payment_failed', "Your payment didn't go through", 'Update your payment details or your Premium plan will be cancelled on June 12.'],
  ['paused', 'Your plan is paused', "You've paused your plan until June 12. No boxes will be sent or charged until then."],
  [
    'other',
    'Fin de votre contrat de travail',
    'Bonjour, nous prenons acte de votre démission. Votre contrat de travail prendra fin le 12 juin 2026. Votre solde vous sera versé.',
  ],
  ['other', 'Confirmation', 'Madame, nous confirmons la résiliation de votre bail. Il prendra fin le 12 juin 2026.'],
  ['other', 'Kündigung Ihrer Wohnung', 'Wir bestätigen Ihre Kündigung des Mietvertrags Lindenstr. 4 zum 12.06.2026.'],
  ['other', 'Kündigungsbestätigung', 'Hiermit bestätigen wir die Kündigung Ihres Arbeitsvertrags. Ihr Vertrag endet zum 12.06.2026.'],
  [
    'other',
    'Your tenancy',
    'We confirm that your tenancy has been cancelled as you asked and ends on 12 June 2026. You will not be charged after that.',
  ],
  ['other', 'Baja confirmada', 'Le confirmamos la baja de su contrato de alquiler, que terminará el 12 de junio de 2026.'],
  ['other', 'Conferma di disdetta', 'Le confermiamo la disdetta del contratto di locazione. Il contratto cesserà il 12 giugno 2026.'],
  ['other', 'Bevestiging opzegging', 'We hebben de opzegging van je huurovereenkomst verwerkt. Het contract stopt op 12 juni 2026.'],
  ['other', 'Confirmação', 'Confirmamos o cancelamento do seu contrato de trabalho. O contrato termina em 12 de junho de 2026.'],
  ['other', 'Potwierdzenie', 'Potwierdzamy rozwiązanie umowy najmu. Umowa wygaśnie 12 czerwca 2026.'],
  ['other', '退職手続き完了のお知らせ', '雇用契約の解約手続きが完了しました。2026年6月12日で終了します。'],
];

it('only asks where somebody who moves house ends another contract with the lease', () => {
  const body =
    "Votre contrat d'électricité est résilié à votre demande et prendra fin le 12 juin 2026. Pensez au relevé lors de l'état des lieux.";
  const subject = 'Confirmation de résiliation';
  expect(classifyMessage(buildMessage({ subject, body }))).toMatchObject({ kind: 'cancellation_confirmed', decided: 'probable' });
  const without = body.replace(" lors de l'état des lieux", '');
  expect(classifyMessage(buildMessage({ subject, body: without }))).toMatchObject({ kind: 'cancellation_confirmed', decided: 'auto' });
});

it.each(CASES)('%s: %s', (kind, subject, body) => {
  expect(classifyMessage(buildMessage({ subject, body })).kind).toBe(kind);
});
