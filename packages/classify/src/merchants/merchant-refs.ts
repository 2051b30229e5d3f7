// A merchant as events store it: from the table of known services where the name or domain is there, else made from name and domain.
import type { MerchantRef } from '@quittance/domain/classification';
import { findMerchantByName, findMerchantsByDomain, nameKey } from './alias-table.ts';
import { stripLegal } from './clean-name.ts';
import type { Merchant } from './merchant.ts';

export function labelName(domain: string): string {
  const label = domain.split('.')[0]!;
  return label.charAt(0).toUpperCase() + label.slice(1);
}

export function toRef({ id, name, domains }: Merchant): MerchantRef {
  return { id, name, domains };
}

export function refByName(name: string, domain: string | null): MerchantRef {
  const plain = stripLegal(name.replace(/[®™]/gu, '').trim());
  const bare = withoutArticle(plain);
  const known =
    (domain === null ? undefined : findMerchantsByDomain(domain)[0]) ??
    [plain, bare, shortName(plain), withoutKind(plain)].map(findMerchantByName).find((found) => found !== null);
  if (known !== undefined && known !== null) return toRef(known);
  const slug = nameKey(bare)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60);
  return { id: domain ?? slug, name: plain, domains: domain === null ? [] : [domain] };
}

/** "The Daily Ledger" and "Le Quotidien" are also called without the article. */
export function withoutArticle(name: string): string {
  return name.replace(/^(?:(?:the|le|la|les|der|die|das|el|los|las|il|het|de) (?=\S)|l['’](?=\p{L}))/iu, '');
}

// "Société Éditrice de Gazette" is the house of Gazette.
function withoutKind(name: string): string {
  return name.replace(
    /^(?:Société(?: Éditrice)?|Éditions|Groupe|Editorial|Editora|Gruppo|Verlag) (?:d['’]|(?:de|du|des|di|del|do|da|der) (?:la |l['’])?)(?=\p{Lu})/u,
    '',
  );
}

// App stores add a tag line: "Strava: Run, Bike, Hike", "Headspace - Sleep & Calm".
function shortName(name: string): string {
  return name.split(/\s*[:–—|]\s*|\s-\s/u)[0]!;
}
