// Mails of the common senders, three kinds of each, laid out as such mails are: invented values, the rows under the labels the sender uses. And what an adapter
// must not do: speak for another sender, or make a mail out to be something.
import { formatDecimal } from '@quittance/domain/money';
import { buildMessage } from '@quittance/testing/message-builder';
import { describe, expect, it } from 'vitest';
import { classifyMessage } from '../classify-message.ts';
import { detectMerchant } from '../detect-merchant.ts';
import { readFieldMails } from '../field-mails/read-field-mails.ts';
import { readSender } from '../merchants/read-sender.ts';
import { FIXTURES_EN } from './fixtures-en.ts';
import { FIXTURES_FR } from './fixtures-fr.ts';
import { SENDER_ADAPTERS } from './sender-adapters.ts';

interface Fixture {
  readonly from: string;
  readonly name: string;
  readonly subject: string;
  readonly body: string;
  readonly kind: string;
  readonly merchant: string;
  /** plan · price · next charge · end · reference; `-` for nothing. */
  readonly reads: string;
}

const f = (from: string, name: string, subject: string, body: string, kind: string, merchant: string, reads: string): Fixture => ({
  from,
  name,
  subject,
  body,
  kind,
  merchant,
  reads,
});

// The day of every mail is 2 April 2026.
const FIXTURES: readonly Fixture[] = [
  f(
    'no_reply@email.apple.com',
    'Apple',
    'Your subscription confirmation',
    'Your subscription is confirmed.\nApp | Brushline\nSubscription | Brushline Studio\nRenewal price | $4.99/month\nDate of renewal | 2 May 2026\nOrder ID | MQ5T7XK21',
    'signup',
    'Brushline',
    'Brushline Studio · 4.99 USD · 2026-05-02 · - · MQ5T7XK21',
  ),
  f(
    'googleplay-noreply@google.com',
    'Google Play',
    'Your Google Play order receipt',
    'Thank you. You made a purchase from Brushline on Google Play.\nYour subscription will automatically renew.\nOrder number: GPA.3312-4471-9021-55310\nItem | Price\nPro (Brushline) | €3.49\nTotal | €3.49\nRenews on | 2 May 2026',
    'renewal_charged',
    'Brushline',
    'Pro · 3.49 EUR · 2026-05-02 · - · GPA.3312-4471-9021-55310',
  ),
  f(
    'service@paypal.fr',
    'PayPal',
    'Reçu pour votre paiement à Marelle SAS',
    'Vous avez payé 8,90 € à Marelle SAS pour votre abonnement.\nNuméro de transaction | 7HX91234KL556677A\nMontant | 8,90 €\nProchain paiement | 2 mai 2026',
    'renewal_charged',
    'Marelle',
    '- · 8.90 EUR · 2026-05-02 · - · 7HX91234KL556677A',
  ),
  f(
    'receipts@stripe.com',
    'Tinyforge',
    'Your receipt from Tinyforge #1234-5678',
    'Receipt from Tinyforge\nReceipt number | 1234-5678\nAmount paid | $12.00\nTinyforge Pro subscription\nNext billing date | May 2, 2026',
    'renewal_charged',
    'Tinyforge',
    'Pro · 12.00 USD · 2026-05-02 · - · 1234-5678',
  ),
  f(
    'help@paddle.com',
    'Paddle',
    'Your receipt from Outliner',
    'Thank you for your payment.\nProduct | Outliner Teams\nOrder number | 5512-88131\nTotal | £18.00\nNext payment date | 2 May 2026\nYour subscription renews every month.',
    'renewal_charged',
    'Outliner',
    'Outliner Teams · 18.00 GBP · 2026-05-02 · - · 5512-88131',
  ),
  f(
    'prime@amazon.fr',
    'Amazon Prime',
    'Votre abonnement Amazon Prime sera renouvelé',
    'Votre abonnement sera renouvelé automatiquement.\nType d’abonnement | Prime annuel\nMontant | 69,90 €\nDate de renouvellement | 2 mai 2026',
    'renewal_notice',
    'Amazon Prime',
    'Prime annuel · 69.90 EUR · 2026-05-02 · - · -',
  ),
  f(
    'info@account.netflix.com',
    'Netflix',
    'Your membership has been cancelled',
    'Your membership has been cancelled as you requested.\nPlan | Standard with ads\nMembership ends | May 2, 2026',
    'cancellation_confirmed',
    'Netflix',
    'Standard with ads · - · - · 2026-05-02 · -',
  ),
  f(
    'no-reply@spotify.com',
    'Spotify',
    'Your Spotify receipt',
    'Thanks for your payment.\nPlan: Premium Duo\nOrder number: 4471-2290-11\nTotal: 14,99 €\nNext billing date: 2 May 2026',
    'renewal_charged',
    'Spotify',
    'Premium Duo · 14.99 EUR · 2026-05-02 · - · 4471-2290-11',
  ),
  f(
    'disneyplus@trx.mail2.disneyplus.com',
    'Disney+',
    'Votre abonnement est activé',
    'Bienvenue, votre abonnement est activé.\nAbonnement | Disney+ Premium\nPrix | 15,99 €\nProchaine date de facturation | 2 mai 2026',
    'signup',
    'Disney+',
    'Disney+ Premium · 15.99 EUR · 2026-05-02 · - · -',
  ),
  f(
    'microsoft-noreply@microsoft.com',
    'Microsoft',
    'Your Microsoft 365 subscription will renew',
    'Your subscription will renew automatically.\nSubscription: Microsoft 365 Family\nPrice: $129.99\nRenewal date: May 2, 2026\nOrder number: 8841002331',
    'renewal_notice',
    'Microsoft 365',
    'Microsoft 365 Family · 129.99 USD · 2026-05-02 · - · 8841002331',
  ),
  f(
    'message@adobe.com',
    'Adobe',
    'Your Adobe plan has been renewed',
    'Your plan has been renewed. Thank you for your payment.\nPlan | Photography (20 GB)\nOrder number | AD 77120045\nTotal | €12.09\nNext billing date | 2 May 2026',
    'renewal_charged',
    'Adobe',
    'Photography (20 GB) · 12.09 EUR · 2026-05-02 · - · AD 77120045',
  ),
  f(
    'no-reply@dropbox.com',
    'Dropbox',
    'Your Dropbox receipt',
    'Thanks for your payment for your subscription.\nPlan | Dropbox Plus\nInvoice number | 9Q2T-4471\nTotal | $11.99\nNext billing date | May 2, 2026',
    'renewal_charged',
    'Dropbox',
    'Dropbox Plus · 11.99 USD · 2026-05-02 · - · 9Q2T-4471',
  ),
  f(
    'noreply@tm.openai.com',
    'OpenAI',
    'Your ChatGPT subscription',
    'Thanks for subscribing to ChatGPT. Your subscription is now active.\nPlan | ChatGPT Plus\nTotal | $20.00\nNext billing date | May 2, 2026',
    'signup',
    'OpenAI',
    'ChatGPT Plus · 20.00 USD · 2026-05-02 · - · -',
  ),
  f(
    'invoice+statements@mail.anthropic.com',
    'Anthropic, PBC',
    'Your receipt from Anthropic, PBC #2031-4471',
    'Receipt from Anthropic, PBC\nReceipt number | 2031-4471\nAmount paid | $20.00\nPlan | Claude Pro\nNext billing date | May 2, 2026',
    'renewal_charged',
    'Anthropic',
    'Claude Pro · 20.00 USD · 2026-05-02 · - · 2031-4471',
  ),
  f(
    'abonnement@canal-plus.com',
    'CANAL+',
    'Confirmation de votre résiliation',
    'Nous confirmons la résiliation de votre abonnement.\nOffre : CANAL+ Ciné Séries\nNuméro d’abonné : 0412345678\nFin de contrat : 2 mai 2026',
    'cancellation_confirmed',
    'Canal+',
    'CANAL+ Ciné Séries · - · - · 2026-05-02 · 0412345678',
  ),
  f(
    'facture@orange.fr',
    'Orange',
    'Votre facture Orange',
    'Votre facture est disponible, merci pour votre paiement.\nOffre | Livebox Up Fibre\nMontant prélevé | 44,99 €\nDate de prélèvement | 12 avril 2026\nNuméro de client | 300 441 229',
    'renewal_charged',
    'Orange',
    'Livebox Up Fibre · 44.99 EUR · 2026-04-12 · - · 300 441 229',
  ),
  f(
    'facture@free-mobile.fr',
    'Free Mobile',
    'Votre facture Free Mobile',
    'Votre facture est disponible, nous avons prélevé votre abonnement.\nIdentifiant : 21884412\nForfait : Forfait 5G+\nMontant prélevé : 19,99 €',
    'renewal_charged',
    'Free Mobile',
    'Forfait 5G+ · 19.99 EUR · - · - · 21884412',
  ),
  f(
    'facture@sfr.fr',
    'SFR',
    'Votre facture SFR',
    'Votre paiement a bien été reçu, merci.\nOffre : Fibre Premium\nMontant TTC : 49,00 €\nNuméro de client : 118 223 901',
    'renewal_charged',
    'SFR',
    'Fibre Premium · 49.00 EUR · - · - · 118 223 901',
  ),
  f(
    'noreply@bouyguestelecom.fr',
    'Bouygues Telecom',
    'Résiliation de votre ligne',
    'Votre abonnement a bien été résilié, comme vous l’avez demandé.\nOffre : Bbox Must\nDate de résiliation : 2 mai 2026\nNuméro de contrat : 77120045',
    'cancellation_confirmed',
    'Bouygues Telecom',
    'Bbox Must · - · - · 2026-05-02 · 77120045',
  ),
  f(
    'noreply@basic-fit.com',
    'Basic-Fit',
    'Confirmation de résiliation',
    'Nous confirmons la résiliation de votre abonnement Basic-Fit.\nFormule : Premium\nNuméro de membre : 10044712\nDate de fin d’abonnement : 2 mai 2026',
    'cancellation_confirmed',
    'Basic-Fit',
    'Premium · - · - · 2026-05-02 · 10044712',
  ),
  f(
    'abonnement@info.lemonde.fr',
    'Le Monde',
    'Votre abonnement sera renouvelé',
    'Votre abonnement sera renouvelé automatiquement.\nFormule : Intégrale numérique\nTarif : 12,99 €\nProchaine échéance : 2 mai 2026\nNuméro d’abonné : 884471',
    'renewal_notice',
    'Le Monde',
    'Intégrale numérique · 12.99 EUR · 2026-05-02 · - · 884471',
  ),
  f(
    'no-reply@deezer.com',
    'Deezer',
    'Votre reçu',
    'Merci pour votre paiement.\nOffre : Deezer Duo\nPrix : 15,99 €\nProchaine date de facturation : 2 mai 2026',
    'renewal_charged',
    'Deezer',
    'Deezer Duo · 15.99 EUR · 2026-05-02 · - · -',
  ),
  f(
    'donotreply@audible.com',
    'Audible',
    'Your Audible membership has been cancelled',
    'Your membership has been cancelled. You will not be charged again.\nMembership plan | Premium Plus\nMembership ends | May 2, 2026',
    'cancellation_confirmed',
    'Audible',
    'Premium Plus · - · - · 2026-05-02 · -',
  ),
  f(
    'noreply@github.com',
    'GitHub',
    '[GitHub] Payment receipt',
    'We received payment for your GitHub subscription. Thanks for your payment.\nPlan: Copilot Pro\nTransaction ID: 1A2B3C4D\nAmount: $10.00 USD\nNext payment due: 2026-05-02',
    'renewal_charged',
    'GitHub',
    'Copilot Pro · 10.00 USD · 2026-05-02 · - · 1A2B3C4D',
  ),
  f(
    'support@ovh.com',
    'OVHcloud',
    'Renouvellement de votre service',
    'Votre service sera renouvelé automatiquement.\nService : Hébergement Pro\nMontant TTC : 86,26 €\nDate de renouvellement automatique : 02/05/2026\nNuméro de commande : 210447122',
    'renewal_notice',
    'OVHcloud',
    'Hébergement Pro · 86.26 EUR · 2026-05-02 · - · 210447122',
  ),
];

