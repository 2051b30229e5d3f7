// Reads the name of the plan: from a labelled row, from the merchant's known plans, or from the words bound to a contract noun ("your
// Wyvern subscription", "formule Duo"). The merchant's own name and bare billing words are no plan.
import { knownPlans, boundPlans, loneTiers, quotedPlans, tiersOfMerchant } from './extract-plan-phrases.ts';
import type { PlanHints, PlanName } from './extract-plan-name.ts';
import { itemPlans, labelledPlans, soldPlans, tabledPlans } from './extract-plan-rows.ts';
import type { SourceText } from './extract-text.ts';

export function readPlan(sources: readonly SourceText[], hints: PlanHints): PlanName | null {
  let best: PlanName | null = null;
  for (const source of sources) {
    for (const found of [
      ...labelledPlans(source, hints),
      ...tabledPlans(source, hints),
      ...itemPlans(source, hints),
      ...soldPlans(source, hints),
      ...quotedPlans(source, hints),
      ...knownPlans(source, hints),
      ...boundPlans(source, hints),
      ...tiersOfMerchant(source, hints),
      ...loneTiers(source),
    ]) {
      const score =
        found.score + (source.zone === 'subject' ? 1 : 0) - (source.isAside(found.start) ? 20 : Math.min(3, found.start / 1500));
      if (best === null || score > best.score) best = { ...found, score };
    }
  }
  return best;
}
