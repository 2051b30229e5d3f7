// `quittance export FILE`: everything of a person as a ZIP; `quittance import FILE` takes it in again, here or elsewhere.
import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { writeExport } from '@quittance/export/write-export';
import { asUser } from '@quittance/store/transaction';
import type { Context } from '../context.ts';
import { withJson } from '../json-example.ts';
import { emit } from '../output.ts';
import { assertWritable, toBadFile } from '../own-file.ts';
import type { Register } from '../program.ts';

export const register: Register = (program, handle) => {
  const command = program
    .command('export')
    .argument('<file>', 'the ZIP to write')
    .description('everything of a person as a ZIP: JSON, CSV, .eml; "import" takes it in again')
    .action(handle(exportAll));
  withJson(command, { file: 'quittance.zip', bytes: 1204113 });
};

async function exportAll(context: Context, file: string): Promise<void> {
  const { db, vault } = await context.store();
  const person = await context.person();
  await assertWritable(context, file);
  const part = `${file}.part`;
  const input = { vault, now: context.clock.now(), language: context.language };
  try {
    await asUser(
      db,
      person.id,
      async (tx) => pipeline(await writeExport({ ...input, tx }, person.id), createWriteStream(part, { mode: 0o600 })),
      { snapshot: true },
    );
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw toBadFile(context, 'writing', file, error);
  }
  const { size } = await stat(file);
  emit(context, { file, bytes: size }, () => context.words.exported(file, size));
}
