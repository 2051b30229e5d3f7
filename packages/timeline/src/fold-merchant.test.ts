// Stories: what a person's mails tell, and where it must end. The expectations were written before the fold.
import { describe, expect, it } from 'vitest';
import { NOT_RENEWED } from '@quittance/domain/classification';
import type { Correction, SubscriptionEvent } from '@quittance/domain/event';
import type { EventKind } from '@quittance/domain/event-kind';
import { formatDecimal } from '@quittance/domain/money';
import type { FindingKind, Subscription, SubscriptionStatus } from '@quittance/domain/subscription';
import { ev, reason } from '@quittance/testing/events';
import { onDay } from '@quittance/domain/viewpoint';
import { asOf } from './as-of.ts';
import { foldMerchant } from './fold-merchant.ts';

interface Expected {
  status: SubscriptionStatus;
  plan?: string | null;
  price?: string | null;
  startedOn?: string | null;
  renewsOn?: string | null;
  endsOn?: string | null;
  cancelBy?: string | null;
  proof?: 'A' | 'B' | 'C' | 'D' | null;
  findings?: FindingKind[];
  events?: number;
}

interface Story {
  events: SubscriptionEvent[];
  corrections?: Correction[];
  today: string;
  expected: Expected[];
  unattached?: number;
}

const monthly = { price: '12.99 EUR', period: 'P1M', plan: 'Premium' };
const correct = (event: SubscriptionEvent, kind: Correction['kind'], madeAt = '2026-06-01T00:00:00.000Z'): Correction => ({
  eventId: event.id,
  kind,
  madeAt,
});

/** The person's own mail, and its bounce. */
const sent = (on: string, rfcMessageId: string): SubscriptionEvent => {
  const event = ev('cancellation_requested', on, { level: 'D', reasons: [reason('kind', 'I cancel', 'own.request')] });
  return { ...event, message: { ...event.message!, rfcMessageId } };
};
const cameBack = (on: string, rfcMessageId: string): SubscriptionEvent =>
  ev('cancellation_requested', on, { level: 'D', reasons: [reason('kind', 'user unknown', `own.bounced:${rfcMessageId}`)] });

