import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { ev } from '@quittance/testing/events';
import { foldMerchant } from '@quittance/timeline/fold-merchant';
import { calendarEntries } from './calendar-entries.ts';
import { writeCalendar, type CalendarEvent } from './icalendar.ts';
import { readCalendar, valueOf } from './test-calendar.ts';

const event: CalendarEvent = {
  uid: 'a.renewal@quittance',
  on: '2026-12-31',
  summary: 'Shop renews',
  description: 'One\nTwo',
  url: 'https://quittance.example/subscriptions/a',
  sequence: 2,
  modifiedAt: '2026-11-23T09:00:00.000Z',
  alarm: true,
};
const write = (change: Partial<CalendarEvent> = {}, name = 'N') =>
  Buffer.from(writeCalendar({ name, language: 'en', events: [{ ...event, ...change }] }));
const eventsOf = (bytes: Buffer) => readCalendar(bytes).components;
// What a calendar program makes of it; the reader of ours is strict, this one is nobody's here.
const openedBy = (bytes: Buffer) =>
  ICAL.Component.fromString(bytes.toString())
    .getAllSubcomponents('vevent')
    .map((one) => new ICAL.Event(one));

describe('the strict reader', () => {
  const whole = write({ summary: 'x'.repeat(200) }).toString();
  it.each([
    ['bare line feeds', whole.replaceAll('\r\n', '\n')],
    ['a long line', whole.replace('\r\n x', 'x')],
    ['a raw comma', whole.replace('One', 'One, two')],
    ['a stray backslash', whole.replace('One', 'One\\x')],
    ['no stamp', whole.replace(/DTSTAMP.*\r\n/, '')],
    ['no end', whole.replace('END:VEVENT\r\n', '')],
    ['a date with a time', whole.replace('20261231', '20261231T000000')],
    ['a control character', whole.replace('One', 'O\u0007ne')],
    ['an empty line', whole.replace('VERSION', '\r\nVERSION')],
    ['an injected property', whole.replace('One', 'One\r\nnot a property')],
  ])('refuses %s', (_what, broken) => {
    expect(broken).not.toBe(whole);
    expect(() => readCalendar(Buffer.from(broken))).toThrow();
  });
});

