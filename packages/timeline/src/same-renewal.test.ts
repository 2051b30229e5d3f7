// Which alerts a person hears of notices that are read one after the other: of one renewal one, of each later renewal one of its own.
import type { SubscriptionEvent } from '@quittance/domain/event';
import { ev } from '@quittance/testing/events';
import { ToldAlerts } from '@quittance/testing/told-alerts';
import { describe, expect, it } from 'vitest';
import { dueAlerts } from './due-alerts.ts';
import { foldMerchant } from './fold-merchant.ts';

type Events = readonly SubscriptionEvent[];

/** What is told of, as kind and day. */
function heard(known: Events, read: Events): string[] {
  const told = new ToldAlerts();
  // Recorded in this order, whatever order they were written in.
  const events = [...known, ...read].map((event, seq) => ({ ...event, seq }));
  read.forEach((_, at) => {
    const event = events[known.length + at]!;
    const now = new Date(event.occurredAt);
    const [before, after] = [at, at + 1].map((count) => foldMerchant(events.slice(0, known.length + count), []).subscriptions);
    for (const alert of dueAlerts({ event, before: before!, after: after!, now, priority: 'live' })) told.add(alert);
  });
  return told.all().map(({ dedupeKey }) => dedupeKey.split(':').toSpliced(1, 1).join(' '));
}

const notice = (on: string, line: Parameters<typeof ev>[2]) => ev('renewal_notice', on, line);
const yearly = ev('signup', '2026-01-14', { price: '119.00 EUR', period: 'P1Y', renewsOn: '2027-01-14' });
const monthly = ev('signup', '2026-04-14', { price: '9.99 EUR', period: 'P1M', renewsOn: '2026-05-14' });
const unknown = ev('signup', '2026-01-14', { price: '119.00 EUR' });

describe('one renewal', () => {
  const both = notice('2026-11-10', { renewsOn: '2027-01-14', cancelBy: '2026-12-14' });
  const bare = notice('2026-11-24', { cancelBy: '2026-12-14' });
  const plain = notice('2026-12-01', { renewsOn: '2027-01-14' });

  it.each([
    ['a yearly plan', yearly],
    ['a plan of unknown length', unknown],
  ] as const)('is told once, for %s, when another notice names only one of its days', (_what, start) => {
    expect(heard([start], [both, bare])).toEqual(['renewal_notice 2027-01-14']);
    expect(heard([start], [bare, both])).toEqual(['renewal_notice 2026-12-14']);
    expect(heard([start], [both, bare, plain, { ...bare, id: 'again' }])).toEqual(['renewal_notice 2027-01-14']);
  });

  it('is told once, when one notice names only its day and the other only the last day to cancel', () => {
    expect(heard([yearly], [bare, plain])).toEqual(['renewal_notice 2026-12-14']);
    // Its day alone says "cancel before": the day before is no news, an earlier last day must be acted upon.
    expect(heard([yearly], [plain, { ...bare, cancelBy: '2027-01-13' }])).toEqual(['renewal_notice 2027-01-14']);
    expect(heard([yearly], [plain, bare])).toEqual(['renewal_notice 2027-01-14', 'renewal_notice 2026-12-14']);
    const terms = ev('signup', '2026-01-14', { price: '119.00 EUR', period: 'P1Y', renewsOn: '2027-01-14', noticePeriod: 'P1M' });
    expect(heard([terms], [plain, bare])).toEqual(['renewal_notice 2027-01-14']);
  });

  it('is told once, when one mail says "before" and the other "on" the last day', () => {
    const before = notice('2026-11-10', { cancelBy: '2026-12-13' });
    expect(heard([yearly], [before, bare])).toEqual(['renewal_notice 2026-12-13']);
    expect(heard([unknown], [before, bare])).toEqual(['renewal_notice 2026-12-13']);
    const corrected = notice('2026-11-28', { cancelBy: '2026-12-13' });
    expect(heard([yearly], [bare, corrected])).toEqual(['renewal_notice 2026-12-14', 'renewal_notice 2026-12-13']);
  });

  it('is told again, once, when a later notice names a last day of which the one before did not tell', () => {
    const [late, earlier] = ['2026-12-14', '2026-12-10'].map((cancelBy) => notice('2026-12-02', { renewsOn: '2027-01-14', cancelBy }));
    const again = (one: SubscriptionEvent) => ({ ...one, id: `again ${one.id}`, occurredAt: '2026-12-03T09:00:00.000Z' });
    const keys = ['renewal_notice 2027-01-14', 'renewal_notice 2027-01-14 2026-12-14', 'renewal_notice 2027-01-14 2026-12-10'];
    expect(heard([yearly], [plain, late!, again(plain), again(late!)])).toEqual(keys.slice(0, 2));
    expect(heard([yearly], [plain, late!, again(earlier!)])).toEqual(keys);
    expect(heard([yearly], [both, plain, again(late!)])).toEqual([keys[0]]);
    expect(heard([yearly], [both, earlier!])).toEqual([keys[0], keys[2]]);
    expect(heard([yearly], [{ ...both, cancelBy: '2026-12-10' }, late!])).toEqual([keys[0]]);
    // "Before the renewal" told of the day before it.
    expect(heard([yearly], [plain, { ...late!, cancelBy: '2027-01-13' }])).toEqual([keys[0]]);
    const terms = ev('signup', '2026-01-14', { price: '119.00 EUR', period: 'P1Y', renewsOn: '2027-01-14', noticePeriod: 'P1M' });
    expect(heard([terms], [plain, late!])).toEqual([keys[0]]);
  });

  it('is told once of the end of a trial, too', () => {
    const trial = ev('trial_started', '2026-06-01', { price: '9.99 EUR', period: 'P1M' });
    const [named, day] = [{ cancelBy: '2026-06-29' }, { renewsOn: '2026-06-30' }].map((line, at) =>
      ev('trial_ending', `2026-06-2${at}`, line),
    );
    expect(heard([trial], [named!, day!])).toEqual(['trial_ending 2026-06-29']);
    expect(heard([trial], [day!, named!])).toEqual(['trial_ending 2026-06-30']);
  });
});

