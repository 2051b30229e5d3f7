// Any path to its messages, one after the other, with bounded memory: the way in for `import` and `classify`.
import { detectSource } from './detect-source.ts';
import { problem, problemOf, type FileItem } from './file-item.ts';
import { readEml } from './read-eml.ts';
import { readFolder } from './read-folder.ts';
import { readMaildir } from './read-maildir.ts';
import { readMbox } from './read-mbox.ts';
import { readZip } from './read-zip.ts';

/** How a single mbox is read; an import puts one in that goes on where it stood. */
export type ReadMbox = (path: string) => AsyncGenerator<FileItem>;

export function readSource(path: string, mbox: ReadMbox = readMbox): AsyncGenerator<FileItem> {
  return readOne(path, 0);

  async function* readOne(path: string, depth: number): AsyncGenerator<FileItem> {
    let kind;
    try {
      kind = await detectSource(path);
    } catch (error) {
      yield problemOf(path, error);
      return;
    }
    if (kind === 'mbox') yield* mbox(path);
    else if (kind === 'eml') yield* readEml(path);
    else if (kind === 'zip') yield* readZip(path);
    else if (kind === 'folder') yield* readFolder(path, depth, readOne);
    else if (kind === 'maildir') {
      yield* readMaildir(path);
      // Its folders stand beside `cur` and `new`.
      yield* readFolder(path, depth, (inner, next) => (/[/\\](?:cur|new|tmp)$/.test(inner) ? none() : readOne(inner, next)));
    } else if (depth === 0) yield problem(path, 'not_mail', 'is neither mail nor an archive of mail');
  }
}

async function* none(): AsyncGenerator<FileItem> {}
