// For mail of an app store: the app that was bought. A store names the app, its plan and its developer, and in another mail only two of
// them, so the app's own name leads and words of a plan behind it are left out: "Sketchly Pro", "Sketchly Pro (Sketchly)" and
// "Sketchly Pro, from Sketchly Studio" are one service. Every find is a verbatim stretch of the body.
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
  /\b(?:total|subtotal|sous-total|gesamt|tax|tva|vat|mwst|iva|date|datum|fecha|data|order|commande|bestell\w*|number|numero|nummer|identifiant|apple id|id|account|compte|price|prix|preis|precio|prezzo|amount|montant|betrag|payment|paiement|zahlung|document|invoice|facture|receipt|recu|renews?|renouvel\w+|billed|facture a|discount|remise|visa|mastercard)\b/;
const SUM_ONLY = /^(?:[€$£¥]|us\$|[a-z]{3} )? ?\d[\d ., ']{0,14}(?: ?(?:[€$£¥]|[a-z]{3}))?(?: ?\/ ?\p{L}{1,8})?$/u;
const BRACKETS = /\s*[(（]([^()（）]{2,60})[)）]\s*$/u;
const RENEWS =
  /^(?:renews?|renewal|next billing|auto-?renew\w*|se renouvelle|renouvellement|verlangert sich|se renueva|si rinnova|renova|wordt verlengd|更新)/;

interface Line {
  readonly cells: readonly string[];
  readonly start: number;
}

export function readStoreItem(body: string): StoreItem | null {
  const lines = linesOf(body);
  return labelled(lines, APP_LABEL) ?? bought(lines) ?? labelled(lines, ITEM_LABEL) ?? aboveRenewal(lines);
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
    if (text.length <= 300) lines.push({ cells: text.split(' | '), start });
    start += text.length + 1;
  }
  return lines;
}

// "Application | Yogami", "Item | Sketchly Pro (Sketchly)".
function labelled(lines: readonly Line[], label: RegExp): StoreItem | null {
  for (const { cells, start } of lines) {
    const value = cells[1];
    if (value === undefined || !label.test(fold(cells[0]!))) continue;
    const item = toItem(value, start + cells[0]!.length + 3);
    if (item !== null) return item;
  }
  return null;
}

// "MéditaZen Premium (mensuel) | 7,99 €", "Premium monthly (Strava: Run, Bike, Hike) | $4.99"
function bought(lines: readonly Line[]): StoreItem | null {
  for (const { cells, start } of lines) {
    const [what, sum] = [cells[0]!, cells[1]];
    if (sum === undefined || !SUM_ONLY.test(fold(sum)) || LABEL_WORD.test(fold(what))) continue;
    const item = toItem(what, start);
    if (item !== null) return item;
  }
  return null;
}

// App, plan, then "Renews on …", each in a line of its own.
function aboveRenewal(lines: readonly Line[]): StoreItem | null {
  for (let index = 2; index < lines.length; index += 1) {
    const above = lines[index - 2]!;
    if (!RENEWS.test(fold(lines[index]!.cells[0]!)) || above.cells.length > 1 || LABEL_WORD.test(fold(above.cells[0]!))) continue;
    const item = toItem(above.cells[0]!, above.start);
    if (item !== null) return item;
  }
  return null;
}

// What stands in brackets is the app ("Pro (Sketchly)"), unless it is the rhythm of billing ("Premium (mensuel)").
function toItem(written: string, start: number): StoreItem | null {
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
  return { name, start: start + written.lastIndexOf(name, isApp ? written.length : written.indexOf(source) + source.indexOf(name)) };
}

function fold(text: string): string {
  return foldText(text).folded.trim();
}
