// Plans that stand in rows: "Plan: Pro", "Formule | Duo", a table with a head, a line item with its quantity. Part of extract-plan.ts.
import { allMatches } from './all-matches.ts';
import { named, type PlanHints, type PlanName } from './extract-plan-name.ts';
import type { SourceText } from './extract-text.ts';
import { isLabel } from './merchants/read-store-item.ts';
import { phrasePeriod } from './periods/to-period.ts';

const QUALIFIER =
  '(?:your|my|new|current|selected|active|chosen|votre|notre|nouvelle?|ihr(?:e[rn]?)?|dein(?:e[rn]?)?|neue[rs]?|aktuelle[rs]?|gewahlte[rs]?|tu|su|nuev[oa]|il tuo|la tua|nuov[oa]|seu|sua|nov[oa]|actuele?|huidige?|nieuwe?|uw|je|obecn[ya]|aktualn[ya]|twoj|twoja|nov[yea]|aktualn[ie]|gecerli|текущая|ваша|поточна|τρεχουσα|jelenlegi|nuvarande|nuvaerende|navaerende|現在の|現在の|当前|현재)';
const TRAILING = '(?:actuel(?:le)?|choisie?|souscrite?|actual|attuale|atual|curent|name|level|type|tier|details?|plan)';
const NOUN =
  "(?:subscription|membership|plan|product|item|service|package|tier|offer|level|license|licence|pass|plan d'abonnement|nom du produit|niveau|stufe|formule|offre|forfait|abonnement|adhesion|produit|description|designation|libelle|associacao|subscricao|article|prestation|abo|tarif|produkt|paket|mitgliedschaft|leistung|artikel|suscripcion|producto|nivel|servicio|membresia|abbonamento|prodotto|piano|servizio|livello|plano|produto|assinatura|servico|abonament|subskrypcja|usluga|pakiet|product|dienst|pakket|lidmaatschap|prenumeration|subscripcio|predplatne|abonelik|elofizetes|подписка|підписка|συνδρομη|订阅|구독|プラン(?:名)?|商品名?|ご利用プラン|サービス名|サブスクリプション)";
const ROW = new RegExp(
  `^[ *>#\\-\\u2022]{0,6}((?:${QUALIFIER} ?)?${NOUN}(?: ${TRAILING}| (?:de |d'|di |der |du |da |del |do )?${NOUN})?) ?(?::|\\|)[ |*]{0,4}\\n?[ ]?([^\\n|]{2,90})`,
  'gmu',
);

// What stands beside the description in the head of a table. In two columns it tells a head from "Abonnement | Duo".
const HEAD_BESIDE =
  /^(?:qty|quantity|price|unit price|rate|amount|total|sum|cost|tax|vat|date|period|qte|quantite|prix|prix unitaire|montant(?: ttc| ht)?|tva|periode|menge|anzahl|preis|einzelpreis|betrag|gesamt|summe|zeitraum|cantidad|precio|importe|periodo|quantita|prezzo|importo|quantidade|preco|valor|aantal|prijs|bedrag|ilosc|cena|kwota|suma)$/;
const HEAD_CELL = new RegExp(
  `^(?:(?:${QUALIFIER} ?)?${NOUN}(?: ${TRAILING})?|description|designation|libelle|bezeichnung|beschreibung|descripcion|descrizione|descricao|omschrijving|opis)$`,
  'u',
);

