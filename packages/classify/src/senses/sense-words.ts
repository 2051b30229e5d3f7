// The form of the tables of senses.

/**
 * By language: folded beginnings of words, apart by spaces ("resili" for résilier, résiliation); with a dot at its end a whole word ("fin." is not
 * "finance"). Of Japanese any piece of the text.
 */
export type SenseWords = Readonly<Record<'en' | 'fr' | 'de' | 'es' | 'it' | 'pt' | 'nl' | 'pl' | 'ja', string>>;
