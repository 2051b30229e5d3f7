// The United Kingdom. The subscription chapter of the DMCC Act 2024 waits for its regulations: until then no statute says what a confirmation
// of a cancellation must hold.
import type { CountryPack } from '../country-pack.ts';

const EXPECTED = { en: 'expected in spring 2027', fr: 'attendu au printemps 2027' };
const act = (section: number): string => `https://www.legislation.gov.uk/ukpga/2024/13/section/${section}`;

export const uk: CountryPack = {
  id: 'uk',
  name: { en: 'United Kingdom', fr: 'Royaume-Uni' },
  standsOn: null,
  rules: [
    {
      id: 'uk.dmcca-261',
      situation: 'cancellation_confirmation',
      citation: {
        en: 'Digital Markets, Competition and Consumers Act 2024, section 261',
        fr: 'Digital Markets, Competition and Consumers Act 2024, article 261',
      },
      source: act(261),
      inForce: { expected: EXPECTED },
      says: {
        en: 'When a subscription contract ends the trader gives an end of contract notice on a durable medium: when it ends or ended, and the refund of what was overpaid. Within 24 hours of a notice given online, else within three working days.',
        fr: 'À la fin d’un contrat d’abonnement, le professionnel remet un avis sur un support durable : date de fin et remboursement du trop-perçu. Sous 24 heures si la résiliation a été notifiée en ligne, sinon sous trois jours ouvrés.',
      },
      otherwise: null,
      requires: ['ends_on', 'refund', 'durable_medium'],
      clock: { kind: 'within', hours: 24, stated: true },
    },
    {
      id: 'uk.dmcca-258',
      situation: 'renewal_notice',
      citation: {
        en: 'Digital Markets, Competition and Consumers Act 2024, sections 258 and 259',
        fr: 'Digital Markets, Competition and Consumers Act 2024, articles 258 et 259',
      },
      source: act(258),
      inForce: { expected: EXPECTED },
      says: {
        en: 'The trader gives a reminder before the first payment after a free or reduced period, and about every six months before a renewal payment.',
        fr: 'Le professionnel envoie un rappel avant le premier paiement suivant une période gratuite ou réduite, puis environ tous les six mois avant un renouvellement.',
      },
      otherwise: null,
      requires: ['amount', 'how_to_cancel'],
      clock: null,
    },
    {
      id: 'uk.psr-79',
      situation: 'refund_authorised',
      citation: {
        en: 'Payment Services Regulations 2017, regulations 79 and 80',
        fr: 'Payment Services Regulations 2017, articles 79 et 80',
      },
      source: 'https://www.legislation.gov.uk/uksi/2017/752/regulation/79',
      inForce: { since: '2018-01-13' },
      says: {
        en: 'A payment that the trader initiated for an amount beyond what the payer could expect is refunded on request within eight weeks of the debit.',
        fr: 'Un paiement initié par le professionnel, d’un montant supérieur à ce que le payeur pouvait attendre, est remboursé sur demande dans les huit semaines du débit.',
      },
      otherwise: null,
      requires: [],
      clock: { kind: 'claim', within: 'P8W' },
    },
    {
      id: 'uk.psr-74',
      situation: 'refund_unauthorised',
      citation: {
        en: 'Payment Services Regulations 2017, regulations 74 and 76',
        fr: 'Payment Services Regulations 2017, articles 74 et 76',
      },
      source: 'https://www.legislation.gov.uk/uksi/2017/752/regulation/76',
      inForce: { since: '2018-01-13' },
      says: {
        en: 'A payment that was not authorised is refunded when the bank is told without undue delay, at the latest thirteen months after the debit.',
        fr: 'Une opération non autorisée est remboursée si elle est signalée sans tarder à la banque, au plus tard treize mois après le débit.',
      },
      otherwise: null,
      requires: [],
      clock: { kind: 'claim', within: 'P13M' },
    },
  ],
};
