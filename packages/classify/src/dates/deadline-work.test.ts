import { growth, LINEAR_MAX } from '@quittance/testing/work';
import { expect, it } from 'vitest';
import { readDeadline } from './cancel-deadline.ts';
import { findMonthEnds } from './month-ends.ts';

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

const END_PIECES = ['fin ', 'fin de ', 'fin du mois ', 'fine del ', 'end of the ', 'ende des monats ', 'eind van de ', 'konca miesiaca ', '12 月末 ', '1 '];

it('looks for ends of months with work in proportion', async () => {
  for (const piece of END_PIECES) {
    const read = (share: number): unknown => findMonthEnds(`${piece.repeat(3_000 * share)}x`, 'fr', '2026-04-02');
    expect(await growth(read), piece).toBeLessThan(LINEAR_MAX);
  }
});
