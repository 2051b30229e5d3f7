// What a single sentence tells about the end of a contract: that it ended, its last day, that nothing more is charged – or that it was only asked
// for, may be ended, ran out, or was something else. A linear model over the sentence's words and statements, trained by `npm run train` on the sentences
// in packages/classify/training/sentences. It hears what the frames have no words for; what follows from it is for stack-inputs.ts and
// composed-ending.ts, and it never decides alone.
import type { Evidence } from '../find-evidence.ts';
import { isRuled } from '../frames/lexicons.ts';
import { RULES, type RuleId } from '../frames/rules.ts';
import type { Clause } from '../read-clauses.ts';
import type { Signals } from '../read-signals.ts';
import { SENSES, sensesOf } from '../senses/senses.ts';
import { hashSentence } from './hash-features.ts';
import { scoreFirst, type LinearModel } from './linear-model.ts';

/** What the sentences of a mail about an ending tell, and what those that only look like them do (training/README.md). */
export const TELLINGS = [
  'ended',
  'last_day',
  'no_more_charges',
  'asked',
  'farewell',
  'aftermath',
  'request_only',
  'conditional',
  'threat',
  'other_thing',
  'withdrawn',
  'running_out',
  'goes_on',
  'offer',
  'still_open',
  'someone_else',
  'replaced',
  'part_only',
  'lure',
  'plain',
] as const;
export type Telling = (typeof TELLINGS)[number];

type Row = 'value' | 'plain';

export interface Told {
  readonly clause: Clause;
  /** Probabilities in the order of TELLINGS. */
  readonly shares: readonly number[];
  /** A row of a table: of a day, an amount or a number only, or with no word of an end, when whom and what it names is the reader and their contract. */
  readonly row: Row | null;
}

/** A greeting or a button tells nothing. */
export const TOKENS_MIN = 3;

type Readable = Pick<Signals, 'clauses' | 'findings' | 'guess' | 'names'>;
type ByClause = ReadonlyMap<Clause, readonly Evidence[]>;

/** Of every sentence that is long enough to tell something. */
function tellingsOf(model: LinearModel, { clauses, findings, guess, names }: Readable, byClause: ByClause): Told[] {
  const told: Told[] = [];
  for (const [index, clause] of clauses.entries()) {
    if (clause.tokens.length < TOKENS_MIN) continue;
    const { buckets, values, count } = hashSentence(clause, names, findings.concepts[index]!, byClause.get(clause) ?? NONE, guess.language);
    const shares = scoreFirst(model, buckets, values, count).map(Math.exp);
    told.push({ clause, shares, row: rowOf(clause, guess.language) });
  }
  return told;
}

const NONE: readonly Evidence[] = [];

/** A label stands within so many tokens; of Japanese each character is one. */
const LABEL_MAX = 5;
const LABEL_MAX_JA = 14;
const OF_ENDS: ReadonlySet<string> = new Set(['cancel', 'end', 'stop', 'close', 'cut', 'remove', 'leave', 'request', 'delete']);

function rowOf(clause: Clause, language: string): Row | null {
  const { tokens } = clause;
  const mark = tokens.findIndex(({ type, text }) => type === 'mark' && (text === ':' || text === '|'));
  if (mark === -1 || mark >= (language === 'ja' ? LABEL_MAX_JA : LABEL_MAX)) return null;
  if (tokens.length > mark + 1 && tokens.every(({ type }, at) => at < mark || type !== 'word')) return 'value';
  const ends = sensesOf(clause, language)
    .flat()
    .some((sense) => OF_ENDS.has(SENSES[sense]!));
  return ends ? null : 'plain';
}

function groupByClause(evidence: readonly Evidence[]): ByClause {
  const groups = new Map<Clause, Evidence[]>();
  for (const item of evidence) {
    const group = groups.get(item.clause);
    if (group) group.push(item);
    else groups.set(item.clause, [item]);
  }
  return groups;
}

/** How sure a sentence must be to count as a signal; that it tells of the end itself must be surer, and twice so to stand for a whole statement. */
const SURELY_FROM = 0.85;
const SIGNALS: Readonly<Partial<Record<Telling, { readonly rule: RuleId; readonly from: number }>>> = {
  ended: { rule: 'told.ended', from: 0.6 },
  last_day: { rule: 'told.last_day', from: 0.5 },
  no_more_charges: { rule: 'told.no_more_charges', from: 0.5 },
  asked: { rule: 'told.asked', from: 0.5 },
  farewell: { rule: 'told.farewell', from: 0.5 },
  aftermath: { rule: 'told.aftermath', from: 0.5 },
  threat: { rule: 'told.threat', from: 0.85 },
};

