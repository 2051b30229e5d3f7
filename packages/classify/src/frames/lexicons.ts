// The languages the rules speak, compiled when first needed.
import { compileLexicon, type CompiledLexicon } from './compile-lexicon.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import type { Lexicon } from './lexicon.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';

export const LEXICONS: Readonly<Record<string, Lexicon>> = { de, en, es, fr, it, ja, nl, pl, pt };
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
