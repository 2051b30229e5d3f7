// Signs in the letters themselves that a text was made to look different to a machine than to a person.
import type { ParsedMessage } from '@quittance/domain/message';

/** Newsletters pad preheaders with a few; the visible lead of honest mail has hardly any. */
const INVISIBLE_MAX = 12;
const LEAD_CHARS = 600;

export function suspiciousText(message: ParsedMessage): string[] {
  const lead = `${message.subject}\n${message.text.body.slice(0, LEAD_CHARS)}`;
  const found: string[] = [];
  if (hasMixedScriptWord(lead)) found.push('mixed_script');
  // Inside words only: runs of invisible characters between words are padding.
  if ((lead.match(/\p{L}[\u200b\u2060\u202a-\u202e\u2066-\u2069\u00ad]{1,3}(?=\p{L})/gu) ?? []).length > INVISIBLE_MAX)
    found.push('hidden_characters');
  return found;
}

const FOREIGN_LETTER = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** Latin letters with Cyrillic or Greek ones in one word: "саncelled". */
function hasMixedScriptWord(text: string): boolean {
  if (!FOREIGN_LETTER.test(text)) return false;
  for (const [word] of text.matchAll(/\p{L}{4,60}/gu)) {
    const latin = word.match(/\p{Script=Latin}/gu)?.length ?? 0;
    if (latin >= 2 && FOREIGN_LETTER.test(word)) return true;
  }
  return false;
}
