// The statistics that tell languages apart: how much each short run of letters speaks for which language. Decoded once from language-table.json,
// which test/tools/build-language-table.ts makes of the table of the library eld: as numbers in arrays it takes two megabytes, as that library's
// objects 130, in every process and thread that reads mail.
import file from './language-table.json' with { type: 'json' };

/** language-table.json. */
export interface LanguageTableFile {
  readonly source: string;
  readonly languages: readonly string[];
  /** By byte of UTF-8: the symbol that runs are written in. ASCII letters stand for themselves. */
  readonly symbols: string;
  /** What stands between words, as a pattern. */
  readonly separators: string;
  readonly runs: number;
  /** Base64: each run as the distance of its key to the one before it, seven bits a byte, lowest first, the high bit where more follow. */
  readonly keys: string;
  /** Base64: for each run the number of its languages, then a place in `languages` and a score for each. */
  readonly scores: string;
}

export interface NgramTable {
  readonly languages: readonly string[];
  readonly symbols: Uint8Array;
  readonly separators: RegExp;
  /** Ascending; runs as numbers, see score-languages.ts. */
  readonly keys: Float64Array;
  /** Where each run is found without search: by slotOf its key, or in the next slot that is free, its place in `keys` plus one. */
  readonly slots: Uint16Array;
  /** By place in `keys`: where its pairs in `scores` begin; one more for the end. */
  readonly starts: Uint32Array;
  /** Pairs of language and score. */
  readonly scores: Uint8Array;
}

/** Twice the runs, so that hardly any slot is taken. */
const SLOTS = 1 << 17;

/** Where to look first for a run. */
export function slotOf(key: number): number {
  const mixed = Math.imul(key | 0, 0x9e3779b1) ^ Math.imul((key / 0x100000000) | 0, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) & (SLOTS - 1);
}

export function nextSlot(slot: number): number {
  return (slot + 1) & (SLOTS - 1);
}

function slotsOf(keys: Float64Array): Uint16Array {
  if (keys.length >= 0xffff) throw new Error('The language table has more runs than its slots can number.');
  const slots = new Uint16Array(SLOTS);
  for (let at = 0; at < keys.length; at += 1) {
    let slot = slotOf(keys[at]!);
    while (slots[slot] !== 0) slot = nextSlot(slot);
    slots[slot] = at + 1;
  }
  return slots;
}

let table: NgramTable | null = null;

export function ngramTable(): NgramTable {
  table ??= readTable(file);
  return table;
}

function readTable({ languages, symbols, separators, runs, ...packed }: LanguageTableFile): NgramTable {
  const distances = Buffer.from(packed.keys, 'base64');
  const counted = Buffer.from(packed.scores, 'base64');
  const keys = new Float64Array(runs);
  const starts = new Uint32Array(runs + 1);
  const scores = new Uint8Array(counted.length - runs);
  let key = 0;
  let from = 0;
  let pairsAt = 0;
  let filled = 0;
  for (let run = 0; run < runs; run += 1) {
    let scale = 1;
    for (let byte = 0x80; byte >= 0x80; scale *= 0x80) {
      byte = distances[from++]!;
      key += (byte & 0x7f) * scale;
    }
    keys[run] = key;
    for (let bytes = 2 * counted[pairsAt++]!; bytes > 0; bytes -= 1) scores[filled++] = counted[pairsAt++]!;
    starts[run + 1] = filled;
  }
  return {
    languages,
    symbols: Buffer.from(symbols, 'latin1'),
    separators: new RegExp(separators, 'gu'),
    keys,
    slots: slotsOf(keys),
    starts,
    scores,
  };
}
