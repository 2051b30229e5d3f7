// Picks the price that a message is about: every amount is a candidate, the words around it give its role, and the kind of message
// says which role counts (a price change wants the new price, a refund the sum refunded). Row labels count like words in a sentence.
import type { MessageKind } from '@quittance/domain/event-kind';
import type { Money } from '@quittance/domain/money';
import { allMatches } from './all-matches.ts';
import { contextOf, type Place, type SourceText } from './extract-text.ts';
import { AFTER_AMOUNT, BEFORE_AMOUNT, CHANGE_JOINT, WEIGHTS, type AmountRole, type RoleWeights } from './money/amount-roles.ts';
import { comparedCell, type ComparedCell } from './money/compared-columns.ts';
import type { MoneyHints } from './money/currency-marks.ts';
import { findMoney } from './money/find-money.ts';
import { weighSums } from './money/sums.ts';

export interface Amount extends Place {
  readonly money: Money;
  readonly role: AmountRole | null;
  readonly score: number;
  /** The currency is habit, not stated. */
  readonly assumed: boolean;
}

export function readAmounts(sources: readonly SourceText[], kind: MessageKind, hints: MoneyHints): Amount[] {
  const weights = weightsFor(kind);
  return sources.flatMap((source) => {
    const spans = findMoney(source.text, hints).filter(({ start }) => start >= source.from);
    const scored = spans.map((span, index) => ({
      span,
      ...scoreAmount(source, span, spans[index - 1]?.end ?? 0, changeRole(source.text.folded, spans, index), weights),
    }));
    const { folded } = source.text;
    const sums = weighSums(scored.map(({ span: { money, start: at }, role, before }) => ({ money, role, before, at })));
    return scored.map(({ span, role, score: said }, index) => {
      let score = said + sums[index]! - (source.isAside(span.start) ? 8 : 0) - Math.min(2, index / 10);
      if (isUnderFormer(folded, span.start)) score += weights.old;
      if ((role === null || role === 'threshold') && isAnswer(folded, span.start)) score -= 6;
      if (source.zone === 'subject') score += 2;
      if (span.money.amountMinor === 0) score -= 9;
      if (span.money.amountMinor < 0) score -= kind === 'refund' ? 0 : 6;
      return { source, ...span, role, score };
    });
  });
}

// "Need more devices? Ten of them are 84.95": what else could be bought.
function isAnswer(folded: string, at: number): boolean {
  const before = folded.slice(Math.max(0, at - ANSWER_CHARS), at);
  const question = before.lastIndexOf('? ');
  return question !== -1 && !/\n|[!?;] |\p{L}{3}\. /u.test(before.slice(question + 2));
}

const ANSWER_CHARS = 120;

const FORMER =
  /^(?:previous|former|old|original|precedent\w*|ancien\w*|vorherig\w*|bisherig\w*|alte[rs]?|anterior\w*|precedente|vorige?|poprzedni\w*)\b[^:|\d]{0,40}$/;

// "Previous gift", then rows: what stands under such a heading is what was.
function isUnderFormer(folded: string, at: number): boolean {
  let end = folded.lastIndexOf('\n', at - 1);
  for (let lines = 0; lines < 4 && end > 0; lines += 1) {
    const start = folded.lastIndexOf('\n', end - 1) + 1;
    const line = folded.slice(start, Math.min(end, start + 80)).trim();
    if (FORMER.test(line)) return true;
    // A blank line or another heading ends the section.
    if (line === '' || !/[:|]/.test(line)) return false;
    end = start - 1;
  }
  return false;
}

/** The best candidate, as a positive sum; null when all speak against themselves. */
export function pickAmount(amounts: readonly Amount[], kind: MessageKind): Amount | null {
  let best: Amount | null = null;
  for (const amount of amounts) if (best === null || amount.score > best.score) best = amount;
  // A free trial may state nothing but "0,00 €"; a price of zero says nothing about later.
  if (best === null || best.score < -2 || best.money.amountMinor === 0) return null;
  if (best.money.amountMinor > 0) return best;
  return kind === 'refund' ? { ...best, money: { ...best.money, amountMinor: -best.money.amountMinor } } : null;
}

function weightsFor(kind: MessageKind): RoleWeights {
  if (kind === 'refund') return WEIGHTS.refund;
  if (kind === 'price_change' || kind === 'plan_changed') return WEIGHTS.change;
  if (kind === 'renewal_notice' || kind === 'trial_ending' || kind === 'trial_started') return WEIGHTS.coming;
  return WEIGHTS.charge;
}

