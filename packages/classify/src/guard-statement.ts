// What can void a statement that was found: a condition, a denial, a question, quotation marks, or that it speaks of somebody else, of
// a part of the contract, or of one that is long gone. Used by find-evidence.ts.
import type { MessageKind } from '@quittance/domain/event-kind';
import type { ClassSpans, FrameMatch } from './frames/match-frames.ts';
import type { Rule } from './frames/rules.ts';
import type { Clause } from './read-clauses.ts';

export type Voided =
  | 'condition'
  | 'negation'
  | 'question'
  | 'third_party'
  | 'part_of_contract'
  | 'former_contract'
  | 'not_yet'
  | 'quotation';

export interface Guarded {
  readonly rule: Rule;
  readonly match: FrameMatch;
  readonly clause: Clause;
  readonly spans: ClassSpans;
  /** Addresses and `@domain`s that are no third party. */
  readonly ownAddresses: ReadonlySet<string>;
  /** Words of the sender's name: a box or a class in it is no part of a contract. */
  readonly names: ReadonlySet<string>;
}

/** A "not" this many words before a statement still denies it: "this does not mean that your plan is cancelled". */
const NEGATION_REACH = 5;

export function voidedBy(guarded: Guarded): Voided | null {
  const { rule, clause, match } = guarded;
  // In any other condition these tell what will be; in this one they speak to whomever it may concern, as newsletters do.
  if (FORETOLD.has(rule.kind) && isSupposed(guarded)) return 'condition';
  // A lease or a job that ends is renewed by nobody's mail.
  if (match.rule === 'notice.expires_soon' && namesPart(guarded)) return 'part_of_contract';
  if (rule.unguarded) return null;
  if (clause.isQuestion) return 'question';
  if (isConditional(guarded)) return 'condition';
  if (isDenied(guarded)) return 'negation';
  if (rule.kind === 'payment_failed' && isPerhaps(guarded)) return 'not_yet';
  // What ends in two weeks has not ended.
  if (rule.kind === 'expired' && guarded.spans.startsOf('ahead').length > 0) return 'not_yet';
  // What ended months ago is told to win somebody back.
  if (rule.kind === 'expired' && guarded.spans.startsOf('former').length > 0) return 'former_contract';
  // An offer of a job is no offer that is paid for.
  if (rule.kind === 'expired' && namesPart(guarded)) return 'part_of_contract';
  if (rule.kind === 'cancellation_requested') return isOfThing(guarded) ? 'part_of_contract' : null;
  return rule.kind === 'cancellation_confirmed' ? voidedCancellation(guarded) : null;
}

const FORETOLD: ReadonlySet<MessageKind> = new Set(['trial_ending', 'renewal_notice']);
/** Words from "if your" to what is supposed: "if your four-week free trial is coming to an end". */
const SUPPOSED_REACH = 3;

/** What is foretold stands right behind "if your", with nothing told between: not "if your address changed before your plan renews". */
function isSupposed({ match, clause, spans }: Guarded): boolean {
  const isBetween = (at: number, end: number): boolean => at >= end && at < match.from;
  return spans.phrasesOf('supposed').some(([at, end]) => {
    if (at > match.from || match.from - end > SUPPOSED_REACH) return false;
    const isParted = clause.tokens.slice(end, match.from).some(({ text }) => text === ',' || text === ':' || text === ';');
    return !isParted && !spans.startsOf('condition').some((other) => isBetween(other, end));
  });
}

/** "Your next payment might not go through". */
function isPerhaps({ match, spans }: Guarded): boolean {
  return spans.startsOf('perhaps').some((at) => at >= match.from - 2 && at < match.to);
}

/** "Your request to cancel order 4711": what is to be cancelled is named right after, and is no contract. */
function isOfThing({ match, spans, clause }: Guarded): boolean {
  const contracts = spans.phrasesOf('contract');
  const isNear = (at: number): boolean => at >= match.from && at <= match.to + THING_REACH;
  if (contracts.some(([start]) => isNear(start)) || spans.startsOf('autopay').some(isNear)) return false;
  const isData = clause.tokens.slice(match.to, match.to + THING_REACH).some(({ text }) => DATA.has(text));
  return isData || spans.startsOf('thing').some((at) => at >= match.to && isNear(at));
}

/** "To cancel your booking", "to cancel the reservation of …". */
const THING_REACH = 3;
/** What is erased on request, and no contract. */
const DATA: ReadonlySet<string> = new Set(['data', 'donnees', 'daten', 'datos', 'dati', 'dados', 'gegevens', 'danych']);

function isConditional({ rule, match, clause, spans }: Guarded): boolean {
  const mustBeCertain = rule.kind === 'cancellation_confirmed';
  // "If you cancelled your plan" and "if …, your plan is cancelled": before the statement a condition reaches over a comma
  // only to what must be certain; after it, only up to the comma.
  return spans.phrasesOf('condition').some(([at, end]) => {
    // In the verb's own ending: "…しましたら".
    if (at > match.from && at < match.to) return end > match.to;
    if (at < match.from) return mustBeCertain || !hasComma(clause, at, match.from);
    return at >= match.to && mustBeCertain && !hasComma(clause, match.to, at);
  });
}

function isDenied({ match, clause, spans }: Guarded): boolean {
  // "Without any fuss: your plan is cancelled."
  const isParted = (at: number): boolean => clause.tokens.slice(at, match.from).some(({ text }) => text === ',' || text === ':');
  return spans.startsOf('negation').some((at) => at < match.from && match.from - at <= NEGATION_REACH && !isParted(at));
}

