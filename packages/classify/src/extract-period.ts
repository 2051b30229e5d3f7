// Reads the billing period: "/month", "par mois", "billed annually", "tous les 3 mois", "4 週間ごと". What is said about billing beats
// what stands beside the price, and that beats an adjective on the contract ("annual plan").
import { civilDate, daysBetween } from '@quittance/domain/civil-date';
import { readCount } from './dates/number-words.ts';
import { period, type Period, type PeriodUnit } from '@quittance/domain/period';
import type { Amount } from './extract-amount.ts';
import type { RoleDate } from './extract-dates.ts';
import type { Place, SourceText } from './extract-text.ts';

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
  const found = sources.flatMap((source) => readPeriods(source, amount, amounts));
  const best = found.reduce<StatedPeriod | null>((top, each) => (top === null || each.score > top.score ? each : top), null);
  if (best === null) return rangePeriod(dates);
  // "12 € a month, billed yearly" without the yearly sum: the price stated is the monthly one.
  const beside =
    amount === null
      ? undefined
      : found.find(({ rule, source, start }) => rule === 'period.beside_price' && source === amount.source && start === amount.end);
  const billedSum = amounts.length > 1 && amount !== null && beside === undefined;
  return best.rule === 'period.billed' && beside !== undefined && !billedSum ? beside : best;
}

interface Rule {
  readonly rule: string;
  readonly score: number;
  readonly pattern: RegExp;
}

const EN_UNIT = 'days?|weeks?|fortnight|months?|quarters?|years?';
const UNIT = `${EN_UNIT}|jours?|semaines?|mois|trimestre|semestre|ans?|annees?|tage?|wochen?|monate?n?|jahre?n?|quartal|dias?|semanas?|mes(?:es)?|anos?|giorn[oi]|settiman[ae]|mes[ei]|ann[oi]|dagen|dag|weken|maanden|maand|kwartaal|jaar|jaren|tygodn\\w+|miesi\\w+|lata?|rok\\w?|kwartal|mo|yr|mth`;
const EVERY =
  '(?:every|each|once (?:a|every)|une fois par|una vez al|una volta al?|uma vez (?:por|ao)|einmal (?:im|pro)|eens per|eenmaal per|tous les|toutes les|chaque|alle|jede[nsr]?|cada|ogni|elke|iedere|co)';
const ADJECTIVE =
  'daily|weekly|fortnightly|bi-?weekly|monthly|quarterly|semi-?annual(?:ly)?|half-?yearly|bi-?annual(?:ly)?|annual(?:ly)?|yearly|hebdomadaire|mensuel(?:le)?s?|bimestriel(?:le)?s?|trimestriel(?:le)?s?|semestriel(?:le)?s?|annuel(?:le)?s?|wochentlich\\w*|monatlich\\w*|vierteljahrlich\\w*|halbjahrlich\\w*|jahrlich\\w*|semanal|mensual(?:es)?|trimestral|semestral|anual(?:es)?|settimanale|mensile|trimestrale|semestrale|annuale|mensal|wekelijks\\w*|maandelijks\\w*|jaarlijks\\w*|kwartaal|tygodniow\\w+|miesieczn\\w+|kwartaln\\w+|(?:do)?roczn\\w+|manedlig\\w*|manatlig\\w*|manads\\w*|arlig\\w*|kuukausittai\\w+';
const NOUN =
  'subscriptions?|plan|membership|billing|payments?|charge|fee|donation|gift|contribution|renewal|invoice|instal?ments?|price|pass|abonnements?|formule|forfait|offre|adhesion|cotisation|paiements?|prelevements?|facturation|facture|mensualite|don|soutien|abo|abonnement\\w*|mitgliedschaft|zahlung|spende|beitrag|rechnung|suscripcion|cuota|pago|cobro|donacion|aportacion|membresia|abbonamento|canone|pagamento|donazione|assinatura|cobranca|doacao|donativo|contribuicao|bijdrage|betaling|abonament|subskrypcj\\w|platnosc\\w?|wplat\\w|skladk\\w|darowizn\\w+|donatie|gift|schenking|gava|gave|bidrag|donasjon';

