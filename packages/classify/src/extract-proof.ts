// The elements that make a confirmation of a cancellation a good proof (design §7): who is named, when the request was received, what
// follows from the end, that nothing more is charged. Each is a reason with the words as written, under a rule named `meter.*`; contract
// and end date are fields of their own. Part of extract-fields.ts.
import type { Reason } from '@quittance/domain/classification';
import type { MessageKind } from '@quittance/domain/event-kind';
import type { ParsedMessage } from '@quittance/domain/message';
import { splitClauses } from './clauses.ts';
import { findDates } from './dates/find-dates.ts';
import { reasonAt, type SourceText } from './extract-text.ts';
import { foldText } from './fold-text.ts';

/** Confirmations are short; what follows are terms. */
const READ_CHARS_MAX = 12_000;

export function readProofElements(message: ParsedMessage, body: SourceText, kind: MessageKind, language: string): Reason[] {
  if (kind !== 'cancellation_confirmed' && kind !== 'cancellation_requested') return [];
  const reasons: Reason[] = [];
  const who = findPerson(message, body);
  if (who !== null) reasons.push(reasonAt('meter.who', 'proof', { source: body, ...who }));
  const { folded } = body.text;
  for (const clause of splitClauses(folded, body.from, Math.min(folded.length, body.from + READ_CHARS_MAX))) {
    if (body.isAside(clause.start)) continue;
    const text = folded.slice(clause.start, clause.end);
    for (const rule of rulesOf(text, language)) {
      if (!reasons.some((reason) => reason.rule === rule)) reasons.push(reasonAt(rule, 'proof', { source: body, ...clause }));
    }
  }
  return reasons;
}

function rulesOf(clause: string, language: string): string[] {
  const rules: string[] = [];
  if (RECEIVED.test(clause) && findDates(foldText(clause), language).length > 0) rules.push('meter.received');
  if (EFFECTS.test(clause)) rules.push('meter.effects');
  if (NO_CHARGE.test(clause) && !CONDITION.test(clause)) rules.push('meter.no_further_charge');
  return rules;
}

// --- who: the person or their account, never the merchant ---

interface Span {
  readonly start: number;
  readonly end: number;
}

const SALUTATION =
  /^[ >*]{0,4}(?:bonjour|bonsoir|salut|cher|chere|hello|hi|hey|dear|good (?:morning|afternoon|evening)|hallo|guten tag|liebe[rs]?|sehr geehrte[rs]?|hola|estimad[oa]|querid[oa]|ciao|gentile|buongiorno|salve|ola|prezad[oa]|car[oa]|beste|geachte|czesc|dzien dobry|szanown[aiy]) ((?:(?:mr|mrs|ms|dr|mme|mlle|m|monsieur|madame|herr|frau|sr|sra|sig|dhr|mevr)\.? )?[\p{L}'’.-]{2,30}(?: [\p{L}'’.-]{1,30}){0,3}) ?[,!:]?$/dmu;
const NOBODY =
  /^(?:there|all|everyone|customer|client|cliente|member|subscriber|user|reader|friend|valued|sir|madam|team|you|a tous|tous|toutes|abonne\w*|membre|adherent\w*|lect\w+|monsieur|madame|madame, monsieur|mesdames|kund\w+|mitglied|damen|nutzer|suscriptor|usuari[oa]|abbonat[oa]|utente|klant|lezer|panstwo)(?:$|[ ,])| (?:member|customer|subscriber|user|reader|client|abonne|adherent|team|family)s?$/;

// What tells one person from all others goes first: two names, a title with a name, their address. A first name alone names many.
function findPerson(message: ParsedMessage, body: SourceText): Span | null {
  const to = Math.min(body.text.folded.length, body.from + READ_CHARS_MAX);
  const greeted = findGreeted(body, to);
  if (greeted !== null && /\S \S/.test(body.text.folded.slice(greeted.start, greeted.end))) return greeted;
  return findAddressee(message, body, to) ?? greeted;
}

// The name within the greeting: the greeting says nothing.
function findGreeted({ text, from }: SourceText, to: number): Span | null {
  const match = SALUTATION.exec(text.folded.slice(from, to));
  if (match === null || NOBODY.test(match[1]!)) return null;
  const [start, end] = match.indices![1]!;
  return { start: from + start, end: from + end };
}

function findAddressee(message: ParsedMessage, body: SourceText, to: number): Span | null {
  const { folded } = body.text;
  const people = [...message.to, ...message.cc];
  const names = people.map(({ name }) => foldText(name).folded.trim()).filter((name) => name.length >= 5 && /\p{L} \p{L}/u.test(name));
  for (const name of [...names, ...people.map(({ address }) => address), ...message.deliveredTo]) {
    const at = name === '' ? -1 : folded.indexOf(name, body.from);
    if (at !== -1 && at < to && !body.isAside(at)) return { start: at, end: at + name.length };
  }
  return null;
}

// --- what the clauses say ---

