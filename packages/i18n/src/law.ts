// The words around the rules of a country pack, in a person's language.
import { lawEn, type LawTexts } from './law.en.ts';
import { lawFr } from './law.fr.ts';
import type { Language } from './language.ts';
import { typesetFrench } from './typeset-french.ts';

const typesetLawFr = typesetFrench(lawFr);

/** As `Situation` of packages/law, which these words name. */
export type Situation =
  | 'cancellation_confirmation'
  | 'easy_cancellation'
  | 'renewal_notice'
  | 'trial_notice'
  | 'price_notice'
  | 'renewal_limit'
  | 'withdrawal_acknowledgement'
  | 'charge_after_end'
  | 'refund_authorised'
  | 'refund_unauthorised';

export function lawTexts(language: Language): LawTexts {
  return language === 'fr' ? typesetLawFr : lawEn;
}
