import { describe, expect, it } from 'vitest';
import { DEFAULT_ALERT_PREFERENCES, type AlertPreferences } from '@quittance/domain/alert-preferences';
import { ev } from '@quittance/testing/events';
import { clockAlerts } from './clock-alerts.ts';
import { dueAlerts } from './due-alerts.ts';
import { foldMerchant } from './fold-merchant.ts';

type Events = Parameters<typeof foldMerchant>[0];
const yearly = { price: '119.00 EUR', period: 'P1Y', noticePeriod: 'P14D' };
const chose = (change: Partial<AlertPreferences['leadDays']>, mutedKinds: AlertPreferences['mutedKinds'] = []): AlertPreferences => ({
  ...DEFAULT_ALERT_PREFERENCES,
  mutedKinds,
  leadDays: { renewal_notice: [], trial_ending: [], cancel_by: [], ...change },
});

/** Kind, date and lead of what is due, with how many earlier warnings would silence it. */
const dueAt = (events: Events, at: string, preferences = DEFAULT_ALERT_PREFERENCES, timeZone = 'Europe/Paris'): string[] =>
  foldMerchant(events, []).subscriptions.flatMap((one) =>
    clockAlerts(one, { now: new Date(at), timeZone, preferences, country: null, setAside: [] }).map(({ alert, unlessTold }) => {
      const [kind, , ...rest] = alert.dedupeKey.split(':');
      return [kind, ...rest, unlessTold.length].join(' ');
    }),
  );

