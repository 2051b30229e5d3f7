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
  const known =
    (domain === null ? undefined : findMerchantsByDomain(domain)[0]) ?? findMerchantByName(plain) ?? findMerchantByName(shortName(plain));
  if (known !== null && known !== undefined) return toRef(known);
  const slug = nameKey(plain)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60);
  return { id: domain ?? slug, name: plain, domains: domain === null ? [] : [domain] };
}

// App stores add a tag line: "Strava: Run, Bike, Hike", "Headspace - Sleep & Calm".
function shortName(name: string): string {
  return name.split(/\s*[:–—|]\s*|\s-\s/u)[0]!;
}
