import { growth, LINEAR_MAX } from '@quittance/testing/work';
import { expect, it, describe } from 'vitest';
import fc from 'fast-check';
import { formatDecimal } from '@quittance/domain/money';
import type { MerchantRef } from '@quittance/domain/classification';
import type { MessageKind } from '@quittance/domain/event-kind';
import { buildMessage } from '@quittance/testing/message-builder';
import { extractFields } from './extract-fields.ts';
import { classifyMessage } from './classify-message.ts';
import { findManageLink } from './extract-links.ts';

const ACME: MerchantRef = { id: 'acme.example', name: 'Acme', domains: ['acme.example'] };

interface Expected {
  plan?: string;
  price?: string;
  period?: string;
  renewsOn?: string;
  endsOn?: string;
  notice?: string;
  minimumTerm?: string;
  reference?: string;
}

// Sent on Thursday 2 April 2026.
function read(kind: MessageKind, language: string, body: string, subject = '', merchant: MerchantRef | null = ACME): Expected {
  const message = buildMessage({ from: 'hello@acme.example', subject, body });
  const fields = extractFields(message, { kind, language, merchant });
  for (const { zone, quote, start, end } of fields.reasons) {
    expect(quote).not.toBe('');
    expect((zone === 'subject' ? message.subject : message.text.body).slice(start, end)).toBe(quote);
  }
  return {
    ...(fields.plan !== null && { plan: fields.plan }),
    ...(fields.price !== null && { price: `${formatDecimal(fields.price)} ${fields.price.currency}` }),
    ...(fields.period !== null && { period: fields.period }),
    ...(fields.renewsOn !== null && { renewsOn: fields.renewsOn }),
    ...(fields.endsOn !== null && { endsOn: fields.endsOn }),
    ...(fields.noticePeriod !== null && { notice: fields.noticePeriod }),
    ...(fields.minimumTermEndsOn !== null && { minimumTerm: fields.minimumTermEndsOn }),
    ...(fields.reference !== null && { reference: fields.reference }),
  };
}

