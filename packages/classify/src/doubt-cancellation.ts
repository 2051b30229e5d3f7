// What forbids taking a cancellation as certain. A false "cancelled" is the worst error, so one sentence is never enough: a whole
// statement, a second signal, and nothing that speaks against either. Used by decide.ts; the codes are for tests and logs.
import type { ParsedMessage } from '@quittance/domain/message';
import { composedEnding, isEndingSignal, isTold, namesService, signalsOfBody } from './composed-ending.ts';
import { endedForReason } from './ended-for-reason.ts';
import type { Evidence, Findings } from './find-evidence.ts';
import { RULES, type RuleId } from './frames/rules.ts';
import { namesOtherAffairs } from './other-affairs.ts';
import { namesOtherPerson } from './other-person.ts';
import { isShownLetter } from './shown-letter.ts';
import { hasDay, isReceiptWithEnd, UNFINISHED } from './receipt-with-end.ts';
import { isSmallPrint, NEVER_CONFIRMS, TOLD_OTHERWISE } from './never-confirms.ts';
import { outweighed } from './outweighed.ts';
import { READ_CHARS_MAX } from './read-clauses.ts';

/** What follows from the end of a paid contract. */
const CONTRACT_ENDS: ReadonlySet<RuleId> = new Set([
  'cancel.ends_on',
  'cancel.access_until',
  'cancel.no_more_charges',
  'cancel.will_not_renew',
]);

/** The same, as sentences tell it in other words. */
const TOLD_ENDS: ReadonlySet<RuleId> = new Set(['told.last_day', 'told.no_more_charges']);

const COUNTER: ReadonlySet<RuleId> = new Set([...NEVER_CONFIRMS, 'other.thing_cancelled']);

/** Says that it is done, but not all of what: whole only together with a title and a day on which the contract ends. */
const NEARLY_WHOLE: ReadonlySet<RuleId> = new Set(['cancel.heading', 'cancel.done_unowned', 'cancel.will_not_renew', 'cancel.scheduled']);
const CONSEQUENCES: ReadonlySet<RuleId> = new Set(['cancel.no_more_charges', 'cancel.access_until', 'cancel.will_not_renew']);
const FOLLOWS: ReadonlySet<RuleId> = new Set(['cancel.no_more_charges', 'cancel.access_until', 'cancel.as_asked']);
const ASKED: ReadonlySet<RuleId> = new Set(['cancel.as_asked', 'cancel.farewell', 'cancel.heading', 'cancel.done_unowned']);
/** What a mail may say beside a confirmation. */
const HARMLESS: ReadonlySet<RuleId> = new Set(['other.help', 'other.survey', 'other.free_plan']);

/** What follows from an end, or who asked for it. */
const BEARS_OUT: ReadonlySet<RuleId> = new Set([
  ...CONTRACT_ENDS,
  'cancel.as_asked',
  'ending.follows',
  'ending.processed',
  'told.last_day',
  'told.no_more_charges',
  'told.asked',
]);

/** By the sender for a reason of theirs, or only to go on under another name. */
const ENDED_OTHERWISE: ReadonlySet<RuleId> = new Set(['expired.for_cause', 'plan.replaced']);
const UNPAID: ReadonlySet<RuleId> = new Set(['payment.failed', 'payment.past_due', 'expired.unpaid']);

/** That it was the reader's own will: then "has ended" tells of the cancellation, not of a contract that ran out. */
const WILLED: ReadonlySet<RuleId> = new Set(['cancel.as_asked', 'cancel.confirmed', 'cancel.auto_renew_off', 'told.asked']);
/** That the reader asked for it, or goes. */
const WANTED: ReadonlySet<RuleId> = new Set(['cancel.as_asked', 'ending.processed', 'told.asked', 'cancel.farewell', 'told.farewell']);
/** What became of the contract instead. */
const OTHERWISE: ReadonlySet<RuleId> = new Set(['expired.done', 'trial.ended', 'paused.done', 'reactivated.done']);

