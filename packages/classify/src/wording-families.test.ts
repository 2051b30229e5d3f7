// Families of wording that were once missed, each in the languages where people write so: what was ended because the reader asked, payments that
// were stopped, requests with a ticket, what a private writer tells, gifts, and memberships that ran out. Nothing here is a real mail.
import { buildMessage } from '@quittance/testing/message-builder';
import { describe, expect, it } from 'vitest';
import { classifyMessage } from './classify-message.ts';

type Row = readonly [subject: string, body: string];

function read([subject, body]: Row): string {
  const { kind, decided } = classifyMessage(
    buildMessage({ from: { name: 'Lumora', address: 'service@lumora.example' }, subject, body: `${body}\n` }),
  );
  return decided === 'abstain' ? `${kind} abstain` : kind;
}

const ENDED_AS_ASKED: readonly Row[] = [
  [
    'Your service',
    'Lumora Plus was closed following your instructions. The last day of service is May 31, 2026. You will not be billed again.',
  ],
  ['Your contract', 'At your request, your Lumora subscription ended on May 3, 2026.'],
  ['Votre service', 'Lumora Fibre a été résilié à votre demande le 3 mai 2026. Plus rien ne sera prélevé.'],
  ['Ihr Anschluss', 'Lumora Internet wurde auf Ihren Wunsch zum 3. Mai 2026 beendet. Danach wird nichts mehr abgebucht.'],
  ['Tu servicio', 'El servicio Lumora Fibra ha sido dado de baja a petición suya el 3 de mayo de 2026. No recibirá más facturas.'],
  ['Il tuo servizio', 'Lumora Fibra è stato cessato su tua richiesta dal 3 maggio 2026. Non verrà addebitato altro.'],
  ['O seu serviço', 'O serviço Lumora foi desligado a seu pedido em 3 de maio de 2026. Nada mais será cobrado.'],
  ['Je aansluiting', 'Lumora Internet is op je verzoek per 3 mei 2026 beëindigd. We schrijven niets meer af.'],
  ['Twoja usługa', 'Umowa Lumora została rozwiązana na Twoją prośbę z dniem 3 maja 2026. Nie pobierzemy już niczego.'],
  ['サービスについて', 'ご依頼により Lumora の契約を2026年5月3日付で終了いたしました。今後の請求はございません。'],
];

const PAYMENTS_STOPPED: readonly Row[] = [
  ['Billing', 'We have stopped the recurring payments to Lumora as you asked. No further payments will be taken.'],
  ['Automatic payment', 'You canceled your automatic payment to Lumora. Lumora can no longer charge your account.'],
  [
    'Paiement automatique annulé',
    'Vous avez annulé votre paiement automatique en faveur de Lumora. Aucun prélèvement ne sera plus effectué.',
  ],
  ['Profil de paiement annulé', 'Votre profil de paiement pour Lumora a été annulé. Aucun prélèvement ne sera plus effectué.'],
  ['Automatische Zahlung', 'Sie haben Ihre automatischen Zahlungen an Lumora beendet. Es erfolgen keine weiteren Abbuchungen.'],
  ['Pago automático', 'Has cancelado el pago automático a Lumora. No se realizarán más cargos.'],
  ['Pagamento automatico', 'Hai annullato il pagamento automatico a Lumora. Nessun addebito verrà più effettuato.'],
  ['Pagamento automático', 'Você cancelou o pagamento automático para Lumora. Não haverá mais cobranças.'],
  ['Automatische betaling', 'Je hebt de automatische betaling aan Lumora stopgezet. Er wordt niets meer afgeschreven.'],
  ['Płatność automatyczna', 'Anulowano Twoje płatności automatyczne na rzecz Lumora. Nie pobierzemy już żadnych opłat.'],
  ['自動支払いの停止', 'Lumora への自動支払いを停止しました。今後の請求はございません。'],
];

const TICKETS: readonly Row[] = [
  ['[Ticket #48213] Cancellation', 'Your request #48213 to cancel your subscription has been received. An agent will get back to you.'],
  [
    '[Ticket 48213] Résiliation',
    'Votre demande n° 48213 de résiliation de votre abonnement a bien été reçue. Un conseiller vous répondra.',
  ],
  ['[Ticket 48213] Kündigung', 'Ihre Anfrage 48213 zur Kündigung Ihres Abonnements ist bei uns eingegangen. Ein Mitarbeiter meldet sich.'],
  ['[Ticket 48213] Solicitud', 'Tu solicitud 48213 de baja de la suscripción ha sido recibida. Un agente la revisará.'],
  ['[Ticket 48213] Richiesta', 'La tua richiesta 48213 di disdetta dell’abbonamento è stata ricevuta. Un operatore la esaminerà.'],
  ['[Ticket 48213] Pedido', 'O seu pedido 48213 de cancelamento da assinatura foi recebido. Um agente vai analisá-lo.'],
  ['[Ticket 48213] Verzoek', 'Je verzoek 48213 om je abonnement op te zeggen is ontvangen. Een medewerker bekijkt het.'],
  ['[Ticket 48213] Rezygnacja', 'Twoje zgłoszenie 48213 w sprawie rezygnacji z subskrypcji zostało przyjęte. Konsultant odpowie.'],
  ['[受付番号 48213] 解約', '受付番号 48213: サブスクリプションの解約申請を受け付けました。担当者が確認いたします。'],
];

