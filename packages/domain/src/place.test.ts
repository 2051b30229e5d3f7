import { expect, it } from 'vitest';
import { isCurrency, isTimeZone, readCountry } from './place.ts';

it.each([
  ['FR', 'FR'],
  ['us-ca', 'US-CA'],
  ['UK', 'GB'],
  ['XX', null],
  ['ZZ', null],
  ['FRA', null],
  ['FR-', null],
  ['', null],
])('reads %j as the country %j', (text, country) => {
  expect(readCountry(text)).toBe(country);
});

it('knows zones and currencies from what only looks like them', () => {
  expect([isTimeZone('Europe/Paris'), isTimeZone('UTC'), isTimeZone('Mars'), isTimeZone('')]).toEqual([true, true, false, false]);
  expect([isCurrency('EUR'), isCurrency('XXQ'), isCurrency('eur')]).toEqual([true, false, false]);
});
