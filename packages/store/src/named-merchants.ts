// Whom a person means by a merchant that they name: by its whole name or id where one bears it, else by the beginning of any word of the name, or by a
// domain. Folded as the search of the archive folds, so that "tele" finds "Télé Loisirs".
import type { MerchantRef } from '@quittance/domain/classification';
import { linkedMerchants } from '@quittance/domain/hand';
import { sql } from 'kysely';
import type { Queryable } from './database.ts';
import { loadHand } from './hand.ts';
import { foldWords } from './search-text.ts';

/** @returns ids, in the order of the merchants. */
export function namedMerchants(merchants: Iterable<MerchantRef>, wanted: string): Set<string> {
  const [words, id, host] = [foldWords(wanted), wanted.trim().toLowerCase(), hostOf(wanted)];
  const [whole, others]: [Set<string>, Set<string>] = [new Set(), new Set()];
  if (words === '') return whole;
  for (const merchant of merchants) {
    const name = foldWords(merchant.name);
    if (merchant.id === id || name === words) whole.add(merchant.id);
    else if (hasWords(name, words) || (host !== null && merchant.domains.some((domain) => isOf(host, domain)))) others.add(merchant.id);
  }
  return whole.size > 0 ? whole : others;
}

/** The same among the merchants of the person's mail, with those that the person made one with them. */
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

/** Which of these are of the merchant that is wanted; all of them where none is. */
export function isNamed(among: readonly Named[], wanted: string | undefined): (one: Named) => boolean {
  if (wanted === undefined) return () => true;
  const merchants = among.flatMap(({ merchant }) => merchant ?? []);
  const ids = namedMerchants(merchants, wanted);
  return ({ merchant }) => merchant !== null && ids.has(merchant.id);
}

// From the beginning of a word on, or written together: "tele-loisirs", "teleloisirs".
function hasWords(name: string, words: string): boolean {
  return ` ${name}`.includes(` ${words}`) || name.replaceAll(' ', '').startsWith(words.replaceAll(' ', ''));
}

/** Of a domain, an address of mail or of a page. */
function hostOf(wanted: string): string | null {
  return /^(?:https?:\/\/)?(?:[^\s@/]*@)?((?:[^\s@/:.]+\.)+[^\s@/:.]+)(?:[/:].*)?$/.exec(wanted.trim().toLowerCase())?.[1] ?? null;
}

function isOf(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`) || domain.endsWith(`.${host}`);
}
