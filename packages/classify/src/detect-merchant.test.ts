import { growth, LINEAR_MAX } from '@quittance/testing/work';
import { expect, it, describe } from 'vitest';
import fc from 'fast-check';
import { buildMessage } from '@quittance/testing/message-builder';
import { detectMerchant } from './detect-merchant.ts';
import { cleanName } from './merchants/clean-name.ts';
import { hasMixedScript, isOneEdit } from './merchants/lookalike.ts';
import { MERCHANTS } from './merchants/alias-table.ts';

function sender(address: string, name: string, subject = '', body = '', rest: object = {}) {
  return detectMerchant(buildMessage({ from: { address, name }, subject, body, ...rest }));
}

// address · display name · subject · body · merchant id · biller
type Case = readonly [address: string, name: string, subject: string, body: string, id: string | null, biller: string | null];

const CASES: readonly Case[] = [
  // Known services by registrable domain, whatever the subdomain and display name.
  ['info@account.netflix.com', 'Netflix', '', '', 'netflix', null],
  ['noreply@tm.openai.com', 'OpenAI', '', '', 'openai', null],
  ['no-reply@spotify.com', '', '', '', 'spotify', null],
  ['abonnement@info.lemonde.fr', 'Le Monde', '', '', 'lemonde', null],
  ['facture@free.fr', 'Free', '', '', 'free', null],
  ['facture@freetelecom.fr', 'Freebox', '', '', 'free', null],
  ['noreply@mail.hellofresh.fr', 'HelloFresh France', '', '', 'hellofresh', null],
  ['store-news@amazon.fr', 'Amazon.fr', 'Votre abonnement Amazon Prime', '', 'amazon-prime', null],
  ['no-reply@amazon.de', 'Prime Video', '', '', 'prime-video', null],
  ['microsoft-noreply@microsoft.com', 'Microsoft', 'Your Xbox Game Pass subscription', '', 'xbox', null],
  ['microsoft-noreply@microsoft.com', 'Microsoft', 'Microsoft 365 Family', '', 'microsoft-365', null],
  ['noreply@mail.sosh.fr', 'Sosh', '', '', 'sosh', null],
  // Stripe's templates from the merchant's own domain.
  ['invoice+statements@mail.anthropic.com', 'Anthropic, PBC', 'Your receipt from Anthropic, PBC #2031-4471', '', 'anthropic', 'stripe'],
  ['receipts+acct_1x@tinyforge.example', 'Tinyforge', 'Your receipt from Tinyforge #1234-5678', '', 'tinyforge.example', 'stripe'],
  // Intermediaries: the merchant stands in a slot.
  ['receipts@stripe.com', 'Tinyforge', 'Your receipt from Tinyforge #1234-5678', '', 'tinyforge', 'stripe'],
  ['invoice+statements+acct_1@stripe.com', 'OpenAI via Stripe', 'Your receipt from OpenAI, LLC #2031-4471', '', 'openai', 'stripe'],
  ['service@paypal.com', 'PayPal', 'Receipt for your payment to Spotify AB', '', 'spotify', 'paypal'],
  ['service@paypal.fr', 'PayPal', 'Reçu pour votre paiement à Deezer SA', '', 'deezer', 'paypal'],
  ['service@paypal.com', 'PayPal', 'You have a receipt', 'Merchant | Nordic Yarn Club\nAmount | $12.00', 'nordic-yarn-club', 'paypal'],
  ['service@paypal.com', 'PayPal', 'Your statement', 'Nothing is named here.', null, 'paypal'],
  [
    'no_reply@email.apple.com',
    'Apple',
    'Your subscription is expiring',
    'App | Strava: Run, Bike, Hike\nSubscription | Premium',
    'strava',
    'apple',
  ],
  [
    'no_reply@email.apple.com',
    'Apple',
    'Votre reçu Apple',
    'App Store\nHeadspace: Sleep & Meditation\nHeadspace Annual (Automatic Renewal)\nRenews 1 December 2026\n€57.99',
    'headspace',
    'apple',
  ],
  ['no_reply@email.apple.com', 'Apple', 'Your receipt from Apple.', 'iCloud+ with 200 GB storage\n€2.99', 'icloud', null],
  ['no_reply@email.apple.com', 'Apple', 'Your receipt from Apple.', 'Order ID: MX1234567\nTotal 9.99', null, 'apple'],
  ['googleplay-noreply@google.com', 'Google Play', 'Your subscription from Calm has been cancelled', '', 'calm', 'google-play'],
  [
    'googleplay-noreply@google.com',
    'Google Play',
    'Your Google Play Order Receipt',
    'Premium monthly (Komoot: Hike, Bike & Run) | €4.99/month',
    'komoot',
    'google-play',
  ],
  // A store names app, plan and developer, in each mail others of them: one service.
  [
    'no_reply@email.apple.com',
    'Apple',
    'Votre reçu Apple',
    'NUMÉRO DE COMMANDE | MK5XQ2LB7T\nMéditaZen Premium (mensuel) | 7,99 €\nSe renouvelle le | 28 octobre 2026\nTOTAL | 7,99 €',
    'meditazen',
    'apple',
  ],
  [
    'no_reply@email.apple.com',
    'Apple',
    'Your receipt from Apple.',
    'ORDER ID | MK5XQ2LB7T\nMéditaZen Premium (monthly) | $7.99\nRenews October 28, 2026\nTOTAL | $7.99',
    'meditazen',
    'apple',
  ],
  [
    'no_reply@email.apple.com',
    'Apple',
    'Subscription Confirmation',
    'App | Yogami\nSubscription | Yogami Unlimited (monthly)\nRenewal price | $9.99 / month',
    'yogami',
    'apple',
  ],
  ['no_reply@email.apple.com', 'Apple', 'Subscription expiring', 'You cancelled your Yogami Unlimited subscription.', 'yogami', 'apple'],
  [
    'googleplay-noreply@google.com',
    'Google Play',
    'Your Google Play Order Receipt',
    'Your subscription from Sketchly Studio on Google Play continues.\nItem | Sketchly Pro (Sketchly)\nPrice | $4.99/month',
    'sketchly',
    'google-play',
  ],
  [
    'googleplay-noreply@google.com',
    'Google Play',
    'Your subscription to Sketchly Pro has been canceled',
    'Your subscription to Sketchly Pro from Sketchly Studio on Google Play has been canceled.',
    'sketchly',
    'google-play',
  ],
  [
    'googleplay-noreply@google.com',
    'Google Play',
    'Your Google Play Order Receipt',
    'YouTube Premium (YouTube) | €12.99/month',
    'youtube',
    null,
  ],
  [
    'no_reply@email.apple.com',
    'Apple',
    'Your receipt from Apple.',
    'Disney+\nPremium (Monthly)\nRenews 5 May 2026 | $10',
    'disney-plus',
    'apple',
  ],
  ['googleone-noreply@google.com', 'Google One', 'Your Google One plan', 'Your Google One membership renews', 'google-one', null],
  ['help@paddle.com', 'Pixel Garden via Paddle', 'Your receipt', '', 'pixel-garden', 'paddle'],
  ['help@paddle.com', 'Paddle.com', 'Your Pixel Garden subscription', '', 'pixel-garden', 'paddle'],
  ['orders@fastspring.com', 'Inkwell Software', 'Your order', '', 'inkwell-software', 'fastspring'],
  ['bingo@patreon.com', 'Patreon', 'Your membership to Chess Stories', '', 'chess-stories', 'patreon'],
  ['weeklynotes@substack.com', 'Weekly Notes', 'Receipt', '', 'weekly-notes', 'substack'],
  ['billing@northshop.myshopify.com', '', 'Order', '', 'northshop.myshopify.com', 'shopify'],
  ['no-reply@amazon.com', 'Amazon', 'Your subscription to Paramount+ on Prime Video Channels', '', 'paramount-plus', 'amazon'],
  // Carriers are never the merchant.
  ['bounce@em123.sendgrid.net', 'Quiet Reader', 'Your invoice', '', 'quiet-reader', null],
  ['bounce@amazonses.com', 'Netflix', 'Hello', '', 'netflix', null],
  // Unknown houses: id is the registrable domain, the name is cleaned.
  ['billing@mail.wren-notes.example', 'Wren Notes Billing', '', '', 'wren-notes.example', null],
  ['hello@wren-notes.example', '', 'Welcome', 'Thanks for choosing Wren Notes!', 'wren-notes.example', null],
  ['contact@asso.example', 'Les Jardins Partagés', '', '', 'asso.example', null],
  // People's own addresses.
  ['marie.dupont@gmail.com', 'Marie Dupont', 'Fwd: Netflix', '', null, null],
  ['j.martin@orange.fr', 'Jean Martin', 'Résiliation', '', null, null],
  ['info@orange.fr', 'Orange', 'Votre facture', '', 'orange', null],
  ['', '', '', '', null, null],
];

