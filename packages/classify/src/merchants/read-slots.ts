// For mail of an intermediary: the place of its template that names the merchant. Subject first, then labelled rows, then sentences,
// then the structured data of the mail; an app store's item before all. Every find is a verbatim stretch of subject or body.
import type { ParsedMessage } from '@quittance/domain/message';
import { allMatches } from '../all-matches.ts';
import { foldText } from '../fold-text.ts';
import { isPlanWord } from './plan-words.ts';
import { appName, readStoreItem } from './read-store-item.ts';

export interface Slot {
  readonly rule: string;
  readonly zone: 'subject' | 'body';
  readonly name: string;
  readonly start: number;
}

const BODY_CHARS_MAX = 12_000;
const NAME =
  "(?!(?:Ihre[rsnm]?|Ihr|Deine[rsnm]?|Dein|Your|Votre|Ton|Ta|Tu|Su)\\b)([\\p{Lu}\\p{Lo}\\d@](?:[\\p{L}\\p{N}&+!'’@_®™-]|\\.(?=[\\p{L}\\p{N}])){0,30}(?:[ :](?:[\\p{L}\\p{N}&+!'’,®™-]|\\.(?=[\\p{L}\\p{N}])){1,30}){0,5}?)";
const END =
  '(?=\\s*(?:$|[\\n|(#!?:–—]|[.,](?:\\s|$)|\\s[#-]|\\s(?:on|sur|via|has|have|is|was|will|gesendet|gezahlt|überwiesen|gekündigt|gedaan|opgezegd|op|na|no|nel|su|sul|bei|von|für|por|per|voor|za|for|of|from|through|a|est|sera|pour|du|de|le|with|auf|wurde|am|wird|en|ha|se|dated|and|et|receipt|invoice|subscription|renews?|renewed|expires?|expired|expire|expirera|ist|fällig|vence|scade|verloopt|wygasa|could|ended|cancell?ed|confirmed|renouvelé|expiré|erneuert|verlängert|renovad[oa]|rinnovat[oa]|verlengd)\\b))';

// "Your receipt from Acme #1234-5678", "Votre reçu de Acme", "Receipt for your payment to Spotify AB", "Your Acme subscription".
const SUBJECT: readonly RegExp[] = [
  `\\b(?:[Rr]eceipts?|[Ii]nvoices?|[Pp]ayment|[Rr]efund|[Oo]rder|[Pp]urchase|[Mm]embership|[Ss]ubscription)(?: \\w+){0,3} (?:from|by|with) ${NAME}${END}`,
  `\\b(?:[Pp]ayment|[Pp]aid|[Ss]ubscription|[Ss]ubscribed|[Rr]enewal|[Rr]efund|[Dd]onation|[Pp]ledge|[Mm]embership|[Tt]ransfer)(?: \\w+){0,2} (?:to|for|at|of) (?:the )?${NAME}${END}`,
  `\\b(?:[Rr]eçu|[Ff]acture|[Pp]aiement|[Ee]ncaissement|[Rr]emboursement|[Aa]bonnement|[Aa]dhésion|[Dd]on|[Cc]ommande|[Pp]rélèvement)(?: \\w+){0,2}? (?:de la part de |de chez |de |d['’]|à l['’]?|à |au |chez |pour |sur )${NAME}${END}`,
  `\\b(?:[Vv]otre|[Tt]on) (?:reçu|facture|abonnement) ${NAME}${END}`,
  `\\b(?:Beleg|Rechnung|Zahlung|Abo|Abonnement|Quittung|Mitgliedschaft)(?: \\w+){0,2} (?:von|an|bei|für) ${NAME}${END}`,
  `\\b(?:recibo|factura|pago|suscripción|pagamento|ricevuta|fattura|abbonamento|recibo|fatura|assinatura)(?: \\w+){0,2} (?:de|a|para|di|da|do|en) ${NAME}${END}`,
  `\\b(?:[Yy]our|[Tt]he) ${NAME} (?:subscription|receipt|invoice|membership|trial|plan|payment|order|purchase|licen[cs]e|renewal|refund)\\b`,
  `\\b(?:[Vv]otre|[Tt]on) (?:commande|achat|paiement|adhésion|licence|remboursement) ${NAME}${END}`,
  `\\b(?:[Ii]hre?|[Dd]eine?) ${NAME}-(?:Abo|Abonnement|Bestellung|Rechnung|Lizenz|Zahlung|Mitgliedschaft)`,
  `\\b(?:[Bb]estellung|[Kk]auf|[Aa]bo|[Aa]bonnement|[Kk]ündigung|[Ss]pende) (?:bei|für|an) ${NAME}${END}`,
  `\\b(?:pedido|compra|suscripción|donación|ordine|acquisto|abbonamento|donazione|compra|encomenda|bestelling|aankoop|abonnement|betaling|zamówienie|zakup|subskrypcja|płatność) (?:en|a|de|su|presso|da|na|em|bij|aan|voor|w|dla|do) ${NAME}${END}`,
].map((pattern) => new RegExp(pattern, 'u'));

