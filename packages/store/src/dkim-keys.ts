// The archive of senders' public keys: what DNS said when a signature was verified, and what a person imported. Names of domains and public
// keys, of nobody in particular.
import type { ArchivedKey } from '@quittance/domain/archived-key';
import { OBSERVED } from '@quittance/domain/archived-key';
import { ARCHIVE_PREFIX, type Verdict } from '@quittance/domain/authenticity';
import type { Instant } from '@quittance/domain/instant';
import { sql } from 'kysely';
import type { Queryable, Tx } from './database.ts';
import { storableText } from './storable-text.ts';
import type { Write } from './together.ts';

export async function findDkimKeys(db: Queryable, names: readonly string[]): Promise<ArchivedKey[]> {
  if (names.length === 0) return [];
  return db
    .selectFrom('dkim_key')
    .select(['name', 'record', 'source', 'first_seen_at as firstSeenAt', 'last_seen_at as lastSeenAt'])
    .where(sql<boolean>`name = any(${names}::text[])`)
    .orderBy('name')
    .orderBy('first_seen_at')
    .execute();
}

/** Keys that DNS gave for signatures that hold: the next message with the same key may come when DNS has forgotten it. */
export function rememberKeys(verdicts: readonly Pick<Verdict, 'dns' | 'signatures'>[]): Write[] {
  const keys = new Map<string, ArchivedKey>();
  for (const { dns, signatures } of verdicts) {
    for (const { selector, domain } of signatures.filter(({ result }) => result === 'pass')) {
      const name = `${selector}._domainkey.${domain}`.toLowerCase();
      const answer = dns.find((one) => one.name === name);
      if (answer?.rdata.length !== 1 || answer.resolver.startsWith(ARCHIVE_PREFIX)) continue;
      const at = answer.observedAt;
      keys.set(`${name} ${answer.rdata[0]}`, { name, record: answer.rdata[0]!, source: OBSERVED, firstSeenAt: at, lastSeenAt: at });
    }
  }
  return keys.size === 0 ? [] : [savedKeys([...keys.values()])];
}

/** What is known already is seen over a longer time. Returns how many are new. */
export async function saveKeys(tx: Queryable, keys: readonly ArchivedKey[]): Promise<number> {
  if (keys.length === 0) return 0;
  const { rows } = await savedKeys(keys).execute(tx);
  return rows.filter((row) => row.isNew).length;
}

function savedKeys(keys: readonly ArchivedKey[]) {
  const column = (read: (key: ArchivedKey) => string): string[] => keys.map((key) => storableText(read(key)));
  return sql<{ isNew: boolean }>`
    insert into dkim_key as known (name, record, source, first_seen_at, last_seen_at, tried_at)
    select name, record, source, min(first_seen_at), max(last_seen_at), case when source = ${OBSERVED} then max(last_seen_at) end
    from unnest(
      ${column((key) => key.name.toLowerCase())}::text[], ${column((key) => key.record)}::text[], ${column((key) => key.source)}::text[],
      ${column((key) => key.firstSeenAt)}::timestamptz[], ${column((key) => key.lastSeenAt)}::timestamptz[]
    ) as found(name, record, source, first_seen_at, last_seen_at)
    group by name, record, source order by name, record, source
    on conflict (name, record, source) do update
      set first_seen_at = least(known.first_seen_at, excluded.first_seen_at), last_seen_at = greatest(known.last_seen_at, excluded.last_seen_at)
    returning (xmax = 0) as "isNew"`;
}

/** By source: how many keys, and of which time. */
export async function summarizeDkimKeys(
  db: Queryable,
): Promise<{ source: string; keys: number; firstSeenAt: Instant; lastSeenAt: Instant }[]> {
  return db
    .selectFrom('dkim_key')
    .select((eb) => [
      'source',
      eb.fn.countAll<number>().as('keys'),
      eb.fn.min('first_seen_at').as('firstSeenAt'),
      eb.fn.max('last_seen_at').as('lastSeenAt'),
    ])
    .groupBy('source')
    .orderBy('source')
    .execute();
}

/** Names that were imported since, whose messages have not been verified with them yet. */
export async function listUntriedKeyNames(db: Queryable): Promise<string[]> {
  const rows = await db.selectFrom('dkim_key').select('name').distinct().where('tried_at', 'is', null).limit(1_000).execute();
  return rows.map((row) => row.name);
}

export async function markKeysTried(db: Queryable, names: readonly string[], at: Date): Promise<void> {
  await sql`update dkim_key set tried_at = ${at}::timestamptz where name = any(${names}::text[]) and tried_at is null`.execute(db);
}

/** With a message that is erased the keys go that it alone may have told of; other messages have their answers in their manifests. */
export async function forgetKeysOfMessage(tx: Tx, userId: string, messageId: number): Promise<void> {
  await sql`
    delete from dkim_key where source = ${OBSERVED} and name in (
      select answer ->> 'name' from verdict, jsonb_array_elements(detail -> 'dns') as answer
      where user_id = ${userId}::uuid and message_id = ${messageId}::bigint)`.execute(tx);
}
