// Files that a person names on the command line: what can't be read or written is told as a sentence in their language, with exit code 65.
import { constants } from 'node:fs';
import { access, open, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PermanentError } from '@quittance/domain/errors';
import { pathProblemText } from '@quittance/i18n/file-problems';
import type { Context } from './context.ts';

type Speaker = Pick<Context, 'language'>;

/** Before the work whose result is to be written: nobody waits for what can't be. @throws PermanentError `bad_file`. */
export async function assertWritable(context: Speaker, path: string): Promise<void> {
  try {
    const there = await stat(path).catch(() => null);
    if (there?.isDirectory()) throw Object.assign(new Error(path), { code: 'EISDIR' });
    await access(there ? path : dirname(path), constants.W_OK);
  } catch (error) {
    throw toBadFile(context, 'writing', path, error);
  }
}

/** Before a long reading: that there is a file, and that it may be read. @throws PermanentError `bad_file`. */
export async function assertReadable(context: Speaker, path: string): Promise<void> {
  try {
    const file = await open(path);
    const found = await file.stat();
    await file.close();
    if (found.isDirectory()) throw Object.assign(new Error(path), { code: 'EISDIR' });
  } catch (error) {
    throw toBadFile(context, 'reading', path, error);
  }
}

/** For what holds a person's mail or tells of it: nobody else on the machine may read it. @throws PermanentError `bad_file`. */
export async function writeOwnFile(context: Speaker, path: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(path, content, { mode: 0o600 });
  } catch (error) {
    throw toBadFile(context, 'writing', path, error);
  }
}

/** @throws PermanentError `bad_file`. */
export async function readOwnFile(context: Speaker, path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw toBadFile(context, 'reading', path, error);
  }
}

/** The system's error as a sentence; others as they are. */
export function toBadFile({ language }: Speaker, doing: 'reading' | 'writing', path: string, cause: unknown): unknown {
  const { code } = cause as NodeJS.ErrnoException;
  if (cause instanceof PermanentError || typeof code !== 'string' || !/^E[A-Z]+$/.test(code)) return cause;
  return new PermanentError('bad_file', pathProblemText(language, doing, path, code), { cause });
}