describe('each renewal', () => {
  const months = ['05', '06', '07'];

  it.each([
    ['a monthly plan', monthly],
    ['a plan of unknown length', unknown],
    ['a plan whose length was read wrongly', yearly],
  ] as const)('is told of by itself where %s is announced every month, whatever the notices name', (_what, start) => {
    const ways = [
      (month: string) => ({ cancelBy: `2026-${month}-13` }),
      (month: string) => ({ cancelBy: `2026-${month}-14` }),
      (month: string) => ({ renewsOn: `2026-${month}-14` }),
      (month: string) => ({ renewsOn: `2026-${month}-14`, cancelBy: `2026-${month}-13` }),
      () => ({}),
    ];
    for (const one of ways)
      for (const next of ways) {
        const notices = months.map((month, at) => notice(`2026-${month}-06`, (at % 2 === 0 ? one : next)(month)));
        expect(heard([start], notices), `${one.toString()} ${next.toString()}`).toHaveLength(3);
      }
  });

  it('is told of where the last day is the renewal itself, in the shortest month', () => {
    const start = ev('signup', '2026-01-14', { price: '9.99 EUR', period: 'P1M', renewsOn: '2026-02-14' });
    const notices = [notice('2026-02-08', { cancelBy: '2026-02-14' }), notice('2026-03-06', { renewsOn: '2026-03-14' })];
    expect(heard([start], notices)).toHaveLength(2);
  });

  it('is told of week by week', () => {
    for (const period of ['P1W', null]) {
      const start = ev('signup', '2026-04-30', { price: '4.99 EUR', period });
      const notices = [notice('2026-05-05', { cancelBy: '2026-05-06' }), notice('2026-05-12', { renewsOn: '2026-05-14' })];
      expect(heard([start], notices)).toHaveLength(2);
    }
  });

  it('is told of where the two state last days that differ, or two renewals of one last day', () => {
    const first = notice('2026-11-10', { cancelBy: '2026-12-14' });
    expect(heard([yearly], [first, notice('2026-11-24', { renewsOn: '2027-01-20', cancelBy: '2026-12-20' })])).toHaveLength(2);
    expect(heard([yearly], [first, notice('2026-11-24', { cancelBy: '2026-11-30' })])).toHaveLength(2);
    const named = [notice('2026-11-10', { renewsOn: '2027-01-14', cancelBy: '2026-12-14' })];
    expect(heard([yearly], [...named, notice('2026-11-24', { renewsOn: '2027-01-20', cancelBy: '2026-12-14' })])).toHaveLength(2);
  });

  it('is told of a year later, where the notices lie far apart, and after the last day', () => {
    const first = notice('2026-11-10', { cancelBy: '2026-12-14' });
    expect(heard([yearly], [first, notice('2027-12-01', { renewsOn: '2028-01-14' })])).toHaveLength(2);
    expect(heard([yearly], [first, notice('2026-12-20', { renewsOn: '2027-01-14' })])).toHaveLength(2);
    const early = notice('2026-03-01', { cancelBy: '2026-03-20' });
    expect(heard([yearly], [early, notice('2026-10-01', { renewsOn: '2026-12-14' })])).toHaveLength(2);
  });

  it('is told of after the cancellation, and by a mail that is sure after one that was read with doubt', () => {
    const bare = notice('2026-11-10', { cancelBy: '2026-12-14' });
    const gone = ev('cancellation_confirmed', '2026-11-20', { endsOn: '2027-01-14' });
    const plain = notice('2026-12-01', { renewsOn: '2027-01-14' });
    expect(heard([yearly], [bare, gone, plain]).filter((key) => key.startsWith('renewal'))).toHaveLength(2);
    expect(heard([yearly], [{ ...bare, decided: 'probable' }, plain])).toHaveLength(2);
  });
});

