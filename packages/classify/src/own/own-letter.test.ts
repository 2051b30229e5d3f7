// What counts as asking for the end of a contract in the person's own words, and what only looks like it.
import { buildMessage } from '@quittance/testing/message-builder';
import { describe, expect, it } from 'vitest';
import { readOwnBounce, readOwnLetter } from './own-letter.ts';

const letter = (body: string, subject = 'Hello', to = 'support@netflix.com') =>
  buildMessage({ from: 'camille@home.example', to: [{ address: to, name: '' }], subject, body });

describe('readOwnLetter', () => {
  it.each([
    ['I would like to cancel my subscription with immediate effect.'],
    ['Hello,\n\nPlease cancel my membership at the end\nof the current period. My number is 4711.\n\nCamille'],
    ['I hereby give notice of termination of the contract no. 123.'],
    ['Could you please cancel my plan?'],
    ['Madame, Monsieur,\n\nJe souhaite résilier mon abonnement n° 4471 à compter du 1er mai.\n\nCordialement'],
    ['Par la présente, je vous informe de ma volonté de mettre fin à mon contrat.'],
    ['Je résilie mon forfait.'],
    ['Hiermit kündige ich meinen Vertrag fristgerecht.'],
    ['Quiero darme de baja del servicio.'],
    ['Con la presente comunico la disdetta del mio abbonamento.'],
    ['Hierbij zeg ik mijn abonnement op.'],
  ])('is a request: %s', (body) => {
    const read = readOwnLetter(letter(body));
    expect(read).toMatchObject({ kind: 'cancellation_requested', decided: 'auto', merchant: { id: 'netflix' } });
    const [reason] = read.reasons;
    expect(body.slice(reason!.start, reason!.end)).toBe(reason!.quote);
  });

  it('takes the contract from the subject, and is unsure of a subject alone', () => {
    expect(readOwnLetter(letter('Veuillez trouver ci-joint ma lettre de résiliation.', 'Contrat 4471'))).toMatchObject({ decided: 'auto' });
    expect(readOwnLetter(letter('Voir la pièce jointe.', 'Résiliation'))).toMatchObject({
      kind: 'cancellation_requested',
      decided: 'probable',
    });
  });

  it.each([
    ['How can I cancel my subscription?'],
    ['Comment résilier mon abonnement ?'],
    ['I do not want to cancel my subscription, only to change the address.'],
    ['Je ne souhaite pas résilier mon abonnement.'],
    ['If I cancel my plan now, will I lose my data?'],
    ['I cancelled my subscription in March and you charged me again.'],
    ['J’ai résilié mon abonnement en mars.'],
    ['Please cancel my order 4711.'],
    ['Merci d’annuler mon rendez-vous de mardi.'],
    ['Thank you for the invoice of my subscription.'],
  ])('is none: %s', (body) => {
    expect(readOwnLetter(letter(body)).kind).toBe('other');
  });

  it('does not take what is quoted for the person’s word, nor a friend for a merchant', () => {
    const body = 'Thanks!\n> I would like to cancel my subscription.';
    const zones = [
      { kind: 'body' as const, start: 0, end: 8 },
      { kind: 'quoted' as const, start: 8, end: body.length },
    ];
    expect(readOwnLetter(buildMessage({ to: [{ address: 'support@netflix.com', name: '' }], body, zones })).kind).toBe('other');
    expect(readOwnLetter(letter('I want to cancel my subscription.', 'x', 'friend@gmail.com')).kind).toBe('other');
  });
});

describe('readOwnBounce', () => {
  const original = letter('I hereby cancel my subscription.', 'Cancellation');
  const bounce = (hasFailed: boolean) =>
    buildMessage({
      from: 'mailer-daemon@home.example',
      subject: 'Undelivered Mail Returned to Sender',
      body: 'I could not deliver it.\n<support@netflix.com>: user unknown\n',
      isDeliveryReport: true,
      deliveryReport: { hasFailed, status: '5.1.1', recipient: 'support@netflix.com', original },
    });

  it('knows the letter that came back, and leaves delays and other people’s mail alone', () => {
    const read = readOwnBounce(bounce(true), (address) => address === 'camille@home.example');
    expect(read).toMatchObject({ kind: 'cancellation_requested', decided: 'auto', merchant: { id: 'netflix' } });
    expect(read!.reasons[0]).toMatchObject({ rule: `own.bounced:${original.rfcMessageId}`, quote: '<support@netflix.com>: user unknown' });
    expect(readOwnBounce(bounce(false), () => true)).toBeNull();
    expect(readOwnBounce(bounce(true), () => false)).toBeNull();
  });
});
