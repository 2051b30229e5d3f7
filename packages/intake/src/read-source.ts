// Any path to its messages, one after the other, with bounded memory: the way in for `import` and `classify`.
import { stat } from 'node:fs/promises';
import { detectSource } from './detect-source.ts';
import { notMail, problem, problemOf, type FileItem } from './file-item.ts';
import { readEml } from './read-eml.ts';
import { readFolder } from './read-folder.ts';
import { readGzip } from './read-gzip.ts';
import { readMaildir } from './read-maildir.ts';
import { readMbox } from './read-mbox.ts';
import { readTarFile } from './read-tar.ts';
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
    else if (kind === 'gzip') yield* readGzip(path, depth === 0 || (await saysItHoldsMail(path)));
    else if (kind === 'tar') yield* readTarFile(path);
    else if (kind === 'folder') yield* readFolder(path, depth, readOne);
    else if (kind === 'maildir') {
      yield* readMaildir(path);
      // Its folders stand beside `cur` and `new`.
      yield* readFolder(path, depth, (inner, next) => (/[/\\](?:cur|new|tmp)$/.test(inner) ? none() : readOne(inner, next)));
    } else if (depth === 0 || (await saysItHoldsMail(path))) yield unreadable(path, kind);
  }
}

const unreadable = (path: string, kind: 'packed' | 'unknown'): FileItem =>
  kind === 'packed'
    ? problem(path, 'zip_unsupported', 'is packed in a way that cannot be read: unpack it and import what it holds')
    : notMail(path);

// In a folder other things lie beside mail, and are passed over; what bears the name of a mail is missed where nobody says that it was not read.
// An mbox without a message in it is empty, not broken.
async function saysItHoldsMail(path: string): Promise<boolean> {
  if (/\.(?:emlx?|msg|pst|olm)$|\.(?:eml|mbox)\.\w{2,4}$/i.test(path)) return true;
  return /\.(?:mbox|mbx)$/i.test(path) && (await stat(path)).size > 0;
}

async function* none(): AsyncGenerator<FileItem> {}
