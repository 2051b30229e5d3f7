import { expect, it } from 'vitest';
import { areTwoAccounts } from './bank-account.ts';

it.each([
  ['FR7630006000011234567890189', 'FR7630006000019876543210122', true],
  ['30006/12345678901', '30006/98765432101', true],
  ['FR7630006000011234567890189', '30006/98765432101', true],
  // One account in two forms.
  ['FR7630006000011234567890189', '30006/12345678901', false],
  ['FR76 3000 6000 0112 3456 7890 189', 'FR7630006000011234567890189', false],
  ['DE89370400440532013000', '37040044/0532013000', false],
  ['FR76XXXXXXXXXXXXXXXXXXX0189', 'FR7630006000011234567890189', false],
  ['FR76 **** **** **** 0189', 'FR7630006000011234567890189', false],
  ['4970XXXXXXXX1234', '4970101234561234', false],
  ['4970XXXXXXXX9999', '4970101234561234', true],
  ['XXXXXXXX0189', 'FR7630006000011234567890189', false],
  ['', 'FR7630006000011234567890189', false],
])('tells accounts apart only where they surely are two: %s and %s', (one, other, areTwo) => {
  expect([areTwoAccounts(one, other), areTwoAccounts(other, one)]).toEqual([areTwo, areTwo]);
});