/** What keeps an end from being the reader's own, whole and settled. */
const AGAINST = placesOf(['still_open', 'someone_else', 'replaced', 'part_only', 'lure']);
const UNSETTLED = placesOf(['still_open', 'someone_else', 'part_only']);
const AGAINST_IN_ROW = placesOf(['still_open', 'part_only', 'lure']);
/** How surely a sentence must tell any of them to be heard against what the rest of the mail tells. */
const AGAINST_FROM = 0.6;
const AGAINST_HEARD_FROM = 0.9;
const FOLLOWS: ReadonlySet<RuleId> = new Set(['cancel.access_until', 'cancel.no_more_charges', 'cancel.ends_on']);
/** Whose paid contract ended has a free one from then on: that replaces nothing. */
const FREE_PLAN =
  /\b(?:free (?:plan|tier|version|account)|plan free|(?:plan|formule|offre|version|compte) gratuite?|kostenlose\w* (?:plan|tarif|version|konto)|plan gratuito|piano gratuito|versione gratuita|gratis (?:plan|versie|account|abonnement)|darmow\w* plan\w*|plan\w* darmow\w*)\b|(?:無料|フリー|free ?)プラン/;

/** The signals with what their sentences tell, and among the evidence what tells of an end. */
export function withTellings<T extends Readable>(model: LinearModel, signals: T): T & { told: Told[] } {
  // Of a language it never learned the model knows nothing.
  if (!isRuled(signals.guess.language)) return { ...signals, told: [] };
  const byClause = groupByClause(signals.findings.evidence);
  const told = tellingsOf(model, signals, byClause);
  const evidence = [...signals.findings.evidence, ...told.flatMap((item) => evidenceOf(item, byClause.get(item.clause) ?? []))];
  return { ...signals, told, findings: { ...signals.findings, evidence } };
}

function evidenceOf({ clause, shares, row }: Told, stated: readonly Evidence[]): Evidence[] {
  if (clause.isQuestion) return [];
  const { start, end } = clause;
  const told = (rule: RuleId): Evidence => ({ rule, clause, start, end, voided: null, isFirm: false, isOfThing: false });
  // A title like "your request to leave" leaves open what the mail then settles.
  if (
    clause.place !== 'subject' &&
    against({ clause, shares, row }, FREE_PLAN.test(clause.text.folded.slice(start, end)) ? UNSETTLED : AGAINST) >= heardFrom(stated)
  )
    return [told('told.against')];
  const most = shares.indexOf(Math.max(...shares));
  const signal = SIGNALS[TELLINGS[most]!];
  if (signal === undefined || shares[most]! < signal.from) return [];
  const rule = signal.rule === 'told.ended' && shares[most]! >= SURELY_FROM ? 'told.surely_ended' : signal.rule;
  if (RULES[rule].kind === 'cancellation_confirmed' && isVoided(stated)) return [];
  return [told(rule)];
}

/** A rule that hears what follows from an end in the same sentence is to be outvoted more surely. */
function heardFrom(stated: readonly Evidence[]): number {
  const isHeard = ({ rule, voided }: Evidence): boolean => voided === null && FOLLOWS.has(rule);
  return stated.some(isHeard) ? AGAINST_HEARD_FROM : AGAINST_FROM;
}

/** Denied, on a condition, of somebody else: what voids every statement of a cancellation in a sentence voids what it seems to tell. */
function isVoided(stated: readonly Evidence[]): boolean {
  const said = stated.filter(({ rule }) => RULES[rule].kind === 'cancellation_confirmed');
  return said.length > 0 && said.every(({ voided }) => voided !== null);
}

/** How surely some sentence tells it. */
export function mostTold(told: readonly Told[], telling: Telling): number {
  const at = TELLINGS.indexOf(telling);
  return told.reduce((most, { shares }) => Math.max(most, shares[at]!), 0);
}

/** How surely some sentence speaks against an end. */
export function toldAgainst(told: readonly Told[]): number {
  return told.reduce((most, item) => (item.clause.isQuestion ? most : Math.max(most, against(item))), 0);
}

/** A day or an amount speaks against nothing. */
function against({ shares, row }: Told, places = AGAINST): number {
  if (row === 'value') return 0;
  return (row === 'plain' ? AGAINST_IN_ROW : places).reduce((sum, at) => sum + shares[at]!, 0);
}

function placesOf(names: readonly Telling[]): readonly number[] {
  return names.map((name) => TELLINGS.indexOf(name));
}

/** What bears an end out in another sentence. */
const BEARS_OUT: readonly Telling[] = ['last_day', 'no_more_charges', 'asked', 'farewell', 'aftermath'];

/** How surely one sentence tells of the end and another one bears it out. */
export function toldApart(told: readonly Told[]): number {
  const ended = mostTold(told, 'ended');
  const telling = told.find(({ shares }) => shares[TELLINGS.indexOf('ended')] === ended);
  const apart = told.filter((item) => item !== telling);
  return Math.min(ended, Math.max(...BEARS_OUT.map((name) => mostTold(apart, name))));
}
