// Endings that no sentence says whole. A phone company writes that a line will be disconnected, an insurer fills in a table, a box says that this
// one was the last: what they have in common is that several different signals of an ending stand together. Here they are sorted and
// counted; what speaks otherwise forbids it. Used by doubt-cancellation.ts (certain) and may-confirm.ts (likely).
import type { Evidence, Findings } from './find-evidence.ts';
import { RULES, type RuleId } from './frames/rules.ts';
import { isSmallPrint, NEVER_CONFIRMS } from './never-confirms.ts';

/** What a signal tells: that it ends, the last day, what follows, that it was asked for or settled, and leave-taking. */
type Signal = 'stated' | 'title' | 'day' | 'follows' | 'asked' | 'farewell';

const SIGNALS: Readonly<Partial<Record<RuleId, Signal>>> = {
  'cancel.done': 'stated',
  'cancel.confirmed': 'stated',
  'cancel.auto_renew_off': 'stated',
  'cancel.done_unowned': 'stated',
  'cancel.scheduled': 'stated',
  'ending.stated': 'stated',
  'cancel.heading': 'title',
  'cancel.title': 'title',
  'ending.title': 'title',
  'cancel.ends_on': 'day',
  'cancel.access_until': 'follows',
  'cancel.no_more_charges': 'follows',
  'ending.follows': 'follows',
  'cancel.as_asked': 'asked',
  'ending.processed': 'asked',
  'cancel.farewell': 'farewell',
  'told.ended': 'stated',
  'told.surely_ended': 'stated',
  'told.last_day': 'day',
  'told.no_more_charges': 'follows',
  'told.asked': 'asked',
  'told.farewell': 'farewell',
  'told.aftermath': 'follows',
};

/** How many different things about an end are told below the subject; of these, how many in sentences and not in the rows of a table. */
export function signalsOfBody({ evidence }: Findings): { told: number; inSentences: number } {
  const held = evidence.filter(({ voided, clause }) => voided === null && clause.place !== 'subject');
  const count = (items: readonly Evidence[]): number => {
    const signals = new Set(items.map(({ rule }) => SIGNALS[rule]));
    return [...signals].filter((signal) => signal !== undefined && signal !== 'title').length;
  };
  const isRow = ({ clause }: Evidence): boolean =>
    clause.isHeading || clause.tokens.some(({ type, text }) => type === 'mark' && text === '|');
  return { told: count(held), inSentences: count(held.filter((item) => !isRow(item))) };
}

/** Statements of mails that end no contract of the reader's, or not by the reader's will. Offers to return stand beside endings, too. */
const FORBIDS: ReadonlySet<RuleId> = new Set([
  ...NEVER_CONFIRMS,
  'other.own_words',
  'other.policy',
  'other.account_update',
  'other.thing_cancelled',
  'other.outage',
  'other.by_merchant',
  'other.stay',
  'told.threat',
  'expired.unpaid',
  'payment.failed',
  'payment.past_due',
  'payment.heading',
  'payment.consequence',
  'request.received',
  'request.pending',
  'request.to_confirm',
  'request.asked',
  'paused.done',
  'paused.heading',
  'reactivated.done',
  'reactivated.heading',
  'trial.ending',
  'trial.ended',
  'trial.started',
  'price.changes',
  'plan.changed',
  'plan.heading',
  'charged.renewed',
  'signup.active',
  'signup.thanks',
]);
/** "Ends on 3 May" announces a renewal as well; not where it was asked for and what follows is said. */
const ANNOUNCES: ReadonlySet<RuleId> = new Set(['notice.renews', 'notice.expires_soon', 'notice.heading']);
/** Mails that tell how to end a contract, or ask a reader back who ended one. */
const ADVISES: ReadonlySet<RuleId> = new Set(['other.help', 'other.win_back', 'other.survey', 'other.marketing']);
/** What ended by itself is told in the same words. */
const RAN_OUT: ReadonlySet<RuleId> = new Set(['expired.done', 'expired.heading']);

