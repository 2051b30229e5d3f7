// A subscription's life drawn as SVG on the server: a bar for the time it ran, a mark per event, what lies ahead, and today. Shape and letter
// tell the kinds apart, colour only repeats it; the page's table below holds the same facts as text.
import { addDays, daysBetween, type CivilDate } from '@quittance/domain/civil-date';
import type { EventKind } from '@quittance/domain/event-kind';
import { html, raw } from 'hono/html';
import { timeScale, type TimeScale } from './chart-scale.ts';

export type Markup = ReturnType<typeof html>;

interface ChartEvent {
  readonly kind: EventKind;
  readonly on: CivilDate;
  /** Already in the reader's language: `23 Nov 2026: charged €9.90`. */
  readonly label: string;
  readonly certain: boolean;
  readonly href: string | null;
}

export interface TimelineChart {
  readonly title: string;
  readonly description: string;
  readonly events: readonly ChartEvent[];
  readonly startedOn: CivilDate | null;
  readonly endsOn: CivilDate | null;
  readonly ahead: readonly { readonly on: CivilDate; readonly label: string }[];
  readonly today: CivilDate;
  readonly todayLabel: string;
  readonly monthLabel: (on: CivilDate) => string;
}

type Mark = 'start' | 'charge' | 'notice' | 'ask' | 'end' | 'warn' | 'turn';

const MARKS: Readonly<Record<EventKind, Mark>> = {
  signup: 'start',
  trial_started: 'start',
  trial_ending: 'notice',
  renewal_notice: 'notice',
  renewal_charged: 'charge',
  price_change: 'turn',
  payment_failed: 'warn',
  cancellation_requested: 'ask',
  cancellation_confirmed: 'end',
  expired: 'end',
  refund: 'turn',
  paused: 'turn',
  reactivated: 'start',
  plan_changed: 'turn',
};

// Drawn around (0, 0), 14 units high.
const SHAPES: Readonly<Record<Mark, string>> = {
  start: '<rect x="-6" y="-6" width="12" height="12" rx="2"/>',
  charge: '<circle r="6"/>',
  notice: '<path d="M0-7.5 7.5 0 0 7.5-7.5 0Z"/>',
  ask: '<circle r="6" class="hollow"/><circle r="2"/>',
  end: '<circle r="8"/><path class="cut" d="M-3.6 0-.8 2.9 4-2.9"/>',
  warn: '<path d="M0-7.5 7.5 6H-7.5Z"/>',
  turn: '<path d="M-6-3.5H6L0 6.5Z"/>',
};

const WIDTH = 760;
const HEIGHT = 112;
const LEFT = 16;
const RIGHT = WIDTH - 16;
const LINE = 52;
const MARK_GAP = 15;

export function timelineChart(chart: TimelineChart): Markup {
  const dates = [
    ...chart.events.map((event) => event.on),
    ...chart.ahead.map((point) => point.on),
    chart.today,
    chart.startedOn,
    chart.endsOn,
  ];
  const known = dates.filter((date): date is CivilDate => date !== null).sort();
  const first = known[0]!;
  const last = known.at(-1)!;
  const margin = Math.max(6, Math.round(daysBetween(first, last) * 0.03));
  const scale = timeScale({ from: addDays(first, -margin), until: addDays(last, margin), left: LEFT, right: RIGHT, ticksMax: 9 });
  return html`<svg class="timeline" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="group" aria-labelledby="timeline-title timeline-description">
    <title id="timeline-title">${chart.title}</title>
    <desc id="timeline-description">${chart.description}</desc>
    ${scale.ticks.map((tick) => tickMarkup(tick, scale, chart))} ${barMarkup(chart, scale, first)}
    <g class="today">
      <line x1="${at(scale, chart.today)}" x2="${at(scale, chart.today)}" y1="16" y2="${LINE + 24}" />
      <text x="${anchored(scale.x(chart.today))}" y="12" text-anchor="${anchor(scale.x(chart.today))}">${chart.todayLabel}</text>
    </g>
    ${chart.ahead.map((point) => html`<g class="mark ahead" transform="translate(${at(scale, point.on)} ${LINE})"><title>${point.label}</title>${raw(SHAPES.notice)}</g>`)}
    ${spread(chart.events, scale).map(({ event, x, y }) => markMarkup(event, x, y))}
  </svg>`;
}

function tickMarkup(tick: { on: CivilDate; newYear: boolean }, scale: TimeScale, chart: TimelineChart): Markup {
  const x = at(scale, tick.on);
  return html`<g class="tick${tick.newYear ? ' year' : ''}"
    ><line x1="${x}" x2="${x}" y1="${LINE - 22}" y2="${LINE + 26}" /><text x="${x}" y="${HEIGHT - 18}" text-anchor="middle"
      >${chart.monthLabel(tick.on)}</text
    ></g
  >`;
}

function barMarkup(chart: TimelineChart, scale: TimeScale, first: CivilDate): Markup {
  const from = chart.startedOn ?? first;
  const ended = chart.endsOn !== null && chart.endsOn <= chart.today;
  const until = chart.endsOn ?? chart.today;
  const x1 = scale.x(from);
  const x2 = Math.max(x1 + 2, scale.x(until));
  return html`<line class="axis" x1="${LEFT}" x2="${RIGHT}" y1="${LINE}" y2="${LINE}" /><rect
      class="ran${ended ? ' over' : ''}"
      x="${x1.toFixed(1)}"
      y="${LINE - 4}"
      width="${(x2 - x1).toFixed(1)}"
      height="8"
      rx="4"
    />`;
}

function markMarkup(event: ChartEvent, x: number, y: number): Markup {
  const mark = MARKS[event.kind];
  const body = html`<g class="mark ${mark}${event.certain ? '' : ' unsure'}" transform="translate(${x.toFixed(1)} ${y})"
    ><title>${event.label}</title>${raw(SHAPES[mark])}</g
  >`;
  return event.href === null ? body : html`<a href="${event.href}" aria-label="${event.label}">${body}</a>`;
}

// Marks that would cover each other step down a row.
function spread(events: readonly ChartEvent[], scale: TimeScale): { event: ChartEvent; x: number; y: number }[] {
  const lastX = [-Infinity, -Infinity, -Infinity];
  return [...events]
    .sort((a, b) => a.on.localeCompare(b.on))
    .map((event) => {
      const x = scale.x(event.on);
      const free = lastX.findIndex((taken) => x - taken >= MARK_GAP);
      const row = free === -1 ? 0 : free;
      lastX[row] = x;
      return { event, x, y: LINE + [0, -17, 17][row]! };
    });
}

const at = (scale: TimeScale, date: CivilDate): string => scale.x(date).toFixed(1);
const anchor = (x: number): string => (x < 60 ? 'start' : x > WIDTH - 60 ? 'end' : 'middle');
const anchored = (x: number): string => Math.min(RIGHT, Math.max(LEFT, x)).toFixed(1);
