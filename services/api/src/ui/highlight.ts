// A text with the quoted spans marked. Offsets come from the reader of the mail; whatever does not fit the text is left unmarked.
import { html } from 'hono/html';
import type { Markup } from './parts/timeline-chart.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
  readonly title: string;
}

export function highlight(text: string, spans: readonly Span[]): Markup[] {
  const parts: Markup[] = [];
  let at = 0;
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.start < at || span.end > text.length || span.end <= span.start) continue;
    parts.push(html`${text.slice(at, span.start)}<mark title="${span.title}">${text.slice(span.start, span.end)}</mark>`);
    at = span.end;
  }
  return [...parts, html`${text.slice(at)}`];
}
