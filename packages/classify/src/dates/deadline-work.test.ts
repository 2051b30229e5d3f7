import { growth, LINEAR_MAX } from '@quittance/testing/work';
import { expect, it } from 'vitest';
import { readDeadline } from './cancel-deadline.ts';
import { isOfDissent } from './of-dissent.ts';

const LABELS = [
  'cancellation deadline',
  'date limite de resiliation',
  'kundigungsfrist',
  'fecha limite para cancelar',
  'termine per disdire',
  'opzegdatum',
];
const PIECES = [' -', ' |', ' :', ' is', ' am', ' le', ' il', ' the', ' ne pas', ' not', ' bis', ' entro', ' 12', ' cancel'];

it.each(LABELS)('looks at what stands behind “%s” with work in proportion', async (label) => {
  for (const piece of PIECES) {
    const read = (share: number): unknown => readDeadline(`${label}${piece.repeat(3_000 * share)} x `, ' x', '', null);
    expect(await growth(read), piece).toBeLessThan(LINEAR_MAX);
  }
});

it('looks for what is not accepted with work in proportion', async () => {
  for (const piece of ['not agree ', 'nicht einverstanden ', 'not for you ', 'if ', 'preiserhohung ', 'ausserordentlich ', 'x']) {
    const told = (share: number): unknown => isOfDissent(piece.repeat(3_000 * share), piece.repeat(3_000 * share), '');
    expect(await growth(told), piece).toBeLessThan(LINEAR_MAX);
  }
});