const LABEL =
  '(?:merchant|seller|sold by|vendor|store|payee|paid to|recipient|billed by|payment to|sent to|subscribed to|supplier|publisher|website|app|app name|developer|creator|publication|marchand|commerçant|vendeur|vendu par|bénéficiaire|créancier|paiement à|payé à|versé à|abonnement à|éditeur|site marchand|développeur|application|créateur|boutique|organisme|association|händler|verkäufer|verkauft von|zahlungsempfänger|zahlung an|empfänger|anbieter|shop|entwickler|comercio|vendedor|vendido por|comerciante|beneficiario|pagado a|destinatario|tienda|desarrollador|esercente|venditore|venduto da|negozio|sviluppatore|lojista|loja|vendido por|verkoper|verkocht door|ontvanger|winkel|ontwikkelaar|sprzedawca|odbiorca|sklep|deweloper|販売元|販売者|ショップ|店舗名|アプリ)';
const ROW = new RegExp(`^[ *>\\u2022-]{0,4}${LABEL}(?: name)? ?(?:(?::|\\|)[ |]{0,3}\\n?|\\n {0,3})([^\\n|]{2,60})`, 'gimu');

const SENTENCES: readonly RegExp[] = [
  `\\b(?:subscription|subscribed|payment|payments|renewal|membership|pledge|donation) (?:to|from|with|for|of) (?:the app )?${NAME}${END}`,
  `\\b(?:you(?:'ve| have)? (?:paid|sent|authorised|authorized)|a payment) .{0,30}\\bto ${NAME}${END}`,
  `\\b(?:abonnement|abonné|paiement|prélèvement|adhésion|don|versement) (?:automatique )?(?:à l['’](?:app(?:lication)? )?|à |au |chez |pour |auprès de |de )${NAME}${END}`,
  `\\b(?:vous avez (?:payé|envoyé|effectué)) .{0,40}\\b(?:à|en faveur de) ${NAME}${END}`,
  `\\b(?:Abo|Abonnement|Zahlung|Mitgliedschaft) (?:bei|von|für|an) ${NAME}${END}`,
  // "You cancelled your automatic payments to Acme", « un paiement automatique de 8,99 € EUR à Acme », "einer Zahlung von 8,99 € an Acme".
  `\\b(?:payé|envoyé|effectué|annulé)\\P{Lu}[^.\\n]{0,60}? (?:à|en faveur de|auprès de) ${NAME}${END}`,
  `\\b(?:Zahlung|Zahlungen|Betrag|Lastschrift)\\b[^\\n]{0,60}? an ${NAME}${END}`,
  `\\b(?:pago|pagos|pagado|enviado)\\b[^\\n]{0,60}? a ${NAME}${END}`,
  `\\b(?:pagamento|pagamenti|pagato|inviato)\\b[^\\n]{0,60}? (?:ad?|para) ${NAME}${END}`,
  `\\b(?:betaling|betalingen|betaald)\\b[^\\n]{0,60}? aan ${NAME}${END}`,
  `(?:płatność|płatności|zapłacono|wysłano)[^\\n]{0,60}? (?:do|na rzecz|dla) ${NAME}${END}`,
  // Who sells for others says for whom.
  `\\b(?:reseller|[Mm]erchant of [Rr]ecord|payment (?:provider|partner|processor)|order process(?:or|ing)|sales partner) (?:for|of) ${NAME}${END}`,
  `\\b(?:on behalf of|in the name of) ${NAME}${END}`,
  `\\b(?:revendeur (?:en ligne |officiel |agréé )?de|pour le compte de|au nom de|prestataire de paiement de) ${NAME}${END}`,
  `\\b(?:im Auftrag (?:von|der|des)|im Namen (?:von|der|des)|Wiederverkäufer (?:von|für)|Zahlungsdienstleister (?:von|für)) ${NAME}${END}`,
  `\\b(?:en nombre de|por cuenta de|revendedor de|per conto di|a nome di|rivenditore di|em nome de|namens|in opdracht van|w imieniu|na rzecz) ${NAME}${END}`,
  `\\b(?:fourni|proposé|vendu|édité)e? par ${NAME}${END}`,
  `\\b(?:provided|offered|sold|supplied) by ${NAME}${END}`,
  `\\b(?:bereitgestellt|angeboten|verkauft) von ${NAME}${END}`,
  `\\b(?:fornit[oa]|offert[oa]|vendut[oa]) da ${NAME}${END}`,
  `\\b(?:ofrecid[oa]|proporcionad[oa]|vendid[oa]|fornecid[oa]|oferecid[oa]) por ${NAME}${END}`,
  `\\b(?:geleverd|aangeboden|verkocht) door ${NAME}${END}`,
  `\\b(?:dostarczan\\p{L}+|oferowan\\p{L}+|sprzedawan\\p{L}+) przez ${NAME}${END}`,
  `\\b[Yy]ou(?:['’]ve)? bought ${NAME}${END}`,
  `\\bPAYPAL ?\\*${NAME}${END}`,
  `\\b(?:[Yy]our|[Vv]otre) ${NAME} (?:subscription|membership|trial|abonnement)\\b`,
].map((pattern) => new RegExp(pattern, 'u'));

