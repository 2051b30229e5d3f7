// The words of discovery in a person's language.
import { discoveryEn, type DiscoveryTexts } from './discovery.en.ts';
import { discoveryFr } from './discovery.fr.ts';
import type { Language } from './language.ts';
import { typesetFrench } from './typeset-french.ts';

const typesetDiscoveryFr = typesetFrench(discoveryFr);

export function discoveryTexts(language: Language): DiscoveryTexts {
  return language === 'fr' ? typesetDiscoveryFr : discoveryEn;
}

/** Who said so, as a clause. */
export function sourceText(
  found: { readonly source: keyof DiscoveryTexts['sources']; readonly saidBy: string | null },
  language: Language,
): string {
  const text = discoveryTexts(language).sources[found.source];
  return typeof text === 'string' ? text : text(found.saidBy ?? '');
}
