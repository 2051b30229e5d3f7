// For a statement that need not be on the disk before it is answered: what it writes outlives the death of any process of ours, and only the last half
// second before the server's own end may be lost. Counts of attempts are such: they tell of messages that end their readers, not their servers.
import { sql } from 'kysely';

/** A source without columns of use, for the FROM of a statement that is a transaction by itself. */
export const UNHURRIED = sql`(select set_config('synchronous_commit', 'off', true)) as unhurried`;
