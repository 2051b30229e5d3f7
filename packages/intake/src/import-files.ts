// Imports mail files: reads, accepts in batches, and waits until every accepted message has its outcome. What was read before is a duplicate;
// an interrupted import goes on where it stood; a file that can't be read is told and the rest goes on.
import type { Instant } from '@quittance/domain/instant';
import { toInstant } from '@quittance/domain/instant';
import type { Tx } from '@quittance/store/database';
import { listOpenOfMbox, saveImportProgress } from '@quittance/store/imports';
import { inTransaction } from '@quittance/store/transaction';
import { acceptWithIds, type AcceptDeps } from './accept-message.ts';
import { awaitOutcomes } from './await-outcomes.ts';
import { problemOf, type FileItem, type FileMessage, type FileProblem } from './file-item.ts';
import { FILE_LIMITS } from './limits.ts';
import { raiseLateCharges } from './raise-late-charges.ts';
import { readMbox } from './read-mbox.ts';
import { readSource } from './read-source.ts';
import { findPosition } from './resume-mbox.ts';

export interface ImportDeps extends AcceptDeps {
  /** Between two looks at how far the classifier is. */
  readonly wait: (ms: number) => Promise<void>;
}

export interface ImportInput {
  readonly userId: string;
  readonly paths: readonly string[];
  /** What a path is called in the evidence: uploads lie in a folder of ours that means nothing to the person. */
  readonly nameOf?: (path: string) => string;
  readonly onProgress?: (progress: ImportState) => void;
  readonly signal?: AbortSignal;
}

export interface ImportState {
  readonly phase: 'reading' | 'settling';
  readonly read: number;
  readonly duplicates: number;
  /** Of the new ones, how many have their outcome. */
  readonly settled: number;
  readonly bytesRead: number;
}

/** `read = accepted + duplicates + ignored + quarantined`. */
export interface ImportResult {
  readonly read: number;
  /** New and kept as evidence. */
  readonly accepted: number;
  readonly duplicates: number;
  readonly ignored: number;
  readonly quarantined: number;
  readonly events: number;
  /** Files and messages that could not be read; they are not in `read`. */
  readonly errors: readonly Omit<FileProblem, 'kind'>[];
}

export async function importFiles(deps: ImportDeps, input: ImportInput): Promise<ImportResult> {
  const run = new ImportRun(deps, input);
  for (const path of input.paths) {
    for await (const item of readSource(path, (mbox) => run.readMbox(mbox))) {
      input.signal?.throwIfAborted();
      await run.take(item);
    }
  }
  await run.flush(null);
  const { read, duplicates, bytesRead } = run;
  const outcomes = await awaitOutcomes(deps, input, [run.fresh, run.known], (settled) =>
    input.onProgress?.({ phase: 'settling', read, duplicates, settled, bytesRead }),
  );
  await inTransaction(deps.db, (tx) => raiseLateCharges(tx, input.userId, deps.clock.now()));
  const { kept, ignored, quarantined, events } = outcomes;
  return { read, accepted: kept, duplicates, ignored, quarantined, events, errors: run.errors };
}

interface OpenMbox {
  readonly path: string;
  readonly fingerprint: Buffer;
  offset: number;
  messages: number;
}

const ERRORS_MAX = 10_000;

class ImportRun {
  readonly #deps: ImportDeps;
  readonly #input: ImportInput;
  #batch: FileMessage[] = [];
  #batchBytes = 0;
  #mbox: OpenMbox | null = null;
  read = 0;
  duplicates = 0;
  bytesRead = 0;
  /** Contents this run accepted, and those that were there: an interrupted run may have left them without an outcome. */
  readonly fresh: number[] = [];
  readonly known: number[] = [];
  readonly errors: Omit<FileProblem, 'kind'>[] = [];

  constructor(deps: ImportDeps, input: ImportInput) {
    this.#deps = deps;
    this.#input = input;
  }

  async *readMbox(path: string): AsyncGenerator<FileItem> {
    let known;
    try {
      known = await findPosition(this.#deps.db, this.#input.userId, path);
    } catch (error) {
      yield problemOf(path, error);
      return;
    }
    const { fingerprint, from } = known;
    await this.flush(null);
    if (from.messages > 0) {
      this.read += from.messages;
      this.duplicates += from.messages;
      this.known.push(...(await listOpenOfMbox(this.#deps.db, this.#input.userId, this.#nameOf(path))));
    }
    this.#mbox = { path, fingerprint, ...from };
    let isWhole = true;
    for await (const item of readMbox(path, from)) {
      isWhole &&= item.kind === 'message' || item.code === 'mail_too_big';
      yield item;
    }
    await this.flush(isWhole ? 'finished' : null);
    this.#mbox = null;
  }

  async take(item: FileItem): Promise<void> {
    if (item.kind === 'problem') {
      const { path, code, message } = item;
      if (this.errors.length < ERRORS_MAX) this.errors.push({ path: this.#nameOf(path), code, message });
      return;
    }
    if (this.#batchBytes > 0 && this.#batchBytes + item.raw.length > FILE_LIMITS.batchBytes) await this.flush(null);
    this.#batch.push(item);
    this.#batchBytes += item.raw.length;
    if (this.#batch.length >= FILE_LIMITS.batchMessages) await this.flush(null);
  }

  /** Accepts what was gathered, and in the same transaction how far the mbox was read. */
  async flush(end: 'finished' | null): Promise<void> {
    const batch = this.#batch;
    if (batch.length === 0 && end === null) return;
    const { userId } = this.#input;
    const last = batch.at(-1)?.mbox;
    if (this.#mbox && last) Object.assign(this.#mbox, { offset: last.nextOffset, messages: last.number });
    const messages = batch.map(({ path, raw }) => ({
      userId,
      raw,
      location: { kind: 'import' as const, path: this.#nameOf(path) },
      origin: { kind: 'import' as const, path: this.#nameOf(path) },
      priority: 'history' as const,
    }));
    const results = await acceptWithIds(this.#deps, messages, { alongside: (tx) => this.#saveProgress(tx, end === 'finished') });
    for (const { outcome, contentId } of results) {
      if (outcome === 'accepted') this.fresh.push(contentId);
      else {
        this.duplicates++;
        this.known.push(contentId);
      }
    }
    this.read += results.length;
    this.bytesRead += this.#batchBytes;
    this.#batch = [];
    this.#batchBytes = 0;
    const { read, duplicates, bytesRead } = this;
    this.#input.onProgress?.({ phase: 'reading', read, duplicates, settled: 0, bytesRead });
  }

  async #saveProgress(tx: Tx, isFinished: boolean): Promise<void> {
    if (!this.#mbox) return;
    const { path, fingerprint, offset, messages } = this.#mbox;
    const at: Instant = toInstant(this.#deps.clock.now());
    await saveImportProgress(tx, {
      userId: this.#input.userId,
      fingerprint,
      path: this.#nameOf(path),
      offsetBytes: offset,
      messages,
      isFinished,
      at,
    });
  }

  #nameOf(path: string): string {
    return this.#input.nameOf?.(path) ?? path;
  }
}
