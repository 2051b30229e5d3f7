// Bank lines to merchants: wrapping taken off, names known, and no purchase taken for a subscription.
import { expect, it } from 'vitest';
import { attributeLines, type AttributionContext, type BankLine, type KnownSubscription } from './attribute-lines.ts';
import { lineIdentities } from './line-identity.ts';
import { cleanPayee } from './payee/clean-payee.ts';
import { createDirectory } from './payee/directory.ts';
import { parseDecimal } from '@quittance/domain/money';

const merchant = (id: string, name: string, ...domains: string[]) => ({ id, name, domains });
const NETFLIX = merchant('netflix', 'Netflix', 'netflix.com');
const PRIME = merchant('amazon-prime', 'Amazon Prime', 'amazon.fr');
const MAX = merchant('hbo-max', 'HBO Max', 'max.com');
const ICLOUD = merchant('icloud', 'iCloud+');
const directory = createDirectory([
  { merchant: NETFLIX, names: ['Netflix International'] },
  { merchant: PRIME, names: ['Prime'] },
  { merchant: MAX, names: ['Max', 'HBO'] },
  { merchant: merchant('disney-plus', 'Disney+', 'disneyplus.com'), names: [] },
  { merchant: merchant('orange', 'Orange', 'orange.fr'), names: [] },
  { merchant: merchant('adobe', 'Adobe', 'adobe.com'), names: [] },
]);

let id = 0;
/** `2026-03-12 -13.49 EUR NETFLIX.COM` */
function line(row: string): BankLine {
  const [bookedOn, amount, currency, ...words] = row.split(' ') as [string, string, string];
  id += 1;
  return { id, bookedOn, transactedOn: null, amountMinor: parseDecimal(amount, currency).amountMinor, currency, text: words.join(' ') };
}

const context = (over: Partial<AttributionContext> = {}): AttributionContext => ({
  directory,
  subscriptions: [],
  choices: new Map(),
  ...over,
});
const subscription = (
  merchant: KnownSubscription['merchant'],
  price: string,
  over: Partial<KnownSubscription> = {},
): KnownSubscription => ({
  id: merchant.id,
  merchant,
  biller: null,
  price: parseDecimal(price, 'EUR'),
  period: 'P1M',
  renewsOn: null,
  charges: [],
  ...over,
});
const said = (lines: BankLine[], over: Partial<AttributionContext> = {}) =>
  attributeLines(lines, context(over)).matches.map(
    (match) => `${match.lineId - lines[0]!.id} ${match.kind} ${match.merchant.id} ${match.rule}`,
  );

it.each([
  ['PAIEMENT CB 1203 NETFLIX.COM AMSTERDAM', 'netflix', null, '2026-03-12'],
  ['CARTE 12/03/26 DISNEY PLUS 31,99 CARTE 4321', 'disney-plus', null, '2026-03-12'],
  ['PRLV SEPA ORANGE SA ICS FR12ZZZ RUM 123', 'orange', null, null],
  ['PRLVT SEPA ORANGE SA ICS FR12ZZZ RUM 123', 'orange', null, null],
  ['PRLVT EUROPEEN EMIS ORANGE SA', 'orange', null, null],
  ['PRELEVEMENT EUROPEEN 1234567890 DE: ORANGE ID: FR64ZZZ', 'orange', null, null],
  ['LASTSCHRIFT NETFLIX INTERNATIONAL B.V. MREF+123', 'netflix', null, null],
  ['Direct Debit to Netflix', 'netflix', null, null],
  ['PAYPAL *NETFLIX 4029357733', 'netflix', 'paypal', null],
  ['SQ *DISNEYPLUS', 'disney-plus', 'square', null],
  ['STRIPE NETFLIX', 'netflix', 'stripe', null],
  ['AMAZON PRIME FR', 'amazon-prime', 'amazon', null],
  ['AMZN Mktp FR*1234', null, 'amazon', null],
  ['AMAZON EU SARL', null, 'amazon', null],
  ['APPLE.COM/BILL ITUNES.COM', null, 'apple', null],
  ['GOOGLE *Disney Mobile', null, 'google-play', null],
  ['MAX PARTS GARAGE', null, null, null],
  ['VIR SEPA M NETFLIX', null, null, null],
])('%s', (text, merchantId, biller, usedOn) => {
  const payee = cleanPayee(text, '2026-03-14');
  expect([payee.isMerchant ? (directory.find(payee.name)?.merchant.id ?? null) : null, payee.biller, payee.usedOn]).toEqual([
    merchantId,
    biller,
    usedOn,
  ]);
});

it('has one key for a payee, whatever number stands in its text this month', () => {
  const keys = ['PRLV SEPA SALLE FORME ICS FR1 RUM 881', 'PRLV SEPA SALLE FORME ICS FR1 RUM 992 REF 7', 'PAIEMENT CB 0204 SALLE FORME'];
  expect(new Set(keys.map((text) => cleanPayee(text, '2026-04-02').key))).toEqual(new Set(['salle forme']));
});