it.each(CASES.map((entry) => ({ entry })))('finds the merchant of $entry', ({ entry: [address, name, subject, body, id, biller] }) => {
  const found = sender(address, name, subject, body);
  expect({ id: found.merchant?.id ?? null, biller: found.biller }).toEqual({ id, biller });
});

it('takes the domain of Reply-To for mail that a carrier sent', () => {
  const found = sender('bounce@sendgrid.net', 'Wren Notes', '', '', { replyTo: { address: 'help@wren-notes.example', name: '' } });
  expect(found).toMatchObject({ merchant: { id: 'wren-notes.example', name: 'Wren Notes' }, senderClass: 'esp' });
});

it('reads a forward by its inner sender', () => {
  const forwarded = { from: { address: 'info@netflix.com', name: 'Netflix' }, subject: null, sentAt: null, bodyStart: 0 };
  expect(sender('marie@gmail.com', 'Marie', 'Fwd: your receipt', '', { forwarded }).merchant?.id).toBe('netflix');
});

it('reads the seller from structured data of an intermediary', () => {
  const structuredData = [{ '@type': 'Order', seller: { '@type': 'Organization', name: 'Nordic Yarn Club' } }, null, 'x'];
  expect(sender('service@paypal.com', 'PayPal', 'Receipt', '', { structuredData }).merchant?.name).toBe('Nordic Yarn Club');
});

