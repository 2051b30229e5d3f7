// `quittance backup FILE`: everything in the database as one file. The key file is not in it, and whoever wants to restore needs both.
import { resolve } from 'node:path';
import { toInstant } from '@quittance/domain/instant';
import { keyFileOf } from '@quittance/standalone/open-store';
import { writeBackup } from '@quittance/store/backup';
import type { BackupLog } from '@quittance/store/backup-format';
import type { Context } from '../context.ts';
import { withJson } from '../json-example.ts';
import { assertWritable } from '../own-file.ts';
import { emit } from '../output.ts';
import type { Register } from '../program.ts';

export const LOG_EXAMPLE: BackupLog = {
  user_id: '1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f',
  origin: 'quittance.local/a/0123456789abcdef',
  size: 120,
  checkpoint: 'quittance.local/a/0123456789abcdef\n120\n…',
};

export const register: Register = (program, handle) => {
  const command = program
    .command('backup')
    .argument('<file>', 'is replaced once the new one is complete')
    .description('write everything but the key file into one file, while Quittance runs or not')
    .action(handle(backup));
  withJson(command, {
    file: '/backups/quittance.backup',
    made_at: '2026-11-23T09:00:00.000Z',
    bytes: 10485760,
    tables: 28,
    rows: 5120,
    key_file: '/home/anna/.quittance/key',
    logs: [LOG_EXAMPLE],
  });
};

async function backup(context: Context, path: string): Promise<void> {
  await assertWritable(context, path);
  const { databaseUrl, vault } = await context.store();
  const { config, output, words } = context;
  const file = resolve(path);
  const done = await writeBackup({
    databaseUrl,
    vault,
    file,
    at: toInstant(new Date()),
    onTable: (table) => output.status(words.copying(table)),
  });
  output.status('');
  const keyFile = resolve(keyFileOf(config));
  const document = {
    file,
    made_at: done.header.made_at,
    bytes: done.bytes,
    tables: done.tables,
    rows: done.rows,
    key_file: keyFile,
    logs: done.header.logs,
  };
  emit(context, document, () => words.backedUp(file, done.rows, keyFile));
}
