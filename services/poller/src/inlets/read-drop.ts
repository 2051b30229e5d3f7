// A folder into which `.eml` files are dropped, by hand or by another program. A file is taken when it has not changed for a while, for longer where it
// looks half written; it is then moved into `processing`, accepted, and moved to `done`, or to `failed` beside a text that says why in the person's language. Whatever stands
// in `processing` after a crash is read again: the same bytes are the same message. One that grows after it was taken goes back to the folder.
import type { Stats } from 'node:fs';
import { lstat, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PermanentError } from '@quittance/domain/errors';
import { inletTexts } from '@quittance/i18n/inlets';
import type { Inlet } from '@quittance/store/inlets';
import { readUserSettings } from '@quittance/store/user-settings';
import { looksFinished, type Finished } from './looks-finished.ts';
import { FILES_A_LOOK, takeIn, type Taken } from './take-in.ts';
import { TakenFiles } from './taken-files.ts';
import type { InletDeps, InletReader } from './watch-inlets.ts';

const PLACES = { processing: 'processing', done: 'done', failed: 'failed' } as const;
const TAKEN = /\.(?:eml|emlx)$/i;
/** How long a file stands still before it is taken, in pauses between two looks of two seconds: by what it looks like. */
const STILL_PAUSES: Record<Finished, number> = { whole: 2, unsure: 30, cut: 150 };
/** Browsers put an empty file of that name there while they download. */
const STILL_EMPTY_PAUSES = 30;

type Problem = Extract<Taken['what'], object>;

interface Waiting {
  readonly state: string;
  readonly sinceMs: number;
  /** Known once it has stood still for the shortest time. */
  readonly looks?: Finished;
}

export class DropReader implements InletReader {
  readonly path: string;
  readonly #deps: InletDeps;
  readonly #inlet: Inlet;
  readonly #taken: TakenFiles;
  #waiting = new Map<string, Waiting>();

  constructor(deps: InletDeps, inlet: Inlet, path: string) {
    this.path = path;
    this.#deps = deps;
    this.#inlet = inlet;
    this.#taken = new TakenFiles(deps, inlet);
  }

  async look(isStopping: () => boolean): Promise<boolean> {
    for (const place of Object.values(PLACES)) await makePlace(join(this.path, place));
    await this.#takeBackGrown(isStopping);
    const processing = join(this.path, PLACES.processing);
    const left = await this.#renamed(processing, await filesIn(processing));
    // What is moved there is taken at once, so that little of it stands between two places when we stop.
    const moved = await this.#moveStill(processing, FILES_A_LOOK - left.length);
    const names = [...left, ...moved];
    const files = names.map((name) => ({ path: join(processing, name), name, shownAs: join(this.#inlet.path, name) }));
    let next = 0;
    while (next < Math.min(files.length, FILES_A_LOOK) && !isStopping()) {
      const taken = await takeIn(this.#deps, this.#inlet, files.slice(next));
      for (const [at, { what, sizeBytes }] of taken.entries()) {
        if (what !== 'gone') await this.#putAway(files[next + at]!.name, what === 'accepted' ? null : what, sizeBytes);
      }
      next += taken.length;
    }
    return files.length >= FILES_A_LOOK;
  }

  /** Left there by a crash or put there by somebody: none may take the place of one that was put away under its name. */
  async #renamed(processing: string, left: readonly string[]): Promise<string[]> {
    const names: string[] = [];
    const away = [PLACES.done, PLACES.failed].map((place) => join(this.path, place));
    for (const name of left) {
      const isFree = (await firstThere(away.map((folder) => join(folder, name)))) === null;
      const to = isFree ? name : await this.#freeName(name);
      if (isFree || (await moveIfThere(join(processing, name), join(processing, to)))) names.push(to);
    }
    return names;
  }

  async #moveStill(processing: string, most: number): Promise<string[]> {
    const waiting = new Map<string, Waiting>();
    const moved: string[] = [];
    for (const name of await filesIn(this.path)) {
      const found = await this.#stillness(name);
      if (!found) continue;
      if (!found.isStill || moved.length >= most) {
        waiting.set(name, found.waiting);
        continue;
      }
      const to = await this.#freeName(name);
      // Another poller may have been first.
      if (await moveIfThere(join(this.path, name), join(processing, to))) moved.push(to);
    }
    this.#waiting = waiting;
    return moved;
  }

  async #stillness(name: string): Promise<{ readonly isStill: boolean; readonly waiting: Waiting } | null> {
    const path = join(this.path, name);
    const info = await lstat(path).catch(() => null);
    if (!info) return null;
    const nowMs = this.#deps.nowMs();
    const state = `${info.size} ${info.mtimeMs} ${info.ino}`;
    const before = this.#waiting.get(name);
    if (before?.state !== state) return { isStill: false, waiting: { state, sinceMs: nowMs } };
    const isStillFor = (pauses: number): boolean => nowMs - before.sinceMs >= this.#deps.inletMs * pauses;
    if (info.size === 0) return { isStill: isStillFor(STILL_EMPTY_PAUSES), waiting: before };
    if (!isStillFor(STILL_PAUSES.whole)) return { isStill: false, waiting: before };
    // One that can't be read is taken, so that it is said of it.
    const looks = before.looks ?? (await looksFinished(path, info.size).catch(() => 'whole' as const));
    return { isStill: isStillFor(STILL_PAUSES[looks]), waiting: { ...before, looks } };
  }

  async #putAway(name: string, problem: Problem | null, sizeBytes: number | null): Promise<void> {
    const place = problem === null ? PLACES.done : PLACES.failed;
    const to = join(this.path, place, name);
    if (problem !== null) await writeFile(`${to}.txt`, `${name}\n\n${await this.#inTheirLanguage(problem)}\n`);
    await moveIfThere(join(this.path, PLACES.processing, name), to);
    if (sizeBytes !== null) this.#taken.add(name, sizeBytes);
  }

  async #inTheirLanguage({ code, text }: Problem): Promise<string> {
    const { language } = await readUserSettings(this.#deps.db, this.#inlet.userId);
    return inletTexts(language).problems[code] ?? text;
  }

  /** Whoever writes to it still has it open, wherever it was moved: it comes back and waits like any other. */
  async #takeBackGrown(isStopping: () => boolean): Promise<void> {
    const places = [PLACES.done, PLACES.failed];
    const stateOf = (name: string): Promise<Stats | null> => firstThere(places.map((place) => join(this.path, place, name)));
    for (const name of await this.#taken.listGrown(stateOf, isStopping)) {
      for (const place of places) {
        const back = join(this.path, await freeNameIn([this.path], name));
        if (!(await moveIfThere(join(this.path, place, name), back))) continue;
        await rm(join(this.path, place, `${name}.txt`), { force: true });
        this.#deps.log.info({ inletId: this.#inlet.id }, 'dropped_file_grew');
      }
    }
  }

  #freeName(name: string): Promise<string> {
    return freeNameIn(
      Object.values(PLACES).map((place) => join(this.path, place)),
      name,
    );
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

/** Nothing is ever overwritten: a second `a.eml` becomes `a.1.eml`, wherever the first one stands. */
async function freeNameIn(folders: readonly string[], name: string): Promise<string> {
  for (let count = 0; ; count += 1) {
    const free = count === 0 ? name : name.replace(/(\.[^.]+)$/, `.${count}$1`);
    if ((await firstThere(folders.map((folder) => join(folder, free)))) === null) return free;
  }
}

async function firstThere(paths: readonly string[]): Promise<Stats | null> {
  for (const path of paths) {
    const info = await lstat(path).catch(() => null);
    if (info) return info;
  }
  return null;
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
