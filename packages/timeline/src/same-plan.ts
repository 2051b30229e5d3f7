// Whether two names of a plan mean the same: mails write "Premium", "Premium plan" and "Abonnement Premium mensuel" for one thing.

// Words that name no plan, folded as below.
const EMPTY_WORDS = new Set(
  (
    'plan plans subscription membership monthly yearly annual annually month year per the a your my of for offer tier ' +
    'abonnement forfait formule offre mensuel mensuelle annuel annuelle mois an par le la les l un une votre de du d'
  ).split(' '),
);

/** `part`: one name has all the words of the other; `unknown`: nothing to compare. */
export function samePlan(one: string, other: string, merchantName = ''): 'yes' | 'part' | 'no' | 'unknown' {
  const ignored = wordsOf(merchantName);
  const a = planWords(one, ignored);
  const b = planWords(other, ignored);
  if (a.size === 0 || b.size === 0) return 'unknown';
  if (a.size === b.size) return isWithin(a, b) ? 'yes' : 'no';
  return isWithin(a, b) || isWithin(b, a) ? 'part' : 'no';
}

function isWithin(part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
  return [...part].every((word) => whole.has(word));
}

// The same few names are compared with each mail of a history.
const known = new Map<string, ReadonlySet<string>>();
const KNOWN_MAX = 2_000;

function planWords(name: string, ignored: ReadonlySet<string>): Set<string> {
  return new Set([...wordsOf(name)].filter((word) => !EMPTY_WORDS.has(word) && !ignored.has(word)));
}

function wordsOf(text: string): ReadonlySet<string> {
  const found = known.get(text);
  if (found) return found;
  if (known.size >= KNOWN_MAX) known.clear();
  const words = readWords(text);
  known.set(text, words);
  return words;
}

function readWords(text: string): ReadonlySet<string> {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return new Set(folded.match(/[\p{L}\p{N}+]+/gu) ?? []);
}