describe('a reminder', () => {
  const notice = ev('renewal_notice', '2026-05-20', { ...yearly, renewsOn: '2026-06-20' });

  it('is due at nine in the morning of the person, a week and a day before the deadline', () => {
    expect(dueAt([notice], '2026-05-30T06:59:59Z')).toEqual([]);
    expect(dueAt([notice], '2026-05-30T07:00:00Z')).toEqual(['cancel_by 2026-06-06 7 4']);
    expect(dueAt([notice], '2026-06-05T07:00:00Z')).toEqual(['cancel_by 2026-06-06 1 0']);
    expect(dueAt([notice], '2026-06-06T21:59:59Z')).toEqual(['cancel_by 2026-06-06 1 0']);
    expect(dueAt([notice], '2026-06-06T22:00:00Z')).toEqual([]);
    expect(dueAt([notice, ev('cancellation_confirmed', '2026-05-29')], '2026-05-30T08:00:00Z')).toEqual([]);
  });

  it('keeps to nine on both sides of each change of the clocks', () => {
    for (const [renewsOn, eight, nine] of [
      ['2026-03-29', '2026-03-28T07:59:59Z', '2026-03-28T08:00:00Z'],
      ['2026-03-30', '2026-03-29T06:59:59Z', '2026-03-29T07:00:00Z'],
      ['2026-10-25', '2026-10-24T06:59:59Z', '2026-10-24T07:00:00Z'],
      ['2026-10-26', '2026-10-25T07:59:59Z', '2026-10-25T08:00:00Z'],
    ] as const) {
      const events = [ev('renewal_notice', `${renewsOn.slice(0, 7)}-01`, { price: '9.99 EUR', period: 'P1M', renewsOn })];
      const chosen = chose({ renewal_notice: [1] });
      expect(dueAt(events, eight, chosen)).toEqual([]);
      expect(dueAt(events, nine, chosen)).toEqual([`renewal_notice ${renewsOn} 1 0`]);
    }
  });

  it('by default comes only where a deadline is stated or missing it is dear', () => {
    const monthly = [ev('renewal_notice', '2026-06-01', { price: '9.99 EUR', period: 'P1M', renewsOn: '2026-06-10' })];
    expect(dueAt(monthly, '2026-06-09T12:00:00Z')).toEqual([]);
    expect(dueAt(monthly, '2026-06-09T12:00:00Z', chose({ renewal_notice: [7, 1] }))).toEqual(['renewal_notice 2026-06-10 1 0']);
  });

  it('is one for a trial, whose end is its deadline and its renewal', () => {
    const trial = [ev('trial_started', '2026-06-01', { price: '9.99 EUR', period: 'P1M', renewsOn: '2026-06-15' })];
    expect(dueAt(trial, '2026-06-14T12:00:00Z')).toEqual(['cancel_by 2026-06-15 1 0']);
    const both = { trial_ending: [7, 1] as const, cancel_by: [7, 1] as const, renewal_notice: [1] as const };
    expect(dueAt(trial, '2026-06-14T12:00:00Z', chose(both))).toEqual(['trial_ending 2026-06-15 1 0']);
    expect(dueAt(trial, '2026-06-14T12:00:00Z', chose(both, ['trial_ending']))).toEqual(['cancel_by 2026-06-15 1 0']);
  });

  it('is not the echo of the mail that names the date', () => {
    const short = [ev('trial_started', '2026-06-01', { price: '9.99 EUR', period: 'P1M', renewsOn: '2026-06-04' })];
    expect(dueAt(short, '2026-06-01T10:00:00Z')).toEqual([]);
    expect(dueAt(short, '2026-06-03T07:00:00Z')).toEqual(['cancel_by 2026-06-04 1 0']);
  });

  it('is due ahead of the day that the mail names, for a plan of any length, and not of the renewal', () => {
    const monthly = { price: '9.99 EUR', period: 'P1M', renewsOn: '2026-07-14' };
    const told = ev('renewal_notice', '2026-06-01', { ...monthly, cancelBy: '2026-06-13' });
    expect(dueAt([ev('renewal_notice', '2026-06-01', monthly)], '2026-07-13T07:00:00Z')).toEqual([]);
    expect(dueAt([told], '2026-06-06T07:00:00Z')).toEqual(['cancel_by 2026-06-13 7 6']);
    expect(dueAt([told], '2026-06-12T07:00:00Z')).toEqual(['cancel_by 2026-06-13 1 0']);
    for (const at of ['2026-06-14T07:00:00Z', '2026-07-13T07:00:00Z']) expect(dueAt([told], at)).toEqual([]);
  });

  it.each([
    ['a notice', 'renewal_notice', []],
    ['a notice of a renewal that is known', 'renewal_notice', [ev('signup', '2025-07-14', { ...yearly, renewsOn: '2026-07-14' })]],
    ['the end of a trial', 'trial_ending', [ev('trial_started', '2026-06-01', { price: '9.99 EUR' })]],
  ] as const)('is not the echo of %s, where that mail names the deadline and no renewal', (_what, kind, earlier) => {
    const named = ev(kind, '2026-06-05', { cancelBy: '2026-06-13' });
    const fold = (events: Events) => foldMerchant(events, []).subscriptions;
    const [before, after] = [fold(earlier), fold([...earlier, named])];
    const [told] = dueAlerts({ event: named, before, after, now: new Date('2026-06-05T09:01:00Z'), priority: 'live' });
    const input = { timeZone: 'Europe/Paris', preferences: DEFAULT_ALERT_PREFERENCES, country: null, setAside: [] };
    const [reminder] = clockAlerts(after[0]!, { ...input, now: new Date('2026-06-06T07:00:00Z') });
    expect(reminder?.alert.data).toMatchObject({ cancel_by: '2026-06-13', cancel_by_stated: true, reason: 'reminder' });
    expect(reminder?.unlessTold).toContain(told?.dedupeKey);
  });

  it('is no echo of the mail that told of an earlier last day, and is none of what told of a later one', () => {
    const [start, plain] = [ev('signup', '2025-07-14', yearly), ev('renewal_notice', '2026-06-04', { renewsOn: '2026-07-14' })];
    const named = ev('renewal_notice', '2026-06-05', { renewsOn: '2026-07-14', cancelBy: '2026-06-13' });
    const [before, after] = [
      [start, plain],
      [start, plain, named],
    ].map((events) => foldMerchant(events, []).subscriptions);
    const told = dueAlerts({ event: named, before: before!, after: after!, now: new Date('2026-06-05T09:01:00Z'), priority: 'live' });
    expect(told).toMatchObject([{ sameAs: [`renewal_notice:${after![0]!.id}:2026-07-14`] }]);
    const input = { timeZone: 'Europe/Paris', preferences: DEFAULT_ALERT_PREFERENCES, country: null, setAside: [] };
    const [reminder] = clockAlerts(after![0]!, { ...input, now: new Date('2026-06-06T07:00:00Z') });
    expect(reminder).toMatchObject({ unlessTold: expect.arrayContaining([told[0]!.dedupeKey]), toldDay: '2026-06-13' });
  });

  it.each([
    ['on another day', '2026-06-16', ['cancel_by:2026-06-13:7', 'cancel_by:price_change:2026-06-16:7']],
    ['on the same day', '2026-06-13', ['cancel_by:2026-06-13:7', 'cancel_by:price_change:2026-06-13:7']],
  ])('comes for the renewal and for who leaves because of the price, %s', (_what, leaveBy, keys) => {
    const start = ev('signup', '2025-07-14', { ...yearly, renewsOn: '2026-07-14' });
    const told = ev('renewal_notice', '2026-05-20', { renewsOn: '2026-07-14', cancelBy: '2026-06-13' });
    for (const line of [{ price: '149.00 EUR' }, {}]) {
      const risen = ev('price_change', '2026-05-21', { ...line, effectiveOn: '2026-08-01', cancelBy: leaveBy });
      for (const events of [
        [start, told, risen],
        [start, risen, { ...told, occurredAt: '2026-05-22T09:00:00.000Z' }],
      ]) {
        const [folded] = foldMerchant(events, []).subscriptions;
        const input = { timeZone: 'Europe/Paris', preferences: DEFAULT_ALERT_PREFERENCES, country: null, setAside: [] };
        const raised = ['2026-06-06', '2026-06-09'].flatMap((day) => clockAlerts(folded!, { ...input, now: new Date(`${day}T08:00:00Z`) }));
        const byKey = new Map(raised.map((one) => [one.alert.dedupeKey.replace(`:${folded!.id}`, ''), one]));
        expect([...byKey.keys()].toSorted()).toEqual(keys);
        const [renewal, price] = keys.map((key) => byKey.get(key)!);
        expect(renewal!.alert.data).toMatchObject({ cancel_by: '2026-06-13', renews_on: '2026-07-14', cancel_by_stated: true });
        expect(renewal!.alert.data).not.toHaveProperty('cancel_by_for');
        expect(price!.alert.data).toMatchObject({ cancel_by: leaveBy, cancel_by_for: 'price_change', event_id: risen.id });
        // Neither is silenced by what was told of the other.
        expect(renewal!.unlessTold.some((key) => key.startsWith('price_change'))).toBe(false);
        expect(price!.unlessTold).toContain(`price_change:${folded!.id}:${'price' in line ? '149.00:EUR' : '2026-08-01'}`);
        expect(price!.unlessTold.every((key) => key.startsWith('price_change'))).toBe(true);
      }
    }
  });

  it('is one where one mail tells of the renewal and of its price, at that price, and no echo of that mail', () => {
    const start = ev('signup', '2025-07-14', { ...yearly, renewsOn: '2026-07-14' });
    const mixed = ev('price_change', '2026-06-05', {
      price: '149.00 EUR',
      effectiveOn: '2026-07-14',
      renewsOn: '2026-07-14',
      cancelBy: '2026-06-13',
    });
    const [before, after] = [[start], [start, mixed]].map((events) => foldMerchant(events, []).subscriptions);
    const [told] = dueAlerts({ event: mixed, before: before!, after: after!, now: new Date('2026-06-05T09:01:00Z'), priority: 'live' });
    const input = { timeZone: 'Europe/Paris', preferences: DEFAULT_ALERT_PREFERENCES, country: null, setAside: [] };
    const raised = clockAlerts(after![0]!, { ...input, now: new Date('2026-06-06T07:00:00Z') });
    expect(raised).toMatchObject([
      { alert: { kind: 'cancel_by', data: { cancel_by: '2026-06-13', renews_on: '2026-07-14', amount: '149.00' } } },
    ]);
    expect(raised[0]!.unlessTold).toContain(told!.dedupeKey);
    const other = ev('price_change', '2026-06-04', { price: '159.00 EUR', effectiveOn: '2026-10-01', cancelBy: '2026-06-13' });
    const [beside] = foldMerchant([start, other, { ...mixed, cancelBy: '2026-06-14' }], []).subscriptions;
    expect(clockAlerts(beside!, { ...input, now: new Date('2026-06-07T08:00:00Z') })).toHaveLength(2);
  });

  it('comes for each of two changes of the price, at its price', () => {
    const start = ev('renewal_charged', '2026-05-20', { price: '12.99 EUR', period: 'P1M' });
    const risen = (price: string, effectiveOn: string, cancelBy: string) =>
      ev('price_change', '2026-06-01', { price, effectiveOn, cancelBy });
    const [folded] = foldMerchant(
      [start, risen('14.99 EUR', '2026-07-01', '2026-06-13'), risen('17.99 EUR', '2026-09-01', '2026-06-14')],
      [],
    ).subscriptions;
    const input = { timeZone: 'Europe/Paris', preferences: DEFAULT_ALERT_PREFERENCES, country: null, setAside: [] };
    const raised = clockAlerts(folded!, { ...input, now: new Date('2026-06-07T08:00:00Z') }).map(({ alert }) => alert.data);
    expect(raised).toMatchObject([
      { cancel_by: '2026-06-13', amount: '14.99' },
      { cancel_by: '2026-06-14', amount: '17.99' },
    ]);
  });

  it('is not the echo of the mail of the price that names the day, and the last call follows', () => {
    const start = ev('renewal_charged', '2026-05-20', { price: '12.99 EUR', period: 'P1M' });
    const named = ev('price_change', '2026-06-05', { price: '14.99 EUR', effectiveOn: '2026-07-01', cancelBy: '2026-06-13' });
    const [before, after] = [[start], [start, named]].map((events) => foldMerchant(events, []).subscriptions);
    const [told] = dueAlerts({ event: named, before: before!, after: after!, now: new Date('2026-06-05T09:01:00Z'), priority: 'live' });
    expect(told).toMatchObject({ kind: 'price_change', data: { cancel_by: '2026-06-13', cancel_by_for: 'price_change' } });
    const input = { timeZone: 'Europe/Paris', preferences: DEFAULT_ALERT_PREFERENCES, country: null, setAside: [] };
    const [reminder] = clockAlerts(after![0]!, { ...input, now: new Date('2026-06-06T07:00:00Z') });
    expect(reminder).toMatchObject({ alert: { data: { amount: '14.99' } }, unlessTold: expect.arrayContaining([told!.dedupeKey]) });
    expect(clockAlerts(after![0]!, { ...input, now: new Date('2026-06-12T07:00:00Z') })).toMatchObject([{ unlessTold: [] }]);
  });

  it('reaches as far ahead as was chosen', () => {
    expect(dueAt([notice], '2026-05-23T07:00:00Z', chose({ renewal_notice: [30, 14] }))).toEqual(['renewal_notice 2026-06-20 30 4']);
    expect(dueAt([notice], '2026-05-30T07:00:00Z', chose({}))).toEqual([]);
  });
});

