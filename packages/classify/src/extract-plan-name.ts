// What is left of words when all that is no plan is taken away: prices, dates, the merchant's name, states. Part of extract-plan.ts.
import type { MerchantRef } from '@quittance/domain/classification';
import type { MessageKind } from '@quittance/domain/event-kind';
import { findDates } from './dates/find-dates.ts';
import { foldedOffset, wordsAt, type Place, type SourceText } from './extract-text.ts';
import { foldText } from './fold-text.ts';
import { isPlanWord, isTierWord } from './merchants/plan-words.ts';
import { phrasePeriod } from './periods/to-period.ts';

export interface PlanName extends Place {
  readonly plan: string;
  readonly rule: string;
  readonly score: number;
}

export interface PlanHints {
  readonly kind: MessageKind;
  readonly merchant: MerchantRef | null;
  /** Names and aliases of the merchant, folded. */
  readonly merchantNames: readonly string[];
  readonly knownPlans: readonly string[];
}

export function named(
  source: SourceText,
  start: number,
  end: number,
  rule: string,
  score: number,
  hints: PlanHints,
  isRow: boolean,
): PlanName | null {
  const written = wordsAt({ source, start, end });
  const plan = cleanPlan(written, hints, isRow);
  if (plan === null) return null;
  const shift = written.indexOf(plan);
  const from = foldedOffset(
    source.text,
    source.text.toOriginal(start) + (source.text.original.slice(source.text.toOriginal(start)).indexOf(written) + shift),
  );
  return { source, start: from, end: foldedOffset(source.text, source.text.toOriginal(from) + plan.length), plan, rule, score };
}

