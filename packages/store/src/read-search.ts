// What a person types into the search of their archive, as a question about its words: "ai-je résilié Canal+ en mars ?" asks for mails with a form
// of résilier and with Canal, that say mars or are dated in a March. Words are those of search-text.ts, folded. Endings are cut instead of looked up:
// a little too much is found rather than too little, and what must be exact stands in quotes.

/** The asked months, each with the words that say so. */
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
    's sa ses son sur t ta tu un une vous y an and any are at been by can did do does for from had has have i in is it me my of on the to was were when will with you'
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
  const groups = splitAtOr([...query.matchAll(/(?<=^|\s)(-?)(?:"([^"]*)"?|([^\s"-]+))/g)].map(toToken));
  // Of alternatives none has a month of its own.
  if (groups.length > 1) return { text: groups.map(textOf).filter(Boolean).join(' | '), months: [] };
  const { months, rest } = takeMonths(groups[0] ?? []);
  return { text: textOf(rest), months };
}

function toToken([, minus, phrase, word]: RegExpExecArray): Token {
  return { words: (phrase ?? word ?? '').split(/[\s"-]+/).filter(Boolean), isPhrase: phrase !== undefined, isNot: minus === '-' };
}

function splitAtOr(tokens: readonly Token[]): Token[][] {
  const groups: Token[][] = [[]];
  for (const token of tokens) {
    if (!token.isPhrase && !token.isNot && OR.has(token.words[0] ?? '')) groups.push([]);
    else if (token.words.length > 0) groups.at(-1)!.push(token);
  }
  return groups.filter((group) => group.length > 0);
}

function takeMonths(tokens: readonly Token[]): { months: AskedMonth[]; rest: Token[] } {
  const months: AskedMonth[] = [];
  const rest: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    const name = token.words[0]!;
    const month = token.isPhrase || token.isNot ? undefined : MONTHS[name];
    const next = tokens[at + 1];
    const year = next && !next.isPhrase && !next.isNot && /^20\d\d$/.test(next.words[0]!) ? next.words[0]! : null;
    if (month === undefined) rest.push(token);
    else months.push({ month, year: year === null ? null : Number(year), text: year === null ? name : `${name} & ${year}` });
    if (month !== undefined && year !== null) at += 1;
  }
  return { months, rest };
}

// A question of small words alone is still one.
function textOf(tokens: readonly Token[]): string {
  const telling = tokens.filter(({ words, isPhrase }) => isPhrase || words.length > 1 || !QUESTION_WORDS.has(words[0]!));
  return (telling.length > 0 ? telling : tokens).map(termOf).join(' & ');
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