const MESSAGES: readonly (readonly [kind: MessageKind, language: string, body: string, expected: Expected])[] = [
  // Renewals to come
  [
    'renewal_notice',
    'en',
    'Your Acme Pro plan renews on May 5, 2026 for $12.99 per month.',
    { plan: 'Pro', price: '12.99 USD', period: 'P1M', renewsOn: '2026-05-05' },
  ],
  [
    'renewal_notice',
    'en',
    'On 5 May 2026 we will charge your card €190 for another year. You last paid €170 on 5 May 2025.',
    { price: '190.00 EUR', period: 'P1Y', renewsOn: '2026-05-05' },
  ],
  [
    'renewal_notice',
    'en',
    'Your subscription renews in 15 days at £40.00 / year.',
    { price: '40.00 GBP', period: 'P1Y', renewsOn: '2026-04-17' },
  ],
  [
    'renewal_notice',
    'en',
    'Your membership will renew soon.\nNext billing date: 14 April 2026\nAmount: £9.99',
    { price: '9.99 GBP', renewsOn: '2026-04-14' },
  ],
  [
    'renewal_notice',
    'en',
    'Your plan is €3.99/month, billed annually at €47.88. It renews on 1 June 2026.',
    { price: '47.88 EUR', period: 'P1Y', renewsOn: '2026-06-01' },
  ],
  [
    'renewal_notice',
    'en',
    'Your plan is 12 €/month, billed annually, and renews on 1 June 2026.',
    { price: '12.00 EUR', period: 'P1M', renewsOn: '2026-06-01' },
  ],
  ['renewal_notice', 'en', 'Your subscription expires on 9 May 2026. You can renew it online.', { endsOn: '2026-05-09' }],
  [
    'renewal_notice',
    'en',
    'To avoid the charge, cancel before 3 May 2026. Your plan renews automatically on 5 May 2026.',
    { renewsOn: '2026-05-05' },
  ],
  [
    'renewal_notice',
    'fr',
    'Votre abonnement sera reconduit tacitement le 5 mai 2026 au tarif de 12,99 €/mois.',
    { price: '12.99 EUR', period: 'P1M', renewsOn: '2026-05-05' },
  ],
  [
    'renewal_notice',
    'fr',
    'Votre contrat arrive à échéance le 12 juin 2026. Sans résiliation de votre part, il sera reconduit tacitement. Préavis de deux mois.',
    { renewsOn: '2026-06-12', notice: 'P2M' },
  ],
  [
    'renewal_notice',
    'fr',
    'Prochain prélèvement : 59,90 € TTC (49,92 € HT, TVA 9,98 €) le 15/04/2026, par an.',
    { price: '59.90 EUR', renewsOn: '2026-04-15' },
  ],
  [
    'renewal_notice',
    'de',
    'Ihr Abonnement verlängert sich am 05.05.2026 automatisch. Wir buchen 49,90 € pro Jahr ab. Kündigungsfrist: 1 Monat.',
    { price: '49.90 EUR', period: 'P1Y', renewsOn: '2026-05-05', notice: 'P1M' },
  ],
  [
    'renewal_notice',
    'es',
    'Tu suscripción se renovará el 5 de mayo de 2026. Próximo cobro: 9,99 € al mes.',
    { price: '9.99 EUR', period: 'P1M', renewsOn: '2026-05-05' },
  ],
  [
    'renewal_notice',
    'ja',
    'プレミアムプランは2026年5月5日に更新されます。月額1,200円',
    { plan: 'プレミアムプラン', price: '1200 JPY', period: 'P1M', renewsOn: '2026-05-05' },
  ],
  // Trials
  [
    'trial_ending',
    'en',
    'Your free trial ends on April 9, 2026. You will then be charged $9.99/month unless you cancel.',
    { price: '9.99 USD', period: 'P1M', renewsOn: '2026-04-09' },
  ],
  ['trial_ending', 'en', 'Your Acme trial ends tomorrow. Upgrade to keep your data.', { endsOn: '2026-04-03' }],
  [
    'trial_ending',
    'fr',
    'Votre essai gratuit se termine le 9 avril 2026. Vous serez ensuite débité de 9,99 € par mois.',
    { price: '9.99 EUR', period: 'P1M', renewsOn: '2026-04-09' },
  ],
  [
    'trial_started',
    'fr',
    "Votre essai se termine dans 7 jours. Premier prélèvement : 0,00 € aujourd'hui, puis 4,99 €/mois.",
    { price: '4.99 EUR', period: 'P1M', renewsOn: '2026-04-09' },
  ],
  // Charges
  [
    'renewal_charged',
    'en',
    'Receipt\nProduct | Quantity | Price\nPattern Club | 1 | $20.00\nSubtotal | $20.00\nVAT (20%) | $4.00\nTotal | $24.00\nOrder number: 10442',
    { plan: 'Pattern Club', price: '24.00 USD', reference: '10442' },
  ],
  [
    'renewal_charged',
    'en',
    'We charged $15.49 to your card ending in 4242 on April 2, 2026. Your next billing date is May 2, 2026. Save $20 with the annual plan.',
    { price: '15.49 USD', period: 'P1M', renewsOn: '2026-05-02' },
  ],
  [
    'renewal_charged',
    'en',
    'Invoice INV-2031 is paid.\nBilling period: 1 April 2026 – 30 April 2026\nAmount paid: 12.00 EUR',
    { price: '12.00 EUR', period: 'P1M', reference: 'INV-2031' },
  ],
  [
    'renewal_charged',
    'fr',
    'Facture n° F-2026-118\nAbonnement du 1 avril au 30 avril 2026\nSous-total HT : 10,00 €\nTVA : 2,00 €\nTotal TTC : 12,00 €',
    { price: '12.00 EUR', period: 'P1M', reference: 'F-2026-118' },
  ],
  [
    'renewal_charged',
    'fr',
    'Nous avons bien reçu votre paiement de 39 € pour votre adhésion, valable jusqu’au 2 avril 2027.',
    { price: '39.00 EUR', endsOn: '2027-04-02' },
  ],
  ['signup', 'en', 'Plan: Team (at $40.00 / month)\nYour first payment is processed.', { plan: 'Team', price: '40.00 USD', period: 'P1M' }],
  [
    'signup',
    'fr',
    'Formule : Duo\nTarif : 14,99 € par mois, sans engagement\nN° de contrat : 884-2211',
    { plan: 'Duo', price: '14.99 EUR', period: 'P1M', reference: '884-2211' },
  ],
  [
    'signup',
    'fr',
    'Votre forfait est actif. Engagement jusqu’au 2 avril 2027. 19,99 € tous les mois.',
    { price: '19.99 EUR', period: 'P1M', minimumTerm: '2027-04-02' },
  ],
  ['payment_failed', 'en', 'We could not process your payment of $10.00 for your Gold membership.', { plan: 'Gold', price: '10.00 USD' }],
  ['payment_failed', 'fr', 'Votre don de 15 € par mois n’a pas pu être prélevé.', { price: '15.00 EUR', period: 'P1M' }],
  // Changes
  [
    'price_change',
    'en',
    'The price of your plan goes from $9.99 to $11.99 per month on 1 June 2026.',
    { price: '11.99 USD', period: 'P1M' },
  ],
  [
    'price_change',
    'en',
    'New price: €12.99 per month (currently €10.99). It takes effect at your next renewal on 3 May 2026.',
    { price: '12.99 EUR', period: 'P1M', renewsOn: '2026-05-03' },
  ],
  [
    'price_change',
    'fr',
    'À partir du 1er juin 2026, votre abonnement passera de 9,99 € à 11,99 € par mois.',
    { price: '11.99 EUR', period: 'P1M' },
  ],
  ['price_change', 'fr', 'Le nouveau tarif sera de 11,99 €/mois au lieu de 9,99 €/mois.', { price: '11.99 EUR', period: 'P1M' }],
  ['price_change', 'de', 'Der Preis steigt von 9,99 € auf 11,99 € pro Monat.', { price: '11.99 EUR', period: 'P1M' }],
  [
    'plan_changed',
    'en',
    'You switched to Acme Family. You will pay $19.99 per month.',
    { plan: 'Family', price: '19.99 USD', period: 'P1M' },
  ],
  // Ends
  [
    'cancellation_confirmed',
    'en',
    'Your Wyvern subscription has been cancelled. You have access until July 19, 2026.',
    { plan: 'Wyvern', endsOn: '2026-07-19' },
  ],
  ['cancellation_confirmed', 'en', 'Cancelled on 2 April 2026. Your plan will not renew on 5 May 2026.', { endsOn: '2026-05-05' }],
  [
    'cancellation_confirmed',
    'fr',
    'Votre abonnement est résilié. Il prendra fin le 30/04/2026 et ne sera pas renouvelé.',
    { endsOn: '2026-04-30' },
  ],
  [
    'cancellation_confirmed',
    'fr',
    'Votre résiliation prend effet le 1er mai. Vous gardez votre accès jusque-là.',
    { endsOn: '2026-05-01' },
  ],
  ['cancellation_confirmed', 'de', 'Ihr Abonnement wurde zum 31.05.2026 gekündigt.', { endsOn: '2026-05-31' }],
  ['expired', 'en', 'Your Gold membership expired on 28 March 2026.', { plan: 'Gold', endsOn: '2026-03-28' }],
  ['expired', 'fr', 'Votre adhésion a expiré il y a 3 jours.', { endsOn: '2026-03-30' }],
  ['refund', 'en', 'We have refunded $12.99 of your $25.98 payment. It arrives in 5 days.', { price: '12.99 USD' }],
  ['refund', 'fr', 'Un remboursement de 12,99 € a été effectué. Montant : -12,99 €', { price: '12.99 EUR' }],
  ['cancellation_requested', 'en', 'We received your request. Ticket number: 48-2291', { reference: '48-2291' }],
  // Nothing is invented.
  ['renewal_charged', 'en', 'Thank you for being with us for 10 years. Call us 24/7.', {}],
  ['cancellation_confirmed', 'en', 'Your subscription has been cancelled.', {}],
  ['other', 'en', 'Plan: Gold, $10 per month, renews on 5 May 2026.', {}],
];

