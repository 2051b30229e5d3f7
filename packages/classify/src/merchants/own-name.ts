// How a mail calls the house it comes from: "The Acme team", "Merci d'avoir choisi Acme", "your Acme subscription", and at its foot "© 2026 Acme Ltd". Used
// when the sender's display name does not say it.

export interface OwnName {
  readonly name: string;
  readonly zone: 'subject' | 'body';
  readonly start: number;
}

const WORD = "[\\p{L}\\p{N}.&+'’-]";
const NAME = `([\\p{Lu}\\p{Lo}]${WORD}{1,30}(?: (?:[\\p{Lu}\\d]${WORD}{0,30}|&|de|du|des|of|the|et|and|van|da|di|del)){0,4}?)`;
// "Fitwerk-Team": the hyphen is not the name's.
const SHORT = `([\\p{Lu}]${WORD}{1,30}?(?: [\\p{Lu}\\d&]${WORD}{0,30}?){0,4}?)`;
const PATTERNS: readonly RegExp[] = [
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
  // A subject's bracket: "[Acme] Your receipt", 「【シネマ館】お知らせ」.
  `^\\s?[\\[【]([^\\]】\\n]{2,30})[\\]】]`,
  // The foot: "© 2026 Acme Ltd", "Acme GmbH · Lindenweg 3".
  `(?:©|\\([Cc]\\)|[Cc]opyright) ?(?:\\d{4}(?: ?[-–] ?\\d{4})?)?,? ?${NAME}(?=,? (?:Inc|Ltd|Limited|LLC|GmbH|AG|SAS|SARL|SA|BV|B\\.V\\.|S\\.|Sp\\.|Lda|srl|All|Tous|Alle|Todos|Tutti|Wszelkie)\\b|\\.?\\s*(?:$|\\n))`,
  `(?:^|\\n)\\s{0,4}${NAME},? (?:Inc|Ltd|Limited|LLC|PLC|plc|GmbH|AG|SE|SAS|SARL|SA|BV|B\\.V\\.|N\\.V\\.|S\\.L\\.|S\\.A\\.|S\\.r\\.l\\.|S\\.p\\.A\\.|Srl|srl|SpA|SL|Lda|Ltda|Sp\\. z o\\.o\\.)(?=[\\s,.·|–-]|$)`,
].map((pattern) => new RegExp(pattern, 'u'));

const NO_NAME =
  /^(?:premium|pro|plus|basic|standard|free|monthly|annual|annuel|mensuel|digital|customer|support|account|billing|new|paid|trial|recurring|gold|family|current|user|service|sales|success|kunden|abo|care|stripe(?: payments)?|paypal|apple|google|extern\w*|external|spam|important|wichtig|urgent)$/iu;

export function readOwnName(subject: string, body: string): OwnName | null {
  const lead = body.slice(0, 6000);
  for (const pattern of PATTERNS) {
    for (const [zone, text] of [
      ['body', lead],
      ['subject', subject],
    ] as const) {
      const match = pattern.exec(text);
      if (match !== null && !NO_NAME.test(match[1]!)) return { name: match[1]!, zone, start: match.index + match[0].indexOf(match[1]!) };
    }
  }
  return null;
}
