import { growth, LINEAR_MAX } from '@quittance/testing/work';
import { expect, it } from 'vitest';
import { readDeadline } from './cancel-deadline.ts';

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
