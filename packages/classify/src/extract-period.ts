// Reads the billing period: "/month", "par mois", "billed annually", "tous les 3 mois", "4 週間ごと". What is said about billing beats
// what stands beside the price, and that beats an adjective on the contract ("annual plan").
import { civilDate, daysBetween, type CivilDate } from '@quittance/domain/civil-date';
import { addPeriod, type Period } from '@quittance/domain/period';
import { allMatches } from './all-matches.ts';
import type { Amount } from './extract-amount.ts';
import type { RoleDate } from './extract-dates.ts';
import type { Place, SourceText } from './extract-text.ts';
import { RULES } from './periods/period-rules.ts';
import { ADJECTIVE, COUNT, DELIVERED, NOUN, UNIT } from './periods/period-words.ts';
import { phrasePeriod, toPeriod } from './periods/to-period.ts';

export interface StatedPeriod extends Place {
  readonly period: Period;
  readonly rule: string;
  readonly score: number;
}

/** The billing period and whether it goes with the price given, or null. */
export function pickPeriod(
  sources: readonly SourceText[],
  amount: Amount | null,
  amounts: readonly Amount[],
  dates: readonly RoleDate[],
): StatedPeriod | null {
  const found = [...sources.flatMap((source) => readPeriods(source, amount, amounts)), ...rangePeriods(dates)];
  const best = found.reduce<StatedPeriod | null>((top, each) => (top === null || each.score > top.score ? each : top), null);
  if (best === null) return null;
  // "12 € a month, billed yearly" without the yearly sum: the price stated is the monthly one.
  const beside =
    amount === null
      ? undefined
      : found.find(({ rule, source, start }) => rule === 'period.beside_price' && source === amount.source && start === amount.end);
  const billedSum = amounts.length > 1 && amount !== null && beside === undefined;
  return best.rule === 'period.billed' && beside !== undefined && !billedSum ? beside : best;
}

const BESIDE = new RegExp(
  `^ ?\\*?(?:\\([^)]{0,12}\\) ?)?(?:(?:[a-z]{2,3}|total|au total|incl\\. \\w+|\\+ ?tax) ?)?(?:(?:/|all'|,) ?|(?:per|a|an|par|pro|im|al|alla|por|ao|each|every|chaque|je|tous les|toutes les|alle|cada|ogni|elke|co|na|za|(?:for|pour|por|fur)(?= (?:un|one|1 |12|6 |6-|3 |six|twelve|douze|an? |ein))) |l'(?=an)|(?:la|le) (?=semaine|mois))(?:(un|une|one|an?|eine?n?|een|${COUNT}) )?(${UNIT})(?![a-z'])|^ ?(?:\\w{2,4} )?,? ?(${ADJECTIVE})\\b|^ ?(?:/|／)? ?(?:(\\d{1,2}) ?)?(月|年|か月|ヶ月)(?!\\d)`,
);

const FOUND_MAX = 60;

function readPeriods(source: SourceText, amount: Amount | null, amounts: readonly Amount[]): StatedPeriod[] {
  const { folded } = source.text;
  const found: StatedPeriod[] = [];
  for (const each of amounts) {
    if (each.source !== source || each.role === 'share') continue;
    const match = BESIDE.exec(folded.slice(each.end, each.end + 40).replaceAll('\n', ' '));
    const read = match === null ? null : toPeriod(match[3] ?? match[2] ?? match[5] ?? '', match[1] ?? match[4]);
    if (match === null || read === null) continue;
    // Beside the price itself it counts most, then beside the same sum elsewhere, then beside any sum.
    const isPrice = each.start === amount?.start && each.source === amount.source;
    const score = isPrice ? 55 : each.money.amountMinor === amount?.money.amountMinor ? 48 : 26;
    found.push({ source, start: each.end, end: each.end + match[0].length, period: read, rule: 'period.beside_price', score });
  }
  const add = (match: RegExpExecArray, read: Period | null, rule: string, score: number): void => {
    if (match.index < source.from || found.length > FOUND_MAX) return;
    if (read === null || !isAboutBilling(rule, folded, match.index, match[0].length)) return;
    const penalty = source.isAside(match.index) ? 30 : Math.min(3, match.index / 2000);
    const place = { source, start: match.index, end: match.index + match[0].length };
    found.push({ ...place, period: read, rule, score: score + (source.zone === 'subject' ? SUBJECT_BONUS : 0) - penalty });
  };
  const isBest = (score: number) => found.some((each) => each.score >= score + SUBJECT_BONUS);
  const held = new Map<RegExp, boolean>();
  const holds = (needed: RegExp): boolean => {
    const known = held.get(needed) ?? needed.test(folded);
    held.set(needed, known);
    return known;
  };
  for (const { rule, score, needs, pattern, period: fixed } of RULES) {
    if (isBest(score)) break;
    if (needs?.some(holds) === false) continue;
    for (const match of allMatches(folded, pattern)) add(match, fixed ?? readRule(rule, match, amounts.length > 0), rule, score);
  }
  return found;
}

const SUBJECT_BONUS = 1;

