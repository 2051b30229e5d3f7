// Moving house with the command line: from the embedded database to an external one and on to another data folder, with an erasure in between
// that an older backup must not undo.
import { copyFile, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmptyDatabase } from '@quittance/testing/empty-database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runHere, type Finished } from './test-command.ts';

let folder: string;
let external: Awaited<ReturnType<typeof createEmptyDatabase>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quittance-keep-'));
  external = await createEmptyDatabase();
});
afterAll(async () => {
  await external.drop();
  await rm(folder, { recursive: true, force: true });
});

type Archive = { items: { sha256: string; subject: string; erased_at: string | null }[] };
type Fsck = { ok: boolean; users: { messages: number; erased: number; problems: unknown[] }[] };

async function run(env: Record<string, string>, ...args: string[]): Promise<Finished> {
  return runHere([...args, '--json'], env);
}

async function ok<T>(env: Record<string, string>, ...args: string[]): Promise<T> {
  const result = await run(env, ...args);
  expect(result, `${args.join(' ')}: ${result.stderr}`).toMatchObject({ code: 0 });
  return result.json() as T;
}

it('carries everything from place to place, and leaves behind what was erased', { timeout: 240_000 }, async () => {
  const home = { QUITTANCE_DATA: join(folder, 'home') };
  const file = join(folder, 'first.backup');
  await ok(home, 'import', 'sample');
  const before = await ok<Archive>(home, 'proof', 'search');
  expect(before.items.length).toBeGreaterThan(20);
  expect(await ok<Fsck>(home, 'fsck')).toMatchObject({ ok: true, users: [{ messages: before.items.length, erased: 0, problems: [] }] });
  const backup = await ok<{ logs: { checkpoint: string }[]; key_file: string }>(home, 'backup', file);
  expect(backup.key_file).toBe(join(folder, 'home', 'key'));
  const checkpoint = join(folder, 'checkpoint.txt');
  await writeFile(checkpoint, backup.logs[0]!.checkpoint);

  const { sha256, subject } = before.items[0]!;
  const erased = await ok<{ leaf_index: number | null }>(home, 'erase', sha256.slice(0, 12), '--reason', 'a letter to somebody else');
  expect(erased.leaf_index).toBeGreaterThan(0);
  expect(await ok<Fsck>(home, 'fsck')).toMatchObject({ ok: true, users: [{ erased: 1 }] });

  // The backup is older than the erasure. It goes where the same key and the same list are.
  const away = { ...home, DATABASE_URL: external.url };
  const restored = await ok<{ erased_again: number }>(away, 'restore', file, '--checkpoint', checkpoint);
  expect(restored.erased_again).toBe(1);
  const after = await ok<Archive>(away, 'proof', 'search');
  expect(after.items.map((item) => item.sha256).sort()).toEqual(before.items.map((item) => item.sha256).sort());
  expect(after.items.find((item) => item.sha256 === sha256)).toMatchObject({ subject: '' });
  expect(subject).not.toBe('');
  expect(await run(away, 'restore', file)).toMatchObject({ code: 1, stderr: expect.stringContaining('not_empty') as string });

  // And back into a data folder of its own, which has no key yet.
  const second = join(folder, 'second.backup');
  await ok(away, 'backup', second);
  const newHome = { QUITTANCE_DATA: join(folder, 'new') };
  expect(await run(newHome, 'restore', second)).toMatchObject({ code: 78, stderr: expect.stringContaining('key_file_missing') as string });
  await expect(stat(newHome.QUITTANCE_DATA)).rejects.toThrow('ENOENT');
  await mkdir(newHome.QUITTANCE_DATA);
  await writeFile(join(newHome.QUITTANCE_DATA, 'key'), Buffer.alloc(32, 1), { mode: 0o600 });
  expect(await run(newHome, 'restore', second)).toMatchObject({ code: 78, stderr: expect.stringContaining('wrong_key_file') as string });
  await copyFile(join(folder, 'home', 'key'), join(newHome.QUITTANCE_DATA, 'key'));
  await ok(newHome, 'restore', second);
  expect(await ok<Archive>(newHome, 'proof', 'search')).toEqual(after);
  expect(await ok<Fsck>(newHome, 'fsck')).toMatchObject({ ok: true, users: [{ messages: before.items.length, erased: 1 }] });
});
