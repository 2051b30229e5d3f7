// How the mails of the most common senders name their facts: per sender the domains it writes from and the labels of its rows. Labels are
// folded, the likeliest first. Data of read-adapter.ts; what kind of mail it is, and whether to believe it, is decided without them.

export type SlotName = 'plan' | 'amount' | 'renews_on' | 'ends_on' | 'reference';

export interface SenderAdapter {
  readonly id: string;
  /** Registrable domains of the From address. */
  readonly domains: readonly string[];
  readonly slots: Readonly<Partial<Record<SlotName, readonly string[]>>>;
}

function adapter(id: string, domains: string, slots: Partial<Record<SlotName, string>>): SenderAdapter {
  const lists = Object.entries(slots).map(([name, labels]) => [name, labels.split('|')] as const);
  return { id, domains: domains.split('|'), slots: Object.fromEntries(lists) };
}

const NEXT =
  'next billing date|next payment date|next payment|renewal date|prochaine date de facturation|date de la prochaine facturation|prochain prelevement|prochain paiement|date de renouvellement|nachste zahlung|nachstes abrechnungsdatum|verlangerungsdatum';
const END = "access until|end date|expiration date|acces jusqu'au|date de fin|date d'expiration|enddatum";
const ORDER = 'order number|order id|numero de commande|n° de commande|bestellnummer';
const TOTAL = 'total charged|amount paid|amount charged|montant paye|montant preleve|total ttc|total|montant total|gesamtbetrag|gesamt';

