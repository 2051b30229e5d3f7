// Where a command prints: results on stdout, everything else on stderr. With --json there is one document (or one per line) and nothing
// but that on stdout.

export interface Output {
  readonly isTerminal: boolean;
  /** Columns of the terminal, 80 where unknown. */
  readonly columns: number;
  print(text: string): void;
  /** For the person, beside the result: progress, hints, errors. */
  say(text: string): void;
  /** Redraws one line on a terminal; nothing elsewhere. '' clears it. */
  status(text: string): void;
}

export function createOutput(stdout: NodeJS.WriteStream, stderr: NodeJS.WriteStream): Output {
  return {
    isTerminal: stderr.isTTY,
    columns: stderr.columns || 80,
    print: (text) => void stdout.write(`${text}\n`),
    say: (text) => void stderr.write(`${text}\n`),
    status(text) {
      if (stderr.isTTY) stderr.write(`\r\u001B[2K${text.slice(0, (stderr.columns || 80) - 1)}`);
    },
  };
}

/** The result: the document with --json, else the words for a person. */
export function emit(context: { json: boolean; output: Output }, document: unknown, words: () => string): void {
  context.output.print(context.json ? JSON.stringify(document, null, 2) : words());
}

/** Rows under headings in aligned columns; null and '' show as a dash. The last column is never padded. */
export function table(headings: readonly string[], rows: readonly (readonly (string | null)[])[]): string {
  const cells = [headings, ...rows].map((row) => row.map((cell) => visible(cell ?? '') || '–'));
  const widths = headings.map((_, column) => Math.max(...cells.map((row) => width(row[column] ?? ''))));
  return cells
    .map((row) =>
      row.map((cell, column) => (column === row.length - 1 ? cell : cell + ' '.repeat(widths[column]! - width(cell)))).join('  '),
    )
    .join('\n');
}

/** Text from a mail on a terminal: control characters could move the cursor or change colours. */
export function visible(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ').trim();
}

// Wide characters (CJK, Hangul, full-width forms) take two columns.
function width(text: string): number {
  let columns = 0;
  for (const character of text)
    columns += /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]/.test(character) ? 2 : 1;
  return columns;
}