/**
 * `certain`: the end is stated, the reader asked for it or it is settled, and its day or what follows stands in another sentence. `likely`: the
 * end is stated, or the subject names it, and another sentence bears it out.
 */
export function composedEnding(findings: Findings): 'certain' | 'likely' | null {
  const { evidence } = findings;
  const holding = evidence.filter(({ voided }) => voided === null);
  if (holding.some((item) => FORBIDS.has(item.rule) && !isSmallPrint(item)) || evidence.some(isDenied)) return null;
  const found = signalsOf(holding, namesService(findings));
  const has = (signal: Signal): boolean => (found.get(signal)?.length ?? 0) > 0;
  const apart = (signal: Signal): boolean => standsApart(found, signal);
  const saysAny = (rules: ReadonlySet<RuleId>): boolean => holding.some(({ rule }) => rules.has(rule));
  if (saysAny(RAN_OUT) && !has('asked')) return null;
  if (saysAny(ANNOUNCES) && !(has('asked') && has('follows'))) return null;
  if (saysAny(ADVISES) && !has('asked') && !holding.some(({ rule }) => RULES[rule].strength === 'complete')) return null;
  const rows = new Set(holding.filter(({ rule }) => rule === 'ending.row').map(({ clause }) => clause)).size;
  const bearsOut = apart('day') || apart('follows') || rows >= 2;
  // What sentences seem to tell makes nothing certain by itself: one of the rules must have heard it, too.
  const isHeard = holding.some(({ rule }) => !isTold(rule) && BORNE.has(SIGNALS[rule]));
  if (has('stated') && has('asked') && bearsOut && isHeard) return 'certain';
  if (has('stated') && (bearsOut || has('asked') || apart('farewell'))) return 'likely';
  if (has('title') && bearsOut && (apart('asked') || apart('farewell') || (apart('follows') && (apart('day') || rows >= 2))))
    return 'likely';
  return rows >= 2 && has('asked') && (has('follows') || has('day')) ? 'likely' : null;
}

const BORNE: ReadonlySet<Signal | undefined> = new Set(['stated', 'day', 'follows', 'asked']);

/** Told by the sentence model. */
export function isTold(rule: RuleId): boolean {
  return rule.startsWith('told.');
}

function isDenied({ rule, voided }: Evidence): boolean {
  return SIGNALS[rule] === 'stated' && voided !== null;
}

function signalsOf(holding: readonly Evidence[], isNamed: boolean): Map<Signal, Evidence[]> {
  const found = new Map<Signal, Evidence[]>();
  for (const item of holding) {
    const signal = SIGNALS[item.rule];
    // A title counts where it heads the mail; a word of leave may stand anywhere.
    if (signal === undefined || (signal === 'title' && item.clause.place !== 'subject')) continue;
    // "Your … was cancelled" may be said of anything.
    if (item.rule === 'cancel.done_unowned' && !isNamed) continue;
    // "We have closed your ticket": a thing was closed, unless the sentence names a contract outright.
    if (signal === 'stated' && !item.isFirm && item.isOfThing) continue;
    const items = found.get(signal);
    if (items) items.push(item);
    else found.set(signal, [item]);
  }
  return found;
}

/** Whether a signal stands in a sentence of its own: one sentence, however full, is one witness. */
function standsApart(found: ReadonlyMap<Signal, readonly Evidence[]>, signal: Signal): boolean {
  const leading = (found.get('stated') ?? found.get('title') ?? []).map(({ clause }) => clause);
  const items = found.get(signal) ?? [];
  return items.some(({ clause }) => leading.some((other) => other !== clause));
}

/** Whether the mail names a contract outright, or a service that is never had without one. */
export function namesService({ firmWords, serviceWords }: Findings): boolean {
  return firmWords > 0 || serviceWords > 0;
}

/** Signals that only several together tell; beside a whole statement they are a second witness in a sentence of their own. */
export function isEndingSignal(rule: RuleId): boolean {
  return RULES[rule].signal === true && RULES[rule].kind === 'cancellation_confirmed';
}
