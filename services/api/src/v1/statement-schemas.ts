// The shapes of bank statements in the API: those of packages/contract, with the mapping of a CSV.
import type { ImportedStatementJson, PayeeJson, StatementJson, SuggestionJson } from '@quittance/contract/statement-json';
import { civilDate, z } from './route-parts.ts';

const column = z.int().min(0).max(199);

export const mappingSchema = z
  .object({
    delimiter: z.enum([';', ',', '\t', '|']),
    skip_rows: z.int().min(0).max(1000),
    date: column,
    date_order: z.enum(['dmy', 'mdy', 'ymd']),
    amount: column.nullable(),
    debit: column.nullable(),
    credit: column.nullable(),
    decimal: z.enum(['.', ',']),
    charges_positive: z.boolean(),
    text: z.array(column).min(1),
    currency_column: column.nullable(),
    currency: z.string().regex(/^[A-Z]{3}$/),
  })
  .openapi('CsvMapping');

export const previewSchema = z
  .object({
    mapping: mappingSchema.nullable(),
    certain: z.boolean().openapi({ description: 'False where something was assumed that the file does not say.' }),
    heads: z.array(z.string()),
    rows: z.array(z.array(z.string())),
  })
  .openapi('StatementPreview');

export const statementSchema = z
  .object({
    id: z.int(),
    name: z.string(),
    format: z.string().openapi({ enum: ['csv', 'ofx', 'camt'] }),
    sha256: z.string(),
    lines: z.int(),
    new_lines: z.int(),
    skipped: z.int(),
    from: civilDate.nullable(),
    until: civilDate.nullable(),
    leaf_index: z.int(),
    imported_at: z.iso.datetime(),
  })
  .openapi('Statement') satisfies z.ZodType<StatementJson>;

export const suggestionSchema = z
  .object({
    payee_key: z.string(),
    name: z.string(),
    period: z.string(),
    times: z.int(),
    last_on: civilDate,
    amount: z.string(),
    currency: z.string(),
  })
  .openapi('PayeeSuggestion') satisfies z.ZodType<SuggestionJson>;

export const payeeSchema = z
  .object({
    payee_key: z.string(),
    state: z.string().openapi({ enum: ['matched', 'chosen', 'none'] }),
    merchant: z.object({ id: z.string(), name: z.string() }).nullable(),
    subscription_id: z.string().nullable(),
    charges: z.int(),
    last_on: civilDate.nullable(),
  })
  .openapi('Payee') satisfies z.ZodType<PayeeJson>;

export const importedSchema = z
  .object({
    statement: statementSchema,
    already: z.boolean(),
    read: z.int(),
    new: z.int(),
    duplicates: z.int(),
    skipped: z.array(z.object({ position: z.int(), reason: z.string(), text: z.string() })),
    matched: z.int(),
    alerts: z.int(),
    findings: z.array(
      z.object({ subscription_id: z.string(), merchant: z.string(), kind: z.string(), since: civilDate, explanation: z.string() }),
    ),
    suggestions: z.array(suggestionSchema),
  })
  .openapi('ImportedStatement') satisfies z.ZodType<ImportedStatementJson>;