// A table with a head: "Product | Quantity | Price" over "Premium | 1 | 12,00 €".
export function tabledPlans(source: SourceText, hints: PlanHints): PlanName[] {
  const found: PlanName[] = [];
  const { folded } = source.text;
  for (let at = folded.indexOf(' | '); at !== -1 && found.length < 4; at = folded.indexOf(' | ', at + 1)) {
    const lineStart = folded.lastIndexOf('\n', at) + 1;
    const lineEnd = indexOrEnd(folded, '\n', at);
    const head = folded.slice(lineStart, Math.min(lineEnd, lineStart + 300)).split(' | ');
    const column = head.findIndex((cell) => HEAD_CELL.test(cell.trim()));
    const rowEnd = indexOrEnd(folded, '\n', lineEnd + 1);
    const row = folded.slice(lineEnd + 1, Math.min(rowEnd, lineEnd + 400)).split(' | ');
    const isHead = column !== -1 && (head.length > 2 || HEAD_BESIDE.test(head[1 - column]!.trim()));
    if (head.length >= 2 && isHead && row.length === head.length && !/\d/.test(head.join(''))) {
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

export function labelledPlans(source: SourceText, hints: PlanHints): PlanName[] {
  const found: PlanName[] = [];
  for (const match of allMatches(source.text.folded, ROW)) {
    if (found.length > 12 || match.index < source.from) continue;
    const start = match.index + match[0].length - match[2]!.length;
    const label = match[1]!;
    const weak =
      /^(?:.* )?(?:item|service|article|prestation|artikel|product|produkt|produit|producto|prodotto|produto|dienst|subscription|abonnement|description|designation|libelle)$/.test(
        label,
      );
    // A description describes anything: it names a plan where it says so.
    if (/^(?:description|designation|libelle)$/.test(label) && !isOfContract(match[2]!, hints)) continue;
    const plan = named(source, start, start + match[2]!.length, 'plan.row', weak ? 32 : 40, hints, true);
    if (plan !== null) found.push(plan);
  }
  return found;
}

const CONTRACT_WORD =
  /\b(?:subscription|membership|plan|monthly|yearly|annual|abonnement|formule|forfait|adhesion|mensuel(?:le)?|annuel(?:le)?)\b/;

function isOfContract(folded: string, { merchantNames }: PlanHints): boolean {
  return CONTRACT_WORD.test(folded) || merchantNames.some((name) => name.length > 2 && folded.startsWith(`${name} `));
}

const RECEIPTS: ReadonlySet<string> = new Set(['renewal_charged', 'signup', 'refund']);

const SOLD_ROW = /^([^\n|]{3,70}) \| (?:[€$£¥]|us\$|[a-z]{3} )? ?\d[\d., ']{0,12}(?: ?(?:[€$£¥]|[a-z]{3}))?(?: ?\/ ?[a-z]{1,8})?$/gm;

// "Noteflow Pro (monthly) | €12.00": the merchant's name and more, beside a sum.
export function soldPlans(source: SourceText, hints: PlanHints): PlanName[] {
  const found: PlanName[] = [];
  for (const match of allMatches(source.text.folded, SOLD_ROW)) {
    if (found.length > 3) break;
    const what = match[1]!;
    const isOwn = hints.merchantNames.some((name) => name.length > 2 && what.startsWith(`${name} `));
    // Whatever else stands beside a sum in a receipt is what was paid for, unless it is a total or a tax.
    const score = isOwn || isRecurring(what) ? 28 : RECEIPTS.has(hints.kind) && !isLabel(what) ? 19 : 0;
    if (match.index < source.from || score === 0) continue;
    const plan = named(source, match.index, match.index + what.length, 'plan.item', score, hints, true);
    if (plan !== null) found.push(plan);
  }
  return found;
}

const LONE_LINE = /^[ *]{0,4}([^\n|:]{3,60}) ?[(\uff08]([^()\uff08\uff09\n]{2,60})[)\uff09] *$/gm;

// A line of a receipt that is nothing but an item: "Tidewise Skipper (Annual)", "Fableton Plus (Fableton: Story Maps)".
export function linedPlans(source: SourceText, hints: PlanHints): PlanName[] {
  const found: PlanName[] = [];
  for (const match of allMatches(source.text.folded, LONE_LINE)) {
    if (found.length > 3) break;
    const [what, inner] = [match[1]!.trim(), match[2]!];
    const isOwn = hints.merchantNames.some((name) => name.length > 2 && what.startsWith(`${name} `) && inner.startsWith(name));
    if (match.index < source.from || !(isOwn || phrasePeriod(inner) !== null)) continue;
    const start = match.index + match[0].indexOf(match[1]!);
    const plan = named(source, start, start + match[1]!.length, 'plan.item', 23, hints, true);
    if (plan !== null) found.push(plan);
  }
  return found;
}

// "Small Breed (every 4 weeks)": a thing with a rhythm is no tax and no total.
function isRecurring(what: string): boolean {
  const inner = /[(\uff08]([^()\uff08\uff09]{3,30})[)\uff09]$/.exec(what)?.[1];
  return inner !== undefined && phrasePeriod(inner) !== null && !/^(?:sub-?total|total|tax|gesamt|summe)\b/.test(what);
}

const LINE_ITEM = /^[ *-]{0,4}([^\n|=:]{2,60}?) ?(?:[x×]|qty:?) ?\d{1,2}(?: ?[=|:-][^\n]{0,40})?$/gm;

// "Pattern Club × 1 | 25,00 €"
export function itemPlans(source: SourceText, hints: PlanHints): PlanName[] {
  const found: PlanName[] = [];
  for (const match of allMatches(source.text.folded, LINE_ITEM)) {
    if (found.length > 3) break;
    const start = match.index + match[0].indexOf(match[1]!);
    const plan = start < source.from ? null : named(source, start, start + match[1]!.length, 'plan.item', 22, hints, true);
    if (plan !== null) found.push(plan);
  }
  return found;
}