describe('names of unknown houses', () => {
  const NAMES: readonly (readonly [displayed: string, name: string])[] = [
    ['The Acme Team', 'Acme'],
    ['Acme Billing', 'Acme'],
    ['Acme Customer Support', 'Acme'],
    ['Acme (no-reply)', 'Acme'],
    ['Acme via Stripe', 'Acme'],
    ['Acme, Inc.', 'Acme'],
    ['Acme GmbH', 'Acme'],
    ['Acme SAS', 'Acme'],
    ['Acme S.à r.l.', 'Acme'],
    ['Léa de chez Acme', 'Acme'],
    ['Jay from Acme', 'Acme'],
    ["L'équipe Acme", 'Acme'],
    ['Acme - Service Client', 'Acme'],
    ['Service client Acme', 'Acme'],
    ['Acme Facturation', 'Acme'],
    ['no-reply', ''],
    ['Billing', ''],
    ['noreply@acme.example', ''],
    ['Service client', ''],
    ['The Economist', 'The Economist'],
    ['Clube do Livro São Paulo', 'Clube do Livro São Paulo'],
  ];
  it.each(NAMES)('cleans "%s"', (displayed, name) => {
    expect(cleanName(displayed)).toBe(name);
  });
});

describe('suspicions', () => {
  const SUSPICIOUS: readonly (readonly [address: string, name: string, codes: string])[] = [
    ['info@netf1ix.com', 'Netflix', 'lookalike_domain display_name_mismatch'],
    ['service@paypaI.com'.toLowerCase(), 'PayPal', 'lookalike_domain display_name_mismatch'],
    ['info@rnicrosoft.com', 'Support', 'lookalike_domain'],
    ['info@spotlfy.com', 'Spotify', 'lookalike_domain display_name_mismatch'],
    ['no-reply@googel.com', 'Google Play', 'lookalike_domain display_name_mismatch'],
    ['info@secure-netflix.com', '', 'lookalike_domain'],
    ['info@openai-support-center.com', '', 'lookalike_domain'],
    ['info@netflix.com.account-check.example', '', 'lookalike_domain'],
    ['info@xn--ntflix-7of.com', '', ''],
    ['team@account-update.example', 'Netflix', 'display_name_mismatch'],
    ['billing@gmail.com', 'Spotify Billing', 'display_name_mismatch'],
    ['info@netflix.com', 'Netflix', ''],
    ['info@amazon.de', 'Amazon', ''],
    ['info@netflix.de', 'Netflix', ''],
    ['info@applesauce.example', 'Applesauce', ''],
    ['info@pineapple.example', 'Pineapple', ''],
    ['info@motion.example', 'Motion', ''],
    ['info@vendor.example', 'Vendor', ''],
    ['info@orange-grove.example', 'Orange Grove', ''],
    ['receipts@stripe.com', 'OpenAI', ''],
    ['bounce@sendgrid.net', 'Netflix', ''],
    ['shop@studio.example', 'Medium', ''],
    ['hello@superia.example', 'Super IA', ''],
  ];
  it.each(SUSPICIOUS)('judges %s "%s"', (address, name, codes) => {
    expect(sender(address, name).suspicions.join(' ')).toBe(codes);
  });

  it('takes a neighbour in spelling for an imitation only where the mail names the brand', () => {
    const text = (body: string) => sender('hello@netflixx.example', 'Customer care', 'Your account', body).suspicions.join(' ');
    expect([text('Your Netflix plan will be closed.'), text('Your plan will be closed.')]).toEqual(['lookalike_domain', '']);
  });

  it('gives a dressed-up sender its own domain as name', () => {
    expect(sender('info@netf1ix.com', 'Netflix').merchant).toEqual({ id: 'netf1ix.com', name: 'netf1ix.com', domains: ['netf1ix.com'] });
  });

  it('sees letters of two scripts in one word', () => {
    expect(hasMixedScript('Your Nеtflix plan')).toBe(true);
    expect(hasMixedScript('Ваш Netflix и α-тест')).toBe(false);
    expect(hasMixedScript('Ваш план \ufffdтекст')).toBe(false);
    expect(sender('a@shop.example', 'Shop', 'Your Nеtflix plan').suspicions).toContain('mixed_script');
  });

  it('measures one edit', () => {
    expect([
      isOneEdit('google', 'googel'),
      isOneEdit('google', 'gogle'),
      isOneEdit('google', 'google'),
      isOneEdit('google', 'goggel'),
    ]).toEqual([true, true, false, false]);
  });
});