it.each(MESSAGES.map((entry) => ({ entry })))('reads $entry', ({ entry: [kind, language, body, expected] }) => {
  expect(read(kind, language, body)).toEqual(expected);
});

describe('periods', () => {
  const PERIODS: readonly (readonly [language: string, text: string, period: string | undefined])[] = [
    ['en', '$5/month', 'P1M'],
    ['en', '$5 per month', 'P1M'],
    ['en', '$5 a month', 'P1M'],
    ['en', '$5/mo', 'P1M'],
    ['en', '$50 / yr', 'P1Y'],
    ['en', '$50 yearly', 'P1Y'],
    ['en', '$5 every 3 months', 'P3M'],
    ['en', '$5 every 4 weeks', 'P4W'],
    ['en', 'Your annual subscription: $50', 'P1Y'],
    ['en', '$50, renews every 12 months', 'P1Y'],
    ['en', 'Your quarterly payment of $50', 'P3M'],
    ['en', 'Billing period: monthly. $5', 'P1M'],
    ['fr', '5 €/mois', 'P1M'],
    ['fr', '5 € par mois', 'P1M'],
    ['fr', '50 € par an', 'P1Y'],
    ['fr', '50 €/an', 'P1Y'],
    ['fr', '50 € tous les ans', 'P1Y'],
    ['fr', '5 € tous les 3 mois', 'P3M'],
    ['fr', 'Votre abonnement mensuel : 5 €', 'P1M'],
    ['fr', 'Facturation : trimestrielle, 15 €', 'P3M'],
    ['fr', '5 € toutes les 4 semaines', 'P4W'],
    ['de', '5 € pro Monat', 'P1M'],
    ['de', '50 € im Jahr', 'P1Y'],
    ['de', 'monatliche Zahlung von 5 €', 'P1M'],
    ['es', '5 € al mes', 'P1M'],
    ['it', '50 € all’anno', 'P1Y'],
    ['nl', '5 € per maand', 'P1M'],
    ['pl', '20 zł miesięcznie', 'P1M'],
    ['ja', '月額500円', 'P1M'],
    ['en', 'Your plan has been renewed for one year. We charged $99.99.', 'P1Y'],
    ['en', 'We received your payment of $29.99 for Acme Gold (monthly).', 'P1M'],
    ['en', 'Your annual Acme Cloud 2 TB plan costs $99.', 'P1Y'],
    ['en', 'Your six-month All Access subscription is active. You paid $60.', 'P6M'],
    ['en', 'Description | Acme Premium, monthly subscription\nAmount | $10.99', 'P1M'],
    ['fr', 'Vous avez payé 99,00 € pour un an.', 'P1Y'],
    ['fr', 'Acme Premium (mensuel) | 7,99 €', 'P1M'],
    ['fr', 'Formule | Acme Pro, mensuel\nTotal | 20 €', 'P1M'],
    ['de', 'Ihr Abo wurde um ein Jahr verlängert. 49,90 €', 'P1Y'],
    ['nl', 'Je gift van € 5,00 aan Acme is mislukt.', undefined],
    ['en', 'Monthly fee: $24. Notice period: 30 days.', 'P1M'],
    ['en', 'Trial period: 14 days. Then $24.', undefined],
    ['es', 'En enero de cada año te enviaremos un resumen de tus pagos de 5 €.', undefined],
    ['en', 'Read our monthly newsletter. $5', undefined],
    ['en', 'You get a report every month. Thank you for it.', undefined],
  ];
  it.each(PERIODS)('reads %s "%s"', (language, text, period) => {
    expect(read('renewal_charged', language, text).period).toBe(period);
  });
});

