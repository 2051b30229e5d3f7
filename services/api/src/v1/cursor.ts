// Cursors of lists: the place of the last item, as opaque text. They hold no secret and are checked like any input.
import type { z } from 'zod';
import { ProblemError } from '../problem.ts';

export function writeCursor(place: Readonly<Record<string, string | number>>): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** @throws ProblemError `invalid_request` for anything that `writeCursor` did not write. */
export function readCursor<Schema extends z.ZodType>(schema: Schema, cursor: string | undefined): z.infer<Schema> | undefined {
  if (cursor === undefined) return undefined;
  const place = schema.safeParse(parse(cursor));
  if (!place.success)
    throw new ProblemError('invalid_request', { errors: [{ path: 'cursor', message: 'must be `next` of another page' }] });
  return place.data;
}

/** A page of `limit` items out of up to `limit + 1` rows: the row beyond tells that there is a next page. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => Item,
  placeOf: (row: Row) => Readonly<Record<string, string | number>>,
): { items: Item[]; next: string | null } {
  const page = rows.slice(0, limit);
  return { items: page.map(toItem), next: rows.length > limit ? writeCursor(placeOf(page.at(-1)!)) : null };
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    // Not of our making: the schema refuses it.
    return undefined;
  }
}