/** Below this share the words themselves speak of something else: rules and words must agree before a person is told "cancelled". */
export const WORDS_AGREE_MIN = 0.1;

export interface CancellationDoubts {
  readonly message: ParsedMessage;
  readonly findings: Findings;
  /** How likely a confirmed cancellation is, by all that is known and by the words alone. */
  readonly share: number;
  readonly wordsShare: number;
  /** Whether the other rendering of the text says the same, but for these doubts; asked last, it costs a second reading. */
  readonly alternativeAgrees: (butFor: readonly string[], isSure: boolean) => boolean;
}

/** Where no sentence says it whole: how likely it must be by all that is known and by the words, and how many things must be told. */
const TOLD_SHARE_MIN = 0.95;
const TOLD_WORDS_MIN = 0.3;
const TOLD_SIGNALS_MIN = 3;
const NOT_WHOLE: readonly string[] = ['no_whole_statement'];

/** How likely a cancellation must be by all that is known and by the words alone, so that what stands far below it is outweighed. */
const SURE_SHARE_MIN = 0.97;
const SURE_WORDS_MIN = 0.9;

export function doubtCancellation({ message, findings, share, wordsShare, alternativeAgrees }: CancellationDoubts): string[] {
  const isSure = share >= SURE_SHARE_MIN && wordsShare >= SURE_WORDS_MIN;
  const doubts = doubtStatement(message, isSure ? outweighed(findings) : findings);
  if (wordsShare < WORDS_AGREE_MIN) doubts.push('words_disagree');
  // A company's confirmation may say it in no sentence whole and yet leave no doubt: the end, its day, what follows and who asked, one by one.
  const isUnsaid = doubts.length === 1 && doubts[0] === NOT_WHOLE[0];
  const isToldApart = isUnsaid && share >= TOLD_SHARE_MIN && wordsShare >= TOLD_WORDS_MIN && tellsApart(findings);
  if (doubts.length > 0 && !isToldApart) return doubts;
  return alternativeAgrees(isToldApart ? NOT_WHOLE : [], isSure) ? [] : ['alternatives_differ'];
}

/** Some of it in sentences, since a word in a row of a table says nothing whole; and nothing that was found is void. */
function tellsApart(findings: Findings): boolean {
  const { told, inSentences } = signalsOfBody(findings);
  if (told < TOLD_SIGNALS_MIN || inSentences === 0) return false;
  return !findings.evidence.some(
    ({ rule, voided }) => voided !== null && RULES[rule].strength !== 'support' && RULES[rule].kind === 'cancellation_confirmed',
  );
}

/** Thanks and farewells stand in any mail, and a title is one in the subject only. */
const NO_WORDS_OF_BODY: ReadonlySet<RuleId> = new Set(['cancel.farewell', 'told.farewell', 'told.aftermath', 'ending.confirms']);

/** Whether more than the subject says it. */
export function saysOfBody({ evidence }: Findings): boolean {
  return evidence.some(
    ({ rule, voided, clause }) =>
      clause.place !== 'subject' && voided === null && RULES[rule].kind === 'cancellation_confirmed' && !NO_WORDS_OF_BODY.has(rule),
  );
}