const PER_PERIOD = /^ ?(?:\/|per |a |par |pro |al |por |each |every |chaque |tous les |alle |ogni |por |per )/;
const BILLED =
  /\b(?:billed|facture|factures|facturation|prelevement|abgerechnet|facturad|fatturat|cobrad|invoiced)\w* (?:\w+ly|annuel\w*|a l'annee|par an|jahrlich|anual\w*|annual\w*)\b(?:(?! {2})[^|]){0,12}$/;

const WITH_TAX = /\+ ?(?:\d{1,2}(?:[.,]\d)? ?% )?(?:vat|tva|mwst|ust|iva|btw|tax)\b[^=|]{0,16}= ?$/;

interface Span {
  readonly start: number;
  readonly end: number;
}

interface PricedSpan extends Span {
  readonly money: Money;
}

function changeRole(folded: string, spans: readonly PricedSpan[], index: number): AmountRole | null {
  const [before, here, after] = [spans[index - 1], spans[index]!, spans[index + 1]];
  if (before !== undefined && isStruckOut(folded, before, here)) return 'new';
  if (after !== undefined && isStruckOut(folded, here, after)) return 'old';
  if (before !== undefined && CHANGE_JOINT.test(folded.slice(before.end, here.start).slice(0, 24))) return 'new';
  return after !== undefined && CHANGE_JOINT.test(folded.slice(here.end, after.start).slice(0, 24)) ? 'old' : null;
}

/** What stands beside a sum and is less than this part of it is its tax, not what it came down to. */
const STRUCK_OUT_MAX = 2.5;

// "89.95 69.95": a price struck out and the one that holds, with nothing between them.
function isStruckOut(folded: string, first: PricedSpan, second: PricedSpan): boolean {
  const isCheaper =
    first.money.amountMinor > second.money.amountMinor && first.money.amountMinor <= second.money.amountMinor * STRUCK_OUT_MAX;
  return isCheaper && /^ {1,3}$/.test(folded.slice(first.end, second.start));
}

function scoreAmount(source: SourceText, span: Span, previousEnd: number, change: AmountRole | null, weights: RoleWeights) {
  const { folded } = source.text;
  const { before, after } = contextOf(folded, span.start, span.end);
  const compared = comparedCell(folded, span.start);
  if (compared !== null) return { ...scoreCompared(compared, after, weights), before: compared.rowLabel };
  // Words between the previous amount and this one belong to this one; words before it do so less.
  const own = Math.min(before.length, Math.max(0, span.start - previousEnd));
  // "130.00 + VAT = 158.60".
  if (WITH_TAX.test(before)) return { role: 'total' as const, score: Math.max(weights.total, weights.new) + 4, before };
  const role = change ?? bestRole(before, own, after);
  let score = role === null ? 0 : weights[role];
  if (PER_PERIOD.test(after)) score += 2;
  // "3.99 €/month, billed annually at 47.88 €": the sum really billed.
  if (BILLED.test(before)) score += 12;
  return { role, score, before };
}

// In a table of what was and what will be the column says which price it is, the row whether it is a price at all.
function scoreCompared({ side, rowLabel }: ComparedCell, after: string, weights: RoleWeights) {
  const row = bestRole(`${rowLabel} | `, rowLabel.length + 3, after);
  if (row !== null && NO_PRICE.has(row)) return { role: row, score: weights[row] };
  if (side === 'old') return { role: 'old' as const, score: Math.min(weights.old, -6) };
  // Beside prices of parts the row of what is paid.
  return { role: 'new' as const, score: Math.max(row === null ? 0 : weights[row], weights.new) + (IS_PAID.test(rowLabel) ? 4 : 2) };
}

const IS_PAID =
  /\b(?:payment|direct debit|total|pay|mensualite|prelevement|cotisation|a payer|abschlag|zahlbetrag|gesamt\w*|beitrag|cuota|recibo|importe|rata|canone|importo|mensalidade|valor|prestacao|maandbedrag|bedrag|termijn\w*|oplata|rata|kwota)\b|料金|金額/;
const NO_PRICE: ReadonlySet<AmountRole> = new Set([
  'tax',
  'net',
  'discount',
  'threshold',
  'share',
  'difference',
  'fee',
  'once',
  'unit',
  'balance',
]);

function bestRole(before: string, own: number, after: string): AmountRole | null {
  let found: AmountRole | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  for (const { role, pattern } of AFTER_AMOUNT) {
    if (pattern.test(after) && FIRM.has(role)) return role;
  }
  for (const { role, pattern } of BEFORE_AMOUNT) {
    for (const match of allMatches(before, pattern)) {
      const gap = before.length - match.index - match[0].length;
      // Weak words ("a", "to", "de") only bind right at the amount.
      if (WEAK.test(match[0]) && gap > 4) continue;
      const distance = gap + (gap > own ? 60 : 0) - (FIRM.has(role) && gap <= own ? 12 : 0);
      if (distance < nearest || (distance === nearest && FIRM.has(role))) {
        nearest = distance;
        found = role;
      }
    }
  }
  if (found !== null && nearest < 60) return found;
  for (const { role, pattern } of AFTER_AMOUNT) if (pattern.test(after)) return role;
  return found;
}

// Words that say what an amount is even at some distance; "price" or "payment" say little beside them.
const FIRM: ReadonlySet<AmountRole> = new Set([
  'tax',
  'net',
  'discount',
  'refund',
  'old',
  'new',
  'total',
  'next',
  'share',
  'difference',
  'once',
  'unit',
]);
const WEAK = /^ ?(?:des|ab|over|off|was|then|puis|poi|now|contre|net|ht)$/;
