// Contracts of work and of rent: they end with the same words as a subscription does, and are none. Used by decide.ts where a mail speaks of a
// cancellation at all.
import type { Evidence } from './find-evidence.ts';
import { RULES } from './frames/rules.ts';
import type { Clause } from './read-clauses.ts';

/** By language, folded (fold-text.ts). Each stands for nothing else, so that a mail of any sender may be searched for it. */
const NAMES = [
  'employment contract|contract of employment|your employment|tenancy|tenancies|lease agreement|notice to quit|landlord',
  'contrat de travail|licenciement|rupture conventionnelle|votre bail|du bail|contrat de bail|bailleur|etat des lieux|votre loyer',
  'arbeitsvertrag\\w*|arbeitsverhaltnis\\w*|ausbildungsvertrag\\w*|mietvertrag\\w*|mietverhaltnis\\w*|ihrer wohnung|der wohnung|wohnungsubergabe|vermieter\\w*',
  'contrato de trabajo|contrato laboral|relacion laboral|contrato de arrendamiento|contrato de alquiler|arrendador\\w*|su vivienda',
  "contratto di lavoro|rapporto di lavoro|contratto di locazione|contratto d'affitto|contratto di affitto|locatore",
  'contrato de trabalho|vinculo laboral|contrato de arrendamento|contrato de aluguel|senhorio|locador',
  'arbeidscontract\\w*|arbeidsovereenkomst\\w*|dienstverband|huurcontract\\w*|huurovereenkomst\\w*|verhuurder|huurwoning',
  'umow\\w+ o prace|stosunk\\w+ pracy|umow\\w+ najmu|wynajmujac\\w+',
].join('|');
const OTHER = new RegExp(`(?<![\\w])(?:${NAMES})(?![\\w])|雇用契約|労働契約|退職|賃貸`);
/** Whoever resigns leaves a job, unless the mail speaks of members and their fees. */
const RESIGNS = /(?<!\w)(?:letter of resignation|your resignation|demission|dimissioni)(?!\w)/;
const OF_MEMBERS =
  /(?<!\w)(?:members?|membership|club|society|membres?|adherente?s?|adhesion|cotisations?|association|soci[oa]?|associazione|quota|tessera)(?!\w)/;

/**
 * `stated`: the subject, or a sentence that tells of the end, names it: the mail is about it. `named`: it stands elsewhere; whoever moves house
 * ends their electricity with the lease, so that this is only a doubt.
 */
export function otherContract(clauses: readonly Clause[], evidence: readonly Evidence[]): 'stated' | 'named' | null {
  const telling = new Set(evidence.filter(({ rule }) => CANCELLATIONS.has(RULES[rule].kind)).map(({ clause }) => clause));
  if (telling.size === 0) return null;
  const texts = clauses.map(({ text, start, end }) => text.folded.slice(start, end));
  const isOfMembers = texts.some((text) => OF_MEMBERS.test(text));
  let found: 'named' | null = null;
  for (const [index, clause] of clauses.entries()) {
    const text = texts[index]!;
    if (!OTHER.test(text) && (isOfMembers || !RESIGNS.test(text))) continue;
    if (clause.place === 'subject' || telling.has(clause)) return 'stated';
    found = 'named';
  }
  return found;
}

const CANCELLATIONS: ReadonlySet<string> = new Set(['cancellation_confirmed', 'cancellation_requested']);
