// The wording of a finding in a person's language, from the values that the fold gave it.
import type { Finding, FindingKind } from '@quittance/domain/subscription';
import { findingRemediesEn, findingsEn, type FindingFacts, type FindingTexts } from './findings.en.ts';
import { findingRemediesFr, findingsFr } from './findings.fr.ts';
import { formatAmount, formatDate, formatPercent } from './format.ts';
import type { Language } from './language.ts';
import { typesetFrench } from './typeset-french.ts';

const typesetFindingRemediesFr = typesetFrench(findingRemediesFr);
const typesetFindingsFr = typesetFrench(findingsFr);

export function explainFinding(finding: Finding, language: Language): string {
  return findingTexts(language)[finding.kind](factsOf(finding, language));
}

/** How it goes away: by itself, or by the person's hand. */
export function findingRemedy(kind: FindingKind, language: Language): string {
  return (language === 'fr' ? typesetFindingRemediesFr : findingRemediesEn)[kind];
}

function findingTexts(language: Language): FindingTexts {
  return language === 'fr' ? typesetFindingsFr : findingsEn;
}

function factsOf({ values, since, until }: Finding, language: Language): FindingFacts {
  const date = (text: string | null | undefined): string | null => (text ? formatDate(text, language) : null);
  const money = (text: string | undefined): string | null =>
    text && values['currency'] ? formatAmount(text, values['currency'], language) : null;
  return {
    amount: money(values['amount']),
    chargedOn: date(values['charged_on']),
    endedOn: date(values['ended_on']),
    settledOn: date(until),
    requestedOn: date(values['requested_on']),
    days: values['days'] ?? null,
    reactivatedOn: date(values['reactivated_on']),
    oldPrice: money(values['from']),
    newPrice: money(values['to']),
    since: formatDate(since, language),
    cancelBy: date(values['cancel_by']),
    renewsOn: date(values['renews_on']),
    isForPrice: values['because'] === 'price_change',
    percent: values['percent'] ? formatPercent(values['percent'], language) : null,
    unannounced: values['unannounced'] !== undefined,
    cameOn: date(values['came_on']),
    windowFrom: date(values['window_from']),
    windowUntil: date(values['window_until']),
    priceFrom: date(values['price_from']),
    isOneChargedTwice: values['amount'] !== undefined,
    insuranceDiffers: values['insurance_rule'] !== undefined,
    proofLevel: values['proof_level'] ?? null,
    maybeOn: date(values['maybe_on']),
  };
}
