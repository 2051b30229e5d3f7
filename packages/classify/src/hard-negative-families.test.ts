// Families of mails that speak as subscription mail does and are none, in nine languages: orders, bookings, newsletters, failed
// cancellations, offers to stay, sellers' notices, removed seats, deleted accounts, bills of tradesmen, fraud. hard-negatives.test.ts has the
// English and French ones by their number in the research.
import { buildMessage } from '@quittance/testing/message-builder';
import { expect, it } from 'vitest';
import { classifyMessage } from './classify-message.ts';

type Case = readonly [language: string, subject: string, body: string];

const CASES: readonly Case[] = [
  ['en', 'Your parcel from Kiln & Co', 'Thanks for your order. We have received your payment of $48.00 and will ship the bowls tomorrow.'],
  ['en', 'Order 55120 was cancelled', 'The lamp you ordered is no longer available, so we cancelled the order and returned your money.'],
  ['en', 'Booking cancelled', 'Your stay at Hotel Meridian from 3 to 5 May has been cancelled free of charge.'],
  ['en', 'Your flight was cancelled', 'We regret that flight QX 12 on May 3 is cancelled. Choose another flight or a refund.'],
  ['en', 'You are unsubscribed', 'We have taken you off the Gardening Letter. Sorry to see you go!'],
  ['en', 'We could not cancel your plan', 'Something went wrong and your plan was not cancelled. Please try again later.'],
  ['en', 'Thinking of leaving?', 'Before you cancel, here is a month at half price. Your plan stays as it is until you decide.'],
  [
    'en',
    'If you cancel',
    'If you cancel your subscription you can still listen until the end of the month. Your subscription continues as before.',
  ],
  ['en', 'Riley cancelled', 'A customer of your store has cancelled the Gold plan. You will find the details in your dashboard.'],
  ['en', 'Your account is gone', 'We have deleted your account and all data, as you asked. You will not be able to sign in again.'],
  ['en', 'A free month for you', 'Try Orbit free for 30 days. Then $5 per month. Cancel anytime. Offer ends Sunday.'],
  ['en', 'Payout for April', 'Your payout of $1,204.00 is on its way. 31 subscriptions were renewed and 2 cancelled.'],
  ['en', "Reminder: dentist's invoice", 'Our invoice for your treatment of 3 March has not been paid yet. Please transfer 84.00 EUR.'],
  ['en', 'New terms', 'We are updating our terms of service on May 3. They now say when a subscription ends after you cancel.'],
  ['en', 'Your membership was cancelled, act now', 'Confirm your card details within 12 hours to restore your membership.'],
  ['en', 'Seat removed', "An administrator has removed your seat. The company's subscription is not affected."],
  ['en', 'Loan instalment missed', 'Instalment 2 of your phone was not paid. Please pay $31.00 within 5 days.'],
  ['fr', 'Votre colis part demain', "Merci pour votre commande. Votre paiement de 48,00 € est validé, l'expédition suit."],
  ['fr', 'Commande 55120 annulée', "La lampe n'est plus disponible : nous avons annulé votre commande et rendu votre argent."],
  ['fr', 'Réservation annulée', "Votre séjour du 3 au 5 mai à l'Hôtel Méridien a été annulé sans frais."],
  ['fr', 'Vol annulé', "Nous regrettons l'annulation du vol QX 12 du 3 mai. Choisissez un autre vol ou un remboursement."],
  ['fr', 'Vous êtes désinscrit', 'Nous vous avons retiré de La lettre du jardin. Nous sommes désolés de vous voir partir !'],
  ['fr', 'Résiliation impossible', "Un problème est survenu et votre formule n'a pas été résiliée. Réessayez plus tard."],
  ['fr', 'Vous pensez à partir ?', "Avant de résilier, profitez d'un mois à moitié prix. Votre formule reste inchangée d'ici là."],
  ['fr', 'Un client est parti', 'Un client de votre boutique a résilié la formule Gold. Les détails sont dans votre tableau de bord.'],
  ['fr', 'Compte supprimé', 'À votre demande, nous avons effacé votre compte et toutes vos données.'],
  ['fr', 'Rappel : facture du dentiste', "Notre facture pour vos soins du 3 mars n'est pas encore réglée. Merci de virer 84,00 €."],
  ['fr', 'Votre adhésion a été annulée', 'Confirmez vos informations bancaires sous 12 heures pour rétablir votre adhésion.'],
  ['fr', 'Licence retirée', "Un administrateur vous a retiré votre licence. L'abonnement de l'entreprise n'est pas concerné."],
  ['de', 'Bestellung storniert', 'Die Lampe ist ausverkauft, deshalb haben wir Ihre Bestellung 55120 storniert.'],
  ['de', 'Kündigung fehlgeschlagen', 'Es ist ein Fehler aufgetreten, dein Abo wurde nicht gekündigt. Versuche es später noch einmal.'],
  ['de', 'Ihre Mitgliedschaft wurde gekündigt', 'Bestätigen Sie Ihre Kartendaten innerhalb von 12 Stunden, um sie wiederherzustellen.'],
  ['de', 'Flug gestrichen', 'Ihr Flug QX 12 am 3. Mai wurde gestrichen. Wählen Sie einen anderen Flug.'],
  ['de', 'Eine Kundin hat gekündigt', 'Eine Kundin Ihres Shops hat den Tarif Gold gekündigt. Details finden Sie im Dashboard.'],
  ['es', 'Pedido anulado', 'La lámpara está agotada, así que hemos anulado tu pedido 55120.'],
  ['es', 'No se ha podido cancelar', 'Ha ocurrido un error y tu suscripción no se ha cancelado. Inténtalo más tarde.'],
  ['es', 'Tu membresía ha sido cancelada', 'Confirma los datos de tu tarjeta en 12 horas para recuperar tu membresía.'],
  ['es', 'Vuelo cancelado', 'Tu vuelo QX 12 del 3 de mayo ha sido cancelado.'],
  ['it', 'Ordine annullato', 'La lampada è esaurita, perciò abbiamo annullato il tuo ordine 55120.'],
  ['it', 'Disdetta non riuscita', 'Si è verificato un errore e il tuo abbonamento non è stato annullato.'],
  ['it', 'La tua iscrizione è stata annullata', "Conferma i dati della carta entro 12 ore per ripristinare l'iscrizione."],
  ['it', 'Volo cancellato', 'Il tuo volo QX 12 del 3 maggio è stato cancellato.'],
  ['pt', 'Pedido cancelado', 'A luminária está esgotada, por isso cancelamos o seu pedido 55120.'],
  ['pt', 'Cancelamento falhou', 'Ocorreu um erro e a sua assinatura não foi cancelada.'],
  ['pt', 'Sua assinatura foi cancelada', 'Confirme os dados do cartão em 12 horas para recuperar sua assinatura.'],
  ['pt', 'Voo cancelado', 'O seu voo QX 12 de 3 de maio foi cancelado.'],
  ['nl', 'Bestelling geannuleerd', 'De lamp is uitverkocht, daarom hebben we je bestelling 55120 geannuleerd.'],
  ['nl', 'Opzeggen mislukt', 'Er ging iets mis en je abonnement is niet opgezegd. Probeer het later nog eens.'],
  ['nl', 'Uw lidmaatschap is geannuleerd', 'Bevestig uw kaartgegevens binnen 12 uur om uw lidmaatschap te herstellen.'],
  ['nl', 'Vlucht geannuleerd', 'Uw vlucht QX 12 van 3 mei is geannuleerd.'],
  ['pl', 'Zamówienie anulowane', 'Lampa jest wyprzedana, dlatego anulowaliśmy Twoje zamówienie 55120.'],
  ['pl', 'Nie udało się anulować', 'Wystąpił błąd i Twoja subskrypcja nie została anulowana.'],
  ['pl', 'Twoje członkostwo zostało anulowane', 'Potwierdź dane karty w ciągu 12 godzin, aby przywrócić członkostwo.'],
  ['pl', 'Lot odwołany', 'Twój lot QX 12 dnia 3 maja został odwołany.'],
  ['ja', 'ご注文のキャンセル', '在庫切れのため、ご注文55120をキャンセルいたしました。'],
  ['ja', '解約できませんでした', 'エラーが発生したため、サブスクリプションは解約されていません。'],
  ['ja', '会員資格が取り消されました', '12時間以内にカード情報をご確認いただくと会員資格が復元されます。'],
  ['ja', '欠航のお知らせ', '5月3日のQX12便は欠航となりました。'],
];

it.each(CASES)('none in %s: %s: %s', (languageHint, subject, body) => {
  const read = classifyMessage(buildMessage({ subject, body, text: { languageHint } }));
  expect(read.kind === 'other' || read.decided === 'abstain' ? 'other' : `${read.kind} ${read.decided}`).toBe('other');
});
