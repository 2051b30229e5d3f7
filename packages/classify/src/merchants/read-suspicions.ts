// Signs that a sender dresses up as a brand: `lookalike_domain`, `display_name_mismatch`, `mixed_script`.
import type { ParsedMessage } from '@quittance/domain/message';
import { brandNames, findMerchantsByDomain, nameKey } from './alias-table.ts';
import { ESP_DOMAINS, INTERMEDIARIES } from './intermediaries.ts';
import { hasMixedScript, imitatedBrand, isCommonWord } from './lookalike.ts';
import { findIntermediary, replyDomain, type Sender } from './read-sender.ts';

/** Who dresses up as a brand names it near the beginning. */
const NAMED_CHARS = 2000;

export function readSuspicions(message: ParsedMessage, sender: Sender): string[] {
  const found: string[] = [];
  if (sender.registrable !== '' && !isTrustedDomain(sender)) {
    if (imitatedLabel(message, sender) !== null) found.push('lookalike_domain');
    if (namesForeignBrand(message, sender)) found.push('display_name_mismatch');
  }
  const lead = message.text.body.slice(0, 600);
  if ([sender.address.name, message.subject, lead].some(hasMixedScript)) found.push('mixed_script');
  return found;
}

/** The brand label that the sender's domain imitates, or null. */
export function imitatedLabel(message: ParsedMessage, sender: Sender): string | null {
  const named = nameKey(`${sender.address.name} ${message.subject} ${message.text.body.slice(0, NAMED_CHARS)}`);
  return imitatedBrand(sender.host, sender.registrable, sender.label, new Set(named.split(' ')));
}

function isTrustedDomain(sender: Sender): boolean {
  return findMerchantsByDomain(sender.registrable).length > 0 || findIntermediary(sender) !== null;
}

// "Netflix <info@account-team.example>". Everyday words are no brands here, a brand's own name under a national ending is none either.
function namesForeignBrand(message: ParsedMessage, sender: Sender): boolean {
  const key = nameKey(sender.name);
  if (key.length < 5 || isCommonWord(key)) return false;
  const brand = brandNames().get(key) ?? intermediaryNamed(key);
  if (brand === undefined || brand.domains.length === 0) return false;
  if (labelsOf(brand).has(sender.label)) return false;
  const reply = replyDomain(message);
  if (ESP_DOMAINS.has(sender.publicDomain)) return reply !== null && !brand.domains.includes(reply);
  return true;
}

/** What a domain of the brand's own may be called: as those it is known by, or as it calls itself, under whatever ending. */
function labelsOf({ name, aliases, domains }: Named): Set<string> {
  const names = [name, ...(aliases ?? [])].map((each) => nameKey(each).replaceAll(' ', ''));
  return new Set([...domains.map((domain) => domain.split('.')[0]!), ...names]);
}

interface Named {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly domains: readonly string[];
}

function intermediaryNamed(key: string): Named | undefined {
  return INTERMEDIARIES.find(({ name }) => nameKey(name) === key);
}
