// An error's sentence in the person's language. What is thrown anywhere below a command or a route is an English sentence with values filled in; here
// it is recognised and said again, values included. What nobody of us wrote stays as it is: the whole of an error that repeats a server (of the
// command line: services/cli/src/repeated.ts), and every value but those that are marked as ours.
import type { Language } from './language.ts';
import { sentencesFr } from './sentences.fr.ts';

interface Sentence {
  readonly pattern: RegExp;
  readonly french: string;
  /** Of its fixed text: the longest that fits is the one that was meant. */
  readonly length: number;
}

/** `{}` the next value, `{2}` the second; with `=` it is a sentence of ours, or a line of them each. */
const PLACE = /\{(\d?)(=?)\}/g;

let sentences: readonly Sentence[] | null = null;

export function sayAgain(message: string, language: Language): string {
  if (language !== 'fr') return message;
  sentences ??= Object.entries(sentencesFr)
    .map(([english, french]) => ({ pattern: patternOf(english, french), french, length: english.replaceAll('{}', '').length }))
    .toSorted((one, other) => other.length - one.length);
  for (const { pattern, french } of sentences) {
    const match = pattern.exec(message);
    if (match) return fillIn(french, match.slice(1));
  }
  return message;
}

// A value is one line; several are ours alone, such as the problems of a configuration.
function patternOf(english: string, french: string): RegExp {
  const ours = new Set(placesIn(french).flatMap(({ at, isOurs }) => (isOurs ? [at] : [])));
  const [first = '', ...rest] = english.split('{}').map(escaped);
  const holes = rest.map((fixed, at) => (ours.has(at) ? '([^]*?)' : '([^\\n]*?)') + fixed);
  return new RegExp(`^${first}${holes.join('')}$`, 'u');
}

function placesIn(french: string): { readonly at: number; readonly isOurs: boolean }[] {
  return [...french.matchAll(PLACE)].map(([, place, mark], next) => ({
    at: place === '' ? next : Number(place) - 1,
    isOurs: mark === '=',
  }));
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function fillIn(french: string, values: readonly string[]): string {
  const places = placesIn(french);
  let next = 0;
  return french.replaceAll(PLACE, () => {
    const { at, isOurs } = places[next++]!;
    const value = values[at] ?? '';
    if (!isOurs) return value;
    return value
      .split('\n')
      .map((line) => sayAgain(line, 'fr'))
      .join('\n');
  });
}
