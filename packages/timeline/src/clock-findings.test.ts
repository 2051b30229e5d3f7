// What time makes of a subscription, by the law of a country: written down before the rules.
import { describe, expect, it } from 'vitest';
import type { SubscriptionEvent } from '@quittance/domain/event';
import { findingId } from '@quittance/domain/finding-id';
import type { SetAside } from '@quittance/domain/hand';
import type { Finding, Subscription } from '@quittance/domain/subscription';
import { ev } from '@quittance/testing/events';
import { asOf, isOpen } from './as-of.ts';
import { foldMerchant } from './fold-merchant.ts';

const yearly = { price: '119.00 EUR', period: 'P1Y' };
const monthly = { price: '12.99 EUR', period: 'P1M' };

function seen(events: SubscriptionEvent[], today: string, country: string | null = null, setAside: SetAside[] = []): Subscription {
  return asOf(foldMerchant(events, []).subscriptions[0]!, { today, country, setAside });
}
function kinds(...input: Parameters<typeof seen>): string[] {
  return seen(...input).findings.map(({ kind }) => kind);
}
function one(kind: Finding['kind'], ...input: Parameters<typeof seen>): Finding | undefined {
  return seen(...input).findings.find((finding) => finding.kind === kind);
}

describe('a confirmation that does not come', () => {
  const asked = [ev('signup', '2026-03-03', monthly), ev('cancellation_requested', '2026-03-10')];

  it('is missed after the days of the country’s law', () => {
    const firstDay = (country: string | null) =>
      ['2026-03-10', '2026-03-11', '2026-03-13', '2026-03-23', '2026-03-24'].find((today) => kinds(asked, today, country).length > 0);
    expect([firstDay('DE'), firstDay('FR'), firstDay('GB'), firstDay(null)]).toEqual([
      '2026-03-11',
      '2026-03-13',
      '2026-03-24',
      '2026-03-24',
    ]);
    expect(one('confirmation_missing', asked, '2026-04-01', 'FR')?.values).toEqual({
      requested_on: '2026-03-10',
      days: '3',
      rule: 'fr.l215-1-1',
    });
  });

  it('has its two weeks where the cancellation went by post', () => {
    const reasons = [{ rule: 'person.letter', quote: '', field: 'kind' as const, zone: 'body' as const, start: 0, end: 0 }];
    const posted = [asked[0]!, ev('cancellation_requested', '2026-03-10', { source: 'person', message: null, level: null, reasons })];
    expect(kinds(posted, '2026-03-20', 'DE')).toEqual([]);
    expect(kinds(posted, '2026-03-24', 'DE')).toEqual(['confirmation_missing']);
  });

  it('is asked about where a mail looks like it, and is no news after a year', () => {
    const perhaps = ev('cancellation_confirmed', '2026-03-12', { decided: 'probable' });
    const undecided = ev('cancellation_confirmed', '2026-03-14', { decided: 'abstain' });
    const asks = (...answers: SubscriptionEvent[]) => one('confirmation_missing', [...asked, ...answers], '2026-04-01', 'FR');
    expect(asks()).toMatchObject({ eventId: asked[1]!.id });
    expect(asks(perhaps)).toMatchObject({ eventId: perhaps.id, values: { requested_on: '2026-03-10', maybe_on: '2026-03-12' } });
    expect(asks(perhaps, undecided)).toMatchObject({ eventId: undecided.id, values: { maybe_on: '2026-03-14' } });
    expect(kinds(asked, '2027-03-13', 'FR')).toContain('confirmation_missing');
    expect(kinds(asked, '2027-03-14', 'FR')).not.toContain('confirmation_missing');
  });

  it('is no finding once it came', () => {
    expect(kinds([...asked, ev('cancellation_confirmed', '2026-03-20')], '2026-05-01', 'DE')).toEqual([]);
  });
});

