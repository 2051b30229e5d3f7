// One verb form says "this mail confirms your cancellation" and "confirm your cancellation": what confirms must not be taken for what asks, nor the
// other way round. And what nobody asked for: contracts that were ended automatically. Own sentences.
import { buildMessage } from '@quittance/testing/message-builder';
import { expect, it } from 'vitest';
import { classifyMessage } from './classify-message.ts';

type Row = readonly [language: string, subject: string, body: string];

const read = ([, subject, body]: Row) =>
  classifyMessage(buildMessage({ from: { name: 'Lumora', address: 'service@lumora.example' }, subject, body: `${body}\r\n` }));

const CONFIRMS: readonly Row[] = [
  [
    'fr',
    'Votre abonnement',
    'Cet e-mail confirme votre résiliation. Votre abonnement Lumora prend fin le 3 mai 2026 et vous ne serez plus prélevé.',
  ],
  [
    'fr',
    'Résiliation de votre abonnement',
    'Conservez cet e-mail : il confirme votre résiliation. Votre abonnement Lumora prend fin le 3 mai 2026.',
  ],
  [
    'it',
    'La tua disdetta è registrata',
    "Abbiamo ricevuto la tua richiesta di disdetta il 5 ottobre 2026. Il tuo abbonamento Lumora termina l'8 ottobre 2026. Non ti verrà addebitato nulla. Conserva questa e-mail: conferma la tua disdetta.",
  ],
  [
    'pt',
    'O cancelamento está registado',
    'Recebemos o teu pedido de cancelamento a 12 de outubro de 2026. A tua assinatura Lumora termina a 1 de novembro de 2026. Não será feita mais nenhuma cobrança. Guarda este e-mail: confirma o teu cancelamento.',
  ],
  [
    'es',
    'Tu baja está registrada',
    'Hemos recibido tu solicitud de baja el 5 de octubre de 2026. Tu suscripción Lumora termina el 8 de octubre de 2026. No se te cobrará nada más. Guarda este correo: confirma tu baja.',
  ],
  ['nl', 'Opzegging', 'Wij bevestigen uw opzegging. Uw abonnement bij Lumora eindigt op 3 mei 2026. Er wordt niets meer afgeschreven.'],
  [
    'en',
    'Your subscription cancellation request has been processed',
    'Your subscription cancellation request has been processed. Your Lumora membership ends on May 3, 2026 and you will not be charged again.',
  ],
];

const GOES_ON: readonly Row[] = [
  ['pt', 'Cancelamento', 'Sua assinatura Lumora foi cancelada e o acesso continua até 4 de junho de 2026.'],
  ['es', 'Cancelación', 'Tu suscripción Lumora fue cancelada, pero sigue activa hasta el 4 de junio de 2026.'],
  ['it', 'Disdetta', "Il tuo abbonamento Lumora è stato disdetto e l'accesso continua fino al 4 giugno 2026."],
  ['fr', 'Résiliation', "Votre abonnement Lumora est résilié et votre accès continue jusqu'au 4 juin 2026."],
  ['en', 'Lumora', 'Subscription SUB-10981 is cancelled. You will not be charged again.'],
  ['nl', 'Lumora', 'Abonnement SUB-10981 is opgezegd. Er wordt niets meer afgeschreven.'],
  ['pl', 'Lumora', 'Twoja subskrypcja Lumora została usunięta. Nie pobierzemy już żadnych opłat.'],
  ['ja', '退会手続き完了のお知らせ', '有料会員の退会手続きが完了しました。今後、会費は請求されません。'],
];

it.each([...CONFIRMS, ...GOES_ON])('%s: %s confirms', (...row) => {
  expect(read(row)).toMatchObject({ kind: 'cancellation_confirmed', decided: 'auto' });
});