describe('plans and references', () => {
  const PLANS: readonly (readonly [text: string, plan: string | undefined])[] = [
    ['Your Acme Premium subscription is active.', 'Premium'],
    ['Your "Night Owl" plan is active.', 'Night Owl'],
    ['Votre formule « Duo Famille » est active.', 'Duo Famille'],
    ['Membership level: Silver', 'Silver'],
    ["Niveau d'adhésion : Argent", 'Argent'],
    ['Abonnement actuel : Backup Storage 1TB', 'Backup Storage 1TB'],
    // Rows of bills: the plan is the item, never the next row's label.
    ['Abonnement | Acme Essentiel\nPériode | du 18/10/2026 au 16/11/2026\nMontant débité | 13,99 €', 'Acme Essentiel'],
    ['Abonnement | Acme Illimité (mensuel)\nPrix du renouvellement | 9,99 € / mois', 'Acme Illimité'],
    ["Abonnement | Acme\nDate d'expiration | 11 décembre 2026", undefined],
    ['Merchant | Acme\nDescription | Acme Premium, monthly subscription\nTransaction ID | 8XT20417KC993122V', 'Acme Premium'],
    ['Receipt number | 1740-9921\nAcme Pro (monthly) | €12.00\nAmount paid | €12.00', 'Acme Pro'],
    ['Item | Pro (Acme)\nPrice | $4.99/month', 'Pro'],
    ['Description | Amount\nNight Owl | €12.00', 'Night Owl'],
    ['Description | Our office in Paris', undefined],
    // Sentences: a name ends where its sentence does.
    ['Merci de votre abonnement à Acme. Votre abonnement Duo démarre.', 'Duo'],
    ['Merci de votre abonnement à Acme. La Rédaction', undefined],
    ["You've switched from Off-Peak to Anytime.", 'Anytime'],
    ['Votre essai gratuit de Acme Essentiel a commencé.', 'Essentiel'],
    ['Thank you.\nThe Acme Team', undefined],
    ['Your Web Hosting Starter has been renewed.', 'Web Hosting Starter'],
    ['Your Direct Debit has been cancelled.', undefined],
    ['Tarif Komfort ist aktiv.', 'Komfort'],
    ['Ihr Komfort-Abo ist aktiv.', 'Komfort'],
    ['Plan: Pro – 12,99 €', 'Pro'],
    ['Subscription: active', undefined],
    ['Your Acme subscription is active.', undefined],
    ['Your PayPal subscription is active.', undefined],
    ['Your subscription to Acme', undefined],
    ['Plan: 5 May 2026', undefined],
    // Labels that name the plan that is spoken of, and words that name none.
    ['Ihr Abonnement für Nordpark Tigers wurde gekündigt.\nBetroffener Plan: Club Pro', 'Club Pro'],
    ['Dein aktueller Plan: Vermieter Plus', 'Vermieter Plus'],
    ['Nowy plan | Ekspert', 'Ekspert'],
    ['Membership details:\nMember ID: NW-20931\nMembership Type: Standard', 'Standard'],
    ['Your last date within the plan is Tue, 14 Apr 2026.', undefined],
    ['Twoje konto zostało przełączone na plan Free (20 punktów/miesiąc).', undefined],
    ['Monto mensual: 899\nLímite de fichas al plan Mes: 600', undefined],
    ['A sua assinatura premium foi cancelada.', 'premium'],
    ['以下の応援プランの購入が完了しました。', undefined],
  ];
  it.each(PLANS)('reads the plan of "%s"', (text, plan) => {
    expect(read('signup', 'en', text).plan).toBe(plan);
  });

  it('knows the plans of known merchants', () => {
    const openai: MerchantRef = { id: 'openai', name: 'OpenAI', domains: ['openai.com'] };
    expect(read('renewal_charged', 'en', 'Your ChatGPT Plus subscription renewed.', '', openai).plan).toBe('ChatGPT Plus');
  });

  const REFERENCES: readonly (readonly [text: string, reference: string | undefined])[] = [
    ['Subscription ID: sub_1Nabc23456', 'sub_1Nabc23456'],
    ['Order #10442', '10442'],
    ['Order number 7741-22', '7741-22'],
    ['Commande n° 2026-0042', '2026-0042'],
    ['N° de contrat : 884-2211', '884-2211'],
    ['Référence : AB-9921', 'AB-9921'],
    ['Kundennummer: 100200300', '100200300'],
    ['Your order GPA.1234-5678-9012-34567 is complete', 'GPA.1234-5678-9012-34567'],
    ['Order number: 10442\nContract number: K-77123', 'K-77123'],
    ['Invoice date: 2 April 2026', undefined],
    ['Order 3 items and get 20 % off', undefined],
    ['Account: someone@example.org', undefined],
    ['card ending in 4242', undefined],
  ];
  it.each(REFERENCES)('reads the reference of "%s"', (text, reference) => {
    expect(read('renewal_charged', 'en', text).reference).toBe(reference);
  });

  it('reads the receipt number of a subject', () => {
    expect(read('renewal_charged', 'en', '', 'Your receipt from Acme #2031-4471').reference).toBe('2031-4471');
  });
});