describe('the notice before a renewal', () => {
  const started = ev('renewal_charged', '2025-06-20', yearly);
  const notice = (on: string, line = {}) => ev('renewal_notice', on, { ...yearly, renewsOn: '2026-06-20', ...line });

  it('is missing in France when none came three to one months before the last day to refuse', () => {
    expect(kinds([started], '2026-05-20', 'FR')).not.toContain('notice_missing');
    expect(one('notice_missing', [started], '2026-06-01', 'FR')).toMatchObject({
      since: '2026-05-23',
      until: null,
      values: { rule: 'fr.l215-1', renews_on: '2026-06-20', window_from: '2026-03-20', window_until: '2026-05-20' },
    });
    expect(kinds([started], '2026-06-01', null)).not.toContain('notice_missing');
    expect(kinds([started], '2026-06-01', 'DE')).not.toContain('notice_missing');
  });

  it('is counted back from the last day to refuse where a notice period is known', () => {
    const refused = [ev('renewal_charged', '2025-06-20', { ...yearly, noticePeriod: 'P1M' })];
    expect(one('notice_missing', refused, '2026-05-01', 'FR')?.values).toMatchObject({
      window_from: '2026-02-20',
      window_until: '2026-04-20',
    });
  });

  it('is counted back from the last day that the notice of the renewal states, before the renewal and after it', () => {
    const named = notice('2026-05-12', { cancelBy: '2026-05-20' });
    // In time for the renewal, and too late for the day that it names itself.
    const values = { cancel_by: '2026-05-20', window_from: '2026-02-20', window_until: '2026-04-20', came_on: '2026-05-12' };
    expect(one('notice_missing', [started, named], '2026-05-13', 'FR')?.values).toMatchObject(values);
    const renewed = ev('renewal_charged', '2026-06-22', yearly);
    expect(one('notice_missing', [started, named, renewed], '2026-09-01', 'FR')?.values).toMatchObject(values);
    // Of which renewal it is the last day, the renewal that follows says.
    const bare = notice('2026-05-12', { renewsOn: null, cancelBy: '2026-05-20' });
    expect(one('notice_missing', [started, bare], '2026-05-13', 'FR')?.values).toMatchObject(values);
    expect(kinds([started, notice('2026-04-10', { cancelBy: '2026-05-20' })], '2026-06-01', 'FR')).not.toContain('notice_missing');
    // It says more than a notice period that was read elsewhere.
    const terms = ev('renewal_charged', '2025-06-20', { ...yearly, noticePeriod: 'P2M' });
    expect(kinds([terms, notice('2026-04-18', { cancelBy: '2026-05-20' })], '2026-06-01', 'FR')).not.toContain('notice_missing');
    // California counts from the renewal, whatever last day is named.
    expect(kinds([started, notice('2026-05-25', { cancelBy: '2026-06-19' })], '2026-06-10', 'US-CA')).not.toContain('notice_missing');
  });

  it('is counted from no day of a price, of another renewal, or read with doubt; and where notices differ any of their days will do', () => {
    const risen = ev('price_change', '2026-05-01', { price: '129.00 EUR', effectiveOn: '2026-06-20', cancelBy: '2026-05-15' });
    const came = notice('2026-05-10', { price: '129.00 EUR' });
    expect(kinds([started, risen, came], '2026-05-19', 'FR')).not.toContain('notice_missing');
    expect(kinds([started, came, { ...risen, occurredAt: '2026-05-12T09:00:00.000Z' }], '2026-05-19', 'FR')).not.toContain(
      'notice_missing',
    );
    const doubted = notice('2026-05-12', { cancelBy: '2026-05-20', decided: 'probable' });
    expect(kinds([started, doubted], '2026-05-19', 'FR')).not.toContain('notice_missing');
    const next = notice('2026-05-12', { renewsOn: '2027-06-20', cancelBy: '2026-05-20' });
    expect(one('notice_missing', [started, next, ev('renewal_charged', '2026-06-20', yearly)], '2026-09-01', 'FR')).toBe(undefined);
    const both = [notice('2026-04-15', { cancelBy: '2026-05-20' }), notice('2026-05-12', { cancelBy: '2026-06-20' })];
    expect(kinds([started, ...both], '2026-06-01', 'FR')).not.toContain('notice_missing');
  });

  it('came, however late the charge follows', () => {
    const late = ev('renewal_charged', '2026-07-15', yearly);
    expect(kinds([started, notice('2026-05-05'), late], '2026-09-01', 'FR')).not.toContain('notice_missing');
    expect(kinds([started, notice('2026-03-25'), late], '2026-09-01', 'FR')).not.toContain('notice_missing');
    expect(kinds([started, notice('2026-04-10', { cancelBy: '2026-05-20' }), late], '2026-09-01', 'FR')).not.toContain('notice_missing');
  });

  it('may be the mail of a price of that term, and is never said not to have come beside one', () => {
    const price = (on: string, line: Parameters<typeof ev>[2]) => ev('price_change', on, { price: '129.00 EUR', ...line });
    for (const line of [{ renewsOn: '2026-06-20', cancelBy: '2026-05-20' }, { effectiveOn: '2026-07-01' }])
      expect(kinds([started, price('2026-05-01', line)], '2026-06-10', 'FR')).not.toContain('notice_missing');
    const late = one('notice_missing', [started, price('2026-06-01', { renewsOn: '2026-06-20' })], '2026-06-10', 'FR');
    expect(late?.values).toMatchObject({ came_on: '2026-06-01' });
    const other = one('notice_missing', [started, price('2026-05-01', { effectiveOn: '2027-06-20' })], '2026-06-10', 'FR');
    expect(other?.values).not.toHaveProperty('came_on');
  });

  it('is missing though one came for the term before', () => {
    const halfYearly = { price: '60.00 EUR', period: 'P6M' };
    const before = ev('renewal_notice', '2025-12-18', { ...halfYearly, renewsOn: '2026-01-01' });
    const charges = ['2025-07-01', '2026-01-01'].map((on) => ev('renewal_charged', on, { ...halfYearly, renewsOn: on }));
    const events = [...charges, before, ev('renewal_charged', '2026-07-01', halfYearly)];
    const found = one('notice_missing', events, '2026-07-03', 'FR');
    expect(found?.values).toMatchObject({ renews_on: '2026-07-01' });
    expect(found?.values).not.toHaveProperty('came_on');
  });

  it('says where insurance has a law of its own', () => {
    const [fr, california] = ['FR', 'US-CA'].map((country) => one('notice_missing', [started], '2026-06-10', country)?.values);
    expect(fr).toMatchObject({ rule: 'fr.l215-1', insurance_rule: 'fr.assurances-l113-15-1' });
    expect(california).not.toHaveProperty('insurance_rule');
  });

  it('came, also when it was read with doubt', () => {
    expect(kinds([started, notice('2026-04-10')], '2026-06-01', 'FR')).not.toContain('notice_missing');
    expect(kinds([started, notice('2026-04-10', { decided: 'probable' })], '2026-06-01', 'FR')).not.toContain('notice_missing');
  });

  it('outside the window it is told with its day', () => {
    expect(one('notice_missing', [started, notice('2026-06-10')], '2026-06-12', 'FR')?.values).toMatchObject({ came_on: '2026-06-10' });
  });

  it('stays missing after the renewal, for as long as leaving at any time is of use', () => {
    const renewed = [started, ev('renewal_charged', '2026-06-20', yearly)];
    expect(one('notice_missing', renewed, '2026-09-01', 'FR')).toMatchObject({ until: '2027-06-20', values: { renews_on: '2026-06-20' } });
  });

  it('is asked of nobody whose mail of that time was not seen, nor for short terms', () => {
    expect(kinds([notice('2026-06-01')], '2026-06-10', 'FR')).not.toContain('notice_missing');
    expect(
      kinds([ev('renewal_charged', '2025-06-20', monthly), ev('renewal_charged', '2026-06-20', monthly)], '2026-06-22', 'FR'),
    ).not.toContain('notice_missing');
  });

  it('has California’s own window, for trials and prices too', () => {
    expect(one('notice_missing', [started], '2026-06-10', 'US-CA')?.values).toMatchObject({ rule: 'us-ca.17602-renewal' });
    expect(kinds([started, notice('2026-05-25')], '2026-06-10', 'US-CA')).not.toContain('notice_missing');
    const trial = [ev('trial_started', '2026-04-01', { renewsOn: '2026-06-20' })];
    expect(one('notice_missing', trial, '2026-06-20', 'US-CA')?.values).toMatchObject({ rule: 'us-ca.17602-trial' });
    expect(kinds([ev('trial_started', '2026-05-25', { renewsOn: '2026-06-20' })], '2026-06-20', 'US-CA')).not.toContain('notice_missing');
    const risen = [ev('renewal_charged', '2026-05-05', monthly), ev('renewal_charged', '2026-06-05', { ...monthly, price: '14.99 EUR' })];
    expect(one('notice_missing', risen, '2026-06-10', 'US-CA')?.values).toMatchObject({
      rule: 'us-ca.17602-price',
      price_from: '2026-06-05',
    });
    expect(kinds(risen, '2026-06-10', 'FR')).toEqual(['price_increased']);
  });
});