const BOUGHT: readonly RegExp[] = [
  `\\b(?:[Yy]our|[Vv]otre|[Tt]on|[Ii]hr|[Dd]ein|[Tt]u|[Jj]e) (?:abonnement |Abo (?:für |bei )?|suscripción (?:a |de )?|abbonamento (?:a )?)?${NAME}(?: subscription| membership)(?= from)`,
  `\\b[Yy]our subscription to ${NAME}${END}`,
].map((pattern) => new RegExp(pattern, 'u'));

/** @param isStore the biller is an app store: the app bought leads, and no name keeps the words of a plan. */
export function readSlot(message: ParsedMessage, billerName: string, isStore = false): Slot | null {
  const start = message.forwarded?.bodyStart ?? 0;
  const body = message.text.body.slice(start, start + BODY_CHARS_MAX);
  const isOwnName = (name: string) => name.toLowerCase().startsWith(billerName.toLowerCase());
  const item = isStore ? readStoreItem(body) : null;
  if (item !== null) return { rule: 'merchant.slot_item', zone: 'body', name: item.name, start: start + item.start };
  // A store's sentence names the developer, too: "your Tidewise subscription from Nightjar Labs".
  const own = isStore
    ? [
        ...matchAll(BOUGHT, message.subject, 'merchant.slot_subject', 'subject', 0),
        ...matchAll(BOUGHT, body, 'merchant.slot_sentence', 'body', start),
      ]
    : [];
  const candidates = [
    ...own,
    ...matchAll(SUBJECT, message.subject, 'merchant.slot_subject', 'subject', 0),
    ...allMatches(body, ROW)
      .slice(0, 6)
      .map((match) => slotOf(match, 'merchant.slot_row', 'body', start)),
    ...matchAll(SENTENCES, message.subject, 'merchant.slot_subject', 'subject', 0),
    ...matchAll(SENTENCES, body, 'merchant.slot_sentence', 'body', start),
  ];
  const named = candidates.filter(({ name }) => isName(name) && !isOwnName(name));
  const first = named[0] ?? null;
  // "Acme Pro" of Acme: where the mail names the house alone, too, the rest is its plan.
  const slot = first === null ? null : (named.find(({ name }) => isPlanOf(first.name, name)) ?? first);
  return slot !== null && isStore ? { ...slot, name: appName(slot.name) } : slot;
}