const NONE: readonly Row[] = [
  ['I cancelled my gym', 'I cancelled my gym membership yesterday. They said my subscription ends on May 31. Are you coming on Sunday?'],
  ['Salut', "J'ai résilié mon abonnement à la salle hier, il se termine le 31 mai. On se voit dimanche ?"],
  ['Hallo', 'Ich habe meinen Vertrag beim Studio gestern gekündigt, er endet am 31. Mai. Kommst du Sonntag?'],
  ['Hola', 'He cancelado mi suscripción al gimnasio, termina el 31 de mayo. ¿Vienes el domingo?'],
  ['Thank you for your donation', 'Thank you for your donation of $20.00. Your gift helps us to protect the river.'],
  ['Merci pour votre don', 'Merci pour votre don de 20 €. Votre reçu fiscal vous sera envoyé en janvier.'],
];

const NO_CONTRACT: readonly Row[] = [
  ['Your gift card', 'Hello, your gift card from Lumora has expired on 3 May 2026. Buy a new one online.'],
  ['Tessera sanitaria', 'Gentile cittadino, la sua tessera sanitaria è scaduta il 3 maggio 2026. Richieda il rinnovo allo sportello.'],
  ['Your cancellation request', 'We have received your request to cancel booking 4711. We will get back to you.'],
  ['Votre demande', "Nous avons bien reçu votre demande d'annulation de la réservation 4711."],
  ['Commande reçue', 'Merci pour votre commande. Elle est en attente de réception de votre virement.'],
  ['Your subscription may be cancelled', 'If you do not confirm your address, your newspaper subscription may be cancelled.'],
];

/** Members resign, too, and a club tells them of the end without an offer to come back. */
const OF_CLUBS: readonly (readonly [kind: string, ...Row])[] = [
  [
    'cancellation_confirmed',
    'Re : ma démission',
    'Le bureau a pris acte de votre démission. Vous n’êtes donc plus membre de Lumora à compter du 5 mai 2026, et aucune cotisation ne vous sera réclamée.',
  ],
  [
    'expired',
    "We've missed you!",
    "Your membership of Lumora lapsed on 14 July 2026, and we haven't heard from you. You are therefore no longer on the list of voting members.",
  ],
];

const RAN_OUT: readonly Row[] = [
  ['有効期限のお知らせ', 'Lumora プレミアムの有効期限が切れました。引き続きご利用いただくには更新のお手続きをお願いいたします。'],
  ['会員資格について', 'お客様の会員資格の有効期限は2026年5月3日に切れました。更新手続きはこちらから。'],
  ['A sua associação', 'A sua associação em Lumora terminou. Obrigado por seu suporte.'],
];

const READ_AS: Readonly<Record<string, readonly Row[]>> = {
  cancellation_confirmed: [...ENDED_AS_ASKED, ...PAYMENTS_STOPPED],
  cancellation_requested: TICKETS,
  expired: RAN_OUT,
};

describe.each(Object.entries(READ_AS))('%s', (kind, rows) => {
  it.each(rows)('%s: %s', (...row) => expect(read(row)).toBe(kind));
});

it.each(OF_CLUBS)('%s: %s', (kind, ...row) => expect(read(row)).toBe(kind));

it.each([...NONE, ...NO_CONTRACT])('no event of the reader: %s: %s', (...row) => {
  expect(read(row)).toMatch(/^other|abstain$/);
  expect(read(row)).not.toContain('cancellation_confirmed');
});

it('takes no sentence without an owner for certain', () => {
  const { kind, decided } = classifyMessage(
    buildMessage({
      from: { name: 'Support', address: 'help@lumora.example' },
      subject: 'Resiliation annulée',
      body: 'La résiliation de votre abonnement a été annulée, comme demandé. Il continue.\n',
    }),
  );
  expect(`${kind} ${decided}`).not.toBe('cancellation_confirmed auto');
});