it('finds charges of a subscription it knows, also at a new price, but no purchase at the same house', () => {
  const lines = [
    line('2026-03-12 -13.49 EUR NETFLIX.COM'),
    line('2026-04-12 -15.99 EUR NETFLIX.COM PARIS'),
    line('2026-04-20 -89.00 EUR NETFLIX.COM SHOP'),
  ];
  expect(said(lines, { subscriptions: [subscription(NETFLIX, '13.49')] })).toEqual([
    '0 renewal_charged netflix name_and_price',
    '1 renewal_charged netflix name_and_price',
  ]);
});

it('discovers a merchant of which no mail was seen by its regular charges, and not by one', () => {
  const monthly = [1, 2, 3].map((month) => line(`2026-0${month}-05 -8.99 EUR PAIEMENT CB DISNEY PLUS`));
  expect(said(monthly)).toEqual([0, 1, 2].map((at) => `${at} renewal_charged disney-plus regular`));
  expect(said(monthly.slice(0, 1))).toEqual([]);
  const yearly = [line('2025-02-01 -69.90 EUR AMAZON PRIME FR'), line('2026-02-02 -69.90 EUR AMAZON PRIME FR')];
  expect(attributeLines(yearly, context()).matches.map((match) => match.period)).toEqual(['P1Y', 'P1Y']);
});

it('suggests what is regular at an unknown payee, and nothing of transfers, cash and irregular shopping', () => {
  const lines = [1, 2, 3, 4].flatMap((month) => [
    line(`2026-0${month}-03 -29.90 EUR PRLV SEPA SALLE FORME RUM ${month}77`),
    line(`2026-0${month}-05 -700.00 EUR VIR LOYER M DUPONT`),
    line(`2026-0${month}-${10 + month * 4} -${20 + month * 17}.00 EUR CB SUPERMARCHE`),
  ]);
  const { matches, suggestions } = attributeLines(lines, context());
  expect(matches).toEqual([]);
  expect(suggestions).toMatchObject([
    { payeeKey: 'salle forme', name: 'SALLE FORME', period: 'P1M', last: { on: '2026-04-03', price: { amountMinor: 2990 } } },
  ]);
});

it('takes the person at their word: a payee that is a merchant, and one that is none', () => {
  const lines = [line('2026-03-03 -29.90 EUR PRLV SEPA SALLE FORME'), line('2026-03-12 -13.49 EUR NETFLIX.COM')];
  const choices = new Map([
    ['salle forme', { kind: 'merchant' as const, merchant: merchant('salle-forme', 'Salle Forme') }],
    ['netflix com', { kind: 'none' as const }],
  ]);
  expect(said(lines, { choices, subscriptions: [subscription(NETFLIX, '13.49')] })).toEqual(['0 renewal_charged salle-forme chosen']);
});

it('sees through a processor that names nobody, where amount and day leave one subscription', () => {
  const lines = [line('2026-03-04 -2.99 EUR CB APPLE.COM/BILL'), line('2026-03-20 -2.99 EUR CB APPLE.COM/BILL')];
  const icloud = subscription(ICLOUD, '2.99', { biller: 'apple', charges: [{ on: '2026-03-02', price: parseDecimal('2.99', 'EUR') }] });
  expect(said(lines, { subscriptions: [icloud] })).toEqual(['0 renewal_charged icloud amount_and_day']);
  expect(said(lines, { subscriptions: [icloud, { ...icloud, id: 'other' }] })).toEqual([]);
});

it('knows money that came back', () => {
  const lines = [
    line('2026-03-12 -13.49 EUR NETFLIX.COM'),
    line('2026-03-20 13.49 EUR NETFLIX.COM'),
    line('2026-03-21 5.00 EUR NETFLIX.COM'),
  ];
  expect(said(lines, { subscriptions: [subscription(NETFLIX, '13.49')] })).toEqual([
    '0 renewal_charged netflix name_and_price',
    '1 refund netflix refund',
  ]);
});

it('knows a line again in another export, and the second of two equal ones as the second', () => {
  const plain = (text: string) => ({ ...line(text), position: 0, account: '', bankId: null });
  const [a, b, c] = [plain('2026-03-12 -2.00 EUR CAFE'), plain('2026-03-12 -2.00 EUR CAFE'), plain('2026-03-13 -2.00 EUR CAFE')];
  const hex = (lines: ReturnType<typeof plain>[]) => lineIdentities(lines).map((one) => one.toString('hex'));
  expect(hex([a, b, c]).slice(0, 2)).toEqual(hex([a, { ...b, text: 'Cafe', position: 9 }]));
  expect(new Set(hex([a, b, c])).size).toBe(3);
});