/** What the statements and headers of the mail alone have against it; the stacker learns what it is worth when there is nothing. */
export function doubtStatement(message: ParsedMessage, findings: Findings): string[] {
  const { evidence } = findings;
  const holding = evidence.filter((item) => item.voided === null);
  const complete = holding.filter((item) => RULES[item.rule].strength === 'complete');
  const has = (rules: ReadonlySet<RuleId>) => holding.some((item) => rules.has(item.rule));
  const doubts: string[] = [];
  if (complete.length === 0) doubts.push(...(isComposed(findings) ? [] : ['no_whole_statement']));
  else if (!hasSecondSignal(holding, complete)) doubts.push('single_signal');
  // "Your plan" may be a meal plan: what is said of it must show that it was a contract.
  else if (!complete.some((item) => item.isFirm) && !has(CONTRACT_ENDS) && !has(TOLD_ENDS)) doubts.push('ambiguous_contract');
  if (hasVoidedClause(evidence, complete)) doubts.push('voided_statement');
  if (holding.some((item) => COUNTER.has(item.rule) && !goesWithContract(item, complete))) doubts.push('counter_statement');
  // "Your membership has been terminated" is both readings of one sentence; what another sentence says is against it.
  if (endedOtherwise(holding, complete, composedEnding(findings) === 'certain')) doubts.push('ended_otherwise');
  if (holding.some((item) => UNPAID.has(item.rule) && !isSmallPrint(item))) doubts.push('unpaid');
  if (holding.some(({ rule, clause }) => ENDED_OTHERWISE.has(rule) && clause.place !== 'body')) doubts.push('ended_for_cause');
  if (complete.some(endedForReason)) doubts.push('ended_for_reason');
  if (complete.some(saysByItself) && !has(WANTED)) doubts.push('ended_by_itself');
  if (has(UNFINISHED)) doubts.push('unfinished_request');
  // Of whoever does not pay, and of what is replaced, the small print speaks, too.
  if (holding.some(({ rule, clause }) => TOLD_OTHERWISE.has(rule) && clause.place !== 'body')) doubts.push('told_otherwise');
  if (message.forwarded) doubts.push('forwarded');
  // What stands further below was not read, and may take it back.
  if (message.text.body.length > READ_CHARS_MAX) doubts.push('read_in_part');
  if (reportsFailure(message)) doubts.push('authentication_failed');
  // Looked for in the text itself, so only where an end is told and nothing else stands against it.
  const isNearlyClean = doubts.every((doubt) => NOT_WHOLE.includes(doubt)) && holding.some(({ rule }) => isOfEnd(rule));
  if (isNearlyClean && isShownLetter(message)) doubts.push('shown_letter');
  if (isNearlyClean && namesOtherAffairs(message)) doubts.push('other_affairs');
  if (isNearlyClean && namesOtherPerson(message)) doubts.push('other_person');
  return doubts;
}

/** "Your plan was cancelled automatically": whoever did, it was not the reader. Of the renewal it is said, too. */
const BY_ITSELF =
  /(?:\bautomatically\b|automatiquement|automatisch\b|automaticamente|automatycznie|自動的に)(?! (?:renew|renouv|verlang|renov|rinnov|odnaw|odnow))/;

/** The adverb may follow the verb. */
const ADVERB_CHARS = 17;

function saysByItself({ rule, clause, start, end }: Evidence): boolean {
  const [behind] = clause.text.folded.slice(end, end + ADVERB_CHARS).split(/[.,;]/, 1);
  return rule === 'cancel.done' && BY_ITSELF.test(clause.text.folded.slice(start, end) + behind!);
}

function isOfEnd(rule: RuleId): boolean {
  return RULES[rule].kind === 'cancellation_confirmed';
}

function endedOtherwise(holding: readonly Evidence[], complete: readonly Evidence[], isAsked: boolean): boolean {
  const isTitled = holding.some(({ rule, clause }) => clause.place === 'subject' && TITLES.has(rule));
  const isWilled = isTitled || complete.some(({ clause }) => clause.place === 'subject') || holding.some(({ rule }) => WILLED.has(rule));
  return holding.some(({ rule, clause }) => {
    if (!OTHERWISE.has(rule) || complete.some((item) => item.clause === clause)) return false;
    return rule !== 'expired.done' || (!isAsked && (complete.length === 0 || !isWilled));
  });
}

/** "Your plan is cancelled, your next delivery was called off": the delivery goes with the contract that the same sentence ends. */
function goesWithContract({ rule, clause, start }: Evidence, complete: readonly Evidence[]): boolean {
  if (rule !== 'other.thing_cancelled') return false;
  return complete.some((item) => item.rule === 'cancel.done' && item.clause === clause && !item.isOfThing && item.end <= start);
}

