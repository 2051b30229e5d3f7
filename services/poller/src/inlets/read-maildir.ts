// A Maildir that another program fills: `new` and `cur` of it and of its folders (Maildir++). Nothing is moved, renamed or flagged. Delivery is a rename
// from `tmp`, so what has a name here is whole. A message is known by the part of its name before the flags, which stays when it is read or moved.
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { listSeenFiles, type Inlet } from '@quittance/store/inlets';
import { takeIn } from './take-in.ts';
import type { InletDeps, InletReader } from './watch-inlets.ts';

/** Drafts and what was thrown away before it was sent are no mail. */
const NOT_READ = /^\.(?:Drafts|Brouillons)$/i;

export class MaildirReader implements InletReader {
  readonly #deps: InletDeps;
  readonly #inlet: Inlet;
  readonly #path: string;
  #seen: Set<string> | null = null;

  constructor(deps: InletDeps, inlet: Inlet, path: string) {
    this.#deps = deps;
    this.#inlet = inlet;
    this.#path = path;
  }

  async look(): Promise<void> {
    this.#seen ??= await listSeenFiles(this.#deps.db, this.#inlet.id);
    for (const folder of await foldersOf(this.#path)) {
      for (const part of ['new', 'cur']) await this.#lookInto(join(folder, part));
    }
  }

  async #lookInto(folder: string): Promise<void> {
    const entries = await readdir(folder, { withFileTypes: true });
    // Links could lead out of the folder that may be watched.
    const names = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.')).map(({ name }) => name);
    for (const name of names.sort()) {
      const key = keyOf(name);
      if (this.#seen!.has(key)) continue;
      const shownAs = join(this.#inlet.path, key);
      const outcome = await takeIn(this.#deps, this.#inlet, { path: join(folder, name), name: key, shownAs });
      // Renamed by its reader between the listing and the look: the next look finds it under its new name.
      if (outcome !== 'gone') this.#seen!.add(key);
    }
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
  for (const name of names.sort()) if (await isMaildir(join(path, name))) inner.push(join(path, name));
  return [path, ...inner];
}

async function isMaildir(path: string): Promise<boolean> {
  const names = new Set(await readdir(path));
  return names.has('cur') && names.has('new');
}
