// How a mail itself writes the name that its sender's domain is made of: "Huerta Viva" of huertaviva.example, "Kettle & Co" of kettleandco.example,
// "Harrow Wildlife Trust" of harrowtrust.example. Every find is a verbatim stretch of subject or body.
import type { ParsedMessage } from '@quittance/domain/message';
import { allMatches } from '../all-matches.ts';
import { foldText } from '../fold-text.ts';

export interface Spelling {
  readonly name: string;
  readonly zone: 'subject' | 'body';
  readonly start: number;
}

/** Of a body: where houses name themselves. */
export const BODY_CHARS_MAX = 12_000;
const WORDS_MAX = 6;
const SKIPPED_MAX = 2;
const WORDS_READ_MAX = 2500;
const WORD = /[\p{L}\p{N}&+](?:[\p{L}\p{N}&+'’!-]|\.(?=\p{L}))*/gu;
// What companies put around their name where the name alone was taken or sounds bare.
const AFFIX =
  /^(?:get|try|use|join|go|my|mon|mein|mijn|mi|hello|hi|the|team|meet|app|e)-?(?=.{4})|(?<=.{4})-?(?:app|hq|mail|mailer|online|news|info|web|shop|store|club|group|groupe|gruppe|media|medien|france|fr|deutschland|de|uk|es|it|nl|eu|email|mails|service|services|io|ai)$/g;

/** The name as the mail writes it, where all of a domain's label is in it; null where it stands nowhere. */
export function spellLabel(message: ParsedMessage, label: string): Spelling | null {
  const start = message.forwarded?.bodyStart ?? 0;
  const texts = [
    { zone: 'body' as const, text: message.text.body.slice(start, start + BODY_CHARS_MAX), offset: start },
    { zone: 'subject' as const, text: message.subject, offset: 0 },
  ];
  const plain = label.replaceAll('-', '');
  const bare = label.replace(AFFIX, '').replaceAll('-', '');
  for (const wanted of new Set([plain, bare])) {
    if (wanted.length < 3 || /^\d+$/.test(wanted)) continue;
    const found = texts.flatMap(({ zone, text, offset }) =>
      spellingsIn(text, wanted).map((each) => ({ ...each, zone, start: each.start + offset })),
    );
    const whole = found.filter(({ skipped }) => skipped === 0);
    const best = mostFrequent(whole.length > 0 ? whole : found);
    if (best !== null) return best;
  }
  return null;
}

/** A name and a domain's label say the same: letters and digits agree, `&` may be spelled out and umlauts taken apart. */
export function isSpelledAs(name: string, label: string): boolean {
  const plain = label.replaceAll('-', '');
  const words = [...allMatches(name, WORD)].map(([word]) => formsOf(word));
  return words.length > 0 && words.length <= 8 && reach(words, plain).includes(plain.length);
}

interface Found {
  readonly name: string;
  readonly start: number;
  readonly skipped: number;
}

function spellingsIn(text: string, wanted: string): Found[] {
  const words = allMatches(text, WORD)
    .slice(0, WORDS_READ_MAX)
    .map((match) => ({ text: match[0], start: match.index }));
  const found: Found[] = [];
  for (let from = 0; from < words.length && found.length < 40; from += 1) {
    const first = words[from]!;
    // "d'Orto Viva": what is elided in front belongs to the sentence.
    const elided = /^[a-z]['’](?=\p{Lu})/u.exec(first.text)?.[0].length ?? 0;
    if (!/^[\p{Lu}\p{Lo}\d]/u.test(first.text.slice(elided)) || isInAddress(text, first.start)) continue;
    if (!/^.['’]/u.test(first.text) && !wanted.startsWith(squash(first.text[0]!).slice(0, 1))) continue;
    if (!formsOf(first.text).some((form) => wanted.startsWith(form))) continue;
    const run = runFrom(text, words, from);
    const match = shortestMatch(run, wanted);
    if (match === null) continue;
    const last = run[match.length - 1]!;
    if (isInAddress(text, last.start, last.text.length)) continue;
    const [start, end] = [first.start + elided, last.start + last.text.length];
    found.push({ name: text.slice(start, end), start, skipped: match.skipped });
  }
  return found;
}

interface Word {
  readonly text: string;
  readonly start: number;
}

// Words that stand in one line with nothing but a space between them.
function runFrom(text: string, words: readonly Word[], from: number): Word[] {
  const run: Word[] = [words[from]!];
  for (let index = from + 1; index < words.length && run.length < WORDS_MAX + SKIPPED_MAX; index += 1) {
    const before = words[index - 1]!;
    if (!/^ ?$/.test(text.slice(before.start + before.text.length, words[index]!.start))) break;
    run.push(words[index]!);
  }
  return run;
}

function shortestMatch(run: readonly Word[], wanted: string): { length: number; skipped: number } | null {
  for (let length = 1; length <= Math.min(run.length, WORDS_MAX); length += 1) {
    if (
      reach(
        run.slice(0, length).map(({ text }) => formsOf(text)),
        wanted,
      ).includes(wanted.length)
    )
      return { length, skipped: 0 };
  }
  // "Harrow Wildlife Trust" of harrowtrust: names in between that the domain leaves out. First and last word must be the domain's own.
  for (let length = 3; length <= run.length; length += 1) {
    const inner = run.slice(1, length - 1);
    if (!inner.every(({ text }) => /^\p{Lu}|^(?:of|de|du|des|d[aeio]|del|della|van|von|der|und|and|et|&|y|e|en|for|the)$/u.test(text)))
      return null;
    for (let skip = 1; skip < length - 1; skip += 1) {
      for (let count = 1; count <= SKIPPED_MAX && skip + count < length; count += 1) {
        const kept = [...run.slice(0, skip), ...run.slice(skip + count, length)];
        if (
          reach(
            kept.map(({ text }) => formsOf(text)),
            wanted,
          ).includes(wanted.length)
        )
          return { length, skipped: count };
      }
    }
  }
  return null;
}

/** How far into `wanted` the words lead when written together, by each of their forms. */
function reach(words: readonly (readonly string[])[], wanted: string): number[] {
  let ends = [0];
  for (const forms of words) {
    ends = [...new Set(ends.flatMap((at) => forms.filter((form) => wanted.startsWith(form, at)).map((form) => at + form.length)))];
    if (ends.length === 0) return [];
  }
  return ends;
}

const AND: readonly string[] = ['', 'and', 'et', 'und', 'y', 'e', 'en', 'i', 'n'];

function formsOf(word: string): string[] {
  if (word === '&' || word === '+') return [...AND, ...(word === '+' ? ['plus'] : [])];
  const folded = squash(word);
  const spelledOut = squash(
    word
      .replace(/[äÄ]/gu, 'ae')
      .replace(/[öÖøØ]/gu, 'oe')
      .replace(/[üÜ]/gu, 'ue')
      .replace(/[åÅ]/gu, 'aa'),
  );
  const plus = word.endsWith('+') ? [`${folded}plus`] : [];
  const joined = word.includes('&') && word.length > 1 ? AND.map((and) => squash(word.replaceAll('&', and))) : [];
  const bare = /^[dlDL]['’]\p{L}/u.test(word) ? [squash(word.slice(2))] : [];
  return [...new Set([folded, spelledOut, ...plus, ...joined, ...bare])].filter((form) => form !== '');
}

function squash(text: string): string {
  return foldText(text).folded.replace(/[^\p{L}\p{N}]+/gu, '');
}

// "hello@acme.example", "www.acme.example/help"
function isInAddress(text: string, start: number, length = 0): boolean {
  return (
    /[@/._-]/.test(text[start - 1] ?? ' ') || (length > 0 && /^(?:@|\.\p{L}|\/)/u.test(text.slice(start + length, start + length + 2)))
  );
}

function mostFrequent<T extends { readonly name: string }>(found: readonly T[]): T | null {
  const counts = new Map<string, number>();
  for (const { name } of found) counts.set(name, (counts.get(name) ?? 0) + 1);
  return found.reduce<T | null>((best, each) => (best === null || counts.get(each.name)! > counts.get(best.name)! ? each : best), null);
}