describe('a deadline', () => {
  it('never lies within a minimum term', () => {
    const bound = [ev('signup', '2026-01-10', { ...monthly, minimumTermEndsOn: '2026-12-31', noticePeriod: 'P1M' })];
    expect(seen(bound, '2026-02-01').cancelBy).toBe('2026-11-30');
    expect(kinds([...bound, ev('renewal_charged', '2026-11-10', monthly)], '2026-11-20')).toContain('cancel_by');
  });
});

describe('a silent merchant', () => {
  it('is one of whom renewals went by and no receipt was seen', () => {
    const announced = [ev('signup', '2026-01-05', monthly), ev('renewal_notice', '2026-05-01', { ...monthly, renewsOn: '2026-05-05' })];
    expect(kinds(announced, '2026-04-01')).not.toContain('silent_merchant');
    expect(kinds(announced, '2026-05-20')).toContain('silent_merchant');
    expect(kinds([...announced, ev('renewal_charged', '2026-05-05', monthly)], '2026-05-20')).not.toContain('silent_merchant');
    const doubtful = ev('renewal_charged', '2026-05-05', { ...monthly, decided: 'probable' });
    expect(kinds([...announced, doubtful], '2026-05-20')).not.toContain('silent_merchant');
  });
});

describe('the same twice', () => {
  it('is through two stores', () => {
    const events = [
      ev('renewal_charged', '2026-04-03', { ...monthly, biller: 'apple' }),
      ev('renewal_charged', '2026-05-03', { ...monthly, biller: 'apple' }),
      ev('renewal_charged', '2026-05-20', { ...monthly, biller: 'paypal' }),
    ];
    const { subscriptions } = foldMerchant(events, []);
    expect(subscriptions.map(({ findings }) => findings.map(({ kind }) => kind))).toEqual([
      ['duplicate_subscription'],
      ['duplicate_subscription'],
    ]);
    const ended = foldMerchant([...events, ev('cancellation_confirmed', '2026-05-25', { biller: 'apple' })], []);
    expect(ended.subscriptions.flatMap(({ findings }) => findings)).toEqual([]);
  });

  it('is two charges in each period, not one by mistake', () => {
    const twice = (day: string, ...references: string[]) =>
      references.map((reference, index) => ev('renewal_charged', `2026-0${day}-0${3 + index * 4}`, { ...monthly, reference }));
    expect(kinds(twice('4', 'A', 'B'), '2026-04-20')).toEqual([]);
    const doubled = [...twice('4', 'A', 'B'), ...twice('5', 'C', 'D')];
    expect(kinds(doubled, '2026-05-20')).toEqual(['duplicate_subscription']);
    // Told and put aside once: the next charges are the same finding.
    const [first, later] = [doubled, [...doubled, ...twice('6', 'E', 'F')]].map((events) =>
      one('duplicate_subscription', events, '2026-06-20'),
    );
    expect(findingId('', later!)).toBe(findingId('', first!));
    const once = ['2026-02-03', '2026-03-03', '2026-04-03', '2026-05-03'].map((on) => ev('renewal_charged', on, monthly));
    expect(kinds(once, '2026-05-20')).toEqual([]);
  });
});

