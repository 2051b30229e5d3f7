// What was charged in each of the last months, as bars drawn on the server; one currency a chart. The same numbers stand in a table below.
import { html } from 'hono/html';
import type { Markup } from './timeline-chart.ts';

export interface SpendMonth {
  /** `Nov` */
  readonly label: string;
  readonly amountMinor: number;
  /** `€34.89` */
  readonly amount: string;
  /** Both: `Nov: €34.89` */
  readonly said: string;
}

const WIDTH = 760;
const HEIGHT = 150;
const TOP = 22;
const BASE = 122;

export function spendChart(chart: {
  readonly title: string;
  readonly description: string;
  readonly months: readonly SpendMonth[];
}): Markup {
  const highest = Math.max(1, ...chart.months.map((month) => month.amountMinor));
  const slot = WIDTH / Math.max(1, chart.months.length);
  const width = Math.min(44, slot * 0.62);
  return html`<svg class="spend" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="spend-title spend-description">
    <title id="spend-title">${chart.title}</title>
    <desc id="spend-description">${chart.description}</desc>
    <line class="axis" x1="0" x2="${WIDTH}" y1="${BASE}" y2="${BASE}" />
    ${chart.months.map((month, index) => {
      const height = ((BASE - TOP) * month.amountMinor) / highest;
      const middle = slot * (index + 0.5);
      const last = index === chart.months.length - 1;
      return html`<g class="bar${last ? ' current' : ''}"
        ><title>${month.said}</title
        ><rect
          x="${(middle - width / 2).toFixed(1)}"
          y="${(BASE - height).toFixed(1)}"
          width="${width.toFixed(1)}"
          height="${height.toFixed(1)}"
          rx="3"
        /><text class="value" x="${middle.toFixed(1)}" y="${(BASE - height - 6).toFixed(1)}" text-anchor="middle"
          >${month.amountMinor > 0 ? month.amount : ''}</text
        ><text x="${middle.toFixed(1)}" y="${HEIGHT - 10}" text-anchor="middle">${month.label}</text></g
      >`;
    })}
  </svg>`;
}