const stories: Record<string, () => Story> = {
  'a signup runs and renews a month later': () => ({
    events: [ev('signup', '2026-05-03', monthly)],
    today: '2026-05-20',
    expected: [{ status: 'active', price: '12.99 EUR P1M', startedOn: '2026-05-03', renewsOn: '2026-06-03', proof: null, findings: [] }],
  }),
  'a paid term that is valid until a day may renew on it': () => ({
    events: [ev('renewal_charged', '2026-05-03', { ...monthly, endsOn: '2026-06-03' })],
    today: '2026-05-20',
    expected: [{ status: 'active', renewsOn: '2026-06-03', findings: [] }],
  }),
  'a term that ends by itself has no renewal and no deadline': () => ({
    events: [
      ev('signup', '2026-05-03', {
        price: '48.00 EUR',
        period: 'P1Y',
        endsOn: '2027-05-03',
        reasons: [reason('ends_on', '3 May 2027', NOT_RENEWED)],
      }),
      ev('renewal_notice', '2027-04-10', { endsOn: '2027-05-03' }),
    ],
    today: '2027-04-20',
    expected: [{ status: 'active', renewsOn: null, cancelBy: null, findings: [] }],
  }),
  'charges move the renewal date on': () => ({
    events: [
      ev('signup', '2026-05-03', monthly),
      ev('renewal_charged', '2026-06-03', monthly),
      ev('renewal_charged', '2026-07-03', monthly),
    ],
    today: '2026-07-10',
    expected: [{ status: 'active', renewsOn: '2026-08-03', findings: [] }],
  }),
  'a request by the person’s own mail that came back was none': () => {
    const asked = sent('2026-06-10', 'ask@home.example');
    return {
      events: [ev('signup', '2026-05-03', monthly), asked, cameBack('2026-06-11', 'ask@home.example')],
      today: '2026-06-30',
      expected: [{ status: 'active', findings: ['request_not_delivered'] }],
    };
  },
  'asked again, it counts from the second time': () => ({
    events: [
      ev('signup', '2026-05-03', monthly),
      sent('2026-06-10', 'ask@home.example'),
      cameBack('2026-06-11', 'ask@home.example'),
      sent('2026-06-12', 'again@home.example'),
    ],
    today: '2026-06-14',
    expected: [{ status: 'cancel_requested' }],
  }),
  'another request than the one that came back stands': () => ({
    events: [
      ev('signup', '2026-05-03', monthly),
      sent('2026-06-10', 'ask@home.example'),
      sent('2026-06-10', 'other@home.example'),
      cameBack('2026-06-11', 'ask@home.example'),
    ],
    today: '2026-06-14',
    expected: [{ status: 'cancel_requested' }],
  }),
  'a renewal notice alone proves a running subscription': () => ({
    events: [ev('renewal_notice', '2026-05-20', { price: '119.00 EUR', period: 'P1Y', renewsOn: '2026-06-20', noticePeriod: 'P14D' })],
    today: '2026-06-01',
    expected: [{ status: 'active', renewsOn: '2026-06-20', cancelBy: '2026-06-06', findings: ['cancel_by'] }],
  }),
  'a trial turns into a paid plan with the first charge': () => ({
    events: [
      ev('trial_started', '2026-05-01', { plan: 'Premium', endsOn: '2026-05-15' }),
      ev('trial_ending', '2026-05-12', { renewsOn: '2026-05-15', price: '12.99 EUR', period: 'P1M' }),
      ev('renewal_charged', '2026-05-15', monthly),
    ],
    today: '2026-05-20',
    expected: [{ status: 'active', price: '12.99 EUR P1M', startedOn: '2026-05-01', renewsOn: '2026-06-15', findings: [] }],
  }),
  'a trial that ends soon has a deadline': () => ({
    events: [ev('trial_started', '2026-05-01', { plan: 'Premium', renewsOn: '2026-05-15' })],
    today: '2026-05-10',
    expected: [{ status: 'trial', renewsOn: '2026-05-15', cancelBy: '2026-05-15', findings: ['cancel_by'] }],
  }),
  'a trial cancelled in time costs nothing': () => ({
    events: [
      ev('trial_started', '2026-05-01', { plan: 'Premium', renewsOn: '2026-05-15' }),
      ev('cancellation_confirmed', '2026-05-10', { endsOn: '2026-05-15' }),
    ],
    today: '2026-06-30',
    expected: [{ status: 'cancelled', endsOn: '2026-05-15', proof: 'A', findings: [] }],
  }),
  'a request is not a cancellation': () => ({
    events: [ev('signup', '2026-05-03', monthly), ev('cancellation_requested', '2026-05-10')],
    today: '2026-05-15',
    expected: [{ status: 'cancel_requested', proof: null, cancelBy: null, findings: [] }],
  }),
  'a request that nobody confirmed within 14 days': () => ({
    events: [ev('signup', '2026-05-03', monthly), ev('cancellation_requested', '2026-05-10')],
    today: '2026-05-25',
    expected: [{ status: 'cancel_requested', proof: null, findings: ['confirmation_missing'] }],
  }),
  'request, confirmation, and the last bill before the end': () => ({
    events: [
      ev('signup', '2026-03-01', monthly),
      ev('cancellation_requested', '2026-05-10'),
      ev('cancellation_confirmed', '2026-05-12', { endsOn: '2026-06-30' }),
      ev('renewal_charged', '2026-06-01', monthly),
    ],
    today: '2026-07-15',
    expected: [{ status: 'cancelled', endsOn: '2026-06-30', renewsOn: null, proof: 'A', findings: [] }],
  }),
  'a part of the price, billed in arrears once after the end, is the last bill': () => ({
    events: [
      ev('signup', '2026-03-01', monthly),
      ev('cancellation_confirmed', '2026-05-12', { endsOn: '2026-05-24' }),
      ev('renewal_charged', '2026-06-01', { ...monthly, price: '8.66 EUR' }),
    ],
    today: '2026-06-02',
    expected: [{ status: 'cancelled', price: '12.99 EUR P1M', proof: 'A', findings: [] }],
  }),
  'a second part after the end, or a late one, is no last bill': () => ({
    events: [
      ev('signup', '2026-03-01', monthly),
      ev('cancellation_confirmed', '2026-05-12', { endsOn: '2026-05-24' }),
      ev('renewal_charged', '2026-06-01', { ...monthly, price: '8.66 EUR' }),
      ev('renewal_charged', '2026-07-01', { ...monthly, price: '8.66 EUR' }),
    ],
    today: '2026-07-02',
    expected: [{ status: 'cancelled', findings: ['charged_after_cancellation'] }],
  }),
  'a charge after the end is a finding, and stays cancelled': () => ({
    events: [
      ev('signup', '2026-03-01', monthly),
      ev('cancellation_confirmed', '2026-05-12', { endsOn: '2026-05-31' }),
      ev('renewal_charged', '2026-06-01', monthly),
    ],
    today: '2026-06-02',
    expected: [{ status: 'cancelled', proof: 'A', findings: ['charged_after_cancellation'] }],
  }),
  'a charge on the day of renewal in spite of the cancellation': () => ({
    events: [
      ev('signup', '2026-05-03', monthly),
      ev('cancellation_confirmed', '2026-05-12', { endsOn: '2026-06-03' }),
      ev('renewal_charged', '2026-06-03', monthly),
    ],
    today: '2026-06-04',
    expected: [{ status: 'cancelled', findings: ['charged_after_cancellation'] }],
  }),
  'the confirmation comes late and names an end before a charge': () => ({
    events: [
      ev('signup', '2026-03-01', monthly),
      ev('cancellation_requested', '2026-05-10'),
      ev('renewal_charged', '2026-06-01', monthly),
      ev('cancellation_confirmed', '2026-06-05', { endsOn: '2026-05-31' }),
    ],
    today: '2026-06-06',
    expected: [{ status: 'cancelled', findings: ['charged_after_cancellation'] }],
  }),
  'only a confirmation was ever mailed': () => ({
    events: [ev('cancellation_confirmed', '2026-05-12', { endsOn: '2026-05-31', level: 'B' })],
    today: '2027-01-01',
    expected: [{ status: 'cancelled', endsOn: '2026-05-31', startedOn: null, proof: 'B', findings: [] }],
  }),
  'a request and a confirmation, nothing else': () => ({
    events: [ev('cancellation_requested', '2026-05-10'), ev('cancellation_confirmed', '2026-05-12')],
    today: '2026-06-12',
    expected: [{ status: 'cancelled', proof: 'A', findings: [], events: 2 }],
  }),
  'a probable confirmation changes nothing and proves nothing': () => ({
    events: [ev('signup', '2026-05-03', monthly), ev('cancellation_confirmed', '2026-05-12', { decided: 'probable' })],
    today: '2026-05-20',
    expected: [{ status: 'active', renewsOn: '2026-06-03', proof: null, events: 2 }],
  }),
  'the person confirms a probable cancellation': () => {
    const cancel = ev('cancellation_confirmed', '2026-05-12', { decided: 'probable', level: 'C' });
    return {
      events: [ev('signup', '2026-05-03', monthly), cancel],
      corrections: [correct(cancel, 'cancellation_confirmed')],
      today: '2026-06-20',
      expected: [{ status: 'cancelled', proof: 'C' }],
    };
  },
  'a forged confirmation is never proof, not even when the person says so': () => {
    const forged = ev('cancellation_confirmed', '2026-05-12', { level: 'R' });
    return {
      events: [ev('signup', '2026-05-03', monthly), forged],
      corrections: [correct(forged, 'cancellation_confirmed')],
      today: '2026-05-20',
      expected: [{ status: 'active', proof: null, findings: ['suspicious_message'] }],
    };
  },
  'a forged renewal opens no subscription': () => ({
    events: [ev('renewal_charged', '2026-05-12', { level: 'R', price: '399.99 USD' })],
    today: '2026-05-20',
    expected: [],
    unattached: 1,
  }),
  'the best proof is the best level, whichever came first': () => ({
    events: [
      ev('signup', '2026-05-03', monthly),
      ev('cancellation_confirmed', '2026-05-12', { level: 'D', endsOn: '2026-06-03' }),
      ev('cancellation_confirmed', '2026-05-13', { level: 'B', biller: 'apple', from: 'no_reply@apple.example' }),
    ],
    today: '2026-05-20',
    expected: [{ status: 'cancelled', endsOn: '2026-06-03', proof: 'B', findings: [] }],
  }),
  'a correction to other takes the event away, the latest correction counts': () => {
    const wrong = ev('cancellation_confirmed', '2026-05-12');
    return {
      events: [ev('signup', '2026-05-03', monthly), wrong],
      corrections: [
        correct(wrong, 'other', '2026-05-14T00:00:00.000Z'),
        correct(wrong, 'cancellation_requested', '2026-05-13T00:00:00.000Z'),
      ],
      today: '2026-05-20',
      expected: [{ status: 'active', proof: null, events: 1 }],
    };
  },
  'résiliation demandée, sans réponse, et encore prélevé': () => ({
    events: [
      ev('signup', '2026-01-05', { merchant: 'SalleForme', price: '29.90 EUR', period: 'P1M', reference: 'C-118', language: 'fr' }),
      ev('cancellation_requested', '2026-02-20', { merchant: 'SalleForme', reference: 'C-118', language: 'fr' }),
      ev('renewal_charged', '2026-03-05', { merchant: 'SalleForme', price: '29.90 EUR', period: 'P1M', language: 'fr' }),
    ],
    today: '2026-03-10',
    expected: [{ status: 'cancel_requested', proof: null, findings: ['confirmation_missing'] }],
  }),
  'hausse de tarif annoncée, pas encore en vigueur': () => ({
    events: [
      ev('signup', '2026-01-05', { merchant: 'Le Journal', price: '9.90 EUR', period: 'P1M', language: 'fr' }),
      ev('price_change', '2026-05-20', { merchant: 'Le Journal', price: '12.90 EUR', effectiveOn: '2026-07-01', language: 'fr' }),
    ],
    today: '2026-06-01',
    // It runs since January, and no receipt was ever seen.
    expected: [{ status: 'active', price: '9.90 EUR P1M', findings: ['price_increased', 'silent_merchant'] }],
  }),
  'hausse de tarif en vigueur, une seule fois relevée': () => ({
    events: [
      ev('renewal_charged', '2026-05-05', { merchant: 'Le Journal', price: '9.90 EUR', period: 'P1M', language: 'fr' }),
      ev('price_change', '2026-05-20', { merchant: 'Le Journal', price: '12.90 EUR', effectiveOn: '2026-06-01', language: 'fr' }),
      ev('renewal_charged', '2026-06-05', { merchant: 'Le Journal', price: '12.90 EUR', period: 'P1M', language: 'fr' }),
    ],
    today: '2026-06-10',
    expected: [{ status: 'active', price: '12.90 EUR P1M', findings: ['price_increased'] }],
  }),
  'a price that rose without a word': () => ({
    events: [ev('renewal_charged', '2026-05-05', monthly), ev('renewal_charged', '2026-06-05', { ...monthly, price: '14.99 EUR' })],
    today: '2026-06-10',
    expected: [{ status: 'active', price: '14.99 EUR P1M', findings: ['price_increased'] }],
  }),
  'a pro-rata bill in between is no rise': () => ({
    events: [
      ev('renewal_charged', '2026-04-05', monthly),
      ev('renewal_charged', '2026-05-05', { ...monthly, price: '6.20 EUR' }),
      ev('renewal_charged', '2026-06-05', monthly),
    ],
    today: '2026-06-10',
    expected: [{ status: 'active', price: '12.99 EUR P1M', findings: [] }],
  }),
  'bills by use are no rises': () => ({
    events: ['8.10', '11.40', '9.20', '13.75', '17.00'].map((amount, index) =>
      ev('renewal_charged', `2026-0${index + 1}-05`, { price: `${amount} EUR`, period: 'P1M', merchant: 'Cloudy' }),
    ),
    today: '2026-05-10',
    expected: [{ status: 'active', price: '17.00 EUR P1M', findings: [] }],
  }),
  'a failed payment, then paid': () => ({
    events: [
      ev('signup', '2026-05-03', monthly),
      ev('payment_failed', '2026-06-03', monthly),
      ev('renewal_charged', '2026-06-08', monthly),
    ],
    today: '2026-06-10',
    expected: [{ status: 'active', findings: [], renewsOn: '2026-07-08' }],
  }),
  'a failed payment, still open': () => ({
    events: [ev('signup', '2026-05-03', monthly), ev('payment_failed', '2026-06-03'), ev('payment_failed', '2026-06-06')],
    today: '2026-06-10',
    expected: [{ status: 'past_due', findings: ['payment_failed'] }],
  }),
  'it ended without a cancellation, and came back': () => ({
    events: [ev('signup', '2026-01-03', monthly), ev('expired', '2026-02-03'), ev('signup', '2026-05-03', monthly)],
    today: '2026-05-10',
    expected: [
      { status: 'ended', endsOn: '2026-02-03', proof: null, findings: [] },
      { status: 'active', startedOn: '2026-05-03', findings: [] },
    ],
  }),
  'cancelled and signed up again: the receipt came just before the welcome': () => ({
    events: [
      ev('signup', '2026-01-03', monthly),
      ev('cancellation_confirmed', '2026-01-20', { endsOn: '2026-02-03' }),
      ev('renewal_charged', '2026-05-03T08:00:00.000Z', monthly),
      ev('signup', '2026-05-03T08:01:00.000Z', monthly),
    ],
    today: '2026-05-10',
    expected: [
      { status: 'cancelled', proof: 'A', findings: [], events: 2 },
      { status: 'active', startedOn: '2026-05-03', findings: [], events: 2 },
    ],
  }),
  'reactivated without being asked, and charged': () => ({
    events: [
      ev('signup', '2026-01-03', monthly),
      ev('cancellation_confirmed', '2026-01-20', { endsOn: '2026-02-03' }),
      ev('reactivated', '2026-03-01'),
      ev('renewal_charged', '2026-03-02', monthly),
    ],
    today: '2026-03-10',
    expected: [{ status: 'active', endsOn: null, findings: ['reactivated_unasked'], events: 4 }],
  }),
  'reactivated needs a cancellation before': () => ({
    events: [ev('signup', '2026-05-03', monthly), ev('reactivated', '2026-05-10')],
    today: '2026-05-12',
    expected: [{ status: 'active', findings: [] }],
  }),
  'a refund of the charge after the cancellation settles it': () => ({
    events: [
      ev('signup', '2026-03-01', monthly),
      ev('cancellation_confirmed', '2026-05-12', { endsOn: '2026-05-31' }),
      ev('renewal_charged', '2026-06-01', monthly),
      ev('refund', '2026-06-10', { price: '12.99 EUR' }),
    ],
    today: '2026-06-12',
    expected: [{ status: 'cancelled', findings: ['charged_after_cancellation'], events: 4 }],
  }),
  'the same charge told by the store and by the merchant counts once': () => ({
    events: [
      ev('cancellation_confirmed', '2026-05-12', { endsOn: '2026-05-31' }),
      ev('renewal_charged', '2026-06-01', { ...monthly, biller: 'apple', reference: 'MXYZ1', from: 'no_reply@apple.example' }),
      ev('renewal_charged', '2026-06-02', { ...monthly, reference: 'INV-7' }),
    ],
    today: '2026-06-12',
    expected: [{ status: 'cancelled', findings: ['charged_after_cancellation'], events: 3 }],
  }),
  'two plans at one merchant stay two': () => ({
    events: [
      ev('signup', '2026-05-01', { plan: 'Music', price: '10.99 EUR', period: 'P1M' }),
      ev('signup', '2026-05-02', { plan: 'Storage', price: '2.99 EUR', period: 'P1M' }),
      ev('renewal_charged', '2026-06-01', { price: '10.99 EUR', period: 'P1M' }),
      ev('renewal_charged', '2026-06-02', { price: '2.99 EUR', period: 'P1M' }),
      ev('cancellation_confirmed', '2026-06-10', { plan: 'Storage', endsOn: '2026-07-02' }),
    ],
    today: '2026-06-12',
    expected: [
      { status: 'active', plan: 'Music', renewsOn: '2026-07-01', proof: null, events: 2 },
      { status: 'cancelled', plan: 'Storage', endsOn: '2026-07-02', proof: 'A', events: 3 },
    ],
  }),
  'two plans, the cancellation names none: the end date tells which': () => ({
    events: [
      ev('signup', '2026-05-01', { plan: 'Music', price: '10.99 EUR', period: 'P1M' }),
      ev('signup', '2026-05-12', { plan: 'Storage', price: '2.99 EUR', period: 'P1M' }),
      ev('cancellation_confirmed', '2026-05-20', { endsOn: '2026-06-12' }),
    ],
    today: '2026-05-22',
    expected: [
      { status: 'active', plan: 'Music' },
      { status: 'cancelled', plan: 'Storage' },
    ],
  }),
  'two plans, a cancellation that fits both is asked about, not guessed': () => ({
    events: [
      ev('signup', '2026-05-01', { plan: 'Music', price: '10.99 EUR', period: 'P1M' }),
      ev('signup', '2026-05-02', { plan: 'Storage', price: '2.99 EUR', period: 'P1M' }),
      ev('cancellation_confirmed', '2026-05-20'),
    ],
    today: '2026-05-22',
    expected: [{ status: 'active' }, { status: 'active' }],
    unattached: 1,
  }),
  'a changed plan is the same subscription, not a raised price': () => ({
    events: [ev('signup', '2026-05-03', monthly), ev('plan_changed', '2026-05-20', { plan: 'Family', price: '17.99 EUR', period: 'P1M' })],
    today: '2026-05-22',
    expected: [{ status: 'active', plan: 'Family', price: '17.99 EUR P1M', findings: [] }],
  }),
  'an upgrade that does not name the plan, and the next bill that does': () => ({
    events: [
      ev('signup', '2026-05-07', { plan: 'Off-Peak', price: '24.00 GBP', period: 'P1M' }),
      ev('plan_changed', '2026-10-12', { price: '32.00 GBP' }),
      ev('payment_failed', '2026-11-14', { plan: 'Anytime', price: '32.00 GBP' }),
    ],
    today: '2026-11-20',
    expected: [{ status: 'past_due', plan: 'Anytime', price: '32.00 GBP P1M', findings: ['payment_failed', 'silent_merchant'], events: 3 }],
  }),
  'a renewal that went by without a mail was followed by the next one': () => ({
    events: [ev('signup', '2026-01-31', { price: '9.00 EUR', period: 'P1M' }), ev('price_change', '2026-05-20', { price: '9.00 EUR' })],
    today: '2026-06-10',
    expected: [{ status: 'active', renewsOn: '2026-06-28' }],
  }),
  'paused and resumed': () => ({
    events: [ev('signup', '2026-05-03', monthly), ev('paused', '2026-05-20'), ev('reactivated', '2026-06-20')],
    today: '2026-06-22',
    expected: [{ status: 'active', findings: [] }],
  }),
  'abonnement en pause': () => ({
    events: [ev('signup', '2026-05-03', { ...monthly, language: 'fr' }), ev('paused', '2026-05-20', { language: 'fr' })],
    today: '2026-08-22',
    expected: [{ status: 'paused', findings: [] }],
  }),
  'silence for more than two periods leaves the status unknown': () => ({
    events: [ev('signup', '2026-01-03', monthly), ev('renewal_charged', '2026-02-03', monthly)],
    today: '2026-07-03',
    expected: [{ status: 'unknown', cancelBy: null, findings: [] }],
  }),
  'refund and end without any subscription stay unattached': () => ({
    events: [ev('refund', '2026-05-01'), ev('expired', '2026-05-02')],
    today: '2026-05-10',
    expected: [],
    unattached: 2,
  }),
  'a sure request of which nothing else is known begins a subscription, and what was read with doubt stands beside it': () => ({
    events: [
      ev('refund', '2026-05-01'),
      ev('cancellation_requested', '2026-05-03'),
      ev('cancellation_confirmed', '2026-05-05', { decided: 'probable', endsOn: '2026-06-01' }),
    ],
    today: '2026-05-30',
    expected: [{ status: 'cancel_requested', proof: null, endsOn: null, findings: ['confirmation_missing'], events: 2 }],
    unattached: 1,
  }),
  'a request that is read with doubt, likely forged, or of no named merchant begins nothing': () => ({
    events: [
      ev('cancellation_requested', '2026-05-03', { decided: 'probable' }),
      ev('cancellation_requested', '2026-05-04', { level: 'R' }),
      ev('cancellation_requested', '2026-05-05', { merchant: null, biller: 'apple' }),
    ],
    today: '2026-05-30',
    expected: [],
    unattached: 3,
  }),
  'a request that may be about either of two begins no third': () => ({
    events: [
      ev('signup', '2026-01-03', { ...monthly, plan: 'Premium' }),
      ev('signup', '2026-01-04', { ...monthly, plan: 'Family', price: '19.99 EUR' }),
      ev('cancellation_requested', '2026-02-03'),
    ],
    today: '2026-02-20',
    expected: [{ status: 'active' }, { status: 'active' }],
    unattached: 1,
  }),
  'a request long before a new start is about an earlier life': () => ({
    events: [ev('cancellation_requested', '2026-01-03'), ev('signup', '2026-03-04', monthly)],
    today: '2026-03-20',
    expected: [{ status: 'active' }, { status: 'cancel_requested', price: null }],
  }),
  'a mail of the store that names no merchant attaches by its reference': () => ({
    events: [
      ev('signup', '2026-05-03', { ...monthly, biller: 'apple', reference: 'SUB-9' }),
      ev('cancellation_confirmed', '2026-05-12', { merchant: null, biller: 'apple', reference: 'SUB-9', endsOn: '2026-06-03' }),
      ev('cancellation_confirmed', '2026-05-12', { merchant: null, biller: 'apple' }),
    ],
    today: '2026-05-20',
    expected: [{ status: 'cancelled', proof: 'A', events: 2 }],
    unattached: 1,
  }),
};

