// The rows of one person as JSON, page by page, for an export: columns as the database names them, without what belongs to this instance (row ids,
// keys, salts). bytea is written `\x…`, as PostgreSQL reads it again.
import { sql, type RawBuilder } from 'kysely';
import type { Tx } from './database.ts';

export type Row = Readonly<Record<string, unknown>>;

const ROWS_PER_PAGE = 200;

/** Kept messages in the order of their events' recording: the row, its verdicts, the event that was read from it, whether bytes are there. */
export function exportMessages(tx: Tx, userId: string): AsyncGenerator<Row> {
  return pages(
    (after) => sql<Row & { at: number }>`
    select e.seq as at, encode(m.sha256, 'hex') as sha256, m.erased_at is null as has_bytes,
           to_jsonb(m) - '{id,user_id,content_id,mailbox_id,dated_at}'::text[] as message,
           to_jsonb(e) - '{user_id,message_id,statement_line_id}'::text[] as event,
           (select coalesce(jsonb_agg(to_jsonb(v) - '{id,user_id,message_id}'::text[] order by v.id), '[]') from verdict v where v.message_id = m.id) as verdicts
    from event e join message m on m.id = e.message_id
    where e.user_id = ${userId}::uuid and e.source = 'mail' and e.seq > ${after} order by e.seq limit ${ROWS_PER_PAGE}`,
    tx,
  );
}

/** Events of the person's own and of bank lines, with the line's identity. */
export function exportOtherEvents(tx: Tx, userId: string): AsyncGenerator<Row> {
  return pages(
    (after) => sql<Row & { at: number }>`
    select e.seq as at, encode(l.identity, 'hex') as line, encode(f.sha256, 'hex') as file,
           to_jsonb(e) - '{user_id,message_id,statement_line_id}'::text[] as event
    from event e left join statement_line l on l.id = e.statement_line_id left join statement_file f on f.id = l.file_id
    where e.user_id = ${userId}::uuid and e.source <> 'mail' and e.seq > ${after} order by e.seq limit ${ROWS_PER_PAGE}`,
    tx,
  );
}

export function exportCorrections(tx: Tx, userId: string): AsyncGenerator<Row> {
  return pages(
    (after) => sql<Row & { at: number }>`
    select id as at, event_id, kind, made_at from correction where user_id = ${userId}::uuid and id > ${after} order by id limit ${ROWS_PER_PAGE}`,
    tx,
  );
}

export function exportActs(tx: Tx, userId: string): AsyncGenerator<Row> {
  return pages(
    (after) => sql<Row & { at: number }>`
    select a.seq as at, a.id, a.kind, a.data, a.event_id, a.undoes, a.made_at,
           case when f.act_id is null or f.erased_at is not null then null else jsonb_build_object('name', f.name, 'content_type', f.content_type) end as file
    from act a left join act_file f on f.act_id = a.id
    where a.user_id = ${userId}::uuid and a.seq > ${after} order by a.seq limit ${ROWS_PER_PAGE}`,
    tx,
  );
}

export function exportStatementFiles(tx: Tx, userId: string): AsyncGenerator<Row> {
  return pages(
    (after) => sql<Row & { at: number }>`
    select id as at, encode(sha256, 'hex') as sha256, name, format, size_bytes, mapping, line_count, skipped_count, imported_at, removed_at
    from statement_file where user_id = ${userId}::uuid and id > ${after} order by id limit ${ROWS_PER_PAGE}`,
    tx,
  );
}

export function exportStatementLines(tx: Tx, userId: string): AsyncGenerator<Row> {
  return pages(
    (after) => sql<Row & { at: number }>`
    select l.id as at, encode(f.sha256, 'hex') as file, encode(l.identity, 'hex') as identity, l.position, l.booked_on, l.transacted_on,
           l.amount_minor, l.currency, l.text, l.account, l.removed_at
    from statement_line l join statement_file f on f.id = l.file_id
    where l.user_id = ${userId}::uuid and l.id > ${after} order by l.id limit ${ROWS_PER_PAGE}`,
    tx,
  );
}

export function exportAlerts(tx: Tx, userId: string): AsyncGenerator<Row> {
  return pages(
    (after) => sql<Row & { at: number }>`
    select at, kind, dedupe_key, told_as, data, due_at, created_at, seen_at from (
      select row_number() over (order by created_at, id) as at, * from alert where user_id = ${userId}::uuid) a
    where at > ${after} order by at limit ${ROWS_PER_PAGE}`,
    tx,
  );
}

// One page in memory at a time. `at` orders and is left out.
async function* pages(query: (after: number) => RawBuilder<Row & { at: number }>, tx: Tx): AsyncGenerator<Row> {
  for (let after = 0; ;) {
    const { rows } = await query(after).execute(tx);
    for (const { at, ...row } of rows) {
      after = at;
      yield row;
    }
    if (rows.length < ROWS_PER_PAGE) return;
  }
}