function readRule(rule: string, match: RegExpExecArray, isPriced: boolean): Period | null {
  if (rule === 'period.renewed_for' && !isPriced) return null;
  const isCounted = rule === 'period.every' || rule === 'period.term' || rule === 'period.renewed_for';
  return isCounted ? toPeriod(match[2] ?? match[4]!, match[1] ?? match[3]) : phrasePeriod(match[1] ?? match[2]!);
}

// "every month" and "毎月" are also said of newsletters and reports: money or a contract word must stand near.
function isAboutBilling(rule: string, folded: string, at: number, length: number): boolean {
  if (rule === 'period.label' && NOT_BILLING.test(folded.slice(Math.max(0, at - 24), at))) return false;
  if (rule === 'period.adjective' && OFFER.test(folded.slice(Math.max(0, at - 45), at))) return false;
  if (rule !== 'period.every') return true;
  if (SUMMARY.test(folded.slice(at + length, at + length + 70).split(/[.!?\n]/, 1)[0]!)) return false;
  return BILLING_WORD.test(folded.slice(Math.max(0, at - 90), at + length + 60));
}

// What is sent every year in January is a summary.
const SUMMARY = /\b(?:summary|statement|recapitulatif|releve|resumen|resoconto|riepilogo|resumo|overzicht|ubersicht|newsletter|report)\b/;

// "Notice period: 30 days" and "trial period: 14 days" bill nothing.
const NOT_BILLING =
  /\b(?:notice|trial|grace|free|test|minimum|minimal|cooling-off|refund|return|cancellation|withdrawal|guarantee|kundigungs|registration|reservation)[ -]?$/;

// "Save 20 € with the annual plan" offers another period than the one of the contract.
const OFFER =
  /\b(?:save|saving|switch|upgrade|try|discover|offer|economis\w+|passez|decouvr\w+|sparen|wechseln|ahorra|risparmia|cambia)\b[^.!?]{0,40}$/;

const BILLING_WORD = new RegExp(
  `[€$£¥円]|\\b(?:${NOUN}|${DELIVERED}|renew\\w*|auto\\w*|charged?|abrechn\\w*|factur\\w*|fattur\\w*|cobr\\w+|addebit\\w*|domicili\\w*|invoice\\w*|billed|bill|pay|paid|prelev\\w+|debit\\w+|renouvel\\w+|recondui\\w+|verlanger\\w+|abgebucht|eur|usd|gbp|chf)\\b`,
);

const SERVICE =
  /(?:\b|monats|leistungs|abrechnungs|vertrags|liefer)(?:period|periode|zeitraum|periodo|okres|service|billing|facturation|abonnement|subscription|du|periodo|periode|tijdvak|covers?|couvre|deckt|cubre|copre|cobre|dekt|obejmuje|valable|valid|gultig|valido|valida|geldig)\b/;

// A stated service period of exactly one or more months ("1 May – 31 May 2026") names the billing period as well: where words say that it is
// one, or where it is all that stands in its line.
function rangePeriods(dates: readonly RoleDate[]): StatedPeriod[] {
  return dates.flatMap((from, index) => {
    const to = dates[index + 1];
    if (from.range !== 'from' || to?.range !== 'to' || from.source.isAside(from.start)) return [];
    if (!SERVICE.test(from.context) && !isLineOfItsOwn(from, to)) return [];
    const text = monthsBetween(from.date, to.date);
    return text === null ? [] : [{ source: from.source, start: from.start, end: to.end, period: text, rule: 'period.range', score: 10 }];
  });
}

function isLineOfItsOwn(from: RoleDate, to: RoleDate): boolean {
  const { folded } = from.source.text;
  return (
    /(?:^|\n|\| ?) *$/.test(folded.slice(Math.max(0, from.start - 4), from.start)) &&
    /^ *(?:$|\n|\|)/.test(folded.slice(to.end, to.end + 4))
  );
}

/** The rhythm that a charge and the next one keep, where they lie exactly one apart; nothing that a mail says in words is that vague. */
export function periodBetween(charged: CivilDate | null, next: RoleDate | null): StatedPeriod | null {
  if (charged === null || next === null) return null;
  const found = RHYTHMS.find((each) => addPeriod(charged, each) === next.date);
  return found === undefined
    ? null
    : { source: next.source, start: next.start, end: next.end, period: found, rule: 'period.between', score: 1 };
}

// A month before four weeks: in February they are the same.
const RHYTHMS: readonly Period[] = ['P1M', 'P3M', 'P6M', 'P1Y', 'P1W', 'P2W', 'P4W'];

function monthsBetween(from: CivilDate, to: CivilDate): Period | null {
  for (const [months, text] of [
    [1, 'P1M'],
    [3, 'P3M'],
    [6, 'P6M'],
    [12, 'P1Y'],
  ] as const) {
    const [year, month, day] = from.split('-').map(Number) as [number, number, number];
    const next = civilDate(year + Math.floor((month - 1 + months) / 12), ((month - 1 + months) % 12) + 1, day);
    const gap = next === null ? Number.NaN : daysBetween(to, next);
    if (gap === 0 || gap === 1) return text;
  }
  return null;
}
