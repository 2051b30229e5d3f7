// The European Union: what holds in every member state. States with a pack of their own stand on this one.
import type { CountryPack } from '../country-pack.ts';

export const eu: CountryPack = {
  id: 'eu',
  name: { en: 'European Union', fr: 'Union européenne' },
  standsOn: null,
  rules: [
    {
      id: 'eu.2011-83-11a',
      situation: 'withdrawal_acknowledgement',
      citation: {
        en: 'Directive 2011/83/EU, article 11a (inserted by Directive (EU) 2023/2673)',
        fr: 'directive 2011/83/UE, article 11 bis (inséré par la directive (UE) 2023/2673)',
      },
      source: 'https://eur-lex.europa.eu/eli/dir/2023/2673/oj',
      inForce: { since: '2026-06-19' },
      says: {
        en: 'Whoever withdraws from a contract concluded online uses a withdrawal function; the trader acknowledges it without undue delay, with its content, date and time.',
        fr: 'Pour un contrat conclu en ligne, la rétractation se fait par une fonction dédiée ; le professionnel en accuse réception sans retard injustifié, avec le contenu, la date et l’heure.',
      },
      otherwise: null,
      requires: ['content', 'received_at', 'durable_medium'],
      clock: { kind: 'within', hours: 72, stated: false },
    },
    {
      id: 'eu.2015-2366-76',
      situation: 'refund_authorised',
      citation: { en: 'Directive (EU) 2015/2366 (PSD2), articles 76 and 77', fr: 'directive (UE) 2015/2366 (DSP2), articles 76 et 77' },
      source: 'https://eur-lex.europa.eu/eli/dir/2015/2366/oj',
      inForce: { since: '2018-01-13' },
      says: {
        en: 'A SEPA direct debit that was authorised is refunded by the bank on request within eight weeks of the debit; the bank answers within ten business days.',
        fr: 'Un prélèvement SEPA autorisé est remboursé par la banque sur demande présentée dans les huit semaines du débit ; elle répond sous dix jours ouvrables.',
      },
      otherwise: null,
      requires: [],
      clock: { kind: 'claim', within: 'P8W' },
    },
    {
      id: 'eu.2015-2366-71',
      situation: 'refund_unauthorised',
      citation: { en: 'Directive (EU) 2015/2366 (PSD2), articles 71 and 73', fr: 'directive (UE) 2015/2366 (DSP2), articles 71 et 73' },
      source: 'https://eur-lex.europa.eu/eli/dir/2015/2366/oj',
      inForce: { since: '2018-01-13' },
      says: {
        en: 'A payment without authorisation is refunded by the bank when it is told without undue delay, at the latest thirteen months after the debit.',
        fr: 'Une opération non autorisée est remboursée par la banque si elle est signalée sans tarder, au plus tard treize mois après le débit.',
      },
      otherwise: null,
      requires: [],
      clock: { kind: 'claim', within: 'P13M' },
    },
  ],
};
