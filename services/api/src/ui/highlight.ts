// A text with the quoted spans marked, one within another where they overlap: the sentence that states an element of the proof holds the words
// that decided the kind. Offsets come from the reader of the mail; whatever does not fit the text is left unmarked.
import { html } from 'hono/html';
import type { Markup } from './parts/timeline-chart.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
  readonly title: string;
}

export function highlight(text: string, spans: readonly Span[]): Markup[] {
  return markWithin(
    text,
    { start: 0, end: text.length },
    spans.filter(({ start, end }) => start >= 0 && start < end && end <= text.length),
  );
}

function markWithin(text: string, { start, end }: Pick<Span, 'start' | 'end'>, spans: readonly Span[]): Markup[] {
  const parts: Markup[] = [];
  let at = start;
  let left = spans.toSorted((a, b) => a.start - b.start || b.end - a.end);
  for (let outer = left[0]; outer; outer = left[0]) {
    const { title, end: outerEnd, start: outerStart } = outer;
    const others = left.filter((span) => span !== outer && !(span.start === outerStart && span.end === outerEnd && span.title === title));
    // What reaches beyond it is marked in two pieces.
    const inner = others.flatMap((span) => (span.start < outerEnd ? [{ ...span, end: Math.min(span.end, outerEnd) }] : []));
    left = others.flatMap((span) => (span.end > outerEnd ? [{ ...span, start: Math.max(span.start, outerEnd) }] : []));
    left.sort((a, b) => a.start - b.start || b.end - a.end);
    parts.push(html`${text.slice(at, outerStart)}<mark title="${title}">${markWithin(text, outer, inner)}</mark>`);
    at = outerEnd;
  }
  return [...parts, html`${text.slice(at, end)}`];
}
