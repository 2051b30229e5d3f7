// Germany. Sections of the Bürgerliches Gesetzbuch (BGB).
import type { CountryPack } from '../country-pack.ts';

const bgb = (section: string): string => `https://www.gesetze-im-internet.de/bgb/__${section}.html`;

export const de: CountryPack = {
  id: 'de',
  name: { en: 'Germany', fr: 'Allemagne' },
  standsOn: 'eu',
  rules: [
    {
      id: 'de.312k-4',
      situation: 'cancellation_confirmation',
      citation: { en: 'German Civil Code (BGB), section 312k(4)', fr: '§ 312k, alinéa 4, du Code civil allemand (BGB)' },
      source: bgb('312k'),
      inForce: { since: '2022-07-01' },
      says: {
        en: 'A cancellation through the button is confirmed at once, electronically and in text form: its content, date and time of receipt, and when the contract ends.',
        fr: 'La résiliation par le bouton est confirmée immédiatement, par voie électronique et sous forme de texte : contenu, date et heure de réception, date de fin du contrat.',
      },
      otherwise: null,
      requires: ['content', 'received_at', 'ends_on', 'durable_medium'],
      clock: { kind: 'within', hours: 24, stated: false },
    },
    {
      id: 'de.312k-2',
      situation: 'easy_cancellation',
      citation: { en: 'German Civil Code (BGB), section 312k(2) and (6)', fr: '§ 312k, alinéas 2 et 6, du Code civil allemand (BGB)' },
      source: bgb('312k'),
      inForce: { since: '2022-07-01' },
      says: {
        en: 'A contract that can be concluded online has a cancellation button that is always there and easy to reach.',
        fr: 'Un contrat qui peut être conclu en ligne comporte un bouton de résiliation, toujours présent et facile d’accès.',
      },
      otherwise: {
        en: 'Where the button is missing or does not comply, the consumer may end the contract at any time without notice.',
        fr: 'Si le bouton manque ou n’est pas conforme, le consommateur peut mettre fin au contrat à tout moment, sans préavis.',
      },
      requires: [],
      clock: null,
    },
    {
      id: 'de.309-9',
      situation: 'renewal_limit',
      citation: { en: 'German Civil Code (BGB), section 309 no. 9', fr: '§ 309, n° 9, du Code civil allemand (BGB)' },
      source: bgb('309'),
      inForce: { since: '2022-03-01' },
      says: {
        en: 'A contract concluded since 1 March 2022 renews only for an indefinite time and can then be left with at most one month’s notice.',
        fr: 'Un contrat conclu depuis le 1er mars 2022 ne se reconduit que pour une durée indéterminée et se résilie alors avec un mois de préavis au plus.',
      },
      otherwise: null,
      requires: [],
      clock: null,
    },
    {
      id: 'de.356a',
      situation: 'withdrawal_acknowledgement',
      citation: { en: 'German Civil Code (BGB), section 356a', fr: '§ 356a du Code civil allemand (BGB)' },
      source: bgb('356a'),
      inForce: { since: '2026-06-19' },
      says: {
        en: 'A withdrawal through the online function is acknowledged without undue delay on a durable medium: its content, date and time of receipt.',
        fr: 'La rétractation par la fonction en ligne fait l’objet d’un accusé de réception sans retard, sur un support durable : contenu, date et heure.',
      },
      otherwise: null,
      requires: ['content', 'received_at', 'durable_medium'],
      clock: { kind: 'within', hours: 72, stated: false },
    },
    {
      id: 'de.812',
      situation: 'charge_after_end',
      citation: { en: 'German Civil Code (BGB), section 812(1)', fr: '§ 812, alinéa 1, du Code civil allemand (BGB)' },
      source: bgb('812'),
      inForce: { since: '2002-01-01' },
      says: {
        en: 'Whoever obtains something without legal ground at another’s cost must give it back.',
        fr: 'Celui qui obtient quelque chose sans cause juridique aux dépens d’autrui doit le restituer.',
      },
      otherwise: null,
      requires: [],
      clock: null,
    },
    {
      id: 'de.675x',
      situation: 'refund_authorised',
      citation: { en: 'German Civil Code (BGB), section 675x', fr: '§ 675x du Code civil allemand (BGB)' },
      source: bgb('675x'),
      inForce: { since: '2018-01-13' },
      says: {
        en: 'A SEPA direct debit is refunded by the bank on request within eight weeks of the debit.',
        fr: 'Un prélèvement SEPA est remboursé par la banque sur demande présentée dans les huit semaines du débit.',
      },
      otherwise: null,
      requires: [],
      clock: { kind: 'claim', within: 'P8W' },
    },
    {
      id: 'de.676b',
      situation: 'refund_unauthorised',
      citation: { en: 'German Civil Code (BGB), sections 675u and 676b', fr: '§§ 675u et 676b du Code civil allemand (BGB)' },
      source: bgb('676b'),
      inForce: { since: '2018-01-13' },
      says: {
        en: 'A payment that was not authorised is refunded when the bank is told without delay, at the latest thirteen months after the debit.',
        fr: 'Une opération non autorisée est remboursée si elle est signalée sans tarder à la banque, au plus tard treize mois après le débit.',
      },
      otherwise: null,
      requires: [],
      clock: { kind: 'claim', within: 'P13M' },
    },
  ],
};
