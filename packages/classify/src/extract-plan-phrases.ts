// Plans that stand in sentences: in quotes beside a contract noun, as a known plan of the merchant, or as a name bound to a contract noun
// ("your Wyvern subscription", "formule Duo"). Part of extract-plan.ts.
import { allMatches } from './all-matches.ts';
import { cleanPlan, named, type PlanHints, type PlanName } from './extract-plan-name.ts';
import { foldedOffset, type SourceText } from './extract-text.ts';
import { BOUND, CONTRACT, NO_CONTRACT } from './extract-plan-patterns.ts';
import { foldText } from './fold-text.ts';
import { isTierWord } from './merchants/plan-words.ts';

const QUOTED_NOUN = `${CONTRACT}|tarifa|tariffa|taryf\\w*|tarief|tariff|cuota|modalidad|modalita|poliza|polizza|tessera|cover|policy|offerta|oferta|panier|box|cesta|cassetta|dieta?|group|groupe|grupo|gruppo|programm?e?|programma|option|opcion|opzione|opcja|bouquet|pack|wariant\\w*|vertrag\\w*|kiste|licen[cs]e|lizenz|product|produit|produkt|contrat|contrato|contratto`;
const QUOTED = new RegExp(
  `\\b(?:${QUOTED_NOUN})\\b(?: \\w{1,12})? ?["'(\\u300c\\u201e]([^"\\n)\\u300d]{2,50})["')\\u300d]|["\\u300c\\u201e]([^"\\n\\u300d]{2,50})["\\u300d][ -]?(?:${QUOTED_NOUN})\\b|「([^」\\n]{2,40})」(?:プラン|のサブスクリプション)`,
  'g',
);

export function quotedPlans(source: SourceText, hints: PlanHints): PlanName[] {
  const found: PlanName[] = [];
  for (const match of allMatches(source.text.folded, QUOTED)) {
    if (found.length > 6 || match.index < source.from) continue;
    const inner = match[1] ?? match[2] ?? match[3]!;
    const start = match.index + match[0].indexOf(inner);
    // Words in brackets behind a noun are a plan only as a name: "abonnement (Premium)".
    const first = source.text.original[source.text.toOriginal(start)] ?? '';
    if (match[0].includes('(') && !/^[A-Z]/.test(first) && !SIZED.test(inner)) continue;
    const plan = named(source, start, start + inner.length, 'plan.quoted', 30, hints, false);
    if (plan !== null) found.push(plan);
  }
  return found;
}

// "Forfait (120 Go)" is called by its size, and "plan Free (20 points a month)" is not.
const SIZED = /^\d{1,4} ?(?:[kmgt]?[bo]|[gt]iga|mbit\/s|kwh|kva|h)\b/;

// A plan that the merchant is known to sell, beside its name or a contract noun: "ChatGPT Plus", "formule Duo".
export function knownPlans(source: SourceText, hints: PlanHints): PlanName[] {
  const found: PlanName[] = [];
  const { folded, original } = source.text;
  for (const plan of hints.knownPlans) {
    const name = foldText(plan).folded;
    let at = folded.indexOf(name, source.from);
    for (let tries = 0; at !== -1 && tries < 12; tries += 1, at = folded.indexOf(name, at + 1)) {
      const letter = original[source.text.toOriginal(at)] ?? '';
      if (/[a-z0-9]/.test(folded[at - 1] ?? ' ') || /[a-z0-9]/.test(folded[at + name.length] ?? ' ') || letter === letter.toLowerCase())
        continue;
      const before = folded.slice(Math.max(0, at - 30), at);
      const after = folded.slice(at + name.length, at + name.length + 16);
      const beside =
        hints.merchantNames.some((each) => before.trimEnd().endsWith(each)) || NOUN_BEFORE.test(before) || NOUN_AFTER.test(after);
      if (!beside) continue;
      found.push({ source, start: at, end: at + name.length, plan, rule: 'plan.known', score: 34 + Math.min(4, name.length / 8) });
      break;
    }
  }
  return found;
}

const NOUN_BEFORE = new RegExp(`\\b(?:${CONTRACT})(?: [a-z']{1,6})?[ :|-]{1,4}$`);
const NOUN_AFTER = new RegExp(`^[ -](?:\\w{3,10} )?(?:${CONTRACT})\\b`);

/** @param floor what is already found scores that much: patterns that say less are not tried. */
export function boundPlans(source: SourceText, hints: PlanHints, floor: number): PlanName[] {
  if (hints.merchant === null) return [];
  const found: PlanName[] = [];
  const { original } = source.text;
  let needed = floor;
  for (const { rule, score, pattern } of BOUND) {
    if (score + SUBJECT_BONUS <= needed) break;
    for (const match of allMatches(original, pattern)) {
      if (found.length > 20) return found;
      const name = match[1]!;
      const at = match.index + match[0].lastIndexOf(name);
      const plan = cleanPlan(withoutTerm(name, original.slice(at + name.length, at + name.length + 12)), hints, false);
      if (plan === null) continue;
      const offset = at + name.indexOf(plan);
      const [start, end] = [foldedOffset(source.text, offset), foldedOffset(source.text, offset + plan.length)];
      if (score <= 18 && NO_CONTRACT.test(plan)) continue;
      // What stands so loosely is a plan only by more than one word, by a figure or as a tier.
      if (score <= 14 && !/[\s\d]/u.test(plan) && !isTierWord(foldText(plan).folded)) continue;
      if (start < source.from) continue;
      found.push({ source, start, end, plan, rule, score });
      if (!source.isAside(start)) needed = Math.max(needed, score - DEPTH_MALUS_MAX);
    }
  }
  return found;
}

/** What a plan's place adds to its score, or takes from it at most (placed in extract-plan.ts). */
export const SUBJECT_BONUS = 1;
export const DEPTH_MALUS_MAX = 3;

// "Votre Pass Premium 3 mois": the figure belongs to the term.
function withoutTerm(name: string, after: string): string {
  return TERM_AFTER.test(foldText(after).folded) ? name.replace(/ \d{1,2}$/u, '') : name;
}

const TERM_AFTER =
  /^[ -](?:days?|weeks?|months?|years?|jours?|semaines?|mois|ans|tage?|wochen|monate?n?|jahre?n?|dias|semanas|meses|anos|giorni|settimane|mesi|anni|dagen|weken|maanden|dni|tygodni\w*|miesi\w+)(?![a-z])/;
