// Money that was taken, will be taken, or could not be, told apart by what the sentence says and not by the words they share: a receipt names
// the next payment, a bill asks to be paid. `!` after the kind: without asking.
import { buildMessage } from '@quittance/testing/message-builder';
import { expect, it } from 'vitest';
import { classifyMessage } from './classify-message.ts';

type Case = readonly [expected: string, language: string, subject: string, body: string];

const CASES: readonly Case[] = [
  [
    'renewal_charged!',
    'fr',
    'Paiement reçu : Onde Musique',
    'Bonjour,\nNous avons bien reçu votre paiement de 9,99 € pour votre abonnement Onde Musique.\nProchain paiement le 12 mai 2026.',
  ],
  [
    'renewal_charged!',
    'fr',
    'Votre reçu Vidéoclub',
    'Bonjour Camille, votre abonnement mensuel Vidéoclub a été renouvelé : 6,99 € ont été débités.\nProchaine échéance : 11 avril 2026',
  ],
  [
    'renewal_charged!',
    'fr',
    'Votre facture Lumo Énergie',
    'Votre mensualité de 45,00 € a été prélevée le 16 avril 2026. Prochain prélèvement le 16 mai 2026.',
  ],
  [
    'renewal_charged!',
    'fr',
    'Votre mensualité Forma Club',
    'Bonjour, votre mensualité de 29,90 € a été prélevée le 3 mars 2026. Prochaine mensualité le 3 avril 2026.',
  ],
  [
    'renewal_charged!',
    'fr',
    'Paiement confirmé',
    'Merci ! Votre paiement de 12,99 € pour la formule Duo a été accepté. La prochaine facturation aura lieu le 4 juin 2026.',
  ],
  [
    'renewal_charged!',
    'en',
    'Your Larder Box receipt',
    'Thanks! We took £34.00 for your monthly Larder Box subscription.\nYour next payment is due on 9 March 2026.',
  ],
  [
    'renewal_charged!',
    'en',
    'Your Skillhive receipt',
    'We charged $15.00 for your monthly Skillhive Pro subscription. Next charge: April 15, 2026.',
  ],
  ['renewal_charged!', 'en', 'Renewed: your Harbor plan', 'Your plan has been renewed for $8.00. Your next renewal is on June 1, 2026.'],
  ['renewal_charged!', 'en', 'Payment received', 'Amount paid: $9.99\nPlan: Premium (monthly)\nNext payment: May 2, 2026'],
  [
    'renewal_charged!',
    'en',
    'Your weekly box',
    "Your card was charged $35.00 for this week's box. Your subscription renews next on October 7, 2026.",
  ],
  [
    'renewal_charged!',
    'en',
    'Receipt from Tunewave',
    'Your subscription payment of $4.99 went through on May 2. It renews on June 2, 2026.',
  ],
  [
    'renewal_charged!',
    'de',
    'Ihre Rechnung',
    'wir haben 7,99 € für Ihr monatliches Abo Filmhafen Premium abgebucht. Nächste Abbuchung am 4. Mai 2026.',
  ],
  [
    'renewal_charged!',
    'de',
    'Zahlung erhalten',
    'Danke, wir haben Ihre Zahlung von 24,90 € für die Mitgliedschaft erhalten. Die nächste Zahlung ist am 1. Juni 2026 fällig.',
  ],
  ['renewal_charged!', 'de', 'Fitwerk: Beitrag eingezogen', 'Dein Monatsbeitrag von 24,90 € wurde eingezogen. Nächster Einzug: 01.06.2026'],
  [
    'renewal_charged!',
    'es',
    'Pago recibido',
    'Hemos recibido tu pago de 9,99 € por la suscripción mensual. Próximo cobro: 4 de mayo de 2026.',
  ],
  ['renewal_charged!', 'es', 'Tu recibo', 'Tu suscripción se ha renovado por 9,99 €. La próxima renovación será el 4 de mayo de 2026.'],
  [
    'renewal_charged!',
    'it',
    'Pagamento ricevuto',
    'Abbiamo ricevuto il pagamento di 9,99 € per il tuo abbonamento mensile. Prossimo addebito: 4 maggio 2026.',
  ],
  [
    'renewal_charged!',
    'it',
    'La tua ricevuta',
    'Il tuo abbonamento è stato rinnovato: 9,99 €. Il prossimo rinnovo è previsto per il 4 maggio 2026.',
  ],
  [
    'renewal_charged!',
    'pt',
    'Pagamento recebido',
    'Recebemos o pagamento de 9,99 € da sua assinatura mensal. Próxima cobrança em 4 de maio de 2026.',
  ],
  ['renewal_charged!', 'pt', 'Seu recibo', 'Sua assinatura foi renovada por R$ 29,90. Próxima renovação: 4 de maio de 2026.'],
  [
    'renewal_charged!',
    'nl',
    'Betaling ontvangen',
    'We hebben je betaling van € 9,99 voor je abonnement ontvangen. Volgende betaling op 4 mei 2026.',
  ],
  ['renewal_charged!', 'nl', 'Je factuur', 'Je abonnement is verlengd en € 9,99 is afgeschreven. Volgende afschrijving: 4 mei 2026.'],
  [
    'renewal_charged!',
    'pl',
    'Płatność otrzymana',
    'Otrzymaliśmy płatność 29,99 zł za subskrypcję miesięczną. Następna płatność: 4 maja 2026.',
  ],
  ['renewal_charged!', 'pl', 'Twój rachunek', 'Twoja subskrypcja została odnowiona, pobraliśmy 29,99 zł. Kolejne odnowienie 4 maja 2026.'],
  [
    'renewal_charged!',
    'ja',
    'お支払い完了のお知らせ',
    '月額プランの料金980円のお支払いが完了しました。次回のお支払い日は2026年5月4日です。',
  ],
  ['renewal_charged!', 'ja', '領収書', 'サブスクリプションが更新され、980円をご請求しました。次回更新日：2026年5月4日'],
  [
    'renewal_notice',
    'fr',
    'Votre abonnement se renouvelle bientôt',
    'Votre abonnement sera renouvelé le 12 mai 2026 et 9,99 € seront prélevés.',
  ],
  [
    'renewal_notice',
    'en',
    'Upcoming payment',
    'Your next payment of $9.99 will be taken on May 12, 2026. Your last payment was on April 12.',
  ],
  [
    'renewal_notice',
    'en',
    'Your invoice is due soon',
    'Invoice 8812 for your hosting subscription is due on June 3, 2026. Amount due: $20.00. Pay the invoice here.',
  ],
  ['renewal_notice', 'de', 'Nächste Abbuchung', 'Am 4. Mai 2026 buchen wir 7,99 € für Ihr Abo ab.'],
  [
    'payment_failed',
    'en',
    'Invoice past due',
    'This is a reminder that invoice 7781 for your hosting plan is past due by 7 days. Amount due: $20.00. Pay the invoice here.',
  ],
  [
    'payment_failed',
    'de',
    'Zahlung nicht möglich',
    'Wir konnten Ihre monatliche Spende von 15 € nicht abwickeln. Bitte erneuern Sie Ihre Zahlungsdaten.',
  ],
  [
    'payment_failed',
    'fr',
    'Hugo, renouvelez votre don mensuel',
    "En avril, nous n'avons pas pu traiter votre don mensuel de 10,00 €. Renouvelez votre soutien ici.",
  ],
  ['signup', 'it', 'Il tuo nuovo abbonamento', "Grazie per aver acquistato l'abbonamento. Ora puoi attivarlo con la chiave."],
  ['signup', 'ja', '新しいサブスクリプション', 'サブスクリプションを申し込んでいただきありがとうございます。'],
  [
    'signup',
    'de',
    'Ihre Bestellung',
    'Vielen Dank für Ihre Bestellung. Ihr Zugang ist jetzt aktiv. Sie können Ihr Abonnement jederzeit kündigen. Betrag: 49,90 €',
  ],
  [
    'signup',
    'es',
    'Gracias por tu suscripción',
    'Gracias por contratar el plan Pro. Tu cuenta ya está activa y se te cobrará 9,99 € al mes.',
  ],
  [
    'expired',
    'ja',
    'メンバーシップは終了しました',
    'メンバーシップは2026年3月1日に終了しました。引き続きご利用になるには更新してください。',
  ],
  // What a biller says to have sent is paid, whatever comes next.
  [
    'renewal_charged!',
    'en',
    'You sent an automatic payment to Bramble Media LLC',
    'You sent a recurring payment of $10.99 USD to Bramble Media LLC for your monthly subscription.\nNext payment: May 2, 2026',
  ],
  [
    'renewal_charged!',
    'fr',
    'Vous avez envoyé un paiement automatique',
    'Vous avez envoyé un paiement automatique de 8,99 € EUR à Papier Lune SAS pour votre abonnement.\nProchain paiement : 2 mai 2026',
  ],
  [
    'renewal_charged!',
    'de',
    'Sie haben eine automatische Zahlung gesendet',
    'Sie haben eine automatische Zahlung von 8,99 € EUR an Klangwerk GmbH für Ihr Abo gesendet.\nNächste Zahlung: 2. Mai 2026',
  ],
  [
    'renewal_charged!',
    'es',
    'Has enviado un pago automático',
    'Has enviado un pago automático de 8,99 € EUR a Tinta Clara SL por tu suscripción.\nPróximo pago: 2 de mayo de 2026',
  ],
  [
    'renewal_charged!',
    'it',
    'Hai inviato un pagamento automatico',
    'Hai inviato un pagamento automatico di 8,99 € EUR a Carta Viva srl per il tuo abbonamento.\nProssimo pagamento: 2 maggio 2026',
  ],
  [
    'renewal_charged!',
    'nl',
    'Je hebt een automatische betaling gedaan',
    'Je hebt een automatische betaling van € 8,99 EUR gedaan aan Papierlab B.V. voor je abonnement.\nVolgende betaling: 2 mei 2026',
  ],
  [
    'renewal_charged!',
    'pl',
    'Wysłano płatność automatyczną',
    'Wysłano płatność automatyczną 18,99 zł do Papierowo sp. z o.o. za subskrypcję.\nNastępna płatność: 2 maja 2026',
  ],
];

it.each(CASES)('%s in %s: %s: %s', (expected, languageHint, subject, body) => {
  const { kind, decided } = classifyMessage(buildMessage({ subject, body, text: { languageHint } }));
  if (expected.endsWith('!')) expect(`${kind} ${decided}`).toBe(`${expected.slice(0, -1)} auto`);
  else expect(kind).toBe(expected);
});
