// `quittance inlet`: folders of mail files that are watched beside the mailboxes.
import { inletJson, type InletJson } from '@quittance/contract/inlet-json';
import { PermanentError } from '@quittance/domain/errors';
import { inletTexts } from '@quittance/i18n/inlets';
import { detectSource } from '@quittance/intake/detect-source';
import { checkWatchFolder, watchFoldersOf } from '@quittance/runtime/watch-folder';
import { addInlet, listInlets, removeInlet, type InletKind, type InletState } from '@quittance/store/inlets';
import { asUser } from '@quittance/store/transaction';
import { resolve } from 'node:path';
import type { Context } from '../context.ts';
import { withJson } from '../json-example.ts';
import { emit, table } from '../output.ts';
import type { Register } from '../program.ts';

const EXAMPLE: InletJson = {
  id: '5a0c7b1e-2f36-4f0e-8d3b-9c4e2a7f6d10',
  kind: 'maildir',
  path: '/home/camille/Maildir',
  checked_at: '2026-11-23T09:00:00.000Z',
  problem: null,
  messages: 1200,
  unreadable: [],
  created_at: '2026-11-23T08:58:00.000Z',
};

export const register: Register = (program, handle) => {
  const inlet = program.command('inlet').description('watched folders: a Maildir, or a folder into which .eml files are dropped');
  const adding = inlet
    .command('add')
    .argument('<folder>', 'a folder under WATCH_FOLDERS')
    .description('watch a folder from now on; what lies in it already is read as history')
    .option('--kind <kind>', 'maildir or drop; told by what lies in it when not given')
    .action(handle(add));
  withJson(adding, EXAMPLE);
  withJson(inlet.command('list').description('all watched folders with their state').action(handle(list)), { items: [EXAMPLE] });
  const removing = inlet
    .command('remove')
    .argument('<folder>', 'path or id')
    .description('watch it no longer; what was read stays')
    .action(handle(remove));
  withJson(removing, { id: EXAMPLE.id, state: 'removed' });
};

async function add(context: Context, folder: string, options: { kind?: string }): Promise<void> {
  const { config } = context;
  const path = await checkWatchFolder(resolve(folder), watchFoldersOf(config));
  const kind = await kindOf(path, options.kind);
  const { db } = await context.store();
  const person = await context.person();
  const id = await asUser(db, person.id, (tx) => addInlet(tx, { userId: person.id, kind, path }));
  if (id === null) throw new PermanentError('inlet_exists', `${path} is watched already.`);
  const added = (await listInlets(db, person.id)).find((one) => one.id === id)!;
  emit(context, inletJson(added), () => line(context, added).join('  '));
}

async function kindOf(path: string, said: string | undefined): Promise<InletKind> {
  const isMaildir = (await detectSource(path)) === 'maildir';
  if (said === undefined) return isMaildir ? 'maildir' : 'drop';
  if (said !== 'maildir' && said !== 'drop') throw new PermanentError('usage', `"${said}" is not a kind of folder: use maildir or drop.`);
  if (said === 'maildir' && !isMaildir) throw new PermanentError('not_a_maildir', `${path} is no Maildir: it has no "cur" and "new".`);
  if (said === 'drop' && isMaildir) throw new PermanentError('is_a_maildir', `${path} is a Maildir: use --kind maildir.`);
  return said;
}

async function list(context: Context): Promise<void> {
  const { db } = await context.store();
  const person = await context.person();
  const inlets = await listInlets(db, person.id);
  emit(context, { items: inlets.map(inletJson) }, () => {
    if (inlets.length === 0) return context.words.noInlets;
    const t = inletTexts(context.language);
    const unread = inlets.flatMap(({ unreadable }) =>
      unreadable.map(({ name, code, text }) => `  ${name}${context.words.colon}${t.problems[code] ?? text}`),
    );
    const headings = [t.title, t.kind, t.taken, t.state];
    return [
      table(
        headings,
        inlets.map((inlet) => line(context, inlet)),
      ),
      ...unread,
    ].join('\n');
  });
}

function line({ language }: Context, inlet: InletState): string[] {
  const t = inletTexts(language);
  const state = inlet.problem ? (t.problems[inlet.problem.code] ?? inlet.problem.text) : (inlet.checkedAt ?? t.neverChecked);
  return [inlet.path, t.kinds[inlet.kind], t.files(inlet.files, String(inlet.files)), state];
}

async function remove(context: Context, named: string): Promise<void> {
  const { db } = await context.store();
  const person = await context.person();
  const found = (await listInlets(db, person.id)).find(({ id, path }) => id === named || path === named || path === resolve(named));
  if (!found) throw new PermanentError('not_found', `${named} is not watched: "quittance inlet list" shows what is.`);
  await asUser(db, person.id, (tx) => removeInlet(tx, person.id, found.id));
  emit(context, { id: found.id, state: 'removed' }, () => context.words.inletRemoved(found.path));
}
