// The walk of docs/verify-a-proof.md, taken from its text: a stranger with openssl copies the commands one after the other, on a dossier that an
// authority time-stamped.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { requestToken } from '@quittance/anchor/request-token';
import { resolveOutbound } from '@quittance/runtime/outbound';
import { startAuthority, type TestAuthority } from '@quittance/testing/time-stamp-authority';
import { missingPrograms } from '@quittance/testing/tools';
import { latin1 } from '@quittance/verifier/bytes';
import { readZip } from '@quittance/verifier/read-zip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildBundle } from '@quittance/dossier/build-bundle';
import { makeEvidence, makeSilence, SIGNER, type Stamp } from '@quittance/dossier/test-evidence';
import { writeZip } from '@quittance/dossier/write-zip';

const TEXT = readFileSync(resolve(import.meta.dirname, '../../docs/verify-a-proof.md'), 'utf8');
const BLOCKS = [...TEXT.matchAll(/^```sh\n(.*?)^```$/gms)].map((match) => match[1]!);
const missing = missingPrograms('openssl', 'xxd', 'unzip');

let folder: string;
let bundle: Buffer;
let authority: TestAuthority;
beforeAll(async () => {
  authority = await startAuthority();
  folder = mkdtempSync(join(tmpdir(), 'quittance-walk-'));
  bundle = await buildBundle({
    evidence: await makeEvidence(undefined, stamp),
    report: null,
    silences: [makeSilence()],
    language: 'en',
    signer: SIGNER,
  });
});
afterAll(async () => {
  await authority.stop();
  rmSync(folder, { recursive: true, force: true });
});

const resolveHost = (host: string) => resolveOutbound(host, { allowPrivateHosts: ['127.0.0.1'] });
const stamp: Stamp = (data) =>
  requestToken({ resolveHost, clock: { now: () => new Date() }, roots: [authority.root], timeoutMs: 20_000 }, authority.url, data);

/** Walks on after a command that fails, as a person would; what each block printed. */
function walk(dossier: Buffer): string[] {
  rmSync(join(folder, 'dossier'), { recursive: true, force: true });
  writeFileSync(join(folder, 'dossier.asice'), dossier);
  const script = BLOCKS.map((block) => `${block}\necho --block--\n`).join('');
  const { stdout } = spawnSync('bash', ['-c', `exec 2>&1\n${script}`], { cwd: folder, env: { PATH: '/usr/bin:/bin' }, encoding: 'utf8' });
  return stdout.split('--block--\n').map((text) => text.trimEnd());
}

const linesAreOne = (text: string): boolean => new Set(text.split('\n')).size === 1;

describe.skipIf(missing)(`the walk${missing}`, () => {
  it('leads a stranger to every result that the text names', () => {
    const [unpacked, script, email, leaf, way, head, sums, dkim, dns, silence, key, time] = walk(bundle);
    expect(unpacked).toBe('');
    expect(script).toContain('ALL HOLDS');
    expect(email!.split('\n')).toHaveLength(2);
    expect(linesAreOne(email!)).toBe(true);
    expect(leaf).toMatch(/^[0-9a-f]{64}$/);
    expect(way!.split('\n')).toHaveLength(2);
    expect(linesAreOne(way!)).toBe(true);
    expect(head).toBe('Signature Verified Successfully');
    const [listed, signed, ...rest] = sums!.split('\n');
    expect([listed, ...rest]).toEqual([signed, 'Signature Verified Successfully']);
    expect(dkim).toBe('Verified OK');
    expect(dns).toBe('the key is in dns.json');
    const [stated, noted, fits] = silence!.split('\n');
    expect([stated, fits]).toEqual([noted, 'Signature Verified Successfully']);
    expect(key).toBe(SIGNER.verifierKey);
    const [at, holds, ...root] = time!.split('\n').filter((line) => !line.startsWith('Using configuration'));
    expect(Date.parse(at!)).toBeGreaterThan(Date.now() - 3_600_000);
    expect(holds).toBe('Verification: OK');
    expect(root.join(' ')).toMatch(/Test Root.*sha256 Fingerprint=/i);
  });

  it('shows a changed email, a changed manifest and a changed list at the step that the text says', async () => {
    const files = readZip(bundle);
    const changed = (name: string, from: string, to: string) =>
      writeZip(new Map([...files, [name, Buffer.from(latin1(files.get(name)!).replace(from, to), 'latin1')]]));
    const email = walk(await changed('messages/01/message.eml', '30 November', '31 December'));
    expect(email[1]).toContain('FAILED  messages/01/message.eml');
    expect(linesAreOne(email[2]!)).toBe(false);
    const manifest = walk(await changed('messages/01/manifest.json', '"level":"A"', '"level":"B"'));
    expect(linesAreOne(manifest[4]!)).toBe(false);
    const list = walk(await changed('SHA256SUMS', 'README.txt', 'README.tx'));
    expect(list[6]).not.toMatch(/^([0-9a-f]{64})\n\1\n/);
    const head = walk(await changed('checkpoint.note', 'quittance', 'quittancf'));
    expect(head[5]).not.toContain('Successfully');
    const stamped = walk(await changed('anchors/01/anchor.note', 'quittance', 'quittancf'));
    expect(stamped[11]).not.toContain('Verification: OK');
  });
});
