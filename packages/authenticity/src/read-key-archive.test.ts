import { expect, it } from 'vitest';
import { readKeyArchive } from './read-key-archive.ts';

it('reads lines and arrays, and the words of other archives', () => {
  const key = { name: 's1._domainkey.shop.example', record: 'v=DKIM1; p=AAAA', source: 'mine' };
  const lines = `{"name":"S1._domainkey.Shop.example.","record":"v=DKIM1; p=AAAA","first_seen":"2019-02-01","last_seen":"2021-06-30T08:00:00Z"}\n\n`;
  expect(readKeyArchive(lines, 'mine')).toEqual([
    { ...key, firstSeenAt: '2019-02-01T00:00:00.000Z', lastSeenAt: '2021-06-30T08:00:00.000Z' },
  ]);
  const array = '[{"selector":"s1","domain":"shop.example","value":"v=DKIM1; p=AAAA"}]';
  expect(readKeyArchive(array, 'mine')).toMatchObject([{ ...key, firstSeenAt: '2004-01-01T00:00:00.000Z' }]);
});

it.each([
  ['{"name":"s1._domainkey.shop.example"', /line 1 is no JSON/],
  ['\n"text"', /line 2 is no object/],
  ['{"name":"shop.example","record":"p=AAAA"}', /names no key/],
  ['[{"name":"s1._domainkey.shop.example","record":"v=spf1"}]', /entry 1 holds no key/],
  ['{"name":"s1._domainkey.shop.example","record":"p=AAAA","first_seen":"soon"}', /a date that is none/],
  ['{"name":"s1._domainkey.shop.example","record":"p=AAAA","first_seen":"2021-01-01","last_seen":"2020-01-01"}', /before/],
])('refuses %s', (text, message) => {
  expect(() => readKeyArchive(text, 'mine')).toThrow(message);
});
