// How a mail calls the house it comes from: "The Acme team", "Merci d'avoir choisi Acme", "your Acme subscription", and at its foot "© 2026 Acme Ltd". Used
// when the sender's display name does not say it.

import { cleanName, isRole } from './clean-name.ts';

export interface OwnName {
  readonly name: string;
  readonly zone: 'subject' | 'body';
  readonly start: number;
}

const WORD = "[\\p{L}\\p{N}.&+'’-]";
const NAME = `([\\p{Lu}\\p{Lo}]${WORD}{1,30}(?: (?:[\\p{Lu}\\d]${WORD}{0,30}|&|de|du|des|of|the|et|and|van|da|di|del)){0,4}?)`;
// "Fitwerk-Team": the hyphen is not the name's.
const SHORT = `([\\p{Lu}]${WORD}{1,30}?(?: [\\p{Lu}\\d&]${WORD}{0,30}?){0,4}?)`;
const AFTER =
  '\\s*(?:$|[\\n!.,:;(]|\\s(?:a|est|sera|se|arrive|expire|va|is|was|has|have|will|ended|ends|renews|ran|runs|ist|wird|wurde|endet|läuft|verlängert|ha|será|è|é|is|wordt|loopt|,|on|from|and|et|und|y|e|en)\\b)';
const SAID: readonly RegExp[] = [
  `\\b[Tt]he ${NAME} [Tt]eam\\b`,
  `\\b(?:[Ii]hr|[Dd]ein|[Ee]uer|[Hh]et|[Yy]our) ${SHORT}[- ][Tt]eam\\b`,
  `\\b(?:[Ii]hr|[Dd]ein|[Ee]uer|[Hh]et) (?:\\p{L}+-)?[Tt]eam (?:von|van|bei|d(?:er|es)) ${NAME}\\s*(?:$|[\\n.,])`,
  `(?:^|\\n)\\s{0,4}(?:[Yy]our |– |— |- )?${NAME} [Tt]eam\\s*(?:$|\\n)`,
  `\\b[Tt]eam ${NAME}\\s*(?:$|\\n)`,
  `\\b(?:[Ll]['’]|[Tt]oute l['’])équipe (?:de |d['’]|du )?${NAME}\\s*(?:$|[\\n.,])`,
  `\\b(?:[Aa] )?[Ee]quip[ea] (?:d[aoe] )?${NAME}\\s*(?:$|[\\n.,])`,
  `\\b(?:[Ee]l equipo(?: de)?|[Ii]l team(?: di)?|[Ll]o staff(?: di)?|[Zz]espół) ${NAME}\\s*(?:$|[\\n.,])`,
  `\\b(?:Ihr|Dein) ${NAME}\\s*(?:$|\\n)`,
  `\\b(?:[Tt]hanks?(?: you)? for (?:choosing|subscribing to|joining|using|being a member of)|[Ww]elcome to|[Mm]erci d['’](?:avoir choisi|utiliser)|[Bb]ienvenue (?:chez|sur|dans|à)|[Ww]illkommen bei|[Bb]ienvenido a|[Bb]envenuto in|[Bb]em-vindo à?o?|[Ww]elkom bij|[Ww]itamy w) ${NAME}(?=\\s*(?:$|[\\n!.,]))`,
  `\\b[Yy]our ${NAME} (?:subscription|membership|account)\\b`,
  `\\b(?:[Vv]otre|[Tt]on) (?:abonnement|compte|adhésion) (?:à |chez |sur |au )?${NAME}(?=\\s*(?:$|[\\n!.,]|\\s(?:a|est|sera|se|arrive|expire)\\b))`,
  `\\b(?:[Ii]hr|[Dd]ein) ${NAME}-(?:Abo|Abonnement|Konto)\\b`,
  // What the reader has it at: "your subscription to Acme", « votre abonnement à la Revue », "Ihr Abonnement bei Acme".
  `\\b(?:[Ss]ubscription to|[Mm]embership (?:of|with|at)|[Aa]ccount with|[Ss]ubscribed to|[Mm]ember of) (?:the )?${NAME}(?=${AFTER})`,
  `\\b(?:[Aa]bonnement|[Aa]dhésion|[Ii]nscription|[Aa]bonnée?|[Aa]dhérente?) (?:à (?:la |l['’])?|au |aux |de |du |chez |auprès (?:de |d['’]))${NAME}(?=${AFTER})`,
  `\\b(?:Abonnement|Abo|Mitgliedschaft|Mitglied|Vertrag|Konto) (?:bei|beim) (?:der |dem )?${NAME}(?=${AFTER})`,
  `\\b(?:Abonnements?|Abos?) (?:der|des|von) ${NAME}(?=${AFTER})`,
  `\\b(?:[Vv]otre|[Tt]on) (?:facture|commande|cotisation|contrat|carte|prélèvement) (?:de |chez |du |d['’])?${NAME}(?=${AFTER})`,
  `\\b[Yy]our ${NAME} (?:bill|invoice|receipt|statement|order|plan|policy|trial|renewal)\\b`,
  `\\b(?:[Ss]uscripción|[Mm]embresía|[Aa]bono) a (?:la )?${NAME}(?=${AFTER})`,
  `\\b(?:[Aa]bbonamento|[Ii]scrizione) a(?:l|lla|ll['’])? ?${NAME}(?=${AFTER})`,
  `\\b(?:[Aa]bonnement|[Ll]idmaatschap|[Ll]id) (?:op|bij|van) (?:de |het )?${NAME}(?=${AFTER})`,
].map((pattern) => new RegExp(pattern, 'u'));

