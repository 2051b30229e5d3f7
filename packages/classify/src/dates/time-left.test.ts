// The day that a reminder tells by how much time is left. Own sentences, of 3 March 2026.
import { buildMessage } from '@quittance/testing/message-builder';
import { expect, it } from 'vitest';
import { classifyMessage } from '../classify-message.ts';

const dayOf = (subject: string, body: string): string | null => {
  const { renewsOn, endsOn } = classifyMessage(buildMessage({ subject, body, sentAt: '2026-03-03T10:00:00Z' }));
  return renewsOn ?? endsOn;
};

it.each([
  ['You have 3 days left in your trial.', '2026-03-06'],
  ['Your free trial expires in 24 hours.', '2026-03-04'],
  ['In 3 days your free trial will be over.', '2026-03-06'],
  ['Your free trial will convert to a paid subscription on March 10, 2026.', '2026-03-10'],
  ["Il vous reste 3 jours d'essai gratuit.", '2026-03-06'],
  ["Il ne vous reste plus que 2 jours d'essai.", '2026-03-05'],
  ['Votre essai gratuit expire dans 48 heures.', '2026-03-05'],
  ['Dans 3 jours, votre essai gratuit sera terminé.', '2026-03-06'],
  ['Il vous reste 15 jours avant le renouvellement automatique de votre abonnement.', '2026-03-18'],
  ['Votre prélèvement mensuel de 29,99 € aura lieu le 5 avril.', '2026-04-05'],
  ['Noch 2 Tage bis zum Ende deiner Testphase.', '2026-03-05'],
  ['Te quedan 2 días de prueba gratuita.', '2026-03-05'],
  ['Ti restano 2 giorni di prova gratuita.', '2026-03-05'],
  ['Faltam 2 dias para o fim do seu teste.', '2026-03-05'],
  ['Je hebt nog 2 dagen van je proefperiode.', '2026-03-05'],
  ['トライアル期間の残りは2日です。', '2026-03-05'],
  ['Hai ancora 2 giorni di prova gratuita.', '2026-03-05'],
  ['Você ainda tem 2 dias de teste grátis.', '2026-03-05'],
  ['Du kannst Lumora 14 Tage lang kostenlos testen: die Testphase endet am 17. März 2026.', '2026-03-17'],
  ['Tu plan anual se renueva en 7 días.', '2026-03-10'],
])('%s', (body, day) => {
  expect(dayOf('Acme', body)).toBe(day);
});

it.each([
  // Another attempt at the money is no end of anything.
  ['Your trial is ending. We will try again in 24 hours.'],
  ['Your free trial is about to expire.'],
  // So much time is left of something else.
  ['Votre essai gratuit se termine bientôt. Livraison gratuite sous 48 heures sur toute la boutique !'],
  ['Your trial ends soon. This link expires in 24 hours.'],
  ['Your plan renews soon. Our team replies within 24 hours about any renewal question.'],
  ['Your plan renews automatically. You have 9 days left to cancel before it renews.'],
  ['プランはまもなく自動更新されます。無料クーポンの期限は残り2日です。'],
])('tells no day of "%s"', (body) => {
  expect(dayOf('Acme', body)).toBeNull();
});
