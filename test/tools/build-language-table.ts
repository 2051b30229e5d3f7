// Builds packages/classify/src/language/language-table.json of the statistics of the library eld, for the languages that a text may turn out
// to be written in:   node test/tools/build-language-table.ts
// eld itself is a dependency of tests only: its objects take 130 MB in each process that reads mail (docs/decisions/0009-language-table.md).
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DETECTABLE, NEIGHBOURS } from '@quittance/classify/language/languages';
import type { LanguageTableFile } from '@quittance/classify/language/ngram-table';
import { FUNCTION_WORDS } from '@quittance/classify/prefilter/signal-words';

const TARGET = resolve(import.meta.dirname, '../../packages/classify/src/language/language-table.json');

interface EldData {
  readonly languages: Readonly<Record<number, string>>;
  readonly ngrams: Readonly<Record<string, Readonly<Record<number, number>>>>;
}

if (process.argv[1] === import.meta.filename) writeFileSync(TARGET, `${JSON.stringify(await buildLanguageTable(), null, 1)}\n`);

export async function buildLanguageTable(): Promise<LanguageTableFile> {
  const folder = dirname(dirname(fileURLToPath(import.meta.resolve('eld/small'))));
  const { ngramsData } = (await import(resolve(folder, 'ngrams/small.js'))) as { ngramsData: EldData };
  const { dictionary } = (await import(resolve(folder, 'dictionary.js'))) as { dictionary: readonly string[] };
  const { separators } = (await import(resolve(folder, 'regexPatterns.js'))) as { separators: RegExp };
  const { version } = createRequire(import.meta.url)(resolve(folder, '../package.json')) as { version: string };
  const wanted = new Set([...DETECTABLE, ...NEIGHBOURS, ...Object.keys(FUNCTION_WORDS)]);
  const kept = Object.entries(ngramsData.languages).filter(([, language]) => wanted.has(language));
  const places = new Map(kept.map(([id], place) => [id, place]));
  const runs = Object.entries(ngramsData.ngrams)
    .map(([run, scores]) => ({ key: keyOf(run), pairs: Object.entries(scores).filter(([id]) => places.has(id)) }))
    .filter(({ pairs }) => pairs.length > 0)
    .sort((a, b) => a.key - b.key);
  return {
    source: `eld ${version}, its small table without the languages that are not told apart here; by Nito T.M., Apache-2.0, see LICENSE.eld`,
    languages: kept.map(([, language]) => language),
    symbols: dictionary.join(''),
    separators: separators.source,
    runs: runs.length,
    keys: Buffer.from(runs.flatMap(({ key }, at) => distance(key - (runs[at - 1]?.key ?? 0)))).toString('base64'),
    scores: Buffer.from(runs.flatMap(({ pairs }) => [pairs.length, ...pairs.flatMap(([id, score]) => [places.get(id)!, score])])).toString(
      'base64',
    ),
  };
}

function keyOf(run: string): number {
  let key = 0;
  for (const symbol of run) key = key * 0x100 + symbol.codePointAt(0)!;
  return key;
}

/** Seven bits a byte, lowest first. */
function distance(of: number): number[] {
  const bytes: number[] = [];
  let left = of;
  for (; left >= 0x80; left = Math.floor(left / 0x80)) bytes.push((left % 0x80) + 0x80);
  return [...bytes, left];
}