/** What a title says is counted where titles are. */
const NAMES_ONLY: ReadonlySet<RuleId> = new Set(['ending.title', 'ending.confirms']);
/** A sentence that seems to take leave, or to tell of what comes after, stands in other mails, too. */
const NO_WITNESS: ReadonlySet<RuleId> = new Set(['told.farewell', 'told.aftermath']);

/**
 * A confirmation says it twice (in its subject, or again in another sentence), or says what follows from it; a sentence that only happens to
 * say it does neither.
 */
function hasSecondSignal(holding: readonly Evidence[], complete: readonly Evidence[]): boolean {
  const ofKind = holding.filter((item) => RULES[item.rule].kind === 'cancellation_confirmed');
  // What the whole statement itself says in wider words is no second witness.
  const isWitness = ({ rule, clause }: Evidence): boolean => !NO_WITNESS.has(rule) && !complete.some((item) => item.clause === clause);
  const cancelling = ofKind.filter((item) => !isEndingSignal(item.rule) || isWitness(item));
  if (cancelling.some((item) => RULES[item.rule].strength === 'support' && !NAMES_ONLY.has(item.rule))) return true;
  // The rest of what was paid is given back.
  if (holding.some(({ rule }) => rule === 'refund.promised' || rule === 'refund.done')) return true;
  // "We confirm that your plan was cancelled" says that saying so is what the mail is for.
  const isPurpose = (item: Evidence): boolean => item.rule === 'cancel.confirmed' && saysDone(item.clause);
  const saysDone = (clause: Evidence['clause']): boolean => complete.some((item) => item.rule === 'cancel.done' && item.clause === clause);
  return complete.some(isPurpose) || cancelling.some(({ clause }) => complete.some((item) => item.clause !== clause));
}

/**
 * Whether sentences that are not whole by themselves say it whole together: "Cancellation confirmed" with "your membership ends on 3 May". A
 * title counts in the subject only, the end must have its day, a contract must be named by a firm word, and nothing else may be said.
 */
function isComposed(findings: Findings): boolean {
  const { evidence, firmWords, contractWords } = findings;
  const cancelling = evidence.filter(({ rule }) => RULES[rule].kind === 'cancellation_confirmed');
  const holding = cancelling.filter(({ voided }) => voided === null);
  const received = new Set(
    evidence.filter(({ rule, voided }) => rule === 'request.received' && voided === null).map(({ clause }) => clause),
  );
  const isAlone = evidence.every(({ rule, voided, clause }) => {
    const { kind, strength } = RULES[rule];
    // What a receipt says it received is no statement that fails.
    if (kind === 'cancellation_confirmed')
      return (
        voided === null || strength === 'support' || rule === 'cancel.title' || (received.has(clause) && voided === 'part_of_contract')
      );
    if (kind === 'cancellation_requested' && voided === null) return isReceiptWithEnd(findings);
    // Who has just been released may be asked back; under a title that does so nobody was.
    if (rule === 'other.win_back' && received.size > 0) return clause.place !== 'subject';
    // Offers, surveys and conditions stand beneath what the mail is for.
    if (kind === 'other' && clause.place === 'body') return !COUNTER.has(rule);
    // A loan for the handset stands beside the contract it came with.
    return kind !== 'other' || HARMLESS.has(rule) || (rule === 'other.purchase' && contractWords > 0);
  });
  if (!isAlone) return false;
  if (namesService(findings) && (composedEnding(findings) === 'certain' || isToldWhole(holding))) return true;
  if (firmWords === 0) return false;
  // A receipt that stands here names the end as well.
  if (received.size > 0) return true;
  const has = (rule: RuleId): boolean => holding.some((item) => item.rule === rule);
  if (endsAsTitled(holding) || hasConsequence(holding)) return true;
  // One sentence may say all of it: asked for, not renewed, nothing more due.
  if (has('cancel.will_not_renew') && has('cancel.as_asked') && has('cancel.no_more_charges')) return true;
  return holding.some(({ rule, clause }) => {
    if (!NEARLY_WHOLE.has(rule)) return false;
    const ends = holding.filter((item) => CONTRACT_ENDS.has(item.rule) && hasDay(item));
    // Not to be renewed is no cancellation, unless it was asked for.
    if (rule === 'cancel.will_not_renew') return ends.length > 0 && holding.some((item) => ASKED.has(item.rule));
    // A row of a table says it only together with a row that says that nothing more is due.
    if (rule === 'cancel.heading' && clause.place !== 'subject' && !has('cancel.no_more_charges')) return false;
    return ends.some((item) => item.clause !== clause);
  });
}

