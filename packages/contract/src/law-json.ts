// `law --json` and GET /api/v1/law: the rules of a country, in the person's language. Information, not legal advice.
import type { LegalRule } from '@quittance/law/country-pack';
import { packOf, rulesOf } from '@quittance/law/country-packs';
import { ELEMENTS } from '@quittance/law/elements';
import { isInForce } from '@quittance/law/find-rules';
import type { CivilDate } from '@quittance/domain/civil-date';
import type { Language } from '@quittance/i18n/language';

export interface LawJson {
  /** Null where there is no pack for the country. */
  country: { id: string; name: string } | null;
  items: RuleJson[];
}

interface RuleJson {
  id: string;
  situation: string;
  citation: string;
  source: string;
  in_force: boolean;
  /** The day since which it holds; null while it is only expected. */
  since: string | null;
  expected: string | null;
  says: string;
  otherwise: string | null;
  requires: { element: string; text: string }[];
}

export function lawJson(country: string | null, today: CivilDate, language: Language): LawJson {
  const pack = packOf(country);
  return {
    country: pack && { id: pack.id, name: pack.name[language] },
    items: rulesOf(country).map((rule) => ruleJson(rule, today, language)),
  };
}

function ruleJson(rule: LegalRule, today: CivilDate, language: Language): RuleJson {
  return {
    id: rule.id,
    situation: rule.situation,
    citation: rule.citation[language],
    source: rule.source,
    in_force: isInForce(rule, today),
    since: 'since' in rule.inForce ? rule.inForce.since : null,
    expected: 'expected' in rule.inForce ? rule.inForce.expected[language] : null,
    says: rule.says[language],
    otherwise: rule.otherwise?.[language] ?? null,
    requires: rule.requires.map((element) => ({ element, text: ELEMENTS[element].name[language] })),
  };
}
