// Runs the frames over every clause and keeps the statements that hold: not hypothetical, not denied, not asked, not about someone
// else. What was found and voided is kept too, as the reason against. Step 4 of classify-message.ts.
import type { MessageKind } from '@quittance/domain/event-kind';
import type { Clause } from './read-clauses.ts';
import type { CompiledLexicon } from './frames/compile-lexicon.ts';
import { matchFrames, spansOf, type ClassSpans, type FrameMatch } from './frames/match-frames.ts';
import { RULES, type RuleId } from './frames/rules.ts';
import { voidedBy, type Voided } from './guard-statement.ts';

export interface Evidence {
  readonly rule: RuleId;
  readonly clause: Clause;
  /** Offsets in the folded text of the clause. */
  readonly start: number;
  readonly end: number;
  readonly voided: Voided | null;
  /** The contract is named by a word that means little else (subscription, not plan, pass or offer). */
  readonly isFirm: boolean;
  /** Beside it stands what is no contract: an order, a ticket of a help desk, a newsletter, somebody's customer. */
  readonly isOfThing: boolean;
}

export interface Findings {
  readonly evidence: readonly Evidence[];
  /** Words for a running contract (subscription, renewal, per month, …), and whether one stands in the subject. */
  readonly contractWords: number;
  /** Those among them that mean little else. */
  readonly firmWords: number;
  /** Words for what is never had without a contract: broadband, electricity, insurance. */
  readonly serviceWords: number;
  readonly contractInSubject: boolean;
  readonly amounts: number;
  /** By clause: what it speaks of, as bits (model/concepts.ts). */
  readonly concepts: readonly number[];
}

/**
 * `ownAddresses` are those a mail may name without speaking of a third party: the recipient's and the sender's. `names` are the words of the
 * sender's name.
 */
export function findEvidence(
  clauses: readonly Clause[],
  lexicons: readonly CompiledLexicon[],
  ownAddresses: ReadonlySet<string>,
  names: ReadonlySet<string>,
): Findings {
  const evidence: Evidence[] = [];
  let contractWords = 0;
  let firmWords = 0;
  let serviceWords = 0;
  let contractInSubject = false;
  let amounts = 0;
  const concepts: number[] = [];
  let tellsOfOwn = false;
  const customers = new Set<Evidence>();
  const read = lexicons.map((lexicon) => ({ lexicon, spans: spansOf(lexicon) }));
  for (const clause of clauses) {
    let spoken = 0;
    const seen = new Set<RuleId>();
    amounts += clause.tokens.filter((token) => token.type === 'money').length;
    for (const { lexicon, spans } of read) {
      spans.read(clause.tokens);
      spoken |= spans.concepts;
      const contracts = spans.startsOf('contract').length;
      const firm = spans.startsOf('firm');
      const services = spans.startsOf('utility');
      firmWords += firm.length;
      serviceWords += services.length;
      contractWords += contracts + spans.startsOf('recurs').length;
      if (contracts > 0 && clause.place === 'subject') contractInSubject = true;
      for (const match of matchFrames(spans, lexicon)) {
        const rule = RULES[match.rule];
        if (seen.has(match.rule) || (rule.strength === 'bare' && !isTitle(clause))) continue;
        if (match.rule === 'other.thing_cancelled' && (namesCompound(spans, match) || isOnlyNamed(clause, spans, match, names))) continue;
        if (match.rule === 'other.newsletter' && namesSender(clause, spans, match, names)) continue;
        if (match.rule === 'request.to_confirm' && isSaidOfMail(clause, match)) continue;
        // "Confirmation of your cancellation request" tells of the request.
        if (rule.kind === 'cancellation_confirmed' && clause.tokens[match.to]?.text === 'request') continue;
        const voided = voidedBy({ rule, match, clause, spans, ownAddresses, names });
        // A voided reading may be followed by a holding one of the same rule in the clause.
        if (voided === null) seen.add(match.rule);
        // The shortest reading may end before it: "your Orbit Premium | Plus membership".
        const isFirm = [...firm, ...services].some((at) => at >= match.from && at <= match.to + 1);
        const found: Evidence = {
          rule: match.rule,
          clause,
          start: clause.tokens[match.from]!.start,
          end: clause.tokens[match.to - 1]!.end,
          voided,
          isFirm,
          isOfThing: RULES[match.rule].kind === 'cancellation_confirmed' && standsByThing(spans, match),
        };
        evidence.push(found);
        if (match.rule === 'other.merchant_side' && namesOwnCustomers(spans, match)) customers.add(found);
        else if (rule.kind !== 'other' && rule.strength !== 'support' && voided === null && clause.place !== 'body')
          tellsOfOwn ||= isOfReader(spans, match);
      }
    }
    concepts.push(spoken);
  }
  // Who runs a shop has subscriptions of their own, and what they are for are customers. A copy of what a customer was told says "your subscription", too: an end is
  // taken from no such mail.
  const tellsOfEnd = evidence.some(({ rule, voided }) => voided === null && isStatement(rule) && OF_ENDS.has(RULES[rule].kind));
  if (tellsOfOwn && !tellsOfEnd && customers.size > 0)
    evidence.splice(0, evidence.length, ...evidence.filter((item) => !customers.has(item)));
  return { evidence, contractWords, firmWords, serviceWords, contractInSubject, amounts, concepts };
}

