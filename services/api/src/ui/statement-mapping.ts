// The columns of a CSV: guessed, shown with the lines they give and with the file as it is, changed by the person until the lines are right.
import { statementTexts } from '@quittance/i18n/statements';
import type { StatementTexts } from '@quittance/i18n/statements.en';
import type { GuessedMapping } from '@quittance/statements/csv/guess-mapping';
import { DELIMITERS, type CsvMapping } from '@quittance/statements/csv/mapping';
import { PermanentError } from '@quittance/domain/errors';
import type { ReadStatement } from '@quittance/statements/statement';
import { html } from 'hono/html';
import { forPerson, type AppContext, type AppDeps } from '../context.ts';
import { paths } from '../paths.ts';
import { csrfField, renderPage } from './layout.ts';
import { selectField, textField } from './parts/form.ts';
import type { Markup } from './parts/timeline-chart.ts';
import { readWords, type Words } from './parts/words.ts';

export interface DraftView {
  readonly id: string;
  readonly name: string;
  readonly bytes: Buffer;
  readonly guess: GuessedMapping;
}

const LINES_SHOWN = 8;
const CELL_SHOWN = 40;

export async function mappingPage(
  c: AppContext,
  deps: Pick<AppDeps, 'db' | 'clock' | 'bankReader'>,
  draft: DraftView,
  mapping: CsvMapping,
  problem?: string,
): Promise<Response> {
  const words = await forPerson(c, deps, (tx, userId) => readWords(c, tx, userId, deps));
  const t = statementTexts(words.language);
  const read = await tryRead(deps, draft, mapping);
  const main = html`<div class="head"><h1>${t.columns}</h1></div>
    <p class="lead"><strong>${draft.name}</strong> ${t.columnsLead}</p>
    ${problem ? html`<div class="notice bad" role="alert"><p>${problem}</p></div>` : ''}
    ${draft.guess.certain ? '' : html`<div class="notice warn"><p>${t.columnsUnsure}</p></div>`}
    <form class="columns" method="post" action="${paths.statementDraft(draft.id)}">
      ${csrfField(c)}
      <section class="card">${linesTable(read, words, t)} ${rawTable(draft.guess, mapping, t)}</section>
      <section class="card stack">
        ${fields(draft.guess, mapping, t)}
        <div class="row"><button name="do" value="preview" class="quiet">${t.preview}</button><button name="do" value="import">${t.import}</button></div>
      </section>
    </form>`;
  return renderPage(c, deps, { title: t.columns, section: 'mailboxes', main }, problem ? 422 : 200);
}

/** The form's fields over the guess; what makes no sense is as it was guessed. */
export function readMappingForm(form: Readonly<Record<string, string>>, guessed: CsvMapping): CsvMapping {
  const one = (name: string): string => form[name] ?? '';
  const column = (name: string): number | null => (/^\d{1,3}$/.test(one(name)) ? Number(one(name)) : null);
  const oneOf = <T extends string>(name: string, values: readonly T[], other: T): T => values.find((value) => value === one(name)) ?? other;
  const columns = ['text', 'text2', 'text3'].flatMap((name) => column(name) ?? []);
  const currency = one('currency').trim().toUpperCase();
  return {
    delimiter: oneOf('delimiter', DELIMITERS, guessed.delimiter),
    skip_rows: column('skip_rows') ?? guessed.skip_rows,
    date: column('date') ?? guessed.date,
    date_order: oneOf('date_order', ['dmy', 'mdy', 'ymd'], guessed.date_order),
    amount: column('amount'),
    debit: column('debit'),
    credit: column('credit'),
    decimal: oneOf('decimal', ['.', ','], guessed.decimal),
    charges_positive: one('sign') === 'plus',
    text: columns.length > 0 ? [...new Set(columns)] : guessed.text,
    currency_column: column('currency_column'),
    currency: /^[A-Z]{3}$/.test(currency) ? currency : guessed.currency,
  };
}

