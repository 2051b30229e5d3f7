// Cancellations of somebody else's contract told to a merchant, and confirmations whose sender's name, shorter text or free plan had kept them from being taken.
// Own mails.
import { buildMessage } from '@quittance/testing/message-builder';
import { expect, it } from 'vitest';
import { classifyMessage } from './classify-message.ts';

const read = (name: string, subject: string, body: string, alternative = '') => {
  const from = { address: 'hello@lumora.example', name };
  const { kind, decided } = classifyMessage(buildMessage({ subject, body, from, text: { alternative } }));
  return `${kind} ${decided}`;
};

it.each([
  [
    'Lumora',
    'Kündigung bestätigt',
    'Die Kündigung wurde bestätigt:\n\nName: Ada Brandt\nE-Mail: ada.brandt@gmail.com\nKündigungsdatum: 31.12.2026',
  ],
  ['Lumora', 'Rinnovo annullato', "Ciao,\nAda Bianchi ha annullato il rinnovo dell'abbonamento. Resta attivo fino al 6 novembre 2026."],
  ['Lumora', 'Cancelamento', 'Olá,\nAna Souza cancelou a assinatura. O acesso continua até 6 de novembro de 2026.'],
])('takes nothing for sure that is told of somebody else: %s, %s', (name, subject, body) => {
  expect(read(name, subject, body)).not.toBe('cancellation_confirmed auto');
});

it.each([
  [
    'Lumora for Hedgehogs',
    'Your Lumora for Hedgehogs membership has been cancelled',
    "Your membership has been cancelled.\nYou'll keep full access until the end of your current billing period.",
  ],
  [
    'Lumora',
    'Membership Cancellation Confirmation',
    'This email confirms that your membership has been successfully cancelled.\nYour access will remain active through the end of your current subscription period, which is set to end on September 8, 2026.',
  ],
  [
    'Lumora',
    'Potwierdzamy anulowanie subskrypcji Lumora',
    'Potwierdzamy: Twoja subskrypcja została anulowana. Zachowasz pełen dostęp do 9 czerwca 2026. Po tej dacie konto automatycznie przejdzie na plan Free.',
  ],
])('takes %s: %s', (name, subject, body) => {
  expect(read(name, subject, body)).toBe('cancellation_confirmed auto');
});

it('takes a confirmation whose plain text is only a summary, and none whose plain text says something else', () => {
  const subject = 'Suscripción cancelada';
  const body = 'Hemos procesado la cancelación de tu suscripción Lumora Profesional.\nTu acceso continuará hasta el 5 de abril de 2027.';
  expect(read('Lumora', subject, body, 'Suscripción cancelada.\nDetalles de la cancelación: acceso hasta el 5 de abril de 2027.')).toBe(
    'cancellation_confirmed auto',
  );
  expect(read('Lumora', subject, body, 'Hemos recibido tu solicitud de cancelación. La tramitaremos en cinco días.')).not.toBe(
    'cancellation_confirmed auto',
  );
});
