// What is said to whomever it may concern, or of what might be, tells nothing of the reader's own contract: the footers of newsletters are full of it.
import { buildMessage } from '@quittance/testing/message-builder';
import { describe, expect, it } from 'vitest';
import { classifyMessage } from './classify-message.ts';
import { ownAddresses } from './own-addresses.ts';
import { readSignals } from './read-signals.ts';

function heard(body: string, subject = 'News'): string[] {
  const message = buildMessage({ subject, body });
  const { evidence } = readSignals(message, ownAddresses(message)).findings;
  return evidence.filter(({ voided }) => voided === null).map(({ rule }) => rule);
}

/** Once supposed, once told. */
const ENDINGS: readonly (readonly [language: string, supposed: string, told: string])[] = [
  ['en', 'If your four-week free trial is coming to an end soon, visit us and choose a plan.', 'Your free trial is coming to an end soon.'],
  [
    'fr',
    'Si votre essai gratuit se termine bientôt, passez nous voir et choisissez une formule.',
    'Votre essai gratuit se termine bientôt.',
  ],
  ['de', 'Falls Ihr kostenloser Testzeitraum bald endet, wählen Sie einen Tarif.', 'Ihr kostenloser Testzeitraum endet bald.'],
  ['es', 'Si tu prueba gratuita termina pronto, elige un plan.', 'Tu prueba gratuita termina pronto.'],
  ['it', 'Se la tua prova gratuita sta per scadere, scegli un piano.', 'La tua prova gratuita sta per scadere.'],
  ['pt', 'Se o seu teste gratuito termina em breve, escolha um plano.', 'O seu teste gratuito termina em breve.'],
  ['nl', 'Indien je gratis proefperiode binnenkort afloopt, kies een abonnement.', 'Je gratis proefperiode loopt binnenkort af.'],
  ['pl', 'Jeśli Twój okres próbny kończy się wkrótce, wybierz plan.', 'Twój okres próbny kończy się wkrótce.'],
];

describe.each(ENDINGS)('%s', (_language, supposed, told) => {
  it('hears no trial ending where one is only supposed', () => expect(heard(supposed)).not.toContain('trial.ending'));
  it('hears it where it is told', () => expect(heard(told)).toContain('trial.ending'));
});

it.each([
  ['The risk is that your next charge might not go through.', 'Your last charge did not go through.'],
  ['Il est possible que votre paiement pourrait être refusé.', 'Votre paiement a été refusé.'],
  ['Tu pago podría ser rechazado.', 'Tu pago fue rechazado.'],
  ['Il tuo pagamento potrebbe essere rifiutato.', 'Il tuo pagamento è stato rifiutato.'],
])('takes what might be refused for no refusal: %s', (perhaps, told) => {
  expect(heard(perhaps)).not.toContain('payment.failed');
  expect(heard(told)).toContain('payment.failed');
});

it.each([
  ['Let us know if your details changed before your subscription renews on 12 June 2026.', 'notice.renews'],
  ['Tell us if the address is wrong before your free trial ends on 12 June 2026.', 'trial.ending'],
  ['Please check if your card is valid: your subscription renews on 12 June 2026.', 'notice.renews'],
])('hears what is told behind another condition: %s', (told, rule) => expect(heard(told)).toContain(rule));

it('tells a condition on what else the reader does from one on the ending itself', () => {
  expect(heard('If you do nothing your free trial ends on 3 May 2026 and your card is charged.')).toContain('trial.ending');
});

describe('a newsletter', () => {
  const NEWS = 'We walked along the river and looked at the old town, its bridges and its mills. ';
  const ENDED = 'Your Gold membership has expired.';

  it('is not read further than a notice is long', () => {
    expect(heard(`${ENDED} ${NEWS.repeat(100)}`)).toContain('expired.done');
    expect(heard(`${NEWS.repeat(100)} ${ENDED}`)).toEqual([]);
  });

  it('to a list is about none where nothing is stated', () => {
    const body =
      'The basic version is $20 and the licence covers one site. The advanced version is $40. Installation on your server is $20.';
    const read = classifyMessage(buildMessage({ subject: 'Peer rating', body, listId: 'friends.list.example' }));
    expect(read).toMatchObject({ kind: 'other', decided: 'auto' });
  });
});
