// Plans that stand in rows: "Plan: Pro", "Formule | Duo", a table with a head, a line item with its quantity. Part of extract-plan.ts.
import { allMatches } from './all-matches.ts';
import { named, type PlanHints, type PlanName } from './extract-plan-name.ts';
import type { SourceText } from './extract-text.ts';
import { comparedCell } from './money/compared-columns.ts';
import { isLabel } from './merchants/read-store-item.ts';
import { phrasePeriod } from './periods/to-period.ts';

const QUALIFIER =
  '(?:your|my|new|current|selected|active|chosen|affected|betroffene[rsn]?|nowy|nowa|nowe|votre|notre|nouvelle?|ihr(?:e[rn]?)?|dein(?:e[rn]?)?|neue[rs]?|aktuelle[rs]?|gewahlte[rs]?|tu|su|nuev[oa]|il tuo|la tua|nuov[oa]|seu|sua|nov[oa]|actuele?|huidige?|nieuwe?|uw|je|obecn[ya]|aktualn[ya]|twoj|twoja|nov[yea]|aktualn[ie]|gecerli|текущая|ваша|поточна|τρεχουσα|jelenlegi|nuvarande|nuvaerende|navaerende|現在の|現在の|当前|현재)';
const TRAILING =
  '(?:actuel(?:le)?|choisie?|souscrite?|actual|attuale|atual|curent|contratad[oa]|name|level|type|tier|details?|plan|nuev[oa]|nuov[oa])';
const NOUN =
  "(?:plan taryfowy|taryf|wariant|opcja|rodzaj|soort lidmaatschap|abonnementsvorm|tarief|abonnementstype|lidmaatschapsvorm|polis|dieta?|diet|programm?e?|programma|program|modalidad|modalita|modalidade|tarifa|tariffa|poliza|cobertura|polizza|copertura|apolice|tessera|tipo|pacchetto|paquete|pacote|oferta|offerta|opcion|opzione|contrato|contratto|contrat|vertrag|vertragsart|abo-?modell|abo-?art|tarifname|produktname|tariff|cover|cover level|policy|edition|pass|ticket|box|panier|bouquet|pack|garantie|kiste|option|mitgliedsart|beitragsart|umowa|コース|ご?契約プラン|ご?契約内容|契約コース|subscription|membership|plan|product|item|service|package|tier|offer|level|license|licence|pass|plan d'abonnement|nom du produit|niveau|stufe|formule|offre|forfait|abonnement|adhesion|produit|description|designation|libelle|associacao|subscricao|article|prestation|abo|tarif|produkt|paket|mitgliedschaft|leistung|artikel|suscripcion|producto|nivel|servicio|membresia|abbonamento|prodotto|piano|servizio|livello|plano|produto|assinatura|servico|abonament|subskrypcja|usluga|pakiet|product|dienst|pakket|lidmaatschap|prenumeration|subscripcio|predplatne|abonelik|elofizetes|подписка|підписка|συνδρομη|订阅|구독|プラン(?:名)?|商品名?|ご利用プラン|サービス名|サブスクリプション)";
const ROW = new RegExp(
  `^[ *>#\\-\\u2022\\u25a0\\u25cf\\u25c6\\u30fb]{0,6}((?:${QUALIFIER} ?){0,2}${NOUN}(?: ${TRAILING}| (?:de |d'|di |der |du |da |del |do )?${NOUN})?)(?: {0,12}(?::|\\|)[ |*]{0,4}\\n?[ ]?| {3,20})([^\\n|]{2,90})`,
  'gmu',
);

// What stands beside the description in the head of a table. In two columns it tells a head from "Abonnement | Duo".
const HEAD_BESIDE =
  /^(?:qty|quantity|price|unit price|rate|amount|total|sum|cost|tax|vat|date|period|qte|quantite|prix|prix unitaire|montant(?: ttc| ht)?|tva|periode|menge|anzahl|preis|einzelpreis|betrag|gesamt|summe|zeitraum|cantidad|precio|importe|periodo|quantita|prezzo|importo|quantidade|preco|valor|aantal|prijs|bedrag|ilosc|cena|kwota|suma)$/;
const HEAD_CELL = new RegExp(
  `^(?:(?:${QUALIFIER} ?)?${NOUN}(?: ${TRAILING})?|description|designation|libelle|bezeichnung|beschreibung|descripcion|descrizione|descricao|omschrijving|opis|modalidad|modalita|modalidade|tarifa|tariffa|tarief|taryf|cover|dieta?|pass)$`,
  'u',
);
const FIRM_HEAD =
  /^(?:plan|package|tier|tariff|membership|formule|offre|forfait|tarif|paket|modalidad|tarifa|modalita|piano|tariffa|plano|modalidade|pakket|tarief|pakiet|taryf|プラン)\b/;