const ASKS: readonly Row[] = [
  ['fr', 'Confirme ta résiliation', 'Confirme ta résiliation en cliquant sur ce lien, sinon ton abonnement Lumora continue.'],
  [
    'it',
    'Conferma la tua disdetta',
    'Hai chiesto di disdire il tuo abbonamento Lumora. Conferma la tua disdetta cliccando qui entro 24 ore.',
  ],
  ['es', 'Confirma tu baja', 'Para terminar, confirma tu baja haciendo clic aquí. Hasta entonces tu suscripción Lumora sigue activa.'],
  ['pt', 'Confirma o teu cancelamento', 'Confirma o teu cancelamento aqui. Sem confirmação a tua assinatura Lumora continua.'],
  [
    'fr',
    'Confirmation de résiliation',
    'Nous avons reçu ta demande de résiliation. Clique sur le lien ci-dessous et confirme ta résiliation. Ton abonnement Lumora prendra fin le 3 mai 2026.',
  ],
  [
    'es',
    'Tu baja',
    'Has pedido cancelar tu suscripción Lumora. Pulsa el botón y confirma tu cancelación. Tu suscripción Lumora termina el 3 de mayo de 2026.',
  ],
  [
    'it',
    'La tua disdetta',
    'Abbiamo ricevuto la tua richiesta. Apri il link e conferma la tua disdetta. Il tuo abbonamento Lumora termina il 3 maggio 2026.',
  ],
  [
    'pt',
    'O teu cancelamento',
    'Pediste para cancelar. Clica no botão e confirma o teu cancelamento. A tua assinatura Lumora termina a 3 de maio de 2026.',
  ],
  [
    'nl',
    'Opzegging van je abonnement',
    'Om je opzegging te bevestigen, klik je op de link. Je abonnement bij Lumora eindigt op 3 mei 2026.',
  ],
  ['nl', 'Bevestig uw opzegging', 'Wij verzoeken u uw opzegging te bevestigen. Tot dan loopt uw abonnement bij Lumora door.'],
  [
    'en',
    'Cancellation request for subscription 4471',
    'This is a confirmation of your recent subscription cancellation request for your recurring subscription at Lumora.\r\n\r\nSubscription status: Pending',
  ],
];

/** Of shops and forums one withdraws by the same word as of what is paid for. */
it.each([
  '退会手続きが完了しました。またのご利用をお待ちしております。',
  '当店の会員退会手続きが完了いたしました。これまでのご利用ありがとうございました。',
])('asks of whom an account alone is told to be closed: %s', (body) => {
  const { kind, decided } = read(['ja', '退会手続き完了のお知らせ', body]);
  expect(`${kind} ${decided}`).toBe('cancellation_confirmed probable');
});

it.each(['Sua assinatura continua ativa.', 'Tu suscripción sigue activa.', 'Il tuo abbonamento prosegue.'])(
  'takes nothing for ended: %s',
  (body) => {
    expect(read(['', 'Lumora', body]).kind).not.toBe('cancellation_confirmed');
  },
);

it.each(ASKS)('%s: %s asks, or only received', (...row) => {
  const { kind, decided } = read(row);
  expect(`${kind} ${decided}`).not.toBe('cancellation_confirmed auto');
  expect(kind).toMatch(/^cancellation_/);
});

const BY_ITSELF: readonly Row[] = [
  [
    'de',
    'Dein Abo ist beendet',
    'Wir konnten die Zahlung für dein Abo nicht abbuchen, deshalb ist es beendet. Du kannst jederzeit ein neues abschließen.',
  ],
  [
    'en',
    'Your subscription was cancelled',
    'We automatically cancelled your Lumora subscription after 90 days of pause. It ended on May 3, 2026. You will not be charged again.',
  ],
  ['en', 'Your subscription', 'Your Lumora subscription was cancelled automatically, since it had been paused for 90 days.'],
  ['de', 'Dein Abo wurde automatisch beendet', 'Dein Abo bei Lumora war 90 Tage pausiert. Daher haben wir das Abo automatisch beendet.'],
  [
    'fr',
    'Votre abonnement',
    'Votre abonnement Lumora a été automatiquement résilié après 90 jours de suspension. Il ne sera plus prélevé.',
  ],
];

