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
  const a = planWords(one, merchantName);
  if (one === other) return a.size === 0 ? 'unknown' : 'yes';
  const b = planWords(other, merchantName);
  if (a.size === 0 || b.size === 0) return 'unknown';
  if (a.size === b.size) return isWithin(a, b) ? 'yes' : 'no';
  return isWithin(a, b) || isWithin(b, a) ? 'part' : 'no';
}

function isWithin(part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
  return [...part].every((word) => whole.has(word));
}

// The same few names are compared with each mail of a history.
const known = new Map<string, Map<string, ReadonlySet<string>>>();
const KNOWN_MAX = { merchants: 500, plans: 200 };

function planWords(name: string, merchantName: string): ReadonlySet<string> {
  let ofMerchant = known.get(merchantName);
  if (!ofMerchant) {
    if (known.size >= KNOWN_MAX.merchants) known.clear();
    known.set(merchantName, (ofMerchant = new Map()));
  }
  const found = ofMerchant.get(name);
  if (found) return found;
  if (ofMerchant.size >= KNOWN_MAX.plans) ofMerchant.clear();
  const ignored = readWords(merchantName);
  const words = new Set([...readWords(name)].filter((word) => !EMPTY_WORDS.has(word) && !ignored.has(word)));
  ofMerchant.set(name, words);
  return words;
}

function readWords(text: string): ReadonlySet<string> {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return new Set(folded.match(/[\p{L}\p{N}+]+/gu) ?? []);
}
