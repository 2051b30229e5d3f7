// Reads the name of the plan: from a labelled row, from the merchant's known plans, or from the words bound to a contract noun ("your
// Wyvern subscription", "formule Duo"). The merchant's own name and bare billing words are no plan.
import type { MerchantRef } from '@quittance/domain/classification';
import type { MessageKind } from '@quittance/domain/event-kind';
import { findDates } from './dates/find-dates.ts';
import { foldText } from './fold-text.ts';
import { wordsAt, type Place, type SourceText } from './extract-text.ts';

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

export function readPlan(sources: readonly SourceText[], hints: PlanHints): PlanName | null {
  let best: PlanName | null = null;
  for (const source of sources) {
    for (const found of [
      ...labelledPlans(source, hints),
      ...tabledPlans(source, hints),
      ...itemPlans(source, hints),
      ...quotedPlans(source, hints),
      ...knownPlans(source, hints),
      ...boundPlans(source, hints),
    ]) {
      const score =
        found.score + (source.zone === 'subject' ? 1 : 0) - (source.isAside(found.start) ? 20 : Math.min(3, found.start / 1500));
      if (best === null || score > best.score) best = { ...found, score };
    }
  }
  return best;
}

const QUALIFIER =
  '(?:your|my|new|current|selected|active|chosen|votre|notre|nouvelle?|ihr(?:e[rn]?)?|dein(?:e[rn]?)?|neue[rs]?|aktuelle[rs]?|gewahlte[rs]?|tu|su|nuev[oa]|il tuo|la tua|nuov[oa]|seu|sua|nov[oa]|actuele?|huidige?|nieuwe?|uw|je|obecn[ya]|aktualn[ya]|twoj|twoja|nov[yea]|aktualn[ie]|gecerli|текущая|ваша|поточна|τρεχουσα|jelenlegi|nuvarande|nuvaerende|navaerende|現在の|現在の|当前|현재)';
const TRAILING = '(?:actuel(?:le)?|choisie?|souscrite?|actual|attuale|atual|curent|name|level|type|tier|details?|plan)';
const NOUN =
  "(?:subscription|membership|plan|product|item|service|package|tier|offer|level|license|licence|pass|plan d'abonnement|nom du produit|niveau|stufe|formule|offre|forfait|abonnement|adhesion|produit|article|prestation|abo|tarif|produkt|paket|mitgliedschaft|leistung|artikel|suscripcion|producto|nivel|servicio|membresia|abbonamento|prodotto|piano|servizio|livello|plano|produto|assinatura|servico|abonament|subskrypcja|usluga|pakiet|product|dienst|pakket|lidmaatschap|prenumeration|subscripcio|predplatne|abonelik|elofizetes|подписка|підписка|συνδρομη|订阅|구독|プラン(?:名)?|商品名?|ご利用プラン|サービス名|サブスクリプション)";
const ROW = new RegExp(
  `^[ *>#\\-\\u2022]{0,6}((?:${QUALIFIER} ?)?${NOUN}(?: ${TRAILING}| (?:de |d'|di |der |du |da |del |do )?${NOUN})?) ?(?::|\\|)[ |*]{0,4}\\n?[ ]?([^\\n|]{2,90})`,
  'gmu',
);

const HEAD_CELL = new RegExp(
  `^(?:(?:${QUALIFIER} ?)?${NOUN}(?: ${TRAILING})?|description|designation|libelle|bezeichnung|beschreibung|descripcion|descrizione|descricao|omschrijving|opis)$`,
  'u',
);

// A table with a head: "Product | Quantity | Price" over "Premium | 1 | 12,00 €".
function tabledPlans(source: SourceText, hints: PlanHints): PlanName[] {
  const found: PlanName[] = [];
  const { folded } = source.text;
  for (let at = folded.indexOf(' | '); at !== -1 && found.length < 4; at = folded.indexOf(' | ', at + 1)) {
    const lineStart = folded.lastIndexOf('\n', at) + 1;
    const lineEnd = indexOrEnd(folded, '\n', at);
    const head = folded.slice(lineStart, Math.min(lineEnd, lineStart + 300)).split(' | ');
    const column = head.findIndex((cell) => HEAD_CELL.test(cell.trim()));
    const rowEnd = indexOrEnd(folded, '\n', lineEnd + 1);
    const row = folded.slice(lineEnd + 1, Math.min(rowEnd, lineEnd + 400)).split(' | ');
    if (head.length >= 2 && column !== -1 && row.length === head.length && !/\d/.test(head.join(''))) {
      const start = lineEnd + 1 + row.slice(0, column).join(' | ').length + (column === 0 ? 0 : 3);
      const plan = named(source, start, start + row[column]!.length, 'plan.table', 36, hints, true);
      if (plan !== null && start >= source.from) found.push(plan);
    }
    at = lineEnd - 1;
  }
  return found;
}

