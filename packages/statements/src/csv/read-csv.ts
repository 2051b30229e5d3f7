// Rows of a CSV to lines, by a mapping. A row that is none (a total, an empty date) is told and the rest is read.
import { STATEMENT_LIMITS } from '../limits.ts';
import { readAmount } from '../read-amount.ts';
import { readDate } from '../read-date.ts';
import type { ReadStatement, SkippedRow, StatementLine } from '../statement.ts';
import type { CsvMapping } from './mapping.ts';
import { splitRows } from './split-rows.ts';

export function readCsv(text: string, mapping: CsvMapping): ReadStatement {
  const lines: StatementLine[] = [];
  const skipped: SkippedRow[] = [];
  splitRows(text, mapping.delimiter).forEach((row, index) => {
    if (index < mapping.skip_rows) return;
    const position = index + 1;
    const read = readRow(row, position, mapping);
    if ('reason' in read) skipped.push(read);
    else lines.push(read);
  });
  return { format: 'csv', lines, skipped };
}

function readRow(row: readonly string[], position: number, mapping: CsvMapping): StatementLine | SkippedRow {
  const text = mapping.text
    .map((at) => row[at] ?? '')
    .filter(Boolean)
    .join(' ')
    .replace(/\s+/gu, ' ')
    .slice(0, STATEMENT_LIMITS.text);
  const skip = (reason: SkippedRow['reason']): SkippedRow => ({ position, reason, text: text || row.join(' ').slice(0, 100) });
  const bookedOn = readDate(row[mapping.date] ?? '', mapping.date_order);
  if (!bookedOn) return skip('no_date');
  const currency = currencyOf(row, mapping);
  if (!currency) return skip('no_currency');
  const amountMinor = amountOf(row, mapping, currency);
  if (amountMinor === null || amountMinor === 0) return skip('no_amount');
  return { position, bookedOn, transactedOn: null, amountMinor, currency, text, account: '', bankId: null };
}

function currencyOf(row: readonly string[], { currency_column: column, currency }: CsvMapping): string | null {
  const cell = column === null ? '' : (row[column] ?? '').trim().toUpperCase();
  if (cell === '') return currency;
  return /^[A-Z]{3}$/.test(cell) ? cell : null;
}

function amountOf(row: readonly string[], mapping: CsvMapping, currency: string): number | null {
  const cell = (at: number | null) => (at === null ? null : readAmount(row[at] ?? '', currency, mapping.decimal));
  if (mapping.amount !== null) {
    const signed = cell(mapping.amount);
    return signed === null ? null : mapping.charges_positive ? -signed : signed;
  }
  // Some banks write the debit with a minus, some without.
  const debit = cell(mapping.debit);
  if (debit) return -Math.abs(debit);
  const credit = cell(mapping.credit);
  return credit ? Math.abs(credit) : null;
}
