// The last day to cancel that a mail names: which renewal it holds for, what takes its place, and what follows from it.
import type { Level } from '@quittance/domain/authenticity';
import { addDays } from '@quittance/domain/civil-date';
import { findingIds } from '@quittance/domain/finding-id';
import type { FoldedSubscription } from '@quittance/domain/subscription';
import { onDay } from '@quittance/domain/viewpoint';
import { ev } from '@quittance/testing/events';
import { describe, expect, it } from 'vitest';
import { asOf } from './as-of.ts';
import { isDeadlineNews, leaveDaysAhead, statedDeadline } from './deadline.ts';
import { foldMerchant } from './fold-merchant.ts';

const yearly = { price: '119.00 EUR', period: 'P1Y' };
const signup = ev('signup', '2026-01-14', { ...yearly, renewsOn: '2027-01-14' });
const notice = ev('renewal_notice', '2026-11-20', { ...yearly, renewsOn: '2027-01-14', cancelBy: '2026-12-13' });

const seen = (events: readonly ReturnType<typeof ev>[], today: string) => asOf(foldMerchant(events, []).subscriptions[0]!, onDay(today));
const cancelBy = (events: readonly ReturnType<typeof ev>[], today: string) => seen(events, today).cancelBy;

describe('a stated day', () => {
  it('comes before the one that is reckoned, whatever the notice period', () => {
    expect(cancelBy([signup], '2026-11-21')).toBe('2027-01-14');
    expect(cancelBy([signup, notice], '2026-11-21')).toBe('2026-12-13');
    expect(cancelBy([{ ...signup, noticePeriod: 'P14D' }, notice], '2026-11-21')).toBe('2026-12-13');
  });

  it('stands until its renewal, so that nobody is told of a later day', () => {
    for (const today of ['2026-12-13', '2026-12-14', '2027-01-14']) expect(cancelBy([signup, notice], today)).toBe('2026-12-13');
    expect(cancelBy([signup, notice], '2027-02-01')).toBe('2028-01-14');
    const charged = ev('renewal_charged', '2027-01-14', { ...yearly, renewsOn: '2028-01-14' });
    expect(cancelBy([signup, notice, charged], '2027-01-15')).toBe('2028-01-14');
  });

  it('gives way to the day of a later mail, however they were read', () => {
    const later = ev('renewal_notice', '2026-12-01', { ...yearly, renewsOn: '2027-01-14', cancelBy: '2026-12-20' });
    expect(cancelBy([signup, notice, later], '2026-12-02')).toBe('2026-12-20');
    expect(cancelBy([later, notice, signup], '2026-12-02')).toBe('2026-12-20');
    expect(cancelBy([signup, notice, { ...later, decided: 'probable' }], '2026-12-02')).toBe('2026-12-13');
    expect(cancelBy([signup, notice, { ...later, level: 'R' }], '2026-12-02')).toBe('2026-12-13');
  });

  it('moves later for one renewal only by a mail at least as authentic, and earlier by any', () => {
    const on = (level: Level, day: string, stated: string, renewsOn: string | null = '2027-01-14') =>
      ev('renewal_notice', day, { ...yearly, renewsOn, cancelBy: stated, level });
    const told = (...mails: ReturnType<typeof on>[]) => cancelBy([signup, ...mails], '2026-12-05');
    const first = (level: Level) => on(level, '2026-11-20', '2026-12-13');
    for (const [before, after, day] of [
      ['A', 'D', '2026-12-13'],
      ['B', 'D', '2026-12-13'],
      ['C', 'D', '2026-12-13'],
      ['A', 'B', '2026-12-13'],
      ['D', 'D', '2026-12-20'],
      ['D', 'C', '2026-12-20'],
      ['B', 'A', '2026-12-20'],
    ] as const) {
      expect([before, after, told(first(before), on(after, '2026-12-01', '2026-12-20'))]).toEqual([before, after, day]);
      expect([before, after, told(first(before), on(after, '2026-12-01', '2026-12-20', null))]).toEqual([before, after, day]);
      expect(told(first(before), on(after, '2026-12-01', '2026-12-10'))).toBe('2026-12-10');
    }
    // By way of an earlier day it goes no further, and the better mail may set it right; so may one that says the same as a lesser one did.
    const earlier = on('D', '2026-12-01', '2026-12-10');
    expect(told(first('A'), earlier, on('D', '2026-12-02', '2026-12-20'))).toBe('2026-12-10');
    expect(told(first('A'), earlier, on('A', '2026-12-02', '2026-12-13'))).toBe('2026-12-13');
    expect(told(first('D'), on('A', '2026-12-01', '2026-12-13'), on('D', '2026-12-02', '2026-12-20'))).toBe('2026-12-13');
    // The next renewal is another matter.
    const next = on('D', '2026-12-01', '2027-12-13', '2028-01-14');
    expect(cancelBy([signup, first('A'), next], '2027-02-01')).toBe('2027-12-13');
  });

  it('is taken from a mail read with doubt where nothing else is known, and never from a forged one', () => {
    expect(cancelBy([signup, { ...notice, decided: 'probable' }], '2026-11-21')).toBe('2026-12-13');
    expect(cancelBy([signup, { ...notice, level: 'R' }], '2026-11-21')).toBe('2027-01-14');
  });

  it('lies neither before its mail nor after the renewal', () => {
    expect(cancelBy([signup, { ...notice, cancelBy: '2026-11-19' }], '2026-11-21')).toBe('2027-01-14');
    expect(cancelBy([signup, { ...notice, cancelBy: '2027-01-15' }], '2026-11-21')).toBe('2027-01-14');
    expect(cancelBy([signup, { ...notice, cancelBy: '2027-01-14' }], '2026-11-21')).toBe('2027-01-14');
  });

  it('holds for the renewal that is known where its mail names none', () => {
    const bare = { ...notice, renewsOn: null };
    expect(cancelBy([signup, bare], '2026-12-20')).toBe('2026-12-13');
    expect(cancelBy([signup, bare], '2027-01-20')).toBe('2028-01-14');
    // Renewals of which no mail told lie between.
    const old = ev('signup', '2024-01-14', { ...yearly, renewsOn: '2025-01-14' });
    expect(cancelBy([old, bare], '2026-12-20')).toBe('2026-12-13');
    expect(cancelBy([old, bare], '2027-01-20')).toBe('2028-01-14');
  });

  it('is a deadline where no renewal is known at all', () => {
    const alone = [{ ...notice, renewsOn: null, period: null }];
    expect(seen(alone, '2026-12-01')).toMatchObject({ renewsOn: null, cancelBy: '2026-12-13' });
    expect(seen(alone, '2026-12-01').findings).toMatchObject([{ kind: 'cancel_by', values: { cancel_by: '2026-12-13' } }]);
    expect(cancelBy(alone, '2026-12-14')).toBe(null);
  });

  it('waits where something renews before it: that can be left sooner', () => {
    const monthly = { price: '29.90 EUR', period: 'P1M' };
    const told = ev('renewal_notice', '2026-11-01', { ...monthly, cancelBy: '2026-12-14' });
    const events = [ev('renewal_charged', '2026-10-05', { ...monthly, renewsOn: '2026-11-05' }), told];
    expect(cancelBy(events, '2026-11-02')).toBe('2026-11-05');
    expect(cancelBy(events, '2026-12-10')).toBe('2026-12-14');
  });

  it('is over with the contract', () => {
    const gone = ev('cancellation_confirmed', '2026-12-01', { endsOn: '2027-01-14' });
    expect(cancelBy([signup, notice, gone], '2026-12-02')).toBe(null);
    const again = ev('reactivated', '2026-12-05', { renewsOn: '2027-01-14' });
    expect(cancelBy([signup, notice, gone, again], '2026-12-06')).toBe('2027-01-14');
  });

  it('yields to a longer notice that the person set', () => {
    const terms = [{ of: [signup.id], terms: { noticePeriod: 'P2M' }, madeAt: '2026-11-21T00:00:00.000Z' }];
    const [folded] = foldMerchant([signup, notice], [], { groups: [], merges: [], terms }).subscriptions;
    expect(asOf(folded!, onDay('2026-11-10')).cancelBy).toBe('2026-11-14');
  });
});