describe('a calendar', () => {
  it('has all-day events that say when they were revised, and an alarm where one is wanted', () => {
    const [entry] = eventsOf(write());
    expect(valueOf(entry!, 'DTSTART')).toBe('20261231');
    expect(valueOf(entry!, 'DTEND')).toBe('20270101');
    expect(entry!.properties.find((one) => one.name === 'DTSTART')?.parameters).toEqual({ VALUE: 'DATE' });
    expect([valueOf(entry!, 'SEQUENCE'), valueOf(entry!, 'DTSTAMP')]).toEqual(['2', '20261123T090000Z']);
    expect(entry!.components.map((one) => [one.name, valueOf(one, 'TRIGGER')])).toEqual([['VALARM', '-PT15H']]);
    expect(eventsOf(write({ alarm: false }))[0]!.components).toEqual([]);
  });

  it('is one whole day, whatever the zone, to a program that others wrote', () => {
    const [opened] = openedBy(write());
    const { startDate, endDate, sequence, duration } = opened!;
    expect([startDate.toString(), startDate.isDate, endDate.toString(), duration.toString()]).toEqual([
      '2026-12-31',
      true,
      '2027-01-01',
      'P1D',
    ]);
    expect([sequence, opened!.component.getFirstPropertyValue('last-modified')!.toString()]).toEqual([2, '2026-11-23T09:00:00Z']);
    const [alarm] = opened!.component.getAllSubcomponents('valarm');
    expect(alarm!.getFirstPropertyValue('trigger')!.toString()).toBe('-PT15H');
    expect(() => openedBy(Buffer.from(write().toString().replace('SUMMARY:', 'SUMMARY ')))).toThrow();
  });

  it('folds at 75 octets without cutting a character', () => {
    for (const character of ['a', 'é', '漢', '👩‍👩‍👧', '\\', ';']) {
      for (let length = 60; length < 90; length += 1) {
        const summary = character.repeat(length);
        expect(valueOf(eventsOf(write({ summary }))[0]!, 'SUMMARY')).toBe(summary);
      }
    }
  });

  // What mails may name themselves: every character there is, with those that mean something here more often than chance has them.
  const hostile = fc.array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        '\r\n',
        '\n',
        '\r',
        '\0',
        '\\',
        '\\n',
        ';',
        ',',
        ':',
        '"',
        '\u2028',
        '\ud800',
        '\u202e',
        'END:VEVENT',
        'BEGIN:VALARM',
      ),
    ),
    { maxLength: 30 },
  );

  it('says any text as it is, but for control characters and the kinds of line breaks', () => {
    fc.assert(
      fc.property(hostile, hostile, (first, second) => {
        const [summary, description] = [first.join(''), second.join('')];
        const [entry, ...more] = eventsOf(write({ summary, description }, summary));
        expect(more).toEqual([]);
        const plain = (text: string) =>
          text
            .toWellFormed()
            .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
            .replace(/[^\P{Cc}\n\t]/gu, '');
        expect(valueOf(entry!, 'SUMMARY')).toBe(plain(summary));
        expect(valueOf(entry!, 'DESCRIPTION')).toBe(plain(description));
        const [opened, ...others] = openedBy(write({ summary, description }, summary));
        expect(others).toEqual([]);
        expect([opened!.summary, opened!.description]).toEqual([plain(summary), plain(description)]);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps any merchant on one line, whatever it is called', () => {
    fc.assert(
      fc.property(hostile, (name) => {
        const merchant = { id: 'm', name: name.join(''), domains: [] };
        const folded = foldMerchant([ev('renewal_notice', '2026-06-01', { period: 'P1Y', renewsOn: '2026-06-20' })], []).subscriptions;
        const entries = calendarEntries(
          folded.map((one) => ({ ...one, merchant })),
          { today: '2026-06-05', language: 'fr', linkTo: (id) => `https://q.example/${id}` },
        );
        for (const { summary, uid, on } of entries) {
          expect(summary).not.toMatch(/[\n\r\u202e\p{Cs}]/u);
          const bytes = write({ summary, uid, on });
          expect(valueOf(eventsOf(bytes)[0]!, 'SUMMARY')).toBe(summary);
          const [opened] = openedBy(bytes);
          expect([opened!.summary, opened!.uid, opened!.startDate.toString(), opened!.startDate.isDate]).toEqual([summary, uid, on, true]);
        }
        expect(entries).toHaveLength(2);
      }),
      { numRuns: 200 },
    );
  });
});

describe('entries', () => {
  const entriesOf = (events: Parameters<typeof foldMerchant>[0], today: string, language: 'en' | 'fr' = 'en') =>
    calendarEntries(foldMerchant(events, []).subscriptions, { today, language, linkTo: (id) => `/${id}` }).map(
      ({ uid, on, summary, alarm }) =>
        `${uid.replace(/^.*\.([\w-]+)@/, '$1@')} ${on} ${summary}${alarm ? ' !' : ''}`.replace(/[\u00a0\u202f]/g, ' '),
    );
  const price = { price: '119.00 EUR', period: 'P1Y' };

  it('are the renewal and the deadline of what runs', () => {
    const notice = ev('renewal_notice', '2026-05-20', { ...price, noticePeriod: 'P14D', renewsOn: '2026-06-20' });
    expect(entriesOf([notice], '2026-05-21')).toEqual([
      'cancel_by@quittance 2026-06-06 Streamly: last day to cancel !',
      'renewal@quittance 2026-06-20 Streamly renews (€119.00 a year)',
    ]);
    expect(entriesOf([notice], '2026-05-21', 'fr')[1]).toBe('renewal@quittance 2026-06-20 Streamly : reconduction (119,00 € par an)');
  });

  it('are the day to cancel that a mail names, for a plan of any length', () => {
    const notice = ev('renewal_notice', '2026-05-20', { price: '9.99 EUR', period: 'P1M', renewsOn: '2026-06-20', cancelBy: '2026-06-13' });
    expect(entriesOf([notice], '2026-05-21')).toEqual([
      'cancel_by@quittance 2026-06-13 Streamly: last day to cancel !',
      'renewal@quittance 2026-06-20 Streamly renews (€9.99 a month)',
    ]);
  });

  it('are the day until which a dearer price may be left, beside that of the renewal', () => {
    const start = ev('signup', '2025-06-20', { ...price, noticePeriod: 'P14D', renewsOn: '2026-06-20' });
    const risen = ev('price_change', '2026-05-20', { price: '129.00 EUR', effectiveOn: '2026-07-01', cancelBy: '2026-06-10' });
    expect(entriesOf([start, risen], '2026-05-21').slice(0, 2)).toEqual([
      'cancel_by@quittance 2026-06-06 Streamly: last day to cancel !',
      'leave_by@quittance 2026-06-10 Streamly: price change, last day to cancel !',
    ]);
    const again = ev('price_change', '2026-05-21', { price: '139.00 EUR', effectiveOn: '2026-09-01', cancelBy: '2026-08-10' });
    expect(entriesOf([start, risen, again], '2026-05-22').filter((entry) => entry.startsWith('leave_by'))).toEqual([
      'leave_by@quittance 2026-06-10 Streamly: price change, last day to cancel !',
      'leave_by-2@quittance 2026-08-10 Streamly: price change, last day to cancel !',
    ]);
    const sameDay = { ...again, cancelBy: '2026-06-10' };
    expect(entriesOf([start, risen, sameDay], '2026-05-22').filter((entry) => entry.startsWith('leave_by'))).toHaveLength(1);
    expect(entriesOf([start, risen], '2026-06-11').join(' ')).not.toContain('leave_by');
  });

  it('name the price that is announced for the renewal', () => {
    const start = ev('signup', '2025-06-20', { ...price, renewsOn: '2026-06-20' });
    const risen = ev('price_change', '2026-05-20', { price: '129.00 EUR', effectiveOn: '2026-06-20' });
    expect(entriesOf([start, risen], '2026-05-21').at(-1)).toBe('renewal@quittance 2026-06-20 Streamly renews (€129.00 a year)');
    const later = { ...risen, effectiveOn: '2026-06-21' };
    expect(entriesOf([start, later], '2026-05-21').at(-1)).toBe('renewal@quittance 2026-06-20 Streamly renews (€119.00 a year)');
  });

  it('are the end of a trial, and the end of what was cancelled', () => {
    const trial = ev('trial_started', '2026-06-01', { price: '9.99 EUR', period: 'P1M', renewsOn: '2026-06-15' });
    expect(entriesOf([trial], '2026-06-02')).toEqual([
      'cancel_by@quittance 2026-06-15 Streamly: last day to cancel !',
      'trial_end@quittance 2026-06-15 Streamly: trial ends, then €9.99 a month',
    ]);
    const cancelled = ev('cancellation_confirmed', '2026-06-03', { endsOn: '2026-06-15' });
    expect(entriesOf([trial, cancelled], '2026-06-04')).toEqual(['end@quittance 2026-06-15 Streamly ends']);
    expect(entriesOf([trial, cancelled], '2027-06-16')).toEqual([]);
  });
});
