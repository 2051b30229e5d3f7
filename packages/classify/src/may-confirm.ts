// Whether a mail that would be put aside or left open says enough of a cancellation to be asked about. Statements that a confirmation never
// makes, and every veto, forbid the question, too; what a shop cancels does not, where a contract is said to be cancelled in so many words.
// Used by decide.ts; it never makes a decision automatic.
import type { MessageKind } from '@quittance/domain/event-kind';
import { composedEnding } from './composed-ending.ts';
import type { Findings } from './find-evidence.ts';
import { RULES, type RuleId } from './frames/rules.ts';
import { NEVER_CONFIRMS } from './never-confirms.ts';

/** Mails that speak of cancellations without telling of one. */
const SPEAKS_OTHERWISE: ReadonlySet<RuleId> = new Set([
  ...NEVER_CONFIRMS,
  'other.own_words',
  'other.win_back',
  'other.policy',
  'other.account_update',
  'expired.unpaid',
  'request.received',
  'request.pending',
  'request.to_confirm',
  'request.asked',
  'payment.consequence',
  'payment.past_due',
  'payment.heading',
  'other.outage',
  'other.by_merchant',
  'other.stay',
]);

const FOLLOWS: ReadonlySet<RuleId> = new Set(['cancel.no_more_charges', 'cancel.access_until', 'cancel.ends_on']);

export function mayConfirm(findings: Findings, likeliest: MessageKind): boolean {
  if (composedEnding(findings) !== null) return true;
  const { evidence, firmWords, contractWords } = findings;
  const cancelling = evidence.filter(({ rule }) => RULES[rule].kind === 'cancellation_confirmed' && RULES[rule].strength !== 'support');
  const said = cancelling.filter(({ voided }) => voided === null);
  if (said.length === 0 || said.length < cancelling.length) return false;
  const holding = evidence.filter(({ voided }) => voided === null);
  if (holding.some(({ rule }) => SPEAKS_OTHERWISE.has(rule))) return false;
  const follows = holding.some(({ rule }) => FOLLOWS.has(rule));
  // Who asks why somebody left looks back.
  if (!follows && holding.some(({ rule }) => rule === 'other.survey')) return false;
  if (said.some(({ rule }) => rule === 'cancel.done' || (contractWords > 0 && RULES[rule].strength === 'complete'))) return true;
  const isOfShop = holding.some(({ rule }) => rule === 'other.thing_cancelled' || rule === 'other.purchase');
  // Not of what, but that it was asked for and what follows.
  const isNamed = firmWords > 0 || holding.some(({ rule }) => rule === 'cancel.as_asked');
  if (follows && isNamed && !isOfShop && said.some(({ rule }) => rule === 'cancel.done_unowned')) return true;
  // The words speak of a cancellation too, if not surely.
  return likeliest === 'cancellation_confirmed' && firmWords > 0 && !isOfShop;
}
