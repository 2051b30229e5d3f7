import { describe, expect, it } from 'vitest';
import { nextDigestAt, quietUntil } from './alert-preferences.ts';
import { instantsOf, localHour, wallClockAt } from './zoned-time.ts';

const PARIS = 'Europe/Paris';
const iso = (at: Date | null): string | null => at && at.toISOString().replace(':00.000', '');
const all = (on: string, time: string, zone = PARIS) => instantsOf(on, time, zone).map(iso);

describe('a local time', () => {
  // In 2026 Paris turns its clocks on 29 March (02:00 → 03:00) and on 25 October (03:00 → 02:00).
  it.each([
    ['2026-03-28', '09:00', PARIS, ['2026-03-28T08:00Z']],
    ['2026-03-29', '09:00', PARIS, ['2026-03-29T07:00Z']],
    ['2026-03-29', '02:30', PARIS, ['2026-03-29T01:00Z']],
    ['2026-03-29', '03:00', PARIS, ['2026-03-29T01:00Z']],
    ['2026-10-25', '02:30', PARIS, ['2026-10-25T00:30Z', '2026-10-25T01:30Z']],
    ['2026-10-25', '09:00', PARIS, ['2026-10-25T08:00Z']],
    ['2026-05-01', '09:00', 'Asia/Kathmandu', ['2026-05-01T03:15Z']],
    ['2026-05-01', '09:00', 'Pacific/Kiritimati', ['2026-04-30T19:00Z']],
    ['2026-09-06', '00:00', 'America/Santiago', ['2026-09-06T04:00Z']],
    // The day that Samoa left out.
    ['2011-12-30', '09:00', 'Pacific/Apia', ['2011-12-30T10:00Z']],
  ])('%s %s in %s', (on, time, zone, expected) => {
    expect(all(on, time, zone)).toEqual(expected);
  });

  it('and back, every quarter of an hour through both changes', () => {
    for (const start of ['2026-03-28T12:00:00Z', '2026-10-24T12:00:00Z']) {
      for (let step = 0; step < 96; step += 1) {
        const at = new Date(Date.parse(start) + step * 900_000);
        const { on, time } = wallClockAt(at, PARIS);
        expect(instantsOf(on, time, PARIS).map(Number)).toContain(at.getTime());
      }
    }
  });

  it('strikes the hour where the zone does', () => {
    const hour = (at: string) => localHour(new Date(at), 'Asia/Kathmandu');
    expect(hour('2026-05-01T03:14:59Z')).not.toBe(hour('2026-05-01T03:15:00Z'));
    expect(hour('2026-05-01T03:15:00Z')).toBe(hour('2026-05-01T04:14:59Z'));
  });
});

describe('quiet hours', () => {
  const until = (from: string, to: string, at: string) => iso(quietUntil({ from, until: to }, new Date(at), PARIS));
  it('begin and end on the minute, over midnight or within a day', () => {
    expect(until('22:00', '07:00', '2026-06-01T19:59:59Z')).toBe(null);
    expect(until('22:00', '07:00', '2026-06-01T20:00:00Z')).toBe('2026-06-02T05:00Z');
    expect(until('22:00', '07:00', '2026-06-02T04:59:59Z')).toBe('2026-06-02T05:00Z');
    expect(until('22:00', '07:00', '2026-06-02T05:00:00Z')).toBe(null);
    expect(until('12:00', '14:00', '2026-06-01T10:30:00Z')).toBe('2026-06-01T12:00Z');
    expect(quietUntil(null, new Date(), PARIS)).toBe(null);
  });

  it('end by the clock on the wall in the nights in which it is turned', () => {
    expect(until('22:00', '07:00', '2026-03-28T22:00:00Z')).toBe('2026-03-29T05:00Z');
    expect(until('22:00', '07:00', '2026-10-24T22:00:00Z')).toBe('2026-10-25T06:00Z');
    // An end that is jumped over comes with the jump; one that comes twice ends what is quiet at that time.
    expect(until('22:00', '02:30', '2026-03-28T23:00:00Z')).toBe('2026-03-29T01:00Z');
    expect(until('22:00', '02:30', '2026-10-25T00:10:00Z')).toBe('2026-10-25T00:30Z');
    expect(until('22:00', '02:30', '2026-10-25T01:10:00Z')).toBe('2026-10-25T01:30Z');
  });

  it('always end later than now and within two days, and at their end nothing is quiet', () => {
    for (const zone of [PARIS, 'America/St_Johns', 'Australia/Lord_Howe']) {
      for (const start of ['2026-03-28T00:00:00Z', '2026-10-03T00:00:00Z', '2026-10-24T12:00:00Z']) {
        for (let step = 0; step < 200; step += 1) {
          const at = new Date(Date.parse(start) + step * 17 * 60_000);
          const end = quietUntil({ from: '21:45', until: '08:15' }, at, zone);
          if (!end) continue;
          expect(end.getTime() - at.getTime()).toBeGreaterThan(0);
          expect(end.getTime() - at.getTime()).toBeLessThan(2 * 86_400_000);
          expect(quietUntil({ from: '21:45', until: '08:15' }, end, zone)).toBe(null);
        }
      }
    }
  });
});

it('digests come at nine, each day or each Monday', () => {
  const next = (digest: 'daily' | 'weekly', from: string) => iso(nextDigestAt(digest, new Date(from), PARIS));
  expect(next('daily', '2026-03-28T08:00:00Z')).toBe('2026-03-28T08:00Z');
  expect(next('daily', '2026-03-28T08:00:00.001Z')).toBe('2026-03-29T07:00Z');
  expect(next('daily', '2026-10-24T07:30:00Z')).toBe('2026-10-25T08:00Z');
  expect(next('weekly', '2026-03-24T00:00:00Z')).toBe('2026-03-30T07:00Z');
  expect(next('weekly', '2026-10-20T00:00:00Z')).toBe('2026-10-26T08:00Z');
});