const CLOSED =
  /\b(?:closed|ended|cancel+ed|terminated|previous|former|old|clotur\w*|resili\w*|ancien\w*|termine\w*|beendet|gekundigt|bisher\w*|cerrad\w*|baja|anterior|chius\w*|cessat\w*|encerrad\w*|beeindigd|opgezegd|oud|zakonczon\w*)\b/;

// A table with a head: "Product | Quantity | Price" over "Premium | 1 | 12,00 €".
export function tabledPlans(source: SourceText, hints: PlanHints): PlanName[] {
  const found: PlanName[] = [];
  const { folded } = source.text;
  for (let at = folded.indexOf(' | '); at !== -1 && found.length < 4; at = folded.indexOf(' | ', at + 1)) {
    const lineStart = folded.lastIndexOf('\n', at) + 1;
    const lineEnd = indexOrEnd(folded, '\n', at);
    const head = folded.slice(lineStart, Math.min(lineEnd, lineStart + 300)).split(' | ');
    const firm = head.findIndex((cell) => FIRM_HEAD.test(cell.trim()));
    const column = firm === -1 ? head.findIndex((cell) => HEAD_CELL.test(cell.trim())) : firm;
    const isHead = column !== -1 && (head.length > 2 || HEAD_BESIDE.test(head[1 - column]!.trim()));
    if (head.length >= 2 && isHead && !/\d/.test(head.join(''))) {
      const rows = rowsBelow(folded, lineEnd + 1, head.length).filter(({ cells }) => !CLOSED.test(cells.join(' ')));
      const row = hints.kind === 'plan_changed' ? rows.at(-1) : rows[0];
      if (row !== undefined) {
        const start = row.start + row.cells.slice(0, column).join(' | ').length + (column === 0 ? 0 : 3);
        const plan = named(source, start, start + row.cells[column]!.length, 'plan.table', firm === -1 ? 36 : 41, hints, true);
        if (plan !== null && start >= source.from) found.push(plan);
      }
    }
    at = lineEnd - 1;
  }
  return found;
}

const ROWS_MAX = 6;

function rowsBelow(folded: string, from: number, columns: number): { readonly start: number; readonly cells: readonly string[] }[] {
  const rows: { readonly start: number; readonly cells: readonly string[] }[] = [];
  for (let start = from; rows.length < ROWS_MAX && start < folded.length;) {
    const end = indexOrEnd(folded, '\n', start);
    const cells = folded.slice(start, Math.min(end, start + 400)).split(' | ');
    // Under "Item | Price" a store writes the item in a line of its own.
    const isLone: boolean = rows.length === 0 && columns === 2 && cells.length === 1 && cells[0]!.length < 70;
    if (cells.length !== columns && !isLone) break;
    rows.push({ start, cells: isLone ? [cells[0]!, ''] : cells });
    start = end + 1;
  }
  return rows;
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
      /^(?:.* )?(?:item|service|tipo|programm?e?|programma|program|contrat|contrato|contratto|vertrag|umowa|policy|poliza|polizza|apolice|polis|garantie|option|opcion|opzione|opcja|ticket|article|prestation|artikel|product|produkt|produit|producto|prodotto|produto|dienst|subscription|abonnement|description|designation|libelle)$/.test(
        label,
      );
    const changed = changedCell(source, start, hints);
    if (changed !== null) found.push(changed);
    // A description describes anything: it names a plan where it says so.
    if (/^(?:description|designation|libelle)$/.test(label) && !isOfContract(match[2]!, hints)) continue;
    const plan = named(source, start, start + match[2]!.length, 'plan.row', CONTRACT_LABEL.test(label) ? 20 : weak ? 32 : 40, hints, true);
    if (plan !== null) found.push(plan);
  }
  return found;
}

// "Pakket | Internet Start | Internet Max": of what was and what will be, the latter.
function changedCell(source: SourceText, start: number, hints: PlanHints): PlanName | null {
  const { folded } = source.text;
  const cells = folded.slice(start, Math.min(indexOrEnd(folded, '\n', start), start + 200)).split(' | ');
  if (cells.length !== 2) return null;
  const at = start + cells[0]!.length + 3;
  if (comparedCell(folded, at)?.side !== 'new') return null;
  return named(source, at, at + cells[1]!.length, 'plan.row', 44, hints, true);
}

