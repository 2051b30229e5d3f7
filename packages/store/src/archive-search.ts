// The archive as a person searches it: kept messages with what they were read as, newest first, one bounded page at a time.
// Must run inside `asUser`: the text index is reached through archive_matches (migration 0002), which serves that person only.
import type { Level } from '@quittance/domain/authenticity';
import { addDays, addMonths, type CivilDate } from '@quittance/domain/civil-date';
import { decidingQuote, type Decision, type Reason } from '@quittance/domain/classification';
import type { EventKind, MessageKind } from '@quittance/domain/event-kind';
import type { Instant } from '@quittance/domain/instant';
import { startOfDay } from '@quittance/domain/zoned-time';
import { sql, type SqlBool } from 'kysely';
import type { Tx } from './database.ts';
import { merchantIdsNamed } from './named-merchants.ts';
import { readSearch, type AskedMonth } from './read-search.ts';
import { foldQuery, hasWords } from './search-text.ts';

export interface ArchiveQuery {
  /** Words in any form, months, "a phrase", or, -not: read-search.ts. */
  readonly text?: string | undefined;
  /** A merchant by its id, its name or the beginning of a word of it, or a domain: named-merchants.ts. */
  readonly merchant?: string | undefined;
  /** As the person corrected it, where they did. */
  readonly kind?: MessageKind | undefined;
  readonly level?: Level | undefined;
  /** On this day or later. */
  readonly from?: CivilDate | undefined;
  /** On this day or earlier. */
  readonly to?: CivilDate | undefined;
  /** Whose days and months are meant. */
  readonly timeZone: string;
  /** The last hit of the page before. */
  readonly after?: ArchivePosition | undefined;
  readonly limit: number;
}

interface ArchivePosition {
  readonly datedAt: Instant;
  readonly id: number;
}

export interface ArchiveHit {
  readonly id: number;
  /** SHA-256 of the raw bytes, hex. */
  readonly sha256: string;
  readonly rfcMessageId: string | null;
  readonly fromAddress: string;
  readonly fromName: string;
  readonly subject: string;
  readonly language: string;
  readonly sizeBytes: number;
  readonly sentAt: Instant | null;
  readonly receivedAt: Instant | null;
  readonly internalDate: Instant | null;
  readonly capturedAt: Instant;
  /** The clock that the archive is sorted by: last Received hop, else INTERNALDATE, else Date header, else our capture. */
  readonly datedAt: Instant;
  readonly erasedAt: Instant | null;
  readonly level: Level | null;
  readonly event: ArchiveEvent | null;
}

export interface ArchiveEvent {
  readonly id: string;
  /** With the person's correction applied. */
  readonly kind: MessageKind;
  readonly readAs: EventKind;
  readonly decided: Decision;
  /** Whether the person said what it is: then it is no longer probable. */
  readonly isCorrected: boolean;
  readonly confidence: number;
  readonly occurredAt: Instant;
  readonly merchantId: string | null;
  readonly merchantName: string | null;
  readonly amountMinor: number | null;
  readonly currency: string | null;
  readonly quote: string | null;
  readonly subscriptionId: string | null;
}

export const ARCHIVE_PAGE_MAX = 200;
/** Of a month that is asked for without one: there is no older mail. */
const YEARS = Array.from({ length: 130 }, (_, index) => 1970 + index);

export async function searchArchive(tx: Tx, userId: string, query: ArchiveQuery): Promise<ArchiveHit[]> {
  const merchantIds = query.merchant === undefined ? undefined : await merchantIdsNamed(tx, userId, query.merchant);
  const rows = await archiveQuery(tx, userId, query, merchantIds).execute();
  return rows.map(toHit);
}

/** One hit by its hash, or null. */
export async function findInArchive(tx: Tx, userId: string, sha256: string): Promise<ArchiveHit | null> {
  const row = await hits(tx, userId).where('message.sha256', '=', Buffer.from(sha256, 'hex')).executeTakeFirst();
  return row ? toHit(row) : null;
}

/** Apart from its execution, so that a test can ask for the plan. */
export function archiveQuery(tx: Tx, userId: string, query: Omit<ArchiveQuery, 'merchant'>, merchantIds?: readonly string[]) {
  let select = hits(tx, userId)
    .orderBy('message.dated_at', 'desc')
    .orderBy('message.id', 'desc')
    .limit(Math.min(query.limit, ARCHIVE_PAGE_MAX));
  if (query.text !== undefined && hasWords(query.text)) {
    const { text, months } = readSearch(foldQuery(query.text));
    if (text !== '') select = select.where(saying(text));
    // Of several months any; where nothing is left to look for nothing is found.
    const words = months.map((asked) => asked.text).join(' | ');
    if (months.length > 0) select = select.where(sql<SqlBool>`(${datedIn(months, query.timeZone)} or ${saying(words)})`);
    else if (text === '') select = select.where(sql<SqlBool>`false`);
  }
  if (merchantIds !== undefined) select = select.where(sql<SqlBool>`event.merchant_id = any(${merchantIds}::text[])`);
  if (query.kind !== undefined) select = select.where(sql<SqlBool>`coalesce(corrected.kind, event.kind) = ${query.kind}`);
  if (query.level !== undefined) select = select.where('latest.level', '=', query.level);
  if (query.from !== undefined) select = select.where('message.dated_at', '>=', startOfDay(writable(query.from), query.timeZone));
  if (query.to !== undefined) select = select.where('message.dated_at', '<', startOfDay(addDays(writable(query.to), 1), query.timeZone));
  if (query.after !== undefined) {
    const { datedAt, id } = query.after;
    select = select.where(sql<SqlBool>`(message.dated_at, message.id) < (${datedAt}::timestamptz, ${id}::bigint)`);
  }
  return select;
}