const RECEIVED =
  /\b(?:request|cancellation|notice|letter|message)s?\b.{0,60}\b(?:received|registered|made|submitted|sent|dated)\b|\b(?:received|registered|processed)\b.{0,40}\b(?:request|cancellation|notice|letter)|\b(?:you|we) (?:asked|requested|cancel+ed|processed)\b.{0,80}\bon\b|\b(?:demande|resiliation|annulation|courrier|lettre)\b.{0,60}\b(?:recue?s?|enregistree?s?|prise? en compte|effectuee?s?|formulee?s?|transmise?|datee?)\b|\b(?:recu|enregistre|pris en compte|accusons reception)\b.{0,60}\b(?:demande|resiliation|annulation|courrier|lettre)|\bvotre (?:demande|courrier|lettre|message) (?:de resiliation |d'annulation )?du \d|\b(?:kundigung|anfrage|antrag|widerruf)\b.{0,50}\b(?:erhalten|eingegangen|vom)\b|\b(?:solicitud|peticion|baja|cancelacion)\b.{0,50}\b(?:recibid\w+|registrad\w+|tramitad\w+)|\b(?:recibido|recibimos)\b.{0,40}\b(?:solicitud|peticion)|\b(?:richiesta|disdetta)\b.{0,50}\b(?:ricevut\w+|registrat\w+)|\b(?:pedido|solicitacao)\b.{0,50}\b(?:recebid\w+|registad\w+|registrad\w+)|\b(?:verzoek|opzegging)\b.{0,50}\b(?:ontvangen|verwerkt)/;

const EFFECTS =
  /\b(?:(?:you|your)\b.{0,50}\b(?:access|benefits?|use it|use the|enjoy|data|account|files|files|library|listen|watch|read)\b.{0,60}\b(?:until|till|through|remain|end|ends|lose|deleted|available)|(?:keep|have|retain|lose|no longer have|continue to (?:use|have|enjoy)) (?:your |full |all |the )?(?:access|benefits?)|still be able to|can (?:still|continue|keep)\b.{0,40}\b(?:use|using|access|until)|you will (?:be|get|receive)\b.{0,20}\brefund\w*)|\bvous serez (?:\w+ment )?rembourse\w*|\b(?:conserv\w+|gard\w+|perd\w+|dispos\w+|beneficier\w*|profiter\w*|continu\w+)\b.{0,60}\b(?:acces|avantages?|abonnement|services?|utiliser|lire|apprendre|ecouter|regarder|jusqu'au|jusqu'a)|\b(?:acces|avantages?|donnees|compte)\b.{0,40}\b(?:jusqu'|supprime\w*|conserve\w*|effac\w+|desactive\w*|prend\w* fin)|\b(?:zugang|zugriff|vorteile|daten|konto)\b.{0,50}\b(?:bis|behalten|geloscht|verlieren|nutzen)|\b(?:weiterhin|noch)\b.{0,30}\bnutzen|\b(?:acceso|ventajas|beneficios|datos|cuenta)\b.{0,50}\b(?:hasta|conserv\w+|perder\w*|eliminad\w+)|\b(?:accesso|vantaggi|dati)\b.{0,50}\b(?:fino|perder\w*|eliminat\w+)|\b(?:acesso|beneficios|dados)\b.{0,50}\b(?:ate|perder\w*)|\b(?:toegang|voordelen|gegevens)\b.{0,50}\b(?:tot|verlies\w*|verwijderd)/;

const NO_CHARGE =
  /\b(?:(?:will|wo|shall|are|is|be)(?: not|n't| no longer| never)|no longer|never)\b.{0,20}\b(?:be )?(?:charge[ds]?|bill(?:ed)?|debit(?:ed)?|invoiced?)\b|\bno (?:further|more|additional|other|new) (?:\w+ )?(?:charges?|payments?|bills?|invoices?|fees?|amounts?|debits?)\b|\bwithout (?:any )?(?:further|additional) (?:charge|payment|cost)s?\b|\b(?:aucun\w*|plus (?:aucun|de))\b.{0,40}\b(?:prelevements?|paiements?|factur\w+|debits?|sommes?|frais|cotisations?|montants?|mensualites?)|\bne (?:sera|serez|seront|vous)\b.{0,20}\b(?:pas|plus|jamais)\b.{0,20}\b(?:debite|preleve|facture)\w*|\bplus (?:jamais )?(?:debite|preleve|facture)\w*|\b(?:keine?\w*|nicht)\b.{0,40}\b(?:abbuchung\w*|zahlung\w*|belastet|berechnet|kosten|abgebucht|rechnung\w*)|\bno (?:se|te|le|volveremos|volvera)\b.{0,40}\b(?:cobr\w+|carg\w+|factur\w+)|\bningun\w* (?:cargo|cobro|pago)|\b(?:non|nessun\w*)\b.{0,40}\b(?:addebit\w+|pagament\w+|fattur\w+)|\b(?:nao|nenhum\w*)\b.{0,40}\b(?:cobra\w+|pagament\w+|fatura\w*)|\b(?:niet|geen)\b.{0,40}\b(?:afgeschreven|betaling\w*|kosten|incasso\w*|gefactureerd)/;

const CONDITION = /^(?:if|unless|in case|should you|si|s'il|sauf si|falls|wenn|sofern|se|als|indien)\b/;
