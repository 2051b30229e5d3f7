// What both readers of MIME (read-mime.ts, read-simple-mime.ts) make of fields and of text beside HTML.
import { LIMITS } from './limits.ts';

/** A header field as it stands in the message, unfolded, bytes as Latin-1. */
export interface HeaderField {
  /** Lower case. */
  readonly name: string;
  readonly value: string;
}

export function fieldsOf(lines: readonly { readonly key: string; readonly line: string }[]): HeaderField[] {
  return lines.map(({ key, line }) => ({
    name: key,
    value: line
      .slice(line.indexOf(':') + 1)
      .replace(/\r?\n[ \t]*/g, ' ')
      .trim(),
  }));
}

/** Plain text that stands between HTML parts, as HTML. */
export function textAsHtml(text: string): string {
  const escaped = text.slice(0, LIMITS.textCharsMax).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<p style="white-space:pre-wrap">${escaped.replaceAll('\n', '<br>')}</p>`;
}
