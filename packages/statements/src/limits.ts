// How much of a bank file is read. Ten years of a busy account are some 30,000 lines and 5 MB; beyond these bounds a file is no statement.
export const STATEMENT_LIMITS = {
  bytes: 20 * 1024 * 1024,
  lines: 100_000,
  /** Columns of a CSV row. */
  columns: 200,
  /** Characters kept of a payee's text. */
  text: 500,
  /** Nesting of an XML file; CAMT.053 needs 14. */
  depth: 40,
  /** Skipped rows that are named. */
  skippedShown: 100,
} as const;
