// A row of label and value; what is not known is left out.
import { html } from 'hono/html';
import type { Markup } from './timeline-chart.ts';

export type Fact = readonly [label: string, value: Markup | string | null];

export function facts(entries: readonly Fact[]): Markup {
  const known = entries.filter(([, value]) => value !== null && value !== '');
  return html`<dl class="facts">
    ${known.map(
      ([label, value]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}
