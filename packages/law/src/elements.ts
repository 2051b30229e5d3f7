// What the elements of a confirmation or notice are called, and which element of the proof meter shows that one is there.
import type { Bilingual, RequiredElement } from './country-pack.ts';

export type MeterName = 'contract' | 'received_at' | 'ends_on' | 'effects' | 'no_further_charge';

export interface ElementText {
  readonly name: Bilingual;
  /** The proof meter's element; null where a mail's words do not show it (its medium, its form). */
  readonly meter: MeterName | null;
}

export const ELEMENTS: Readonly<Record<RequiredElement, ElementText>> = {
  receipt: {
    name: { en: 'that your notice was received', fr: 'la confirmation que votre notification a été reçue' },
    meter: 'received_at',
  },
  content: { name: { en: 'what you declared (which contract)', fr: 'le contenu de votre déclaration (quel contrat)' }, meter: 'contract' },
  received_at: { name: { en: 'date and time of receipt', fr: 'la date et l’heure de réception' }, meter: 'received_at' },
  ends_on: { name: { en: 'the date on which the contract ends', fr: 'la date à laquelle le contrat prend fin' }, meter: 'ends_on' },
  effects: { name: { en: 'the effects of the cancellation', fr: 'les effets de la résiliation' }, meter: 'effects' },
  refund: { name: { en: 'what is refunded', fr: 'les sommes remboursées' }, meter: 'no_further_charge' },
  durable_medium: {
    name: { en: 'on a durable medium (a mail or a letter)', fr: 'sur un support durable (e-mail ou courrier)' },
    meter: null,
  },
  deadline_in_box: {
    name: {
      en: 'the last day to refuse the renewal, in a visible box',
      fr: 'la date limite de non-reconduction, dans un encadré apparent',
    },
    meter: null,
  },
  dedicated_message: {
    name: { en: 'in a letter or mail of its own', fr: 'par une lettre ou un e-mail dédié' },
    meter: null,
  },
  product: { name: { en: 'which product or service', fr: 'le produit ou le service concerné' }, meter: null },
  amount: { name: { en: 'the amount', fr: 'le montant' }, meter: null },
  frequency: { name: { en: 'how often it is charged', fr: 'la fréquence des prélèvements' }, meter: null },
  how_to_cancel: { name: { en: 'how to cancel', fr: 'comment résilier' }, meter: null },
  renews_unless_cancelled: {
    name: { en: 'that it renews unless cancelled', fr: 'que le contrat se renouvelle à défaut de résiliation' },
    meter: null,
  },
};
