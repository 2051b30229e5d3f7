// What a person types into the search of their archive, as a question about its words: "ai-je résilié Canal+ en mars ?" asks for mails with a form
// of résilier and with Canal, that say mars or are dated in a March. Words are those of search-text.ts, folded. Endings are cut instead of looked up:
// a little too much is found rather than too little, and what must be exact stands in quotes.

/** An asked month, with the words that say so. */
export interface AskedMonth {
  /** 1–12. */
  readonly month: number;
  readonly year: number | null;
  /** For to_tsquery. */
  readonly text: string;
}

export interface Search {
  /** For to_tsquery; '' where only months were asked for. */
  readonly text: string;
  readonly months: readonly AskedMonth[];
}

interface Token {
  readonly words: readonly string[];
  readonly isPhrase: boolean;
  readonly isNot: boolean;
}

const STEM_MIN = 4;
const ENDINGS = 'ations ation ements ement ions ion ing ees ent ed ee es er ez e s'.split(' ');
/** What a question is made of and mails are full of. */
const QUESTION_WORDS = new Set(
  (
    'a ai as au aux avez avoir ce de des du elle en est et etait il ils j je l la le les leur m ma mes mon n ne nous on ont ou pas pour que quel quelle qui ' +
    's sa ses son sur t ta tu un une vous y an and any are at been by can did do does for from had has have i in is it me my of on the to was were when will with you entre between'
  ).split(' '),
);
const OR = new Set(['or', 'ou']);
const MONTHS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre',
    'january february march april may june july august september october november december',
  ].flatMap((names) => names.split(' ').map((name, index) => [name, index + 1])),
);

/** @param query as `foldQuery` leaves it: words, quotes, and a minus before a word or a phrase. */
export function readSearch(query: string): Search {
  // A quote parts words, too: tv"fin du contrat"netflix.
  const spaced = query.replace(/(?<=[^\s-])"/g, ' "');
  const tokens = [...spaced.matchAll(/(?<=^|[\s"])(-?)(?:"([^"]*)"?|([^\s"-]+))/g)].map(toToken).filter(({ words }) => words.length > 0);
  const groups = splitAtOr(tokens.filter((_, at) => !standsBetweenMonths(tokens, at)));
  // Of alternatives none has a month of its own.
  if (groups.length > 1)
    return {
      text: groups
        .map((group) => textOf(group, false))
        .filter(Boolean)
        .join(' | '),
      months: [],
    };
  const { months, rest } = takeMonths(groups[0] ?? []);
  return { text: textOf(rest, months.length > 0), months };
}

function toToken([, minus, phrase, word]: RegExpExecArray): Token {
  return { words: (phrase ?? word ?? '').split(/[\s"-]+/).filter(Boolean), isPhrase: phrase !== undefined, isNot: minus === '-' };
}

const isOr = ({ words, isPhrase, isNot }: Token): boolean => !isPhrase && !isNot && words.length === 1 && OR.has(words[0]!);

/** Between two alternatives; elsewhere it is a word. */
function splitAtOr(tokens: readonly Token[]): Token[][] {
  const groups: Token[][] = [[]];
  for (const [at, token] of tokens.entries()) {
    const parts = isOr(token) && groups.at(-1)!.length > 0 && tokens.slice(at + 1).some((next) => !isOr(next));
    if (parts) groups.push([]);
    else groups.at(-1)!.push(token);
  }
  return groups;
}

/** "mars ou avril", "mars 2025 ou avril": either month. */
function standsBetweenMonths(tokens: readonly Token[], at: number): boolean {
  const endsMonth = isMonth(tokens, at - 1) || (isYear(tokens[at - 1]) && isMonth(tokens, at - 2));
  return endsMonth && isOr(tokens[at]!) && isMonth(tokens, at + 1);
}

/** Of "may" and "march" only where the words around it say so: in May, 3 May, May 2026. */
function isMonth(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.isPhrase || token.isNot || MONTHS[token.words[0]!] === undefined) return false;
  if (!WORDS_TOO.has(token.words[0]!) || tokens.length === 1) return true;
  const before = tokens[at - 1]?.words.at(-1) ?? '';
  return BEFORE_MONTH.has(before) || /^\d+$/.test(before) || isYear(tokens[at + 1]);
}

const WORDS_TOO = new Set(['may', 'march']);
const BEFORE_MONTH = new Set('in of since from until till before after during by this last next and or to'.split(' '));

function isYear(token: Token | undefined): boolean {
  return token !== undefined && !token.isPhrase && !token.isNot && /^20\d\d$/.test(token.words[0]!);
}

function takeMonths(tokens: readonly Token[]): { months: AskedMonth[]; rest: Token[] } {
  /** By their words: what is repeated asks for nothing more, and the twelve are soon told. */
  const months = new Map<string, AskedMonth>();
  const rest: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    const name = token.words[0]!;
    const month = isMonth(tokens, at) ? MONTHS[name] : undefined;
    const year = isYear(tokens[at + 1]) ? tokens[at + 1]!.words[0]! : null;
    const text = year === null ? name : `${name} & ${year}`;
    if (month === undefined) rest.push(token);
    else months.set(text, { month, year: year === null ? null : Number(year), text });
    if (month !== undefined && year !== null) at += 1;
  }
  return { months: [...months.values()], rest };
}

// A question of small words alone is still one, unless a month tells what is asked; what is not wanted is never a small word.
function textOf(tokens: readonly Token[], tellsMonth: boolean): string {
  const isTelling = ({ words, isPhrase }: Token): boolean => isPhrase || words.length > 1 || !QUESTION_WORDS.has(words[0]!);
  const hasTelling = tellsMonth || tokens.some((token) => !token.isNot && isTelling(token));
  return tokens
    .filter((token) => token.isNot || !hasTelling || isTelling(token))
    .map(termOf)
    .join(' & ');
}

function termOf({ words, isPhrase, isNot }: Token): string {
  if (isNot) return `!(${words.join(' <-> ')})`;
  return isPhrase ? `(${words.join(' <-> ')})` : words.map(anyFormOf).join(' & ');
}

function anyFormOf(word: string): string {
  if (word.length < STEM_MIN || !/^\p{Script=Latin}+$/u.test(word)) return word;
  const ending = ENDINGS.find((one) => word.endsWith(one) && word.length - one.length >= STEM_MIN);
  const stem = ending === undefined ? word : word.slice(0, -ending.length);
  // renouvellement, renouvelé; cancelled, cancel.
  const single = ending !== undefined && stem.length > STEM_MIN && stem.at(-1) === stem.at(-2) ? stem.slice(0, -1) : stem;
  return `${single}:*`;
}
