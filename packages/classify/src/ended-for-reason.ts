// "Because you no longer study, your membership ends": who gives what the reader is, or did not do, as the reason ended it themselves. That the reader wants no
// more of it is no such reason. Used by doubt-cancellation.ts.
import type { Evidence } from './find-evidence.ts';

interface Reason {
  /** Conjunction, the reader, and a denial behind it; text is folded. */
  readonly said: RegExp;
  /** That the reader does not want it, between the two or right behind. */
  readonly wish: RegExp;
}

const REASONS: readonly Reason[] = [
  {
    said: /\b(?:because|since|as) (?:you|your)\b[^.!?]{0,80}?(?:\bno longer|\bnot\b|\bnever\b|n't\b)/,
    wish: /\b(?:want(?:ed|s)?|wish(?:ed|es)?|need(?:ed|s)?|like to|use)\b/,
  },
  {
    said: /\b(?:car|parce que|puisque|comme) (?:vous|tu|votre|ta|ton)\b[^.!?]{0,80}?\b(?:pas|plus|jamais|aucune?)\b/,
    wish: /\b(?:souhaite[sz]?|souhaitiez|souhaitais|voulez|vouliez|veux|voulais|desire[sz]?|desiriez)\b/,
  },
  {
    said: /\b(?:da|weil) (?:sie|du|ihre?|deine?)\b[^.!?]{0,80}?\b(?:nicht|keine?[nrms]?|nie)\b/,
    wish: /\b(?:mocht(?:en|est|et)|woll(?:en|ten|test)|willst|wunsch(?:en|t|st)|brauch(?:en|st|t)|benotig(?:en|st|t))\b/,
  },
  {
    said: /\b(?:porque|ya que|dado que|puesto que|como) [^.!?,]{0,20}?\b(?:no|nunca)\b/,
    wish: /\b(?:quier(?:es|e|en)|queria[sn]?|desea[sn]?|necesita[sn]?)\b/,
  },
  {
    said: /\b(?:perche|poiche|dato che|siccome) [^.!?,]{0,20}?\bnon\b/,
    wish: /\b(?:vuoi|vuole|volevi|desider[ia]|voglia)\b/,
  },
  {
    said: /\b(?:porque|pois|ja que|uma vez que|como) [^.!?,]{0,20}?\bnao\b/,
    wish: /\b(?:quer|queres|quis|deseja[sm]?|precisa[sm]?)\b/,
  },
  {
    said: /\b(?:omdat|aangezien) (?:je|jij|u|jouw|uw)\b[^.!?]{0,80}?\b(?:niet|geen|nooit)\b/,
    wish: /\b(?:wilt?|wilde|wenst|wenste|nodig)\b/,
  },
  { said: /\b(?:poniewaz|gdyz) [^.!?,]{0,20}?\bnie\b/, wish: /\b(?:chcesz|chcial\w{0,3}|potrzebujesz)\b/ },
];
/** "No longer want it", "es nicht mehr behalten möchten". */
const BEHIND = /^(?:\W{1,3}\w{1,20}){0,3}/;

/** @param said a whole statement that a contract ended. */
export function endedForReason({ clause }: Evidence): boolean {
  const text = clause.text.folded.slice(clause.start, clause.end);
  return REASONS.some(({ said, wish }) => {
    const found = said.exec(text);
    if (found === null) return false;
    const behind = BEHIND.exec(text.slice(found.index + found[0].length))![0];
    return !wish.test(found[0] + behind);
  });
}
