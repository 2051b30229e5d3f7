// "Because you no longer study, your membership ends": who gives what the reader is, or did not do, as the reason ended it themselves. That the reader wants no
// more of it is no such reason. Used by doubt-cancellation.ts.
import type { Evidence } from './find-evidence.ts';

const WISH =
  /\b(?:want|wish|need|like|souhait|voul|veux|desir|mocht|will|wunsch|brauch|quier|quer|dese|necesit|desej|precis|voglia|vuol|desider|wil|wens|chce|potrzeb)/;

/** Conjunction, the reader, and a denial behind it. Text is folded. */
const REASONS: readonly RegExp[] = [
  /\b(?:because|since|as) (?:you|your)\b[^.!?]{0,80}?(?:\bno longer|\bnot\b|\bnever\b|n't\b)/,
  /\b(?:car|parce que|puisque|comme) (?:vous|tu|votre|ta|ton)\b[^.!?]{0,80}?\b(?:pas|plus|jamais|aucune?)\b/,
  /\b(?:da|weil) (?:sie|du|ihre?|deine?)\b[^.!?]{0,80}?\b(?:nicht|keine?[nrms]?|nie)\b/,
  /\b(?:porque|ya que|dado que|puesto que) [^.!?,]{0,20}?\b(?:no|nunca)\b/,
  /\b(?:perche|poiche|dato che) [^.!?,]{0,20}?\bnon\b/,
  /\b(?:porque|pois|ja que|uma vez que) [^.!?,]{0,20}?\bnao\b/,
  /\b(?:omdat|aangezien) (?:je|jij|u|jouw|uw)\b[^.!?]{0,80}?\b(?:niet|geen|nooit)\b/,
  /\b(?:poniewaz|gdyz) [^.!?,]{0,20}?\bnie\b/,
];
const BEHIND_CHARS = 40;

/** @param said a whole statement that a contract ended. */
export function endedForReason({ clause }: Evidence): boolean {
  const text = clause.text.folded.slice(clause.start, clause.end);
  return REASONS.some((reason) => {
    const found = reason.exec(text);
    if (found === null) return false;
    const end = found.index + found[0].length;
    return !WISH.test(text.slice(found.index, end + BEHIND_CHARS));
  });
}
