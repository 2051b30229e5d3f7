// Imports that people started by uploading files: one at a time per person, in the background, with progress to ask for. The upload is streamed to
// a folder of its own, which is removed at the end. What an import wrote is safe at every moment; a run that ends with the process is
// started again by uploading the same file, which goes on where it stood.
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Clock, Instant } from '@quittance/domain/instant';
import type { Log } from '@quittance/domain/log';
import type { ProblemCode } from '@quittance/i18n/problems.en';
import type { MultipartPart } from './multipart.ts';
import { ProblemError, toProblemError } from './problem.ts';
import { saveUpload, type CheckField } from './save-upload.ts';

/** `importFiles` of packages/intake. */
export type ImportFiles = (input: {
  readonly userId: string;
  readonly paths: readonly string[];
  readonly nameOf: (path: string) => string;
  readonly onProgress: (progress: ImportProgress) => void;
  readonly signal: AbortSignal;
}) => Promise<ImportResult>;

interface ImportProgress {
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
  readonly problem: { readonly code: ProblemCode; readonly text: string } | null;
  readonly progress: ImportProgress;
  readonly bytesTotal: number;
  /** Once it is done. */
  readonly result: ImportResult | null;
  readonly startedAt: Instant;
  readonly finishedAt: Instant | null;
}

export interface ImportRuns {
  /** Takes the files of an upload and starts importing them. @param checkField is given each field that precedes the files. */
  start(userId: string, parts: AsyncIterable<MultipartPart>, checkField: CheckField): Promise<ImportRun>;
  /** The person's runs since the process began, newest first. */
  list(userId: string): readonly ImportRun[];
  /** Stops what runs and waits for it. */
  close(): Promise<void>;
}

const RUNS_KEPT = 20;
const ERRORS_SHOWN_MAX = 100;
const NOTHING_YET: ImportProgress = { phase: 'reading', read: 0, duplicates: 0, settled: 0, bytesRead: 0 };

export interface ImportRunsDeps {
  readonly importFiles: ImportFiles;
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Log;
}

export function createImportRuns(deps: ImportRunsDeps): ImportRuns {
  return new Runs(deps);
}

class Runs implements ImportRuns {
  readonly #deps: ImportRunsDeps;
  readonly #runs = new Map<string, ImportRun[]>();
  readonly #uploading = new Set<string>();
  readonly #working = new Set<Promise<void>>();
  readonly #stop = new AbortController();

  constructor(deps: ImportRunsDeps) {
    this.#deps = deps;
  }

  list(userId: string): readonly ImportRun[] {
    return this.#runs.get(userId) ?? [];
  }

  async start(userId: string, parts: AsyncIterable<MultipartPart>, checkField: CheckField): Promise<ImportRun> {
    const isBusy = this.#uploading.has(userId) || this.list(userId).some((run) => run.state === 'running');
    if (isBusy) throw new ProblemError('too_many_imports');
    this.#uploading.add(userId);
    // The same place for the same person and file: an import that was cut off is known again.
    const folder = join(this.#deps.folder, userId);
    try {
      const { paths, files, bytesTotal } = await saveUpload(folder, parts, checkField);
      const startedAt = this.#deps.clock.now().toISOString();
      const state = { state: 'running', problem: null, progress: NOTHING_YET, result: null, finishedAt: null } as const;
      const run: ImportRun = { id: randomUUID(), files, bytesTotal, startedAt, ...state };
      this.#update(userId, run);
      const working: Promise<void> = this.#work(userId, run, folder, paths).finally(() => this.#working.delete(working));
      this.#working.add(working);
      return run;
    } catch (error) {
      await this.#removeFolder(folder);
      throw error;
    } finally {
      this.#uploading.delete(userId);
    }
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await Promise.all(this.#working);
  }

  async #work(userId: string, first: ImportRun, folder: string, paths: readonly string[]): Promise<void> {
    let run = first;
    try {
      const result = await this.#deps.importFiles({
        userId,
        paths,
        // As the person knows it: `a.mbox#3`, without the folders of the upload.
        nameOf: (path) => relative(folder, path).replace(/^\d+[/\\]/, ''),
        signal: this.#stop.signal,
        onProgress: (progress) => this.#update(userId, (run = { ...run, progress })),
      });
      run = { ...run, result: { ...result, errors: result.errors.slice(0, ERRORS_SHOWN_MAX) }, state: 'done' };
    } catch (error) {
      this.#deps.log.warn({ err: error, importId: run.id }, 'import_failed');
      run = { ...run, state: 'failed', problem: problemOf(error) };
    }
    // First the upload, then the word: who reads `done` finds nothing left of it.
    await this.#removeFolder(folder);
    this.#update(userId, { ...run, finishedAt: this.#deps.clock.now().toISOString() });
  }

  #update(userId: string, run: ImportRun): void {
    const others = this.list(userId).filter((one) => one.id !== run.id);
    this.#runs.set(userId, [run, ...others].slice(0, RUNS_KEPT));
  }

  async #removeFolder(folder: string): Promise<void> {
    await rm(folder, { recursive: true, force: true }).catch((error: unknown) => this.#deps.log.warn({ err: error }, 'upload_not_removed'));
  }
}

function problemOf(error: unknown): NonNullable<ImportRun['problem']> {
  const { code, details } = toProblemError(error);
  return { code, text: details.detail ?? '' };
}
