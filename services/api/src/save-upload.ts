// Writes the files of an upload to a folder as they come in. Names are the uploader's: only their last part is taken, and each file gets a folder
// of its own.
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { makeFolder } from '@quittance/runtime/make-folder';
import { readField, type MultipartPart } from './multipart.ts';
import { ProblemError } from './problem.ts';

/** Given each field, and ('', '') before each file: by then what must precede the files has come. It throws to refuse. */
export type CheckField = (name: string, value: string) => void;

export interface SavedUpload {
  readonly paths: readonly string[];
  /** Their names, as the person knows them. */
  readonly files: readonly string[];
  readonly bytesTotal: number;
}

const NAME_MAX = 120;

/** @throws ProblemError `nothing_to_import`. */
export async function saveUpload(folder: string, parts: AsyncIterable<MultipartPart>, checkField: CheckField): Promise<SavedUpload> {
  const paths: string[] = [];
  const files: string[] = [];
  let bytesTotal = 0;
  for await (const part of parts) {
    if (part.filename === null) {
      checkField(part.name, await readField(part));
      continue;
    }
    // A file input that was left empty sends a part without a name.
    if (part.filename === '') continue;
    // Fields that must be there have come by now: nothing is written for a request that may not write.
    checkField('', '');
    await makeFolder(folder, 0o700);
    const name = safeName(part.filename);
    // A folder each, since two files may have one name, which also names the messages in them (`path#n`).
    const inner = join(folder, String(files.length));
    await mkdir(inner, { mode: 0o700 });
    const target = createWriteStream(join(inner, name), { mode: 0o600 });
    await pipeline(part.content, target);
    bytesTotal += target.bytesWritten;
    paths.push(join(inner, name));
    files.push(name);
  }
  if (paths.length === 0) throw new ProblemError('nothing_to_import');
  return { paths, files, bytesTotal };
}

/** The last part of a path, without anything a file system or a terminal could take amiss; the ending stays, it tells the kind. */
function safeName(filename: string): string {
  const last = filename.split(/[/\\]/).at(-1) ?? '';
  const clean = last.replace(/[^\p{L}\p{N}._ -]/gu, '_').replace(/^[.\s]+/, '');
  return clean.slice(-NAME_MAX) || 'upload';
}
