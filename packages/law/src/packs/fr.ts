// France. Articles of the Code de la consommation, the Code civil, the Code monétaire et financier and the Code des assurances.
import type { CountryPack } from '../country-pack.ts';

const CONSUMER_CODE = 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006069565/';

export const fr: CountryPack = {
  id: 'fr',
  name: { en: 'France', fr: 'France' },
  standsOn: 'eu',
  rules: [
    {
      id: 'fr.l215-1-1',
      situation: 'cancellation_confirmation',
      citation: { en: 'French Consumer Code, article L215-1-1', fr: 'article L215-1-1 du Code de la consommation' },
      source: CONSUMER_CODE,
      inForce: { since: '2023-06-01' },
      says: {
        en: 'When the consumer notifies a cancellation, the trader confirms its receipt and tells them on a durable medium, within a reasonable time, when the contract ends and what the effects are.',
        fr: 'Lorsque le consommateur notifie la résiliation, le professionnel en confirme la réception et l’informe, sur un support durable et dans un délai raisonnable, de la date de fin du contrat et des effets de la résiliation.',
      },
      otherwise: null,
      requires: ['receipt', 'ends_on', 'effects', 'durable_medium'],
      clock: { kind: 'within', hours: 72, stated: false },
    },
    {
      id: 'fr.d215-1',
      situation: 'easy_cancellation',
      citation: { en: 'French Consumer Code, articles D215-1 to D215-3', fr: 'articles D215-1 à D215-3 du Code de la consommation' },
      source: CONSUMER_CODE,
      inForce: { since: '2023-06-01' },
      says: {
        en: 'A contract that can be concluded online can be cancelled online, free of charge, through a function that is easy to find and needs no account to be made.',
        fr: 'Un contrat qui peut être conclu en ligne peut être résilié en ligne, gratuitement, par une fonctionnalité facile d’accès qui n’exige pas de créer un compte.',
      },
      otherwise: null,
      requires: [],
      clock: null,
    },
    {
      id: 'fr.l215-1',
      situation: 'renewal_notice',
      citation: { en: 'French Consumer Code, article L215-1', fr: 'article L215-1 du Code de la consommation' },
      source: CONSUMER_CODE,
      inForce: { since: '2016-07-01' },
      says: {
        en: 'Before a fixed-term service contract renews by itself, the trader tells you by a letter or mail of its own, three months to one month before the last day to refuse, and shows that day in a visible box.',
        fr: 'Avant la reconduction tacite d’un contrat de services à durée déterminée, le professionnel vous informe par lettre ou e-mail dédié, au plus tôt trois mois et au plus tard un mois avant la fin de la période de refus, avec la date limite dans un encadré apparent.',
      },
      otherwise: {
        en: 'Without that notice you may end the contract free of charge at any time from the renewal on; sums paid for the time after are refunded within thirty days.',
        fr: 'Sans cet avis, vous pouvez mettre fin au contrat gratuitement, à tout moment à compter de la reconduction ; les sommes versées pour la suite sont remboursées sous trente jours.',
      },
      inLetter: {
        en: 'Before a fixed-term service contract renews by itself, the trader tells the consumer by a letter or mail of its own, three months to one month before the last day to refuse. Without that notice the consumer may end the contract free of charge at any time from the renewal on, and sums paid for the time after are refunded within thirty days.',
        fr: 'Avant la reconduction tacite d’un contrat de services à durée déterminée, le professionnel informe le consommateur par lettre ou e-mail dédié, au plus tôt trois mois et au plus tard un mois avant la fin de la période de refus. Sans cet avis, le consommateur peut mettre fin au contrat gratuitement, à tout moment à compter de la reconduction, et les sommes versées pour la suite sont remboursées sous trente jours.',
      },
      requires: ['dedicated_message', 'deadline_in_box', 'how_to_cancel'],
      clock: { kind: 'before', what: 'refusal', earliest: 'P3M', latest: 'P1M' },
      termAtLeast: 'P6M',
      insuranceHas: 'fr.assurances-l113-15-1',
    },
    {
      id: 'fr.assurances-l113-15-1',
      situation: 'renewal_notice',
      citation: { en: 'French Insurance Code, article L113-15-1', fr: 'article L113-15-1 du Code des assurances' },
      source: 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006073984/',
      inForce: { since: '2005-07-28' },
      says: {
        en: 'For private insurance that renews by itself, each yearly premium notice recalls the last day to refuse; sent less than fifteen days before it, it opens twenty days to refuse.',
        fr: 'Pour une assurance privée à tacite reconduction, chaque avis d’échéance rappelle la date limite de dénonciation ; envoyé moins de quinze jours avant, il ouvre un délai de vingt jours.',
      },
      otherwise: null,
      requires: ['deadline_in_box'],
      clock: null,
      onlyShown: true,
    },
    {
      id: 'fr.l221-21',
      situation: 'withdrawal_acknowledgement',
      citation: { en: 'French Consumer Code, articles L221-21 and D221-5', fr: 'articles L221-21 et D221-5 du Code de la consommation' },
      source: CONSUMER_CODE,
      inForce: { since: '2026-06-19' },
      says: {
        en: 'A contract concluded online can be withdrawn from online; the trader acknowledges it on a durable medium, with its content, date and time.',
        fr: 'On peut se rétracter en ligne d’un contrat conclu en ligne ; le professionnel en accuse réception sur un support durable, avec le contenu, la date et l’heure.',
      },
      otherwise: null,
      requires: ['content', 'received_at', 'durable_medium'],
      clock: { kind: 'within', hours: 72, stated: false },
    },
    {
      id: 'fr.civil-1302-1',
      situation: 'charge_after_end',
      citation: { en: 'French Civil Code, articles 1302 and 1302-1', fr: 'articles 1302 et 1302-1 du Code civil' },
      source: 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006070721/',
      inForce: { since: '2016-10-01' },
      says: {
        en: 'Whoever receives, by mistake or knowingly, what is not owed to them must give it back.',
        fr: 'Celui qui reçoit, par erreur ou sciemment, ce qui ne lui est pas dû doit le restituer.',
      },
      otherwise: null,
      requires: [],
      clock: null,
    },
    {
      id: 'fr.cmf-l133-25',
      situation: 'refund_authorised',
      citation: {
        en: 'French Monetary and Financial Code, articles L133-25 and L133-25-1',
        fr: 'articles L133-25 et L133-25-1 du Code monétaire et financier',
      },
      source: 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006072026/',
      inForce: { since: '2018-01-13' },
      says: {
        en: 'A SEPA direct debit is refunded by the bank on request within eight weeks of the debit; the bank answers within ten business days.',
        fr: 'Un prélèvement SEPA est remboursé par la banque sur demande présentée dans les huit semaines du débit ; elle répond sous dix jours ouvrables.',
      },
      otherwise: null,
      requires: [],
      clock: { kind: 'claim', within: 'P8W' },
    },
    {
      id: 'fr.cmf-l133-24',
      situation: 'refund_unauthorised',
      citation: {
        en: 'French Monetary and Financial Code, articles L133-18 and L133-24',
        fr: 'articles L133-18 et L133-24 du Code monétaire et financier',
      },
      source: 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006072026/',
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
