// A sender's display name reduced to the name of the house: "The Acme Team", "Acme Billing <no-reply>", "Léa de chez Acme", "Acme SAS
// via Stripe" are all Acme.
import { foldText } from '../fold-text.ts';

const GENERIC =
  '(?:no[- ]?reply|do[- ]?not[- ]?reply|ne[- ]pas[- ]r[ée]pondre|(?:bitte )?nicht antworten|no responder|non rispondere|n[ãa]o responder|niet beantwoorden|nie odpowiadaj|billing|invoices?|receipts?|payments?|accounts?|team|support|help|helpdesk|customer (?:services?|support|care|success|relations)|(?:member|reader|subscriber|client) (?:services?|care|support)|(?:le )?service (?:clients?|client[èe]le|abonnements?|abonn[ée]s|facturation|consommateurs)|relations? (?:clients?|abonn[ée]s)|espace client|assistance|services?|info|contact|hello|notifications?|alerts?|mailer|mail|emails?|orders?|sales|memberships?|subscriptions?|abonnements?|facturation|factures?|comptabilit[ée]|paiements?|kundenservice|kundenbetreuung|kundendienst|leserservice|mitgliederservice|vertragsservice|rechnungsstelle|rechnung(?:en)?|abrechnung|aboservice|buchhaltung|atenci[óo]n al (?:cliente|socio|suscriptor)|soporte|ayuda|facturaci[óo]n|suscripciones|(?:servizio|assistenza)(?: clienti| abbonati)?|supporto|fatturazione|abbonamenti|atendimento(?: ao cliente)?|apoio ao cliente|suporte|cobran[çc]a|assinaturas|klanten(?:service|contact)|ledenservice|abonneeservice|facturatie|biuro obs[łl]ugi(?: klient\\p{L}*)?|(?:dzia[łl] )?obs[łl]ug[ai] klient\\p{L}*|pomoc|powiadomienia|カスタマー(?:サポート|センター|サービス)|サポート(?:チーム|センター|窓口)?|お客様(?:センター|窓口)|事務局|運営事務局|faktury|updates?|news(?:letter)?|admin(?:istration)?|office|donations?|dons?|renewals|policies|contracts|reception|abonn[ée]s|client[èe]le|contrats|secr[ée]tariat|gestion|verwaltung|sekretariat|ufficio (?:abbonamenti|clienti|soci)|segreteria|redazione|amministrazione|(?:area )?clienti|clientes|socios|administraci[óo]n|secretaria|administratie|ledenadministratie)';