const FOOT: readonly RegExp[] = [
  // Who stands behind a name: "Acme is a trading name of …", « Acme est une marque de », "Acme, édité par".
  `${NAME}(?: ?\\([Rr]\\)| ?®| ?™)? (?:is (?:a|an|the) (?:registered )?(?:trading (?:name|style)|trade ?mark|brand|product|service|title|publication|website|app)|is (?:operated|published|provided|run) by|est (?:une marque|un service|un produit|une publication|un site|une offre|un titre|édité|exploité|proposé)|ist (?:eine Marke|ein Angebot|ein Produkt|ein Dienst|ein Service|eine Publikation|ein Titel)|es (?:una marca|un servicio|un producto|una publicación)|è (?:un servizio|un marchio|un prodotto|una testata|una rivista)|é (?:uma marca|um serviço|um produto|uma publicação)|is een (?:merk|uitgave|initiatief|dienst|handelsnaam|product|onderdeel)|(?:jest|to) (?:marką|usługą|serwisem|marka|usługa|serwis))(?![\\p{L}])`,
  `${NAME}, (?:édité|exploité|proposé|publié)e? par\\b`,
  // A subject's bracket: "[Acme] Your receipt", 「【シネマ館】お知らせ」.
  `^\\s?[\\[【]([^\\]】\\n]{2,30})[\\]】]`,
  // The foot: "© 2026 Acme Ltd", "Acme GmbH · Lindenweg 3".
  `(?:©|\\([Cc]\\)|[Cc]opyright) ?(?:\\d{4}(?: ?[-–] ?\\d{4})?)?,? ?${NAME}(?=,? (?:Inc|Ltd|Limited|LLC|GmbH|AG|SAS|SARL|SA|BV|B\\.V\\.|S\\.|Sp\\.|Lda|srl|All|Tous|Alle|Todos|Tutti|Wszelkie)\\b|\\.?\\s*(?:$|\\n))`,
  `(?:^|\\n)\\s{0,4}${NAME},? (?:Inc|Ltd|Limited|LLC|PLC|plc|GmbH|AG|SE|SAS|SARL|SA|BV|B\\.V\\.|N\\.V\\.|S\\.L\\.|S\\.A\\.|S\\.r\\.l\\.|S\\.p\\.A\\.|Srl|srl|SpA|SL|Lda|Ltda|Sp\\. z o\\.o\\.)(?=[\\s,.·|–-]|$)`,
].map((pattern) => new RegExp(pattern, 'u'));

const NO_NAME =
  /^(?:premium|pro|plus|basic|standard|free|monthly|annual|annuel|mensuel|digital|customer|support|account|billing|new|paid|trial|recurring|gold|family|current|user|service|sales|success|kunden|abo|care|stripe(?: payments)?|paypal|apple|google|extern\w*|external|spam|important|wichtig|urgent)$/iu;

function isName(name: string): boolean {
  return !NO_NAME.test(name) && !isRole(name);
}

/** What the sentences of a mail call its house, and where they don't, what its foot does. */
export function readOwnName(subject: string, body: string): OwnName | null {
  return readSaidName(subject, body) ?? firstOf(FOOT, subject, body);
}

/** What its sentences alone call it. */
export function readSaidName(subject: string, body: string): OwnName | null {
  return firstOf(SAID, subject, body);
}

function firstOf(patterns: readonly RegExp[], subject: string, body: string): OwnName | null {
  const lead = body.slice(0, 6000);
  for (const pattern of patterns) {
    for (const [zone, text] of [
      ['body', lead],
      ['subject', subject],
    ] as const) {
      const match = pattern.exec(text);
      if (match === null || !isName(match[1]!)) continue;
      // A sentence's last point is not the name's, an abbreviation's is.
      const name = match[1]!.replace(/(?<=\p{L}{3})\.$/u, '');
      // "Ihr Acme Kundenservice" signs for Acme.
      const clean = cleanName(name);
      const bare = clean !== '' && name.includes(clean) && name.length - clean.length > 3 ? clean : name;
      return { name: bare, zone, start: match.index + match[0].lastIndexOf(name) + name.indexOf(bare) };
    }
  }
  return null;
}
