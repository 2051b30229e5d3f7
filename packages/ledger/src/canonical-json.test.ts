import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson, type JsonValue } from './canonical-json.ts';

it('writes what RFC 8785 §3.2 shows', () => {
  const value = {
    numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '€$\u000f\u000aA\'\u0042\u0022\u005c\\"/',
    literals: [null, true, false],
  };
  expect(canonicalJson(value)).toBe(
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  );
});

it('sorts keys by UTF-16 code units, as in RFC 8785 §3.2.3', () => {
  const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 };
  expect(canonicalJson(value)).toBe('{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}');
});

it('gives one text for one value, whatever the order of keys, and that text means the value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(reversed(JSON.parse(text)))).toBe(text);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

it('refuses what has no JSON form', () => {
  const cycle: { self?: JsonValue } = {};
  cycle.self = cycle as JsonValue;
  for (const value of [NaN, Infinity, '\ud800', { '\udfff': 1 }, 10n, cycle, () => 1]) {
    expect(() => canonicalJson(value as JsonValue)).toThrow(expect.objectContaining({ code: 'not_canonical' }));
  }
});

function reversed(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map((item: JsonValue) => reversed(item));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([key, member]) => [key, reversed(member!)] as const);
  return Object.fromEntries(members.reverse());
}
