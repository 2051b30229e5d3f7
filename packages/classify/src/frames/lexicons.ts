// The languages the rules speak, compiled when first needed.
import { compileLexicon, type CompiledLexicon } from './compile-lexicon.ts';
import { de } from './de.ts';
import { deEndings } from './endings/de.ts';
import { enEndings } from './endings/en.ts';
import { esEndings } from './endings/es.ts';
import { frEndings } from './endings/fr.ts';
import { itEndings } from './endings/it.ts';
import { jaEndings } from './endings/ja.ts';
import { nlEndings } from './endings/nl.ts';
import { plEndings } from './endings/pl.ts';
import { ptEndings } from './endings/pt.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import type { Additions, Lexicon } from './lexicon.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';

export const LEXICONS: Readonly<Record<string, Lexicon>> = {
  de: withAdditions(de, deEndings),
  en: withAdditions(en, enEndings),
  es: withAdditions(es, esEndings),
  fr: withAdditions(fr, frEndings),
  it: withAdditions(it, itEndings),
  ja: withAdditions(ja, jaEndings),
  nl: withAdditions(nl, nlEndings),
  pl: withAdditions(pl, plEndings),
  pt: withAdditions(pt, ptEndings),
};
const compiled = new Map<string, CompiledLexicon>();

/** Whether the rules speak a language themselves. */
export function isRuled(language: string): boolean {
  return language in LEXICONS;
}

export const LANGUAGES: readonly string[] = Object.keys(LEXICONS);

/** The likeliest languages that have a lexicon, and English always: product words and templates are English everywhere. */
export function lexiconsFor(likely: readonly string[]): CompiledLexicon[] {
  return [...new Set([...likely, 'en'])].filter((language) => language in LEXICONS).map(lexicon);
}

function lexicon(language: string): CompiledLexicon {
  const known = compiled.get(language);
  if (known) return known;
  const fresh = compileLexicon(LEXICONS[language]!);
  compiled.set(language, fresh);
  return fresh;
}

/** @throws when a rule or class stands in both: a second list of the same name would hide the first. */
function withAdditions(base: Lexicon, { classes, patterns }: Additions): Lexicon {
  const hidden = [
    ...Object.keys(classes).filter((name) => name in base.classes),
    ...Object.keys(patterns).filter((rule) => rule in base.patterns),
  ];
  if (hidden.length > 0) throw new Error(`${base.language}: ${hidden.join(', ')} would be hidden.`);
  return { ...base, classes: { ...base.classes, ...classes }, patterns: { ...base.patterns, ...patterns } };
}