describe('what was put aside', () => {
  const failed = [ev('signup', '2026-05-03', monthly), ev('payment_failed', '2026-06-03')];
  const id = findingId('', { kind: 'payment_failed', since: '', until: null, eventId: failed[1]!.id, values: {} });
  const word = (until: string | null): SetAside => ({ finding: id, actId: 'a1', until, reason: until === null ? 'paid by hand' : null });

  it('stays away until its day, or for good', () => {
    expect(kinds(failed, '2026-06-10', null, [word('2026-06-09')])).toEqual(['payment_failed']);
    expect(kinds(failed, '2026-06-10', null, [word('2026-06-10')])).toEqual([]);
    expect(seen(failed, '2026-07-10', null, [word(null)])).toMatchObject({
      findings: [],
      aside: [{ actId: 'a1', until: null, reason: 'paid by hand', finding: { kind: 'payment_failed' } }],
    });
  });

  const ended = ev('cancellation_confirmed', '2026-05-12', { endsOn: '2026-05-31' });
  const receipt = ev('renewal_charged', '2026-06-06', monthly);
  const booked = ev('renewal_charged', '2026-06-05', { ...monthly, source: 'bank', level: null, message: null });
  const requests = ['2026-06-04', '2026-06-01'].map((on) => ev('cancellation_requested', on));
  const announced = ['2026-06-09', '2026-06-01'].map((on) => ev('price_change', on, { price: '14.99 EUR', effectiveOn: '2026-07-01' }));
  it.each([
    ['a late charge', 'charged_after_cancellation', [ended], receipt, booked],
    ['a failed payment', 'payment_failed', [], ev('payment_failed', '2026-06-04'), ev('payment_failed', '2026-06-03')],
    ['a missing confirmation', 'confirmation_missing', [], requests[0]!, requests[1]!],
    ['a dearer price', 'price_increased', [], announced[0]!, announced[1]!],
  ] as const)('stays away when older mail tells the same of %s', (_what, kind, before, first, older) => {
    const events = [ev('signup', '2026-05-03', monthly), ...before, first];
    const found = one(kind, events, '2026-06-25');
    const away: SetAside = { finding: findingId(seen(events, '2026-06-25').id, found!), actId: 'a1', until: null, reason: 'known' };
    const later = seen([...events, older], '2026-06-25', null, [away]);
    expect(later.aside.map(({ finding }) => [finding.kind, finding.eventId])).toEqual([[kind, older.id]]);
    expect(later.findings.map((finding) => finding.kind)).not.toContain(kind);
  });

  it('is another thing than what is settled by a later mail', () => {
    const refunded = [
      ev('cancellation_confirmed', '2026-05-12', { endsOn: '2026-05-31' }),
      ev('renewal_charged', '2026-06-01', monthly),
      ev('refund', '2026-06-10', { price: '12.99 EUR' }),
    ];
    const [finding] = seen(refunded, '2026-06-12').findings;
    expect([isOpen(finding!, '2026-06-09'), isOpen(finding!, '2026-06-12')]).toEqual([true, false]);
  });
});
