// Reads the name of the plan: from a labelled row, from the merchant's known plans, or from the words bound to a contract noun ("your
// Wyvern subscription", "formule Duo"). The merchant's own name and bare billing words are no plan.
import { changedPlans } from './extract-plan-changes.ts';
import { boundPlans, knownPlans, quotedPlans } from './extract-plan-phrases.ts';
import type { PlanHints, PlanName } from './extract-plan-name.ts';
import { kanaPlans, loneTiers, namedAfterMerchant, tiersOfMerchant } from './extract-plan-tiers.ts';
import { itemPlans, labelledPlans, linedPlans, soldPlans, tabledPlans } from './extract-plan-rows.ts';
import type { SourceText } from './extract-text.ts';

export function readPlan(sources: readonly SourceText[], hints: PlanHints): PlanName | null {
  const found = sources.flatMap((source) => plansOf(source, hints));
  let best: PlanName | null = null;
  for (const each of found) if (best === null || each.score > best.score) best = each;
  // A plan that the merchant is known for may be the head of a longer name: "Livebox" of « l'offre Livebox Fibre ».
  const head = best?.rule === 'plan.known' ? `${best.plan} ` : null;
  return (head === null ? undefined : found.find(({ plan, score }) => score > 15 && plan.startsWith(head))) ?? best;
}

function plansOf(source: SourceText, hints: PlanHints): PlanName[] {
  return [
    ...changedPlans(source, hints),
    ...labelledPlans(source, hints),
    ...tabledPlans(source, hints),
    ...itemPlans(source, hints),
    ...soldPlans(source, hints),
    ...linedPlans(source, hints),
    ...quotedPlans(source, hints),
    ...knownPlans(source, hints),
    ...boundPlans(source, hints),
    ...namedAfterMerchant(source, hints),
    ...tiersOfMerchant(source, hints),
    ...kanaPlans(source),
    ...loneTiers(source),
  ].map((found) => {
    const place = (source.zone === 'subject' ? 1 : 0) - (source.isAside(found.start) ? 20 : Math.min(3, found.start / 1500));
    return { ...found, score: found.score + place };
  });
}
