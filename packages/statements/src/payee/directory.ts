// Known merchants by the names that bank lines give them. The caller brings the names: those of the table of known services and those of the
// person's own subscriptions, which come first.
import type { MerchantRef } from '@quittance/domain/classification';

export interface KnownMerchant {
  readonly merchant: MerchantRef;
  /** As written in mails: name and aliases. */
  readonly names: readonly string[];
}

export interface DirectoryHit {
  readonly merchant: MerchantRef;
  /** The words of the payee that name it. */
  readonly name: string;
  /** Nothing but places and generic words stands beside the name. */
  readonly isWhole: boolean;
}

export interface PayeeDirectory {
  find(payee: string): DirectoryHit | null;
}

/** Names so short or so ordinary that they count only where they are all that is said. */
const SHORT = 4;
const WORDS_MAX = 5;
/** Houses that sell much besides: their domain alone names no subscription. */
const SHOPS = new Set(['amazon', 'apple', 'google', 'microsoft']);
const GENERIC =
  /^(?:com|fr|net|org|io|de|co|uk|www|http|https|app|eu|be|es|it|nl|ch|lu|sa|sas|sarl|sasu|inc|ltd|llc|limited|gmbh|ag|bv|ab|plc|corp|international|europe|ireland|france|deutschland|germany|uk|belgique|suisse|paris|london|dublin|luxembourg|amsterdam|berlin|stockholm|usa|gb|gbr|fra|irl|nld|deu|lux|swe|payment|payments|bill|billing|help|subscription|subscr|abo|abonnement|membership|monthly|mensuel|premium|services?|digital|online|pay|[a-z]{2}|\d+)$/;

export function createDirectory(known: readonly KnownMerchant[]): PayeeDirectory {
  const byJoined = new Map<string, MerchantRef>();
  for (const { merchant, names } of known) {
    const labels = merchant.domains.map((domain) => domain.split('.')[0]!).filter((label) => label.length > SHORT && !SHOPS.has(label));
    for (const name of [merchant.name, ...names, ...labels]) {
      const joined = wordsOf(name).join('');
      if (joined.length > 1 && !byJoined.has(joined)) byJoined.set(joined, merchant);
    }
  }
  return { find: (payee) => findIn(byJoined, wordsOf(payee)) };
}

function findIn(byJoined: ReadonlyMap<string, MerchantRef>, words: readonly string[]): DirectoryHit | null {
  // The longest name wins, the earliest among those: "amazon prime video" is not "amazon".
  for (let count = Math.min(WORDS_MAX, words.length); count > 0; count -= 1) {
    for (let start = 0; start + count <= Math.min(words.length, 8); start += 1) {
      const name = words.slice(start, start + count);
      const merchant = byJoined.get(name.join(''));
      if (!merchant) continue;
      const beside = [...words.slice(0, start), ...words.slice(start + count)];
      const isWhole = beside.every((word) => GENERIC.test(word));
      const isTelling = name.join('').length > SHORT || (start === 0 && isWhole);
      if (isTelling && (start === 0 || isWhole)) return { merchant, name: name.join(' '), isWhole };
    }
  }
  return null;
}

/** Folded words: "Disney+" and "DISNEY PLUS" are the same. */
function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\+/g, ' plus ')
    .replace(/&/g, ' and ')
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .slice(0, 12);
}