const read = ({ from, name, subject, body }: Pick<Fixture, 'from' | 'name' | 'subject' | 'body'>) =>
  classifyMessage(buildMessage({ from: { address: from, name }, subject, body }));

it.each(FIXTURES)('$merchant by $from', (fixture) => {
  const found = read(fixture);
  const price = found.price ? `${formatDecimal(found.price)} ${found.price.currency}` : null;
  const fields = [found.plan, price, found.renewsOn, found.endsOn, found.reference].map((value) => value ?? '-').join(' · ');
  expect([found.kind, found.merchant?.name, fields]).toEqual([fixture.kind, fixture.merchant, fixture.reads]);
  // Every value stands in the mail as quoted.
  for (const { quote, zone, start, end } of found.reasons) {
    if (zone === 'body') expect(fixture.body.slice(start, end)).toBe(quote);
  }
});

const MAILS = [...readFieldMails(FIXTURES_EN), ...readFieldMails(FIXTURES_FR)];

it.each(MAILS)('$kind | $from.address | $subject', ({ kind, from, subject, body, stated }) => {
  const found = classifyMessage(buildMessage({ from, subject, body }));
  const price = found.price ? `${formatDecimal(found.price)} ${found.price.currency}` : null;
  const { merchant, biller, plan, period, renewsOn: renews, endsOn: ends, effectiveOn: effective, reference: ref } = found;
  const fields: Record<string, unknown> = { merchant: merchant?.name, biller, plan, price, period, renews, ends, effective, ref };
  expect(found.kind).toBe(kind);
  expect(Object.fromEntries(Object.keys(stated).map((name) => [name, fields[name]]))).toEqual(stated);
});

