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
    'cancellation_confirmed',
    'Ihr Abo wurde gekündigt',
    'Ihr Abo wurde gekündigt und endet am 1. Juli 2026. Ihre Kunden können bis dahin buchen.',
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

it.each(CASES)('%s: %s', (kind, subject, body) => {
  expect(classifyMessage(buildMessage({ subject, body })).kind).toBe(kind);
});
