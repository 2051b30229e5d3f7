// Writes the rows of an export back for any person of any instance: new row ids, bytes sealed under this instance's key, new leaves in this log.
// Ids of events and acts are kept for the same person and derived for another, so that an import run twice finds what it wrote.
import { createHash, randomBytes } from 'node:crypto';
import type { Instant } from '@quittance/domain/instant';
import { canonicalJson, type JsonValue } from '@quittance/ledger/canonical-json';
import { commitment, leafEntry, SALT_BYTES } from '@quittance/ledger/leaf';
import { contentHashes } from '@quittance/vault/content-hashes';
import { sealBytes, sealFile } from '@quittance/vault/message-bytes';
import type { Vault } from '@quittance/vault/vault';
import { sql } from 'kysely';
import type { Tx } from './database.ts';
import { findContentKeys } from './contents.ts';
import { actManifest, fileManifest } from './do-act.ts';
import { reserveEventSeqs } from './events.ts';
import type { Row } from './export-rows.ts';
import { appendToLog } from './log.ts';

export interface TakeInDeps {
  readonly vault: Pick<Vault, 'seal' | 'contentKey'>;
  readonly userId: string;
  readonly at: Instant;
}

export interface MessageIn {
  readonly row: Row;
  readonly raw: Buffer;
  /** Where it stood: `export.zip#messages/….eml`. */
  readonly path: string;
}

/** @returns the event's id here, and whether the message is new. */
export async function takeInMessage(
  tx: Tx,
  deps: TakeInDeps,
  { row, raw, path }: MessageIn,
  eventId: string,
): Promise<{ eventId: string; fresh: boolean }> {
  const { userId, at } = deps;
  const { exact: sha256, ofLines } = contentHashes(raw);
  // Here it may be known by the ends of lines that another source gave it, or by its bytes as they are, from before lines were evened out.
  const [key, olderKey] = [deps.vault.contentKey(userId, ofLines), deps.vault.contentKey(userId, sha256)];
  const older = await findContentKeys(tx, userId, ofLines === sha256 ? [] : [olderKey]);
  const contentKey = older.size > 0 ? olderKey : key;
  const known = await sql<{ id: string }>`
    select e.id from message m join event e on e.message_id = m.id and e.source = 'mail'
    where m.user_id = ${userId}::uuid and (m.sha256 = ${sha256}
      or m.content_id in (select id from content where user_id = ${userId}::uuid and content_key = any(${[key, olderKey]}::bytea[])))`.execute(
    tx,
  );
  if (known.rows[0]) return { eventId: known.rows[0].id, fresh: false };
  const content = await sql<{ id: number }>`
    insert into content (user_id, content_key, state, first_seen_at, settled_at)
    values (${userId}::uuid, ${contentKey}, 'kept', ${at}::timestamptz, ${at}::timestamptz)
    on conflict (user_id, content_key) do update set state = 'kept', settled_at = ${at}::timestamptz, problem_code = null, problem_text = null
    returning id`.execute(tx);
  const contentId = content.rows[0]!.id;
  const origin = { kind: 'import', path };
  const message = await insertRecord(tx, 'message', {
    ...(row['message'] as Row),
    origin,
    erased_at: null,
    user_id: userId,
    content_id: contentId,
  });
  const messageId = Number(message['id']);
  const sealed = sealBytes(deps.vault, contentId, raw);
  const salt = randomBytes(SALT_BYTES);
  await tx.insertInto('message_secret').values({ message_id: messageId, user_id: userId, wrapped_key: sealed.wrappedKey, salt }).execute();
  await tx.insertInto('message_body').values({ message_id: messageId, user_id: userId, ciphertext: sealed.ciphertext }).execute();
  await takeInVerdict(tx, deps, { messageId, salt, sha256, raw, origin, row });
  const seq = await reserveEventSeqs(tx, userId, 1);
  await insertRecord(tx, 'event', { ...(row['event'] as Row), id: eventId, seq, user_id: userId, message_id: messageId });
  return { eventId, fresh: true };
}

interface VerdictIn {
  readonly messageId: number;
  readonly salt: Buffer;
  readonly sha256: Buffer;
  readonly raw: Buffer;
  readonly origin: { kind: string; path: string };
  readonly row: Row;
}

// The latest verdict, as the exporting instance gave it, marked as carried over: it was not judged again here.
async function takeInVerdict(tx: Tx, { userId, at }: TakeInDeps, { messageId, salt, sha256, raw, origin, row }: VerdictIn): Promise<void> {
  const last = (row['verdicts'] as Row[]).at(-1);
  const detail = (last?.['detail'] ?? {}) as Record<string, JsonValue>;
  const reasons = [...new Set([...((detail['reasons'] ?? []) as string[]), 'carried_over'])];
  const carried: Record<string, JsonValue> = { ...detail, reasons };
  await insertRecord(tx, 'verdict', {
    level: last?.['level'] ?? 'D',
    pending: last?.['pending'] ?? false,
    detail: carried,
    made_at: at,
    message_id: messageId,
    user_id: userId,
  });
  const { dns, tool, ...judgement } = carried;
  const stored = row['message'] as Record<string, string | null>;
  const clocks = {
    sentAt: instantOf(stored['sent_at']),
    receivedAt: instantOf(stored['received_at']),
    internalDate: instantOf(stored['internal_date']),
    capturedAt: instantOf(stored['captured_at']),
  };
  const described = {
    v: 1,
    kind: 'message',
    raw: { sha256: sha256.toString('hex'), size: raw.length },
    source: origin,
    clocks,
    verdict: judgement,
    dns: dns ?? [],
    tool: tool ?? '',
  };
  const manifest = Buffer.from(canonicalJson(described));
  await appendToLog(tx, userId, [{ entry: leafEntry('message', commitment(salt, manifest)), messageId, manifest }], at);
}

