// On which day a cancelled contract ends, by the words right beside it: rows such as « Date d'effet : 30/06/2027 », and verbs. Own sentences.
import { buildMessage } from '@quittance/testing/message-builder';
import { expect, it } from 'vitest';
import { classifyMessage } from '../classify-message.ts';

type Row = readonly [subject: string, body: string, row: string];

const read = (subject: string, body: string, sentAt = '2026-11-30T09:00:00Z') =>
  classifyMessage(buildMessage({ subject, body: `${body}\r\n`, sentAt }));

const LABELS: readonly Row[] = [
  ['Subscription cancelled', 'Your Lumora subscription has been cancelled.', 'Effective date: June 30, 2027'],
  ['Abonnement résilié', 'Votre abonnement Lumora a été résilié.', "Date d'effet : 30/06/2027"],
  ['Abonnement résilié', 'Votre abonnement Lumora a été résilié.', "Prise d'effet : 30 juin 2027"],
  ['Abonnement résilié', 'Votre abonnement Lumora a été résilié.', 'Échéance        : 30/06/2027'],
  ['Abo gekündigt', 'Ihr Lumora-Abo wurde gekündigt.', 'Wirksam zum: 30.06.2027'],
  ['Suscripción cancelada', 'Tu suscripción Lumora ha sido cancelada.', 'Fecha efectiva: 30/06/2027'],
  ['Abbonamento annullato', 'Il tuo abbonamento Lumora è stato annullato.', 'In vigore dal: 30/06/2027'],
  ['Assinatura cancelada', 'A sua assinatura Lumora foi cancelada.', 'Data efetiva: 30/06/2027'],
  ['Abonnement opgezegd', 'Je Lumora-abonnement is opgezegd.', 'Ingangsdatum: 30-06-2027'],
  ['Umowa rozwiązana', 'Twoja umowa Lumora została rozwiązana.', 'Ostatni dzień usługi: 30.06.2027'],
  // Other things end as well.
  ['Plan canceled', 'Your Lumora plan has been canceled. Files are retained until December 13, 2027.', 'Plan end date: June 30, 2027'],
  ['Abonnement opgezegd', 'Je Lumora-abonnement is opgezegd. Betaald tot: 31 juli 2027.', 'Einddatum: 30 juni 2027'],
];

it.each(LABELS)('%s: %s %s', (subject, body, row) => {
  expect(read(subject, `${body}\r\n\r\n${row}`)).toMatchObject({ kind: 'cancellation_confirmed', endsOn: '2027-06-30' });
});

it.each([
  ["Votre contrat d'électricité Lumora est résilié à la date que vous avez choisie, le 31 décembre 2026.", '2026-12-31'],
  ['Votre abonnement Lumora est résilié depuis le 29 novembre 2026.', '2026-11-29'],
  ['Die Kündigung Ihres Lumora-Abos ist da: Ihr Vertrag wird per 31.12.2026 beendet.', '2026-12-31'],
  ['Tu suscripción Lumora está dada de baja. Hemos cursado la baja con fecha 31 de diciembre de 2026.', '2026-12-31'],
  ['Il tuo abbonamento Lumora è stato disdetto: in data 31/12/2026 sarà disattivato.', '2026-12-31'],
  ['Je Lumora-abonnement is opgezegd per 1 december 2026.', '2026-12-01'],
  ["Suite à votre demande, nous avons résilié votre contrat Lumora. La date d'effet est le 31 décembre 2026.", '2026-12-31'],
  [
    "Nous confirmons la résiliation de votre abonnement Lumora. Mois engagé, mois dû : votre abonnement reste actif jusqu'au 31 décembre 2026.",
    '2026-12-31',
  ],
  ['We hebben je opzegging verwerkt. Je Lumora-abonnement stopt per 31 december 2026.', '2026-12-31'],
  ['Your Lumora subscription has been cancelled! Your last date within the Premium plan is Thu, 31 Dec 2026 UTC.', '2026-12-31'],
  ['Your Lumora subscription was cancelled. The effective date is December 31, 2026.', '2026-12-31'],
  ['As requested, your Lumora subscription was canceled today, November 30, 2026.', '2026-11-30'],
  ['Confermiamo la disdetta del tuo abbonamento Lumora con effetto dal 31 dicembre 2026.', '2026-12-31'],
  ['We bevestigen de opzegging van je Lumora-abonnement per 31 december 2026.', '2026-12-31'],
  ['Je Lumora-abonnement is per 31 december 2026 opgezegd.', '2026-12-31'],
])('%s', (body, day) => {
  expect(read('Lumora', body).endsOn).toBe(day);
});

it.each([
  ['Bienvenue', "Votre abonnement Lumora est actif, merci.\r\n\r\nDate d'effet : 30/06/2027"],
  // What is due or ends besides.
  [
    'Abonnement résilié',
    "Votre abonnement Lumora est résilié, comme demandé. L'échéance de votre facture finale est fixée au 15 mai 2027.",
  ],
  ['Subscription cancelled', 'Your Lumora subscription was cancelled. The end date of the refund period is April 30, 2027.'],
  // The day on which it was asked for, while access goes on.
  ['Abonnement annulé', "Votre abonnement Lumora a été annulé le 30 novembre 2026. Vous gardez l'accès jusqu'à la fin de la période."],
])('tells no end of "%s: %s"', (subject, body) => {
  expect(read(subject, body).endsOn).toBeNull();
});
