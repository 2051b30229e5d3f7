import { buildMessage } from '@quittance/testing/message-builder';
import { expect, it } from 'vitest';
import { classifyMessage } from './classify-message.ts';
import { isShownLetter } from './shown-letter.ts';

const SHOWN: readonly (readonly [subject: string, body: string])[] = [
  ['[TEST] Your subscription was cancelled', 'Your Lumora subscription was cancelled and ends on May 31, 2026.'],
  ['Proof 2: cancellation letter', 'Your Lumora subscription was cancelled and ends on May 31, 2026.'],
  ['Votre abonnement est résilié', 'Bonjour {{prenom}},\nVotre abonnement Lumora est résilié. Il prend fin le 31 mai 2026.'],
  ['BAT 1 : lettre de résiliation', 'Votre abonnement Lumora est résilié. Il prend fin le 31 mai 2026.'],
  ['Korrekturabzug: Kündigungsbestätigung', 'Ihr Abonnement bei Lumora ist gekündigt und endet am 31. Mai 2026.'],
  ['Tu suscripción se ha cancelado', 'Ignora el correo de ayer: tu suscripción ha sido cancelada y termina el 31 de mayo de 2026.'],
  ['Il tuo abbonamento', 'Il sottoscritto ________ comunica: il mio abbonamento Lumora è stato disdetto e termina il 31 maggio 2026.'],
  ['A sua assinatura foi cancelada', 'Por favor desconsidere. A sua assinatura foi cancelada e termina em 31 de maio de 2026.'],
  ['Nieuwe tekst ter goedkeuring', 'Je abonnement op Lumora is opgezegd en eindigt op 31 mei 2026.'],
  ['Szablon wiadomości do zatwierdzenia', 'Twoja subskrypcja Lumora została anulowana i wygasa 31 maja 2026 r.'],
  ['【テスト】解約完了のお知らせ', 'Lumoraの解約手続きが完了しました。2026年5月31日までご利用いただけます。'],
];

it.each(SHOWN)('takes for shown, and never for certain: %s', (subject, body) => {
  const message = buildMessage({ subject, body });
  expect(isShownLetter(message)).toBe(true);
  const { kind, decided } = classifyMessage(message);
  expect(`${kind} ${decided}`).not.toBe('cancellation_confirmed auto');
});

it('is asked about where no sentence says it whole, too', () => {
  const body =
    'Votre contrat de télésurveillance prend fin le 30 novembre 2025.\n\nVous avez choisi de ne pas le reconduire et nous avons respecté votre souhait.\n\nDernier prélèvement le 3 novembre 2025. Le matériel vous appartient.';
  const read = (text: string) => classifyMessage(buildMessage({ subject: 'Clôture de votre contrat de télésurveillance', body: text }));
  expect(read(body)).toMatchObject({ kind: 'cancellation_confirmed', decided: 'auto' });
  expect(read(`${body}\n\n{{footer}}`)).toMatchObject({ kind: 'cancellation_confirmed', decided: 'probable' });
});

it.each([
  ['Your Test Kitchen subscription was cancelled', 'Your subscription ends on May 31, 2026.'],
  ['Your subscription was cancelled', 'It ends on May 31, 2026.\n____________________\nLumora Ltd.'],
  ['Confirmation de résiliation', 'Votre abonnement est résilié. Si ce message vous a été envoyé par erreur, écrivez-nous.'],
  [
    'Confirmation de résiliation',
    'Votre abonnement est résilié. Si vous avez déjà rendu la box, merci de ne pas tenir compte de ce message.',
  ],
  ['Kündigungsbestätigung', 'Ihr Vertrag ist gekündigt. Sollten Sie diese E-Mail irrtümlich erhalten haben, melden Sie sich.'],
  ['Kündigungsbestätigung', 'Ihr Vertrag ist gekündigt. Diese E-Mail ist gegenstandslos, falls Sie die Kündigung widerrufen haben.'],
])('takes for a letter: %s', (subject, body) => {
  expect(isShownLetter(buildMessage({ subject, body }))).toBe(false);
});
