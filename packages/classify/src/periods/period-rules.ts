// The ways in which mails state a rhythm of billing, each with how much it says. Over folded text; the first group that took part is the
// rhythm, for `every` and `term` the first is its number. Data of extract-period.ts.
import { ADJECTIVE, COUNT, DELIVERED, EVERY, NOUN, UNIT } from './period-words.ts';
import type { Period } from '@quittance/domain/period';

export interface Rule {
  readonly rule: string;
  readonly score: number;
  readonly pattern: RegExp;
  /** A text that holds none of these has nothing for the pattern: three in four hold neither a rhythm nor a length. */
  readonly needs?: readonly RegExp[];
  /** For what no count and unit spell. */
  readonly period?: Period;
}

const LABEL =
  'billing (?:period|cycle|interval|frequency|term)|payment (?:frequency|interval|cycle)|frequency|interval|period|cycle|billing|billed|renewal|delivery|periodicite|frequence|rythme|cadence|facturation|renouvellement|livraison|abrechnung|zahlung|zahlungsweise|zahlweise|zahlungsrhythmus|lieferrhythmus|rhythmus|turnus|verlangerung|lieferung|facturacion|renovacion|fatturazione|rinnovo|pagamento|cobranca|renovacao|facturatie|betaling|betaalfrequentie|bezorging|incasso|periode(?: de facturation)?|abrechnungszeitraum|abrechnungsturnus|zahlungsintervall|periodo(?: de facturacion| di fatturazione)?|frecuencia|cadenza|frequenza|frequencia|periodicidade|okres(?: rozliczeniowy)?|rozliczenie|platnosc|cykl(?: rozliczeniowy)?|odnowienie';

const RHYTHM = new RegExp(`\\b(?:${ADJECTIVE})`);
const LENGTH = new RegExp(`\\b(?:${UNIT})\\b`);

