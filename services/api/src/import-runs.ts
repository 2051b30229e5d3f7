// Imports that people started by uploading files: one at a time per person, in the background, with progress to ask for. The upload is streamed to
// a folder of its own, which is removed at the end. What an import wrote is safe at every moment; a run that ends with the process is
// started again by uploading the same file, which goes on where it stood.
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { PermanentError, TransientError } from '@quittance/domain/errors';
import type { Clock, Instant } from '@quittance/domain/instant';
import type { Log } from '@quittance/domain/log';
import { readField, type MultipartPart } from './multipart.ts';
import { ProblemError } from './problem.ts';

/** `importFiles` of packages/intake. */
export type ImportFiles = (input: {
  readonly userId: string;
  readonly paths: readonly string[];
  readonly onProgress: (progress: ImportProgress) => void;
  readonly signal: AbortSignal;
}) => Promise<ImportResult>;

export interface ImportProgress {
  /** Bytes are taken in first; then what was accepted waits for its outcome. */
  readonly phase: 'reading' | 'settling';
  readonly read: number;
  readonly duplicates: number;
  readonly settled: number;
  readonly bytesRead: number;
}

/** `read = accepted + duplicates + ignored + quarantined`. */
export interface ImportResult {
  readonly read: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly ignored: number;
  readonly quarantined: number;
  readonly events: number;
  readonly errors: readonly { readonly path: string; readonly code: string; readonly message: string }[];
}

export interface ImportRun {
  readonly id: string;
  readonly files: readonly string[];
  readonly state: 'running' | 'done' | 'failed';
  readonly problem: { readonly code: string; readonly text: string } | null;
  readonly progress: ImportProgress;
  readonly bytesTotal: number;
  /** Once it is done. */
  readonly result: ImportResult | null;
  readonly startedAt: Instant;
  readonly finishedAt: Instant | null;
}

export interface ImportRuns {
  /** Takes the files of an upload and starts importing them. @param checkField is given each field that precedes the files. */
  start(userId: string, parts: AsyncIterable<MultipartPart>, checkField: (name: string, value: string) => void): Promise<ImportRun>;
  /** The person's runs since the process began, newest first. */
  list(userId: string): readonly ImportRun[];
  /** Stops what runs and waits for it. */
  close(): Promise<void>;
}

const RUNS_KEPT = 20;
const NAME_MAX = 120;
const ERRORS_SHOWN_MAX = 100;
const NOTHING_YET: ImportProgress = { phase: 'reading', read: 0, duplicates: 0, settled: 0, bytesRead: 0 };

export function createImportRuns(deps: {
  readonly importFiles: ImportFiles;
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Log;
}): ImportRuns {
  const runs = new Map<string, ImportRun[]>();
  const uploading = new Set<string>();
  const working = new Set<Promise<void>>();
  const stop = new AbortController();
  const listOf = (userId: string): ImportRun[] => runs.get(userId) ?? [];

  function update(userId: string, run: ImportRun): void {
    const others = listOf(userId).filter((one) => one.id !== run.id);
    runs.set(userId, [run, ...others].slice(0, RUNS_KEPT));
  }

  async function work(userId: string, first: ImportRun, folder: string, paths: readonly string[]): Promise<void> {
    let run = first;
    try {
      const result = await deps.importFiles({
        userId,
        paths,
        signal: stop.signal,
        onProgress: (progress) => update(userId, (run = { ...run, progress })),
      });
      // What a person uploaded is named as they know it.
      const errors = result.errors.slice(0, ERRORS_SHOWN_MAX).map((error) => ({ ...error, path: basename(error.path) }));
      run = { ...run, result: { ...result, errors }, state: 'done' };
    } catch (error) {
      deps.log.warn({ err: error, importId: run.id }, 'import_failed');
      run = { ...run, state: 'failed', problem: problemOf(error) };
    }
    update(userId, { ...run, finishedAt: deps.clock.now().toISOString() });
    await removeFolder(folder);
  }

  async function removeFolder(folder: string): Promise<void> {
    await rm(folder, { recursive: true, force: true }).catch((error: unknown) => deps.log.warn({ err: error }, 'upload_not_removed'));
  }

  return {
    async start(userId, parts, checkField) {
      const isBusy = uploading.has(userId) || listOf(userId).some((run) => run.state === 'running');
      if (isBusy) throw new ProblemError('too_many_imports');
      uploading.add(userId);
      // The same name for the same file: an import that was cut off is known again.
      const folder = join(deps.folder, userId);
      try {
        const { paths, files, bytesTotal } = await saveFiles(folder, parts, checkField);
        const startedAt = deps.clock.now().toISOString();
        const run: ImportRun = {
          id: randomUUID(),
          files,
          state: 'running',
          problem: null,
          progress: NOTHING_YET,
          bytesTotal,
          result: null,
          startedAt,
          finishedAt: null,
        };
        update(userId, run);
        const running: Promise<void> = work(userId, run, folder, paths).finally(() => working.delete(running));
        working.add(running);
        return run;
      } catch (error) {
        await removeFolder(folder);
        throw error;
      } finally {
        uploading.delete(userId);
      }
    },
    list: listOf,
    async close() {
      stop.abort();
      await Promise.all(working);
    },
  };
}

/** @throws ProblemError `nothing_to_import`. */
async function saveFiles(folder: string, parts: AsyncIterable<MultipartPart>, checkField: (name: string, value: string) => void) {
  const paths: string[] = [];
  const files: string[] = [];
  let bytesTotal = 0;
  for await (const part of parts) {
    if (part.filename === null) {
      checkField(part.name, await readField(part));
      continue;
    }
    // A file input that was left empty sends a part without a name.
    if (part.filename === '') continue;
    // Fields that must be there have come by now: nothing is written for a request that may not write.
    checkField('', '');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const name = safeName(part.filename);
    // A folder each, since two files may have one name, which also names the messages in them (`path#n`).
    const inner = join(folder, String(files.length));
    await mkdir(inner, { mode: 0o700 });
    const target = createWriteStream(join(inner, name), { mode: 0o600 });
    await pipeline(part.content, target);
    bytesTotal += target.bytesWritten;
    paths.push(join(inner, name));
    files.push(name);
  }
  if (paths.length === 0) throw new ProblemError('nothing_to_import');
  return { paths, files, bytesTotal };
}

/** The last part of a path, without anything a file system or a terminal could take amiss; the ending stays, it tells the kind. */
function safeName(filename: string): string {
  const last = filename.split(/[/\\]/).at(-1) ?? '';
  const clean = last.replace(/[^\p{L}\p{N}._ -]/gu, '_').replace(/^[.\s]+/, '');
  return clean.slice(-NAME_MAX) || 'upload';
}

function problemOf(error: unknown): { code: string; text: string } {
  if (error instanceof PermanentError || error instanceof TransientError) return { code: error.code, text: error.message };
  return { code: 'internal', text: '' };
}