function indexOrEnd(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  return at === -1 ? text.length : at;
}

function labelledPlans(source: SourceText, hints: PlanHints): PlanName[] {
  const found: PlanName[] = [];
  for (const match of source.text.folded.matchAll(ROW)) {
    if (found.length > 12 || match.index < source.from) continue;
    const start = match.index + match[0].length - match[2]!.length;
    const label = match[1]!;
    const weak =
      /^(?:.* )?(?:item|service|article|prestation|artikel|product|produkt|produit|producto|prodotto|produto|dienst|subscription|abonnement)$/.test(
        label,
      );
    const plan = named(source, start, start + match[2]!.length, 'plan.row', weak ? 32 : 40, hints, true);
    if (plan !== null) found.push(plan);
  }
  return found;
}

const LINE_ITEM = /^[ *-]{0,4}([^\n|=:]{2,60}?) ?(?:[x×]|qty:?) ?\d{1,2}(?: ?[=|:-][^\n]{0,40})?$/gm;

// "Pattern Club × 1 | 25,00 €"
function itemPlans(source: SourceText, hints: PlanHints): PlanName[] {
  const found: PlanName[] = [];
  for (const match of source.text.folded.matchAll(LINE_ITEM)) {
    if (found.length > 3) break;
    const start = match.index + match[0].indexOf(match[1]!);
    const plan = start < source.from ? null : named(source, start, start + match[1]!.length, 'plan.item', 22, hints, true);
    if (plan !== null) found.push(plan);
  }
  return found;
}

const CONTRACT =
  'plans?|subscription|membership|tier|package|pass|formule|abonnement|forfait|offre|souscription|adhesion|tarif|abo|paket|mitgliedschaft|suscripcion|plan|membresia|abbonamento|piano|plano|assinatura|abonament\\w*|subskrypcj\\w|pakket|lidmaatschap';
const QUOTED = new RegExp(
  `\\b(?:${CONTRACT})\\b(?: \\w{1,5})? ?["'(\\u300c]([^"\\n)\\u300d]{2,50})["')\\u300d]|["\\u300c]([^"\\n\\u300d]{2,50})["\\u300d][ -]?(?:${CONTRACT})\\b|「([^」\\n]{2,40})」(?:プラン|のサブスクリプション)`,
  'g',
);

function quotedPlans(source: SourceText, hints: PlanHints): PlanName[] {
  const found: PlanName[] = [];
  for (const match of source.text.folded.matchAll(QUOTED)) {
    if (found.length > 6 || match.index < source.from) continue;
    const inner = match[1] ?? match[2] ?? match[3]!;
    const start = match.index + match[0].indexOf(inner);
    // Words in brackets behind a noun are a plan only as a name: "abonnement (Premium)".
    if (match[0].includes('(') && !/^[A-Z0-9]/.test(source.text.original[source.text.toOriginal(start)] ?? '')) continue;
    const plan = named(source, start, start + inner.length, 'plan.quoted', 30, hints, false);
    if (plan !== null) found.push(plan);
  }
  return found;
}

// A plan that the merchant is known to sell, beside its name or a contract noun: "ChatGPT Plus", "formule Duo".
function knownPlans(source: SourceText, hints: PlanHints): PlanName[] {
  const found: PlanName[] = [];
  const { folded, original } = source.text;
  for (const plan of hints.knownPlans) {
    const name = foldText(plan).folded;
    let at = folded.indexOf(name, source.from);
    for (let tries = 0; at !== -1 && tries < 12; tries += 1, at = folded.indexOf(name, at + 1)) {
      const letter = original[source.text.toOriginal(at)] ?? '';
      if (/[a-z0-9]/.test(folded[at - 1] ?? ' ') || /[a-z0-9]/.test(folded[at + name.length] ?? ' ') || letter === letter.toLowerCase())
        continue;
      const before = folded.slice(Math.max(0, at - 30), at);
      const after = folded.slice(at + name.length, at + name.length + 16);
      const beside =
        hints.merchantNames.some((each) => before.trimEnd().endsWith(each)) || NOUN_BEFORE.test(before) || NOUN_AFTER.test(after);
      if (!beside) continue;
      found.push({ source, start: at, end: at + name.length, plan, rule: 'plan.known', score: 34 + Math.min(4, name.length / 8) });
      break;
    }
  }
  return found;
}

