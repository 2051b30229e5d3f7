// What verification said of each message. A later verdict is a new row (and a new leaf); the latest counts.
import type { Verdict } from '@quittance/domain/authenticity';
import type { Instant } from '@quittance/domain/instant';
import { sql } from 'kysely';
import type { Queryable, Tx } from './database.ts';
import { storableJson } from './storable-text.ts';
import type { Write } from './together.ts';

export function insertVerdicts(
  tx: Tx,
  userId: string,
  verdicts: readonly { messageId: number; verdict: Verdict }[],
  madeAt: Instant | Date,
): Write[] {
  if (verdicts.length === 0) return [];
  const rows = verdicts.map(({ messageId, verdict }) => ({
    user_id: userId,
    message_id: messageId,
    level: verdict.level,
    pending: verdict.pending,
    detail: storableJson(verdict),
    made_at: madeAt,
  }));
  return [tx.insertInto('verdict').values(rows)];
}

export async function latestVerdict(
  db: Queryable,
  userId: string,
  messageId: number,
): Promise<(Verdict & { readonly madeAt: Instant }) | null> {
  const row = await db
    .selectFrom('verdict')
    .select(['detail', 'made_at'])
    .where('user_id', '=', userId)
    .where('message_id', '=', messageId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { ...(row.detail as Verdict), madeAt: row.made_at } : null;
}

/** The domains whose aligned signatures carried earlier mail of these merchants: who signed before may be relied on again. */
export async function listKnownSigners(db: Queryable, userId: string, merchantIds: readonly string[]): Promise<Map<string, string[]>> {
  if (merchantIds.length === 0) return new Map();
  const { rows } = await sql<{ merchantId: string; domain: string }>`
    select distinct e.merchant_id as "merchantId", s.value ->> 'domain' as domain
    from event e
    join verdict v on v.message_id = e.message_id and v.level in ('A', 'B')
    cross join lateral jsonb_array_elements(v.detail -> 'signatures') as s
    where e.user_id = ${userId}::uuid and e.merchant_id = any(${merchantIds}::text[])
      and s.value ->> 'result' = 'pass' and s.value ->> 'aligned' = 'true'
    order by 1, 2`.execute(db);
  const known = new Map<string, string[]>();
  for (const { merchantId, domain } of rows) known.set(merchantId, [...(known.get(merchantId) ?? []), domain]);
  return known;
}

export interface PendingVerdict {
  readonly userId: string;
  readonly messageId: number;
  readonly sha256: Buffer;
}

export interface PendingQuery {
  readonly now: Date;
  /** After a try the next one waits as long as this, or a tenth of the message's time here: often at first, and never given up. */
  readonly retryMs: number;
  readonly limit: number;
}

const LATEST = sql<boolean>`not exists (select from verdict later where later.message_id = v.message_id and later.id > v.id)`;

/** Messages whose latest verdict waits for DNS, and whose time to be asked again has come; those not asked for longest first. */
export async function listPendingVerdicts(db: Queryable, { now, retryMs, limit }: PendingQuery): Promise<PendingVerdict[]> {
  const at = now.toISOString();
  return db
    .selectFrom('verdict as v')
    .innerJoin('message as m', 'm.id', 'v.message_id')
    .select(['v.user_id as userId', 'v.message_id as messageId', 'm.sha256'])
    .where('v.pending', '=', true)
    .where(
      sql<boolean>`v.made_at < ${at}::timestamptz
        - greatest(${retryMs} * interval '1 millisecond', (${at}::timestamptz - m.captured_at) / 10)`,
    )
    .where('m.erased_at', 'is', null)
    .where(LATEST)
    .orderBy('v.id')
    .limit(limit)
    .execute();
}

/** Messages with a signature that did not verify, and whose key is now in the archive. */
export async function listVerdictsLackingKeys(db: Queryable, names: readonly string[], limit: number): Promise<PendingVerdict[]> {
  if (names.length === 0) return [];
  return db
    .selectFrom('verdict as v')
    .innerJoin('message as m', 'm.id', 'v.message_id')
    .select(['v.user_id as userId', 'v.message_id as messageId', 'm.sha256'])
    .where('m.erased_at', 'is', null)
    .where('v.level', 'in', ['C', 'D'])
    .where(LATEST)
    .where(
      sql<boolean>`exists (
        select from jsonb_array_elements(v.detail -> 'signatures') as s
        where s ->> 'result' not in ('pass', 'temperror')
          and lower((s ->> 'selector') || '._domainkey.' || (s ->> 'domain')) = any(${names}::text[]))`,
    )
    .orderBy('v.id')
    .limit(limit)
    .execute();
}
