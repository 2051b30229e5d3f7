// Which pack a person's country has. `settings.country` is ISO 3166: `FR`, or `US-CA` where a state has rules of its own.
import type { CountryPack, LegalRule } from './country-pack.ts';
import { de } from './packs/de.ts';
import { eu } from './packs/eu.ts';
import { fr } from './packs/fr.ts';
import { uk } from './packs/uk.ts';
import { usCa } from './packs/us-ca.ts';
import { us } from './packs/us.ts';

export const COUNTRY_PACKS: readonly CountryPack[] = [fr, de, eu, uk, us, usCa];

/** Member states without a pack of their own stand under the EU's. */
const EU_STATES = new Set('AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '));

/** Null where no pack fits: then no rule acts and the general waiting times hold. */
export function packOf(country: string | null): CountryPack | null {
  const code = country?.toUpperCase() ?? '';
  const id = code === 'GB' ? 'uk' : code.toLowerCase();
  const state = id.split('-')[0]!;
  return findPack(id) ?? findPack(state) ?? (EU_STATES.has(code.split('-')[0]!) ? eu : null);
}

/** The pack's own rules, then those that it stands on: the nearest law first. */
export function rulesOf(country: string | null): readonly LegalRule[] {
  const rules: LegalRule[] = [];
  for (let pack = packOf(country); pack; pack = pack.standsOn === null ? null : findPack(pack.standsOn)) rules.push(...pack.rules);
  return rules;
}

/** A rule by its id, of whichever pack. */
export function findRule(id: string): LegalRule | null {
  return COUNTRY_PACKS.flatMap((pack) => pack.rules).find((rule) => rule.id === id) ?? null;
}

function findPack(id: string): CountryPack | null {
  return COUNTRY_PACKS.find((pack) => pack.id === id) ?? null;
}
