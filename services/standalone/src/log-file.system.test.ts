// The log's file in a data folder that is, that is made, and that can not be made: none of them may keep the start from going on.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openLogFile } from './log-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quittance-log-'));
});
afterAll(() => rm(folder, { recursive: true }));

it('makes the folder and writes line by line', async () => {
  const path = join(folder, 'deep', 'data', 'quittance.log');
  const log = await openLogFile(path);
  log.write('one\n');
  log.write('two\n');
  expect(await readFile(path, 'utf8')).toBe('one\ntwo\n');
});

it('comes back where no folder can be made', async () => {
  const log = await openLogFile('/proc/nope/quittance.log');
  expect(() => log.write('lost\n')).not.toThrow();
});
