// A receipt that names no contract is told apart by a reason of its own; whether there is one, the timeline asks other mail.
import { UNNAMED_CONTRACT } from '@quittance/domain/classification';
import { buildMessage } from '@quittance/testing/message-builder';
import { expect, it } from 'vitest';
import { classifyMessage } from './classify-message.ts';

const HARLOW = 'billing@harlow.example';
const CASES: readonly (readonly [isNamed: boolean, language: string, subject: string, body: string, from: string])[] = [
  [
    false,
    'en',
    'Your receipt from Harlow Motors',
    'Thank you for your payment of $240.00. Your card ending 4242 was charged on 3 March 2026. Receipt number R-2210.',
    HARLOW,
  ],
  [
    false,
    'fr',
    'Votre reçu – Cabinet Morel',
    'Bonjour, nous avons bien reçu votre paiement de 60,00 € par carte bancaire le 4 mars 2026. Reçu n° 2210. Merci.',
    HARLOW,
  ],
  [
    false,
    'de',
    'Ihre Zahlungsbestätigung',
    'Guten Tag, wir haben Ihre Zahlung über 85,00 € am 4. März 2026 erhalten. Rechnung Nr. 2210. Vielen Dank.',
    HARLOW,
  ],
  [
    true,
    'en',
    'Your receipt from Harlow Club',
    'Thank you for your payment of $24.00 for your membership. Your card ending 4242 was charged on 3 March 2026.',
    HARLOW,
  ],
  [
    true,
    'fr',
    'Votre reçu',
    'Bonjour, nous avons bien reçu votre paiement mensuel de 9,00 € le 4 mars 2026. Prochain prélèvement le 4 avril 2026.',
    HARLOW,
  ],
  [
    true,
    'en',
    'Your receipt from Netflix',
    'Thank you for your payment of $15.49. Your card ending 4242 was charged on 3 March 2026. Receipt number R-2210.',
    'info@mailer.netflix.com',
  ],
];

it.each(CASES)('names a contract: %s (%s, %s)', (isNamed, _language, subject, body, from) => {
  const read = classifyMessage(buildMessage({ subject, body, from }));
  expect(read.kind).toBe('renewal_charged');
  const unnamed = read.reasons.filter(({ rule }) => rule === UNNAMED_CONTRACT);
  expect(unnamed).toHaveLength(isNamed ? 0 : 1);
  for (const { quote } of unnamed) expect(subject + body).toContain(quote);
});
