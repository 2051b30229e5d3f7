// Reads the name of the plan: from a labelled row, from the merchant's known plans, or from the words bound to a contract noun ("your
// Wyvern subscription", "formule Duo"). The merchant's own name and bare billing words are no plan.
import { changedPlans } from './extract-plan-changes.ts';
import { boundPlans, DEPTH_MALUS_MAX, knownPlans, quotedPlans, SUBJECT_BONUS } from './extract-plan-phrases.ts';
import type { PlanHints, PlanName } from './extract-plan-name.ts';
import { kanaPlans, loneTiers, namedAfterMerchant, tiersOfMerchant } from './extract-plan-tiers.ts';
import { itemPlans, labelledPlans, linedPlans, soldPlans, stackedPlans, tabledPlans } from './extract-plan-rows.ts';
import type { SourceText } from './extract-text.ts';

export function readPlan(sources: readonly SourceText[], hints: PlanHints): PlanName | null {
  const found: PlanName[] = [];
  const best = () => found.reduce<PlanName | null>((top, each) => (top === null || each.score > top.score ? each : top), null);
  for (const source of sources) found.push(...namedOutright(source, hints).map(placed));
  // A plan that the merchant is known for may be the head of a longer name: "Livebox" of « l'offre Livebox Fibre ».
  const floor = () => (best()?.rule === 'plan.known' ? LONGER_SCORE : (best()?.score ?? Number.NEGATIVE_INFINITY));
  for (const source of sources) found.push(...boundPlans(source, hints, floor()).map(placed));
  for (const source of sources) found.push(...(floor() > LOOSE_SCORE_MAX ? [] : loosePlans(source, hints).map(placed)));
  const top = best();
  const head = top?.rule === 'plan.known' ? `${top.plan} ` : null;
  return (head === null ? undefined : found.find(({ plan, score }) => score > LONGER_SCORE && plan.startsWith(head))) ?? top;
}

const LONGER_SCORE = 15;
/** No finder of loosePlans scores more. */
const LOOSE_SCORE_MAX = 24;

function namedOutright(source: SourceText, hints: PlanHints): PlanName[] {
  return [
    ...changedPlans(source, hints),
    ...labelledPlans(source, hints),
    ...stackedPlans(source, hints),
    ...tabledPlans(source, hints),
    ...itemPlans(source, hints),
    ...soldPlans(source, hints),
    ...linedPlans(source, hints),
    ...quotedPlans(source, hints),
    ...knownPlans(source, hints),
  ];
}

function loosePlans(source: SourceText, hints: PlanHints): PlanName[] {
  return [...namedAfterMerchant(source, hints), ...tiersOfMerchant(source, hints), ...kanaPlans(source), ...loneTiers(source)];
}

function placed(found: PlanName): PlanName {
  const { source, start } = found;
  const place = (source.zone === 'subject' ? SUBJECT_BONUS : 0) - (source.isAside(start) ? 20 : Math.min(DEPTH_MALUS_MAX, start / 1500));
  return { ...found, score: found.score + place };
}
