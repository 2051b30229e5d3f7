// The sample mailbox as the product reads it: every letter as what it is, every near-miss as none, and the subscriptions of its people
// as the stories tell them. The letters are written for this project, so this guards against regressions and measures nothing.
import { expect, it } from 'vitest';
import type { Classification } from '@quittance/domain/classification';
import type { SubscriptionEvent } from '@quittance/domain/event';
import { formatDecimal } from '@quittance/domain/money';
import { effectiveOn } from '@quittance/classifier/best-clock';
import { classifyMessage } from '@quittance/classify/classify-message';
import { parseMessage } from '@quittance/mail/parse-message';
import { sampleLetters, sampleMailbox } from '@quittance/sample/sample-mailbox';
import { onDay } from '@quittance/domain/viewpoint';
import { asOf } from '@quittance/timeline/as-of';
import { foldMerchant } from '@quittance/timeline/fold-merchant';

const TODAY = '2026-11-23';
const letters = sampleLetters(TODAY);
const mails = sampleMailbox(TODAY);

const read = await Promise.all(
  letters.map(async (letter, index) => {
    const message = await parseMessage(mails[index]!.raw);
    return { letter, message, classification: classifyMessage(message) };
  }),
);

it.each(read.filter(({ letter }) => letter.kind !== 'other'))('reads $letter.name', ({ letter, classification }) => {
  expect(classification.kind).toBe(letter.kind);
  expect(classification.decided).toBe('auto');
});

it('makes no event of mail that is none', () => {
  const taken = read.filter(({ letter, classification }) => letter.kind === 'other' && classification.kind !== 'other');
  expect(taken.filter(({ classification }) => classification.decided !== 'abstain').map(({ letter }) => letter.name)).toEqual([]);
});

it('quotes verbatim', () => {
  for (const { letter, message, classification } of read) {
    for (const { zone, quote, start, end } of classification.reasons) {
      expect((zone === 'subject' ? message.subject : message.text.body).slice(start, end), letter.name).toBe(quote);
    }
  }
});

// Who · merchant · biller · plan · price · status.
const SUBSCRIPTIONS = [
  'camille | Lingua Plus | - | - | 59.99 EUR P1Y | cancelled',
  'camille | Plume IA | - | Pro | 23.00 EUR P1M | cancelled',
  'camille | Salle Forma | - | Forma Liberté | 29.90 EUR P1M | cancel_requested',
  'david | Castaway | - | Premium | 6.99 USD P1M | trial',
  'david | Noteflow | stripe | Noteflow Pro | 12.00 EUR P1M | active',
  'david | ShieldVPN | - | - | 99.48 USD P1Y | active',
  'david | Sketchly | google-play | Sketchly Pro | 4.99 USD P1M | cancelled',
  'david | TuneWave | paypal | Premium | 10.99 USD P1M | active',
  'hugo | Cinéval | - | Essentiel | 13.99 EUR P1M | past_due',
  'hugo | Fibréo | - | Max | 34.99 EUR - | active',
  'hugo | Le Quotidien du Rhône | - | Intégral | 9.90 EUR P1M | cancelled',
  'ines | Mutuelle Horizon | - | - | 184.60 EUR P1Y | active',
  'ines | MéditaZen | apple | MéditaZen Premium | 7.99 EUR P1M | active',
  'ines | Nuage Box | - | 2 To | 99.00 EUR P1Y | active',
  'ines | Revue Traverse | - | - | 45.00 EUR P1Y | cancelled',
  'ines | Yogami | apple | Yogami Illimité | 9.99 EUR P1M | cancelled',
  'sarah | Harbor Cloud | - | 2 TB | 99.99 USD P1Y | active',
  'sarah | Northside Fitness | - | Anytime | 32.00 GBP P1M | past_due',
  'sarah | Sparkle | - | Gold | 29.99 USD P1M | cancel_requested',
  'sarah | The Daily Ledger | - | All Access | 60.00 USD P6M | ended',
  'tom | Green Crate | - | Weekly Veggie | 59.94 USD P1W | cancelled',
  'tom | Lumen Chat | - | Plus | 20.00 USD P1M | active',
  'tom | StreamBox | - | Standard | 15.49 USD P1M | active',
];

function eventOf(name: string, seq: number, classification: Classification, message: (typeof read)[0]['message']): SubscriptionEvent {
  const { kind, price, suspicions: _, ...rest } = classification;
  if (kind === 'other') throw new Error(`${name} is no event`);
  const { rfcMessageId, from, subject, sentAt } = message;
  return {
    ...rest,
    id: name,
    seq,
    kind,
    price,
    occurredAt: sentAt!,
    effectiveOn: effectiveOn(classification),
    level: 'C',
    message: { sha256: '', rfcMessageId, fromAddress: from.address, subject, sentAt },
    source: 'mail',
  };
}

const folded = (() => {
  const events = new Map<string, SubscriptionEvent[]>();
  read.forEach(({ letter, message, classification }, index) => {
    if (classification.kind === 'other') return;
    const key = `${letter.name.split('-')[0]!} ${classification.merchant?.id ?? ''}`;
    events.set(key, [...(events.get(key) ?? []), eventOf(letter.name, index + 1, classification, message)]);
  });
  return [...events].map(([key, list]) => ({ who: key.split(' ')[0]!, ...foldMerchant(list, []) }));
})();

it('tells the stories of its people', () => {
  const lines = folded.flatMap(({ who, subscriptions }) =>
    subscriptions.map((subscription) => {
      const { merchant, biller, plan, price, period, status } = asOf(subscription, onDay(TODAY));
      const cost = price ? `${formatDecimal(price)} ${price.currency} ${period ?? '-'}` : '-';
      return [who, merchant.name, biller ?? '-', plan ?? '-', cost, status].join(' | ');
    }),
  );
  expect(lines.toSorted()).toEqual(SUBSCRIPTIONS.toSorted());
  expect(folded.flatMap(({ unattached }) => unattached)).toEqual([]);
});

it('finds what needs the person', () => {
  const findings = folded.flatMap(({ subscriptions }) =>
    subscriptions.flatMap((one) => asOf(one, onDay(TODAY)).findings.map(({ kind }) => `${one.merchant.name}: ${kind}`)),
  );
  expect(findings).toEqual(
    expect.arrayContaining([
      'Le Quotidien du Rhône: charged_after_cancellation',
      'Salle Forma: confirmation_missing',
      'Sparkle: confirmation_missing',
      'ShieldVPN: reactivated_unasked',
      'Harbor Cloud: price_increased',
      'Cinéval: payment_failed',
    ]),
  );
});

it('measures what each confirmation proves', () => {
  const present = (name: string) => {
    const meter = folded.flatMap(({ subscriptions }) => subscriptions).find((one) => one.merchant.name === name)?.proof?.meter;
    return Object.entries(meter ?? {}).flatMap(([element, { present: has }]) => (has ? [element] : []));
  };
  expect(present('Plume IA')).toEqual(['who', 'contract', 'receivedAt', 'endsOn', 'effects', 'noFurtherCharge']);
  expect(present('Le Quotidien du Rhône')).toEqual(['contract', 'receivedAt', 'endsOn', 'effects', 'noFurtherCharge']);
  expect(present('Green Crate')).toEqual(['who', 'endsOn', 'noFurtherCharge']);
});
