// The last step: which kind, how sure, and whether that is enough to act without asking. A cancellation is never taken as certain
// unless a whole statement of it stands in one clause and nothing speaks against it. Step 8 of classify-message.ts.
import type { Decision } from '@quittance/domain/classification';
import { EVENT_KINDS, type EventKind, type MessageKind } from '@quittance/domain/event-kind';
import type { ParsedMessage } from '@quittance/domain/message';
import { doubtCancellation } from './doubt-cancellation.ts';
import type { Findings } from './find-evidence.ts';
import type { KindScores } from './score-kinds.ts';
import { ABSTAIN_CONFIDENCE, CONFIDENCE, DOUBT_SCORE_MIN, EVENT_SCORE_MIN, FALSE_COST, PROBABLE_COST } from './weights.ts';

export interface Verdict {
  readonly kind: MessageKind;
  readonly confidence: number;
  readonly decided: Decision;
  /** Codes of what forbade an automatic decision. */
  readonly doubts: readonly string[];
}

export interface DecisionInput {
  readonly message: ParsedMessage;
  readonly scores: KindScores;
  readonly findings: Findings;
  readonly suspicions: readonly string[];
  /** Whether the other rendering of the text says the same; asked only when it matters. */
  readonly alternativeAgrees: (kind: EventKind) => boolean;
}

export function decide(input: DecisionInput): Verdict {
  const ranked = EVENT_KINDS.map((kind) => ({ kind, score: input.scores.get(kind)! })).sort((a, b) => b.score - a.score);
  const [best, second] = ranked as [(typeof ranked)[0], (typeof ranked)[0]];
  const other = input.scores.get('other')!;
  if (best.score < EVENT_SCORE_MIN || other >= best.score) return decideOther(best.score, other, input);
  const confidence = logistic(best.score, best.score - Math.max(second.score, other));
  // Who forges a brand says something else with it than what it says.
  if (input.suspicions.length > 0) return { kind: 'other', confidence: round(confidence), decided: 'auto', doubts: ['suspicious'] };
  const doubts = doubtsOf(best.kind, input);
  return { kind: best.kind, confidence: round(confidence), decided: choose(best.kind, confidence, doubts), doubts };
}

/** The cheapest of acting, asking and leaving it open, with the costs of weights.ts. */
function choose(kind: EventKind, confidence: number, doubts: readonly string[]): Decision {
  if (confidence < ABSTAIN_CONFIDENCE) return 'abstain';
  return doubts.length === 0 && (1 - confidence) * FALSE_COST[kind] <= PROBABLE_COST ? 'auto' : 'probable';
}

function decideOther(best: number, other: number, { findings, message }: DecisionInput): Verdict {
  const confidence = round(logistic(other, Math.max(other - best, 0)) * 0.3 + 0.7);
  // Nothing speaks for `other` but that no kind was clear, in a mail that is about a contract: left open. Mail to a list is about
  // everybody's contracts.
  const isHint = best >= DOUBT_SCORE_MIN && findings.contractWords > 0;
  const isTopic = findings.contractInSubject && !isListMail(message);
  const isOpen = (isHint || isTopic) && other < Math.max(best + 2, DOUBT_SCORE_MIN);
  return { kind: 'other', confidence: isOpen ? ABSTAIN_CONFIDENCE : confidence, decided: isOpen ? 'abstain' : 'auto', doubts: [] };
}

function isListMail(message: ParsedMessage): boolean {
  return message.listId !== null || /^(?:bulk|list|junk)$/.test(message.precedence ?? '');
}

function doubtsOf(kind: EventKind, { message, findings, alternativeAgrees }: DecisionInput): string[] {
  if (kind !== 'cancellation_confirmed') return message.forwarded ? ['forwarded'] : [];
  return doubtCancellation(message, findings.evidence, () => alternativeAgrees(kind));
}

function logistic(score: number, margin: number): number {
  return 1 / (1 + Math.exp(-(CONFIDENCE.bias + CONFIDENCE.score * score + CONFIDENCE.margin * margin)));
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