// Days far off have no neighbours that can be written, and two digits of a year mean another; no mail is that old, or comes so late.
function writable(on: CivilDate): CivilDate {
  return on < '1900-01-01' ? '1900-01-01' : on > '9999-12-30' ? '9999-12-30' : on;
}

function saying(text: string) {
  return sql<SqlBool>`message.id = any(array(select archive_matches(to_tsquery('simple', ${text}))))`;
}

// As ranges of instants: PostgreSQL may know other time zones than the runtime does, and means the opposite by +02:00.
function datedIn(months: readonly AskedMonth[], timeZone: string) {
  const distinct = new Set(
    months.map(({ month, year }) => (year === null ? everyYear(month, timeZone) : monthRange(year, month, timeZone))),
  );
  const ranges = `{${[...distinct].join(',')}}`;
  // By the sender's date too: mail that was moved between mailboxes may bear the day of its move.
  return sql<SqlBool>`(message.dated_at <@ ${ranges}::tstzmultirange or message.sent_at <@ ${ranges}::tstzmultirange)`;
}

const rangesKept = new Map<string, string>();
/** Of 7 kB each: ten zones' months. */
const RANGES_KEPT_MAX = 120;

/** Kept, since 260 midnights of a zone take milliseconds to find, in which nothing else is answered. */
function everyYear(month: number, timeZone: string): string {
  const key = `${month} ${timeZone}`;
  const kept = rangesKept.get(key);
  if (kept !== undefined) return kept;
  const ranges = YEARS.map((year) => monthRange(year, month, timeZone)).join(',');
  // The oldest goes: a map keeps the order in which it was filled.
  if (rangesKept.size >= RANGES_KEPT_MAX) rangesKept.delete(rangesKept.keys().next().value!);
  rangesKept.set(key, ranges);
  return ranges;
}

function monthRange(year: number, month: number, timeZone: string): string {
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  return `[${startOfDay(first, timeZone)},${startOfDay(addMonths(first, 1), timeZone)})`;
}

function hits(tx: Tx, userId: string) {
  return tx
    .selectFrom('message')
    .leftJoin('event', (join) => join.onRef('event.message_id', '=', 'message.id').on('event.source', '=', 'mail'))
    .leftJoin('subscription_event', 'subscription_event.event_id', 'event.id')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('correction')
          .select('correction.kind')
          .whereRef('correction.event_id', '=', 'event.id')
          .orderBy('correction.id', 'desc')
          .limit(1)
          .as('corrected'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('verdict')
          .select('verdict.level')
          .whereRef('verdict.message_id', '=', 'message.id')
          .orderBy('verdict.id', 'desc')
          .limit(1)
          .as('latest'),
      (join) => join.onTrue(),
    )
    .select([
      'message.id',
      'message.sha256',
      'message.rfc_message_id',
      'message.from_address',
      'message.from_name',
      'message.subject',
      'message.language',
      'message.size_bytes',
      'message.sent_at',
      'message.received_at',
      'message.internal_date',
      'message.captured_at',
      'message.dated_at',
      'message.erased_at',
      'latest.level',
      'event.id as event_id',
      'event.kind as event_kind',
      'corrected.kind as corrected_kind',
      'event.decided',
      'event.confidence',
      'event.occurred_at',
      'event.merchant_id',
      'event.merchant_name',
      'event.amount_minor',
      'event.currency',
      'event.reasons',
      'subscription_event.subscription_id',
    ])
    .where('message.user_id', '=', userId);
}

type HitRow = Awaited<ReturnType<ReturnType<typeof hits>['execute']>>[number];

function toHit(row: HitRow): ArchiveHit {
  return {
    id: row.id,
    sha256: row.sha256.toString('hex'),
    rfcMessageId: row.rfc_message_id,
    fromAddress: row.from_address,
    fromName: row.from_name,
    subject: row.subject,
    language: row.language,
    sizeBytes: row.size_bytes,
    sentAt: row.sent_at,
    receivedAt: row.received_at,
    internalDate: row.internal_date,
    capturedAt: row.captured_at,
    datedAt: row.dated_at,
    erasedAt: row.erased_at,
    level: row.level,
    event: toEvent(row),
  };
}

function toEvent(row: HitRow): ArchiveEvent | null {
  if (row.event_id === null || row.event_kind === null) return null;
  return {
    id: row.event_id,
    kind: (row.corrected_kind ?? row.event_kind) as MessageKind,
    readAs: row.event_kind as EventKind,
    decided: row.decided!,
    isCorrected: row.corrected_kind !== null,
    confidence: row.confidence!,
    occurredAt: row.occurred_at!,
    merchantId: row.merchant_id,
    merchantName: row.merchant_name,
    amountMinor: row.amount_minor,
    currency: row.currency,
    quote: decidingQuote((row.reasons ?? []) as readonly Reason[]),
    subscriptionId: row.subscription_id,
  };
}
