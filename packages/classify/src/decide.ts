// The last step: which kind, how sure, and whether that is enough to act without asking. Probabilities come from the stacker; what they
// allow is a matter of costs (weights.ts). A cancellation is never taken as certain unless it is said whole – in one clause, or by
// sentences that bear one another out – the words agree, and nothing speaks against it. Step 9 of classify-message.ts.
import type { Decision } from '@quittance/domain/classification';
import { EVENT_KINDS, type EventKind, type MessageKind } from '@quittance/domain/event-kind';
import type { ParsedMessage } from '@quittance/domain/message';
import { composedEnding, isTold } from './composed-ending.ts';
import { namesForeignContract } from './contract-words.ts';
import { doubtCancellation, doubtStatement, WORDS_AGREE_MIN, type CancellationDoubts } from './doubt-cancellation.ts';
import type { Findings } from './find-evidence.ts';
import { mayConfirm } from './may-confirm.ts';
import type { Clause } from './read-clauses.ts';
import type { Signals } from './read-signals.ts';
import { otherContract } from './other-contract.ts';
import { RULES } from './frames/rules.ts';
import { KINDS } from './model/linear-model.ts';
import { mostTold, TELLINGS, toldApart, type Told } from './model/sentence-model.ts';
import { SENSES, sensesOf } from './senses/senses.ts';
import { moved, vetoKinds } from './veto-kinds.ts';
import {
  ABSTAIN_CONFIDENCE,
  ABSTAIN_COST,
  ASK_CANCELLATION_CONFIDENCE,
  FALSE_COST,
  FOREIGN_CONFIDENCE,
  FOREIGN_CONTRACT_CONFIDENCE,
  MISS_COST,
  OPEN_SHARE,
  OPEN_TOLD,
  PERHAPS_CHARS,
  PERHAPS_SHARE,
  PROBABLE_CANCELLATION_COST,
  PROBABLE_COST,
  TOLD_APART,
  TOLD_SHARE,
  UNSTATED_CONFIDENCE,
  UNSTATED_WORDS,
} from './weights.ts';

export interface Verdict {
  readonly kind: MessageKind;
  /** Likelihood of the kind; how far it can be believed, calibrate.ts says. */
  readonly confidence: number;
  readonly decided: Decision;
  /** Codes of what forbade an automatic decision. */
  readonly doubts: readonly string[];
  /** What a dressed-up mail claims to be. */
  readonly pretends?: EventKind;
  /** Of a mail left open that most likely is none: what it is if it is one, with its likelihood. */
  readonly perhaps?: Perhaps | null;
  /** Read from what the words of a language without rules mean. */
  readonly isForeign?: boolean;
}

interface Perhaps {
  readonly kind: EventKind;
  readonly confidence: number;
}

export interface DecisionInput {
  readonly signals: Signals;
  /** Probabilities in the order of KINDS: of words and rules together, and of the words alone. */
  readonly shares: readonly number[];
  readonly wordShares: readonly number[];
  /** Whether the model was trained on the mail's language. */
  readonly isLearned: boolean;
  /** Probabilities of a mail in another language that names a contract; null where nothing is known of its words. Asked only when it matters. */
  readonly foreignShares: () => readonly number[] | null;
  readonly suspicions: readonly string[];
  /** Whether the merchant is one of those known for subscriptions (merchants/alias-table.ts), whose mail need not name a contract. */
  readonly isKnownMerchant: boolean;
  /** Whether the other rendering of the text says the same; asked only when it matters. */
  readonly alternativeAgrees: CancellationDoubts['alternativeAgrees'];
}

