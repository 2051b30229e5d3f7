// Rows as CSV (RFC 4180) for spreadsheets: CRLF, a mark for UTF-8, and no cell that a spreadsheet would take for a formula.
export async function* csv(heads: readonly string[], rows: AsyncIterable<readonly (string | number | null)[]>): AsyncGenerator<string> {
  yield `\uFEFF${heads.join(',')}\r\n`;
  for await (const row of rows) yield `${row.map(cell).join(',')}\r\n`;
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  // Plain amounts may begin with a minus; anything else that begins so is text of a stranger.
  const text = /^[=+\-@\t\r]/.test(value) && !/^-?\d+(\.\d+)?$/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
