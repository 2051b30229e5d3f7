// How a CSV is read: which column is what. Guessed from the file, edited by the person, given as JSON on the command line and to the API.
import { PermanentError } from '@quittance/domain/errors';
import type { DecimalSign } from '../read-amount.ts';
import type { DateOrder } from '../read-date.ts';

export const DELIMITERS = [';', ',', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Columns count from 0. */
export interface CsvMapping {
  readonly delimiter: Delimiter;
  /** Rows before the first line: a preamble and the heads of the columns. */
  readonly skip_rows: number;
  readonly date: number;
  readonly date_order: DateOrder;
  /** One signed column … */
  readonly amount: number | null;
  /** … or two, of which one is filled. */
  readonly debit: number | null;
  readonly credit: number | null;
  readonly decimal: DecimalSign;
  /** True where a charge stands without a minus, as in card exports. */
  readonly charges_positive: boolean;
  /** Joined by a space. */
  readonly text: readonly number[];
  readonly currency_column: number | null;
  /** Used where no column or cell names one. ISO 4217. */
  readonly currency: string;
}

const COLUMN_MAX = 199;

/** @throws PermanentError `bad_mapping` that says which field is wrong. */
export function readMapping(value: unknown, defaults: CsvMapping): CsvMapping {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw bad('it must be a JSON object');
  const given = value as Record<string, unknown>;
  const unknown = Object.keys(given).find((key) => !(key in defaults));
  if (unknown !== undefined) throw bad(`"${unknown}" is no field of it; they are ${Object.keys(defaults).join(', ')}`);
  // What was guessed of the signs was guessed of another column.
  const signs = given['amount'] !== undefined && given['amount'] !== defaults.amount ? { charges_positive: false } : {};
  const mapping = { ...defaults, ...signs, ...given } as CsvMapping;
  check(mapping);
  return mapping;
}

function check(mapping: CsvMapping): void {
  if (!DELIMITERS.includes(mapping.delimiter)) throw bad('delimiter must be ";", ",", a tab or "|"');
  if (!isIn(mapping.skip_rows, 1_000)) throw bad('skip_rows must be a number of rows, 0 to 1000');
  if (!isColumn(mapping.date)) throw bad('date must be the number of a column, from 0');
  if (!['dmy', 'mdy', 'ymd'].includes(mapping.date_order)) throw bad('date_order must be dmy, mdy or ymd');
  for (const field of ['amount', 'debit', 'credit', 'currency_column'] as const) {
    if (mapping[field] !== null && !isColumn(mapping[field])) throw bad(`${field} must be the number of a column, from 0, or null`);
  }
  if (mapping.amount === null && mapping.debit === null) throw bad('amount, or debit and credit, must name a column');
  if (!['.', ','].includes(mapping.decimal)) throw bad('decimal must be "." or ","');
  if (typeof mapping.charges_positive !== 'boolean') throw bad('charges_positive must be true or false');
  if (!Array.isArray(mapping.text) || mapping.text.length === 0 || !mapping.text.every(isColumn))
    throw bad('text must list columns, from 0');
  if (!/^[A-Z]{3}$/.test(mapping.currency)) throw bad('currency must be a code such as EUR');
}

function isColumn(value: unknown): value is number {
  return isIn(value, COLUMN_MAX);
}

function isIn(value: unknown, max: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= max;
}

function bad(what: string): PermanentError {
  return new PermanentError('bad_mapping', `the mapping can't be used: ${what}.`);
}
