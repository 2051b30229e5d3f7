// Recognises a domain that dresses up as a known brand: look-alike letters, a brand as one token of a foreign domain, one typing error
// away. A finding is a suspicion for authenticity and the person, never a proof of forgery.
import { domainToUnicode } from 'node:url';
import { INTERMEDIARIES } from './intermediaries.ts';
import { MERCHANTS } from './alias-table.ts';

/** Brand words that are also everyday words or names: a foreign domain may well contain them. */
const COMMON = new Set(
  (
    'orange medium april render shadow match guardian telegraph times economist atlantic wired discord signal notion canvas slack sunrise ' +
    'vodafone play proton sentry docker medium calendly monday humble bumble master basic premium square polar ghost express point marianne ' +
    'independent office wired miro garmin steam peacock online world group allianz telekom filmin alice radio link recharge mollie tender ' +
    'railway podia globo corriere volkskrant cursor poe plex suno runway jasper loom heroku stripe paddle patreon teachable'
  ).split(' '),
);

/** The brand label that `host` imitates, or null. `brandsNamed` are the words by which the mail may call itself, folded. */
export function imitatedBrand(host: string, registrable: string, label: string, brandsNamed: ReadonlySet<string>): string | null {
  const { labels, skeletons, deletions } = brandIndex();
  if (labels.has(label)) return hidesBrandDomain(host, registrable);
  const readable = label.startsWith('xn--') ? domainToUnicode(label) : label;
  const bySkeleton = skeletons.get(skeleton(readable));
  if (bySkeleton !== undefined) return bySkeleton;
  for (const token of readable.split('-')) {
    const brand = labels.has(token) ? token : skeletons.get(skeleton(token));
    if (brand !== undefined && brand !== readable && brand.length >= 5 && !COMMON.has(brand)) return brand;
  }
  return oneErrorAway(readable, deletions, brandsNamed) ?? hidesBrandDomain(host, registrable);
}

// "netflix.com.account-check.example": a brand's whole domain in front of a foreign one.
function hidesBrandDomain(host: string, registrable: string): string | null {
  const front = host.slice(0, Math.max(0, host.length - registrable.length - 1));
  const match = /(?:^|\.)([a-z0-9-]{4,40})\.(?:com|net|org|fr|de|io|ai)$/.exec(front);
  return match !== null && brandIndex().labels.has(match[1]!) ? match[1]! : null;
}

// One insertion, deletion, substitution or swap. Any brand has innocent neighbours ("notion", "motion"; "superia" and a shop of nearly that name): the mail
// must also call itself by the brand's name.
function oneErrorAway(label: string, deletions: ReadonlyMap<string, readonly string[]>, brandsNamed: ReadonlySet<string>): string | null {
  if (label.length < 4 || label.length > 40) return null;
  for (const key of withoutOne(label).concat(label)) {
    for (const brand of deletions.get(key) ?? []) {
      if (brandsNamed.has(brand) && isOneEdit(label, brand)) return brand;
    }
  }
  return null;
}

function withoutOne(text: string): string[] {
  return Array.from({ length: text.length }, (_, at) => text.slice(0, at) + text.slice(at + 1));
}

/** Damerau distance of exactly one. */
export function isOneEdit(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const [middleA, middleB] = [a.slice(start, endA), b.slice(start, endB)];
  if (middleA.length <= 1 && middleB.length <= 1) return true;
  return middleA.length === 2 && middleB.length === 2 && middleA[0] === middleB[1] && middleA[1] === middleB[0];
}

// Letters of other scripts and figures that look like Latin letters.
const LOOKS_LIKE = 'аa еe оo рp сc уy хx ѕs іl јj ԁd ոn ӏl кk мm тt вb нh αa εe οo ρp νv ιl κk τt υu χx 0o 1l 3e 5s il ıl |l';
const CONFUSABLE = new Map(LOOKS_LIKE.split(' ').map((pair) => [pair[0]!, pair[1]!]));

/** Same skeleton, same look: `paypaI`, `netf1ix`, `rnicrosoft`. */
export function skeleton(text: string): string {
  const plain = text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  return Array.from(plain, (letter) => CONFUSABLE.get(letter) ?? letter)
    .join('')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');
}

interface BrandIndex {
  readonly labels: ReadonlySet<string>;
  readonly skeletons: ReadonlyMap<string, string>;
  /** Each brand label and its forms with one letter left out, to find neighbours without comparing with all. */
  readonly deletions: ReadonlyMap<string, readonly string[]>;
}

let index: BrandIndex | null = null;

function brandIndex(): BrandIndex {
  index ??= buildIndex();
  return index;
}

function buildIndex(): BrandIndex {
  const domains = MERCHANTS.flatMap(({ domains }) => domains).concat(INTERMEDIARIES.flatMap(({ domains }) => domains));
  const labels = new Set(domains.map((domain) => domain.split('.')[0]!));
  const skeletons = new Map<string, string>();
  const deletions = new Map<string, string[]>();
  for (const label of labels) {
    if (label.length < 5) continue;
    skeletons.set(skeleton(label), label);
    for (const key of withoutOne(label).concat(label)) deletions.set(key, [...(deletions.get(key) ?? []), label]);
  }
  return { labels, skeletons, deletions };
}

/** A word that mixes Latin letters with Cyrillic or Greek ones: never honest in a subject or sender name. */
export function hasMixedScript(text: string): boolean {
  // A text that was decoded wrongly mixes scripts by itself.
  if (!/[\u0370-\u052f]/.test(text) || text.includes('\ufffd')) return false;
  for (const [word] of text.matchAll(/\p{L}{2,40}/gu)) {
    if (/\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word)) return true;
  }
  return false;
}

export function isCommonWord(brand: string): boolean {
  return COMMON.has(brand);
}
