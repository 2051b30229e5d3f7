// A connection that lets the server keep what it made of a statement. Parsing and planning take three quarters of the server's time for the small
// statements of a mail that has just come; those that are met again and again are prepared. Only for connections of services: their statements are few,
// and those that come with each mail find their rows by an index, whatever the parameters.
import type { Writable } from 'node:stream';
import pg from 'pg';

/** Met so often, a statement will be met again. */
const MEETINGS = 3;
/** Statements for many rows at once have as many texts as there are counts of rows: those are not worth keeping. */
const PARAMETERS_MAX = 64;
const CHARS_MAX = 8_000;
const STATEMENTS_MAX = 400;

/**
 * A plan that is kept was made while the tables were small, when reading them whole was cheapest; it would be kept until the server next looks at their
 * sizes, minutes later. Without that choice the plan is by index, and right for any size. What has no index is read whole all the same, at a price on
 * paper for which the server would compile it first, which takes longer than the reading: hence no JIT.
 */
export const BY_INDEX = '-c enable_seqscan=off -c jit=off';

/**
 * Within a transaction a plan is kept at once instead of after five that know the values; one that knew them costs a millisecond each time, for a
 * statement of a fifth of that. Statements outside of transactions may look for a state that only some rows are in and an index knows (`state = $1`): a plan
 * that does not know the value can't use it.
 */
const BEGIN = 'begin; set local plan_cache_mode = force_generic_plan';

interface Known {
  /** From the third meeting on. */
  name?: string;
  meetings: number;
}

const known = new Map<string, Known>();
let named = 0;

/** The name under which the statement is kept; undefined for one that is not. Names are the same on every connection. */
function nameOf(text: string, values: readonly unknown[]): string | undefined {
  // BEGIN and COMMIT are quicker as they are.
  if (values.length === 0 || values.length > PARAMETERS_MAX || text.length > CHARS_MAX) return undefined;
  const statement = known.get(text);
  if (statement) {
    statement.meetings += 1;
    if (statement.meetings < MEETINGS) return undefined;
    statement.name ??= `kept_${(named += 1)}`;
    return statement.name;
  }
  // Texts that were met once or twice make room: of many rows at once there is one for each count of them.
  if (known.size >= STATEMENTS_MAX) for (const [other, { name }] of known) if (name === undefined) known.delete(other);
  if (known.size < STATEMENTS_MAX) known.set(text, { meetings: 1 });
  return undefined;
}

export class PlannedClient extends pg.Client {
  #isHeld = false;

  // oxlint-disable-next-line typescript/no-explicit-any -- node-postgres has a dozen overloads here; kysely uses the one of text and values.
  override query(...args: any[]): any {
    this.#holdForTurn();
    const [text, values] = args as [unknown, unknown];
    if (text === 'begin') args[0] = BEGIN;
    const name = typeof text === 'string' && Array.isArray(values) ? nameOf(text, values) : undefined;
    const send = super.query.bind(this) as (...rest: unknown[]) => unknown;
    return name === undefined ? send(...args) : send({ name, text, values }, ...args.slice(2));
  }

  /** Statements of one turn of the loop leave with one call of the system: each costs as much as making the statement, and wakes the server. */
  #holdForTurn(): void {
    const { stream } = (this as unknown as { connection: { stream: Writable } }).connection;
    if (this.#isHeld || typeof stream.cork !== 'function') return;
    this.#isHeld = true;
    stream.cork();
    process.nextTick(() => {
      this.#isHeld = false;
      stream.uncork();
    });
  }
}
