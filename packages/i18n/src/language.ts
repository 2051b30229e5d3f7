// The languages that the product speaks, and which of them a browser asks for.

export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

export function isLanguage(text: string): text is Language {
  return (LANGUAGES as readonly string[]).includes(text);
}

const ENTRIES_MAX = 20;

/** The best of ours by an Accept-Language header (RFC 9110 §12.5.4); English where it asks for none of them. */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  return askedLanguage(acceptLanguage) ?? 'en';
}

/** The same; null where it asks for none of ours, as `*` does. */
export function askedLanguage(acceptLanguage: string | undefined): Language | null {
  return (entriesOf(acceptLanguage).find(({ language }) => isLanguage(language))?.language as Language | undefined) ?? null;
}

/**
 * `CH` of `fr-CH,fr;q=0.9`: where a browser is, by the language that it asks for first, be it one of ours or not. `en-US` is what many are sold with:
 * beside another language it says nothing, and that one's region counts. null where none is named.
 */
export function preferredRegion(acceptLanguage: string | undefined): string | null {
  const entries = entriesOf(acceptLanguage);
  const regionOf = (language: string | undefined): string | null =>
    entries.find((entry) => entry.language === language && entry.region !== null)?.region ?? null;
  const first = entries[0]?.language;
  const region = regionOf(first);
  const others = entries.filter(({ language }) => language !== first && language !== '*');
  if (first !== 'en' || region !== 'US' || others.length === 0) return region;
  return others.find((entry) => entry.region !== null)?.region ?? null;
}

function entriesOf(header = ''): { readonly language: string; readonly region: string | null; readonly quality: number }[] {
  return header
    .split(',', ENTRIES_MAX)
    .map((entry) => {
      const [tag = '', ...parameters] = entry.trim().toLowerCase().split(';');
      const quality = parameters.map((text) => /^\s*q=(\d(?:\.\d{0,3})?)\s*$/.exec(text)?.[1]).find(Boolean);
      const [language = '', ...subtags] = tag.split('-');
      const region = subtags.find((subtag) => /^[a-z]{2}$/.test(subtag))?.toUpperCase() ?? null;
      return { language, region, quality: Number(quality ?? 1) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
}
