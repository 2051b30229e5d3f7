// What the stacker weighs: per kind what the rules and the words say for it, and once per mail what speaks for no kind at all. The numbers
// are the same for every event kind, so that few weights learn from all mails; the names are the columns of weights.json.
import { EVENT_KINDS, type EventKind } from '@quittance/domain/event-kind';
import { doubtStatement } from '../doubt-cancellation.ts';
import type { Evidence } from '../find-evidence.ts';
import { RULES } from '../frames/rules.ts';
import { isRuled } from '../frames/lexicons.ts';
import type { Signals } from '../read-signals.ts';
import { KINDS } from './linear-model.ts';
import { mostTold, toldAgainst, toldApart, type Telling } from './sentence-model.ts';

/** Inputs of each event kind. */
export const KIND_INPUTS = [
  'explained',
  'stated',
  'margin',
  'complete',
  'plain',
  'bare',
  'support',
  'inSubject',
  'voided',
  'words',
  'agree',
  'wordsUnruled',
  'withoutContract',
  'statements',
  'cleanCancellation',
  'loneCancellation',
  'told',
  'toldApart',
  'toldAgainst',
] as const;
/** Inputs of `other`. */
export const OTHER_INPUTS = [
  'explained',
  'best',
  'words',
  'noContract',
  'contractWords',
  'contractInSubject',
  'amounts',
  'voided',
  'unruled',
  'wordsUnruled',
  'questions',
] as const;

export interface StackInputs {
  /** One row a kind in the order of KINDS; the last, of `other`, has the other columns. */
  readonly rows: readonly (readonly number[])[];
}

const SCORE_UNIT = 10;
const SCORE_MAX = 25;

/** What a sentence tells that speaks for a kind; of other kinds and of `other` it was tried, and told less than the rules. */
const TELLS: Readonly<Partial<Record<EventKind, Telling>>> = {
  cancellation_confirmed: 'ended',
  cancellation_requested: 'request_only',
};

/**
 * @param signals with what their sentences tell.
 * @param words logarithms of the kinds' probabilities by the words alone, in the order of KINDS.
 */
export function stackInputs(signals: Signals, words: readonly number[]): StackInputs {
  const isKnown = isRuled(signals.guess.language);
  const ranked = [...signals.scores.explained.values(), 0].sort((a, b) => b - a);
  const shared = { signals, isKnown, words, ranked, byKind: groupByKind(signals.findings.evidence) };
  return { rows: [...EVENT_KINDS.map((kind, index) => kindRow(shared, kind, index)), otherRow(shared)] };
}

interface Shared {
  readonly signals: Signals;
  readonly isKnown: boolean;
  readonly words: readonly number[];
  /** Scores of all kinds, the highest first. */
  readonly ranked: readonly number[];
  readonly byKind: ReadonlyMap<string, readonly Evidence[]>;
}

function groupByKind(evidence: readonly Evidence[]): Map<string, Evidence[]> {
  const groups = new Map<string, Evidence[]>();
  for (const item of evidence) {
    const { kind, signal } = RULES[item.rule];
    if (signal) continue;
    const group = groups.get(kind);
    if (group) group.push(item);
    else groups.set(kind, [item]);
  }
  return groups;
}

const NONE: readonly Evidence[] = [];

function kindRow({ signals, isKnown, words, ranked, byKind }: Shared, kind: EventKind, index: number): number[] {
  const { stated, explained } = signals.scores;
  const own = explained.get(kind)!;
  const rival = ranked[0] === own ? (ranked[1] ?? 0) : ranked[0]!;
  const evidence = byKind.get(kind) ?? NONE;
  const holding = evidence.filter((item) => item.voided === null);
  const said = holding.filter((item) => RULES[item.rule].strength !== 'support');
  const has = (strength: string) => Number(holding.some((item) => RULES[item.rule].strength === strength));
  const word = Math.max(words[index]!, -8);
  const isCancellation = kind === 'cancellation_confirmed';
  const doubts = isCancellation ? doubtStatement(signals.message, signals.findings) : null;
  return [
    unit(own),
    unit(stated.get(kind)!),
    own === 0 ? 0 : clamp((own - rival) / SCORE_UNIT, -2, 2),
    has('complete'),
    has('plain'),
    has('bare'),
    has('support'),
    Number(said.some((item) => item.clause.place === 'subject')),
    // Said only in ways that do not hold: denied, on a condition, of somebody else.
    Number(said.length === 0 && evidence.some((item) => item.voided !== null)),
    word,
    unit(own) * Math.exp(word),
    isKnown ? 0 : word,
    Number(signals.findings.contractWords === 0),
    said.length === 0 ? 0 : Math.min(new Set(said.map((item) => item.clause)).size, 3) / 3,
    // Nothing against it, or nothing but that one sentence says it.
    Number(doubts?.length === 0),
    Number(doubts?.length === 1 && doubts[0] === 'single_signal'),
    TELLS[kind] ? mostTold(signals.told, TELLS[kind]) : 0,
    isCancellation ? toldApart(signals.told) : 0,
    isCancellation ? toldAgainst(signals.told) : 0,
  ];
}

function otherRow({ signals, isKnown, words, byKind }: Shared): number[] {
  const { findings, scores, clauses } = signals;
  let best = 0;
  for (const kind of EVENT_KINDS) best = Math.max(best, scores.explained.get(kind)!);
  const word = Math.max(words[KINDS.length - 1]!, -8);
  let voided = 0;
  for (const kind of EVENT_KINDS) if (byKind.get(kind)?.some((item) => item.voided !== null)) voided += 1;
  return [
    unit(scores.explained.get('other')!),
    unit(best),
    word,
    Number(findings.contractWords === 0),
    Math.log1p(findings.contractWords) / 2,
    Number(findings.contractInSubject),
    Math.min(findings.amounts, 4) / 4,
    Math.min(voided, 3),
    Number(!isKnown),
    isKnown ? 0 : word,
    Math.min(clauses.filter((clause) => clause.isQuestion).length, 3) / 3,
  ];
}

function unit(score: number): number {
  return Math.min(score, SCORE_MAX) / SCORE_UNIT;
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