const adapterOf = (address: string) => SENDER_ADAPTERS.find(({ domains }) => domains.some((domain) => address.endsWith(domain)))?.id;

it('knows each of its senders by one adapter, and each adapter three kinds of mail', () => {
  const domains = SENDER_ADAPTERS.flatMap((adapter) => adapter.domains);
  expect(new Set(domains).size).toBe(domains.length);
  expect(SENDER_ADAPTERS).toHaveLength(25);
  const kinds = Map.groupBy([...FIXTURES, ...MAILS.map(({ from, kind }) => ({ from: from.address, kind }))], ({ from }) => adapterOf(from));
  for (const { id } of SENDER_ADAPTERS) expect(new Set(kinds.get(id)!.map(({ kind }) => kind)).size, id).toBeGreaterThanOrEqual(3);
});

// The same words from a domain dressed up as the sender's: no slot is believed, and it is not that house.
const DRESSED_UP: readonly ((domain: string) => string)[] = [
  (domain) => `billing@${domain}.account-help.example`,
  (domain) => `billing@secure-${domain.split('.')[0]!}.example`,
  (domain) => `billing@${domain.replace(/^(.)/, '$1$1')}`,
];

it.each(MAILS)('does not believe who writes like $from.address: $subject', ({ from, subject, body }) => {
  const genuine = detectMerchant(buildMessage({ from, subject, body }));
  const { registrable } = readSender(from);
  for (const dress of DRESSED_UP) {
    const message = buildMessage({ from: { ...from, address: dress(registrable) }, subject, body });
    const { reasons, merchant } = classifyMessage(message);
    expect(reasons.filter(({ rule }) => rule.startsWith('adapter.'))).toEqual([]);
    expect(merchant?.id ?? null).not.toBe(genuine.merchant?.id);
  }
});

describe('an adapter', () => {
  const body = 'Plan | Standard with ads\nMembership ends | May 2, 2026';
  const netflix = { from: 'info@account.netflix.com', name: 'Netflix', subject: 'Netflix' };

  it('makes no mail out to be something', () => {
    expect(read({ ...netflix, body: 'Plan | Standard with ads\nPrice | 9,99 €' }).kind).toBe('other');
  });

  it('gets past no veto', () => {
    const denied = read({ ...netflix, body: `Your membership has not been cancelled.\n${body}` });
    expect(`${denied.kind} ${denied.decided}`).not.toBe('cancellation_confirmed auto');
    const conditional = read({ ...netflix, body: `If your membership has been cancelled, ignore this.\n${body}` });
    expect(`${conditional.kind} ${conditional.decided}`).not.toBe('cancellation_confirmed auto');
  });

  it('does not speak for another sender', () => {
    const lookalike = read({ ...netflix, from: 'info@account-netf1ix.example', body: `Your membership has been cancelled.\n${body}` });
    expect(lookalike.reasons.some(({ rule }) => rule.startsWith('adapter.'))).toBe(false);
  });
});
