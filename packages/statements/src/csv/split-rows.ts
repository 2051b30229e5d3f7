// The text of a CSV to rows of cells. The delimiter is the one that cuts most rows into the same number of cells.
import { parse } from 'csv-parse/sync';
import { PermanentError } from '@quittance/domain/errors';
import { STATEMENT_LIMITS } from '../limits.ts';
import { DELIMITERS, type Delimiter } from './mapping.ts';

const SAMPLE_LINES = 200;

/** @throws PermanentError `statement_unreadable`. */
export function splitRows(text: string, delimiter: Delimiter): string[][] {
  let rows: string[][];
  try {
    rows = parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: 100_000,
      to: STATEMENT_LIMITS.lines + 1_001,
    });
  } catch (error) {
    throw new PermanentError('statement_unreadable', 'a row of this CSV never ends: a quote was opened and not closed.', { cause: error });
  }
  if (rows.length > STATEMENT_LIMITS.lines + 1_000) {
    throw new PermanentError('statement_too_large', `this file has more than ${STATEMENT_LIMITS.lines} lines: export a shorter time.`);
  }
  if (rows.some((row) => row.length > STATEMENT_LIMITS.columns)) {
    throw new PermanentError('statement_unreadable', `a row of this CSV has more than ${STATEMENT_LIMITS.columns} columns.`);
  }
  return rows;
}

export function guessDelimiter(text: string): Delimiter {
  const lines = text.split(/\r\n|\n|\r/, SAMPLE_LINES).filter((line) => line.trim() !== '');
  let best: { delimiter: Delimiter; score: number } = { delimiter: ';', score: 0 };
  for (const delimiter of DELIMITERS) {
    const widths = lines.map((line) => outsideQuotes(line).split(delimiter).length);
    const counts = new Map<number, number>();
    for (const width of widths) if (width > 2) counts.set(width, (counts.get(width) ?? 0) + 1);
    // Rows of the commonest width; a comma also stands in amounts and texts, where the widths differ from row to row.
    const score = Math.max(0, ...[...counts].map(([width, count]) => count * (1 + Math.min(width, 10) / 100)));
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function outsideQuotes(line: string): string {
  return line.replace(/"(?:[^"]|"")*"/g, 'q');
}
