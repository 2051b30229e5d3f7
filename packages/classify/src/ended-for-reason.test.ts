// Who gives a reason for the end that is not the reader's wish is asked about; who was asked to end it is believed.
import { buildMessage } from '@quittance/testing/message-builder';
import { expect, it } from 'vitest';
import { classifyMessage } from './classify-message.ts';

const CASES: readonly (readonly [decided: 'auto' | 'probable', subject: string, body: string])[] = [
  [
    'probable',
    'Beëindiging lidmaatschap',
    'Omdat je volgens onze gegevens niet meer werkt, wordt je lidmaatschap per 1 juli 2026 beëindigd. Je lidmaatschap stopt dan.',
  ],
  [
    'probable',
    'Your membership has been cancelled',
    'Because you are no longer a student, your membership has been cancelled. It ends on 1 July 2026.',
  ],
  [
    'probable',
    'Résiliation de votre abonnement',
    'Comme vous n’êtes plus étudiant, votre abonnement a été résilié. Il prend fin le 1er juillet 2026.',
  ],
  [
    'probable',
    'Ihr Abonnement wurde gekündigt',
    'Da Sie keinen Nachweis eingereicht haben, wurde Ihr Abonnement gekündigt. Es endet am 1. Juli 2026.',
  ],
  [
    'probable',
    'Your membership has been cancelled',
    'Because you will no longer be a student, your membership has been cancelled. It ends on 1 July 2026.',
  ],
  [
    'probable',
    'Your membership has been cancelled',
    'Your membership has been cancelled because you did not verify your status, and will end on 1 July 2026.',
  ],
  [
    'probable',
    'Your membership has been cancelled',
    'Since you likely no longer qualify, your membership has been cancelled. It ends on 1 July 2026.',
  ],
  [
    'probable',
    'Ihr Abonnement wurde gekündigt',
    'Weil Sie nicht mehr in Wilhelmshaven wohnen, wurde Ihr Abonnement gekündigt. Es endet am 1. Juli 2026.',
  ],
  [
    'probable',
    'Tu suscripción ha sido cancelada',
    'Como ya no eres estudiante, tu suscripción ha sido cancelada. Termina el 1 de julio de 2026.',
  ],
  [
    'auto',
    'Your membership has been cancelled',
    'Since you no longer want it, your membership has been cancelled as you asked. It ends on 1 July 2026.',
  ],
  [
    'auto',
    'Résiliation de votre abonnement',
    'Puisque vous ne souhaitez plus le garder, votre abonnement a été résilié à votre demande. Il prend fin le 1er juillet 2026.',
  ],
  [
    'auto',
    'Your membership has been cancelled',
    'Your membership has been cancelled as you asked. It ends on 1 July 2026, because we do not end it within a month.',
  ],
];

it.each(CASES)('%s: %s', (decided, subject, body) => {
  const read = classifyMessage(buildMessage({ subject, body }));
  expect([read.kind === 'cancellation_confirmed' && read.decided === 'auto', body]).toEqual([decided === 'auto', body]);
});