function isPlanOf(long: string, short: string): boolean {
  const rest = long.startsWith(`${short} `) ? foldText(long.slice(short.length + 1)).folded.split(' ') : [];
  return rest.length > 0 && rest.every(isPlanWord);
}

function matchAll(patterns: readonly RegExp[], text: string, rule: string, zone: Slot['zone'], offset: number): Slot[] {
  return patterns.flatMap((pattern) => {
    const match = pattern.exec(text);
    return match === null ? [] : [wholeName(slotOf(match, rule, zone, 0), text, offset)];
  });
}

const KIND_OF_HOUSE =
  /^(?:Société(?: Éditrice| Nouvelle)?|Compagnie|Groupe|Éditions|Association|Fédération|Club|Amis|Maison|Editorial|Editora|Sociedad|Società|Gruppo|Gesellschaft|Verlag|Stichting|Fondation|Fundación|Fondazione)$/u;
const OF_HOUSE =
  /^ (?:(?:de|du|des|di|del|della|do|da|der|van) (?:la |las |los )?|d['’]|de l['’])[\p{Lu}\d][\p{L}\p{N}&+'’-]{1,30}(?: [\p{Lu}\d][\p{L}\p{N}&+'’-]{0,30}){0,3}/u;

// "Société Éditrice de Gazette": what kind of house it is says nothing without the name behind.
function wholeName(slot: Slot, text: string, offset: number): Slot {
  const behind = KIND_OF_HOUSE.test(slot.name) ? (OF_HOUSE.exec(text.slice(slot.start + slot.name.length))?.[0] ?? '') : '';
  return { ...slot, name: slot.name + behind, start: slot.start + offset };
}

function slotOf(match: RegExpMatchArray, rule: string, zone: Slot['zone'], offset: number): Slot {
  const written = match[1]!;
  const name = written.trim().replace(/[.,;:!]+$/u, '');
  const at = match.index! + match[0].lastIndexOf(written) + written.indexOf(name);
  return { rule, zone, name, start: offset + at };
}

const NO_NAME =
  /^(?:your|our|the|this|a|an|votre|notre|le|la|les|un|une|ihr|dein|su|tu|il|january|february|march|april|may|june|july|august|september|october|november|december|\d+|premium|monthly|annual|paypal|stripe|apple|google|order|invoice|subscription|receipt|payment|account|premium plan|app store|google play|visa|mastercard|friends and family)$/iu;

function isName(name: string): boolean {
  return (
    name.length >= 2 &&
    name.length <= 60 &&
    /\p{L}/u.test(name) &&
    !NO_NAME.test(name) &&
    !/@\S+\.|https?:|\d{1,2}[/.]\d{1,2}|[€$£]/u.test(name)
  );
}

/** The seller's name in the mail's structured data (JSON-LD, microdata), read without trusting its shape. */
export function structuredSeller(data: readonly unknown[]): string | null {
  let budget = 200;
  const visit = (node: unknown, depth: number): string | null => {
    budget -= 1;
    if (node === null || typeof node !== 'object' || depth > 4 || budget < 0) return null;
    const record = node as Record<string, unknown>;
    for (const key of ['seller', 'merchant', 'provider', 'broker', 'vendor']) {
      const party = record[key];
      const name = typeof party === 'object' && party !== null ? (party as Record<string, unknown>)['name'] : party;
      if (typeof name === 'string' && isName(name.trim())) return name.trim();
    }
    for (const child of Object.values(record)) {
      const found = visit(child, depth + 1);
      if (found !== null) return found;
    }
    return null;
  };
  for (const node of data.slice(0, 20)) {
    const found = visit(node, 0);
    if (found !== null) return found;
  }
  return null;
}
