import { expect, it } from 'vitest';
import { askEarly, dmarcNames } from './ask-early.ts';
import type { ResolveTxt } from './record-dns.ts';

it('names every place of a walk from the domain up, and none for what is no plain name', () => {
  expect(dmarcNames('Billing.streambox.example')).toEqual([
    '_dmarc.billing.streambox.example',
    '_dmarc.streambox.example',
    '_dmarc.example',
  ]);
  expect(dmarcNames('')).toEqual([]);
  expect(dmarcNames('localhost')).toEqual([]);
  expect(dmarcNames('[192.0.2.1]')).toEqual([]);
  expect(dmarcNames('bücher.example')).toEqual([]);
  expect(dmarcNames('a.b.c.d.e.f.g.example')).toEqual([]);
});

it('asks each name once and at once, and tells a failure to those who ask for it only', async () => {
  const asked: string[] = [];
  const resolveTxt: ResolveTxt = (name) => {
    asked.push(name);
    if (name === 'silent.example') return Promise.reject(new Error('no answer'));
    return Promise.resolve({ rdata: [name], resolver: 'test', observedAt: '2026-11-20T09:00:00.000Z' });
  };
  const early = askEarly(resolveTxt, ['a.example', 'silent.example']);
  expect(asked).toEqual(['a.example', 'silent.example']);
  expect((await early('a.example')).rdata).toEqual(['a.example']);
  await expect(early('silent.example')).rejects.toThrow('no answer');
  expect((await early('b.example')).rdata).toEqual(['b.example']);
  expect(asked).toEqual(['a.example', 'silent.example', 'b.example']);
});
