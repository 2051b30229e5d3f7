// A receipt that confirms: it names the day on which the contract ends, under a title that says done, or with the word that nothing goes on. Used by
// doubt-cancellation.ts and veto-kinds.ts.
import type { Evidence, Findings } from './find-evidence.ts';
import type { RuleId } from './frames/rules.ts';

/** Something is still to be done before a request is one. */
export const UNFINISHED: ReadonlySet<RuleId> = new Set(['request.to_confirm', 'request.pending']);

/** "Cancellation of your plan" is the title of a receipt as well; "your plan was cancelled" is that of a confirmation. */
const SAYS_DONE: ReadonlySet<RuleId> = new Set(['cancel.done', 'cancel.done_unowned', 'cancel.will_not_renew', 'ending.confirms']);
const ENDS: ReadonlySet<RuleId> = new Set(['cancel.ends_on', 'cancel.access_until']);

/**
 * A cancellation that needs nobody's consent is confirmed by naming its receipt and the day on which the contract ends (§ 312k BGB, art. L215-1-1
 * of the French consumer code), under a title that calls itself the confirmation, or where it is said that nothing is renewed or charged after that
 * day; a mere receipt has neither, and neither has the confirmation of a request. Under a title that names the contract, the end of the period
 * that is paid for is a day, too.
 */
export function isReceiptWithEnd({ evidence, firmWords }: Findings): boolean {
  const holding = evidence.filter(({ voided }) => voided === null);
  const has = (test: (item: Evidence) => boolean): boolean => holding.some(test);
  if (has(({ rule }) => UNFINISHED.has(rule) || rule === 'request.asked')) return false;
  const inSubject = holding.filter(({ clause }) => clause.place === 'subject');
  const titles = inSubject.filter(({ rule, clause }) => SAYS_DONE.has(rule) && !(rule === 'ending.confirms' && namesRequest(clause)));
  if (titles.some(({ isFirm }) => isFirm) && has((item) => item.rule === 'cancel.access_until' && namesPeriod(item))) return true;
  const ends = holding.filter((item) => ENDS.has(item.rule) && (item.isFirm || firmWords > 0) && hasDay(item));
  if (titles.length > 0 || has(({ rule }) => rule === 'cancel.will_not_renew')) return ends.length > 0;
  // Access is kept, and nothing charged, while a request is looked at, too; the last day of the contract is not named then.
  const isSettled = has(({ rule }) => rule === 'cancel.no_more_charges') || inSubject.some(({ rule }) => rule === 'cancel.heading');
  return isSettled && ends.some(({ rule }) => rule === 'cancel.ends_on');
}

/** "Confirmation of your cancellation request" confirms the request. */
const REQUEST = /request|demande|antrag|anfrage|solicitud|solicitacao|richiesta|pedido|verzoek|aanvraag|wnios|prosb|zlecen|申請|依頼|申込/;

function namesRequest({ text, start, end }: Evidence['clause']): boolean {
  return REQUEST.test(text.folded.slice(start, end));
}

/** "Until the end of your billing period", not "in the meantime". */
const PERIOD =
  /period|cycle|\b(?:term|month|year|ciclo|mois|annee|mes|ano|anno|mese)\b|laufzeit|zeitraum|monat|jahr|echeance|termijn|maand|okres|cykl|期間|月末/;

function namesPeriod({ clause, start, end }: Evidence): boolean {
  return PERIOD.test(clause.text.folded.slice(start, end));
}

/** Whether the statement names a day. */
export function hasDay({ clause, start, end }: Evidence): boolean {
  return clause.tokens.some((token) => token.type === 'date' && token.start >= start && token.end <= end);
}
