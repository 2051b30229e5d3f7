// A change of plan names two: of "from Starter to Business", « du Forfait 20 Go au Forfait 120 Go », "vom Tarif Basis in den Tarif Turbo" the second is
// the plan from then on. Only for mails that are about such a change. Part of extract-plan.ts.
import { allMatches } from './all-matches.ts';
import { cleanPlan, type PlanHints, type PlanName } from './extract-plan-name.ts';
import { NAME } from './extract-plan-patterns.ts';
import { foldedOffset, type SourceText } from './extract-text.ts';

const NOUN =
  '(?:(?:[Pp]lan|[Ff]orfait|[Ff]ormule|[Oo]ffre|[Aa]bonnement|[Oo]ption|[Tt]arif|[Pp]aket|[Vv]ertrag|[Pp]iano|[Oo]fferta|[Tt]ariffa|[Pp]lano|[Tt]arifa|[Cc]uota|[Ss]uscripción|[Aa]bbonamento|[Aa]ssinatura|[Pp]akiet[u]?|[Pp]lanu|[Tt]aryf[yęa]|[Aa]bonament\\p{L}*|[Pp]akket) )?';
const FORMER = `(?:„|"|«\\s?)?${NAME.replace('(', '(?:')}(?:"|“|\\s?»)?`;
const NEW = `(?:„|"|«\\s?)?${NAME}`;

const CHANGES: readonly RegExp[] = [
  `\\b[Ff]rom (?:the |your |our )?${FORMER}(?: \\p{Ll}{3,12})? (?:on)?to (?:the |our )?${NEW}`,
  `\\b(?:du |de la |de l['’]|de |d['’])${NOUN}${FORMER} (?:à la |à l['’]|au |à |vers (?:la |le |l['’])?)${NOUN}${NEW}`,
  `\\bvo(?:m|n) (?:der |dem )?${NOUN}${FORMER} (?:in den |in das |in die |ins |zum |zur |zu |auf (?:den |das |die )?|nach )${NOUN}${NEW}`,
  `\\bdel? (?:la )?${NOUN}${FORMER} (?:al |a la |a )${NOUN}${NEW}`,
  `\\bda(?:l|lla|ll['’])? ?${NOUN}${FORMER} (?:al |alla |all['’]|a )${NOUN}${NEW}`,
  `\\bd[oae] ${NOUN}${FORMER} (?:para o |para a |para |ao |à )${NOUN}${NEW}`,
  `\\bvan (?:het |de )?${NOUN}${FORMER} naar (?:het |de )?${NOUN}${NEW}`,
  `\\bz ${NOUN}${FORMER} na ${NOUN}${NEW}`,
  `\\b(?:remplacée? par|replaced (?:by|with)|ersetzt durch|sustituid[oa] por|sostituit[oa] (?:da|dal|con)|substituíd[oa] por(?:lo|la)?|vervangen door|zastąpion\\p{L}+) (?:(?:la|le|l['’]|the|den|die|das|il|el|o|a|het|de) ?)?${NOUN}${NEW}`,
  `\\b(?:switched|moved|upgraded?|downgraded?) (?:\\p{Ll}+ )?to (?:the |our )?${NEW}`,
  `\\b(?:[Pp]assage|[Pp]assé(?:e|s)?|[Pp]assez) (?:à la |à l['’]|au |à |en )${NOUN}${NEW}`,
  `\\b(?:[Ww]echsel|gewechselt) (?:in den |in das |in die |zum |zur |zu |auf (?:den |das |die )?)${NOUN}${NEW}`,
  `\\b(?:[Cc]ambi(?:o|ado)|[Pp]assaggio|passat[oa]|[Mm]udança|mudou|[Oo]verstap|overgestapt|[Zz]mian[aęy]) (?:al |a la |a |alla |para o |para a |para |naar (?:het |de )?|na )${NOUN}${NEW}`,
  `「?[^\\s、。「」]{2,20}?」?から「?([^\\s、。「」]{2,20}?)」?(?:へ|に)(?:の)?(?:プラン)?(?:を)?(?:ご)?(?:変更|移行|切り替)`,
].map((pattern) => new RegExp(pattern, 'gu'));

export function changedPlans(source: SourceText, hints: PlanHints): PlanName[] {
  if (hints.kind !== 'plan_changed') return [];
  const { original } = source.text;
  return CHANGES.flatMap((pattern) =>
    allMatches(original, pattern)
      .slice(0, 3)
      .flatMap((match) => {
        const written = match[1]!;
        const plan = cleanPlan(written, hints, false);
        if (plan === null) return [];
        const offset = match.index + match[0].lastIndexOf(written) + written.indexOf(plan);
        const [start, end] = [foldedOffset(source.text, offset), foldedOffset(source.text, offset + plan.length)];
        return start < source.from ? [] : [{ source, start, end, plan, rule: 'plan.changed', score: 45 }];
      }),
  );
}
