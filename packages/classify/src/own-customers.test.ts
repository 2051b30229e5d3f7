// Who runs a shop or a practice pays for subscriptions, too: what those are for are the reader's customers. Mail about a customer's contract is still none of the
// reader's.
import { buildMessage } from '@quittance/testing/message-builder';
import { expect, it } from 'vitest';
import { classifyMessage } from './classify-message.ts';

const CASES: readonly (readonly [kind: string, subject: string, body: string])[] = [
  [
    'signup',
    'Welcome to Ratewell',
    'Your subscription is now active. Add your customers, send review requests, and watch the reviews come in.',
  ],
  [
    'payment_failed',
    'Paiement refusé',
    'Le paiement de votre abonnement Agenda a échoué. Mettez votre carte à jour pour que vos clients puissent réserver.',
  ],
  [
    'other',
    'A cancellation',
    'One of your customers has cancelled the Pro plan. Their subscription ends on 1 July 2026. See all your customers in your dashboard.',
  ],
  [
    'other',
    'Nouvelle résiliation',
    'Un de vos clients a résilié son abonnement, qui prend fin le 1er juillet 2026. Retrouvez vos clients dans votre tableau de bord.',
  ],
];

// What a customer was told comes to the shop as a copy, and says "your subscription" of the customer's.
const COPIES: readonly (readonly [subject: string, body: string])[] = [
  [
    'Your subscription has been cancelled',
    'This is a copy of the email that was sent to your customer Jane Doe. Hi Jane, your subscription to Pottery Club has been cancelled. It ends on 1 July 2026.',
  ],
  [
    'Your subscription has been cancelled',
    'We sent this notice to your customer jane@home.example: your subscription to Pottery Club has been cancelled and ends on 1 July 2026.',
  ],
  [
    'Ihr Abonnement wurde gekündigt',
    'Dies ist eine Kopie der Nachricht an Ihren Kunden Jan Roth. Hallo Jan, Ihr Abonnement wurde gekündigt. Es endet am 1. Juli 2026.',
  ],
  [
    'Votre abonnement a été résilié',
    'Copie du message envoyé à votre client Jean Roux. Bonjour Jean, votre abonnement a été résilié. Il prend fin le 1er juillet 2026.',
  ],
  [
    'Tu suscripción ha sido cancelada',
    'Copia del mensaje enviado a tu cliente Juan. Hola Juan, tu suscripción ha sido cancelada. Termina el 1 de julio de 2026.',
  ],
  [
    'Je abonnement is opgezegd',
    'Kopie van het bericht aan je klant Jan. Hallo Jan, je abonnement is opgezegd. Het eindigt op 1 juli 2026.',
  ],
  ['Your Gold membership was cancelled', 'Jane Doe cancelled the Gold membership. Write to your customer and ask why.'],
];

it.each(COPIES)('takes no end from a copy: %s, %s', (subject, body) => {
  const read = classifyMessage(buildMessage({ subject, body }));
  expect([read.kind === 'cancellation_confirmed' && read.decided === 'auto', body]).toEqual([false, body]);
});

it.each(CASES)('%s: %s', (kind, subject, body) => {
  expect(classifyMessage(buildMessage({ subject, body })).kind).toBe(kind);
});