it('is none where the subscription was folded by a release that knew of none', () => {
  const { deadline: _, ...older } = foldMerchant([signup, notice], []).subscriptions[0]!;
  const one = asOf(older as FoldedSubscription, onDay('2026-12-01'));
  expect(one.cancelBy).toBe('2027-01-14');
  expect(statedDeadline(one)).toBe(null);
  expect(isDeadlineNews(one)).toBe(true);
});

describe('the day until which a dearer price may be left', () => {
  const risen = ev('price_change', '2026-11-25', { price: '149.00 EUR', effectiveOn: '2027-02-01', cancelBy: '2026-12-20' });
  const leaveDays = (events: readonly ReturnType<typeof ev>[], today: string) =>
    leaveDaysAhead(seen(events, today), today).map(({ on }) => on);
  const leaveBy = (events: readonly ReturnType<typeof ev>[], today: string) => leaveDays(events, today)[0] ?? null;

  it('is never the renewal’s last day to cancel where its mail names none, whichever is earlier, and whatever is known of that', () => {
    for (const day of ['2026-12-01', '2026-12-20'])
      for (const line of [{}, { effectiveOn: null }]) {
        const change = { ...risen, ...line, cancelBy: day };
        expect(cancelBy([signup, change], '2026-11-26')).toBe('2027-01-14');
        expect(cancelBy([signup, notice, change], '2026-11-26')).toBe('2026-12-13');
        expect(cancelBy([signup, change, { ...notice, occurredAt: '2026-11-26T09:00:00.000Z' }], '2026-11-27')).toBe('2026-12-13');
        expect(leaveBy([signup, notice, change], '2026-11-26')).toBe(day);
      }
    expect(cancelBy([risen], '2026-11-26')).toBe(null);
  });

  it('is the renewal’s, too, where its mail names that and nobody is told of a later day', () => {
    const mixed = (day: string, line: Parameters<typeof ev>[2] = {}) =>
      ({ ...risen, renewsOn: '2027-01-14', cancelBy: day, ...line }) as typeof risen;
    const told = (...events: ReturnType<typeof ev>[]) => [cancelBy(events, '2026-11-27'), leaveBy(events, '2026-11-27')];
    // One day by one mail is one deadline.
    expect(told(signup, mixed('2026-12-14'))).toEqual(['2026-12-14', null]);
    expect(told(signup, notice, mixed('2026-12-01'))).toEqual(['2026-12-01', null]);
    expect(told(signup, notice, mixed('2026-12-20'))).toEqual(['2026-12-13', '2026-12-20']);
    const after = { ...notice, occurredAt: '2026-11-26T09:00:00.000Z' };
    for (const day of ['2026-12-01', '2026-12-20']) expect(told(signup, mixed(day), after)).toEqual(['2026-12-13', day]);
    const month = ev('signup', '2026-01-14', { ...yearly, renewsOn: '2027-01-14', noticePeriod: 'P1M' });
    expect(told(month, mixed('2026-12-20'))).toEqual(['2026-12-14', '2026-12-20']);
    expect(told(signup, notice, mixed('2026-12-01', { renewsOn: '2026-12-05' }))[0]).not.toBe('2026-12-01');
    expect(told(signup, notice, mixed('2026-12-01', { decided: 'probable' }))[0]).toBe('2026-12-13');
  });

  it('is a finding of its own beside the renewal’s', () => {
    const { findings } = seen([signup, notice, risen], '2026-12-10');
    const days = findings.filter(({ kind }) => kind === 'cancel_by');
    expect(days).toMatchObject([
      { eventId: notice.id, until: '2026-12-13', values: { cancel_by: '2026-12-13', renews_on: '2027-01-14' } },
      { eventId: risen.id, until: '2026-12-20', values: { cancel_by: '2026-12-20', because: 'price_change' } },
    ]);
    expect(new Set(days.map((finding) => findingIds('s', finding)[0])).size).toBe(2);
  });

  it('stands beside that of another change, and gives way only to a mail of the same one', () => {
    const other = (day: string, line: Parameters<typeof ev>[2] = {}) =>
      ev('price_change', '2026-12-01', { price: '159.00 EUR', effectiveOn: '2027-03-01', cancelBy: day, ...line });
    const days = (...events: ReturnType<typeof ev>[]) => leaveDays([signup, ...events], '2026-12-02');
    for (const day of ['2026-12-10', '2027-01-10']) {
      const both = ['2026-12-20', day].toSorted();
      expect(days(risen, other(day))).toEqual(both);
      expect(days(other(day), risen)).toEqual(both);
      // The price alone, or the day alone, tells them apart; where a mail names neither, it is not known to be of the same.
      expect(days(risen, other(day, { effectiveOn: null }))).toEqual(both);
      expect(days(risen, other(day, { price: '149.00 EUR' }))).toEqual(both);
      expect(days({ ...risen, price: null, effectiveOn: null }, other(day))).toEqual(both);
      // The same change, told again: that day takes the place of the first one.
      for (const line of [{}, { effectiveOn: null }]) {
        const again = other(day, { price: '149.00 EUR', effectiveOn: '2027-02-01', ...line });
        expect(days(risen, again)).toEqual([day]);
        expect(days(risen, { ...again, decided: 'probable' })).toEqual(['2026-12-20']);
      }
      expect(days(risen, other(day), other(day, { id: 'again' }))).toEqual(both);
    }
    expect(leaveDays([signup, risen, other('2027-01-10')], '2026-12-21')).toEqual(['2027-01-10']);
    expect(seen([signup, risen, other('2026-12-21')], '2026-12-10').findings.filter(({ kind }) => kind === 'cancel_by')).toMatchObject([
      { eventId: risen.id, until: '2026-12-20' },
      { until: '2026-12-21' },
    ]);
  });

  it('is kept for each of two changes that name the same one', () => {
    const other = ev('price_change', '2026-12-01', { price: '159.00 EUR', effectiveOn: '2027-03-01', cancelBy: '2026-12-20' });
    const told = (...events: ReturnType<typeof ev>[]) =>
      leaveDaysAhead(seen([signup, ...events], '2026-12-02'), '2026-12-02').map(({ on, to, from }) => [on, to?.amountMinor, from]);
    const both = [
      ['2026-12-20', 14_900, '2027-02-01'],
      ['2026-12-20', 15_900, '2027-03-01'],
    ];
    expect(told(risen, other)).toEqual(both);
    expect(told(risen, other, { ...other, id: 'again', effectiveOn: null })).toEqual(both);
    // Nothing says that it is another one.
    expect(told(risen, { ...other, price: null, effectiveOn: null })).toEqual(both.slice(0, 1));
  });

  it('is over when it has passed, and with the contract', () => {
    expect([leaveBy([signup, risen], '2026-12-20'), leaveBy([signup, risen], '2026-12-21')]).toEqual(['2026-12-20', null]);
    expect(leaveBy([signup, risen, ev('cancellation_confirmed', '2026-12-01')], '2026-12-02')).toBe(null);
    const next = ev('price_change', '2026-12-22', { price: '159.00 EUR', cancelBy: '2027-01-10', level: 'D' });
    expect(leaveBy([signup, risen, next], '2026-12-23')).toBe('2027-01-10');
    // A lesser mail moves it no later.
    const later = { ...next, price: risen.price, effectiveOn: risen.effectiveOn, occurredAt: '2026-12-01T09:00:00.000Z' };
    expect(leaveDays([signup, risen, later], '2026-12-02')).toEqual(['2026-12-20']);
    expect(leaveDays([signup, risen, { ...later, level: 'A' }], '2026-12-02')).toEqual(['2027-01-10']);
    expect(leaveBy([signup, { ...risen, cancelBy: '2026-11-24' }], '2026-11-26')).toBe(null);
    expect(leaveBy([signup, { ...risen, level: 'R' }], '2026-11-26')).toBe(null);
  });
});

