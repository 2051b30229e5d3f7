// Puts a backup back into an empty database, in one transaction: either everything is there and verified, or nothing is. What was erased after
// the backup was made is erased again; a checkpoint from outside shows whether this log is the one that others were given.
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createZstdDecompress } from 'node:zlib';
import { openCheckpoint, type Checkpoint } from '@quittance/ledger/checkpoint';
import { LedgerError } from '@quittance/ledger/ledger-error';
import { PermanentError } from '@quittance/domain/errors';
import type { Vault } from '@quittance/vault/vault';
import { sql } from 'kysely';
import type pg from 'pg';
import { anchorOrigin, anchorSize, loadAnchorRoot } from './anchor-log.ts';
import { damaged, MAGIC, readFrames, readJson, type BackupHeader, type BackupTable, type Frame } from './backup-format.ts';
import { copyList, listMigrations, listTables, moveSequences } from './backup-tables.ts';
import { keyIdOf } from './backup.ts';
import { copyIn } from './copy-rows.ts';
import { newClient, queriesOn, type Tx } from './database.ts';
import type { ErasureEntry } from './erasure-list.ts';
import { fsckAnchor, type AnchorReport, type CheckToken } from './fsck-anchor.ts';
import { fsckUser, listUserIds, type FsckReport } from './fsck.ts';
import { loadRoot } from './log.ts';
import { keysOf, listAnchorKeys, loadLogKeys, type LogKeys } from './log-keys.ts';
import { replayErasures } from './replay-erasures.ts';
import { isOutdated, refoldAll, type Fold } from './subscriptions.ts';

export interface RestoreOptions {
  readonly databaseUrl: string;
  readonly vault: Pick<Vault, 'open' | 'derive' | 'contentKey'>;
  readonly fold: Fold;
  readonly file: string;
  readonly erasures: readonly ErasureEntry[];
  /** A checkpoint that was given out: the restored log must contain it. */
  readonly checkpoint?: string | undefined;
  readonly checkToken: CheckToken;
  readonly onTable?: (table: string) => void;
}

export interface Restored {
  readonly header: BackupHeader;
  readonly tables: number;
  readonly rows: number;
  /** Messages that the backup still held and that were erased again. */
  readonly erasedAgain: number;
  readonly reports: readonly FsckReport[];
  readonly anchor: AnchorReport;
}

/** @throws PermanentError `bad_file`, `wrong_key_file`, `schema_differs`, `not_empty`, `backup_older`, `log_forked`, `fsck_failed`; then nothing was changed. */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  await requireWhole(options);
  const frames = readFrames(await openBackup(options.file), options.vault);
  const header = await readHeader(frames, options.vault);
  const client = newClient(options.databaseUrl, 'quittance-restore');
  // Told by the query that was running.
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('begin');
    const tables = await prepare(client, header);
    const counts = await copyTables(client, frames, tables, options);
    await moveSequences(client);
    // Its jobs were in the queue of another life.
    await client.query('update outbox set published_at = null');
    await client.query('analyze');
    const tx = queriesOn(client);
    if (options.checkpoint !== undefined) await requireCheckpoint(tx, options.checkpoint, options.vault);
    const erasedAgain = await replayErasures(tx, options, options.erasures);
    const { reports, anchor } = await verify(tx, options);
    await client.query('commit');
    return { header, ...counts, erasedAgain, reports, anchor };
  } finally {
    // Without a commit all of it is rolled back.
    await client.end().catch(() => {});
    await frames.return(undefined);
  }
}

/** Reads only the head: for telling what a file is before anything is opened or made. @throws PermanentError `bad_file`, `wrong_key_file`. */
export async function readBackupHeader(file: string, vault: Pick<Vault, 'derive'>): Promise<BackupHeader> {
  const frames = readFrames(await openBackup(file), vault);
  try {
    return await readHeader(frames, vault);
  } finally {
    await frames.return(undefined);
  }
}

// Read once to its end before any of it goes into a database: what this key file did not sign is not even tried.
async function requireWhole({ file, vault }: RestoreOptions): Promise<void> {
  const frames = readFrames(await openBackup(file), vault);
  await readHeader(frames, vault);
  for (let next = await frames.next(); !next.done; next = await frames.next());
}

async function openBackup(path: string): Promise<AsyncIterable<Buffer>> {
  const file = await open(path).catch((cause: NodeJS.ErrnoException) => {
    throw new PermanentError('bad_file', `${path} can't be read (${cause.code}).`, { cause });
  });
  const magic = Buffer.alloc(MAGIC.length);
  await file.read(magic, 0, magic.length, 0);
  await file.close();
  if (!magic.equals(MAGIC)) throw new PermanentError('bad_file', `${path} is no backup of Quittance.`);
  return decompressed(path);
}

async function* decompressed(path: string): AsyncGenerator<Buffer> {
  const source = createReadStream(path, { start: MAGIC.length });
  const plain = createZstdDecompress();
  source.on('error', (error) => plain.destroy(error));
  try {
    for await (const chunk of source.pipe(plain)) yield chunk as Buffer;
  } catch (cause) {
    throw damaged('it does not unpack', cause);
  } finally {
    source.destroy();
    plain.destroy();
  }
}

async function readHeader(frames: AsyncGenerator<Frame>, vault: Pick<Vault, 'derive'>): Promise<BackupHeader> {
  const first = await frames.next();
  if (first.done) throw damaged('it has no header');
  const header = readJson(first.value, 'H') as BackupHeader;
  if (header.v !== 1 || !Array.isArray(header.schema)) throw damaged('its header is none of this version');
  if (header.key_id !== keyIdOf(vault)) {
    throw new PermanentError(
      'wrong_key_file',
      'the backup was made with another key file: put that key file in its place, then restore again.',
    );
  }
  return header;
}