describe('notice periods', () => {
  const NOTICES: readonly (readonly [text: string, notice: string | undefined])[] = [
    ['with 30 days’ notice', 'P30D'],
    ['notice period of 3 months', 'P3M'],
    ['Cancel at least 24 hours before the end of the current period.', 'P1D'],
    ['avec un préavis de 3 mois', 'P3M'],
    ['au plus tard 1 mois avant la date d’échéance', 'P1M'],
    ['mit einer Frist von 4 Wochen', 'P4W'],
    ['con un preavviso di 30 giorni', 'P30D'],
    ['at least 8 characters before you sign in', undefined],
    ['sans préavis', undefined],
  ];
  it.each(NOTICES)('reads "%s"', (text, notice) => {
    expect(read('renewal_notice', 'en', text).notice).toBe(notice);
  });
});

it('takes a fact of the own text over one of a footer or a quoted reply', () => {
  const own = 'Your plan renews on 5 May 2026 for 12 € per month.\n';
  const quoted = 'On 1 March you wrote: my plan renews on 9 June 2026 for 99 € per year.';
  const zones = [
    { kind: 'body' as const, start: 0, end: own.length },
    { kind: 'quoted' as const, start: own.length, end: own.length + quoted.length },
  ];
  const message = buildMessage({ from: 'hello@acme.example', body: own + quoted, zones });
  const fields = extractFields(message, { kind: 'renewal_notice', language: 'en', merchant: ACME });
  expect(fields).toMatchObject({ renewsOn: '2026-05-05', price: { amountMinor: 1200 }, period: 'P1M' });
});