it('has a table of distinct services', () => {
  expect(MERCHANTS.length).toBeGreaterThan(150);
  expect(new Set(MERCHANTS.map(({ id }) => id)).size).toBe(MERCHANTS.length);
  for (const { id, domains } of MERCHANTS) {
    expect(id).toMatch(/^[a-z0-9][a-z0-9-]*$/);
    for (const domain of domains) expect(domain).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/);
  }
});

it('quotes verbatim and never throws, whatever the sender', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.string(),
      fc.string(),
      fc.constantFrom('stripe.com', 'paypal.com', 'xn--a.com', 'x', ''),
      (name, subject, body, domain) => {
        const message = buildMessage({
          from: { address: `a@${domain}`, name },
          subject,
          body: `Your receipt from ${body} #1\nMerchant: ${name}`,
        });
        for (const { zone, quote, start, end } of detectMerchant(message).reasons) {
          expect((zone === 'subject' ? message.subject : message.text.body).slice(start, end)).toBe(quote);
        }
      },
    ),
  );
});

it.each(['a | 1 € ', 'a (b) | 1 €\n', 'item | a\n', '(a', 'Renews\n', 'pro ', 'a, '])(
  'does work in proportion to what a store writes of %j',
  async (piece) => {
    const read = (share: number) => sender('no_reply@email.apple.com', 'Apple', 'Receipt', piece.repeat((200_000 * share) / piece.length));
    expect(await growth(read)).toBeLessThan(LINEAR_MAX);
  },
);
