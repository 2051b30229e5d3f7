// Bank files and their lines. A file is recorded once by its hash, with a leaf in the person's log; a line is stored once by its identity, however
// many exports have it. The leaf commits to the file's hash and to the lines that were new in it.
import { createHash, randomBytes } from 'node:crypto';
import type { CivilDate } from '@quittance/domain/civil-date';
import type { Instant } from '@quittance/domain/instant';
import { canonicalJson } from '@quittance/ledger/canonical-json';
import { commitment, leafEntry, SALT_BYTES } from '@quittance/ledger/leaf';
import { sql } from 'kysely';
import type { Queryable, Tx } from './database.ts';
import { appendToLog } from './log.ts';
import { storableJson, storableText } from './storable-text.ts';

export interface NewStatement {
  readonly sha256: Buffer;
  readonly name: string;
  readonly format: 'csv' | 'ofx' | 'camt';
  readonly sizeBytes: number;
  readonly mapping: object | null;
  readonly skipped: number;
  readonly lines: readonly NewLine[];
}

export interface NewLine {
  readonly identity: Buffer;
  readonly position: number;
  readonly bookedOn: CivilDate;
  readonly transactedOn: CivilDate | null;
  readonly amountMinor: number;
  readonly currency: string;
  readonly text: string;
  readonly account: string;
}

export interface StatementFile {
  readonly id: number;
  /** Hex. */
  readonly sha256: string;
  readonly name: string;
  readonly format: 'csv' | 'ofx' | 'camt';
  readonly sizeBytes: number;
  readonly mapping: object | null;
  readonly lines: number;
  /** Those that no earlier file had. */
  readonly newLines: number;
  readonly skipped: number;
  readonly from: CivilDate | null;
  readonly until: CivilDate | null;
  readonly leafIndex: number;
  readonly importedAt: Instant;
}

const LINES_PER_INSERT = 2_000;

