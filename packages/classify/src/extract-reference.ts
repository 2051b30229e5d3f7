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
      'contract|contrat|vertrags?|contrato|contratto|umow\\w|policy|police|polizza|poliza|membership|mitglieds?|subscriber|member|adhesion|adherent|abonne|membre|ligne|line',
  },
  { rule: 'reference.order', score: 7, words: 'order|commande|bestell(?:ung)?s?|auftrags?|pedido|ordine|encomenda|zamowieni\\w|注文' },
  { rule: 'reference.customer', score: 6, words: 'customer|client|account|compte|kunden|cliente|klient\\w|user|konto' },
  { rule: 'reference.invoice', score: 5, words: 'invoice|facture|rechnungs?|factura|fattura|fatura|factuur|faktur\\w|請求書?' },
  { rule: 'reference.receipt', score: 4, words: 'receipt|recu|beleg|recibo|ricevuta|transaction|payment|paiement|zahlungs?' },
  { rule: 'reference.ticket', score: 3, words: 'ticket|case|request|demande|dossier|vorgangs?|anfrage|solicitud|richiesta|incident' },
];

const ID_WORD = '(?:(?:id(?:entifier)?|number|num|no|nr|numero|nummer|ref(?:erence|erenz)?|code|key|identifiant)(?![a-z])|n°|番号)\\.?';
const GAP = ' ?(?:\\| ?)?[#(]? ?$';

// In front of the token: "Order number: ", "Order #", "Commande n° ", "N° de commande : ", "Bestellnummer ".
const PATTERNS: readonly { readonly label: Label; readonly pattern: RegExp }[] = LABELS.map((label) => ({
  label,
  pattern: new RegExp(
    `(?<![a-z])(?:(?:${label.words})[ -]?(?:${ID_WORD} ?(?:is|est|:|\\||#)?|#|: ?#|:|\\|)|${ID_WORD} ?(?:de |d'|di |del |du |do |of )?(?:la |votre |l'|tu )?(?:${label.words}) ?(?::|\\||#|est|is)?|(?:${label.words}) ?(?::|\\|))${GAP}`,
  ),
}));
const PLAIN = new RegExp(
  `(?<![a-z])(?:reference|ref|referenz|referencia|riferimento|numer referencyjny)\\.?(?: ${ID_WORD})? ?[:|#-]?${GAP}`,
);
// The quick refusal for most figures of a mail.
const ANY_LABEL = new RegExp(
  `(?:[:#|°(]|番号|(?:\\b(?:id|identifier|identifiant|no|nr|num|code|key|is|est|invoice|facture|order|commande|rechnung|receipt|recu|factura|bestellung|ref\\w{0,8})|number|numero|nummer)\\.?)${GAP}`,
);

// Order and invoice numbers right behind their word when their shape shows what they are: "invoice INV-2031".
const BARE = /(?<![a-z])(?:invoice|facture|order|commande|rechnung|receipt|recu|factura|bestellung) (?:n° ?|no\.? |nr\.? )?#?$/;
const BARE_TOKEN = /^(?:[a-z]{1,6}[-_]?\d[a-z0-9-]{2,30}|\d{4}-\d{3,8}(?:-\d{1,6})?)$/;
// Stripe's, Google Play's and PayPal's own shapes.
const SHAPE = /^(?:sub_[a-z0-9]{8,36}|in_[a-z0-9]{10,36}|gpa\.\d{4}-\d{4}-\d{4}-\d{5}|i-[a-z0-9]{11,14})$/;

const BEFORE_CHARS = 56;
const TOKENS_MAX = 300;

export function readReference(sources: readonly SourceText[], kind: MessageKind): Reference | null {
  let best: Reference | null = null;
  for (const source of sources) {
    let count = 0;
    for (const { start, end } of tokensWithDigits(source.text.folded)) {
      count += 1;
      if (count > TOKENS_MAX) break;
      const rated = start < source.from ? null : rate(source, start, end, kind);
      if (rated === null) continue;
      // The first of several counts.
      const score = rated.score - (source.isAside(start) ? 5 : 0) - Math.min(0.4, count / 200);
      if (best === null || score > best.score) best = { source, start, end, rule: rated.rule, score };
    }
  }
  return best;
}

function rate(source: SourceText, start: number, end: number, kind: MessageKind): { rule: string; score: number } | null {
  const { folded } = source.text;
  const token = folded.slice(start, end);
  if (!isReference(token)) return null;
  if (SHAPE.test(token)) return { rule: 'reference.shape', score: 8 };
  const before = folded.slice(Math.max(0, start - BEFORE_CHARS), start).replaceAll('\n', ' ');
  if (!ANY_LABEL.test(before)) return null;
  let best: { rule: string; score: number } | null = PLAIN.test(before) ? { rule: 'reference.plain', score: 6 } : null;
  for (const { label, pattern } of PATTERNS) {
    const score = label.rule === 'reference.ticket' && kind === 'cancellation_requested' ? 10 : label.score;
    if ((best === null || score > best.score) && pattern.test(before)) best = { rule: label.rule, score };
  }
  if (best !== null) return best;
  if (BARE_TOKEN.test(token) && BARE.test(before)) return { rule: 'reference.bare', score: 4.5 };
  return source.zone === 'subject' && before.endsWith('#') && /^\d{4}-\d{4}$/.test(token) ? { rule: 'reference.receipt', score: 4 } : null;
}

const TOKEN_CHARACTER = /[a-z0-9._/-]/;
const TOKEN_CHARS_MAX = 40;

/** Words with a figure in them, found from the figure to both sides. */
function* tokensWithDigits(folded: string): Generator<{ start: number; end: number }> {
  const digit = /\d/g;
  for (let match = digit.exec(folded); match !== null; match = digit.exec(folded)) {
    let start = match.index;
    let end = start + 1;
    while (start > 0 && match.index - start < TOKEN_CHARS_MAX && TOKEN_CHARACTER.test(folded[start - 1]!)) start -= 1;
    while (end < folded.length && end - start <= TOKEN_CHARS_MAX && TOKEN_CHARACTER.test(folded[end]!)) end += 1;
    digit.lastIndex = end;
    const isWhole = end - start <= TOKEN_CHARS_MAX && !/[@\p{L}\d]/u.test(folded[end] ?? ' ') && !/[@$€£]/.test(folded[start - 1] ?? ' ');
    while (start < end && /[._/-]/.test(folded[start]!)) start += 1;
    while (end > start && /[._/-]/.test(folded[end - 1]!)) end -= 1;
    if (isWhole && end > start) yield { start, end };
  }
}

// A figure and some length; no date, no amount, no year, no card mask.
function isReference(token: string): boolean {
  if (token.length < 3 || (token.match(/\d/g)!.length < 2 && token.length < 6)) return false;
  if (/^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/.test(token) || /^\d+[.,]\d{2}$/.test(token)) return false;
  return !/^(?:19|20)\d{2}$/.test(token) && !/^\d{1,3}(?:st|nd|rd|th|er|days?|gb|mb|tb|ans?|h)$/.test(token) && !/^x{2,}/.test(token);
}
