// `quittance corrections export FOLDER`: the mails that a person said their word on, labelled, as `npm run train -- --corrections FOLDER` reads
// them. They are private mail in the clear, so the folder is the person's alone and keeps itself out of a git repository.
import { appendFile, chmod, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { PermanentError } from '@quittance/domain/errors';
import { listCorrectedMails, type LeftOut } from '@quittance/export/list-corrected-mails';
import { asUser } from '@quittance/store/transaction';
import type { Context } from '../context.ts';
import { withNote } from '../help.ts';
import { withJson } from '../json-example.ts';
import { emit } from '../output.ts';
import { toBadFile } from '../own-file.ts';
import type { Register } from '../program.ts';

const PRIVATE = 'The folder holds private mail, not encrypted: never share it, never commit it.';

export const register: Register = (program, handle) => {
  const corrections = program.command('corrections').description('what you said that events really are, as a whole');
  const command = corrections
    .command('export')
    .argument('<folder>', 'is made, in a folder that exists; must be empty where it exists')
    .description('write the mails you corrected or confirmed, with their labels, for `npm run train -- --corrections FOLDER`')
    .action(handle(exportCorrections));
  withNote(command, `${PRIVATE} Words that you took back and erased mails are left out.`);
  withJson(command, { folder: '/home/anna/corrections', mails: 12, taken_back: 1, erased: 0, private: true });
};

async function exportCorrections(context: Context, path: string): Promise<void> {
  const { db, vault } = await context.store();
  const person = await context.person();
  const folder = resolve(path);
  const leftOut: LeftOut = { takenBack: 0, erased: 0 };
  const isNew = await makeOwnFolder(context, folder);
  let mails = 0;
  try {
    await writeOwn(folder, '.gitignore', '*\n');
    await writeOwn(folder, 'README.txt', context.words.correctionsArePrivate);
    await writeOwn(folder, 'labels.jsonl', '');
    await mkdir(join(folder, 'messages'), { mode: 0o700 });
    await asUser(
      db,
      person.id,
      async (tx) => {
        for await (const { label, raw } of listCorrectedMails({ tx, vault }, person.id, leftOut)) {
          await writeOwn(folder, join('messages', label.file), raw);
          await appendFile(join(folder, 'labels.jsonl'), `${JSON.stringify(label)}\n`);
          mails += 1;
        }
      },
      { snapshot: true },
    );
    if (mails === 0) throw new PermanentError('not_found', context.words.noCorrections(leftOut));
  } catch (error) {
    await clear(folder, isNew);
    throw toBadFile(context, 'writing', folder, error);
  }
  const document = { folder, mails, taken_back: leftOut.takenBack, erased: leftOut.erased, private: true };
  emit(context, document, () => context.words.correctionsExported(folder, mails, leftOut));
}

// Whose mode lets nobody else in, also where it stood there before. Returns whether it was made now.
async function makeOwnFolder(context: Context, folder: string): Promise<boolean> {
  try {
    // Not with its parents: a mistyped path is told, and Node never returns from making folders under one that takes none (/proc).
    const isNew = await mkdir(folder, { mode: 0o700 }).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
        return false;
      },
    );
    if ((await readdir(folder)).length > 0) throw new PermanentError('bad_file', context.words.folderNotEmpty(folder));
    await chmod(folder, 0o700);
    return isNew;
  } catch (error) {
    throw toBadFile(context, 'writing', folder, error);
  }
}

async function writeOwn(folder: string, name: string, content: string | Buffer): Promise<void> {
  await writeFile(join(folder, name), content, { mode: 0o600, flag: 'wx' });
}

// Half a set of labels would be taken for all of them.
async function clear(folder: string, isNew: boolean): Promise<void> {
  if (isNew) return rm(folder, { recursive: true, force: true });
  for (const name of ['.gitignore', 'README.txt', 'labels.jsonl', 'messages'])
    await rm(join(folder, name), { recursive: true, force: true });
}
