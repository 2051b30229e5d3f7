// How a mail calls the house it comes from: "The Acme team", "Merci d'avoir choisi Acme", "your Acme subscription". Used when the sender's
// display name does not say it.

export interface OwnName {
  readonly name: string;
  readonly zone: 'subject' | 'body';
  readonly start: number;
}

const NAME = "([\\p{Lu}\\p{Lo}][\\p{L}\\p{N}.&+'’-]{1,30}(?: (?:[\\p{Lu}\\d][\\p{L}\\p{N}.&+'’-]{0,30}|&|de|du|des|of|the|et|and)){0,4}?)";
const PATTERNS: readonly RegExp[] = [
  `\\b[Tt]he ${NAME} [Tt]eam\\b`,
  `(?:^|\\n)\\s{0,4}(?:[Yy]our |– |— |- )?${NAME} [Tt]eam\\s*(?:$|\\n)`,
  `\\b[Tt]eam ${NAME}\\s*(?:$|\\n)`,
  `\\bL['’]équipe (?:de |d['’])?${NAME}\\s*(?:$|[\\n.,])`,
  `\\b(?:Equipe|El equipo(?: de)?|Il team(?: di)?|Ihr|Dein) ${NAME}(?:[- ]Team)?\\s*(?:$|\\n)`,
  `\\b(?:[Tt]hanks?(?: you)? for (?:choosing|subscribing to|joining|using|being a member of)|[Ww]elcome to|[Mm]erci d['’](?:avoir choisi|utiliser)|[Bb]ienvenue (?:chez|sur|dans|à)|[Ww]illkommen bei|[Bb]ienvenido a|[Bb]envenuto in|[Bb]em-vindo à?o?) ${NAME}(?=\\s*(?:$|[\\n!.,]))`,
  `\\b[Yy]our ${NAME} (?:subscription|membership|account)\\b`,
  `\\b(?:[Vv]otre|[Tt]on) (?:abonnement|compte|adhésion) (?:à |chez |sur |au )?${NAME}(?=\\s*(?:$|[\\n!.,]|\\s(?:a|est|sera|se|arrive|expire)\\b))`,
  `\\b(?:[Ii]hr|[Dd]ein) ${NAME}-(?:Abo|Abonnement|Konto)\\b`,
].map((pattern) => new RegExp(pattern, 'u'));

const NO_NAME =
  /^(?:premium|pro|plus|basic|standard|free|monthly|annual|annuel|mensuel|digital|customer|support|account|billing|new|paid|trial|recurring|gold|family|current|user|service|sales|success)$/iu;

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
