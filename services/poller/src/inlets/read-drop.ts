// A folder into which `.eml` files are dropped, by hand or by another program. A file is taken when it has not changed between two looks, so that none is
// read half written; it is then moved into `processing`, accepted, and moved to `done`, or to `failed` beside a text that says why. Whatever stands
// in `processing` after a crash is read again: the same bytes are the same message.
import { mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Inlet } from '@quittance/store/inlets';
import { takeIn } from './take-in.ts';
import type { InletDeps, InletReader } from './watch-inlets.ts';

const PLACES = { processing: 'processing', done: 'done', failed: 'failed' } as const;
const TAKEN = /\.(?:eml|emlx)$/i;

export class DropReader implements InletReader {
  readonly #deps: InletDeps;
  readonly #inlet: Inlet;
  readonly #path: string;
  /** Size and time of each file at the last look. */
  #before = new Map<string, string>();

  constructor(deps: InletDeps, inlet: Inlet, path: string) {
    this.#deps = deps;
    this.#inlet = inlet;
    this.#path = path;
  }

  async look(): Promise<void> {
    const processing = join(this.#path, PLACES.processing);
    for (const place of Object.values(PLACES)) await mkdir(join(this.#path, place), { recursive: true });
    await this.#takeStill(processing);
    for (const name of await filesIn(processing)) await this.#process(name);
  }

  async #takeStill(processing: string): Promise<void> {
    const now = new Map<string, string>();
    for (const name of await filesIn(this.#path)) {
      const info = await stat(join(this.#path, name)).catch(() => null);
      if (!info) continue;
      const state = `${info.size} ${info.mtimeMs} ${info.ino}`;
      if (this.#before.get(name) !== state) {
        now.set(name, state);
        continue;
      }
      // Another poller may have been first.
      await rename(join(this.#path, name), await freeName(processing, name)).catch(ignoreMissing);
    }
    this.#before = now;
  }

  async #process(name: string): Promise<void> {
    const from = join(this.#path, PLACES.processing, name);
    const problem = await takeIn(this.#deps, this.#inlet, { path: from, name, shownAs: join(this.#inlet.path, name) });
    if (problem === 'gone') return;
    const to = await freeName(join(this.#path, problem ? PLACES.failed : PLACES.done), name);
    if (problem) await writeFile(`${to}.txt`, `${problem.text}\n`);
    await rename(from, to).catch(ignoreMissing);
  }
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
    const path = join(folder, count === 0 ? name : name.replace(/(\.[^.]+)$/, `.${count}$1`));
    if (!(await stat(path).catch(() => null))) return path;
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
