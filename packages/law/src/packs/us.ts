// The United States: what holds in every state. No federal rule says what a confirmation of a cancellation must hold (the FTC's rule of 2024
// was set aside in July 2025).
import type { CountryPack } from '../country-pack.ts';

export const us: CountryPack = {
  id: 'us',
  name: { en: 'United States', fr: 'États-Unis' },
  standsOn: null,
  rules: [
    {
      id: 'us.rosca',
      situation: 'easy_cancellation',
      citation: {
        en: 'Restore Online Shoppers’ Confidence Act, 15 U.S.C. § 8403',
        fr: 'Restore Online Shoppers’ Confidence Act, 15 U.S.C. § 8403',
      },
      source: 'https://www.govinfo.gov/link/uscode/15/8403',
      inForce: { since: '2010-12-29' },
      says: {
        en: 'Whoever sells online with automatic renewal states the terms, gets your express consent, and offers a simple way to stop recurring charges.',
        fr: 'Le vendeur en ligne à renouvellement automatique annonce les conditions, recueille votre accord exprès et offre un moyen simple d’arrêter les prélèvements.',
      },
      otherwise: null,
      requires: [],
      clock: null,
    },
    {
      id: 'us.reg-z-1026-13',
      situation: 'charge_after_end',
      citation: { en: 'Regulation Z, 12 CFR § 1026.13 (billing errors)', fr: 'Regulation Z, 12 CFR § 1026.13 (erreurs de facturation)' },
      source: 'https://www.ecfr.gov/current/title-12/section-1026.13',
      inForce: { since: '2011-12-30' },
      says: {
        en: 'A charge on a credit card for what was not accepted or not delivered as agreed can be disputed in writing within sixty days of the statement that shows it.',
        fr: 'Un débit par carte de crédit pour un service non accepté ou non fourni comme convenu se conteste par écrit dans les soixante jours du relevé.',
      },
      otherwise: null,
      requires: [],
      clock: { kind: 'claim', within: 'P60D' },
    },
    {
      id: 'us.reg-e-1005-11',
      situation: 'refund_unauthorised',
      citation: { en: 'Regulation E, 12 CFR §§ 1005.6 and 1005.11', fr: 'Regulation E, 12 CFR §§ 1005.6 et 1005.11' },
      source: 'https://www.ecfr.gov/current/title-12/section-1005.11',
      inForce: { since: '2011-12-30' },
      says: {
        en: 'An electronic debit of a bank account that was not authorised is reported within sixty days of the statement that shows it; the bank looks into it.',
        fr: 'Un débit électronique non autorisé d’un compte bancaire se signale dans les soixante jours du relevé ; la banque enquête.',
      },
      otherwise: null,
      requires: [],
      clock: { kind: 'claim', within: 'P60D' },
    },
  ],
};
