// An error's sentence in the person's language. What is thrown anywhere below a command is an English sentence with values filled in; here it is
// recognised and said again, values included. What nobody translated (a server's own words) stays as it is.
import type { Language } from '@quittance/i18n/language';
import { sentencesFr } from './sentences.fr.ts';

interface Sentence {
  readonly pattern: RegExp;
  readonly french: string;
  /** Of its fixed text: the longest that fits is the one that was meant. */
  readonly length: number;
}

let sentences: readonly Sentence[] | null = null;

export function sayAgain(message: string, language: Language): string {
  if (language !== 'fr') return message;
  sentences ??= Object.entries(sentencesFr)
    .map(([english, french]) => ({ pattern: patternOf(english), french, length: english.replaceAll('{}', '').length }))
    .toSorted((one, other) => other.length - one.length);
  for (const { pattern, french } of sentences) {
    const match = pattern.exec(message);
    if (match) return fillIn(french, match.slice(1));
  }
  return message;
}

// Values run over lines only where they stand at the end, as the problems of a configuration do.
function patternOf(english: string): RegExp {
  return new RegExp(`^${english.split('{}').map(escaped).join('([^]*?)')}$`, 'u');
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function fillIn(french: string, values: readonly string[]): string {
  let next = 0;
  return french.replaceAll(/\{(\d?)\}/g, (_, place: string) => {
    const value = values[place === '' ? next++ : Number(place) - 1] ?? '';
    return value
      .split('\n')
      .map((line) => sayAgain(line, 'fr'))
      .join('\n');
  });
}
