// From statements to one score per kind. Step 5 of classify-message.ts.
import { EVENT_KINDS, type EventKind, type MessageKind } from '@quittance/domain/event-kind';
import type { Evidence, Findings } from './find-evidence.ts';
import { RULES, type RuleId } from './frames/rules.ts';
import * as weights from './weights.ts';

export type KindScores = ReadonlyMap<MessageKind, number>;

export interface ScoredKinds {
  /** What the statements of each kind weigh by themselves. */
  readonly stated: KindScores;
  /** What is left when stronger kinds have explained weaker ones away. */
  readonly explained: KindScores;
}

export function scoreKinds(findings: Findings): ScoredKinds {
  const holding = findings.evidence.filter((item) => item.voided === null && !isBeside(item, findings));
  const scores = new Map<MessageKind, number>();
  for (const kind of EVENT_KINDS) {
    const share = findings.contractWords > 0 ? 1 : weights.WITHOUT_CONTRACT[kind];
    scores.set(kind, share * scoreOf(kind, holding));
  }
  scores.set('other', scoreOf('other', holding));
  const stated = new Map(scores);
  const hasComplete = holding.some((evidence) => RULES[evidence.rule].strength === 'complete');
  const isUnpaid = holding.some((evidence) => evidence.rule === 'expired.unpaid');
  // Cancelled by the merchant for want of payment: the contract ended, but nobody was released from it.
  if (isUnpaid) reduce(scores, { cancellation_confirmed: 0.3, payment_failed: 0.6 });
  else if (hasComplete) apply(weights.COMPLETE_CANCELLATION, scores);
  for (const relation of weights.RELATIONS) {
    if (!(hasComplete && relation.leaves.cancellation_confirmed !== undefined)) apply(relation, scores);
  }
  return { stated, explained: scores };
}

/** What stands beside the matter and does not speak against it. */
function isBeside(item: Evidence, findings: Findings): boolean {
  // A purchase speaks against a subscription only where none is named: subscriptions are ordered, too.
  if (item.rule === 'other.purchase') return findings.contractWords > 0;
  // A help desk numbers the requests to cancel as it does all others.
  if (item.rule === 'other.help') return findings.evidence.some(({ rule, voided }) => rule === 'request.received' && voided === null);
  // "Next payment: none", "automatic renewal: off".
  if (RULES[item.rule].kind === 'renewal_notice') return saysInClause(item, findings.evidence, NOTHING_DUE);
  return RULES[item.rule].kind === 'expired' && endedAsAsked(item, findings.evidence);
}

const NOTHING_DUE: ReadonlySet<RuleId> = new Set(['cancel.no_more_charges', 'cancel.auto_renew_off', 'cancel.heading']);

function saysInClause({ clause }: Evidence, evidence: readonly Evidence[], rules: ReadonlySet<RuleId>): boolean {
  return evidence.some((item) => item.clause === clause && item.voided === null && rules.has(item.rule));
}

/**
 * "Ended at your request": what else would be said of a contract that ran out is said of one that was cancelled. A subject ("the end of your
 * policy") takes its sense from the sentence that says so.
 */
export function endedAsAsked(item: Evidence, evidence: readonly Evidence[]): boolean {
  const isTitle = item.clause.place === 'subject';
  const telling = isTitle ? evidence : evidence.filter(({ clause }) => clause === item.clause);
  const asked = telling.filter(({ rule, voided }) => rule === 'cancel.as_asked' && voided === null);
  return asked.some((one) => saysInClause(one, evidence, TELLS) || (isTitle && saysInClause(one, evidence, FOLLOWS)));
}

const FOLLOWS: ReadonlySet<RuleId> = new Set(['cancel.no_more_charges', 'cancel.will_not_renew', 'cancel.ends_on']);
const TELLS: ReadonlySet<RuleId> = new Set(['cancel.done', 'cancel.confirmed', 'cancel.done_unowned']);

function apply(relation: weights.Relation, scores: Map<MessageKind, number>): void {
  const score = scores.get(relation.kind)!;
  if (score < relation.from) return;
  for (const [kind, share] of Object.entries(relation.leaves)) {
    const explained = scores.get(kind as EventKind)!;
    if (score >= explained * weights.EXPLAINS_SHARE) scores.set(kind as EventKind, explained * share);
  }
}

function reduce(scores: Map<MessageKind, number>, leaves: Readonly<Partial<Record<EventKind, number>>>): void {
  for (const [kind, share] of Object.entries(leaves)) scores.set(kind as EventKind, scores.get(kind as EventKind)! * share);
}

function scoreOf(kind: MessageKind, holding: readonly Evidence[]): number {
  const best = new Map<string, number>();
  for (const evidence of holding) {
    if (RULES[evidence.rule].kind !== kind) continue;
    best.set(evidence.rule, Math.max(best.get(evidence.rule) ?? 0, weightOf(evidence)));
  }
  let supported = 0;
  const statements: number[] = [];
  for (const [rule, weight] of best) {
    if (RULES[rule as Evidence['rule']].strength === 'support') supported += weight * weights.SUPPORT_SHARE;
    else statements.push(weight);
  }
  statements.sort((a, b) => b - a);
  const [first, ...further] = statements;
  if (first === undefined) return Math.min(supported, weights.SUPPORT_ALONE_MAX);
  return first + further.reduce((sum, weight) => sum + weight * weights.FURTHER_SHARE, 0) + Math.min(supported, weights.SUPPORT_MAX);
}

export function weightOf(evidence: Evidence): number {
  const rule = RULES[evidence.rule];
  const places = rule.kind === 'other' ? weights.OTHER_PLACE_WEIGHT : weights.PLACE_WEIGHT;
  const share = rule.strength === 'bare' && evidence.clause.place !== 'subject' ? weights.BODY_TITLE_SHARE : 1;
  return rule.weight * places[evidence.clause.place] * share;
}
