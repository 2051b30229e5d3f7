// A folder into which `.eml` files are dropped, by hand or by another program. A file is taken when it has not changed for a while, so that none is
// read half written; it is then moved into `processing`, accepted, and moved to `done`, or to `failed` beside a text that says why. Whatever stands
// in `processing` after a crash is read again: the same bytes are the same message.
import { lstat, mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PermanentError } from '@quittance/domain/errors';
import type { Inlet } from '@quittance/store/inlets';
import { FILES_A_LOOK, takeIn } from './take-in.ts';
import type { InletDeps, InletReader } from './watch-inlets.ts';

const PLACES = { processing: 'processing', done: 'done', failed: 'failed' } as const;
const TAKEN = /\.(?:eml|emlx)$/i;
/** In pauses between two looks: copying over a network stalls for seconds. */
const STILL_PAUSES = 2;
/** Browsers put an empty file of that name there while they download. */
const STILL_EMPTY_PAUSES = 30;

interface Waiting {
  readonly state: string;
  readonly sinceMs: number;
}

export class DropReader implements InletReader {
  readonly path: string;
  readonly #deps: InletDeps;
  readonly #inlet: Inlet;
  #waiting = new Map<string, Waiting>();

  constructor(deps: InletDeps, inlet: Inlet, path: string) {
    this.path = path;
    this.#deps = deps;
    this.#inlet = inlet;
  }

  async look(isStopping: () => boolean): Promise<boolean> {
    for (const place of Object.values(PLACES)) await makePlace(join(this.path, place));
    const processing = join(this.path, PLACES.processing);
    const left = await filesIn(processing);
    // What is moved there is taken at once, so that little of it stands between two places when we stop.
    const moved = await this.#moveStill(processing, FILES_A_LOOK - left.length);
    const names = [...left, ...moved];
    const files = names.map((name) => ({ path: join(processing, name), name, shownAs: join(this.#inlet.path, name) }));
    let next = 0;
    while (next < Math.min(files.length, FILES_A_LOOK) && !isStopping()) {
      const taken = await takeIn(this.#deps, this.#inlet, files.slice(next));
      for (const [at, what] of taken.entries()) {
        if (what !== 'gone') await this.#putAway(files[next + at]!.name, what === 'accepted' ? null : what.text);
      }
      next += taken.length;
    }
    return files.length >= FILES_A_LOOK;
  }

  async #moveStill(processing: string, most: number): Promise<string[]> {
    const nowMs = performance.now();
    const waiting = new Map<string, Waiting>();
    const moved: string[] = [];
    for (const name of await filesIn(this.path)) {
      const info = await lstat(join(this.path, name)).catch(() => null);
      if (!info) continue;
      const state = `${info.size} ${info.mtimeMs} ${info.ino}`;
      const before = this.#waiting.get(name);
      const stillMs = this.#deps.inletMs * (info.size === 0 ? STILL_EMPTY_PAUSES : STILL_PAUSES);
      if (before?.state !== state || nowMs - before.sinceMs < stillMs || moved.length >= most) {
        waiting.set(name, before?.state === state ? before : { state, sinceMs: nowMs });
        continue;
      }
      const to = await freeName(processing, name);
      // Another poller may have been first.
      if (await moveIfThere(join(this.path, name), join(processing, to))) moved.push(to);
    }
    this.#waiting = waiting;
    return moved;
  }

  async #putAway(name: string, problem: string | null): Promise<void> {
    const folder = join(this.path, problem === null ? PLACES.done : PLACES.failed);
    const to = await freeName(folder, name);
    if (problem !== null) await writeFile(join(folder, `${to}.txt`), `${name} ${problem}\n`);
    await moveIfThere(join(this.path, PLACES.processing, name), join(folder, to));
  }
}

// A link in its place would have files elsewhere taken, or moved there.
async function makePlace(path: string): Promise<void> {
  await mkdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  if ((await lstat(path)).isDirectory()) return;
  throw new PermanentError('folder_unreadable', `${path} is in the way: a folder of that name is needed there.`);
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && TAKEN.test(entry.name))
    .map(({ name }) => name)
    .sort();
}

/** Nothing is ever overwritten: a second `a.eml` becomes `a.1.eml`. */
async function freeName(folder: string, name: string): Promise<string> {
  for (let count = 0; ; count += 1) {
    const free = count === 0 ? name : name.replace(/(\.[^.]+)$/, `.${count}$1`);
    if (!(await stat(join(folder, free)).catch(() => null))) return free;
  }
}

async function moveIfThere(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return false;
  }
}