const NOUN_BEFORE = new RegExp(`\\b(?:${CONTRACT})(?: [a-z']{1,6})?[ :|-]{1,4}$`);
const NOUN_AFTER = new RegExp(`^[ -](?:\\w{3,10} )?(?:${CONTRACT})\\b`);

// Capitalised words bound to a contract noun. Case matters, so these run on the text as written.
const NAME =
  "((?:[\\p{Lu}\\d](?:[\\p{L}\\d+&'’@_-]|\\.(?=[\\p{L}\\d])){0,24})(?: (?:(?:de|du|des|of|and|et|&|\\+|y|und|per|con) )?[\\p{Lu}\\d](?:[\\p{L}\\d+&'’_-]|\\.(?=[\\p{L}\\d])){0,24}){0,5})";
const BOUND: readonly { readonly rule: string; readonly score: number; readonly pattern: RegExp }[] = [
  {
    score: 26,
    pattern: `\\b(?:[Yy]our|[Tt]he|[Oo]ur|[Aa]n?|[Nn]ew|[Tt]o|[Ff]or) ${NAME} (?:[Ss]ubscription|[Pp]lan|[Mm]embership|[Tt]ier|[Pp]ackage|[Tt]rial|[Ll]icen[sc]e|[Pp]ass)\\b`,
  },
  {
    score: 24,
    pattern: `\\b(?:upgraded?|downgraded?|switched|changed|moved|subscribed|subscription|membership|plan) (?:\\w+ )?to (?:the |our )?${NAME}`,
  },
  { score: 22, pattern: `\\b(?:[Ff]ormule|[Ff]orfait|[Pp]lan|[Pp]lano|[Pp]iano|[Tt]arif|[Pp]akiet|[Pp]lanu) ${NAME}` },
  {
    score: 20,
    pattern: `\\b(?:[Aa]bonnement|[Ss]ouscription|[Aa]dhésion|[Oo]ffre|[Ss]uscripción|[Aa]ssinatura|[Aa]bbonamento|[Aa]bonament|[Mm]embresía|[Ii]scrizione|[Mm]itgliedschaft|[Ll]idmaatschap|[Mm]edlemskab|[Mm]edlemskap|[Ii]nscrição|[Aa]ssociação)(?: (?:à|au|a|al|do|da|de|per|ao|für))? (?:(?:l['’]|la |le |el |os |o |il )?(?:offre|formule|plan|plano|piano)? ?)?${NAME}`,
  },
  {
    score: 24,
    pattern: `\\b(?:[Ii]hr(?:e[snrm]?)?|[Dd]ein(?:e[snrm]?)?|[Dd]as|[Dd]ie|[Jj]e|[Uu]w|[Dd]in|[Dd]itt) ${NAME}[ -](?:Abonnement|Abo|Mitgliedschaft|Tarif|Paket|abonnement|lidmaatschap|prenumeration|medlemskap|Plan|plan)`,
  },
  { score: 18, pattern: `^(?:[Cc]onfirmation ?: |[Rr]e: )?${NAME} (?:[Ss]ubscription|[Mm]embership|[Pp]lan)\\b` },
  {
    score: 19,
    pattern: `\\b(?:[Oo]rder|[Pp]roduct|[Ss]ervice|[Ss]ubscription|[Mm]embership|[Pp]lan|[Ll]evel) (?:for |of |named |called )?(?:the )?${NAME}(?= (?:has|is|was|will|have|expires|ends|renews)\\b)`,
  },
].map(({ score, pattern }) => ({ rule: 'plan.bound', score, pattern: new RegExp(pattern, 'gmu') }));

