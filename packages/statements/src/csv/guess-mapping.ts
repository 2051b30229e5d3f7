// Guesses the mapping of a CSV: the row of heads by the words banks use there, the columns by those words, else by what stands in them.
import { STATEMENT_LIMITS } from '../limits.ts';
import { guessDecimalSign, readAmount } from '../read-amount.ts';
import { guessDateOrder, readDate } from '../read-date.ts';
import type { CsvMapping } from './mapping.ts';
import { guessDelimiter, splitRows } from './split-rows.ts';

export interface GuessedMapping {
  readonly mapping: CsvMapping;
  readonly rows: readonly (readonly string[])[];
  /** The heads of the columns as written, where there are any. */
  readonly heads: readonly string[];
  /** False where something was assumed that the file does not say: the person should look. */
  readonly certain: boolean;
}

type Role = 'date' | 'value_date' | 'amount' | 'debit' | 'credit' | 'text' | 'currency' | 'balance';

// Words of French, English and German exports, folded. The first that fits names the role.
const HEADS: readonly (readonly [Role, RegExp])[] = [
  ['balance', /\b(solde|balance|saldo)\b/],
  ['value_date', /\b(date (de )?valeur|value date|valuta|wertstellung|date de comptabilisation differee)\b/],
  ['currency', /\b(devise|currency|wahrung|monnaie|ccy)\b/],
  ['debit', /\b(debit|debits|paid out|money out|withdrawals?|sortie|depenses?|soll|belastung)\b/],
  ['credit', /\b(credit|credits|paid in|money in|deposits?|entree|recettes?|haben|gutschrift)\b/],
  ['date', /\b(date|datum|buchungstag|buchungsdatum|jour|completed date|posted)\b/],
  ['amount', /\b(montant|amount|betrag|umsatz|valeur|somme)\b/],
  [
    'text',
    /\b(libelle|description|designation|payee|beneficiaire|memo|details?|nom|name|narrative|reference|verwendungszweck|empfanger|beguns?tigter|auftraggeber|operation|communication|merchant|transaction|tiers|contrepartie|counterparty|informations?)\b/,
  ],
];
const HEAD_ROWS_MAX = 40;
const SAMPLE_ROWS = 200;
const TEXT_COLUMNS_MAX = 4;

/** @param currency the person's own, for files that name none. */
export function guessMapping(text: string, currency: string): GuessedMapping {
  const delimiter = guessDelimiter(text);
  const rows = splitRows(text, delimiter);
  const headRow = findHeads(rows);
  const start = headRow === null ? findFirstLine(rows) : headRow + 1;
  const heads = headRow === null ? [] : rows[headRow]!;
  const sample = rows.slice(start, start + SAMPLE_ROWS).filter((row) => row.length > 1);
  const width = Math.max(0, ...sample.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, at) => sample.map((row) => row[at] ?? '').filter((cell) => cell !== ''));
  const roles = rolesOf(heads, width);
  const date = firstOf(roles, 'date', (at) => isDates(columns[at]!)) ?? columns.findIndex(isDates);
  const money = moneyColumns(roles, columns, date);
  const samples = [money.amount, money.debit, money.credit].flatMap((at) => (at === null ? [] : (columns[at] ?? [])));
  const decimal = guessDecimalSign(samples, delimiter);
  const { order, certain: isOrderSure } = guessDateOrder(columns[date] ?? []);
  const named = firstOf(roles, 'currency', (at) => columns[at]!.some((cell) => /^[A-Z]{3}$/.test(cell)));
  const signed = money.amount === null ? [] : (columns[money.amount] ?? []).flatMap((cell) => readAmount(cell, 'EUR', decimal) ?? []);
  const chargesPositive = money.amount !== null && signed.length > 0 && signed.filter((minor) => minor < 0).length * 4 < signed.length;
  const mapping: CsvMapping = {
    delimiter,
    skip_rows: start,
    date: Math.max(0, date),
    date_order: order,
    ...money,
    decimal,
    charges_positive: chargesPositive,
    text: textColumns(roles, columns, [date, money.amount, money.debit, money.credit, named]),
    currency_column: named,
    currency: currencyOf(rows.slice(0, start + 20)) ?? currency,
  };
  // Who writes a comma before the decimals writes the day first.
  const certain = headRow !== null && date >= 0 && (isOrderSure || decimal === ',') && !chargesPositive;
  return { mapping, rows, heads, certain };
}