function namesPart({ match, spans }: Guarded): boolean {
  return spans.startsOf('part').some((at) => at >= match.from && at < match.to);
}

/** A false cancellation is the worst error: what it is said of must be the person's whole, present contract. */
function voidedCancellation(guarded: Guarded): Voided | null {
  const { rule, match, clause, spans } = guarded;
  if (isQuoted(guarded)) return 'quotation';
  const isName = (at: number): boolean => guarded.names.has(clause.tokens[at]!.text);
  // A monthly gift is no gift, and a box subscription no box.
  const compounds = spans.phrasesOf('contract').filter(([start, end]) => end - start > 1);
  // What arrives regularly is no part of what was ordered, where only a signal is read.
  const goods = spans.startsOf('goods').filter((at) => rule.signal || isNameOfContract(guarded, at));
  const isInCompound = (at: number): boolean => compounds.some(([start, end]) => at >= start && at < end);
  const within = (className: string) =>
    spans.startsOf(className).some((at) => at >= match.from && at < match.to && !isName(at) && !isInCompound(at) && !goods.includes(at));
  if (within('part') || within('news')) return 'part_of_contract';
  if (rule.subject && isGoverned(guarded)) return 'part_of_contract';
  if (spans.startsOf('former').length > 0) return 'former_contract';
  if (rule.past && spans.startsOf('ahead').length > 0) return 'not_yet';
  // "By the bank"; with a day after it, the same word says since when.
  if (spans.phrasesOf('agent').some(([at, end]) => at === match.to && clause.tokens[end]?.type !== 'date' && !isMeans(guarded, end)))
    return 'third_party';
  if (isSaidOfPerson(guarded)) return 'third_party';
  return rule.past && namesThirdParty(clause, guarded.ownAddresses) ? 'third_party' : null;
}

/** "Your contract Box Fibre": written as a name, right after the contract it names. */
function isNameOfContract({ clause, spans }: Guarded, at: number): boolean {
  const { start } = clause.tokens[at]!;
  const written = clause.text.original.charAt(clause.text.toOriginal(start));
  return written !== written.toLowerCase() && spans.phrasesOf('contract').some(([, end]) => end === at);
}

/** "By the button", "by your new provider": how the reader ended it, not who else did. */
function isMeans({ spans }: Guarded, at: number): boolean {
  return spans.startsOf('means').some((start) => start === at || start === at + 1);
}

/** "Your discount on your plan was cancelled", "the transfer of your plan …": what was cancelled is the discount, the transfer. */
function isGoverned({ rule, match, spans, clause, names }: Guarded): boolean {
  // "Your Haven for Hedgehogs membership": a name may have a preposition.
  const isNamed = (at: number): boolean => at >= 0 && at < clause.tokens.length && names.has(clause.tokens[at]!.text);
  const prepositions = spans.phrasesOf('preposition').filter(([at, end]) => !isNamed(at - 1) || !isNamed(end));
  if (prepositions.some(([, end]) => end === match.from)) return true;
  // A title has it rightly: "cancellation of your plan".
  if (rule.strength === 'bare') return false;
  const contract = spans.startsOf('contract').find((at) => at >= match.from && at < match.to);
  if (contract === undefined) return false;
  // What stands before the owner belongs to the verb ("put an end to your plan"), or is the owner's article in Portuguese.
  const owner = spans.startsOf('your').findLast((at) => at < contract) ?? match.from;
  return prepositions.some(([start]) => start >= match.from && start > owner && start < contract);
}

/** Verbs whose form is that of "you" in polite speech, and of anybody else. */
const OF_THIRD_PERSON: ReadonlySet<string> = new Set(['has', 'ha', 'a', 'hat', 'heeft', 'cancelou', 'cancelo', 'annullo', 'encerrou']);

/** "Giulia Tosi ha annullato il rinnovo": first and last name of somebody who is not the sender, right before the verb. */
function isSaidOfPerson({ match, clause, names }: Guarded): boolean {
  const verb = clause.tokens[match.from]!;
  // « à votre demande » begins with no verb.
  if (!OF_THIRD_PERSON.has(verb.text) || clause.text.original.charAt(clause.text.toOriginal(verb.start)) === 'à') return false;
  const isName = (at: number): boolean => {
    const token = clause.tokens[at];
    if (token === undefined || token.type !== 'word' || names.has(token.text)) return false;
    const first = clause.text.original.charAt(clause.text.toOriginal(token.start));
    return first !== first.toLowerCase();
  };
  return isName(match.from - 1) && isName(match.from - 2);
}

/** Inside quotation marks it is an example. Folding made all marks one. */
function isQuoted({ match, clause }: Guarded): boolean {
  const before = clause.text.folded.slice(clause.start, clause.tokens[match.from]!.start);
  return before.split('"').length % 2 === 0 || before.split('「').length > before.split('」').length;
}

function hasComma(clause: Clause, from: number, to: number): boolean {
  return clause.tokens.slice(from, to).some((token) => token.text === ',');
}

function namesThirdParty(clause: Clause, ownAddresses: ReadonlySet<string>): boolean {
  const text = clause.text.folded.slice(clause.start, clause.end);
  if (!text.includes('@')) return false;
  const addresses = text.match(/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g) ?? [];
  return addresses.some((address) => !ownAddresses.has(address) && !ownAddresses.has(`@${address.slice(address.indexOf('@') + 1)}`));
}
