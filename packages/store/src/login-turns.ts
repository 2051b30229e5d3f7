// Turns to sign in to a mail server, for all pollers together: a few at once, then one now and then. One row a host says when the host would be at
// rest again; by the database's clock, the only one all pollers share.
import { sql } from 'kysely';
import type { Queryable } from './database.ts';

export interface TurnRate {
  /** So many at once, after a rest. */
  readonly burst: number;
  /** Then one in this time. */
  readonly everyMs: number;
}

/** A host that is at rest needs no row, and the name of one that nobody reads any more must not stay. */
export async function forgetRestedHosts(db: Queryable): Promise<void> {
  // A poller that takes a turn just now keeps it: it is not waited for.
  await sql`
    delete from login_turn where host in (
      select host from login_turn where free_at <= now() or free_at > now() + interval '1 day' for update skip locked)`.execute(db);
}

/** @returns 0: it was the caller's turn, and is taken; else how long to wait before asking again. */
export async function takeLoginTurn(db: Queryable, host: string, { burst, everyMs }: TurnRate): Promise<number> {
  const ms = (count: number) => sql`${count} * interval '1 millisecond'`;
  const latest = sql`now() + ${ms(everyMs * (burst - 1))}`;
  // Later than turns can ever reach: left there by a clock that was set back since, and no reason to wait for it.
  const isAstray = sql`login_turn.free_at > now() + ${ms(everyMs * (burst + 1))}`;
  const { rows } = await sql<{ waitMs: number }>`
    with taken as (
      insert into login_turn (host, free_at) values (${host}, now() + ${ms(everyMs)})
      on conflict (host) do update set free_at = ${ms(everyMs)} + case when ${isAstray} then now() else greatest(login_turn.free_at, now()) end
      where login_turn.free_at <= ${latest} or ${isAstray}
      returning 0)
    select case when exists (select from taken) then 0
      -- A row that another poller has just made is not seen yet.
      else greatest(1, coalesce((select ceil(extract(epoch from free_at - (${latest})) * 1000) from login_turn where host = ${host}), ${everyMs}))
    end::float8 as "waitMs"`.execute(db);
  return rows[0]!.waitMs;
}