const STACKED = new RegExp(
  `^[ *]{0,4}((?:${QUALIFIER} ?)?${NOUN}(?: ${TRAILING}| (?:de |d'|di |der |du |da |del |do )?${NOUN})?)[ :]*\\n[ *]{0,4}([^\\n|:.!?]{2,60})\\n`,
  'gmu',
);

// The label in a line of its own, the plan in the next: "Votre forfait", then "Standard avec pub".
export function stackedPlans(source: SourceText, hints: PlanHints): PlanName[] {
  const found: PlanName[] = [];
  const { folded, original } = source.text;
  for (const match of allMatches(`${folded}\n`, STACKED)) {
    if (found.length > 4) break;
    const start = match.index + match[0].lastIndexOf(match[2]!);
    const isName = /^[\p{Lu}\p{Lo}\d]/u.test(original[source.text.toOriginal(start)] ?? '') && !SENTENCE.test(match[2]!);
    if (match.index < source.from || !isName) continue;
    const plan = named(source, start, start + match[2]!.length, 'plan.row', 33, hints, true);
    if (plan !== null) found.push(plan);
  }
  return found;
}

const SENTENCE =
  /^(?:hello|hi|dear|bonjour|bonsoir|hallo|liebe|guten|hola|ciao|gentile|ola|beste|czesc|you|your|we|our|vous|nous|votre|notre|sie|wir|ihr|tu|su|il|la tua|o seu|je|uw|manage|gerer|view|see|voir)\b| (?:is|are|was|has|have|will|est|sont|a ete|ist|wird|wurde|es|ha|e stato|foi|wordt|jest)\b/;

// Beside these stands what sort of contract it is, or its number, as often as its plan.
const CONTRACT_LABEL = /^(?:.* )?(?:contrat|contrato|contratto|vertrag|umowa|policy|poliza|polizza|apolice|polis|tipo)$/;

const CONTRACT_WORD =
  /\b(?:subscription|membership|plan|monthly|yearly|annual|abonnement|formule|forfait|adhesion|mensuel(?:le)?|annuel(?:le)?)\b/;

function isOfContract(folded: string, { merchantNames }: PlanHints): boolean {
  return CONTRACT_WORD.test(folded) || merchantNames.some((name) => name.length > 2 && folded.startsWith(`${name} `));
}

const RECEIPTS: ReadonlySet<string> = new Set(['renewal_charged', 'signup', 'refund']);

const SOLD_ROW =
  /^([^\n|]{3,70}?)(?: \| | {3,40})(?:[€$£¥]|us\$|[a-z]{3} )? ?\d[\d., ']{0,12}(?: ?(?:[€$£¥]|[a-z]{3}))?(?: ?\/ ?[a-z]{1,8})?$/gm;

const ROWS_SOLD_MAX = 40;

// "Noteflow Pro (monthly) | €12.00": the merchant's name and more, beside a sum.
export function soldPlans(source: SourceText, hints: PlanHints): PlanName[] {
  const found: PlanName[] = [];
  const matches = [...allMatches(source.text.folded, SOLD_ROW)].slice(0, ROWS_SOLD_MAX);
  // Of three things that were paid for none is the plan.
  const isOfParts = matches.filter((match) => !isLabel(match[1]!)).length > 2;
  for (const match of matches) {
    if (found.length > 3) break;
    const what = match[1]!;
    const isOwn = hints.merchantNames.some((name) => name.length > 2 && what.startsWith(`${name} `));
    // Whatever else stands beside a sum in a receipt is what was paid for, unless it is a total or a tax.
    const score = isOwn || isRecurring(what) ? 28 : RECEIPTS.has(hints.kind) && !isOfParts && !isLabel(what) ? 19 : 0;
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
    if (match.index < source.from || !(isOwn || phrasePeriod(inner) !== null || PER_SEAT.test(inner))) continue;
    const start = match.index + match[0].indexOf(match[1]!);
    const plan = named(source, start, start + match[1]!.length, 'plan.item', 23, hints, true);
    if (plan !== null) found.push(plan);
  }
  return found;
}

const PER_SEAT =
  /^(?:per|par|pro|por|je|na) (?:seat|user|member|utilisateur|poste|siege|nutzer|benutzer|usuario|utente|gebruiker|uzytkownik\w*|licen[cs]e)$/;

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