describe('stories', () => {
  for (const [name, tell] of Object.entries(stories)) {
    it(name, () => {
      const story = tell();
      const folded = foldMerchant(story.events, story.corrections ?? []);
      const seen = folded.subscriptions.map((subscription) => asOf(subscription, onDay(story.today)));
      expect(seen.map((one, index) => picture(one, story.expected[index] ?? { status: 'unknown' }))).toEqual(story.expected);
      expect(folded.unattached).toHaveLength(story.unattached ?? 0);
    });
  }
});

it('marks the settled charge with the day of its refund', () => {
  const { events } = stories['a refund of the charge after the cancellation settles it']!();
  const [subscription] = foldMerchant(events, []).subscriptions;
  expect(subscription?.findings[0]).toMatchObject({ kind: 'charged_after_cancellation', since: '2026-06-01', until: '2026-06-10' });
});

describe('the reference of a contract', () => {
  const referenceOf = (...events: SubscriptionEvent[]) => foldMerchant(events, []).subscriptions[0]?.reference;
  const bill = (on: string, reference: string, rule = 'reference.invoice') =>
    ev('renewal_charged', on, { ...monthly, reference, reasons: [reason('reference', reference, rule)] });
  const confirmed = ev('cancellation_confirmed', '2026-05-20', { reference: null });

  it("is no bill's number", () => {
    expect(referenceOf(bill('2026-04-03', 'INV-7'), confirmed)).toBeNull();
    expect(referenceOf(ev('signup', '2026-03-03', { ...monthly, reference: 'C-118' }), bill('2026-04-03', 'INV-7'))).toBe('C-118');
  });

  it('is what a bill calls the number of the contract, or what two bills repeat', () => {
    expect(referenceOf(bill('2026-04-03', 'C-118', 'reference.contract'), confirmed)).toBe('C-118');
    expect(referenceOf(bill('2026-04-03', 'C-118'), bill('2026-05-03', 'C-118'))).toBe('C-118');
  });

  it('is not what several mails about one bill repeat', () => {
    const receipt = bill('2026-04-03', 'INV-77');
    const told = (kind: EventKind, on: string, line: Parameters<typeof ev>[2] = {}) =>
      ev(kind, on, { ...monthly, reference: 'INV-77', ...line });
    expect(referenceOf(receipt, bill('2026-04-04', 'INV-77'))).toBeNull();
    // An invoice without the sum is no duplicate that could be told.
    expect(referenceOf(receipt, { ...told('renewal_charged', '2026-04-05'), price: null })).toBeNull();
    expect(referenceOf(receipt, told('refund', '2026-05-20'))).toBeNull();
    expect(referenceOf(receipt, told('payment_failed', '2026-04-20'))).toBeNull();
    expect(referenceOf(told('payment_failed', '2026-04-03'), bill('2026-04-20', 'INV-77'))).toBeNull();
    expect(referenceOf(receipt, told('renewal_charged', '2026-05-03', { decided: 'probable' }))).toBeNull();
    expect(referenceOf(receipt, bill('2026-04-04', 'C-118', 'reference.contract'))).toBe('C-118');
  });
});

// What the story looks at, and no more.
function picture(one: Subscription, expected: Expected): Expected {
  const all: Required<Expected> = {
    status: one.status,
    plan: one.plan,
    price: one.price && `${formatDecimal(one.price)} ${one.price.currency} ${one.period}`,
    startedOn: one.startedOn,
    renewsOn: one.renewsOn,
    endsOn: one.endsOn,
    cancelBy: one.cancelBy,
    proof: (one.proof?.level as 'A' | undefined) ?? null,
    findings: one.findings.map((finding) => finding.kind),
    events: one.eventIds.length,
  };
  return Object.fromEntries(Object.entries(all).filter(([key]) => key in expected)) as unknown as Expected;
}