function findHeads(rows: readonly (readonly string[])[]): number | null {
  let best: { at: number; score: number } | null = null;
  rows.slice(0, HEAD_ROWS_MAX).forEach((row, at) => {
    const roles = new Set(row.flatMap((cell) => roleOf(cell) ?? []));
    const hasMoney = roles.has('amount') || roles.has('debit');
    const score = roles.has('date') && hasMoney ? roles.size : 0;
    if (score > (best?.score ?? 0)) best = { at, score };
  });
  return (best as { at: number } | null)?.at ?? null;
}

function findFirstLine(rows: readonly (readonly string[])[]): number {
  const at = rows.findIndex((row) => row.length > 2 && row.some(isDate) && row.some((cell) => isMoney(cell)));
  return Math.max(0, at);
}

function rolesOf(heads: readonly string[], width: number): (Role | null)[] {
  return Array.from({ length: width }, (_, at) => roleOf(heads[at] ?? ''));
}

function roleOf(head: string): Role | null {
  const folded = fold(head);
  if (folded === '' || folded.length > 60) return null;
  return HEADS.find(([, words]) => words.test(folded))?.[0] ?? null;
}

function firstOf(roles: readonly (Role | null)[], role: Role, fits: (at: number) => boolean): number | null {
  const at = roles.findIndex((one, index) => one === role && fits(index));
  return at < 0 ? null : at;
}

function moneyColumns(roles: readonly (Role | null)[], columns: readonly string[][], date: number) {
  const isMoneyColumn = (at: number) => columns[at]!.length > 0 && columns[at]!.every((cell) => isMoney(cell));
  const debit = firstOf(roles, 'debit', isMoneyColumn);
  // A column of credits may be empty for pages: its head says what it is.
  const credit = firstOf(roles, 'credit', (at) => columns[at]!.every((cell) => isMoney(cell)));
  const amount = firstOf(roles, 'amount', isMoneyColumn);
  if (amount !== null && (debit === null || credit === null)) return { amount, debit: null, credit: null };
  if (debit !== null) return { amount: null, debit, credit };
  const plain = columns.findIndex((_, at) => at !== date && roles[at] !== 'balance' && isMoneyColumn(at) && !isDates(columns[at]!));
  return { amount: plain < 0 ? Math.max(0, columns.length - 1) : plain, debit: null, credit: null };
}

function textColumns(roles: readonly (Role | null)[], columns: readonly string[][], taken: readonly (number | null)[]): number[] {
  const isFree = (at: number) => !taken.includes(at) && columns[at]!.some((cell) => /\p{L}/u.test(cell) && !isDate(cell));
  const named = roles.flatMap((role, at) => (role === 'text' && isFree(at) ? [at] : []));
  if (named.length > 0) return named.slice(0, TEXT_COLUMNS_MAX);
  const free = columns.flatMap((_, at) => (isFree(at) && roles[at] === null ? [at] : []));
  const longest = free.toSorted((a, b) => meanLength(columns[b]!) - meanLength(columns[a]!))[0];
  return [longest ?? 0];
}

function meanLength(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, cells.length);
}

// "Montant (EUR)", "Débit euros", a euro sign beside the sums or in the preamble.
function currencyOf(rows: readonly (readonly string[])[]): string | null {
  const text = rows.flat().join(' ').slice(0, 20_000);
  const found = /(?<![A-Z])(EUR|USD|GBP|CHF|CAD|AUD)(?![A-Z])|(€|\beuros?\b)|(£)/i.exec(text);
  if (!found) return null;
  return found[1]?.toUpperCase() ?? (found[2] ? 'EUR' : 'GBP');
}

function isDates(cells: readonly string[]): boolean {
  return cells.length > 0 && cells.filter(isDate).length >= cells.length * 0.9;
}

function isDate(cell: string): boolean {
  return readDate(cell, 'dmy') !== null || readDate(cell, 'mdy') !== null || readDate(cell, 'ymd') !== null;
}

function isMoney(cell: string): boolean {
  return /\d/.test(cell) && (readAmount(cell, 'KWD', ',') !== null || readAmount(cell, 'KWD', '.') !== null);
}

function fold(text: string): string {
  return text
    .slice(0, STATEMENT_LIMITS.text)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
