// For `classify --explain`: every reason for what a message was read as, with the words as written and where they stand in its visible text.
import type { Classification } from '@quittance/domain/classification';
import { visible } from './output.ts';
import type { Words } from './words.ts';

type Reason = Classification['reasons'][number];

/** In `classify --explain --json`: a reason with its place. */
export interface PlacedReason {
  readonly rule: string;
  readonly quote: string;
  readonly field: string;
  /** `subject`, `body` (the visible text) or `document` (the text of an attached PDF). */
  readonly zone: string;
  /** In UTF-16 units of that text, as JavaScript counts. */
  readonly start: number;
  readonly end: number;
}

export function placedReasons({ reasons }: Pick<Classification, 'reasons'>): PlacedReason[] {
  return reasons.map(({ rule, quote, field, zone, start, end }) => ({ rule, quote, field, zone, start, end }));
}

/** A line for each reason, indented; what was found but does not count (`veto`) says so by its field. */
export function explainReading(reasons: readonly PlacedReason[], words: Words): string[] {
  if (reasons.length === 0) return [`  ${words.noReasons}`];
  const columns = reasons.map(({ field, rule, zone, start, end }) => [
    field,
    rule,
    `${words.zones[zone as Reason['zone']]} ${start}–${end}`,
  ]);
  const widths = [0, 1, 2].map((at) => Math.max(...columns.map((row) => row[at]!.length)));
  return reasons.map(
    ({ quote }, at) => `  ${columns[at]!.map((text, column) => text.padEnd(widths[column]!)).join('  ')}  ${words.cite(visible(quote))}`,
  );
}
