import { expect, it } from 'vitest';
import fc from 'fast-check';
import { foldText } from '../fold-text.ts';
import { findMoney } from './find-money.ts';

function amounts(text: string, language = 'en', tld = 'com'): string[] {
  return findMoney(foldText(text), { language, tld }).map(({ money }) => `${money.amountMinor} ${money.currency}`);
}

// text · what is in it · language · domain ending
const CASES: readonly (readonly [text: string, expected: string, language?: string, tld?: string])[] = [
  ['12,99 €', '1299 EUR'],
  ['€ 12.99', '1299 EUR'],
  ['€12.99', '1299 EUR'],
  ['12.99€', '1299 EUR'],
  ['12€99', '1299 EUR'],
  ['12 €', '1200 EUR'],
  ['1 234,56 €', '123456 EUR'],
  ['1\u00a0234,56\u00a0€', '123456 EUR'],
  ['1\u202f234,56\u202f€', '123456 EUR'],
  ['1.234,56 €', '123456 EUR'],
  ['€1,234.56', '123456 EUR'],
  ['1,234,567.89 USD', '123456789 USD'],
  ['1.234.567,89 EUR', '123456789 EUR'],
  ["CHF 1'234.50", '123450 CHF'],
  ['CHF 1’234.50', '123450 CHF'],
  ['Fr. 12.50', '1250 CHF'],
  ['12.– CHF', '1200 CHF'],
  ['CHF 12.-', '1200 CHF'],
  ['12,- €', '1200 EUR'],
  ['12,-- €', '1200 EUR'],
  ['199,- kr', '19900 SEK', 'sv'],
  ['¥1,200', '1200 JPY', 'ja'],
  ['1200円', '1200 JPY', 'ja'],
  ['1,200 円（税込）', '1200 JPY', 'ja'],
  ['￥1,200', '1200 JPY', 'ja'],
  ['１，２００円', '1200 JPY', 'ja'],
  ['¥68.00', '6800 CNY', 'zh', 'cn'],
  ['kr 99', '9900 NOK', 'nb'],
  ['99 kr.', '9900 DKK', 'da'],
  ['149 kr', '14900 SEK', 'en', 'se'],
  ['129 SEK', '12900 SEK'],
  ['29,99 zł', '2999 PLN', 'pl'],
  ['1 299,00 zł', '129900 PLN', 'pl'],
  ['R$ 19,90', '1990 BRL', 'pt'],
  ['R$1.299,90', '129990 BRL', 'pt'],
  ['US$ 12.99', '1299 USD'],
  ['US$12.99', '1299 USD'],
  ['A$15', '1500 AUD'],
  ['AU$15.50', '1550 AUD'],
  ['CA$9.99', '999 CAD'],
  ['9,99 $ CA', '999 CAD', 'fr', 'ca'],
  ['9,99 $', '999 CAD', 'fr', 'ca'],
  ['$9.99 CAD', '999 CAD'],
  ['NZ$ 20', '2000 NZD'],
  ['USD 12.99', '1299 USD'],
  ['12.99 USD', '1299 USD'],
  ['$12.99', '1299 USD'],
  ['$0.99', '99 USD'],
  ['$1,000', '100000 USD'],
  ['12 dollars', '1200 USD'],
  ['12,99 euros', '1299 EUR'],
  ['£7.99', '799 GBP'],
  ['GBP 7.99', '799 GBP'],
  ['-12,99 €', '-1299 EUR'],
  ['−12.99 EUR', '-1299 EUR'],
  ['$-5.00', '-500 USD'],
  ['-$5.00', '-500 USD'],
  ['₹1,23,456.00', '12345600 INR'],
  ['Rs. 499', '49900 INR'],
  ['₩13,900', '13900 KRW', 'ko'],
  ['KWD 1.250', '1250 KWD'],
  ['TND 12,500', '12500 TND'],
  ['JPY 1200.00', '1200 JPY'],
  ['249 Kč', '24900 CZK', 'cs'],
  ['1 990 Ft', '199000 HUF', 'hu'],
  ['49,99 lei', '4999 RON', 'ro'],
  ['₺199,99', '19999 TRY', 'tr'],
  ['599 ₽', '59900 RUB', 'ru'],
  ['250 грн', '25000 UAH', 'uk'],
  ['HUF 1 990', '199000 HUF'],
  ['was 9,99 €, now 12,99 €', '999 EUR, 1299 EUR'],
  ['€ 9.99 € 12.99', '999 EUR, 1299 EUR'],
  ['$9.99/month or $99/year', '999 USD, 9900 USD'],
  ['12,99 €/mois', '1299 EUR', 'fr'],
  ['between 4,99 €-9,99 €', '499 EUR, 999 EUR'],
  ['- 12,99 € par mois', '1299 EUR', 'fr'],
  ['$4 due (prices in CAD)', '400 CAD'],
  ['total |$12.99|', '1299 USD'],
  ['Montant : 25 000 FCFA', '25000 XOF', 'fr'],
  ['4 900 F CFA/mois', '4900 XOF', 'fr'],
  ['5000 francs CFA', '5000 XAF', 'fr', 'cm'],
  ['199,00 DH/mois', '19900 MAD', 'fr'],
  ['99 dhs', '9900 AED'],
  ['KSh 2,500', '250000 KES'],
  ['Rp 49.000', '4900000 IDR', 'id'],
  ['RM 49.90, RM49.90', '4990 MYR, 4990 MYR'],
  ['R99.00 per month', '9900 ZAR'],
  ['S/ 49.90', '4990 PEN', 'es'],
  ['GH₵50', '5000 GHS'],
  ['Total (EUR) | 120.00', '12000 EUR'],
  ['Amount (USD): 12.00', '1200 USD'],
  ['Total Amount (RM) | 120.00', '12000 MYR'],
  // What is no amount.
  ['Abo verlängert sich um ein Jahr, dh 12 Monate', '', 'de'],
  ['Ein SMS kostet 20 Rp. und 1380 RP sind Punkte, Sejm RP 2026', '', 'de'],
  ['Total (EUR) | 1 | Amount (EUR) | 03/05/2027', ''],
  ['R2 and rm 12.50, sections/ 49.90', ''],
  ['(see 4) 12.00, (the) | 12.00', ''],
  ['open 24/7, 50% off, v2.0, order 12345', ''],
  ['12 free months of 4K', ''],
  ['$5 million raised, 3M€ too', ''],
  ['RM2 and MAR10', ''],
  ['call 01 23 45 67 89', ''],
  ['TRY 30 DAYS', ''],
  ['Form 1040 fr', ''],
  ['all 3 try 5 top 9', ''],
  ['lei 12', ''],
];

it.each(CASES.map((entry) => ({ entry })))('reads $entry', ({ entry: [text, expected, language, tld] }) => {
  expect(amounts(text, language, tld).join(', ')).toBe(expected);
});

it('gives offsets that quote the amount as written', () => {
  const text = foldText('Montant :\u00a01\u202f234,56\u00a0€ TTC');
  const [span] = findMoney(text, { language: 'fr', tld: 'fr' });
  expect(text.original.slice(text.toOriginal(span!.start), text.toOriginal(span!.end))).toBe('1\u202f234,56\u00a0€');
});

it('never throws and stays in order on any text', () => {
  const alphabet = fc.constantFrom(..."0123456789.,-$€£¥ '\n|krRUSD()".split(''));
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(alphabet, { maxLength: 200 }).map((parts) => parts.join('')),
      ),
      (original) => {
        const text = foldText(original);
        let last = 0;
        for (const span of findMoney(text, { language: 'en', tld: 'com' })) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeGreaterThan(span.start);
          expect(Number.isSafeInteger(span.money.amountMinor)).toBe(true);
          last = span.end;
        }
      },
    ),
  );
});
