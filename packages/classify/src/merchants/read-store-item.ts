// For mail of an app store: the app that was bought. A store names the app, its plan and its developer, and in another mail only two of
// them, so the app's own name leads and words of a plan behind it are left out: "Sketchly Pro", "Sketchly Pro (Sketchly)" and
// "Sketchly Pro, from Sketchly Studio" are one service. Every find is a verbatim stretch of the body.
import { allMatches } from '../all-matches.ts';
import { foldText } from '../fold-text.ts';
import { findMerchantByName } from './alias-table.ts';
import { isPlanWord } from './plan-words.ts';

export interface StoreItem {
  readonly name: string;
  /** Offset in the text given. */
  readonly start: number;
}

const LINES_MAX = 200;
const APP_LABEL = /^(?:app|app name|application|applicazione|aplicacion|aplicativo|apps?-?name|nom de l'app(?:lication)?)$/;
const ITEM_LABEL =
  /^(?:item|article|artikel|produit|product|produkt|articulo|producto|articolo|prodotto|subscription|abonnement|abo|suscripcion|abbonamento|assinatura)$/;
const LABEL_WORD =
  /\b(?:total\w*|sub-?total\w*|zwischensumme|imponibile|base imponible|netto\w*|totaal|suma|razem|subtotal|sous-total|gesamt|tax|tva|vat|mwst|iva|date|datum|fecha|data|order|commande|bestell\w*|number|numero|nummer|identifiant|apple id|id|account|compte|price|prix|preis|precio|prezzo|amount|montant|betrag|payment|paiement|zahlung|document|invoice|facture|receipt|recu|(?:auto-?)?renew\w*|renouvel\w+|se renueva|si rinnova|renova|verlangert|verlengd|verlenging|odnawia|automatic\w*|automatisch\w*|billed|facture a|discount|remise|visa|mastercard)\b/;
const SUM_ONLY = /^(?:[€$£¥]|us\$|[a-z]{3} )? ?\d[\d ., ']{0,14}(?: ?(?:[€$£¥]|[a-z]{3}))?(?: ?\/ ?\p{L}{1,8})?$/u;
const BRACKETS = /\s*[(（]([^()（）]{2,60})[)）]\s*$/u;
const RENEWS =
  /^(?:renews?|renewal|next billing|auto-?renew\w*|se renouvelle|renouvellement|verlangert sich|se renueva|si rinnova|renova|wordt verlengd|更新)/;

const ABOVE_SUM =
  /^(?:auto-?renew\w*|abonnement (?:a|avec) renouvellement|abonnement auto|abo mit auto\w*|automatisch verlanger\w*|suscripcion con renovacion|abbonamento con rinnovo|assinatura (?:com )?renov\w*|automatisch verlengd)/;

/** Words that stand in front of a sum and sell nothing: totals, taxes, dates, numbers. Folded. */
export function isLabel(folded: string): boolean {
  return LABEL_WORD.test(folded);
}

interface Cell {
  readonly text: string;
  /** Offset in the body. */
  readonly start: number;
}

type Line = readonly [Cell, ...Cell[]];

export function readStoreItem(body: string): StoreItem | null {
  const lines = linesOf(body);
  return (
    labelled(lines, APP_LABEL) ??
    bought(lines) ??
    labelled(lines, ITEM_LABEL) ??
    aboveSum(lines) ??
    aboveRenewal(lines) ??
    appBehindName(body)
  );
}

/** The app's name in what a store calls it: without brackets, tag line and the plan's words. A verbatim head of `written`. */
export function appName(written: string): string {
  let name = written.replace(BRACKETS, '').trim();
  if (findMerchantByName(name) !== null) return name;
  name = name.split(/\s*[:–—|]\s*|\s-\s|,\s/u)[0]!.trim();
  while (findMerchantByName(name) === null) {
    const head = name.replace(/\s+\S+$/u, '');
    if (head === name || !isPlanWord(foldText(name.slice(head.length).trim()).folded)) return name;
    name = head;
  }
  return name;
}

function linesOf(body: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const text of body.split('\n', LINES_MAX)) {
    if (text.length <= 300) lines.push(cellsOf(text, start));
    start += text.length + 1;
  }
  return lines;
}

const GAP = / \| | {2,}|\t+/g;

// Cells are told apart by " | " in a table, by several spaces in plain text, and a label by its colon.
function cellsOf(text: string, start: number): Line {
  const cells: Cell[] = [];
  let from = 0;
  for (const gap of allMatches(text, GAP)) {
    cells.push({ text: text.slice(from, gap.index), start: start + from });
    from = gap.index + gap[0].length;
  }
  cells.push({ text: text.slice(from), start: start + from });
  const [first, ...rest] = cells as [Cell, ...Cell[]];
  const colon = first.text.indexOf(': ');
  const label = colon === -1 ? '' : fold(first.text.slice(0, colon));
  if (!APP_LABEL.test(label) && !ITEM_LABEL.test(label)) return [first, ...rest];
  const value = { text: first.text.slice(colon + 2).trimStart(), start: 0 };
  return [
    { text: first.text.slice(0, colon), start: first.start },
    { ...value, start: first.start + first.text.length - value.text.length },
    ...rest,
  ];
}

// "Application | Yogami", "Item: Sketchly Pro (Sketchly)".
function labelled(lines: readonly Line[], label: RegExp): StoreItem | null {
  for (const [first, value] of lines) {
    if (value === undefined || !label.test(fold(first.text)) || isHead(fold(value.text))) continue;
    const item = toItem(value);
    if (item !== null) return item;
  }
  return null;
}

// "Item | Price" is the head of a table.
function isHead(folded: string): boolean {
  return folded.replace(LABEL_WORD, '').trim() === '';
}

// "MéditaZen Premium (mensuel) | 7,99 €", "Premium monthly (Strava: Run, Bike, Hike) | $4.99"
function bought(lines: readonly Line[]): StoreItem | null {
  for (const [what, sum] of lines) {
    if (sum === undefined || !SUM_ONLY.test(fold(sum.text)) || LABEL_WORD.test(fold(what.text))) continue;
    const item = toItem(what);
    if (item !== null) return item;
  }
  return null;
}

// The item, and in the next line "Auto-renewing subscription | $4.99/month".
function aboveSum(lines: readonly Line[]): StoreItem | null {
  for (const [index, [what, sum]] of lines.entries()) {
    const above = lines[index - 1];
    const isSummed = sum !== undefined || SUM_ONLY.test(fold(lines[index + 1]?.[0].text ?? ''));
    if (!isSummed || above === undefined || above.length > 1 || !ABOVE_SUM.test(fold(what.text))) continue;
    const item = LABEL_WORD.test(fold(above[0].text)) ? null : toItem(above[0]);
    if (item !== null) return item;
  }
  return null;
}

// App, plan, then "Renews on …", each in a line of its own.
function aboveRenewal(lines: readonly Line[]): StoreItem | null {
  for (let index = 2; index < lines.length; index += 1) {
    const above = lines[index - 2]!;
    if (!RENEWS.test(fold(lines[index]![0].text)) || above.length > 1 || LABEL_WORD.test(fold(above[0].text))) continue;
    const item = toItem(above[0]);
    if (item !== null) return item;
  }
  return null;
}

const TAGGED =
  /[(（]([\p{Lu}\p{Lo}\p{L}][^():（）\n–-]{1,38}?)(?::| [-–—]) [^()（）\n]{3,60}[)）](?= (?:from|de|von|di|da|van|od|par|by|on)\b)/u;
const NAMED_TWICE = /([\p{Lu}\p{Lo}][\p{L}\p{N}.&+'’!-]{1,30})((?: [\p{L}\p{N}.&+'’!-]{1,30}){0,5}) ?[(（](?=\1)([^()（）\n]{2,60})[)）]/u;

