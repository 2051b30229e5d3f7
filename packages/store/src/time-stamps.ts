// Tokens of time-stamp authorities, what is still to be asked of them, and who agreed that they may be asked.
import type { Instant } from '@quittance/domain/instant';
import { sql } from 'kysely';
import { anchorEntry, appendToAnchor, lockAnchor } from './anchor-log.ts';
import type { Database, Queryable, Tx } from './database.ts';
import { inTransaction } from './transaction.ts';

export interface Agreement {
  readonly authorities: readonly string[];
  readonly agreedAt: Instant;
}

export async function readAgreement(db: Queryable, userId: string): Promise<Agreement | null> {
  const row = await db
    .selectFrom('stamp_agreement')
    .select(['authorities', 'agreed_at as agreedAt'])
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row ?? null;
}

/** No authorities: the agreement is withdrawn. */
export async function saveAgreement(db: Queryable, userId: string, authorities: readonly string[], at: Instant | Date): Promise<void> {
  if (authorities.length === 0) {
    await db.deleteFrom('stamp_agreement').where('user_id', '=', userId).execute();
    return;
  }
  const values = { user_id: userId, authorities: [...authorities], agreed_at: at };
  await db
    .insertInto('stamp_agreement')
    .values(values)
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ authorities: values.authorities, agreed_at: at }))
    .execute();
}

/** Authorities that somebody agreed to: a token serves everybody, and tells nothing of anybody. */
export async function listAgreedAuthorities(db: Queryable): Promise<string[]> {
  const { rows } = await sql<{ authority: string }>`
    select distinct unnest(authorities) as authority from stamp_agreement order by 1`.execute(db);
  return rows.map((row) => row.authority);
}

/** What is to be asked for a head of the anchor log; requests for older heads that nobody answered are given up for it. */
export async function requestStamps(tx: Tx, anchorSize: number, authorities: readonly string[], now: Instant | Date): Promise<void> {
  if (authorities.length === 0) return;
  await sql`
    insert into stamp_request (anchor_size, authority, next_try_at)
    select ${anchorSize}::bigint, authority, ${now}::timestamptz from unnest(${authorities}::text[]) as authority
    on conflict do nothing`.execute(tx);
  await tx
    .updateTable('stamp_request')
    .set({ state: 'given_up' })
    .where('state', '=', 'due')
    .where('anchor_size', '<', anchorSize)
    .execute();
}

/** Authorities that were or are to be asked for a head of the anchor log. */
export async function listAsked(db: Queryable, anchorSize: number): Promise<string[]> {
  const rows = await db.selectFrom('stamp_request').select('authority').where('anchor_size', '=', anchorSize).execute();
  return rows.map((row) => row.authority);
}

/** Nobody agrees to this authority any more. */
export async function dropRequests(db: Queryable, allowed: readonly string[]): Promise<void> {
  await sql`update stamp_request set state = 'given_up' where state = 'due' and not (authority = any(${allowed}::text[]))`.execute(db);
}

export interface StampRequest {
  readonly anchorSize: number;
  readonly authority: string;
  readonly attempts: number;
  readonly note: string;
}

/** Takes what is due for itself: another process finds it due again only after `holdMs`, if this one dies over it. */
export async function claimRequests(db: Queryable, now: Date, holdMs: number): Promise<StampRequest[]> {
  const until = new Date(now.getTime() + holdMs);
  const { rows } = await sql<StampRequest>`
    update stamp_request r set attempts = attempts + 1, next_try_at = ${until}::timestamptz
    from anchor_checkpoint c
    where r.state = 'due' and r.next_try_at <= ${now}::timestamptz and c.size = r.anchor_size
    returning r.anchor_size as "anchorSize", r.authority, r.attempts, c.note`.execute(db);
  return rows;
}

export interface NewToken {
  readonly token: Buffer;
  readonly genAt: Instant;
  readonly policy: string;
  readonly signer: string;
  readonly root: string;
}

/** The token becomes a leaf of the anchor log, so that the next head's token covers it. */
export async function recordToken(db: Database, request: StampRequest, token: NewToken, at: Date): Promise<void> {
  await inTransaction(db, async (tx) => {
    await lockAnchor(tx);
    const { anchorSize: size, authority } = request;
    const known = await tx
      .selectFrom('time_stamp')
      .select('id')
      .where('anchor_size', '=', size)
      .where('authority', '=', authority)
      .executeTakeFirst();
    if (!known) {
      const leafIndex = await appendToAnchor(tx, [anchorEntry('timestamp', token.token)], at);
      const { genAt, ...rest } = token;
      const values = { anchor_size: size, authority, ...rest, gen_at: genAt, leaf_index: leafIndex, received_at: at };
      await tx.insertInto('time_stamp').values(values).execute();
    }
    await tx
      .updateTable('stamp_request')
      .set({ state: 'stamped', problem_code: null, problem_text: null, problem_at: null })
      .where('anchor_size', '=', size)
      .where('authority', '=', authority)
      .execute();
  });
}

