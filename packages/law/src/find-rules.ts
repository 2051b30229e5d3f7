// The questions that others ask of the packs: letters and the proof meter which article to cite and what a confirmation must hold; the
// timeline how long a confirmation may take and when a notice is due.
import type { CivilDate } from '@quittance/domain/civil-date';
import type { LegalClock, LegalRule, RequiredElement, Situation } from './country-pack.ts';
import { rulesOf } from './country-packs.ts';

export function isInForce(rule: LegalRule, on: CivilDate): boolean {
  return 'since' in rule.inForce && rule.inForce.since <= on;
}

/** Every rule of the person's country for a situation that is in force on that day, the nearest law first. */
function lawsOn(country: string | null, situation: Situation, on: CivilDate): LegalRule[] {
  return rulesOf(country).filter((rule) => rule.situation === situation && isInForce(rule, on));
}

/** The rule to cite; null where the country has none in force. */
export function lawOn(country: string | null, situation: Situation, on: CivilDate): LegalRule | null {
  return lawsOn(country, situation, on)[0] ?? null;
}

/** What the confirmation of a cancellation must hold, and by which rule; null where no law says. */
export function confirmationContent(
  country: string | null,
  on: CivilDate,
): { readonly rule: LegalRule; readonly elements: readonly RequiredElement[] } | null {
  const rule = lawOn(country, 'cancellation_confirmation', on);
  return rule && { rule, elements: rule.requires };
}

/** Where no country's law says otherwise. */
export const CONFIRMATION_DAYS = 14;

export interface ConfirmationClock {
  readonly days: number;
  /** The rule that the days follow from; null for the general 14. */
  readonly rule: LegalRule | null;
}

/** How long to wait for the confirmation of a cancellation that was asked for on that day. */
export function confirmationClock(country: string | null, on: CivilDate): ConfirmationClock {
  const rule = lawOn(country, 'cancellation_confirmation', on);
  return rule?.clock?.kind === 'within' ? { days: Math.ceil(rule.clock.hours / 24), rule } : { days: CONFIRMATION_DAYS, rule: null };
}

export type NoticeRule = LegalRule & { readonly clock: Extract<LegalClock, { kind: 'before' }> };

/** The rules by which a notice is due before something, on that day. */
export function noticeRules(country: string | null, situation: Situation, on: CivilDate): NoticeRule[] {
  return lawsOn(country, situation, on).filter((rule): rule is NoticeRule => rule.clock?.kind === 'before' && rule.onlyShown !== true);
}
