// A sender's display name reduced to the name of the house: "The Acme Team", "Acme Billing <no-reply>", "Léa de chez Acme", "Acme SAS
// via Stripe" are all Acme.

const GENERIC =
  '(?:no-?reply|do[- ]?not[- ]?reply|ne[- ]pas[- ]r[ée]pondre|billing|invoices?|receipts?|payments?|accounts?|team|support|help|helpdesk|customer (?:service|support|care|success)|service (?:clients?|client[èe]le|abonnements?|abonn[ée]s|facturation|consommateurs)|services?|info|contact|hello|notifications?|alerts?|mailer|mail|emails?|orders?|sales|memberships?|subscriptions?|abonnements?|facturation|factures?|comptabilit[ée]|paiements?|kundenservice|kundenbetreuung|rechnung(?:en)?|abrechnung|aboservice|buchhaltung|atenci[óo]n al cliente|facturaci[óo]n|suscripciones|servizio clienti|fatturazione|abbonamenti|atendimento|cobran[çc]a|assinaturas|klantenservice|facturatie|biuro obs[łl]ugi|obs[łl]uga klienta|faktury|updates?|news(?:letter)?|admin|office|donations?|dons?)';
const LEAD = new RegExp(
  `^(?:the |l['’][ée]quipe(?: de| d['’])? ?|[ée]quipe (?:de )?|equipe |equipo (?:de )?|il team (?:di )?|team |het |das |dein |ihr |your |votre )?`,
  'iu',
);
const TAIL = new RegExp(`(?:[\\s:|,/&+–—-]+(?:the |le |la |und |et |and )?${GENERIC}|['’]s team|[- ]team)+$`, 'iu');
const HEAD = new RegExp(`^${GENERIC}(?:\\s*[:|–—-]\\s*|\\s+(?:de |du |d['’]|by |at |@ ?|von |bei |di |da )?)(?=\\p{L})`, 'iu');
const ONLY_GENERIC = new RegExp(`^(?:the |your |le |la |votre )?(?:${GENERIC}[\\s&,/-]*)+$`, 'iu');
const VIA = /\s*[([]?\s*(?:via|through|par l'interm[ée]diaire de|über|por medio de|tramite)\s.+$/iu;
const PERSON_AT = /^\p{Lu}[\p{L}.'’-]{1,20}(?: \p{Lu}[\p{L}.'’-]{0,20})? (?:from|at|@|de chez|chez|von|bei|van|di|da) (?=[\p{Lu}\d])/u;
const LEGAL =
  /[\s,]+(?:inc|incorporated|llc|l\.l\.c|ltd|limited|plc|corp|corporation|co|company|pbc|gmbh|gmbh & co\.? kg|ug|ag|se|kg|ohg|e\.?\s?v|sas|s\.a\.s|sasu|sarl|s\.a\.r\.l|s\.à r\.l|sa|s\.a|eurl|scop|bv|b\.v|nv|n\.v|ab|a\/s|aps|as|asa|oy|oyj|srl|s\.r\.l|spa|s\.p\.a|s\.l|s\.l\.u|slu|lda|ltda|sp\. ?z ?o\.? ?o|pty|pte|kk|k\.k|株式会社|international|europe|ireland|emea|france sas)\.?$/iu;
const JAPANESE_LEGAL = /^株式会社\s*|\s*株式会社$/u;

/** The name of the house, or '' when the display name says only what the address is for. */
export function cleanName(displayName: string): string {
  let name = displayName.normalize('NFC').slice(0, 120).replace(/\s+/gu, ' ').trim();
  name = name
    .replace(/^["'“”«»]+|["'“”«»]+$/gu, '')
    .replace(VIA, '')
    .replace(JAPANESE_LEGAL, '')
    .replace(/\s*[([][^)\]]{0,40}[)\]]$/u, '');
  if (name.includes('@') || ONLY_GENERIC.test(name)) return '';
  name = withoutRole(name.replace(PERSON_AT, ''));
  for (let round = 0; round < 2; round += 1) name = stripLegal(name);
  name = name.replace(/^[\s|,:–—-]+|[\s|,:–—-]+$/gu, '');
  return ONLY_GENERIC.test(name) ? '' : name;
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