const STATED: readonly Rule[] = [
  {
    rule: 'period.billed',
    score: 60,
    needs: [RHYTHM, LENGTH],
    // The look ahead says nothing new; with it V8 compiles a fourth of the code, and passes over places faster.
    pattern: new RegExp(
      `\\b(?:billed|charged|renews?|renewed|invoiced|paid|debited|factures?|facturees?|preleves?|prelevee|reconduit|abgerechnet|berechnet|facturad[oa]|cobrad[oa]|fatturat[oa]|gefactureerd|rozliczan\\w+)(?: automatically| automatiquement)? (?=[a-z])(${ADJECTIVE}|(?:${EVERY} (?:\\d{1,2} )?|(?:per|par|pro|al|por) )(?:${UNIT})\\b)`,
      'g',
    ),
  },
  {
    rule: 'period.billed',
    score: 56,
    needs: [RHYTHM],
    pattern: new RegExp(`\\b(${ADJECTIVE}) (?:abgebucht|abgerechnet|berechnet|eingezogen|afgeschreven)\\b`, 'g'),
  },
  { rule: 'period.every', score: 45, needs: [LENGTH], pattern: new RegExp(`\\b${EVERY} (?:(${COUNT}) )?(${UNIT})\\b(?!\\w)`, 'g') },
  { rule: 'period.adjective', score: 30, needs: [RHYTHM], pattern: new RegExp(`\\b(${ADJECTIVE})(?:,? (?:\\w+ )?(?:${NOUN})\\b)`, 'g') },
  {
    rule: 'period.adjective',
    score: 28,
    needs: [RHYTHM, LENGTH],
    pattern: new RegExp(
      `\\b(?:${NOUN})(?:'s)? (?:(?:\\w+ )?(${ADJECTIVE})\\b|(?:per|par|pro|al|por|a la|for one|for 1) (${UNIT})\\b)`,
      'g',
    ),
  },
  {
    rule: 'period.delivered',
    score: 22,
    needs: [RHYTHM],
    pattern: new RegExp(`\\b(${ADJECTIVE})(?: [\\w&+'.-]{1,20}){0,3} (?:${DELIVERED})\\b`, 'g'),
  },
  {
    rule: 'period.delivered',
    score: 21,
    needs: [RHYTHM],
    pattern: new RegExp(`\\b(?:${DELIVERED})(?: [\\w&+'.-]{1,20}){0,3} (${ADJECTIVE})\\b`, 'g'),
  },
  {
    rule: 'period.delivered',
    score: 18,
    pattern: new RegExp(
      `\\bthis (week|month)'s (?:[\\w&+'.-]{1,20} ){0,3}(?:${DELIVERED})\\b|\\b(?:panier|box|livraison|kiste|lieferung|cesta|caja|cassetta|cabaz|caixa|skrzynka|pakket) (?:de la |de |der |dieser |della |da |van deze )(semaine|semana|woche|settimana|week)\\b`,
      'g',
    ),
  },
  {
    rule: 'period.compound',
    score: 28,
    pattern:
      /\b(monats|jahres|wochen|quartals|halbjahres|maand|jaar|halfjaar|week)(?:abo|abonnement|mitgliedschaft|beitrag|plan|paket|lidmaatschap|spende|zahlung|rechnung|preis|gebuhr|rate|pramie|lizenz|karte|ticket|vertrag|box|kiste|premie|prijs|tarief|bedrag|pas|kaart|contract)\w*/g,
  },
  // A word that is price and rhythm in one.
  { rule: 'period.compound', score: 27, pattern: /\b(mensualites?|mensualidad|mensalidade|anualidad|anuidade|annualita)\b/g },
  {
    rule: 'period.label',
    score: 50,
    needs: [RHYTHM, LENGTH],
    pattern: new RegExp(`\\b(?:${LABEL})\\b ?[:|-]? ?(?:\\| ?)?(${ADJECTIVE}|(?:\\d{1,2} )?(?:${UNIT})\\b)`, 'g'),
  },
  // The rhythm behind an item's name: "Pro (monthly)", "Premium, mensuel", "Gold – 1 month", "Small (every 4 weeks)".
  {
    rule: 'period.item',
    score: 32,
    needs: [RHYTHM, LENGTH],
    pattern: new RegExp(
      `(?<=[a-z+\\d] ?)[(\\uff08](${ADJECTIVE}|(?:1|one|un|une) (?:${UNIT})|${EVERY} (?:\\d{1,2} )?(?:${UNIT}))[)\\uff09]`,
      'g',
    ),
  },
  {
    rule: 'period.item',
    score: 27,
    pattern:
      /(?<=[a-z+\d],? ?)[,\u2013\u2014-] (\d{1,2}[- ](?:months?|years?|mois|ans?|monate|jahre?|meses|mesi|maanden))(?= ?(?:$|\n|\|))/gm,
  },
  {
    rule: 'period.item',
    score: 27,
    needs: [RHYTHM],
    pattern: new RegExp(`(?<=[a-z+\\d],? ?)[,\\u2013\\u2014-] (${ADJECTIVE})(?= ?(?:$|\\n|\\|))`, 'gm'),
  },
  // "Your annual Acme Cloud 2 TB plan", "your six-month All Access subscription", "the 1-year plan".
  {
    rule: 'period.adjective',
    score: 27,
    needs: [RHYTHM],
    pattern: new RegExp(
      `\\b(?:your|the|an?|votre|ihr|dein) (${ADJECTIVE})(?: [\\w&+'.-]{1,20}){1,4} (?:subscription|plan|membership|abonnement|pass)\\b`,
      'g',
    ),
  },
  // "Cost for 12 months".
  {
    rule: 'period.term',
    score: 40,
    needs: [LENGTH],
    pattern: new RegExp(
      `\\b(?:cost|price|costo|prezzo|importo|prix|tarif|preis|kosten|precio|importe|coste|preco|valor|prijs|cena) (?:for|per|pour|fur|por|voor|za) (${COUNT}) (${UNIT})\\b`,
      'g',
    ),
  },
  {
    rule: 'period.term',
    score: 24,
    pattern: /\b(one|two|three|six|twelve|\d{1,2})[- ](month|year|week)(?: [\w&+'.-]{1,20}){0,4} (?:subscription|plan|membership|pass)\b/g,
  },
  {
    rule: 'period.term',
    score: 24,
    pattern: new RegExp(
      `\\b(?:abonnement|adhesion|formule|forfait|suscripcion|abbonamento|assinatura|abonament|lidmaatschap|abo)(?: [\\w&+'.-]{1,20}){0,2} (?:de |d'|di |van |na |von |uber )(un|une|una|um|uma|een|ein(?:em)?|${COUNT})? ?(${UNIT})\\b`,
      'g',
    ),
  },
  // How long it is renewed for; without a sum that says nothing of how it is billed.
  // "renewed for one year", "reconduit pour 12 mois", "um ein Jahr verlängert", "si rinnova per sei mesi".
  {
    rule: 'period.renewed_for',
    score: 25,
    pattern: new RegExp(
      `\\b(?:renew(?:s|ed|al)?|extended|renouvel\\w+|recondui\\w+|reconduction|prolonge\\w*|renova\\w*|rinnov\\w+|verleng\\w+|odnow\\w+|przedluz\\w+)(?: [\\w',./]{1,15}){0,6} (?:for|by|pour|por|per|met|na|o) (?:(?:another|further|a further|an additional|une nouvelle periode de|une duree de|kolejn\\w+) )?(an?|one|un|une|una|uno|um|uma|een|${COUNT})? ?(?:further |more |additional )?(${UNIT})\\b`,
      'g',
    ),
  },
  // "£35 for the next 12 months", « pour un an d'abonnement », "per altri 12 mesi".
  {
    rule: 'period.term',
    score: 23,
    pattern: new RegExp(
      `\\b(?:for|pour|fur|por|per|voor|na) (?:the next|another|a further|les|weitere|otr[oa]s?|altri|altre|mais|nog|kolejn\\w+) (an?|one|un|une|una|um|uma|een|${COUNT})? ?(?:prochain\\w* )?(${UNIT})\\b`,
      'g',
    ),
  },
  {
    rule: 'period.term',
    score: 23,
    pattern: /\bpour (un|une|\d{1,2}|deux|trois|six|douze) (ans?|mois|semaines?) d'(?:abonnement|adhesion)/g,
  },
  // "Kostet monatlich 31,99 €", "mensuellement 9 €".
  {
    rule: 'period.adjective',
    score: 40,
    needs: [RHYTHM],
    pattern: new RegExp(
      `\\b(${ADJECTIVE})(?= (?:[€$£¥]|r\\$|us\\$) ?\\d| \\d{1,4}(?:[.,]\\d{2})? ?(?:[€$£]|eur\\b|zl\\b|chf\\b|kr\\b))`,
      'g',
    ),
  },
  // "We'll bill you $7.99 on May 2, and monthly after that."
  {
    rule: 'period.adjective',
    score: 35,
    needs: [RHYTHM],
    pattern: new RegExp(
      `\\b(?:and|et|und|y|e|en|i) (?:then )?(${ADJECTIVE}) (?:after that|thereafter|afterwards|from then on|ensuite|par la suite|danach|despues|in seguito|depois|daarna|potem)\\b`,
      'g',
    ),
  },
  // How long a term is, where nothing says how it is billed.
  {
    rule: 'period.length',
    score: 8,
    needs: [LENGTH],
    pattern: new RegExp(
      `\\b(?:duree|durata|duracion|duracao|laufzeit|looptijd|term|duration) ?[:|] ?(?:\\| ?)?((?:\\d{1,2} )(?:${UNIT})\\b)`,
      'g',
    ),
  },
  {
    rule: 'period.term',
    score: 25,
    pattern: new RegExp(`\\bum (ein(?:en?)?|weitere|${COUNT}) (?:weitere[sn]? )?(jahre?n?|monate?n?|wochen?)\\b`, 'g'),
  },
  {
    rule: 'period.term',
    score: 25,
    pattern: new RegExp(
      `\\bmet (een|${COUNT})? ?(${UNIT})\\b(?=[^.\\n]{0,30}(?:verleng|\\u20ac))|\\b(?=verleng)verlengen we (?:het|hem|je abonnement)? ?met (een|${COUNT})? ?(${UNIT})\\b`,
      'g',
    ),
  },
  {
    rule: 'period.japanese',
    score: 45,
    pattern: /(月額|月々|毎月|月間プラン|月払い|年額|毎年|年間プラン|年間|年払い|月次|年次|毎週|週額)/g,
  },
  { rule: 'period.term', score: 46, pattern: /(\d{1,2}) ?(週間|か月|ヶ月|カ月|ヵ月|年)(?:ごと|毎|プラン|契約)/g },
];

/** Rhythms that no count and unit spell. */
const FIXED: readonly (readonly [RegExp, Period])[] = [
  [
    /\bevery (?:other|second|2nd|alternate) week\b|\bune semaine sur deux\b|\btous les (?:quinze|15) jours\b|\bjede zweite woche\b|\b(?:zweiwochentlich|14-?tag(?:ig|lich)|vierzehntagig)\w*|\bquincenal\w*|\bquinzena(?:l|is|lmente)\b|\bquindicinale\b|\bom de week\b|\btweewekelijks\w*|\bco drugi tydzien\b|\bdwutygodniow\w+|隔週/g,
    'P2W',
  ],
  [
    /\bevery (?:other|second|2nd|alternate) month\b|\bun mois sur deux\b|\bzweimonatlich\w*|\bom de maand\b|\btweemaandelijks\w*|\bco drugi miesiac\b|隔月/g,
    'P2M',
  ],
  [/\b(?:four|4)-weekly\b|\bvier-?wochentlich\w*|\bvierwekelijks\w*/g, 'P4W'],
  [/\b(?:co|na) pol roku\b|\bper half ?jaar\b|半年(?:ごと|払い|額)/g, 'P6M'],
  [/\bbiennial(?:ly)?\b|\bzweijahrlich\w*|\btweejaarlijks\w*/g, 'P2Y'],
];

const MONTHS =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|januar|februar|marz|juni|juli|oktober|dezember|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|novembre|dicembre|janeiro|fevereiro|marco|maio|junho|julho|setembro|outubro|novembro|dezembro|januari|februari|maart|mei|augustus|styczen|luty|marzec|kwiecien|maj|czerwiec|lipiec|sierpien|wrzesien|pazdziernik|listopad|grudzien)';

/** A bill that goes by a month's name is one of a monthly row: "facture du mois d'avril", "your April bill", "4月分". */
const BILL_OF_MONTH = new RegExp(
  `\\b(?:facture|mensualite|cotisation|echeance) (?:du mois )?(?:de |d')${MONTHS}\\b|\\b(?:your|the) ${MONTHS} (?:bill|invoice|payment|statement)\\b|\\b(?:bill|invoice) for (?:the month of )?${MONTHS}\\b|\\b(?:rechnung|abrechnung|beitrag) (?:fur )?(?:den monat )?${MONTHS}\\b|\\b(?:factura|fatura|fattura|cuota|mensalidade|canone) (?:del mes |do mes |del mese )?(?:de |di )${MONTHS}\\b|\\bfactuur (?:van |voor )?(?:de maand )?${MONTHS}\\b|\\bfaktura za ${MONTHS}\\b|(?<!\\d)\\d{1,2}月分`,
  'g',
);

/** The firmest first: what is said less firmly than what was found need not be looked for. */
export const RULES: readonly Rule[] = [
  ...STATED,
  ...FIXED.map(([pattern, period]) => ({ rule: 'period.every', score: 47, pattern, period })),
  { rule: 'period.month', score: 12, pattern: BILL_OF_MONTH, period: 'P1M' },
].toSorted((a, b) => b.score - a.score);
