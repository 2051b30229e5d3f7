// From a person's consent to a dossier that somebody else verifies, by the command line: an authority on this machine stamps the log, its key is changed,
// verdicts are reached again offline, and fsck holds.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmptyDatabase } from '@quittance/testing/empty-database';
import { startAuthority, type TestAuthority } from '@quittance/testing/time-stamp-authority';
import { missingPrograms } from '@quittance/testing/tools';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runHere, type Finished } from './test-command.ts';

const missing = missingPrograms('openssl');

describe.skipIf(missing)(`trusted time${missing}`, () => {
  let folder: string;
  let external: Awaited<ReturnType<typeof createEmptyDatabase>>;
  let authority: TestAuthority;
  let env: Record<string, string>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quittance-time-'));
    external = await createEmptyDatabase();
    authority = await startAuthority();
    const ca = join(folder, 'root.pem');
    await writeFile(ca, authority.root);
    const allowed = { TSA_URLS: authority.url, TSA_CA_FILE: ca, ALLOW_PRIVATE_HOSTS: '127.0.0.1' };
    env = { QUITTANCE_DATA: join(folder, 'data'), DATABASE_URL: external.url, ...allowed };
  });
  afterAll(async () => {
    await authority.stop();
    await external.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const run = (...args: string[]): Promise<Finished> => runHere([...args, '--json'], env);
  async function ok<T>(...args: string[]): Promise<T> {
    const result = await run(...args);
    expect(result, `${args.join(' ')}: ${result.stderr}`).toMatchObject({ code: 0 });
    return result.json() as T;
  }

  it('is off until somebody agrees, and is then in the dossier, under every key that the log had', { timeout: 240_000 }, async () => {
    await ok('migrate');
    await ok('import', 'sample');
    const off = await ok<{ agreed: boolean; authorities: { url: string; agreed: boolean }[] }>('anchor', 'status');
    expect(off).toMatchObject({ agreed: false, authorities: [{ url: authority.url, agreed: false }] });
    expect(await run('anchor', 'agree', 'http://elsewhere.example')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('not offered') as string,
    });
    expect(authority.requests).toBe(0);
    expect(await ok('anchor', 'agree')).toMatchObject({ agreed: true, authorities: [{ agreed: true, stamps: 0 }] });

    const before = await ok<{ logs: { key: string }[] }>('keys', 'show');
    const after = await ok<{ logs: { key: string; previous: string | null }[] }>('keys', 'rotate');
    expect(after.logs.map(({ previous }) => previous)).toEqual(before.logs.map(({ key }) => key));

    const { subscriptions } = await ok<{ subscriptions: { id: string; proof: object | null }[] }>('timeline');
    const file = join(folder, 'dossier.asice');
    await ok('proof', 'export', subscriptions.find(({ proof }) => proof !== null)!.id, '-o', file);
    const verified = await ok<{ time: string; time_stamps: { root: string }[]; messages: { stamped_at: string | null }[] }>(
      'verify',
      file,
      '--key',
      before.logs[0]!.key,
    );
    expect(verified).toMatchObject({ time: 'time_stamped', time_stamps: [{ root: 'Test Root' }] });
    expect(verified.messages.every(({ stamped_at }) => stamped_at !== null)).toBe(true);

    expect(await ok('anchor', 'status')).toMatchObject({ authorities: [{ stamps: 1, problem: null }] });
    expect(await ok('fsck')).toMatchObject({ ok: true, anchor: { time_stamps: 1, problems: [] } });
    expect(await ok('proof', 'recheck')).toMatchObject({ not_recorded: 0, differing: [] });
  });
});