function boundPlans(source: SourceText, hints: PlanHints): PlanName[] {
  if (hints.merchant === null) return [];
  const found: PlanName[] = [];
  const { original } = source.text;
  for (const { rule, score, pattern } of BOUND) {
    for (const match of original.matchAll(pattern)) {
      if (found.length > 20) return found;
      const name = match[1]!;
      const at = match.index + match[0].indexOf(name, match[0].length > name.length + 4 ? 0 : 0);
      const plan = cleanPlan(name, hints, false);
      if (plan === null) continue;
      const offset = at + name.indexOf(plan);
      const [start, end] = [foldedOffset(source, offset), foldedOffset(source, offset + plan.length)];
      if (start >= source.from) found.push({ source, start, end, plan, rule, score });
    }
  }
  return found;
}

function foldedOffset(source: SourceText, original: number): number {
  let low = 0;
  let high = source.text.folded.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (source.text.toOriginal(middle) < original) low = middle + 1;
    else high = middle;
  }
  return low;
}

function named(
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
    source,
    source.text.toOriginal(start) + (source.text.original.slice(source.text.toOriginal(start)).indexOf(written) + shift),
  );
  return { source, start: from, end: foldedOffset(source, source.text.toOriginal(from) + plan.length), plan, rule, score };
}

/** The plan inside the words found; a verbatim stretch of them, or null when nothing of a plan is left. */
export function cleanPlan(words: string, hints: PlanHints, isRow: boolean): string | null {
  // Price, date and quantity behind the name are no part of it: "Families (at $40.00 / year)", "Pro – 12,99 €", "2 × Kibble".
  let plan = words.replace(/\s*(?:[(（]?(?:at |@ ?|à )?[-–—]?\s?(?:[€$£¥]|US\$|\d[\d.,\s]*(?:€|\$|£|zł|kr|EUR|USD|GBP|円)).*)$/u, '');
  plan = plan
    .replace(/^(?:\d{1,3} ?[x×] )/u, '')
    .replace(/\s*[[(]?https?:.*$/u, '')
    .replace(/\s*[(（]$/u, '');
  plan = trimEnds(plan);
  // A row names its item in full; in a sentence the merchant's name only stands in front of the plan.
  if (!isRow) {
    for (let round = 0; round < 2; round += 1) {
      if (hints.merchantNames.includes(foldText(plan).folded)) return null;
      for (const name of hints.merchantNames) plan = withoutName(plan, name);
      plan = withoutEdgeWords(plan);
    }
  }
  plan = trimEnds(plan);
  if (plan.length < 2 || plan.length > 60 || plan.split(/\s+/).length > 8) return null;
  const folded = foldText(plan).folded;
  if (
    hints.merchantNames.includes(folded) ||
    !/\p{L}/u.test(plan) ||
    /[@?]|https?:|\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}/u.test(plan)
  )
    return null;
  if (findDates(foldText(plan), 'und').length > 0) return null;
  if (NOT_A_PLAN.test(folded) || (!isRow && (NOT_BOUND.test(folded) || PERIOD_WORDS.test(folded)))) return null;
  return plan;
}

function trimEnds(text: string): string {
  return text.replace(/^[\s"'“”«»*•:|,;–—-]+|[\s"'“”«»*•:|,;.–—-]+$/gu, '');
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
  /^(?:active|actif|active[er]?|activee?|aktiv|activ[oa]|attiv[oa]|ativ[oa]|inactive|expired|expiree?|cancel+ed|annulee?|resiliee?|gekundigt|pending|paused|suspended|paid|unpaid|yes|no|oui|non|none|n\/a|details?|summary|id|name|number|status|type|your|you|we|please|click|the|this|total|price|amount|quantity|description|monthly|renewal|information|here|view|manage|settings|account|billing)(?:$|[ ,:|])/;
const NOT_BOUND =
  /^(?:your|our|my|the|this|that|please|thank\w*|hello|hi|dear|votre|notre|mon|ton|le|la|les|ihre?|dein\w*|el|su|tu|il|un|une?|if|when|after|before|on|in|at|and|to|for|from|paypal|visa|mastercard|sepa|apple|google|premium account|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|api|faq|pdf|sms|url|html|e-?mail|service|customer|user|support|data|payment|business day|cancel\w*|confirm\w*|renew\w*|subscription|abonnement|numero|number|invoice|order|id|status|step)(?:$|[ ,.:])/;
const PERIOD_WORDS =
  /^(?:annual|monthly|yearly|weekly|quarterly|mensuel(?:le)?|annuel(?:le)?|anual|mensual|mensal|annuale|mensile|free|trial|\d+)$/;