async function prepare(client: pg.Client, header: BackupHeader): Promise<BackupTable[]> {
  const schema = await listMigrations(client);
  if (schema.join() !== header.schema.join()) {
    throw new PermanentError(
      'schema_differs',
      `the backup has the schema ${header.schema.at(-1)}, the database ${schema.at(-1)}: restore it with the version of Quittance that made it, then update.`,
    );
  }
  const tables = await listTables(client);
  // Nobody begins to write while the rows come in.
  await client.query(`lock table ${tables.map(({ table }) => client.escapeIdentifier(table)).join(', ')} in exclusive mode`);
  for (const { table } of tables) {
    const { rowCount } = await client.query(`select from ${client.escapeIdentifier(table)} limit 1`);
    if (rowCount) {
      throw new PermanentError(
        'not_empty',
        `the database holds data already (${table}): restore into a new data folder or a new database.`,
      );
    }
  }
  return tables;
}

async function copyTables(
  client: pg.Client,
  frames: AsyncGenerator<Frame>,
  known: readonly BackupTable[],
  options: RestoreOptions,
): Promise<{ tables: number; rows: number }> {
  const waiting = new Map(known.map((table) => [table.table, table]));
  const counts = { tables: 0, rows: 0 };
  for (let next = await frames.next(); !next.done; next = await frames.next()) {
    if (next.value.kind === 'Z') {
      await frames.next();
      if (waiting.size > 0) throw damaged(`it lacks ${[...waiting.keys()].join(', ')}`);
      return counts;
    }
    const table = readJson(next.value, 'T') as BackupTable;
    // Names of a file never become SQL: they are only compared with those that the database has.
    const own = waiting.get(table.table);
    if (!own || own.columns.join() !== table.columns.join()) throw damaged(`a table ${table.table} that does not fit`);
    waiting.delete(own.table);
    options.onTable?.(own.table);
    await copyIn(
      client,
      `copy ${copyList(client, own)} from stdin`,
      rowsOf(frames, (rows) => (counts.rows += rows)),
    );
    counts.tables += 1;
  }
  throw damaged('it ends early');
}

async function* rowsOf(frames: AsyncGenerator<Frame>, onEnd: (rows: number) => void): AsyncGenerator<Buffer> {
  for (let next = await frames.next(); !next.done; next = await frames.next()) {
    if (next.value.kind === 'E') return onEnd((readJson(next.value, 'E') as { rows: number }).rows);
    if (next.value.kind !== 'D') throw damaged(`a frame ${next.value.kind} among rows`);
    yield next.value.bytes;
  }
  throw damaged('it ends early');
}

// A head of a person's log, or of the anchor log over all of them.
async function requireCheckpoint(tx: Tx, text: string, vault: Pick<Vault, 'derive'>): Promise<void> {
  const log = await findLog(tx, text.split('\n', 1)[0]!.trim(), vault);
  const checkpoint = trust(
    text,
    log.keys.all.map(({ verifierKey }) => verifierKey),
  );
  if (checkpoint.size > log.size) {
    throw new PermanentError(
      'backup_older',
      `the backup is older than the checkpoint: that one covers ${checkpoint.size} leaves, the backup has ${log.size}. Restore a newer backup.`,
    );
  }
  if (!(await log.rootOf(checkpoint.size)).equals(checkpoint.root)) {
    throw new PermanentError(
      'log_forked',
      'the log in the backup is not the one that this checkpoint was made of: it was rewritten, or it grew again from an older backup.',
    );
  }
}

interface KnownLog {
  readonly size: number;
  readonly keys: LogKeys;
  readonly rootOf: (size: number) => Promise<Buffer>;
}

async function findLog(tx: Tx, origin: string, vault: Pick<Vault, 'derive'>): Promise<KnownLog> {
  const now = new Date();
  if (origin === anchorOrigin(vault)) {
    const keys = keysOf(vault, 'anchor', origin, await listAnchorKeys(tx), now);
    return { size: await anchorSize(tx), keys, rootOf: (size) => loadAnchorRoot(tx, size) };
  }
  const { rows } = await sql<{ userId: string; size: number }>`select user_id as "userId", size from log where origin = ${origin}`.execute(
    tx,
  );
  const log = rows[0];
  if (!log) throw new PermanentError('log_forked', `the checkpoint is of the log "${origin}", which the backup does not have.`);
  const keys = await loadLogKeys(tx, vault, { userId: log.userId, origin }, now);
  return { size: log.size, keys, rootOf: (size) => loadRoot(tx, log.userId, size) };
}

function trust(text: string, keys: readonly string[]): Checkpoint {
  try {
    return openCheckpoint(text, keys);
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    throw new PermanentError('bad_file', `the checkpoint can't be relied on: ${error.message}.`, { cause: error });
  }
}

async function verify(tx: Tx, { vault, fold, erasures, checkToken }: RestoreOptions): Promise<Pick<Restored, 'reports' | 'anchor'>> {
  const reports: FsckReport[] = [];
  for (const userId of await listUserIds(tx)) {
    // A backup of a release that folded otherwise: the events are what counts.
    if (await isOutdated(tx, fold, userId)) await refoldAll(tx, fold, userId);
    reports.push(await fsckUser({ tx, vault, fold, erasures }, userId));
  }
  const anchor = await fsckAnchor({ tx, vault, checkToken });
  const first = [...reports, anchor].flatMap((report) => report.problems)[0];
  if (first)
    throw new PermanentError(
      'fsck_failed',
      `the backup does not verify (${first.kind}, ${first.row}: ${first.detail}): nothing was restored.`,
    );
  return { reports, anchor };
}
