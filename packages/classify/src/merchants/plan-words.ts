// Words that name a tier or a rhythm of billing and no service: "Sketchly Pro" is the Pro plan of Sketchly. Folded.

const TIERS =
  'pro|premium|plus|basic|basique|standard|gold|silver|bronze|platinum|diamond|essentiel|essentielle|essential|essentials|illimite|illimitee|unlimited|famille|family|familial|duo|solo|individual|individuel|student|etudiant|max|ultra|ultimate|lite|light|starter|team|business|advanced|deluxe|vip|elite|integral|integrale|premier|premiere|confort|base|basis|komplett|familie|individuell|unbegrenzt|ilimitado|familiar|basico|illimitato|famiglia|anytime|off-peak';
const RHYTHM =
  'monthly|yearly|annual|annually|weekly|quarterly|mensuel|mensuelle|annuel|annuelle|hebdomadaire|trimestriel|trimestrielle|monatlich|jahrlich|mensual|anual|mensile|annuale|mensal|maandelijks|jaarlijks|subscription|membership|plan|abonnement|abo';

const TIER = new Set(TIERS.split('|'));
const TRAILING = new Set([...TIER, ...RHYTHM.split('|')]);

export function isTierWord(folded: string): boolean {
  return TIER.has(withoutPlus(folded));
}

/** May stand behind a service's name without being part of it. */
export function isPlanWord(folded: string): boolean {
  return TRAILING.has(withoutPlus(folded));
}

/** "Premium+" is a tier as "Premium" is. */
function withoutPlus(folded: string): string {
  return folded.endsWith('+') ? folded.slice(0, -1) : folded;
}
