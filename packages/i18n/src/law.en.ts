// The words around the rules of a country pack, in English. The rules themselves carry their texts.
import type { Situation } from './law.ts';

export const lawEn = {
  title: 'What the law says',
  lead: (country: string) => `Rules of ${country} that matter to whoever leaves a subscription. This is information, not legal advice.`,
  noCountry: 'You have not said yet in which country you live. General waiting times are used until then: 14 days for a confirmation.',
  noPack: 'Quittance knows no rules of this country yet. General waiting times are used: 14 days for a confirmation.',
  choose: 'The country is chosen in the settings.',
  settings: 'Settings',
  article: 'Article',
  source: 'Where the text stands',
  since: (day: string) => `In force since ${day}.`,
  expected: (when: string) => `Not in force yet (${when}): it raises no warning.`,
  requires: 'It must hold:',
  otherwise: 'If not:',
  within: (days: number) => (days === 1 ? 'Quittance waits 1 day for it.' : `Quittance waits ${days} days for it.`),
  ours: 'The law gives no figure; this one is ours.',
  missingFrom: (elements: string) => `The law asks for more than this confirmation states: ${elements}.`,
  onlyShown: 'Shown for information; Quittance cannot see in mail whether it applies.',
  country: 'country',
  rule: 'rule',
  inForce: 'in force',
  situations: {
    cancellation_confirmation: 'Confirmation of a cancellation',
    easy_cancellation: 'How cancelling must work',
    renewal_notice: 'Notice before a renewal',
    trial_notice: 'Notice before a trial ends',
    price_notice: 'Notice before a price changes',
    renewal_limit: 'How far a renewal binds',
    withdrawal_acknowledgement: 'Acknowledgement of a withdrawal',
    charge_after_end: 'Charged after the end',
    refund_authorised: 'Refund of a debit by the bank',
    refund_unauthorised: 'Payment without authorisation',
  } satisfies Record<Situation, string>,
};

export type LawTexts = typeof lawEn;