function instantOf(text: string | null | undefined): string | null {
  return text ? new Date(text).toISOString() : null;
}

/** An event that no mail told. @returns false when it is there already. */
export async function takeInEvent(tx: Tx, { userId }: TakeInDeps, row: Row, eventId: string): Promise<boolean> {
  if (await exists(tx, 'event', eventId)) return false;
  const line = row['line'] as string | null;
  const found =
    line === null
      ? null
      : await sql<{ id: number }>`
    select id from statement_line where user_id = ${userId}::uuid and identity = ${Buffer.from(line, 'hex')} order by removed_at nulls first limit 1`.execute(
          tx,
        );
  const lineId = found?.rows[0]?.id ?? null;
  if (line !== null && lineId === null) return false;
  if (lineId !== null) {
    const event = row['event'] as Record<string, string | null>;
    const told = await sql`select from event where statement_line_id = ${lineId} and merchant_id = ${event['merchant_id']}`.execute(tx);
    if (told.rows.length > 0) return false;
  }
  const seq = await reserveEventSeqs(tx, userId, 1);
  await insertRecord(tx, 'event', { ...(row['event'] as Row), id: eventId, seq, user_id: userId, statement_line_id: lineId });
  return true;
}

/** An act with its leaf; `file` is what lay beside it. @returns false when it is there already. */
export async function takeInAct(
  tx: Tx,
  { vault, userId }: TakeInDeps,
  act: {
    readonly id: string;
    readonly kind: string;
    readonly data: Record<string, JsonValue>;
    readonly eventId: string | null;
    readonly undoes: string | null;
    readonly madeAt: Instant;
  },
  file: { readonly name: string; readonly contentType: string; readonly bytes: Buffer } | null,
): Promise<boolean> {
  if (await exists(tx, 'act', act.id)) return false;
  const at = new Date(act.madeAt).toISOString();
  const [salt, fileSalt] = [randomBytes(SALT_BYTES), randomBytes(SALT_BYTES)];
  const sealed = file && {
    ...file,
    sizeBytes: file.bytes.length,
    sha256: createHash('sha256').update(file.bytes).digest(),
    ...sealFile(vault, act.id, file.bytes),
  };
  const leaf = (kind: 'act' | 'file', own: Buffer, manifest: Buffer) => ({
    entry: leafEntry(kind, commitment(own, manifest)),
    messageId: null,
    manifest: null,
  });
  const leaves = [
    leaf('act', salt, actManifest(act.id, act.data, act.eventId, at)),
    ...(sealed ? [leaf('file', fileSalt, fileManifest(act.id, sealed, at))] : []),
  ];
  const leafIndex = await appendToLog(tx, userId, leaves, at);
  const { id, kind, undoes } = act;
  await tx
    .insertInto('act')
    .values({
      id,
      user_id: userId,
      kind,
      data: JSON.stringify(act.data),
      event_id: act.eventId,
      undoes,
      salt,
      leaf_index: leafIndex,
      made_at: at,
    })
    .execute();
  if (!sealed) return true;
  const { name, contentType, sizeBytes, sha256, wrappedKey, ciphertext } = sealed;
  await tx
    .insertInto('act_file')
    .values({
      act_id: id,
      user_id: userId,
      name,
      content_type: contentType,
      size_bytes: sizeBytes,
      sha256,
      salt: fileSalt,
      leaf_index: leafIndex + 1,
      wrapped_key: wrappedKey,
      ciphertext,
    })
    .execute();
  return true;
}

/** Alerts as history: nothing of them goes out again. @returns false when it is there already. */
export async function takeInAlert(tx: Tx, userId: string, row: Row): Promise<boolean> {
  const { rows } = await sql`
    insert into alert (user_id, kind, dedupe_key, told_as, data, due_at, created_at, seen_at)
    select ${userId}::uuid, a.kind, a.dedupe_key, coalesce(a.told_as, '{}'), a.data, a.due_at, a.created_at, a.seen_at
    from jsonb_populate_record(null::alert, ${JSON.stringify(row)}::jsonb) a
    where jsonb_typeof(a.data) = 'object'
    on conflict (user_id, dedupe_key) do nothing returning id`.execute(tx);
  return rows.length > 0;
}

async function exists(tx: Tx, table: 'event' | 'act', id: string): Promise<boolean> {
  const { rows } = await sql`select from ${sql.table(table)} where id = ${id}::uuid`.execute(tx);
  return rows.length > 0;
}

// By the columns that are named: what an export of an older version lacks takes its default.
async function insertRecord(tx: Tx, table: 'message' | 'verdict' | 'event', values: Row): Promise<Row> {
  const known = await sql<{ name: string }>`
    select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and is_identity = 'NO' and is_generated = 'NEVER'`.execute(tx);
  const names = known.rows.map(({ name }) => name).filter((name) => name in values);
  const columns = sql.join(names.map((name) => sql.ref(name)));
  const { rows } = await sql<Row>`
    insert into ${sql.table(table)} (${columns})
    select ${columns} from jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify(values)}::jsonb)
    returning id`.execute(tx);
  return rows[0]!;
}
