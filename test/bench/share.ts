// A share with its Wilson 95 % interval, because a figure on six mails says little.

export interface Share {
  readonly hits: number;
  readonly of: number;
  readonly value: number | null;
  readonly low: number;
  readonly high: number;
}

export function share<T>(items: readonly T[], test: (item: T) => boolean): Share {
  const hits = items.filter(test).length;
  const of = items.length;
  if (of === 0) return { hits, of, value: null, low: 0, high: 1 };
  // Wilson score interval, z = 1.96.
  const z = 1.96;
  const p = hits / of;
  const centre = (p + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of))) / (1 + (z * z) / of);
  return { hits, of, value: p, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
