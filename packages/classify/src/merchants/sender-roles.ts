// What a sender's name says beside the house's: what the address is for, or which department writes. Patterns of nine languages, longer ones first;
// data of clean-name.ts and own-name.ts. A word stands here when no house is called by it alone.

const EN = [
  'no[- ]?reply',
  'do[- ]?not[- ]?reply',
  '(?:customer|client|member|supporter|subscriber|reader|donor|guest|patient|policy ?holder|account|user) (?:services?|support|care|success|relations|happiness|experience|delight|love|team|centre|center|operations|accounts?|helpdesk|updates?|notices?)',
  '(?:membership|subscription|subscriptions|billing|accounts?|renewals?|payments?|collections?|credit control|policy|booking|fundraising|supporter|direct debit)s? (?:services?|team|office|department|dept|desk|support|centre|center|administration|notices?|notifications?|updates?|alerts?)',
  'customer happiness',
  'accounts? (?:receivable|payable)',
  'credit control',
];
const FR = [
  'ne[- ]pas[- ]r[ée]pondre',
  '(?:le |votre )?service[- ](?:relations? )?(?:clients?|client[èe]le|abonnements?|abonn[ée]s|adh[ée]rents?|adh[ée]sions?|lecteurs|membres|donateurs|soci[ée]taires|facturation|consommateurs|commercial|recouvrement|comptabilit[ée]|r[ée]siliations?|apr[èe]s[- ]vente|usagers?|gestion)',
  '(?:la )?relations? (?:clients?|abonn[ée]s|adh[ée]rents?|membres|donateurs|lecteurs|soci[ée]taires|usagers?)',
  '(?:votre |mon )?espace[- ](?:clients?|abonn[ée]s?|adh[ée]rents?|soci[ée]taires?|membres?|personnel|assur[ée]s?|lecteurs?)',
  'gestion (?:des )?(?:adh[ée]rents?|abonn[ée]s|abonnements?|clients?|contrats?)',
  '(?:votre )?conseill(?:er|[èe]re)(?: client[èe]le)?',
  'abonnements?|adh[ée]rents?|adh[ée]sions?|soci[ée]taires|facturation|factures?|comptabilit[ée]|paiements?|recouvrement|r[ée]siliations?|dons|abonn[ée]s|client[èe]le|contrats|secr[ée]tariat|r[ée]daction|gestion|relances?',
];
const DE = [
  '(?:bitte )?nicht antworten',
  '(?:kunden|leser|mitglieder|vertrags|abo|abonnenten|aboservice|rechnungs|service|spender|f[öo]rderer)[- ]?(?:service|center|centre|zentrum|betreuung|dienst|verwaltung|portal|kommunikation|b[üu]ro|team|stelle)',
  '(?:mein |ihr )?kundenkonto|mein konto|forderungsmanagement|mahnwesen|inkasso|beitragsservice',
  'rechnungsstelle|rechnung(?:en)?|abrechnung|buchhaltung|verwaltung|sekretariat|redaktion|mitgliedschaft',
];
const ES = [
  'no responder',
  '(?:servicio de )?atenci[óo]n al? (?:cliente|socio|suscriptor|abonado|lector|usuario|donante)s?',
  '(?:[áa]rea|departamento|servicio) de (?:clientes?|socios|suscripciones|facturaci[óo]n|cobros|bajas)',
  'soporte|ayuda|facturaci[óo]n|suscripciones|clientes|socios|socias|administraci[óo]n|secretar[íi]a|redacci[óo]n|cobros',
];
const IT = [
  'non rispondere',
  '(?:servizio|assistenza|ufficio|area|gestione)(?: clienti| abbonati| abbonamenti| soci| lettori| amministrazione| contabilit[àa]| fatturazione)',
  'servizio|assistenza|supporto|fatturazione|abbonamenti|segreteria|redazione|amministrazione|clienti|soci',
];
const PT = [
  'n[ãa]o responder',
  'atendimento ao (?:cliente|assinante|s[óo]cio|doador)',
  '(?:apoio|servi[çc]o|suporte) a[os]? (?:cliente|assinante|s[óo]cio|leitor)s?',
  'relacionamento com (?:o )?(?:doadores|cliente|clientes|assinantes)',
  '(?:central|[áa]rea) d[oe] (?:cliente|assinante|atendimento)',
  'atendimento|suporte|cobran[çc]a|assinaturas|s[óo]cios',
];
const NL = [
  'niet beantwoorden',
  '(?:klanten|leden|abonnee|lezers|abonnementen|donateurs)[- ]?(?:service|contact|administratie|desk|zorg|team)',
  'facturatie|debiteurenadministratie|administratie|redactie|abonnementen|incasso',
];
const PL = [
  'nie odpowiadaj',
  'biuro obs[łl]ugi(?: klient\\p{L}*)?|bok',
  '(?:dzia[łl] )?obs[łl]ug[ai] klient\\p{L}*',
  'pomoc|powiadomienia|faktury|redakcja|prenumerata|rozliczenia|p[łl]atno[śs]ci',
];
const JA = [
  '会員サポート|カスタマー(?:サポート|センター|サービス)|サポート(?:チーム|センター|窓口)?|運営チーム|お客様(?:センター|窓口|サポート)|事務局|運営事務局|会員サービス|購読係',
];

// Short words stand last: "service" is the head of "service client".
const WORDS =
  'billing|invoices?|receipts?|payments?|accounts?|accounting|team|support|help ?desk|help|assistance|services?|info|contact|hello|notifications?|notices?|alerts?|mailer|mail|emails?|orders?|sales|memberships?|subscriptions?|updates?|newsletter|news|administration|admin|office|donations?|renewals?|policies|contracts|reception|subscribers?|members|account manager|hq|dept|department|direct debits?';

/** One of the roles, as an alternative of a case-insensitive pattern. */
export const ROLE_NAME = `(?:${[EN, FR, DE, ES, IT, PT, NL, PL, JA].flat().join('|')}|${WORDS})`;
