// Charges after the end, and until when they can be claimed back: by the law of the person's country from the bank, by the rules of the card schemes
// from the card's issuer. Counted from the first charge that is open, which runs out first.
import { addDays, type CivilDate } from '@quittance/domain/civil-date';
import { addPeriod } from '@quittance/domain/period';
import type { Finding, Subscription } from '@quittance/domain/subscription';
import type { LegalRule } from '@quittance/law/country-pack';
import { lawOn } from '@quittance/law/find-rules';

export interface ClaimDeadline {
  readonly rail: 'authorised' | 'card' | 'unauthorised';
  readonly on: CivilDate;
  /** null for the card schemes' own. */
  readonly rule: LegalRule | null;
}

/** Visa 13.2 and Mastercard 4853, from the day of processing. */
const CARD_DAYS = 120;

export function lateCharges({ findings }: Pick<Subscription, 'findings'>): readonly Finding[] {
  return findings.filter((finding) => finding.kind === 'charged_after_cancellation');
}

/** The first that was not given back: its deadlines run out before the others'. */
export function firstOpenCharge(charges: readonly Finding[]): CivilDate | undefined {
  return charges
    .filter((charge) => charge.until === null)
    .map(({ values, since }) => values['charged_on'] ?? since)
    .toSorted()[0];
}

export function claimDeadlines(first: CivilDate | undefined, country: string | null, today: CivilDate): readonly ClaimDeadline[] {
  if (!first) return [];
  return [
    ...claim('refund_authorised', 'authorised'),
    { rail: 'card', on: addDays(first, CARD_DAYS), rule: null },
    ...claim('refund_unauthorised', 'unauthorised'),
  ];

  function claim(situation: 'refund_authorised' | 'refund_unauthorised', rail: ClaimDeadline['rail']): ClaimDeadline[] {
    const rule = lawOn(country, situation, today);
    return rule?.clock?.kind === 'claim' ? [{ rail, on: addPeriod(first!, rule.clock.within), rule }] : [];
  }
}
