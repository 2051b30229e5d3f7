// `quittance keys`: the keys that sign the logs, and the archive of senders' keys that DNS has forgotten.
import { basename } from 'node:path';
import { sealCheckpoint } from '@quittance/anchor/seal-checkpoint';
import { readKeyArchive } from '@quittance/authenticity/read-key-archive';
import { OBSERVED } from '@quittance/domain/archived-key';
import { PermanentError } from '@quittance/domain/errors';
import { toInstant } from '@quittance/domain/instant';
import { anchorOrigin } from '@quittance/store/anchor-log';
import { saveKeys, summarizeDkimKeys } from '@quittance/store/dkim-keys';
import { listUserIds } from '@quittance/store/fsck';
import { getLogHead } from '@quittance/store/log';
import { keysOf, listAnchorKeys, loadLogKeys, type LogKeys } from '@quittance/store/log-keys';
import { rotateAnchorKey, rotateLogKey } from '@quittance/store/rotate-key';
import { inTransaction } from '@quittance/store/transaction';
import type { Context } from '../context.ts';
import { withJson } from '../json-example.ts';
import { emit, table, visible } from '../output.ts';
import { readOwnFile } from '../own-file.ts';
import type { Register } from '../program.ts';

interface LogKeyJson {
  readonly origin: string;
  readonly key: string;
  /** Oldest first; the last one is `key`. */
  readonly all: readonly { readonly key: string; readonly from_size: number; readonly made_at: string | null }[];
  /** Still signs beside `key`. */
  readonly previous: string | null;
}

const EXAMPLE: LogKeyJson = {
  origin: 'quittance.local/a/0123456789abcdef',
  key: 'quittance.local/a/0123456789abcdef+0337e0b8+AerSb4Cy…',
  all: [{ key: 'quittance.local/a/0123456789abcdef+0337e0b8+AerSb4Cy…', from_size: 0, made_at: null }],
  previous: null,
};
const ARCHIVE_FILE_BYTES_MAX = 100_000_000;

export const register: Register = (program, handle) => {
  const keys = program.command('keys').description('keys that sign the evidence log, and an archive of senders’ keys');
  withJson(keys.command('show').description('the keys of the logs, for whoever verifies').action(handle(show)), { logs: [EXAMPLE] });
  const rotating = keys
    .command('rotate')
    .description('sign with a new key from now on (all logs, or that of --user); the old one signs beside it for 30 days')
    .action(handle(rotate));
  withJson(rotating, { logs: [EXAMPLE] });
  const importing = keys
    .command('import')
    .argument('<file>', 'JSON, as docs/formats/key-archive.md says')
    .option('--source <name>', 'what this archive is called in verdicts; the name of the file when not given')
    .description('read keys of senders that DNS no longer has, and verify old mail with them')
    .action(handle(importKeys));
  withJson(importing, { source: 'keys.json', read: 120, new: 118 });
  const listing = keys.command('list').description('the archive of senders’ keys, by source').action(handle(list));
  withJson(listing, {
    items: [{ source: OBSERVED, keys: 42, first_seen_at: '2026-11-01T08:00:00.000Z', last_seen_at: '2026-11-23T08:00:00.000Z' }],
  });
};

async function show(context: Context): Promise<void> {
  report(context, await readLogs(context));
}

async function rotate(context: Context): Promise<void> {
  const { db, vault } = await context.store();
  const at = toInstant(new Date());
  const clock = { now: () => new Date() };
  for (const userId of await peopleOf(context)) {
    await inTransaction(db, (tx) => rotateLogKey(tx, vault, userId, at));
    await sealCheckpoint({ db, vault, clock }, userId);
  }
  if (!context.userGiven) await inTransaction(db, (tx) => rotateAnchorKey(tx, vault, at));
  report(context, await readLogs(context));
}

async function peopleOf(context: Context): Promise<string[]> {
  const { db } = await context.store();
  return context.userGiven ? [(await context.person()).id] : inTransaction(db, listUserIds);
}

async function readLogs(context: Context): Promise<LogKeyJson[]> {
  const { db, vault } = await context.store();
  const now = new Date();
  const logs: LogKeyJson[] = [];
  for (const userId of await peopleOf(context)) {
    const head = await getLogHead(db, userId);
    if (head) logs.push(keyJson(head.origin, await loadLogKeys(db, vault, { userId, origin: head.origin }, now)));
  }
  const origin = anchorOrigin(vault);
  if (!context.userGiven) logs.push(keyJson(origin, keysOf(vault, 'anchor', origin, await listAnchorKeys(db), now)));
  return logs;
}

function keyJson(origin: string, { signer, previous, all }: LogKeys): LogKeyJson {
  return {
    origin,
    key: signer.verifierKey,
    all: all.map(({ verifierKey, fromSize, madeAt }) => ({ key: verifierKey, from_size: fromSize, made_at: madeAt })),
    previous: previous?.verifierKey ?? null,
  };
}

function report(context: Context, logs: readonly LogKeyJson[]): void {
  const { words } = context;
  emit(context, { logs }, () =>
    logs
      .flatMap(({ origin, all, previous }) => [
        origin,
        ...all.map(({ key, from_size, made_at }) => `  ${key}  ${words.fromLeaf(from_size, made_at)}`),
        ...(previous === null ? [] : [`  ${words.bothSign}`]),
      ])
      .join('\n'),
  );
}

async function importKeys(context: Context, path: string, options: { source?: string }): Promise<void> {
  const source = (options.source ?? basename(path)).trim().slice(0, 200);
  if (source === '' || source === OBSERVED) throw new PermanentError('usage', '--source must be a name of its own.');
  const keys = readKeyArchive(await readText(context, path), source);
  const { db } = await context.store();
  let added = 0;
  for (let at = 0; at < keys.length; at += 1_000) added += await saveKeys(db, keys.slice(at, at + 1_000));
  emit(context, { source, read: keys.length, new: added }, () => context.words.keysImported(keys.length, added, visible(source)));
}

async function readText(context: Context, path: string): Promise<string> {
  const bytes = await readOwnFile(context, path);
  if (bytes.length > ARCHIVE_FILE_BYTES_MAX) throw new PermanentError('bad_file', `${path} is too big for an archive of keys.`);
  return bytes.toString('utf8');
}

async function list(context: Context): Promise<void> {
  const { db } = await context.store();
  const { words } = context;
  const items = (await summarizeDkimKeys(db)).map(({ source, keys, firstSeenAt, lastSeenAt }) => ({
    source,
    keys,
    first_seen_at: firstSeenAt,
    last_seen_at: lastSeenAt,
  }));
  emit(context, { items }, () =>
    items.length === 0
      ? words.nothingFound
      : table(
          [words.source, words.count, words.seenFrom, words.seenUntil],
          items.map((item) => [visible(item.source), String(item.keys), item.first_seen_at, item.last_seen_at]),
        ),
  );
}
