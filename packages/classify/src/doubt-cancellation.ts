// What forbids taking a cancellation as certain. A false "cancelled" is the worst error, so one sentence is never enough: a whole
// statement, a second signal, and nothing that speaks against either. Used by decide.ts; the codes are for tests and logs.
import type { ParsedMessage } from '@quittance/domain/message';
import type { Evidence } from './find-evidence.ts';
import { RULES, type RuleId } from './frames/rules.ts';

/** What follows from the end of a paid contract. */
const CONTRACT_ENDS: ReadonlySet<RuleId> = new Set([
  'cancel.ends_on',
  'cancel.access_until',
  'cancel.no_more_charges',
  'cancel.will_not_renew',
]);

/** Statements of other mails that a confirmation never makes; offers, surveys and help links it does make. */
const COUNTER: ReadonlySet<RuleId> = new Set([
  'other.newsletter',
  'other.thing_cancelled',
  'other.merchant_side',
  'other.not_done',
  'other.example',
  'other.scam',
  'other.thread',
  'other.security',
  'other.delivery',
]);

const UNFINISHED: ReadonlySet<RuleId> = new Set(['request.to_confirm', 'request.pending']);
const UNPAID: ReadonlySet<RuleId> = new Set(['payment.failed', 'payment.past_due', 'expired.unpaid']);

/** Below this share the words themselves speak of something else: rules and words must agree before a person is told "cancelled". */
const WORDS_AGREE_MIN = 0.25;

export interface CancellationDoubts {
  readonly message: ParsedMessage;
  readonly evidence: readonly Evidence[];
  /** How likely the words alone make a confirmed cancellation. */
  readonly wordsShare: number;
  /** Whether the other rendering of the text says the same; asked last, it costs a second reading. */
  readonly alternativeAgrees: () => boolean;
}

export function doubtCancellation({ message, evidence, wordsShare, alternativeAgrees }: CancellationDoubts): string[] {
  const doubts = doubtStatement(message, evidence);
  if (wordsShare < WORDS_AGREE_MIN) doubts.push('words_disagree');
  if (doubts.length === 0 && !alternativeAgrees()) doubts.push('alternatives_differ');
  return doubts;
}

/** What the statements and headers of the mail alone have against it; the stacker learns what it is worth when there is nothing. */
export function doubtStatement(message: ParsedMessage, evidence: readonly Evidence[]): string[] {
  const holding = evidence.filter((item) => item.voided === null);
  const complete = holding.filter((item) => RULES[item.rule].strength === 'complete');
  const has = (rules: ReadonlySet<RuleId>) => holding.some((item) => rules.has(item.rule));
  const doubts: string[] = [];
  if (complete.length === 0) doubts.push('no_whole_statement');
  else if (!hasSecondSignal(holding, complete)) doubts.push('single_signal');
  // "Your plan" may be a meal plan: what is said of it must show that it was a contract.
  else if (!complete.some((item) => item.isFirm) && !has(CONTRACT_ENDS)) doubts.push('ambiguous_contract');
  if (hasVoidedClause(evidence, complete)) doubts.push('voided_statement');
  if (has(COUNTER)) doubts.push('counter_statement');
  if (has(UNPAID)) doubts.push('unpaid');
  if (has(UNFINISHED)) doubts.push('unfinished_request');
  if (message.forwarded) doubts.push('forwarded');
  if (reportsFailure(message)) doubts.push('authentication_failed');
  return doubts;
}

/** A confirmation says it in the subject too, or says what follows from it; a sentence that only happens to say it does neither. */
function hasSecondSignal(holding: readonly Evidence[], complete: readonly Evidence[]): boolean {
  const cancelling = holding.filter((item) => RULES[item.rule].kind === 'cancellation_confirmed');
  if (cancelling.some((item) => RULES[item.rule].strength === 'support')) return true;
  return cancelling.some((item) => item.clause.place === 'subject') && complete.some((item) => item.clause.place !== 'subject');
}

/** A whole statement was voided and no other one holds in that clause. */
function hasVoidedClause(evidence: readonly Evidence[], complete: readonly Evidence[]): boolean {
  const voided = evidence.filter((item) => item.voided !== null && RULES[item.rule].strength === 'complete');
  return voided.some((item) => !complete.some(({ clause }) => clause === item.clause));
}

/** DMARC failed, or every DKIM signature did: a passing one makes up for broken ones, SPF breaks by forwarding. */
function reportsFailure(message: ParsedMessage): boolean {
  const results = (method: string) => message.reported.filter((item) => item.method === method).map((item) => item.result);
  if (results('dmarc').includes('fail')) return true;
  const dkim = results('dkim');
  return dkim.includes('fail') && !dkim.includes('pass');
}
