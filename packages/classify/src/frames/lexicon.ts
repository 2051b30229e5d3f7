// What a language file holds: word classes, and per rule the patterns that say it in that language. Data only; the rules
// themselves (kind, weight, guards) are common to all languages and stand in rules.ts.
import type { RuleId } from './rules.ts';

/**
 * Words and phrases by class name. Written folded (lower case, no accents); a word ending in `*` stands for every word that starts
 * so, one starting with `*` for every word that ends so. `{other}` inside a list takes in another class.
 */
export type WordClasses = Readonly<Record<string, string>>;

/**
 * A pattern is a row of elements that must follow each other within one clause:
 *   word        that word                    {class}     any phrase of the class
 *   (a|b c|{x}) any of these                 element?    may be absent
 *   ..n         up to n other words, none of class `block`; characters where a language writes without spaces
 *   ^ and $     the clause starts / ends here
 * Built-in classes: {date}, {money}, {num}.
 */
export interface Lexicon {
  /** Primary language tag. */
  readonly language: string;
  readonly classes: WordClasses;
  readonly patterns: Readonly<Partial<Record<RuleId, readonly string[]>>>;
}

/** What a further file adds to a language: word classes of its own, and patterns beside those of the language file. */
export type Additions = Pick<Lexicon, 'classes' | 'patterns'>;

/** Classes that matching, guards and scores read by name: every language file has them. */
export const REQUIRED_CLASSES = [
  'block',
  'negation',
  'condition',
  'preposition',
  'part',
  'former',
  'supposed',
  'perhaps',
  'ahead',
  'agent',
  'firm',
  'contract',
  'recurs',
  'thing',
  'news',
] as const;
