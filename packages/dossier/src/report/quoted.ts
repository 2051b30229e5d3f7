// Words of a message in a table: in the quotation marks of the language, on one line, and not too long.
import type { Language } from '@quittance/i18n/language';

export function quoted(text: string, language: Language, lengthMax: number): string {
  const line = oneLine(text, lengthMax);
  return language === 'fr' ? `« ${line} »` : `“${line}”`;
}

/** Whatever strangers put into a name, it takes a line or two. */
export function oneLine(text: string, lengthMax: number): string {
  return shorten(text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim(), lengthMax);
}

/** Cut between words where one ends near the limit. */
export function shorten(text: string, lengthMax: number): string {
  if (text.length <= lengthMax) return text;
  const cut = text.slice(0, lengthMax).toWellFormed();
  const space = cut.lastIndexOf(' ');
  return `${(space > lengthMax * 0.8 ? cut.slice(0, space) : cut).trimEnd()} …`;
}