/**
 * "Your course subscription was cancelled" is about the subscription, not the course; so is "after your move, your contract was". "Automatic
 * payment cancelled" is no cancelled payment, and ticket 4711 of a help desk none for a concert.
 */
function namesCompound(spans: ClassSpans, match: FrameMatch): boolean {
  const things = spans.startsOf('thing');
  const isWithin = ([start, end]: [number, number]): boolean => end > match.from && start < match.to;
  if (spans.phrasesOf('autopay').some(isWithin) || spans.phrasesOf('desk').some(isWithin)) return true;
  const comma = spans.lastMark(',', match.from, match.to);
  if (comma !== -1 && spans.startsOf('contract').some((at) => at > comma && at < match.to)) return true;
  const contracts = spans.phrasesOf('contract').filter(([start]) => start >= match.from && start < match.to);
  return contracts.some(([start, end]) => things.some((at) => at >= start && at < end));
}

/** "Your Circle Card cancellation": the only thing is a word of the sender's name. */
function isOnlyNamed({ tokens }: Clause, spans: ClassSpans, match: FrameMatch, names: ReadonlySet<string>): boolean {
  const things = spans.startsOf('thing').filter((at) => at >= match.from && at < match.to);
  return things.length > 0 && things.every((at) => names.has(tokens[at]!.text));
}

/**
 * In several languages one form of the verb says "this mail confirms your cancellation" and "confirm your cancellation": said of the mail, of who writes it,
 * or behind the advice to keep it, nothing is asked.
 */
const SAID_OF_MAIL =
  /\b(?:e-?mail|mail|courriel|message|messaggio|correo|mensaje|mensagem|documento?|lettre|il|qui|che|lo|wij|we) (?:confirme|conferma|confirma|bevestigen)$|\bque confirma$|\b(?:recebeu|recibe|recibes|has recibido|receiving|received|recevez|erhalten|erhaltst|ricevi|riceve|ontvangt) (?:este |esta |this |ce |diese |questa |deze )?(?:e-?mail|correo|mensagem|mail|message|courriel|nachricht|messaggio|bericht) (?:para|to|pour|um|per|om) (?:\w+ )?confirm\w*$|\b(?:conserv|guard|gard|bewaar)\w{0,6}\b[^.!?]{0,40}[:,] (?:confirme|conferma|confirma)$/;

function isSaidOfMail({ text, tokens }: Clause, { from }: FrameMatch): boolean {
  const { start, end } = tokens[from]!;
  return SAID_OF_MAIL.test(text.folded.slice(Math.max(0, start - SAID_CHARS), end));
}

const SAID_CHARS = 80;

/**
 * "Your Studio Flux plan": the only word for a newsletter is the sender's name, and a contract stands beside it. "You unsubscribed from Premium"
 * names none, and a contract.
 */
function namesSender({ tokens }: Clause, spans: ClassSpans, match: FrameMatch, names: ReadonlySet<string>): boolean {
  const all = spans.startsOf('news');
  if (all.length === 0) return spans.startsOf('contract').some((at) => at >= match.to && at < match.to + BESIDE);
  const news = all.filter((at) => at >= match.from && at < match.to);
  return news.length > 0 && spans.startsOf('firm').length > 0 && news.every((at) => names.has(tokens[at]!.text));
}

const OF_ENDS: ReadonlySet<MessageKind> = new Set(['cancellation_confirmed', 'cancellation_requested', 'expired']);

function isStatement(rule: RuleId): boolean {
  return RULES[rule].strength !== 'support' && !RULES[rule].signal;
}

/** "Your customers", and no more than that. */
function namesOwnCustomers(spans: ClassSpans, { from, to }: FrameMatch): boolean {
  return to - from <= 2 && spans.startsOf('your').includes(from);
}

/** "Your subscription", said in a statement of nobody else. */
function isOfReader(spans: ClassSpans, { from, to }: FrameMatch): boolean {
  if (spans.phrasesOf('buyer').length > 0) return false;
  const contracts = spans.startsOf('firm').filter((at) => at >= from && at < to + 1);
  return spans.startsOf('your').some((at) => at >= from - 1 && contracts.some((contract) => contract > at && contract - at <= OWN_WORDS));
}

/** "Your Acme Pro subscription". */
const OWN_WORDS = 3;

/** How many words before and after a statement still say what it is about. */
const BESIDE = 3;
const NO_CONTRACTS = ['thing', 'desk', 'news', 'buyer'];

function standsByThing(spans: ClassSpans, { from, to }: FrameMatch): boolean {
  const comma = spans.lastMark(',', Math.max(0, from - BESIDE), from);
  const first = comma === -1 ? from - BESIDE : comma;
  // "As you ordered" names no order.
  const asked = spans.phrasesOf('asked');
  const isNear = (at: number): boolean => at >= first && at < to + BESIDE && !asked.some(([start, end]) => at >= start && at < end);
  return NO_CONTRACTS.some((name) => spans.startsOf(name).some(isNear));
}

function isTitle(clause: Clause): boolean {
  return clause.place === 'subject' || clause.isHeading;
}
