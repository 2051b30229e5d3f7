// The self-written sentences the sentence model learns from: one file a language, classes as headings. The format is described in
// packages/classify/training/README.md.
import { globSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { TELLINGS, type Telling } from '@quittance/classify/model/sentence-model';
import { hashTexts } from './hash-texts.ts';

const SENTENCE_FOLDER = resolve(import.meta.dirname, '../../packages/classify/training/sentences');

export interface Sentence {
  /** `fr/ended#3`. */
  readonly name: string;
  readonly language: string;
  readonly telling: Telling;
  readonly text: string;
}

/** Sorted by name, so that the order is the same everywhere. */
export function readSentences(folder = SENTENCE_FOLDER): Sentence[] {
  const files = globSync('*.txt', { cwd: folder }).sort();
  return files.flatMap((file) => parseSentences(file, readFileSync(join(folder, file), 'utf8')));
}

/** SHA-256 over names and contents of all sentence files. */
export function hashSentences(folder = SENTENCE_FOLDER): string {
  return hashTexts(folder, '*.txt');
}

/** @throws an Error that names the file and the line. */
export function parseSentences(file: string, text: string): Sentence[] {
  const language = basename(file, '.txt');
  const sentences: Sentence[] = [];
  let telling: Telling | undefined;
  for (const [index, line] of text.replaceAll('\r', '').split('\n').entries()) {
    if (line.trim() === '') continue;
    if (line.startsWith('# ')) {
      const name = line.slice(2).trim();
      telling = TELLINGS.find((known) => known === name);
      if (telling === undefined) throw new Error(`${file}:${index + 1}: there is no class "${name}"`);
      continue;
    }
    if (telling === undefined) throw new Error(`${file}:${index + 1}: a heading with a class comes first`);
    sentences.push({ name: `${language}/${telling}#${sentences.length + 1}`, language, telling, text: line.trim() });
  }
  return sentences;
}
