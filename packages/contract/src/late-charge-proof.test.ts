// What a charge after the end can be asked back with: the confirmation that is kept of that end, and nothing where none is.
import { explainFinding } from '@quittance/i18n/findings';
import { ev, type EventLine } from '@quittance/testing/events';
import { foldMerchant } from '@quittance/timeline/fold-merchant';
import { expect, it } from 'vitest';

const monthly = { price: '12.99 EUR', period: 'P1M' };

function explained(confirmation: EventLine, ...more: ReturnType<typeof ev>[]): string[] {
  const events = [
    ev('signup', '2026-03-01', monthly),
    ev('cancellation_confirmed', '2026-05-12', { endsOn: '2026-05-31', ...confirmation }),
    ev('renewal_charged', '2026-06-20', monthly),
    ...more,
  ];
  const { findings } = foldMerchant(events, []).subscriptions[0]!;
  return findings.filter(({ kind }) => kind === 'charged_after_cancellation').map((finding) => explainFinding(finding, 'en'));
}

const AS_PROOF = 'You can ask for it back, with the confirmation as proof.';
const NONE_KEPT = 'No mail that confirms the end is kept';

it.each(['A', 'B', 'C'] as const)('names the confirmation as proof at level %s', (level) => {
  expect(explained({ level })).toEqual([expect.stringContaining(AS_PROOF)]);
});

it('says of a mail that nothing vouches for what it is', () => {
  expect(explained({ level: 'D' })).toEqual([
    expect.stringContaining('The confirmation is kept, but where it came from could not be verified.'),
  ]);
});

it.each<[string, EventLine]>([
  ['whose mail was erased', { level: null }],
  ['that is the person’s own word', { level: null, message: null, source: 'person' }],
])('claims no proof of a confirmation %s', (_, confirmation) => {
  expect(explained(confirmation)).toEqual([expect.stringContaining(NONE_KEPT)]);
});

it('takes any confirmation of the same end, and none of another', () => {
  const again = ev('cancellation_confirmed', '2026-05-14', { level: 'A' });
  expect(explained({ level: null }, again)).toEqual([expect.stringContaining(AS_PROOF)]);
  const anew = [
    ev('reactivated', '2026-07-01', { level: 'A' }),
    ev('cancellation_confirmed', '2026-07-20', { level: 'A', endsOn: '2026-07-31' }),
  ];
  expect(explained({ level: null }, ...anew)).toEqual([expect.stringContaining(NONE_KEPT)]);
});

it('names no mail as proof of an end that it does not tell', () => {
  // What was erased, or the person, says an earlier end than the mail that is kept.
  const kept = ev('cancellation_confirmed', '2026-05-10', { level: 'A', endsOn: '2026-07-31' });
  const { findings } = foldMerchant(
    [
      ev('signup', '2026-03-01', monthly),
      kept,
      ev('cancellation_confirmed', '2026-05-12', { level: null, endsOn: '2026-05-31' }),
      ev('renewal_charged', '2026-06-20', monthly),
    ],
    [],
  ).subscriptions[0]!;
  const late = findings.filter(({ kind }) => kind === 'charged_after_cancellation').map((finding) => explainFinding(finding, 'en'));
  expect(late).toEqual([expect.stringContaining(NONE_KEPT)]);
});

it('takes no mail for proof that came after the charge and names no end', () => {
  const after = ev('cancellation_confirmed', '2026-06-25', { level: 'A' });
  expect(explained({ level: null }, after)).toEqual([expect.stringContaining(NONE_KEPT)]);
});