// In a sentence: "your subscription to Sketchly Pro (Sketchly) from Sketchly Studio". That the name comes again in brackets says that it is the app.
function appBehindName(body: string): StoreItem | null {
  // "Plus (Sketchly: Draw & Paint) from Sketchly Studio": an app with its tag line.
  const tagged = TAGGED.exec(body);
  if (tagged !== null) return toItem({ text: tagged[1]!, start: tagged.index + 1 });
  const match = NAMED_TWICE.exec(body);
  if (match === null) return null;
  const inner = match[3]!;
  return toItem({ text: inner, start: match.index + match[0].length - inner.length - 1 });
}

// What stands in brackets is the app ("Pro (Sketchly)"), unless it is the rhythm of billing ("Premium (mensuel)").
function toItem(cell: Cell): StoreItem | null {
  const written = cell.text;
  const inner = BRACKETS.exec(written);
  const isApp =
    inner !== null &&
    !/\d/.test(inner[1]!) &&
    !fold(inner[1]!)
      .split(/[\s-]+/)
      .some(isPlanWord);
  const source = isApp ? inner[1]! : written;
  const name = appName(source.trim());
  if (name.length < 2 || name.length > 60 || !/\p{L}/u.test(name) || /@|https?:|[.!?] /u.test(name) || isPlanWord(fold(name))) return null;
  return { name, start: cell.start + written.indexOf(name, isApp ? inner.index : 0) };
}

function fold(text: string): string {
  return foldText(text).folded.trim();
}
