// Writes everything that Quittance has in its database into one file: all tables by COPY in one snapshot, streamed. The key file is not in
// it: mail and credentials stay sealed, and whoever finds the file alone can read neither.
import { createHash } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress } from 'node:zlib';
import type { Instant } from '@quittance/domain/instant';
import { PermanentError } from '@quittance/domain/errors';
import type { Vault } from '@quittance/vault/vault';
import type pg from 'pg';
import { MAGIC, signFrames, writeFrame, type BackupHeader, type BackupLog } from './backup-format.ts';
import { copyList, listMigrations, listTables } from './backup-tables.ts';
import { copyOut } from './copy-rows.ts';
import { newClient } from './database.ts';

export interface BackupOptions {
  readonly databaseUrl: string;
  readonly vault: Pick<Vault, 'derive'>;
  readonly file: string;
  readonly at: Instant;
  readonly onTable?: (table: string) => void;
}

export interface BackupDone {
  readonly header: BackupHeader;
  readonly tables: number;
  readonly rows: number;
  readonly bytes: number;
}

// The bytes of mail are encrypted and compressed already; a higher level costs time and gains nothing.
const ZSTD = { params: { [constants.ZSTD_c_compressionLevel]: 3 } };

/** Replaces the file only once the new one is complete. @throws PermanentError `bad_file` where it can't be written. */
export async function writeBackup(options: BackupOptions): Promise<BackupDone> {
  const client = newClient(options.databaseUrl, 'quittance-backup');
  // Told by the query that was running.
  client.on('error', () => {});
  await client.connect();
  const part = `${options.file}.part`;
  try {
    await client.query('begin isolation level repeatable read read only');
    const header = await describe(client, options);
    const counts = { tables: 0, rows: 0 };
    const bytes = await writeFile(part, Readable.from(signFrames(frames(client, header, counts, options), options.vault)));
    await rename(part, options.file);
    await client.query('commit');
    return { header, ...counts, bytes };
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  } finally {
    // A copy that was broken off has cut the connection already.
    await client.end().catch(() => {});
  }
}

/** The same for the same key file; it tells nothing about the key. */
export function keyIdOf(vault: Pick<Vault, 'derive'>): string {
  return createHash('sha256').update(vault.derive('backup-key-id')).digest('hex').slice(0, 16);
}

async function describe(client: pg.Client, { vault, at }: BackupOptions): Promise<BackupHeader> {
  const { rows } = await client.query<BackupLog>(
    `select log.user_id, log.origin, log.size,
            (select note from log_checkpoint c where c.user_id = log.user_id order by c.size desc limit 1) as checkpoint
     from log order by log.user_id`,
  );
  return { v: 1, made_at: at, schema: await listMigrations(client), key_id: keyIdOf(vault), logs: rows };
}

async function* frames(
  client: pg.Client,
  header: BackupHeader,
  counts: { tables: number; rows: number },
  options: BackupOptions,
): AsyncGenerator<Buffer> {
  yield writeFrame('H', header);
  for (const table of await listTables(client)) {
    options.onTable?.(table.table);
    yield writeFrame('T', table);
    let rows = 0;
    for await (const chunk of inBites(copyOut(client, `copy ${copyList(client, table)} to stdout`))) {
      rows += chunk.rows;
      yield writeFrame('D', chunk.bytes);
    }
    yield writeFrame('E', { rows });
    counts.tables += 1;
    counts.rows += rows;
  }
}

const BITE_BYTES = 256 * 1024;

// The server sends one message a row; a frame for each would be mostly frame.
async function* inBites(rows: AsyncIterable<Buffer>): AsyncGenerator<{ rows: number; bytes: Buffer }> {
  let waiting: Buffer[] = [];
  let bytes = 0;
  for await (const row of rows) {
    // A readable joins what waits in it, but a row ends with the only newline that COPY does not escape.
    waiting.push(row);
    bytes += row.length;
    if (bytes < BITE_BYTES) continue;
    yield bite(waiting);
    waiting = [];
    bytes = 0;
  }
  if (bytes > 0) yield bite(waiting);
}

function bite(chunks: readonly Buffer[]): { rows: number; bytes: Buffer } {
  const bytes = Buffer.concat(chunks);
  let rows = 0;
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) rows += 1;
  return { rows, bytes };
}

async function writeFile(path: string, content: Readable): Promise<number> {
  const file = await open(path, 'w', 0o600).catch((cause: NodeJS.ErrnoException) => {
    throw new PermanentError('bad_file', `${path} can't be written (${cause.code}): choose another place for the backup.`, { cause });
  });
  const packing = createZstdCompress(ZSTD);
  try {
    await file.write(MAGIC);
    await pipeline(content, packing, async (packed: AsyncIterable<Buffer>) => {
      for await (const chunk of packed) await file.writeFile(chunk);
    });
    await file.sync();
    return (await file.stat()).size;
  } finally {
    await file.close();
  }
}