const RULES: readonly Rule[] = [
  {
    rule: 'period.billed',
    score: 60,
    pattern: new RegExp(
      `\\b(?:billed|charged|renews?|renewed|invoiced|paid|debited|factures?|facturees?|preleves?|prelevee|reconduit|abgerechnet|berechnet|facturad[oa]|cobrad[oa]|fatturat[oa]|gefactureerd|rozliczan\\w+)(?: automatically| automatiquement)? (${ADJECTIVE}|(?:${EVERY} (?:\\d{1,2} )?(?:${UNIT})\\b)|(?:per|par|pro|al|por) (?:${UNIT})\\b)`,
      'g',
    ),
  },
  {
    rule: 'period.every',
    score: 45,
    pattern: new RegExp(
      `\\b${EVERY} (?:(\\d{1,2}|two|three|six|deux|trois|six|zwei|drei|sechs|dos|tres|seis|due|tre|sei|twee) )?(${UNIT})\\b(?!\\w)`,
      'g',
    ),
  },
  { rule: 'period.adjective', score: 30, pattern: new RegExp(`\\b(${ADJECTIVE})(?:,? (?:\\w+ )?(?:${NOUN})\\b)`, 'g') },
  {
    rule: 'period.adjective',
    score: 28,
    pattern: new RegExp(
      `\\b(?:${NOUN})(?:'s)? (?:(?:\\w+ )?(${ADJECTIVE})\\b|(?:per|par|pro|al|por|a la|for one|for 1) (${UNIT})\\b)`,
      'g',
    ),
  },
  {
    rule: 'period.compound',
    score: 28,
    pattern:
      /\b(monats|jahres|wochen|quartals|maand|jaar)(?:abo|abonnement|mitgliedschaft|beitrag|plan|paket|lidmaatschap|spende|zahlung|rechnung)\w*/g,
  },
  {
    rule: 'period.label',
    score: 50,
    pattern: new RegExp(
      `\\b(?:billing (?:period|cycle|interval|frequency)|frequency|interval|period|billing|billed|periodicite|frequence|facturation|abrechnung|zahlung|zahlungsweise|facturacion|fatturazione|pagamento|cobranca|facturatie|periode(?: de facturation)?|abrechnungszeitraum|zahlungsintervall|periodo|frecuencia|cadenza|frequencia|periodicidade)\\b ?[:|-]? ?(?:\\| ?)?(${ADJECTIVE}|(?:\\d{1,2} )?(?:${UNIT})\\b)`,
      'g',
    ),
  },
  // The rhythm behind an item's name: "Pro (monthly)", "Premium, mensuel", "Gold – 1 month".
  {
    rule: 'period.item',
    score: 32,
    pattern: new RegExp(`(?<=[a-z+\\d] ?)[(\\uff08](${ADJECTIVE}|(?:1|one|un|une) (?:${UNIT}))[)\\uff09]`, 'g'),
  },
  { rule: 'period.item', score: 27, pattern: new RegExp(`(?<=[a-z+\\d],? ?)[,\\u2013\\u2014-] (${ADJECTIVE})(?= ?(?:$|\\n|\\|))`, 'gm') },
  // "Your annual Acme Cloud 2 TB plan", "your six-month All Access subscription", "the 1-year plan".
  {
    rule: 'period.adjective',
    score: 27,
    pattern: new RegExp(
      `\\b(?:your|the|an?|votre|ihr|dein) (${ADJECTIVE})(?: [\\w&+'.-]{1,20}){1,4} (?:subscription|plan|membership|abonnement|pass)\\b`,
      'g',
    ),
  },
  {
    rule: 'period.term',
    score: 24,
    pattern: /\b(one|two|three|six|twelve|\d{1,2})[- ](month|year|week)(?: [\w&+'.-]{1,20}){0,4} (?:subscription|plan|membership|pass)\b/g,
  },
  // "renewed for one year", "reconduit pour 12 mois", "um ein Jahr verlängert".
  {
    rule: 'period.term',
    score: 25,
    pattern: new RegExp(
      `\\b(?:renew(?:s|ed|al)?|extended|renouvel\\w+|recondui\\w+|reconduction|prolonge\\w*|renovad[oa]|rinnovat[oa]|verlengd)(?: [\\w']{1,15}){0,3} (?:for|pour|por|per|met) (?:(?:another|further|a further|an additional|une nouvelle periode de|une duree de) )?(an?|one|un|une|una|uno|um|een|\\d{1,2}|two|three|six|deux|trois|dos|due)? ?(?:further |more |additional )?(${UNIT})\\b`,
      'g',
    ),
  },
  {
    rule: 'period.term',
    score: 25,
    pattern: /\bum (ein(?:en?)?|weitere|zwolf|\d{1,2}|drei|sechs) (?:weitere[sn]? )?(jahre?n?|monate?n?|wochen?)\b/g,
  },
  { rule: 'period.japanese', score: 45, pattern: /(月額|月々|毎月|月間プラン|年額|毎年|年間プラン|年間|月次|年次)/g },
];

const BESIDE = new RegExp(
  `^ ?\\*?(?:\\([^)]{0,12}\\) ?)?(?:(?:[a-z]{2,3}|total|au total|incl\\. \\w+|\\+ ?tax) ?)?(?:(?:/|all'|,) ?|(?:per|a|an|par|pro|im|al|alla|por|ao|each|every|chaque|je|tous les|toutes les|alle|cada|ogni|elke|co|na|za|(?:for|pour|por|fur)(?= (?:un|one|1 |12|an? |ein))) )(?:(un|une|one|an?|eine?n?|\\d{1,2}|two|three|six|deux|trois|zwei|drei|dos|tres) )?(${UNIT})(?![a-z'])|^ ?(?:\\w{2,4} )?,? ?(${ADJECTIVE})\\b|^ ?(?:/|／)? ?(?:(\\d{1,2}) ?)?(月|年|か月|ヶ月)(?!\\d)`,
);

function readPeriods(source: SourceText, amount: Amount | null, amounts: readonly Amount[]): StatedPeriod[] {
  const { folded } = source.text;
  const found: StatedPeriod[] = [];
  for (const each of amounts) {
    if (each.source !== source) continue;
    const match = BESIDE.exec(folded.slice(each.end, each.end + 40).replaceAll('\n', ' '));
    const read = match === null ? null : toPeriod(match[3] ?? match[2] ?? match[5] ?? '', match[1] ?? match[4]);
    if (match === null || read === null) continue;
    // Beside the price itself it counts most, then beside the same sum elsewhere, then beside any sum.
    const isPrice = each.start === amount?.start && each.source === amount.source;
    const score = isPrice ? 55 : each.money.amountMinor === amount?.money.amountMinor ? 48 : 26;
    found.push({ source, start: each.end, end: each.end + match[0].length, period: read, rule: 'period.beside_price', score });
  }
  for (const { rule, score, pattern } of RULES) {
    for (const match of folded.matchAll(pattern)) {
      if (match.index < source.from || found.length > 60) break;
      const read = rule === 'period.every' || rule === 'period.term' ? toPeriod(match[2]!, match[1]) : phrasePeriod(match[1] ?? match[2]!);
      if (read === null || !isAboutBilling(rule, folded, match.index, match[0].length)) continue;
      const penalty = source.isAside(match.index) ? 30 : Math.min(3, match.index / 2000);
      const place = { source, start: match.index, end: match.index + match[0].length };
      found.push({ ...place, period: read, rule, score: score + (source.zone === 'subject' ? 1 : 0) - penalty });
    }
  }
  return found;
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
  `[€$£¥円]|\\b(?:${NOUN}|renew\\w*|auto\\w*|charged?|billed|bill|pay|paid|prelev\\w+|debit\\w+|renouvel\\w+|recondui\\w+|verlanger\\w+|abgebucht|eur|usd|gbp|chf)\\b`,
);

function phrasePeriod(phrase: string): Period | null {
  const match = /^(?:\D*?)(\d{1,2})? ?([a-z\u3040-\u9fff-]+)$/.exec(phrase);
  return match === null ? null : toPeriod(match[2]!, match[1]);
}

function toPeriod(word: string, count: string | undefined): Period | null {
  const times = count === undefined ? 1 : readCount(count);
  if (!Number.isInteger(times) || times < 1) return null;
  const unit = UNITS.find(([pattern]) => pattern.test(word));
  if (unit === undefined) return null;
  return normal(unit[1] * times, unit[2]);
}

function normal(count: number, unit: PeriodUnit): Period {
  if (unit === 'M' && count % 12 === 0) return period(count / 12, 'Y');
  return period(count, unit);
}

// First match wins: the longer words stand before the shorter ones they contain.
const UNITS: readonly (readonly [RegExp, number, PeriodUnit])[] = [
  [/^(?:fortnight|bi-?weekly)/, 2, 'W'],
  [/^(?:semi-?annual|half-?year|bi-?annual|semestr|halbjahr)/, 6, 'M'],
  [/^bimestr/, 2, 'M'],
  [/^(?:quarter|trimestr|vierteljahr|quartal|kwarta)/, 3, 'M'],
  [/^(?:year|yr|annual|annuel|annee|arlig|ann[oi]$|ans?$|anual|ano|jahr|jaar|jaren|roczn|rok|lat)|年/, 1, 'Y'],
  [/^(?:week|weekly|semaine|hebdo|woch|semana|settiman|wek|tyg)/, 1, 'W'],
  [/^(?:month|mois|mensu|mes|mens|monat|maand|manad|maned|manat|miesi|mo$|mth)|月/, 1, 'M'],
  [/^(?:day|daily|jour|tag|dia|giorn|dag)/, 1, 'D'],
];

// A stated service period of exactly one or more months ("1 May – 31 May 2026") names the billing period as well.
function rangePeriod(dates: readonly RoleDate[]): StatedPeriod | null {
  const index = dates.findIndex(({ range, source, start }) => range === 'from' && !source.isAside(start));
  const from = dates[index];
  const to = dates[index + 1];
  if (
    from === undefined ||
    to?.range !== 'to' ||
    !/\b(?:period|periode|zeitraum|periodo|okres|service|billing|facturation|abonnement|subscription|du)\b/.test(from.context)
  )
    return null;
  for (const [months, text] of [
    [1, 'P1M'],
    [3, 'P3M'],
    [6, 'P6M'],
    [12, 'P1Y'],
  ] as const) {
    const [year, month, day] = from.date.split('-').map(Number) as [number, number, number];
    const next = civilDate(year + Math.floor((month - 1 + months) / 12), ((month - 1 + months) % 12) + 1, day);
    const gap = next === null ? Number.NaN : daysBetween(to.date, next);
    if (gap === 0 || gap === 1)
      return { source: from.source, start: from.start, end: to.end, period: text, rule: 'period.range', score: 10 };
  }
  return null;
}