it.each([
  ['Your subscription is suspended', 'Payment for the Team plan could not be collected, and the subscription is now suspended.'],
  ['Your subscription has been suspended', 'Your subscription is suspended after repeated failed payments.'],
])('takes no suspension for want of payment for a pause: %s', (subject, body) => {
  expect(read(['en', subject, body]).kind).toBe('expired');
});

/** The verb goes last where German and Dutch give a reason. */
it.each([
  ['de', 'Dein Abo wurde gekündigt', 'Da die Zahlung nicht eingezogen werden konnte, wurde dein Abo gekündigt.'],
  ['de', 'Dein Abo wurde gekündigt', 'Dein Abo wurde gekündigt, weil wir den Betrag nicht abbuchen konnten.'],
  ['nl', 'Je abonnement is stopgezet', 'Omdat de betaling niet kon worden geïncasseerd, is je abonnement stopgezet.'],
  ['nl', 'Je abonnement is stopgezet', 'Je abonnement is stopgezet omdat we de betaling niet konden incasseren.'],
])('%s: %s for want of a payment, whatever the order: %s', (...row) => {
  expect(read(row).kind).toBe('expired');
});

it.each([
  ['de', 'Kündigung', 'Dein Abo ist gekündigt. Der Betrag wird nicht abgebucht.'],
  ['nl', 'Opzegging', 'Je abonnement is opgezegd. De betaling van juni wordt niet meer afgeschreven.'],
] as const)('%s: takes what is not debited any more for no refused debit', (...row) => {
  expect(read(row)).toMatchObject({ kind: 'cancellation_confirmed', decided: 'auto' });
});

it.each(BY_ITSELF)('%s: %s is no cancellation that the reader asked for', (...row) => {
  const { kind, decided } = read(row);
  expect(`${kind} ${decided}`).not.toBe('cancellation_confirmed auto');
});

it.each([
  'Your Lumora membership was cancelled. It will not renew automatically. You keep access until May 3, 2026.',
  'Your automatically renewing Lumora membership was cancelled. You keep access until May 3, 2026. You will not be charged again.',
  'This email confirms your cancellation request. Your Lumora membership has been cancelled and ends on May 3, 2026. You will not be charged again.',
])('takes for ended by the reader: %s', (body) => {
  expect(read(['en', 'Your membership was cancelled', body])).toMatchObject({ kind: 'cancellation_confirmed', decided: 'auto' });
});

it.each([
  'Votre forfait passe à 24,99 € par mois à partir du 1er juin 2026.',
  'Votre abonnement Lumora passe à 12,99 € par mois à partir du 3 mai 2026.',
])('hears a price in a plan that changes: %s', (body) => {
  expect(read(['fr', 'Votre abonnement Lumora', body]).kind).toBe('price_change');
});

const REACTIVATED: readonly Row[] = [
  ['es', 'Tu suscripción está activa de nuevo', 'Tu suscripción Lumora se ha reanudado y la facturación está activa de nuevo por 12,00 €.'],
  [
    'fr',
    'L’abonnement à Lumora Monitor a été réactivé',
    'Merci d’avoir réactivé votre abonnement à Lumora Monitor ! Votre prochain paiement sera de 8,99 € le 2 août 2026.',
  ],
  ['de', 'Dein Abo läuft wieder', 'Dein Guthaben reicht wieder. Dein Abo läuft automatisch weiter.'],
  ['en', 'Welcome back', 'Thank you for reactivating your Lumora subscription. Your next payment is due on May 3, 2026.'],
];

it.each(REACTIVATED)('%s: %s is no first signup', (...row) => {
  expect(read(row).kind).toBe('reactivated');
});

it('hears that a customer of the reader asked', () => {
  const row: Row = ['pt', 'Cancelamento solicitado', 'Um cliente pediu o cancelamento pelo portal. Nada foi cancelado ainda.'];
  expect(read(row)).toMatchObject({ kind: 'other' });
});
