// What makes a line the same line in another export of the same account: account, day, amount and text, and its place among lines that are alike
// in all of that. The bank's own ids are left out, since several banks number anew with every export.
import { createHash } from 'node:crypto';
import type { StatementLine } from './statement.ts';

/** SHA-256 per line, in the order given. Give whole days: the second of two equal lines is known by being the second. */
export function lineIdentities(lines: readonly StatementLine[]): Buffer[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const text = line.text
      .toUpperCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    const key = [line.account, line.bookedOn, line.amountMinor, line.currency, text].join('\u001f');
    const place = (seen.get(key) ?? 0) + 1;
    seen.set(key, place);
    return createHash('sha256').update(`quittance/statement-line/v1\u001f${key}\u001f${place}`).digest();
  });
}