export function decide(input: DecisionInput): Verdict {
  const { message, findings, clauses } = input.signals;
  const other = otherContract(clauses, findings.evidence);
  const open = vetoKinds(input.shares, findings);
  const possible = other === 'stated' ? moved(moved(open, 'cancellation_confirmed', 'other'), 'cancellation_requested', 'other') : open;
  // Said whole, twice, and with nothing against it: offers to return, surveys and free plans around it make it no other mail.
  const isClean = other === null && wordsAgree(input) && doubtStatement(message, findings).length === 0;
  const clean = isClean ? moved(moved(possible, 'other', 'cancellation_confirmed'), 'expired', 'cancellation_confirmed') : possible;
  const shares = isClean && composedEnding(findings) === 'certain' ? unstatedGiveWay(clean, findings) : clean;
  const confidence = Math.max(...shares);
  const likeliest = KINDS[shares.indexOf(confidence)]!;
  // Where nothing is stated and the words are unsure, or everybody on a list is written to, naming an event would be a guess.
  const isStated = statesAnything(input.signals);
  const isGuess = !isStated && (confidence < UNSTATED_CONFIDENCE || isListMail(message));
  const claimed = isGuess ? 'other' : likeliest;
  // Who forges a brand says something else with it than what it says.
  const isSuspicious = input.suspicions.length > 0;
  if (isSuspicious && claimed !== 'other') return { kind: 'other', confidence, decided: 'auto', doubts: ['suspicious'], pretends: claimed };
  const kind = !isStated && countWords(clauses) < UNSTATED_WORDS ? 'other' : claimed;
  const chosen =
    kind !== 'other'
      ? choose(kind, confidence, [])
      : kind === likeliest || isListMail(message)
        ? chooseOther(confidence, input)
        : 'abstain';
  // What reads like a confirmation is asked about rather than put aside: to miss one costs more than a question.
  const isOpen = kind === 'other' || chosen === 'abstain';
  const share = shares[KINDS.indexOf('cancellation_confirmed')]!;
  const mayBe = (): boolean =>
    tellsOfEnd(input.signals.told, share, chosen === 'abstain') || mayConfirm(share < TOLD_SHARE ? heard(findings) : findings, kind);
  if (isOpen && other === null && !isSuspicious && !isListMail(message) && mayBe()) {
    return {
      kind: 'cancellation_confirmed',
      confidence: Math.max(share, ASK_CANCELLATION_CONFIDENCE),
      decided: 'probable',
      doubts: ['asked_about'],
    };
  }
  // What the words of a language never learned say of a contract is not known, however sure they sound.
  if (kind === 'other' && !input.isLearned && !isListMail(message)) {
    const foreign = foreignVerdict(input.foreignShares(), message);
    // A refused payment leaves something owed, whatever it was for.
    const isRefused = foreign.kind === 'payment_failed' && foreign.decided === 'probable';
    if (isRefused || namesForeignContract(message)) return foreign;
  }
  if (kind === 'other')
    return { kind, confidence, decided: chosen, doubts: [], perhaps: chosen === 'abstain' ? perhapsOf(shares, input) : null };
  const doubts = [...doubtsOf(kind, confidence, input), ...(other && kind === 'cancellation_confirmed' ? ['other_contract'] : [])];
  return { kind, confidence, decided: choose(kind, confidence, doubts), doubts };
}

/** Never more than a question: of such a language no statement is understood. */
function foreignVerdict(shares: readonly number[] | null, message: ParsedMessage): Verdict {
  const doubts = ['language_unknown'];
  const confidence = shares === null ? 0 : Math.max(...shares);
  const kind = shares === null ? 'other' : KINDS[shares.indexOf(confidence)]!;
  if (kind === 'other')
    return { kind, confidence: FOREIGN_CONTRACT_CONFIDENCE, decided: 'abstain', doubts, perhaps: shares && likelyEvent(shares, message) };
  const decided = confidence < FOREIGN_CONFIDENCE ? 'abstain' : 'probable';
  return { kind, confidence, decided, doubts, isForeign: true };
}

/** A cancellation is likely enough and its sentences tell of an end: one of them in a mail left open, two that bear one another out in any. */
function tellsOfEnd(told: readonly Told[], share: number, isLeftOpen: boolean): boolean {
  if (isLeftOpen && share >= OPEN_SHARE && mostTold(told, 'ended') >= OPEN_TOLD) return true;
  return share >= TOLD_SHARE && toldApart(told) >= TOLD_APART;
}

function wordsAgree({ wordShares }: DecisionInput): boolean {
  return wordShares[KINDS.indexOf('cancellation_confirmed')]! >= WORDS_AGREE_MIN;
}

/** What the rules found, without what sentences seem to tell: where nothing else in the mail speaks of an end, they mostly err. */
function heard(findings: Findings): Findings {
  return { ...findings, evidence: findings.evidence.filter(({ rule }) => !isTold(rule)) };
}

/** Beside an ending that is certain, a kind that no sentence states is only an echo of its words. */
function unstatedGiveWay(shares: readonly number[], { evidence }: Findings): readonly number[] {
  const stated = new Set(
    evidence.filter(({ rule, voided }) => voided === null && RULES[rule].strength !== 'support').map(({ rule }) => RULES[rule].kind),
  );
  return EVENT_KINDS.reduce<readonly number[]>(
    (left, kind) => (kind === 'cancellation_confirmed' || stated.has(kind) ? left : moved(left, kind, 'cancellation_confirmed')),
    shares,
  );
}

/** Scripts without spaces have a token for each character, about three to a word. */
function countWords(clauses: readonly Clause[]): number {
  const words = clauses.flatMap(({ tokens }) => tokens).filter(({ type }) => type === 'word');
  return words.reduce((sum, { text }) => sum + (text.length > 1 ? 1 : 1 / 3), 0);
}

function statesAnything({ findings }: Signals): boolean {
  return findings.evidence.some(({ rule, voided }) => voided === null && RULES[rule].kind !== 'other' && !RULES[rule].signal);
}