it('asks for an overdue confirmation while that is news', () => {
  const events = [ev('signup', '2026-04-01', yearly), ev('cancellation_requested', '2026-05-10')];
  const kinds = (at: string) => dueAt(events, at).map((line) => line.split(' ')[0]);
  expect(kinds('2026-05-23T08:00:00Z')).toEqual([]);
  expect(kinds('2026-05-24T08:00:00Z')).toEqual(['confirmation_missing']);
  expect(kinds('2026-08-24T08:00:00Z')).toEqual([]);
});

it('says that a notice did not come where none did, and nothing where one came too late', () => {
  const started = ev('renewal_charged', '2025-06-20', { price: '119.00 EUR', period: 'P1Y' });
  const kinds = (events: Events, at: string) =>
    foldMerchant(events, [])
      .subscriptions.flatMap((one) =>
        clockAlerts(one, { now: new Date(at), timeZone: 'Europe/Paris', preferences: chose({}), country: 'FR', setAside: [] }),
      )
      .map(({ alert }) => alert.kind);
  expect(kinds([started], '2026-06-01T08:00:00Z')).toEqual(['notice_missing']);
  const late = [
    ev('renewal_notice', '2026-05-12', { renewsOn: '2026-06-20', cancelBy: '2026-05-20' }),
    ev('renewal_notice', '2026-06-01', { renewsOn: '2026-06-20' }),
  ];
  for (const notice of late) expect(kinds([started, notice], '2026-06-02T08:00:00Z')).toEqual([]);
});