it('counts days from the message in its sender’s own zone', () => {
  const message = buildMessage({ body: 'Your plan renews tomorrow.', sentAt: '2026-04-02T23:30:00.000Z', sentOffsetMinutes: 120 });
  expect(extractFields(message, { kind: 'renewal_notice', language: 'en', merchant: null }).renewsOn).toBe('2026-04-04');
});

it('gives the manage or cancel link of the sender’s own domain only', () => {
  const links = [
    { text: 'Unsubscribe from e-mails', href: 'https://acme.example/unsubscribe', start: 0 },
    { text: 'Cancel subscription', href: 'https://evil.example/cancel', start: 0 },
    { text: 'Cancel subscription', href: 'http://acme.example/cancel', start: 0 },
    { text: 'Manage your subscription', href: 'https://app.acme.example/billing', start: 0 },
    { text: 'Résilier mon abonnement', href: 'https://acme.example/resilier', start: 0 },
  ];
  const message = buildMessage({ from: 'hello@acme.example', text: { links } });
  expect(findManageLink(message, ACME)).toMatchObject({ href: 'https://acme.example/resilier', action: 'cancel', domain: 'acme.example' });
  expect(findManageLink(buildMessage({ from: 'hello@other.example', text: { links } }), null)).toBeNull();
});

const KINDS: readonly MessageKind[] = [
  'renewal_notice',
  'renewal_charged',
  'trial_ending',
  'cancellation_confirmed',
  'refund',
  'price_change',
  'expired',
];

