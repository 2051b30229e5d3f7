// All known services, looked up by id, by registrable domain and by a name that a mail uses.
import type { MerchantRef } from '@quittance/domain/classification';
import { foldText } from '../fold-text.ts';
import { AI } from './ai.ts';
import { APPLE_GOOGLE_OWN } from './apple-google-own.ts';
import { CLOUD_DEV } from './cloud-dev.ts';
import { INSURANCE_ENERGY } from './insurance-energy.ts';
import { LIFE_GAMING } from './life-gaming.ts';
import type { Merchant } from './merchant.ts';
import { PRESS } from './press.ts';
import { TELECOM } from './telecom.ts';
import { VIDEO_MUSIC } from './video-music.ts';
import { WORK } from './work.ts';

export const MERCHANTS: readonly Merchant[] = [
  ...AI,
  ...VIDEO_MUSIC,
  ...PRESS,
  ...TELECOM,
  ...CLOUD_DEV,
  ...WORK,
  ...LIFE_GAMING,
  ...INSURANCE_ENERGY,
  ...APPLE_GOOGLE_OWN,
];

interface Tables {
  readonly byId: ReadonlyMap<string, Merchant>;
  readonly byDomain: ReadonlyMap<string, readonly Merchant[]>;
  readonly byName: ReadonlyMap<string, Merchant>;
}

let tables: Tables | null = null;

export function findMerchantById(id: string): Merchant | null {
  return lookUp().byId.get(id) ?? null;
}

/** The services that own a registrable domain; several for a house that sends all from one. */
export function findMerchantsByDomain(domain: string): readonly Merchant[] {
  return lookUp().byDomain.get(domain) ?? [];
}

/** The service called exactly that (name or alias, folded, legal forms already stripped). */
export function findMerchantByName(name: string): Merchant | null {
  return lookUp().byName.get(nameKey(name)) ?? null;
}

/** Each folded name and domain label of five letters and more, for lookalike checks. */
export function brandNames(): ReadonlyMap<string, Merchant> {
  return lookUp().byName;
}

/** Every known service with the names it goes by, for whoever reads other things than mail. */
export function knownMerchants(): { readonly merchant: MerchantRef; readonly names: readonly string[] }[] {
  return MERCHANTS.map(({ id, name, domains, aliases }) => ({ merchant: { id, name, domains }, names: aliases }));
}

export function nameKey(name: string): string {
  return foldText(name)
    .folded.replace(/[^\p{L}\p{N}+&]+/gu, ' ')
    .trim();
}

function lookUp(): Tables {
  tables ??= build();
  return tables;
}

function build(): Tables {
  const byDomain = new Map<string, Merchant[]>();
  const byName = new Map<string, Merchant>();
  for (const merchant of MERCHANTS) {
    for (const domain of merchant.domains) byDomain.set(domain, [...(byDomain.get(domain) ?? []), merchant]);
    for (const name of [merchant.name, ...merchant.aliases]) if (!byName.has(nameKey(name))) byName.set(nameKey(name), merchant);
  }
  return { byId: new Map(MERCHANTS.map((merchant) => [merchant.id, merchant])), byDomain, byName };
}
