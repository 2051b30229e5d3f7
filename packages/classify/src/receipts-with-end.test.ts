// Receipts of a cancellation: with the last day and a title or a sentence that calls it done they confirm it; while anything is still to be done, or the
// contract is somebody else's, goes on in another form or only in part, they are never taken as certain.
import { buildMessage } from '@quittance/testing/message-builder';
import { expect, it } from 'vitest';
import { classifyMessage } from './classify-message.ts';

type Mail = readonly [subject: string, body: string];

const read = ([subject, body]: Mail): string => {
  const { kind, decided } = classifyMessage(buildMessage({ subject, body }));
  return `${kind} ${decided}`;
};

const CONFIRMS: readonly Mail[] = [
  [
    'Your Larkspur subscription is cancelled',
    'Hi Sam,\nWe have received your request to cancel your subscription. You can use all features until 18 March 2026.\nThe Larkspur team',
  ],
  [
    'About your cancellation',
    'We have received your request to cancel your subscription. Your access stays active until 18 March 2026, and your subscription will not renew after that.',
  ],
  [
    'Résiliation confirmée',
    "Bonjour Inès,\nNous avons bien reçu votre demande de résiliation. Vous gardez l'accès à votre abonnement jusqu'au 5 juillet 2026.\nL'équipe Vitrine",
  ],
  [
    'Assinatura cancelada',
    'Olá Rui, recebemos a sua solicitação de cancelamento da assinatura Farol. Você continuará tendo acesso até 31/03/2026. Obrigado por usar o Farol.',
  ],
  [
    'Abbonamento cancellato',
    'Gentile Anna, abbiamo ricevuto la tua richiesta di cancellazione dell’abbonamento. Potrai continuare ad accedere fino al 30/09/2026. Grazie per essere stata con noi.',
  ],
];

it.each(CONFIRMS)('is a confirmation: %s', (...mail) => {
  expect(read(mail)).toBe('cancellation_confirmed auto');
});

const OPEN: readonly Mail[] = [
  [
    'Confirmation of your membership cancellation request',
    'Hello Nora, we have received your request to cancel your membership. Requests are looked at in the order they come. In the meantime, you can keep using all benefits.',
  ],
  [
    'Your membership',
    'We received your request to cancel your membership. You keep access until 3 May 2026. Nothing will be charged while we look into it.',
  ],
  [
    'Cancelamento de assinatura',
    'Recebemos sua solicitação de cancelamento da assinatura. Em até 5 dias úteis você receberá a confirmação. Você continuará tendo acesso até 31/03/2026.',
  ],
  [
    'Cancellation of your subscription',
    "We have received your request to cancel. You'll keep access until March 31, 2026. If you don't call us to complete the cancellation, the plan will renew on April 1, 2026.",
  ],
  [
    'Kündigung Ihres Vertrags',
    'Wir haben Ihre Kündigung erhalten. Zugriff bis: 31.03.2026. Ihr Antrag wartet auf Freigabe durch die Fachabteilung; lehnt sie ab, läuft der Vertrag weiter.',
  ],
  [
    'Résiliation de votre abonnement',
    "Nous avons bien reçu votre demande de résiliation. Services accessibles jusqu'au 31 mars 2026. Sous réserve de validation de vos pièces, vous recevrez une confirmation par courrier séparé.",
  ],
];

const NOT_THE_READERS: readonly Mail[] = [
  [
    'Harbourlight: membership cancelled',
    'Hello Nora, the Harbourlight membership you are listed on has been cancelled.\nCancelled by: Piet Vos (plan owner)\nYou can read until: 1 March 2026',
  ],
  [
    'Subscription cancelled – end date 28 Feb 2026',
    'Reseller notice\nCustomer | Brook Bakery\nStatus | Cancelled\nAccess until | 28 Feb 2026\nAuto-renew | Off',
  ],
  [
    'Confirmation : votre abonnement Duo a été résilié',
    "Conformément à votre demande, votre abonnement Duo a été résilié ce jour. Plus rien ne sera prélevé à ce titre.\nVotre nouvel abonnement Trio est actif dès aujourd'hui : 19,90 €/mois.",
  ],
  [
    'Your Inkwell subscription has been cancelled',
    "Your Inkwell Plus subscription has been cancelled and you won't be charged again. You keep access until June 30, 2026. Inkwell is shutting down and we switched off renewals for everybody.",
  ],
];

it.each([...OPEN, ...NOT_THE_READERS])('is not settled, or not the reader’s own, whole and by their will: %s', (...mail) => {
  expect(read(mail)).not.toBe('cancellation_confirmed auto');
});
