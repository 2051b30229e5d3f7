// Whom a person means by a merchant that they name: by its whole name or id where one bears it, else by the beginning of any word of the name, or by a
// domain. Folded as the search of the archive folds, so that "tele" finds "Télé Loisirs".
import type { MerchantRef } from '@quittance/domain/classification';
import { linkedMerchants } from '@quittance/domain/hand';
import { sql } from 'kysely';
import { getDomain } from 'tldts';
import type { Queryable } from './database.ts';
import { loadHand } from './hand.ts';
import { foldWords } from './search-text.ts';

/** @returns ids, in the order of the merchants. */
export function namedMerchants(merchants: Iterable<MerchantRef>, wanted: string): Set<string> {
  const all = [...merchants];
  if (foldWords(wanted) === '') return new Set();
  const [exact, ...loosely] = [...new Set([withPlus(wanted), foldWords(wanted)])].map((words) => bearing(all, wanted, words));
  return exact!.size > 0 || !loosely[0] ? exact! : loosely[0];
}

function bearing(merchants: readonly MerchantRef[], wanted: string, words: string): Set<string> {
  const [id, host] = [wanted.trim().toLowerCase(), hostOf(wanted)];
  const [whole, others]: [Set<string>, Set<string>] = [new Set(), new Set()];
  for (const merchant of merchants) {
    const name = withPlus(merchant.name);
    if (merchant.id === id || name === words) whole.add(merchant.id);
    else if (
      hasWords(name, words) ||
      hasWords(foldWords(merchant.name), words) ||
      (host !== null && merchant.domains.some((domain) => isOf(host, domain)))
    )
      others.add(merchant.id);
  }
  return whole.size > 0 ? whole : others;
}

// "Disney+" and "Disney Plus" are one name, and "Canal+" is another than "Canal".
function withPlus(name: string): string {
  return foldWords(name.normalize('NFKC').replaceAll('+', ' plus '));
}

/** The same among the merchants of the person's mail, by every name that one had, with those that the person made one with them. */
export async function merchantIdsNamed(db: Queryable, userId: string, wanted: string): Promise<string[]> {
  const hand = await loadHand(db, userId);
  const { rows } = await sql<MerchantRef>`
    select distinct merchant_id as id, merchant_name as name, merchant_domains as domains from event
    where user_id = ${userId}::uuid and merchant_id is not null and merchant_name is not null`.execute(db);
  const renamed = [...hand.names].map(([id, name]) => ({ id, name, domains: [] }));
  return linkedMerchants(hand, [...namedMerchants([...rows, ...renamed], wanted)]);
}

interface Named {
  readonly merchant: MerchantRef | null;
}

/** Which subscriptions and events are of the merchant that is wanted; all of them where none is. */
export async function isNamed(db: Queryable, userId: string, wanted: string | undefined): Promise<(one: Named) => boolean> {
  if (wanted === undefined) return () => true;
  const ids = new Set(await merchantIdsNamed(db, userId, wanted));
  return ({ merchant }) => merchant !== null && ids.has(merchant.id);
}

// From the beginning of a word on, or written together: "tele-loisirs", "teleloisirs". A letter alone begins too many words.
function hasWords(name: string, words: string): boolean {
  if (/^[\p{L}\p{N}]$/u.test(words) && !/^\p{Script=Han}$/u.test(words)) return ` ${name} `.includes(` ${words} `);
  return ` ${name}`.includes(` ${words}`) || name.replaceAll(' ', '').startsWith(words.replaceAll(' ', ''));
}

/** Of a domain, an address of mail or of a page. */
function hostOf(wanted: string): string | null {
  return /^(?:https?:\/\/)?(?:[^\s@/]*@)?((?:[^\s@/:.]+\.)+[^\s@/:.]+)(?:[/:].*)?$/.exec(wanted.trim().toLowerCase())?.[1] ?? null;
}

function isOf(host: string, domain: string): boolean {
  // Below "co.uk" stand everybody's domains.
  return (
    host === domain ||
    host.endsWith(`.${domain}`) ||
    (domain.endsWith(`.${host}`) && getDomain(host, { allowPrivateDomains: true }) !== null)
  );
}