export const SENDER_ADAPTERS: readonly SenderAdapter[] = [
  adapter('apple', 'apple.com', {
    plan: 'subscription|plan|abonnement|formule|abo',
    amount: 'renewal price|prix de renouvellement|verlangerungspreis|price|prix|total|gesamt',
    renews_on: `${NEXT}|date of renewal`,
    ends_on: END,
    reference: ORDER,
  }),
  adapter('google-play', 'google.com', { amount: `price|prix|${TOTAL}`, renews_on: `${NEXT}|renews on`, ends_on: END, reference: ORDER }),
  adapter('paypal', 'paypal.com|paypal.fr|paypal.de|paypal.co.uk|paypal.es|paypal.it', {
    amount: `payment amount|montant du paiement|${TOTAL}|amount|montant|betrag|importe`,
    renews_on: NEXT,
    reference:
      'automatic payment id|profile id|identifiant du paiement automatique|transaction id|numero de transaction|n° de transaction|transaktionscode',
  }),
  adapter('stripe', 'stripe.com', {
    amount: `${TOTAL}|montant`,
    renews_on: NEXT,
    reference: 'receipt number|invoice number|numero de recu|numero de facture|belegnummer|rechnungsnummer',
  }),
  adapter('paddle', 'paddle.com|paddle.net', {
    plan: 'product|produit|produkt',
    amount: TOTAL,
    renews_on: NEXT,
    reference: `${ORDER}|receipt number`,
  }),
  adapter('amazon-prime', 'amazon.com|amazon.fr|amazon.de|amazon.co.uk|amazon.es|amazon.it', {
    plan: "membership type|plan|type d'abonnement|formule|mitgliedschaft",
    amount: `amount|montant|betrag|${TOTAL}`,
    renews_on: NEXT,
    ends_on: `membership ends|benefits end date|fin de l'abonnement|${END}`,
  }),
  adapter('netflix', 'netflix.com', {
    plan: 'plan|forfait|offre|abo|tarif',
    amount: `monthly price|prix mensuel|monatspreis|price|prix|${TOTAL}`,
    renews_on: NEXT,
    ends_on: `membership ends|fin de l'abonnement|${END}`,
  }),
  adapter('spotify', 'spotify.com', {
    plan: 'plan|product|abonnement|produit|abo',
    amount: TOTAL,
    renews_on: NEXT,
    ends_on: END,
    reference: `${ORDER}|invoice number|numero de facture`,
  }),
  adapter('disney-plus', 'disneyplus.com', {
    plan: 'subscription|plan|abonnement|offre',
    amount: `price|prix|preis|${TOTAL}`,
    renews_on: NEXT,
    ends_on: END,
    reference: ORDER,
  }),
  adapter('microsoft', 'microsoft.com|microsoftonline.com', {
    plan: 'subscription|product|abonnement|produit|produkt',
    amount: `price|renewal price|prix|${TOTAL}`,
    renews_on: `recurring billing date|date de facturation periodique|${NEXT}`,
    ends_on: END,
    reference: ORDER,
  }),
  adapter('adobe', 'adobe.com', { plan: 'plan|plan name|formule|abo', amount: TOTAL, renews_on: NEXT, ends_on: END, reference: ORDER }),
  adapter('dropbox', 'dropbox.com|dropboxmail.com', {
    plan: 'plan|forfait',
    amount: TOTAL,
    renews_on: NEXT,
    ends_on: END,
    reference: 'invoice number|numero de facture',
  }),
  adapter('openai', 'openai.com|chatgpt.com', {
    plan: 'plan|formule',
    amount: TOTAL,
    renews_on: NEXT,
    ends_on: END,
    reference: 'invoice number|receipt number|numero de facture',
  }),
  adapter('anthropic', 'anthropic.com|claude.com', {
    plan: 'plan|formule',
    amount: TOTAL,
    renews_on: NEXT,
    ends_on: END,
    reference: 'receipt number|invoice number|numero de recu',
  }),
  adapter('canal-plus', 'canal-plus.com|canalplus.com', {
    plan: 'offre|votre offre|formule',
    amount: 'montant du prelevement|montant mensuel|tarif|montant',
    renews_on: `date de prelevement|${NEXT}`,
    ends_on: `date de resiliation effective|fin de contrat|${END}`,
    reference: "numero d'abonne|n° d'abonne|numero de contrat",
  }),
  adapter('orange', 'orange.fr|orange.com', {
    plan: 'offre|votre offre|forfait',
    amount: 'montant a payer|montant preleve|montant ttc|montant de la facture|montant|total ttc',
    renews_on: `date de prelevement|${NEXT}`,
    ends_on: `date de resiliation|${END}`,
    reference: 'numero de client|n° client|reference client|numero de facture',
  }),
  adapter('free', 'free.fr|free-mobile.fr|freetelecom.fr', {
    plan: 'forfait|offre|abonnement',
    amount: 'montant preleve|montant ttc|montant de la facture|montant|total ttc',
    renews_on: `date de prelevement|${NEXT}`,
    ends_on: `date de resiliation|${END}`,
    reference: 'identifiant|identifiant freebox|numero de facture|n° de facture',
  }),
  adapter('sfr', 'sfr.fr|red-by-sfr.fr', {
    plan: 'offre|forfait|votre offre',
    amount: 'montant preleve|montant ttc|montant de la facture|montant|total ttc',
    renews_on: `date de prelevement|${NEXT}`,
    ends_on: `date de resiliation|${END}`,
    reference: 'numero de client|n° client|numero de contrat|numero de facture',
  }),
  adapter('bouygues-telecom', 'bouyguestelecom.fr', {
    plan: 'offre|forfait|votre offre',
    amount: 'montant preleve|montant ttc|montant de la facture|montant|total ttc',
    renews_on: `date de prelevement|${NEXT}`,
    ends_on: `date de resiliation|${END}`,
    reference: 'numero de client|n° client|numero de contrat|numero de facture',
  }),
  adapter('basic-fit', 'basic-fit.com', {
    plan: 'abonnement|formule|membership|lidmaatschap',
    amount: 'montant|cotisation|amount|bedrag',
    renews_on: `date de prelevement|incassodatum|${NEXT}`,
    ends_on: `date de fin d'abonnement|fin de l'abonnement|${END}`,
    reference: 'numero de membre|membership number|lidnummer',
  }),
  adapter('lemonde', 'lemonde.fr', {
    plan: 'formule|votre formule|offre|abonnement',
    amount: 'montant|tarif|montant preleve',
    renews_on: `prochaine echeance|date de prelevement|${NEXT}`,
    ends_on: `fin de votre abonnement|${END}`,
    reference: "numero d'abonne|n° d'abonne|reference",
  }),
  adapter('deezer', 'deezer.com', {
    plan: 'offre|plan|abonnement',
    amount: `prix|price|${TOTAL}`,
    renews_on: NEXT,
    ends_on: END,
    reference: `${ORDER}|numero de facture`,
  }),
  adapter('audible', 'audible.com|audible.fr|audible.de|audible.co.uk', {
    plan: 'membership plan|plan|membership|abonnement|abo',
    amount: `price|prix|preis|${TOTAL}`,
    renews_on: `next bill date|${NEXT}`,
    ends_on: `membership ends|${END}`,
    reference: ORDER,
  }),
  adapter('github', 'github.com', {
    plan: 'plan|product',
    amount: `amount|${TOTAL}`,
    renews_on: `next payment due|${NEXT}`,
    ends_on: END,
    reference: 'transaction id|invoice number',
  }),
  adapter('ovh', 'ovh.com|ovhcloud.com|ovh.net', {
    plan: 'service|offre|produit',
    amount: 'montant ttc|total ttc|amount (incl. vat)|total',
    renews_on: `date de renouvellement automatique|${NEXT}`,
    ends_on: `date d'echeance|expiry date|${END}`,
    reference: 'reference de la facture|numero de facture|reference|order number|numero de commande',
  }),
];