it('quotes verbatim and never throws on any text', () => {
  const pieces = fc.constantFrom(
    'Plan: ',
    'Gold',
    ' renews on ',
    '5 May 2026',
    '12,99 €',
    ' | ',
    '\n',
    'Total',
    ' per month',
    '\u200b',
    'É',
    '\u00ad',
    '１２',
    'n° ',
    '#A-12',
    'ﬁ',
    '😀',
    ' bis ',
    '31.12.',
    'Votre abonnement ',
    'préavis de 2 mois',
    '"',
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, text, fc.constantFrom(...KINDS), fc.constantFrom('en', 'fr', 'de', 'ja', 'und'), (subject, body, kind, language) => {
      const message = buildMessage({ subject, body });
      for (const { zone, quote, start, end } of extractFields(message, { kind, language, merchant: ACME }).reasons) {
        expect((zone === 'subject' ? message.subject : message.text.body).slice(start, end)).toBe(quote);
      }
    }),
  );
});

describe('what a confirmation proves', () => {
  const PROOFS: readonly (readonly [text: string, language: string, rules: Readonly<Record<string, string>>])[] = [
    [
      "Bonjour Camille,\n\nVotre abonnement est résilié. Votre demande a été reçue le 2 mars 2026. Jusqu'au 13 avril 2026, vous gardez l'accès. Aucun prélèvement ne sera effectué après cette date.",
      'fr',
      {
        'meter.who': 'Camille',
        'meter.received': 'Votre demande a été reçue le 2 mars 2026.',
        'meter.effects': "Jusqu'au 13 avril 2026, vous gardez l'accès.",
        'meter.no_further_charge': 'Aucun prélèvement ne sera effectué après cette date.',
      },
    ],
    [
      "Hi Tom,\n\nWe received your request on 3 March 2026. You'll still be able to use it until 5 April 2026. You won't be charged again.",
      'en',
      {
        'meter.who': 'Tom',
        'meter.received': 'We received your request on 3 March 2026.',
        'meter.effects': "You'll still be able to use it until 5 April 2026.",
        'meter.no_further_charge': "You won't be charged again.",
      },
    ],
    [
      'Hallo Jonas,\n\nes wird keine weitere Zahlung abgebucht.',
      'de',
      { 'meter.who': 'Jonas', 'meter.no_further_charge': 'es wird keine weitere Zahlung abgebucht.' },
    ],
    ['Account: ada@home.example\nYour plan is cancelled.', 'en', { 'meter.who': 'ada@home.example' }],
    // An address says more than a first name, a full name as much.
    ['Hi Ada,\n\nYour plan (ada@home.example) is cancelled.', 'en', { 'meter.who': 'ada@home.example' }],
    ['Bonjour Mme Lovelace,\n\nVotre abonnement (ada@home.example) est résilié.', 'fr', { 'meter.who': 'Mme Lovelace' }],
    // Nobody named, no day told, only a condition.
    ['Dear customer,\n\nWe received your request. If you pay now you will not be charged again.', 'en', {}],
    ['Madame, Monsieur,\n\nVotre abonnement ne sera pas renouvelé.', 'fr', {}],
    ['Dear Acme member,\n\nYour Acme subscription has been cancelled.', 'en', {}],
  ];
  const proofOf = (kind: MessageKind, language: string, body: string) => {
    const message = buildMessage({ body, to: [{ address: 'ada@home.example', name: 'Ada' }] });
    const { reasons } = extractFields(message, { kind, language, merchant: ACME });
    return Object.fromEntries(reasons.filter(({ field }) => field === 'proof').map(({ rule, quote }) => [rule, quote]));
  };
  it.each(PROOFS)('quotes "%s"', (body, language, rules) => {
    expect(proofOf('cancellation_confirmed', language, body)).toEqual(rules);
    expect(proofOf('renewal_charged', language, body)).toEqual({});
  });
});

it('leaves out what stands under a heading of the former contract', () => {
  const body = 'Previous gift\nAmount: 30.00 USD\nCurrent gift\nType: Annual\nAmount: 15.00 USD';
  expect(read('plan_changed', 'en', body).price).toBe('15.00 USD');
});