/** The plan inside the words found; a verbatim stretch of them, or null when nothing of a plan is left. */
export function cleanPlan(words: string, hints: PlanHints, isRow: boolean): string | null {
  // Price, date and quantity behind the name are no part of it: "Families (at $40.00 / year)", "Pro – 12,99 €", "2 × Kibble".
  let plan = words.replace(/\s*(?:[(（]?(?:at |@ ?|à )?[-–—]?\s?(?:[€$£¥]|US\$|\d[\d.,\s]*(?:€|\$|£|zł|kr|EUR|USD|GBP|円)).*)$/u, '');
  plan = plan
    .replace(/^(?:\d{1,3} ?[x×] )/u, '')
    .replace(/\s*[[(]?https?:.*$/u, '')
    .replace(/\s*[(（]$/u, '')
    // What it is for, or what it holds, behind the name: "Bottega (osteria.example)", "Perso - site.example", "Nest (up to 10 devices)".
    .replace(/\s*(?:[[(（]|\s[-–—]\s|,\s)(?:[\p{L}\d-]+\.)+\p{L}{2,}(?:[\s)\]）].*)?$/u, '')
    .replace(/\s*[(（](?!\d{1,4} ?(?:[KMGT]?[Bo]|[GT]iga|Mbit\/s|kWh|kVA)\b)(?:[^()（）]*\d[^()（）]*|\p{Ll}[^()（）]*)[)）]$/u, '')
    // A plan ends where its sentence does, and the rhythm of billing behind it is no part of its name.
    .replace(/[.!?…]\s.*$/su, '');
  plan = trimEnds(withoutRhythm(trimEnds(plan)));
  plan = withoutMerchantInBrackets(plan, hints);
  // A row names its item in full; in a sentence the merchant's name only stands in front of the plan.
  if (!isRow) {
    const whole = plan;
    for (let round = 0; round < 2; round += 1) {
      if (hints.merchantNames.includes(foldText(plan).folded)) return null;
      for (const name of hints.merchantNames) plan = withoutName(plan, name);
      plan = withoutEdgeWords(plan);
    }
    // "B&You 100 Go" of Bouygues Telecom: beside a name for some of its plans a size alone is half a name.
    const owner = foldText(hints.merchant?.name ?? '').folded;
    if (/^\d/u.test(plan) && whole !== plan && !foldText(whole).folded.startsWith(owner)) plan = whole;
  }
  plan = trimEnds(plan.replace(/ (?:de|du|des|d['’]|of|from|at|von|van|di|del|do|da|dos|zu|on|en|y|et|and|und|e)$/u, ''));
  if (plan.length < 2 || plan.length > 60 || plan.split(/\s+/).length > 8) return null;
  const folded = foldText(plan).folded;
  if (
    NUMBERED.test(plan) ||
    hints.merchantNames.includes(folded) ||
    !/\p{L}/u.test(plan) ||
    /[@?]|https?:|\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}/u.test(plan)
  )
    return null;
  if (findDates(foldText(plan), 'und').length > 0) return null;
  if (
    ROW_LABEL.test(folded) ||
    (isRow && (HEAD_WORD.test(folded) || isRhythmOnly(folded))) ||
    NOT_A_PLAN.test(folded) ||
    (!isRow && hints.merchantNames.some((name) => name.startsWith(`${folded} `))) ||
    (!isRow && (NOT_BOUND.test(folded) || PERIOD_WORDS.test(folded) || POSSESSIVE.test(folded)))
  )
    return null;
  return plan;
}

// "tygodniowa, 7 dni": how often, and no name.
function isRhythmOnly(folded: string): boolean {
  const [head = ''] = folded.split(/ ?[,(]/, 1);
  return phrasePeriod(head) !== null && !isTierWord(head) && head.split(' ').length <= 2;
}

function trimEnds(text: string): string {
  return text.replace(/^[\s"'“”«»*•:|,;–—-]+|[\s"'“”«»*•:|,;.–—-]+$/gu, '');
}

// Google Play names the app behind its item: "Sketchly Pro (Sketchly)".
function withoutMerchantInBrackets(plan: string, { merchantNames }: PlanHints): string {
  const tail = /\s*\(([^()]{2,60})\)$/u.exec(plan);
  const inner = tail === null ? '' : foldText(tail[1]!).folded.split(':', 1)[0]!;
  return tail !== null && merchantNames.includes(inner) ? plan.slice(0, tail.index) : plan;
}

// "(monthly)", ", mensuel", ", monthly subscription"
function withoutRhythm(plan: string): string {
  const tail = /\s*(?:[(（]([^()（）]{2,40})[)）]|[,–—-]\s([^,]{2,40}))$/u.exec(plan);
  if (tail === null || tail.index < 2) return plan;
  const words = foldText((tail[1] ?? tail[2])!)
    .folded.replace(/^(?:billed|paid|charged|facturee?|payee?|abgerechnet|zahlbar) /, '')
    .split(/[\s-]+/);
  const isRhythm = phrasePeriod(words.join(' ')) !== null || words.every((word) => isPlanWord(word) && !isTierWord(word));
  return isRhythm ? plan.slice(0, tail.index) : plan;
}

function withoutName(plan: string, name: string): string {
  const folded = foldText(plan).folded;
  // Folding may change lengths; then the cut would be wrong and the name stays.
  if (folded.length !== plan.length || name.length < 2 || folded === name) return plan;
  if (folded.startsWith(`${name} `)) return plan.slice(name.length).trimStart();
  for (const joint of [` ${name}`, ` on ${name}`, ` bei ${name}`, ` sur ${name}`])
    if (folded.endsWith(joint)) return plan.slice(0, -joint.length).trimEnd();
  return plan;
}

const EDGE =
  /^(?:\d{1,3}[- ](?:day|month|year|jours|tage)s?|free|recurring|auto-?renew(?:ing|al)?|paid|current|existing|upcoming|new|recent|active|your|the|trial|gratuit)(?: |$)/i;
const EDGE_END = / (?:free|trial|subscription|plan|membership|abonnement|auto-?renewal|has|is|was|will|on|via)$/i;

function withoutEdgeWords(text: string): string {
  let plan = text;
  for (let round = 0; round < 3; round += 1) plan = plan.replace(EDGE, '').replace(EDGE_END, '').trim();
  return plan;
}

// States, instructions and sums that stand behind the same labels.
const NOT_A_PLAN =
  /^monthly$|^(?:carte?|card|karte|tarjeta|carta|cartao|kaart|karta) (?:visa|mastercard|maestro|amex|american express|bancaire|bleue)|^(?:active|actif|active[er]?|activee?|aktiv|activ[oa]|attiv[oa]|ativ[oa]|inactive|expired|expiree?|cancel+ed|annulee?|resiliee?|gekundigt|pending|paused|suspended|paid|unpaid|yes|no|oui|non|none|n\/a|details?|summary|id|name|number|status|type|your|you|we|please|click|the|this|total(?! [a-z])|price|amount|quantity|description|renewal|information|here|view|manage|settings|account|billing)(?:$|[ ,:|])/;
// A head of a table, read as a row.
const HEAD_WORD =
  /^(?:cotisation|prix|statut|montant|periode|quantite|prime|price|amount|date|status|period|quantity|total|beitrag|preis|betrag|zeitraum|menge|cuota|importe|precio|periodo|cantidad|estado|quota|importo|prezzo|stato|valor|preco|bijdrage|bedrag|prijs|aantal|kwota|cena|okres|disconnection date|end date)$/;
// The next row's label, read as a value.
const ROW_LABEL =
  /^(?:(?:transaction|order|invoice|receipt|payment|billing|renewal|start|end|expir\w+|next|contract|customer|account|card|membership|subscription|auto-?renew\w*) (?:id|no|number|date|method|period|amount|price|total|on)|(?:price|date|period|amount|total|prix|date|periode|montant|total|mode|moyen|numero|n°|reference|preis|datum|zeitraum|betrag|precio|fecha|periodo|importe|prezzo|data|importo)(?: (?:du|de|d'|des|der|del|di|of|per|paid|due|paye|debite|preleve|ttc)\b.*)?)$|^(?:[a-z]+ ){0,2}(?:id|no|number|n°|numero|nummer|date|datum|fecha|data): ?\S.*$/;
const NOT_BOUND =
  /^(?:your|our|my|the|this|that|je|jouw|jullie|uw|mijn|please|thank\w*|hello|hi|dear|votre|notre|mon|ton|le|la|les|ihre?|dein\w*|el|su|tu|il|un|une?|if|when|after|before|on|in|at|and|to|for|from|paypal|visa|mastercard|sepa|apple|google|premium account|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tue|wed|thu|fri|sat|twoj[aeą]?|panstwa|api|faq|pdf|sms|url|html|e-?mail|service|customer|user|support|data|payment|business day|cancel\w*|confirm\w*|renew\w*|subscription|abonnement|numero|number|invoice|order|id|status|step)(?:$|[ ,.:])/;
const PERIOD_WORDS =
  /^(?:annual|monthly|yearly|weekly|quarterly|mensuel(?:le)?|annuel(?:le)?|anual|mensual|mensal|annuale|mensile|free|trial|mes|mois|monat|jahr|month|year|mese|anno|maand|jaar|miesiac|rok|\d+)$/;
// German nouns have capitals too: "Kündigung Ihres" is none.
const POSSESSIVE = /(?:^| )(?:ihr(?:e[srnm]?)?|dein(?:e[srnm]?)?|unser(?:e[srnm]?)?)(?: |$)/;
// "contrat SF-2210-448" is its number.
const NUMBERED = /^(?:[A-Z]{1,5}[-/])?\d[\d/-]{3,}$|^[A-Z]{1,5}[-/]\d[\w/-]*$/;