/** The cheapest of acting, asking and leaving it open. */
function choose(kind: EventKind, confidence: number, doubts: readonly string[]): Decision {
  const isCancellation = kind === 'cancellation_confirmed';
  if (confidence < (isCancellation ? ASK_CANCELLATION_CONFIDENCE : ABSTAIN_CONFIDENCE)) return 'abstain';
  const asking = isCancellation ? PROBABLE_CANCELLATION_COST : PROBABLE_COST;
  return doubts.length === 0 && (1 - confidence) * FALSE_COST[kind] <= asking ? 'auto' : 'probable';
}

/** To put a mail aside that is about a subscription costs more than to leave it open. */
function chooseOther(confidence: number, { signals }: DecisionInput): Decision {
  // Mail to a list is about everybody's contracts; mail that names neither contract nor money is about nobody's.
  if (isListMail(signals.message)) return 'auto';
  const { findings } = signals;
  const speaks = findings.evidence.some(({ rule, voided }) => voided === null && !RULES[rule].signal);
  const speaksOfNone = findings.contractWords === 0 && findings.amounts === 0 && !speaks;
  if (speaksOfNone && (confidence > UNSTATED_CONFIDENCE || tellsNothing(signals.told))) return 'auto';
  return (1 - confidence) * MISS_COST <= ABSTAIN_COST ? 'auto' : 'abstain';
}

/**
 * Half of the templates left open are about a subscription, so they are kept and asked about. Of ordinary mail, of which far more comes, one in forty is left
 * open, too: what is long, and what neither names a contract nor states anything, is kept no more than what is put aside (docs/accuracy.md).
 */
function perhapsOf(shares: readonly number[], input: DecisionInput): Perhaps | null {
  const { message, findings } = input.signals;
  const speaks = input.isKnownMerchant || namesContract(findings) || statesAnything(input.signals);
  return speaks ? likelyEvent(shares, message) : null;
}

function likelyEvent(shares: readonly number[], message: ParsedMessage): Perhaps | null {
  const events = EVENT_KINDS.map((kind, index) => ({ kind, confidence: shares[index]! }));
  const event = events.reduce((best, one) => (one.confidence > best.confidence ? one : best));
  return event.confidence >= PERHAPS_SHARE && message.text.body.length < PERHAPS_CHARS ? event : null;
}

/** Small talk: of all that its sentences could tell they most likely tell nothing. */
function tellsNothing(told: readonly Told[]): boolean {
  return told.length > 0 && told.every(({ shares }) => shares.indexOf(Math.max(...shares)) === TELLINGS.indexOf('plain'));
}

function isListMail(message: ParsedMessage): boolean {
  return message.listId !== null || /^(?:bulk|list|junk)$/.test(message.precedence ?? '');
}

function doubtsOf(kind: EventKind, share: number, input: DecisionInput): string[] {
  const { signals, wordShares, isLearned, isKnownMerchant, alternativeAgrees } = input;
  const doubts = [
    ...(isLearned ? [] : ['language_unknown']),
    ...(OF_ANY_PAYER.has(kind) && !isKnownMerchant && !namesContract(signals.findings) ? ['no_contract'] : []),
  ];
  if (kind !== 'cancellation_confirmed') return signals.message.forwarded ? [...doubts, 'forwarded'] : doubts;
  const { message, findings } = signals;
  const wordsShare = wordShares[EVENT_KINDS.indexOf(kind)]!;
  // "Your cancellation is confirmed", of which nobody says what it was of, may be a booking's.
  const isOfNothing = !isKnownMerchant && !namesContract(findings) && !namesWhatEnded(findings, signals.guess.language);
  if (isOfNothing) doubts.push('no_contract');
  return [...doubts, ...doubtCancellation({ message, findings, share, wordsShare, alternativeAgrees })];
}

/** Orders, bookings and fines are refused, rise and are given back as well: where no contract is named, most such mails were about none. */
const OF_ANY_PAYER: ReadonlySet<EventKind> = new Set(['payment_failed', 'price_change', 'refund']);

export function namesContract({ contractWords, firmWords, serviceWords }: Findings): boolean {
  return contractWords + firmWords + serviceWords > 0;
}

const RUNS_ON: ReadonlySet<string> = new Set(['subscription', 'contract', 'membership', 'plan', 'service', 'line', 'insurance']);

/** Whether a sentence that tells of the end names by any word what runs on. */
function namesWhatEnded({ evidence }: Findings, language: string): boolean {
  return evidence.some(
    ({ rule, voided, clause }) =>
      voided === null &&
      RULES[rule].kind === 'cancellation_confirmed' &&
      sensesOf(clause, language).some((senses) => senses.some((sense) => RUNS_ON.has(SENSES[sense]!))),
  );
}
