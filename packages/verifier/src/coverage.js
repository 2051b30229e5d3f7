// What follows from the times at which a folder was watched: the gaps within a period. Whoever writes a statement of silence and whoever verifies
// one reckon it here. Part of the verifier: plain JavaScript for Node and the browser.

/** @typedef {{ readonly from: string, readonly until: string }} Span instants, UTC */

/**
 * The part of a span that lies in the period; null where there is none.
 * @template {Span} T
 * @param {T} span
 * @param {Span} period
 * @returns {T | null}
 */
export function clip(span, period) {
  const from = span.from > period.from ? span.from : period.from;
  const until = span.until < period.until ? span.until : period.until;
  return from < until || (from === until && span.from === span.until) ? { ...span, from, until } : null;
}

/**
 * The times of a period that no span covers, in order.
 * @param {readonly Span[]} spans
 * @param {Span} period
 * @returns {Span[]}
 */
export function gapsOf(spans, period) {
  /** @type {Span[]} */
  const gaps = [];
  let at = period.from;
  for (const span of spans.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    if (span.from > at) gaps.push({ from: at, until: span.from < period.until ? span.from : period.until });
    if (span.until > at) at = span.until;
    if (at >= period.until) return gaps.filter((gap) => gap.from < gap.until);
  }
  gaps.push({ from: at, until: period.until });
  return gaps.filter((gap) => gap.from < gap.until);
}
