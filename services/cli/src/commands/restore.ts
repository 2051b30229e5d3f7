// `quittance restore FILE`: a backup into an empty database, verified before it counts. The key file of the backup must be in its place first:
// another key is never made here.
import { checkToken } from '@quittance/anchor/stamping';
import { PermanentError } from '@quittance/domain/errors';
import { erasureListOf, keyFileOf, openStore } from '@quittance/standalone/open-store';
import { takeInstanceLock } from '@quittance/store/instance-lock';
import { readBackupHeader, restoreBackup } from '@quittance/store/restore';
import { fold } from '@quittance/timeline/fold';
import { readKeyFile } from '@quittance/vault/key-file';
import { createVault } from '@quittance/vault/vault';
import type { Context } from '../context.ts';
import { withJson } from '../json-example.ts';
import { assertReadable, readOwnFile } from '../own-file.ts';
import { emit } from '../output.ts';
import type { Register } from '../program.ts';
import { ANCHOR_EXAMPLE, anchorJson, FSCK_EXAMPLE, fsckJson } from './fsck.ts';

export const register: Register = (program, handle) => {
  const command = program
    .command('restore')
    .argument('<file>', 'made by "quittance backup"')
    .option('--checkpoint <file>', 'a checkpoint that was given out: refuse a backup that is older, or of another log')
    .description('put a backup back into a new data folder or an empty database, and verify it')
    .action(handle(restore));
  withJson(command, {
    made_at: '2026-11-23T09:00:00.000Z',
    tables: 28,
    rows: 5120,
    erased_again: 0,
    users: [{ ...FSCK_EXAMPLE, problems: [] }],
    anchor: ANCHOR_EXAMPLE,
  });
};

async function restore(context: Context, file: string, options: { checkpoint?: string }): Promise<void> {
  const { config, log, output, words } = context;
  const checkpoint = options.checkpoint === undefined ? undefined : (await readOwnFile(context, options.checkpoint)).toString('utf8');
  await assertReadable(context, file);
  // Before anything is opened or made: is it a backup, and is this its key?
  await readBackupHeader(file, createVault(await readBackupKey(keyFileOf(config))));
  const erasures = await erasureListOf(config).read();
  const store = await openStore({ config, log, migrate: true });
  context.onEnd('store', () => store.close());
  await refuseWhileRunning(context, store);
  const { databaseUrl, vault } = store;
  const onTable = (table: string): void => output.status(words.copying(table));
  const done = await restoreBackup({ databaseUrl, vault, fold, file, erasures, checkpoint, checkToken, onTable });
  output.status('');
  const { header, tables, rows, erasedAgain, reports, anchor } = done;
  const document = {
    made_at: header.made_at,
    tables,
    rows,
    erased_again: erasedAgain,
    users: reports.map(fsckJson),
    anchor: anchorJson(anchor),
  };
  emit(context, document, () => [...reports.map(words.verifiedUser), words.restored(rows, header.made_at, erasedAgain)].join('\n'));
}

async function readBackupKey(path: string): Promise<Buffer> {
  try {
    return await readKeyFile(path, { create: false });
  } catch (error) {
    if (!(error instanceof PermanentError) || error.code !== 'key_file_missing') throw error;
    throw new PermanentError(
      'key_file_missing',
      `put the key file of the backup at ${path} first: without it nothing in the backup can be read.`,
    );
  }
}

async function refuseWhileRunning(context: Context, store: Awaited<ReturnType<typeof openStore>>): Promise<void> {
  const lock = await takeInstanceLock({ db: store.db, databaseUrl: store.databaseUrl, url: 'restore', onLost: () => {} });
  if (lock.kind === 'taken') {
    throw new PermanentError('instance_running', `Quittance runs on this data (${lock.url}): stop it, and restore into an empty database.`);
  }
  context.onEnd('instance lock', () => lock.stop());
}
