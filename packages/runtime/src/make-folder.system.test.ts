// Folders are made with those above them, and where none can be made that is said at once.
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeFolder } from './make-folder.ts';

it('makes a folder once, with those above it', async () => {
  const base = await mkdtemp(join(tmpdir(), 'quittance-folder-'));
  expect(await makeFolder(join(base, 'a/b/c'), 0o700)).toBe(true);
  expect(await makeFolder(join(base, 'a/b/c'), 0o700)).toBe(false);
  expect((await stat(join(base, 'a/b/c'))).mode & 0o777).toBe(0o700);
  await writeFile(join(base, 'file'), '');
  await expect(makeFolder(join(base, 'file'), 0o700)).rejects.toMatchObject({ code: 'EEXIST' });
  await expect(makeFolder(join(base, 'file/inner'), 0o700)).rejects.toMatchObject({ code: 'ENOTDIR' });
  await rm(base, { recursive: true });
});

// Node's `mkdir(…, { recursive: true })` runs for ever here.
it.skipIf(process.platform !== 'linux')('says at once that a place takes no folders', async () => {
  await expect(makeFolder('/proc/quittance/data', 0o700)).rejects.toMatchObject({ code: 'ENOENT' });
});