/**
 * A sentence at the head tells of the end in words of its own, another one bears it out, and the reader asked for it or is taken leave of: what a sender
 * ends for reasons of its own is told in the same words. A rule must have heard more than leave-taking.
 */
function isToldWhole(holding: readonly Evidence[]): boolean {
  if (!holding.some(({ rule }) => WANTED.has(rule))) return false;
  if (!holding.some(({ rule }) => !isTold(rule) && BEARS_OUT.has(rule))) return false;
  const telling = holding.filter(({ rule, clause }) => rule === 'told.surely_ended' && clause.place !== 'body' && !clause.isHeading);
  // What is not renewed may be the sender's to give up.
  const bears = (rule: RuleId): boolean => BEARS_OUT.has(rule) && rule !== 'cancel.will_not_renew';
  return holding.some(({ rule, clause }) => bears(rule) && telling.some((item) => item.clause !== clause));
}

/** The subject calls itself a cancellation or says farewell, the contract has its last day, and a third sentence says what follows or who asked. */
function endsAsTitled(holding: readonly Evidence[]): boolean {
  const inSubject = holding.filter(({ clause }) => clause.place === 'subject');
  // A contract that merely runs out is announced, too.
  if (inSubject.some(({ rule }) => rule === 'cancel.will_not_renew')) return false;
  if (!inSubject.some(({ rule }) => rule === 'cancel.title' || rule === 'cancel.heading' || rule === 'cancel.farewell')) return false;
  const ends = holding.some((item) => item.rule === 'cancel.ends_on' && item.isFirm && hasDay(item));
  return ends && holding.some(({ rule, clause }) => FOLLOWS.has(rule) && clause.place !== 'subject');
}

/** "The subscription was cancelled", without saying whose, and in another sentence what follows for the reader. */
function hasConsequence(holding: readonly Evidence[]): boolean {
  const said = holding.filter(({ rule, isFirm }) => rule === 'cancel.done_unowned' && isFirm);
  return holding.some(({ rule, clause }) => CONSEQUENCES.has(rule) && said.some((item) => item.clause !== clause));
}

const TITLES: ReadonlySet<RuleId> = new Set([
  'cancel.title',
  'cancel.heading',
  'cancel.done',
  'cancel.done_unowned',
  'cancel.will_not_renew',
]);
/** A whole statement was voided and no other one holds in that clause. */
function hasVoidedClause(evidence: readonly Evidence[], complete: readonly Evidence[]): boolean {
  const voided = evidence.filter((item) => item.voided !== null && RULES[item.rule].strength === 'complete');
  // "Until the end of your subscription period, which is set to end on 8 May" tells the last day.
  const tellsEnd = (clause: Evidence['clause']): boolean =>
    evidence.some((item) => item.clause === clause && item.voided === null && CONTRACT_ENDS.has(item.rule));
  const isPart = ({ voided: reason, clause }: Evidence): boolean => reason === 'part_of_contract' && tellsEnd(clause);
  return voided.some((item) => !complete.some(({ clause }) => clause === item.clause) && !isPart(item));
}

/** DMARC failed, or every DKIM signature did: a passing one makes up for broken ones, SPF breaks by forwarding. */
function reportsFailure(message: ParsedMessage): boolean {
  const results = (method: string) => message.reported.filter((item) => item.method === method).map((item) => item.result);
  if (results('dmarc').includes('fail')) return true;
  const dkim = results('dkim');
  return dkim.includes('fail') && !dkim.includes('pass');
}
