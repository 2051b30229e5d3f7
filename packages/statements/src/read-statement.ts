// The way in: bytes of a bank file to its lines. A CSV takes a mapping; what is not given of it is guessed.
import { PermanentError } from '@quittance/domain/errors';
import { guessMapping, type GuessedMapping } from './csv/guess-mapping.ts';
import { readMapping, type CsvMapping } from './csv/mapping.ts';
import { readCsv } from './csv/read-csv.ts';
import { decodeText } from './decode-text.ts';
import { detectFormat } from './detect-format.ts';
import { STATEMENT_LIMITS } from './limits.ts';
import { readCamt } from './read-camt.ts';
import { readOfx } from './read-ofx.ts';
import type { ReadStatement } from './statement.ts';

export interface StatementOptions {
  /** The person's own, for files that name none. */
  readonly currency: string;
  /** What the person decided of a CSV's mapping: an object with some or all of its fields. */
  readonly mapping?: unknown;
}

export interface OpenedStatement extends ReadStatement {
  /** Of a CSV: how it was read. */
  readonly csv: { readonly guessed: GuessedMapping; readonly mapping: CsvMapping } | null;
}

/** @throws PermanentError `statement_unreadable`, `statement_too_large`, `statement_empty`, `bad_mapping`. */
export function readStatement(bytes: Uint8Array, options: StatementOptions): OpenedStatement {
  if (bytes.length > STATEMENT_LIMITS.bytes) {
    throw new PermanentError(
      'statement_too_large',
      `a bank file may have ${STATEMENT_LIMITS.bytes / 1024 / 1024} MB: export a shorter time.`,
    );
  }
  if (bytes.length === 0) throw new PermanentError('statement_empty', 'this file is empty.');
  const { text } = decodeText(bytes);
  const format = detectFormat(bytes, text);
  const read = format === 'csv' ? readGuessed(text, options) : { ...(format === 'ofx' ? readOfx(text) : readCamt(text)), csv: null };
  if (read.lines.length === 0) {
    const hint = format === 'csv' ? ' Say which column is the date, the amount and the payee.' : '';
    throw new PermanentError('statement_empty', `no line of an account was found in this file.${hint}`);
  }
  return read;
}

/** A CSV's guessed mapping and rows, for a preview; null for a file that needs no mapping. It throws like readStatement, but takes a CSV without lines. */
export function previewStatement(bytes: Uint8Array, currency: string): GuessedMapping | null {
  if (bytes.length > STATEMENT_LIMITS.bytes) {
    throw new PermanentError(
      'statement_too_large',
      `a bank file may have ${STATEMENT_LIMITS.bytes / 1024 / 1024} MB: export a shorter time.`,
    );
  }
  const { text } = decodeText(bytes);
  return detectFormat(bytes, text) === 'csv' ? guessMapping(text, currency) : null;
}

function readGuessed(text: string, { currency, mapping }: StatementOptions): OpenedStatement {
  const guessed = guessMapping(text, currency);
  const used = mapping === undefined || mapping === null ? guessed.mapping : readMapping(mapping, guessed.mapping);
  return { ...readCsv(text, used), csv: { guessed, mapping: used } };
}
