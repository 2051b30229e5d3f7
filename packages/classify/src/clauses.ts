// Cuts folded text into clauses: the span in which a rule may bind owner, noun and verb. A clause never exceeds 400 characters,
// which also bounds the time of every pattern that runs on one. Step 3 of classify-message.ts.

export interface Span {
  /** Offsets in the folded text. */
  readonly start: number;
  readonly end: number;
}

export const CLAUSE_CHARS_MAX = 400;

/** The clauses of `folded` between `from` and `to`, in order, without surrounding spaces and without empty ones. */
export function splitClauses(folded: string, from = 0, to = folded.length): Span[] {
  const clauses: Span[] = [];
  let start = from;
  for (let at = from; at < to; at += 1) {
    const end = breakAt(folded, start, at, to);
    if (end === -1) continue;
    push(clauses, folded, start, end);
    start = end;
    at = Math.max(at, end - 1);
  }
  push(clauses, folded, start, to);
  return clauses;
}

/** Where the clause that started at `start` ends when it ends at this character, else -1. */
function breakAt(folded: string, start: number, at: number, to: number): number {
  if (at - start >= CLAUSE_CHARS_MAX - 1) return lastSpace(folded, start, at);
  switch (folded[at]) {
    case '\n':
      return isWrap(folded, start, at, to) ? -1 : at + 1;
    case '.':
      return endsSentence(folded, at, to) ? at + 1 : -1;
    case '!':
    case '?':
    case '\u2026':
      return at + 1 >= to || /[\s"')\]\u3000-\u30ff\u3400-\u9fff]/.test(folded[at + 1]!) ? at + 1 : -1;
    case ';':
    case '\u3002':
    case '\u2022':
    case '\u00b7':
      return at + 1;
    default:
      return -1;
  }
}

function lastSpace(folded: string, start: number, at: number): number {
  const space = folded.slice(start, at + 1).lastIndexOf(' ');
  return space > CLAUSE_CHARS_MAX / 2 ? start + space + 1 : at + 1;
}

// Plain mail is hard-wrapped: a long line without a final stop goes on in the next one, unless that one is empty or starts an item.
function isWrap(folded: string, start: number, at: number, to: number): boolean {
  const clause = folded.slice(start, at);
  const line = clause.slice(clause.lastIndexOf('\n') + 1).trimEnd();
  // A particle at its end leaves a Japanese line open, however short.
  const isOpen = columnsOf(line) >= 16 && /[\u3040-\u9fff][のがをはにでともへ\u3001]$/.test(line);
  if (!isOpen && (columnsOf(line) < WRAPPED_COLUMNS || /[.!?:;\u3002]$/.test(line) || line.includes(' | '))) return false;
  const next = folded.slice(at + 1, Math.min(to, at + 12));
  return next.trim() !== '' && !/^\s{0,8}(?:\n|[-*>#|=_]|\d{1,2}[.)])/.test(next);
}

const WRAPPED_COLUMNS = 45;

// Han and kana take two columns.
function columnsOf(line: string): number {
  if (line.length >= WRAPPED_COLUMNS) return line.length;
  return line.length + (line.match(/[\u3000-\u30ff\u3400-\u9fff]/g)?.length ?? 0);
}

// Dots that end no sentence: abbreviations, initials, and day numbers before a month ("3. Mai").
const ABBREVIATION =
  /(?:^|[\s(])(?:[a-z]|mr|mrs|ms|dr|mme|mlle|inc|ltd|co|corp|no|nr|n|st|vs|etc|approx|ca|inkl|bzw|ggf|z\.b|p\.ex|e\.g|i\.e|a\.m|p\.m|art|ref|tel|env)$/;
const MONTH =
  /^\s{1,3}(?:jan|feb|fev|mar|apr|avr|abr|mai|may|maj|jun|jui|jul|aug|aou|ago|sep|set|okt|oct|out|nov|dez|dec|dic|gen|mag|giu|lug|ott)/;

function endsSentence(folded: string, at: number, to: number): boolean {
  if (at + 1 < to && !/[\s"')\]]/.test(folded[at + 1]!)) return false;
  const before = folded.slice(Math.max(0, at - 12), at);
  if (ABBREVIATION.test(before)) return false;
  return !(/(?:^|\D)\d{1,2}$/.test(before) && MONTH.test(folded.slice(at + 1, at + 8)));
}

function push(clauses: Span[], folded: string, start: number, end: number): void {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(folded[from]!)) from += 1;
  while (to > from && /\s/.test(folded[to - 1]!)) to -= 1;
  if (to > from) clauses.push({ start: from, end: to });
}
