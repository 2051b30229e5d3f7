// California: the Automatic Renewal Law (Bus. & Prof. Code §§ 17600–17606) as amended by AB 2863.
import type { CountryPack } from '../country-pack.ts';

const SOURCE = 'https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=BPC&sectionNum=17602';
const citation = (part: string) => ({
  en: `California Business and Professions Code § 17602${part}`,
  fr: `California Business and Professions Code, § 17602${part}`,
});

export const usCa: CountryPack = {
  id: 'us-ca',
  name: { en: 'United States (California)', fr: 'États-Unis (Californie)' },
  standsOn: 'us',
  rules: [
    {
      id: 'us-ca.17602-cancel',
      situation: 'easy_cancellation',
      citation: citation(' (cancelling online)'),
      source: SOURCE,
      inForce: { since: '2025-07-01' },
      says: {
        en: 'Whoever accepted an automatic renewal online can end it online, at will, without steps that obstruct or delay.',
        fr: 'Celui qui a accepté un renouvellement automatique en ligne peut y mettre fin en ligne, à son gré, sans étape qui entrave ou retarde.',
      },
      otherwise: null,
      requires: [],
      clock: null,
    },
    {
      id: 'us-ca.17602-renewal',
      situation: 'renewal_notice',
      citation: citation(' (renewal of a term of a year or more)'),
      source: SOURCE,
      inForce: { since: '2022-07-01' },
      says: {
        en: 'For an initial term of a year or more, a notice is given 15 to 45 days before the renewal: that it renews unless cancelled, for how long, and how to cancel.',
        fr: 'Pour une durée initiale d’un an ou plus, un avis est donné 15 à 45 jours avant le renouvellement : qu’il a lieu à défaut de résiliation, pour quelle durée, et comment résilier.',
      },
      otherwise: null,
      requires: ['renews_unless_cancelled', 'frequency', 'how_to_cancel'],
      clock: { kind: 'before', what: 'renewal', earliest: 'P45D', latest: 'P15D' },
      termAtLeast: 'P1Y',
    },
    {
      id: 'us-ca.17602-trial',
      situation: 'trial_notice',
      citation: citation(' (trials of more than 31 days)'),
      source: SOURCE,
      inForce: { since: '2022-07-01' },
      says: {
        en: 'For a free or reduced period of more than 31 days, a notice is given 3 to 21 days before it ends, with how to cancel.',
        fr: 'Pour une période gratuite ou réduite de plus de 31 jours, un avis est donné 3 à 21 jours avant sa fin, avec la façon de résilier.',
      },
      otherwise: null,
      requires: ['renews_unless_cancelled', 'how_to_cancel'],
      clock: { kind: 'before', what: 'trial_end', earliest: 'P21D', latest: 'P3D' },
      trialDaysOver: 31,
    },
    {
      id: 'us-ca.17602-price',
      situation: 'price_notice',
      citation: citation(' (change of the fee)'),
      source: SOURCE,
      inForce: { since: '2025-07-01' },
      says: {
        en: 'A change of the price is announced 7 to 30 days before it takes effect, with how to cancel.',
        fr: 'Un changement de prix est annoncé 7 à 30 jours avant de prendre effet, avec la façon de résilier.',
      },
      otherwise: null,
      requires: ['amount', 'how_to_cancel'],
      clock: { kind: 'before', what: 'price_change', earliest: 'P30D', latest: 'P7D' },
    },
    {
      id: 'us-ca.17602-annual',
      situation: 'renewal_notice',
      citation: citation(' (annual reminder)'),
      source: SOURCE,
      inForce: { since: '2025-07-01' },
      says: {
        en: 'Once a year a reminder names the product, how often and how much is charged, and how to cancel.',
        fr: 'Une fois par an, un rappel indique le produit, la fréquence et le montant des prélèvements, et comment résilier.',
      },
      otherwise: null,
      requires: ['product', 'frequency', 'amount', 'how_to_cancel'],
      clock: null,
      onlyShown: true,
    },
    {
      id: 'us-ca.17603',
      situation: 'charge_after_end',
      citation: {
        en: 'California Business and Professions Code §§ 17602 and 17603',
        fr: 'California Business and Professions Code, §§ 17602 et 17603',
      },
      source: 'https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=BPC&sectionNum=17603',
      inForce: { since: '2010-12-01' },
      says: {
        en: 'Nobody is charged for an automatic renewal without affirmative consent; goods sent without it count as an unconditional gift.',
        fr: 'Personne n’est débité d’un renouvellement automatique sans accord exprès ; les biens envoyés sans cet accord sont réputés offerts.',
      },
      otherwise: null,
      requires: [],
      clock: null,
    },
  ],
};
