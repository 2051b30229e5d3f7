import { describe, expect, it } from 'vitest';
import { ev, reason } from '@quittance/testing/events';
import { bestProof, isFirstNameOnly, proofMeter } from './proof.ts';

const present = (quotes: string[]): string[] => {
  const event = ev('cancellation_confirmed', '2026-05-12', { merchant: null, reasons: quotes.map((quote) => reason('kind', quote)) });
  return Object.entries(proofMeter(event)).flatMap(([name, element]) => (element.present ? [name] : []));
};

describe('the meter reads the quoted words', () => {
  for (const [quote, expected] of [
    ['Your subscription has been cancelled.', []],
    ['We received your request on 3 May 2026 at 10:31.', ['receivedAt']],
    ['Votre demande, reçue le 3 mai 2026, a été traitée.', ['receivedAt']],
    ['You keep access until 31 May.', ['effects']],
    ['Vous conservez l’accès à nos offres jusqu’au 31 mai.', ['effects']],
    ['You won’t be charged again.', ['noFurtherCharge']],
    ['No further payments will be taken.', ['noFurtherCharge']],
    ['Vous ne serez plus prélevé.', ['noFurtherCharge']],
    ['Aucun prélèvement ne sera effectué.', ['noFurtherCharge']],
    ['Votre abonnement ne sera pas renouvelé.', []],
    ['Your plan will not renew.', []],
    ['If you were charged, contact us.', []],
  ] as const) {
    it(quote, () => expect(present([quote])).toEqual(expected));
  }
});

it('shows what is missing and quotes what is there', () => {
  const meter = proofMeter(
    ev('cancellation_confirmed', '2026-05-12', {
      endsOn: '2026-05-31',
      reference: 'C-118',
      reasons: [
        reason('proof', 'Hi Ada,', 'meter.who'),
        reason('merchant', 'Streamly'),
        reason('ends_on', 'until 31 May 2026'),
        reason('reference', 'contract C-118'),
      ],
    }),
  );
  expect(meter).toMatchObject({
    who: { present: true, quote: 'Hi Ada,' },
    contract: { present: true, quote: 'contract C-118' },
    endsOn: { present: true, quote: 'until 31 May 2026' },
    receivedAt: { present: false, quote: null },
  });
});

it('tells a first name from what names one person', () => {
  expect(['Camille', 'Jean-Marc', 'O’Brien'].map(isFirstNameOnly)).toEqual([true, true, true]);
  expect(['Camille Durand', 'Mme Durand', 'camille@example.org', 'client 48215', null].map(isFirstNameOnly)).not.toContain(true);
});

it('does not take the merchant for the person, and prefers what the classifier named', () => {
  const meter = proofMeter(
    ev('cancellation_confirmed', '2026-05-12', {
      reasons: [
        reason('merchant', 'Streamly'),
        reason('kind', 'will not be charged'),
        reason('proof', 'You will not be charged again after that day.', 'meter.no_further_charge'),
      ],
    }),
  );
  expect(meter.who).toEqual({ present: false, quote: null });
  expect(meter.noFurtherCharge.quote).toBe('You will not be charged again after that day.');
});

it('proves the present cancellation, not the one that was undone', () => {
  const [first, second] = [
    ev('cancellation_confirmed', '2026-01-10', { level: 'A' }),
    ev('cancellation_confirmed', '2026-05-10', { level: 'C' }),
  ];
  const undone = ev('reactivated', '2026-02-10');
  expect(bestProof([first, undone, second])).toMatchObject({ eventId: second.id, level: 'C' });
  expect(bestProof([first, undone])).toMatchObject({ eventId: first.id });
  expect(bestProof([{ ...first, level: null, source: 'person' as const }])).toBeNull();
});
