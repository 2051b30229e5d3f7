// `quittance import PATH…`: mail files through the same acceptance step as a mailbox, with progress, until every message has its outcome.
import { setTimeout as sleep } from 'node:timers/promises';
import { importAny } from '@quittance/export/import-any';
import { fileProblemText } from '@quittance/i18n/file-problems';
import { importFiles, type ImportResult, type ImportState } from '@quittance/intake/import-files';
import { EXIT, type ExitCode } from '@quittance/runtime/exit-codes';
import type { Context } from '../context.ts';
import { importSample } from '../import-sample.ts';
import { withJson } from '../json-example.ts';
import { emit, visible } from '../output.ts';
import { createProgress } from '../progress.ts';
import type { Register } from '../program.ts';
import { ensureReading } from '../reading.ts';
import { sizeOfFiles } from '../size-of-files.ts';

const EXAMPLE = { read: 120, accepted: 14, duplicates: 20, ignored: 85, quarantined: 1, events: 14 };

export const register: Register = (program, handle) => {
  const command = program
    .command('import')
    .argument(
      '<path...>',
      '.eml, mbox (Google Takeout too), Maildir, zip, tgz, gz or a folder of them, an export of Quittance; or the word sample',
    )
    .description('read mail files; read = accepted + duplicates + ignored + quarantined')
    .action(handle(importPaths));
  withJson(command, EXAMPLE);
};

async function importPaths(context: Context, paths: string[]): Promise<ExitCode> {
  const { db, vault } = await context.store();
  const person = await context.person();
  await ensureReading(context, { mailboxes: false });
  const stopped = new AbortController();
  context.onEnd('import', () => stopped.abort());
  const isSample = paths.length === 1 && paths[0] === 'sample';
  const deps = { db, vault, clock: context.clock, wait: sleep };
  const input = {
    userId: person.id,
    signal: stopped.signal,
    onProgress: showProgress(context, isSample ? null : await sizeOfFiles(paths)),
  };
  const result = isSample ? await importSample(deps, input) : await importAny(deps, { ...input, paths }, (mail) => importFiles(deps, mail));
  context.output.status('');
  report(context, result);
  return result.errors.length > 0 ? EXIT.badData : EXIT.ok;
}

function showProgress(context: Context, bytesTotal: number | null): (state: ImportState) => void {
  const progress = createProgress(context.output);
  return ({ phase, read, duplicates, settled, bytesRead }) => {
    const fresh = read - duplicates;
    if (phase === 'reading') progress.show(bytesTotal === null ? null : bytesRead / bytesTotal, context.words.reading(read));
    else progress.show(fresh === 0 ? 1 : settled / fresh, context.words.settling(fresh - settled));
  };
}

function report(context: Context, { errors, ...counts }: ImportResult): void {
  for (const { path, code, message } of errors) {
    const text = fileProblemText(context.language, { code, message });
    context.output.say(
      context.json ? JSON.stringify({ file: path, code, error: message }) : `${visible(path)}${context.words.colon}${visible(text)}`,
    );
  }
  const { read, accepted, duplicates, ignored, quarantined, events } = counts;
  const document = { read, accepted, duplicates, ignored, quarantined, events };
  emit(context, document, () => context.words.imported(document));
}