describe('what was read with doubt', () => {
  const doubtful = (event: SubscriptionEvent): SubscriptionEvent => ({ ...event, id: `doubt ${event.id}`, decided: 'probable' });

  it.each([
    ['a renewal without its day', notice('2026-12-01', {}), 'renewal_notice 2026-12-01'],
    ['a renewal', notice('2026-12-01', { renewsOn: '2027-01-14' }), 'renewal_notice 2027-01-14'],
    ['a last day', notice('2026-12-01', { renewsOn: '2027-01-14', cancelBy: '2026-12-14' }), 'renewal_notice 2027-01-14'],
    ['the end of a trial', ev('trial_ending', '2026-12-01', { renewsOn: '2026-12-14' }), 'trial_ending 2026-12-14'],
    ['a price', ev('price_change', '2026-12-01', { price: '149.00 EUR' }), 'price_change 149.00 EUR'],
    ['a failed payment', ev('payment_failed', '2026-12-01', {}), 'payment_failed 2026-12-01'],
  ] as const)('leaves %s to be told by the mail that is sure, and is no news after it', (_what, event, key) => {
    const keys = (events: Events) => heard([yearly], events).map((told) => told.replace(/ 2026-12-14( probable)?$/, '$1'));
    const short = key.replace(/ 2026-12-14$/, '');
    expect(keys([doubtful(event), event])).toEqual([`${short} probable`, short]);
    expect(keys([event, doubtful(event)])).toEqual([short]);
    expect(keys([doubtful(event), { ...doubtful(event), id: 'again' }])).toEqual([`${short} probable`]);
  });

  it('is told once as the end of a trial and as its renewal, too', () => {
    const trial = ev('trial_started', '2026-06-01', { price: '9.99 EUR', period: 'P1M' });
    const told = [ev('trial_ending', '2026-06-20', { renewsOn: '2026-06-30' }), notice('2026-06-21', { renewsOn: '2026-06-30' })];
    expect(heard([trial], told.map(doubtful))).toEqual(['trial_ending 2026-06-30 probable']);
    expect(heard([trial], [doubtful(told[0]!), told[1]!])).toEqual(['trial_ending 2026-06-30 probable', 'renewal_notice 2026-06-30']);
  });
});

describe('a renewal that the end of the trial announces', () => {
  const trial = ev('trial_started', '2026-06-01', { price: '9.99 EUR', period: 'P1M', renewsOn: '2026-06-30' });
  const ending = (line: Parameters<typeof ev>[2]) => ev('trial_ending', '2026-06-20', line);
  const renewing = (line: Parameters<typeof ev>[2]) => notice('2026-06-22', line);

  it('is told once, whichever mail is read first, and whichever day it names', () => {
    for (const line of [{ renewsOn: '2026-06-30' }, { renewsOn: '2026-06-30', cancelBy: '2026-06-29' }])
      for (const other of [{ renewsOn: '2026-06-30' }, { cancelBy: '2026-06-29' }]) {
        expect(heard([trial], [ending(line), renewing(other)]), JSON.stringify([line, other])).toHaveLength(1);
        const reversed = [notice('2026-06-19', line), ending(other)];
        expect(heard([trial], reversed), JSON.stringify([other, line])).toEqual(['renewal_notice 2026-06-30']);
      }
  });

  it('is told again where the other names an earlier last day, a price, or a later renewal', () => {
    const plain = ending({ renewsOn: '2026-06-30' });
    expect(heard([trial], [plain, renewing({ renewsOn: '2026-06-30', cancelBy: '2026-06-25' })])).toHaveLength(2);
    expect(heard([trial], [plain, renewing({ renewsOn: '2026-06-30', price: '12.99 EUR' })])).toHaveLength(2);
    expect(heard([trial], [plain, notice('2026-07-22', { renewsOn: '2026-07-30' })])).toHaveLength(2);
  });
});
