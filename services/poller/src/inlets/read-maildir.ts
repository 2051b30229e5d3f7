// A Maildir that another program fills: `new` and `cur` of it and of its folders (Maildir++). Nothing is moved, renamed or flagged. Delivery is a rename
// from `tmp`, so what has a name here is whole. A message is known by the part of its name before the flags, which stays when it is read or moved.
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { listSeenFiles, type Inlet } from '@quittance/store/inlets';
import { FILES_A_LOOK, takeIn, type MailFile } from './take-in.ts';
import type { InletDeps, InletReader } from './watch-inlets.ts';

/** Drafts and what was thrown away before it was sent are no mail. */
const NOT_READ = /^\.(?:Drafts|Brouillons)$/i;
/** In pauses between two looks: a file whose permissions were wrong is tried again then. */
const UNREADABLE_PAUSES = 150;

export class MaildirReader implements InletReader {
  readonly path: string;
  readonly #deps: InletDeps;
  readonly #inlet: Inlet;
  #seen: Set<string> | null = null;
  /** When to try again. */
  readonly #later = new Map<string, number>();

  constructor(deps: InletDeps, inlet: Inlet, path: string) {
    this.path = path;
    this.#deps = deps;
    this.#inlet = inlet;
  }

  async look(isStopping: () => boolean): Promise<boolean> {
    this.#seen ??= await listSeenFiles(this.#deps.db, this.#inlet.id);
    const found = await this.#findNew();
    let next = 0;
    while (next < Math.min(found.length, FILES_A_LOOK) && !isStopping()) {
      const taken = await takeIn(this.#deps, this.#inlet, found.slice(next));
      for (const [at, { what }] of taken.entries()) {
        const { name } = found[next + at]!;
        // Renamed by its reader between the listing and the look: the next look finds it under its new name.
        if (what === 'gone') continue;
        if (typeof what === 'object' && what.code === 'file_unreadable')
          this.#later.set(name, this.#deps.nowMs() + this.#deps.inletMs * UNREADABLE_PAUSES);
        else this.#seen.add(name);
      }
      next += taken.length;
    }
    return next < found.length;
  }

  async #findNew(): Promise<MailFile[]> {
    const found = new Map<string, MailFile>();
    for (const folder of await foldersOf(this.path)) {
      for (const part of ['new', 'cur']) {
        for (const entry of await readdir(join(folder, part), { withFileTypes: true })) {
          if (!entry.isFile() || entry.name.startsWith('.')) continue;
          const name = keyOf(entry.name);
          if (this.#seen!.has(name) || found.has(name) || (this.#later.get(name) ?? 0) > this.#deps.nowMs()) continue;
          found.set(name, { path: join(folder, part, entry.name), name, shownAs: join(this.#inlet.path, name) });
        }
      }
    }
    return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }
}

/** The unique part of a Maildir file name: flags follow `:2,` (`;2,` and `!2,` on file systems without colons). */
export function keyOf(name: string): string {
  return basename(name).replace(/[:;!]2,[^:;!]*$/, '');
}

async function foldersOf(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory() && /^\.[^.]/.test(entry.name) && !NOT_READ.test(entry.name))
    .map(({ name }) => name);
  const inner: string[] = [];
  for (const folder of [path, ...names.sort().map((name) => join(path, name))]) if (await isMaildir(folder)) inner.push(folder);
  return inner;
}

// Links to folders do not count: they could lead out of what may be watched.
async function isMaildir(path: string): Promise<boolean> {
  const folders = new Set((await readdir(path, { withFileTypes: true })).flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])));
  return folders.has('cur') && folders.has('new');
}
