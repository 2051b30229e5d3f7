// What the law of the person's country asks the confirmation of a cancellation to hold, and this one does not state. Its form (a box, a durable
// medium) is not for a program to judge.
import type { CivilDate } from '@quittance/domain/civil-date';
import type { ProofMeter } from '@quittance/domain/subscription';
import type { Language } from '@quittance/i18n/language';
import type { LegalRule } from '@quittance/law/country-pack';
import { ELEMENTS, type MeterName } from '@quittance/law/elements';
import { confirmationContent } from '@quittance/law/find-rules';

const METER: Readonly<Record<MeterName, keyof ProofMeter>> = {
  contract: 'contract',
  received_at: 'receivedAt',
  ends_on: 'endsOn',
  effects: 'effects',
  no_further_charge: 'noFurtherCharge',
};

/** null where no law asks for more than is there. */
export function missingByLaw(
  meter: ProofMeter,
  country: string | null,
  on: CivilDate,
  language: Language,
): { readonly rule: LegalRule; readonly missing: readonly string[] } | null {
  const law = confirmationContent(country, on);
  const missing = (law?.elements ?? []).filter((element) => {
    const name = ELEMENTS[element].meter;
    return name !== null && !meter[METER[name]].present;
  });
  return law && missing.length > 0 ? { rule: law.rule, missing: missing.map((element) => ELEMENTS[element].name[language]) } : null;
}