describe('what follows from it', () => {
  it('is news for a plan of any length', () => {
    const monthly = { price: '9.99 EUR', period: 'P1M' };
    const charged = ev('renewal_charged', '2026-11-14', { ...monthly, renewsOn: '2026-12-14' });
    const told = ev('renewal_notice', '2026-12-01', { ...monthly, renewsOn: '2026-12-14', cancelBy: '2026-12-13' });
    expect(isDeadlineNews(seen([charged], '2026-12-02'))).toBe(false);
    expect(isDeadlineNews(seen([charged, told], '2026-12-02'))).toBe(true);
    expect(isDeadlineNews(seen([charged, told], '2026-12-20'))).toBe(false);
  });

  it('is a finding a fortnight ahead that rests on the mail, and keeps its name when the mail is sent again', () => {
    expect(seen([signup, notice], '2026-11-28').findings).toEqual([]);
    const [finding] = seen([signup, notice], '2026-11-29').findings;
    expect(finding).toMatchObject({
      kind: 'cancel_by',
      since: addDays('2026-12-13', -14),
      until: '2026-12-13',
      eventId: notice.id,
      values: { cancel_by: '2026-12-13', renews_on: '2027-01-14' },
    });
    const again = { ...notice, id: '00000000-0000-4000-8000-00000000aaaa', occurredAt: '2026-12-01T09:00:00.000Z' };
    const [repeated] = seen([signup, notice, again], '2026-12-02').findings;
    const earlier = seen([signup, again], '2026-12-02');
    expect(findingIds('s', repeated!)).toContain(findingIds('s', earlier.findings[0]!)[0]);
  });
});
