// Reads the reference of a message: subscription or contract number before order, invoice and ticket numbers. A reference follows a
// label that says what it is, or has a shape that one service alone uses.
import type { MessageKind } from '@quittance/domain/event-kind';
import type { Place, SourceText } from './extract-text.ts';

export interface Reference extends Place {
  readonly rule: string;
  readonly score: number;
}

interface Label {
  readonly rule: string;
  readonly score: number;
  readonly words: string;
}

const LABELS: readonly Label[] = [
  { rule: 'reference.subscription', score: 9, words: 'subscription|abonnement|abo|suscripcion|abbonamento|assinatura|subskrypcj\\w' },
  {
    rule: 'reference.contract',
    score: 9,
    words:
      'contract|contrat|vertrags?|contrato|contratto|umow\\w|policy|police|polizza|poliza|membership|mitglieds?|adhesion|adherent|ligne|line',
  },
  { rule: 'reference.order', score: 7, words: 'order|commande|bestell(?:ung)?s?|auftrags?|pedido|ordine|encomenda|zamowieni\\w|注文' },
  { rule: 'reference.customer', score: 6, words: 'customer|client|account|compte|kunden|cliente|klient\\w|user|konto' },
  { rule: 'reference.invoice', score: 5, words: 'invoice|facture|rechnungs?|factura|fattura|fatura|factuur|faktur\\w|請求書?' },
  { rule: 'reference.receipt', score: 4, words: 'receipt|recu|beleg|recibo|ricevuta|transaction|payment|paiement|zahlungs?' },
  { rule: 'reference.ticket', score: 3, words: 'ticket|case|request|demande|dossier|vorgangs?|anfrage|solicitud|richiesta|incident' },
];

const ID_WORD = '(?:(?:id(?:entifier)?|number|num|no|nr|numero|nummer|ref(?:erence|erenz)?|code|key|identifiant)(?![a-z])|n°|番号)\\.?';
const TOKEN = '([a-z0-9](?:[a-z0-9._/-]{1,38}[a-z0-9])?)(?![a-z0-9@])';

// "Order number: X", "Order #X", "Commande n° X", "N° de commande : X", "Bestellnummer X".
const PATTERNS: readonly { readonly label: Label; readonly pattern: RegExp }[] = LABELS.map((label) => ({
  label,
  pattern: new RegExp(
    `(?<![a-z])(?:(?:your|the|votre|ihre?) )?(?:(?:${label.words})[ -]?(?:${ID_WORD} ?(?:is|est|:|\\||#)?|#|: ?#)|${ID_WORD} ?(?:de |d'|di |del |du |do |of )?(?:la |votre |l'|tu )?(?:${label.words}) ?(?::|\\||#|est|is)?|(?:${label.words}) ?(?::|\\|)) ?(?:\\| ?)?[#(]? ?${TOKEN}`,
    'g',
  ),
}));

const PLAIN_REFERENCE = new RegExp(
  `(?<![a-z])(?:reference|ref|referenz|referencia|riferimento|referencia|numer referencyjny)\\.?(?: ${ID_WORD})? ?[:|#-]? ?(?:\\| ?)?#? ?${TOKEN}`,
  'g',
);
// Order and invoice numbers right behind their word when their shape shows what they are: "invoice INV-2031".
const BARE =
  /(?<![a-z])(?:invoice|facture|order|commande|rechnung|receipt|recu|factura|bestellung) (?:n° ?|no\.? |nr\.? )?#?([a-z]{1,6}[-_]?\d[a-z0-9-]{2,30}|\d{4}-\d{3,8}(?:-\d{1,6})?)(?![a-z0-9@])/g;
const SHAPES =
  /\b(?:(sub_[a-z0-9]{8,40}|in_[a-z0-9]{10,40})|(gpa\.\d{4}-\d{4}-\d{4}-\d{5}(?:\.\.\d{1,3})?)|(i-[a-z0-9]{11,14}))(?![a-z0-9])/g;
const RECEIPT_SUBJECT = /#(\d{4}-\d{4})(?!\d)/g;

export function readReference(sources: readonly SourceText[], kind: MessageKind): Reference | null {
  let best: Reference | null = null;
  const offer = (each: Reference) => {
    if (best === null || each.score > best.score) best = each;
  };
  for (const source of sources) {
    for (const { label, pattern } of PATTERNS) {
      const score = label.rule === 'reference.ticket' && kind === 'cancellation_requested' ? 10 : label.score;
      collect(source, pattern, label.rule, score, offer);
    }
    collect(source, PLAIN_REFERENCE, 'reference.plain', 6, offer);
    collect(source, BARE, 'reference.bare', 4.5, offer);
    collect(source, SHAPES, 'reference.shape', 8, offer);
    if (source.zone === 'subject') collect(source, RECEIPT_SUBJECT, 'reference.receipt', 4, offer);
  }
  return best;
}

function collect(source: SourceText, pattern: RegExp, rule: string, score: number, offer: (reference: Reference) => void): void {
  let count = 0;
  for (const match of source.text.folded.matchAll(pattern)) {
    count += 1;
    if (count > 20) return;
    const token = match.slice(1).find((group) => group !== undefined) ?? '';
    const start = match.index + match[0].length - token.length;
    if (start < source.from || !isReference(token)) continue;
    const penalty = (source.isAside(start) ? 5 : 0) + Math.min(0.4, count / 50);
    offer({ source, start, end: start + token.length, rule, score: score - penalty });
  }
}

// A digit and some length; no date, no amount, no year, no card mask.
function isReference(token: string): boolean {
  if (token.length < 3 || !/\d/.test(token) || (token.match(/\d/g)!.length < 2 && token.length < 6)) return false;
  if (/^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/.test(token) || /^\d+[.,]\d{2}$/.test(token)) return false;
  return !/^(?:19|20)\d{2}$/.test(token) && !/^\d{1,3}(?:st|nd|rd|th|er|days?|gb|mb|tb|ans?|h)$/.test(token) && !/^x{2,}/.test(token);
}