describe('days that are no renewal', () => {
  it.each<[MessageKind, string, string, string | undefined]>([
    ['signup', 'en', 'Your first payment was made on April 2nd 2026.', undefined],
    ['renewal_charged', 'en', 'Amount due: $12\nDue date: April 9, 2026\nRenewal date: May 2, 2026', '2026-05-02'],
    ['payment_failed', 'en', 'Your invoice INV10 is past due.\nDue Date: April 9, 2026', undefined],
    ['renewal_charged', 'fr', 'Prélevé le 2 avril 2026. Merci.', undefined],
    ['reactivated', 'en', 'Your next payment of $9 is due on May 2, 2026.', '2026-05-02'],
    [
      'renewal_notice',
      'fr',
      "Il sera reconduit le 5 mai 2026. Vous pouvez vous opposer à cette reconduction jusqu'au 20 avril 2026.",
      '2026-05-05',
    ],
  ])('%s "%s %s"', (kind, language, body, renewsOn) => {
    const found = read(kind, language, body);
    expect(found.renewsOn).toBe(renewsOn);
    expect(found.endsOn).toBeUndefined();
  });

  it('takes the day from which a contract is gone as its end', () => {
    expect(read('cancellation_confirmed', 'fr', 'Votre abonnement est annulé à compter du 1er avril 2026.').endsOn).toBe('2026-04-01');
  });
});

// Each repeats what one of the finders looks for; quadratic work would need many times longer for the double text.
const ADVERSARIAL = [
  '1',
  '1 ',
  '1.',
  '1,1',
  '$',
  '$1',
  '€ ',
  '5 may ',
  '5/',
  '1/1/',
  'plan ',
  'plan: ',
  'A ',
  'Your A ',
  'a | ',
  '|',
  'order #',
  'n° ',
  'every ',
  'automatic ',
  'within ',
  'at least 5 days before ',
  '\n',
  '-',
  '.',
  '"',
  'é',
  'renew ',
  'acme pro | 1 € ',
  'Acme Pro ',
  'hi a ',
  'request received ',
  'you keep access ',
  'no payment will ',
  'renewed for a ',
  'your monthly a ',
  '(monthly',
];

it.each(ADVERSARIAL)('does work in proportion to a text of %j', async (piece) => {
  for (const kind of ['renewal_notice', 'cancellation_confirmed'] as const) {
    const read = (share: number) => {
      const body = piece.repeat(Math.ceil((40_000 * share) / piece.length));
      extractFields(buildMessage({ body, subject: body.slice(0, 1000) }), { kind, language: 'en', merchant: ACME });
    };
    expect(await growth(read)).toBeLessThan(LINEAR_MAX);
  }
});

describe('an attached invoice', () => {
  const pdf = 'Facture F-2026-118\nTotal TTC | 12,99 €\nAbonnement mensuel\nProchain prélèvement | 3 mai 2026';
  const attachments = [{ filename: 'facture.pdf', contentType: 'application/pdf', sizeBytes: 9, text: pdf }];
  const read = (body: string, kind: 'renewal_charged' | 'cancellation_confirmed') =>
    extractFields(buildMessage({ subject: 'Votre facture', body, attachments }), { kind, language: 'fr', merchant: null });

  it('says what the mail leaves to it, quoted in its own zone', () => {
    const fields = read('Votre facture est jointe.', 'renewal_charged');
    expect([fields.price, fields.period, fields.renewsOn]).toEqual([{ amountMinor: 1299, currency: 'EUR' }, 'P1M', '2026-05-03']);
    const reason = fields.reasons.find(({ field }) => field === 'amount')!;
    expect([reason.zone, pdf.slice(reason.start, reason.end)]).toEqual(['document', reason.quote]);
  });

  it('never outvotes the mail, and says nothing about a cancellation', () => {
    expect(read('Nous avons prélevé 9,99 € pour votre abonnement.', 'renewal_charged').price).toEqual({
      amountMinor: 999,
      currency: 'EUR',
    });
    expect(read('Votre abonnement est résilié.', 'cancellation_confirmed')).toMatchObject({ price: null, endsOn: null, renewsOn: null });
    const whole = buildMessage({
      subject: 'Votre facture',
      body: 'Voir la pièce jointe.',
      attachments: [{ ...attachments[0]!, text: 'Votre abonnement a été résilié. Il reste actif jusqu’au 3 mai 2026.' }],
    });
    expect(classifyMessage(whole).kind).not.toBe('cancellation_confirmed');
  });
});