export async function recordFailure(
  db: Queryable,
  { anchorSize, authority }: StampRequest,
  problem: { code: string; text: string; at: Date; nextTryAt: Date },
): Promise<void> {
  await db
    .updateTable('stamp_request')
    .set({ problem_code: problem.code, problem_text: problem.text.slice(0, 500), problem_at: problem.at, next_try_at: problem.nextTryAt })
    .where('anchor_size', '=', anchorSize)
    .where('authority', '=', authority)
    .where('state', '=', 'due')
    .execute();
}

export interface AuthorityState {
  readonly authority: string;
  readonly lastStampAt: Instant | null;
  readonly signer: string | null;
  readonly stamps: number;
  /** What kept it from answering last, while it has not answered since. */
  readonly problem: { readonly code: string; readonly text: string; readonly at: Instant; readonly attempts: number } | null;
  readonly nextTryAt: Instant | null;
}

export async function listAuthorityStates(db: Queryable): Promise<AuthorityState[]> {
  const { rows } = await sql<{
    authority: string;
    lastStampAt: Instant | null;
    signer: string | null;
    stamps: number;
    code: string | null;
    text: string | null;
    at: Instant | null;
    attempts: number | null;
    nextTryAt: Instant | null;
  }>`
    select a.authority, t.gen_at as "lastStampAt", t.signer, (select count(*) from time_stamp where authority = a.authority) as stamps,
      r.problem_code as code, r.problem_text as text, r.problem_at as at, r.attempts, r.next_try_at as "nextTryAt"
    from (select authority from stamp_request union select authority from time_stamp) a
    left join lateral (select * from time_stamp where authority = a.authority order by gen_at desc limit 1) t on true
    left join lateral (
      select * from stamp_request where authority = a.authority and state <> 'stamped' order by anchor_size desc limit 1
    ) r on t.anchor_size is null or r.anchor_size > t.anchor_size
    order by 1`.execute(db);
  return rows.map(({ code, text, at, attempts, ...row }) => ({
    ...row,
    problem: code !== null && at !== null ? { code, text: text ?? '', at, attempts: attempts ?? 0 } : null,
  }));
}

interface Stamp {
  readonly authority: string;
  readonly genAt: Instant;
  readonly signer: string;
}

export interface LeafAnchor {
  /** Size of the person's head that was anchored first after the leaf. */
  readonly checkpointSize: number;
  /** Its leaf in the anchor log. */
  readonly anchorLeaf: number;
  /** The anchor log's head with the first token over it; null while there is none. */
  readonly stamped: { readonly anchorSize: number; readonly stamps: readonly Stamp[] } | null;
}

/** Where a leaf of a person's log was first anchored, and first time-stamped; null while it is only chained. */
export async function findLeafAnchor(db: Queryable, userId: string, leafIndex: number): Promise<LeafAnchor | null> {
  const { rows } = await sql<{ checkpointSize: number; anchorLeaf: number; anchorSize: number | null }>`
    select a.size as "checkpointSize", a.leaf_index as "anchorLeaf", t.anchor_size as "anchorSize"
    from anchored_checkpoint a
    left join lateral (select anchor_size from time_stamp where anchor_size > a.leaf_index order by anchor_size limit 1) t on true
    where a.user_id = ${userId}::uuid and a.size > ${leafIndex}::bigint
    order by (t.anchor_size is null), t.anchor_size, a.size limit 1`.execute(db);
  const found = rows[0];
  if (!found) return null;
  const { anchorSize, ...anchor } = found;
  return { ...anchor, stamped: anchorSize === null ? null : { anchorSize, stamps: await listStamps(db, anchorSize) } };
}

export interface StampedHead {
  readonly archive: string;
  readonly note: string;
  readonly tokens: readonly { readonly token: Buffer; readonly root: string; readonly genAt: Instant; readonly signer: string }[];
}

/** A head of a person's log, the anchor log's head over it, and that one's tokens, earliest first. */
export async function loadStampedHead(db: Queryable, userId: string, size: number, anchorSize: number): Promise<StampedHead> {
  const archive = await db
    .selectFrom('log_checkpoint')
    .select('note')
    .where('user_id', '=', userId)
    .where('size', '=', size)
    .executeTakeFirstOrThrow();
  const anchor = await db.selectFrom('anchor_checkpoint').select('note').where('size', '=', anchorSize).executeTakeFirstOrThrow();
  const tokens = await db
    .selectFrom('time_stamp')
    .select(['token', 'root', 'gen_at as genAt', 'signer'])
    .where('anchor_size', '=', anchorSize)
    .orderBy('gen_at')
    .orderBy('id')
    .execute();
  return { archive: archive.note, note: anchor.note, tokens };
}

async function listStamps(db: Queryable, anchorSize: number): Promise<Stamp[]> {
  return db
    .selectFrom('time_stamp')
    .select(['authority', 'gen_at as genAt', 'signer'])
    .where('anchor_size', '=', anchorSize)
    .orderBy('gen_at')
    .orderBy('id')
    .execute();
}