const LEAD = new RegExp(
  `^(?:the |(?:toute )?l['’][ée]quipe(?: de| d['’])? ?|[ée]quipe (?:de |d['’])?|(?:a )?equip[ea] (?:d[aoe] )?|(?:el )?equipo (?:de )?|(?:il team|lo staff) (?:di )?|(?:het |ihr |dein )?team (?:van |von |d[ae]r |di |de )?|zesp[óo][łl] |het |das |dein |ihr |your |votre |mon |ma |my |mijn )?`,
  'iu',
);
// The looks ahead say nothing new; without them V8 compiles six times the code.
const TAIL = new RegExp(`(?:[\\s:|,/&+–—-]+(?=\\p{L})(?:the |le |la |und |et |and )?(?=\\p{L})${GENERIC}|['’]s team|[- ]team)+$`, 'iu');
const HEAD = new RegExp(`^${GENERIC}(?:\\s*[:|–—-]\\s*|\\s+(?:de |du |d['’]|by |at |@ ?|von |bei |di |da )?)(?=\\p{L})`, 'iu');
const ONLY_GENERIC = new RegExp(`^(?:the |your |le |la |votre )?(?:${GENERIC}[\\s&,/-]*)+$`, 'iu');
const VIA = /\s*[([]?\s*(?:via|through|par l'interm[ée]diaire de|über|por medio de|tramite)\s.+$/u;
const PERSON_AT =
  /^\p{Lu}[\p{L}.'’-]{1,20}(?: \p{Lu}[\p{L}.'’-]{0,20})? (?:from|at|@|de chez|chez|von|bei|van|di|da) (?:the )?(?=[\p{Lu}\d])/u;
const LEGAL =
  /[\s,]+(?:inc|incorporated|llc|l\.l\.c|ltd|limited|plc|corp|corporation|co|company|pbc|gmbh|gmbh & co\.? kg|ug|ag|se|kg|ohg|e\.?\s?v|sas|s\.a\.s|sasu|sarl|s\.a\.r\.l|s\.à r\.l|sa|s\.a|eurl|scop|bv|b\.v|nv|n\.v|ab|a\/s|aps|as|asa|oy|oyj|srl|s\.r\.l|spa|s\.p\.a|s\.l|s\.l\.u|sl|slu|lda|ltda|sp(?:\. ?z ?o\.? ?o)?|pty|pte|kk|k\.k|株式会社|international|europe|ireland|emea|france sas)\.?$/iu;
const JAPANESE_LEGAL = /^株式会社\s*|\s*株式会社$/u;

/**
 * The name of the house, or '' when the display name says only what the address is for.
 * @param label of the sender's domain: "Krant van Morgen" of krantvanmorgen.example is no person named Krant.
 */
export function cleanName(displayName: string, label = ''): string {
  let name = displayName.normalize('NFC').slice(0, 120).replace(/\s+/gu, ' ').trim();
  name = name.replace(/^["'“”«»]+|["'“”«»]+$/gu, '');
  // A house that is called Proton Mail or Daily News sends from a domain of that name.
  if (isLabel(name, label) && !ONLY_GENERIC.test(name)) return name;
  name = name
    .replace(VIA, '')
    .replace(JAPANESE_LEGAL, '')
    .replace(/\s*[([][^)\]]{0,40}[)\]]$/u, '');
  if (name.includes('@') || ONLY_GENERIC.test(name)) return '';
  name = withoutCountry(withoutRole(isInLabel(name, label) ? name : name.replace(PERSON_AT, '')), label);
  for (let round = 0; round < 2; round += 1) name = stripLegal(name);
  name = name.replace(/^[\s|,:–—-]+|[\s|,:–—-]+$/gu, '');
  return ONLY_GENERIC.test(name) ? '' : name;
}

function isLabel(name: string, label: string): boolean {
  return squash(name) === squash(label);
}

function squash(text: string): string {
  return foldText(text).folded.replace(/[^\p{L}\p{N}]+/gu, '');
}

const COUNTRY =
  /\s(?:France|Deutschland|Germany|España|Spain|Italia|Italy|Portugal|Nederland|Netherlands|Polska|Poland|UK|USA|US|Ireland|Belgique|België|Schweiz|Suisse|Österreich|Canada|Europe|Brasil|Japan)$/u;

// "Acme France" of acme.fr is Acme's office there; Air France has its country in the domain.
function withoutCountry(name: string, label: string): string {
  const plain = name.replace(COUNTRY, '');
  return plain !== name && squash(plain) === squash(label) ? plain : name;
}

function isInLabel(name: string, label: string): boolean {
  const first = foldText(name.split(' ', 1)[0]!).folded;
  return first.length >= 3 && label.replaceAll('-', '').startsWith(first);
}

// "The Acme Team" is Acme; "The Daily Ledger" is called so.
function withoutRole(name: string): string {
  const plain = name.replace(LEAD, '').replace(TAIL, '').replace(HEAD, '');
  const article = /^(?:the|het|das) /iu.exec(name)?.[0];
  return article !== undefined && name === article + plain ? name : plain;
}

/** Without "Inc.", "GmbH", "SAS" … at the end, unless that is all there is. */
export function stripLegal(name: string): string {
  const stripped = name.replace(LEGAL, '').trim();
  // "Stitch & Co" is a name in which the legal form took part.
  return stripped === '' || /[&+]$/u.test(stripped) ? name : stripped;
}
