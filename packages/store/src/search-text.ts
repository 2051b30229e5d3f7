// How text is put into `message.search` and how a person's words are turned into a query for it. Both sides fold the same way (no
// accents, no case, words only), so that "echeance" finds "Échéance" and "netflix" finds "no-reply@netflix.com".
import { sql, type RawBuilder } from 'kysely';

// tsvector holds at most 1 MB; 150,000 characters stay below it even where each takes four bytes. What stands further down in a mail
// is legal text.
const INDEXED_CHARACTERS_MAX = 150_000;
const QUERY_CHARACTERS_MAX = 300;

// Letters that no decomposition reduces to their base.
const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', œ: 'oe', æ: 'ae', ø: 'o', ł: 'l', đ: 'd', ı: 'i' };

/** Words in lower case without accents, separated by single spaces. */
export function foldWords(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}

/** The value for `message.search`; `parts` in the order of their weight: subject, names and references, then the text. */
export function searchVector(parts: readonly (string | null | undefined)[]): RawBuilder<string> {
  const text = parts.filter(Boolean).join(' ').slice(0, INDEXED_CHARACTERS_MAX);
  return sql<string>`to_tsvector('simple', ${foldWords(text)})`;
}

/** Whether anything is left to look for: a query of signs alone asks for nothing. */
export function hasWords(query: string): boolean {
  return foldWords(query.slice(0, QUERY_CHARACTERS_MAX)) !== '';
}

/** Quotes and a minus before a word are the syntax; all else that is no word is a space. */
export function foldQuery(query: string): string {
  return fold(query.slice(0, QUERY_CHARACTERS_MAX).replace(/[\u201c\u201d\u00ab\u00bb]/g, '"'))
    .replace(/[^\p{L}\p{N}\p{M}"-]+/gu, ' ')
    .replace(/(?<=\S)-+/g, ' ')
    .trim();
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ßœæøłđı]/g, (letter) => LETTERS[letter]!);
}
