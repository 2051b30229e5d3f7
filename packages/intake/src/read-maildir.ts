// A Maildir: the messages of `new` and `cur`, and of its folders (Maildir++ `.Name`). Nothing is moved or renamed; `tmp` is not looked at.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { problemOf, type FileItem } from './file-item.ts';
import { readEml } from './read-eml.ts';

export async function* readMaildir(path: string): AsyncGenerator<FileItem> {
  for (const part of ['cur', 'new']) {
    const folder = join(path, part);
    let names: string[] = [];
    try {
      const entries = await readdir(folder, { withFileTypes: true });
      names = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.')).map(({ name }) => name);
    } catch (error) {
      yield problemOf(folder, error);
    }
    for (const name of names.sort()) yield* readEml(join(folder, name));
  }
}
