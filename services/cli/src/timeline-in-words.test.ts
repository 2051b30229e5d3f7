import { timelineJson, type TimelineJson } from '@quittance/contract/timeline-json';
import { onDay } from '@quittance/domain/viewpoint';
import { ev } from '@quittance/testing/events';
import { foldMerchant } from '@quittance/timeline/fold-merchant';
import { expect, it } from 'vitest';
import { timelineInWords } from './timeline-in-words.ts';

const monthly = { price: '9.99 EUR', period: 'P1M' };
const today = '2026-11-30';

function told(language: 'en' | 'fr', ...events: ReturnType<typeof ev>[]): string {
  const { subscriptions } = foldMerchant(events, []);
  const document: TimelineJson = timelineJson({ subscriptions, events, corrections: new Map(), viewpoint: onDay(today), language });
  return timelineInWords(document, { language, timeZone: 'Europe/Paris', today }).replaceAll(/[\u00a0\u202f]/g, ' ');
}

it('says prices as the person does, and what is settled last and by another sign', () => {
  const events = [
    ev('signup', '2026-03-01', monthly),
    ev('cancellation_confirmed', '2026-08-12', { endsOn: '2026-08-31' }),
    ev('renewal_charged', '2026-09-10', monthly),
    ev('refund', '2026-09-12', { price: '9.99 EUR' }),
    ev('renewal_charged', '2026-10-10', monthly),
  ];
  const lines = told('fr', ...events).split('\n');
  expect(lines[1]).toContain('9,99 € par mois');
  expect(lines.slice(3).map((line) => line.slice(0, 22))).toEqual(['! Streamly : 9,99 € a ', '✓ Streamly : 9,99 € a ']);
  expect(lines[3]).toContain('10 octobre 2026');
  expect(told('en', ...events)).toMatch(/€9\.99 a month[^]*\n! Streamly: [^]*\n✓ Streamly: /);
});