async function tryRead({ bankReader }: Pick<AppDeps, 'bankReader'>, draft: DraftView, mapping: CsvMapping): Promise<ReadStatement | null> {
  try {
    return await bankReader.read(draft.bytes, { currency: mapping.currency, mapping });
  } catch (error) {
    if (!(error instanceof PermanentError)) throw error;
    return null; // Shown as no lines: the person is at the place to mend it.
  }
}

function linesTable(read: ReadStatement | null, words: Words, t: StatementTexts): Markup {
  const lines = read?.lines ?? [];
  return html`<div class="scroll">
      <table class="stack">
        <thead>
          <tr><th scope="col">${t.date}</th><th scope="col">${t.amount.replace(/ \(.*/, '')}</th><th scope="col">${t.payee}</th></tr>
        </thead>
        <tbody>
          ${lines.slice(0, LINES_SHOWN).map(
            (line) =>
              html`<tr>
                <td class="nowrap">${words.day(line.bookedOn)}</td>
                <td class="nowrap">${words.money(line)}</td>
                <td>${line.text}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p class="small soft">
      ${t.outOf(words.count(Math.min(lines.length, LINES_SHOWN)), words.count(lines.length))}
      ${read && read.skipped.length > 0 ? t.skipped(words.count(read.skipped.length)) : ''}
    </p>`;
}

function rawTable({ rows, heads }: GuessedMapping, mapping: CsvMapping, t: StatementTexts): Markup {
  const shown = rows.slice(Math.max(0, mapping.skip_rows - 1), mapping.skip_rows + 4);
  const width = Math.max(0, ...shown.map((row) => row.length));
  return html`<details>
    <summary>${t.raw}</summary>
    <div class="scroll" tabindex="0" role="group" aria-label="${t.raw}">
      <table class="small">
        <thead>
          <tr>${Array.from({ length: width }, (_, at) => html`<th>${t.column(at + 1, heads[at] ?? '')}</th>`)}</tr>
        </thead>
        <tbody>
          ${shown.map((row) => html`<tr>${Array.from({ length: width }, (_, at) => html`<td>${(row[at] ?? '').slice(0, CELL_SHOWN)}</td>`)}</tr>`)}
        </tbody>
      </table>
    </div>
  </details>`;
}

function fields({ rows, heads }: GuessedMapping, mapping: CsvMapping, t: StatementTexts): Markup {
  const width = Math.max(1, ...rows.slice(0, 100).map((row) => row.length));
  const columns = Array.from({ length: width }, (_, at) => [String(at), t.column(at + 1, (heads[at] ?? '').slice(0, CELL_SHOWN))] as const);
  const orNone = [['', t.noColumn] as const, ...columns];
  const pick = (name: string, label: string, value: number | null | undefined, isNeeded = false) =>
    selectField({ name, label, value: value === null || value === undefined ? '' : String(value), options: isNeeded ? columns : orNone });
  const [text, text2, text3] = mapping.text;
  return html`${pick('date', t.date, mapping.date, true)}
  ${selectField({ name: 'date_order', label: t.dateOrder, value: mapping.date_order, options: Object.entries(t.dateOrders) })}
  ${pick('amount', t.amount, mapping.amount)} ${pick('debit', t.debit, mapping.debit)} ${pick('credit', t.credit, mapping.credit)}
  ${selectField({ name: 'decimal', label: t.decimal, value: mapping.decimal, options: Object.entries(t.decimals) })}
  ${selectField({ name: 'sign', label: t.sign, value: mapping.charges_positive ? 'plus' : 'minus', options: Object.entries(t.signs) })}
  ${pick('text', t.text, text, true)} ${pick('text2', t.moreText, text2)} ${pick('text3', t.moreText, text3)}
  ${pick('currency_column', t.currencyColumn, mapping.currency_column)}
  ${textField({ name: 'currency', label: t.currency, value: mapping.currency, required: true })}
  ${selectField({ name: 'delimiter', label: t.delimiter, value: mapping.delimiter, options: Object.entries(t.delimiters) })}
  ${textField({ name: 'skip_rows', label: t.skipRows, type: 'number', value: String(mapping.skip_rows), required: true })}`;
}
