// A sender's display name reduced to the name of the house: "The Acme Team", "Acme Billing <no-reply>", "Léa de chez Acme", "Acme SAS
// via Stripe" are all Acme.
import { foldText } from '../fold-text.ts';
import { ROLE_NAME } from './sender-roles.ts';

const LEAD = new RegExp(
  `^(?:(?:the|your|all your|all the) (?:friends|folks|people|crew|gang|family|team) (?:at|from|behind) (?:the )?|(?:everyone|all of us|us|hello|hi|greetings|a message|message|news) (?:at|from) (?:the )?|the |(?:toute )?l['’][ée]quipe(?: de| d['’])? ?|[ée]quipe (?:de |d['’])?|(?:a )?equip[ea] (?:d[aoe] )?|(?:el )?equipo (?:de )?|(?:il team|lo staff) (?:di )?|(?:het |ihr |dein )?team (?:van |von |d[ae]r |di |de )?|zesp[óo][łl] |het |das |dein |ihr |your |votre |mon |ma |my |mijn |mein |meine |unser |mi |tu |tua |il mio |la mia |il tuo |o meu |mój |twój )?(?:(?:cuenta|conto|konto|compte|account|conta) (?:bei |beim |en |de |chez |at |with |di |da |su )?)?(?:(?:gli amici|les amis|die freunde|los amigos|de vrienden|os amigos) (?:di |de |d['’]|von |van |do |da )+)?`,
  'iu',
);
// The looks ahead say nothing new; without them V8 compiles six times the code.
const TAIL = new RegExp(`(?:[\\s:|,/&+•·–—-]+(?=\\p{L})(?:the |le |la |und |et |and )?(?=\\p{L})${ROLE_NAME}|['’]s team|[- ]team)$`, 'iu');
// "La redazione di Acme": the article goes with the role, and only before one that is somebody's. The longest of these patterns, for few names.
const ARTICLE = "^(?:il |la |le |lo |l['’]|de |der |die |das |het |el |los |o |a )";
const HAS_ARTICLE = new RegExp(ARTICLE, 'iu');
const HEAD_OF = new RegExp(`${ARTICLE}${ROLE_NAME} (?:de la |de |du |des |d['’]|von |bei |van |di |del |da |do )(?=\\p{Lu})`, 'iu');
const HEAD = new RegExp(`^${ROLE_NAME}(?:\\s*[:|–—-]\\s*|\\s+(?:de |du |d['’]|by |at |@ ?|von |bei |di |da )?)(?=\\p{L})`, 'iu');
const ROLE_FIRST = new RegExp(`^${ROLE_NAME}(?:[\\s&,/-]+|(?=[\\u3040-\\u9fff])|$)`, 'iu');
const ARTICLE_FIRST = /^(?:the |your |le |la |votre )/iu;
/** More roles no name has; one is taken at a time, since a pattern that repeats them would try every way to part a long name. */
const ROLES_MAX = 8;
const VIA = /(?:\s+|\s*[([]\s*)(?:via|through|par l'interm[ée]diaire de|über|por medio de|tramite)\s.+$/u;
// "Easy Collect on behalf of Acme": who it is for.
const BEHALF =
  /^.{2,50}? (?:on behalf of|pour le compte de|au nom de|im Auftrag (?:von|der|des)|im Namen (?:von|der|des)|per conto di|por cuenta de|en nombre de|em nome de|namens|w imieniu) (?=\p{Lu})/u;
const PERSON_AT =
  /^\p{Lu}[\p{L}.'’-]{1,20}(?: \p{Lu}[\p{L}.'’-]{0,20})? (?:from|at|@|de chez|chez|von|bei|van|di|da) (?:the )?(?=[\p{Lu}\d])/u;
const LEGAL =
  /[\s,]+(?:inc|incorporated|llc|l\.l\.c|ltd|limited|plc|corp|corporation|co|company|pbc|gmbh|gmbh & co\.? kg|ug|ag|se|kg|ohg|e\.?\s?v|sas|s\.a\.s|sasu|sarl|s\.a\.r\.l|s\.à r\.l|sa|s\.a|eurl|scop|bv|b\.v|nv|n\.v|ab|a\/s|aps|as|asa|oy|oyj|srl|s\.r\.l|spa|s\.p\.a|s\.l|s\.l\.u|sl|slu|lda|ltda|sp(?:\. ?z ?o\.? ?o)?|pty|pte|kk|k\.k|株式会社|international|europe|ireland|emea|france sas)\.?$/iu;
const JAPANESE_ROLE =
  /(?<=.{2})(?:会員サポート|会員サービス|運営チーム|運営事務局|事務局|(?:カスタマー)?サポート(?:チーム|センター|窓口)?|お客様(?:センター|窓口))$/u;
const JAPANESE_LEGAL = /^株式会社\s*|\s*株式会社$/u;

/**
 * The name of the house, or '' when the display name says only what the address is for.
 * @param label of the sender's domain: "Krant van Morgen" of krantvanmorgen.example is no person named Krant.
 */
export function cleanName(displayName: string, label = ''): string {
  let name = displayName.normalize('NFC').slice(0, 120).replace(/\s+/gu, ' ').trim();
  name = name.replace(/^["'“”«»【]+|["'“”«»】]+$/gu, '');
  // "Acme" Customer Care
  name = name.replace(/^([^"“”«»„]{2,60})["“”»](?= )/u, '$1');
  // A house that is called Proton Mail or Daily News sends from a domain of that name.
  if (isLabel(name, label) && !isRole(name)) return name;
  name = name
    .replace(VIA, '')
    .replace(BEHALF, '')
    .replace(JAPANESE_LEGAL, '')
    .replace(/\s*[([][^)\]]{0,40}[)\]]$/u, '');
  if (name.includes('@') || isRole(name)) return '';
  name = name.replace(JAPANESE_ROLE, '');
  name = withoutCountry(withoutRole(isInLabel(name, label) ? name : name.replace(PERSON_AT, '')), label);
  for (let round = 0; round < 2; round += 1) name = stripLegal(name);
  name = name.replace(/^[\s|,:•·–—-]+|[\s|,:•·–—-]+$/gu, '').replace(/^\[([^\]]+)\]$/u, '$1');
  return isRole(name) ? '' : name;
}

/** The words say only what an address is for: "Customer Care", "Leserservice", "Servizio Soci". */
export function isRole(name: string): boolean {
  let rest = name.replace(ARTICLE_FIRST, '');
  if (rest === '') return false;
  for (let role = 0; role < ROLES_MAX && rest !== ''; role += 1) {
    const shorter = rest.replace(ROLE_FIRST, '');
    if (shorter === rest) return false;
    rest = shorter;
  }
  return rest === '';
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
  const bare = name.replace(LEAD, '');
  const plain = withoutTail(HAS_ARTICLE.test(bare) ? bare.replace(HEAD_OF, '') : bare).replace(HEAD, '');
  const article = /^(?:the|het|das) /iu.exec(name)?.[0];
  return article !== undefined && name === article + plain ? name : plain;
}

function withoutTail(name: string): string {
  let rest = name;
  for (let role = 0; role < ROLES_MAX; role += 1) {
    const shorter = rest.replace(TAIL, '');
    if (shorter === rest) break;
    rest = shorter;
  }
  return rest;
}

/** Without "Inc.", "GmbH", "SAS" … at the end, unless that is all there is. */
export function stripLegal(name: string): string {
  const stripped = name.replace(LEGAL, '').trim();
  // "Stitch & Co" is a name in which the legal form took part.
  return stripped === '' || /[&+]$/u.test(stripped) ? name : stripped;
}