/** @returns null when this very file is there already. Hold `lockForUser(tx, 'outcome', userId)`. */
export async function insertStatement(
  tx: Tx,
  userId: string,
  statement: NewStatement,
  at: Instant,
): Promise<{ fileId: number; fresh: number } | null> {
  const known = await tx
    .selectFrom('statement_file')
    .select('id')
    .where('user_id', '=', userId)
    .where('sha256', '=', statement.sha256)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (known) return null;
  const fresh = await withoutKnown(tx, userId, statement.lines);
  const salt = randomBytes(SALT_BYTES);
  const manifest = statementManifest({ ...statement, lines: statement.lines.length, fresh });
  const leafIndex = await appendToLog(
    tx,
    userId,
    [{ entry: leafEntry('statement', commitment(salt, manifest)), messageId: null, manifest: null }],
    at,
  );
  const row = await tx
    .insertInto('statement_file')
    .values({
      user_id: userId,
      sha256: statement.sha256,
      name: storableText(statement.name),
      format: statement.format,
      size_bytes: statement.sizeBytes,
      mapping: statement.mapping && storableJson(statement.mapping),
      line_count: statement.lines.length,
      new_count: fresh.length,
      skipped_count: statement.skipped,
      salt,
      manifest,
      leaf_index: leafIndex,
      imported_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await insertLines(tx, userId, row.id, fresh);
  return { fileId: row.id, fresh: fresh.length };
}

async function withoutKnown(tx: Tx, userId: string, lines: readonly NewLine[]): Promise<NewLine[]> {
  const { rows } = await sql<{ identity: Buffer }>`
    select identity from statement_line
    where user_id = ${userId}::uuid and removed_at is null and identity = any(${lines.map((line) => line.identity)}::bytea[])`.execute(tx);
  const known = new Set(rows.map((row) => row.identity.toString('hex')));
  return lines
    .filter((line) => !known.has(line.identity.toString('hex')))
    .map((line) => ({ ...line, text: storableText(line.text), account: storableText(line.account) }));
}

async function insertLines(tx: Tx, userId: string, fileId: number, lines: readonly NewLine[]): Promise<void> {
  for (let at = 0; at < lines.length; at += LINES_PER_INSERT) {
    const rows = lines.slice(at, at + LINES_PER_INSERT).map((line) => ({
      user_id: userId,
      file_id: fileId,
      identity: line.identity,
      position: line.position,
      booked_on: line.bookedOn,
      transacted_on: line.transactedOn,
      amount_minor: line.amountMinor,
      currency: line.currency,
      text: line.text,
      account: line.account,
    }));
    await tx.insertInto('statement_line').values(rows).execute();
  }
}

/** What the leaf commits to: canonical JSON (docs/formats/evidence-log.md). */
export function statementManifest(statement: {
  readonly sha256: Buffer;
  readonly sizeBytes: number;
  readonly format: string;
  readonly lines: number;
  readonly fresh: readonly NewLine[];
}): Buffer {
  const hash = createHash('sha256');
  for (const line of statement.fresh) hash.update(`${canonicalJson(lineFacts(line))}\n`);
  const raw = { sha256: statement.sha256.toString('hex'), size: statement.sizeBytes };
  const lines = { count: statement.lines, new: statement.fresh.length, sha256: hash.digest('hex') };
  return Buffer.from(canonicalJson({ v: 1, kind: 'statement', raw, format: statement.format, lines }));
}

function lineFacts({ position, bookedOn, transactedOn, amountMinor, currency, text, account }: NewLine) {
  return { position, booked_on: bookedOn, transacted_on: transactedOn, amount_minor: amountMinor, currency, text, account };
}

/** Newest first. */
export async function listStatements(db: Queryable, userId: string): Promise<StatementFile[]> {
  const { rows } = await sql<StatementFile>`
    select f.id, encode(f.sha256, 'hex') as sha256, f.name, f.format, f.size_bytes as "sizeBytes", f.mapping, f.line_count as lines,
           f.new_count as "newLines", f.skipped_count as skipped, f.leaf_index as "leafIndex", f.imported_at as "importedAt", l.from, l.until
    from statement_file f
    left join lateral (select min(booked_on) as from, max(booked_on) as until from statement_line where file_id = f.id) l on true
    where f.user_id = ${userId}::uuid and f.removed_at is null
    order by f.id desc`.execute(db);
  return rows;
}

export interface StoredLine {
  readonly id: number;
  readonly fileId: number;
  readonly position: number;
  readonly bookedOn: CivilDate;
  readonly transactedOn: CivilDate | null;
  readonly amountMinor: number;
  readonly currency: string;
  readonly text: string;
  readonly account: string;
}

/** All lines of all files that are not taken back, in the order of days. */
export async function listStatementLines(db: Queryable, userId: string): Promise<StoredLine[]> {
  const { rows } = await sql<StoredLine>`
    select id, file_id as "fileId", position, booked_on as "bookedOn", transacted_on as "transactedOn", amount_minor as "amountMinor",
           currency, text, account
    from statement_line where user_id = ${userId}::uuid and removed_at is null order by booked_on, id`.execute(db);
  return rows;
}

/** Takes a file back: its lines count no more, and those that no event cites are gone. @returns false for an unknown file. */
export async function removeStatementFile(tx: Tx, userId: string, fileId: number, at: Instant): Promise<boolean> {
  const row = await tx
    .updateTable('statement_file')
    .set({ removed_at: at })
    .where('user_id', '=', userId)
    .where('id', '=', fileId)
    .where('removed_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!row) return false;
  await sql`delete from statement_line l where l.file_id = ${fileId} and l.user_id = ${userId}::uuid
            and not exists (select from event e where e.statement_line_id = l.id)`.execute(tx);
  await tx.updateTable('statement_line').set({ removed_at: at }).where('file_id', '=', fileId).where('user_id', '=', userId).execute();
  return true;
}
