// A dossier with trusted time: `quittance verify` (and with it the page) and verify.sh come to the same answer, on the dossier as it is and on
// every way to change a file of it, also where the lists were made anew with the log's own key.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { requestToken } from '@quittance/anchor/request-token';
import { createCheckpointSigner } from '@quittance/ledger/checkpoint';
import { writeRotation } from '@quittance/ledger/key-rotation';
import { resolveOutbound } from '@quittance/runtime/outbound';
import { startAuthority, type TestAuthority } from '@quittance/testing/time-stamp-authority';
import { missingPrograms } from '@quittance/testing/tools';
import { readZip } from '@quittance/verifier/read-zip';
import { verifyBundle } from '@quittance/verifier/verify-bundle';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildBundle } from './build-bundle.ts';
import type { Evidence } from './evidence.ts';
import { sealBundle } from './seal-bundle.ts';
import { makeEvidence, SIGNER, type Stamp } from './test-evidence.ts';
import { writeZip } from './write-zip.ts';

const missing = missingPrograms('openssl', 'xxd');
const [FIRST, SECOND] = [1, 2].map((n) => createCheckpointSigner(SIGNER.name, createHash('sha256').update(`key ${n}`).digest())) as [
  typeof SIGNER,
  typeof SIGNER,
];

describe.skipIf(missing)(`a time-stamped dossier${missing}`, () => {
  let authority: TestAuthority;
  let foreign: TestAuthority;
  let evidence: Evidence;
  let bundle: Buffer;
  let files: ReadonlyMap<string, Uint8Array>;
  let folder: string;

  const stampBy =
    (of: TestAuthority): Stamp =>
    async (data) => {
      const resolveHost = (host: string) => resolveOutbound(host, { allowPrivateHosts: ['127.0.0.1'] });
      return requestToken({ resolveHost, clock: { now: () => new Date() }, roots: [of.root], timeoutMs: 20_000 }, of.url, data);
    };

  beforeAll(async () => {
    [authority, foreign] = [await startAuthority(), await startAuthority('Foreign')];
    evidence = {
      ...(await makeEvidence(undefined, stampBy(authority))),
      rotations: [writeRotation(FIRST, SECOND), writeRotation(SECOND, SIGNER)],
    };
    bundle = await buildBundle({ evidence, report: null, language: 'en', signer: SIGNER });
    files = readZip(bundle);
    folder = mkdtempSync(join(tmpdir(), 'quittance-stamped-'));
    for (const [name, bytes] of files) write(name, bytes);
  });
  afterAll(async () => {
    await authority.stop();
    await foreign.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  function write(name: string, bytes: Uint8Array): void {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }

  function runScript(): { ok: boolean; stdout: string; stderr: string } {
    const { status, stdout, stderr } = spawnSync('bash', [join(folder, 'verify.sh')], { env: { PATH: '/usr/bin:/bin' }, encoding: 'utf8' });
    return { ok: status === 0, stdout, stderr };
  }

  const sealedWith = (changes: Readonly<Record<string, Uint8Array>>, reseal: boolean): ReadonlyMap<string, Uint8Array> => {
    const changed = new Map([...files, ...Object.entries(changes)]);
    return reseal ? sealBundle(changed, SIGNER) : changed;
  };

  const holds = async (bundleFiles: ReadonlyMap<string, Uint8Array>): Promise<boolean> =>
    verifyBundle(await writeZip(bundleFiles)).then(
      () => true,
      () => false,
    );

  /** Both verifiers on the bundle with files exchanged; they must agree. `reseal`: with the list made anew by the holder of the key. */
  async function judge(changes: Readonly<Record<string, Uint8Array>>, reseal: boolean): Promise<boolean> {
    const sealed = sealedWith(changes, reseal);
    for (const [name, bytes] of sealed) write(name, bytes);
    const script = runScript();
    for (const [name, bytes] of files) write(name, bytes);
    expect([Object.keys(changes), script.ok]).toEqual([Object.keys(changes), await holds(sealed)]);
    return script.ok;
  }

  const edited = (name: string, from: RegExp, to: string) =>
    Buffer.from(Buffer.from(files.get(name)!).toString('latin1').replace(from, to), 'latin1');

  it('says of each message when it existed at the latest, by whose word', { timeout: 120_000 }, async () => {
    const verified = await verifyBundle(bundle);
    const [early, late] = evidence.anchors.map(({ tokens }) => tokens[0]!.genAt);
    expect(verified.messages.map(({ stampedAt }) => stampedAt)).toEqual([early, late, late]);
    expect(verified.anchors.map(({ size, stamps }) => [size, stamps[0]!.signer, stamps[0]!.root])).toEqual([
      [3, 'Test Time Stamping signer', 'Test Root'],
      [9, 'Test Time Stamping signer', 'Test Root'],
    ]);
    const { ok, stdout, stderr } = runScript();
    expect([ok, stderr]).toEqual([true, '']);
    expect(stdout).toContain('ok  anchors/01/token-1.tsr: the first 3 leaves existed on ');
    expect(stdout).toContain('root certificate: CN=Test Root,O=Test');
    expect(stdout).toContain(
      `messages/01/message.eml is leaf 2 of 9; signatures by a sender that fit: 1; time-stamped: ${early!.slice(0, 19)}Z`,
    );
    expect(stdout).toContain('ALL HOLDS. Time-stamped:');
  });

  it('is found by whoever knows an older key of the log, and not by a stranger', async () => {
    for (const { verifierKey } of [FIRST, SECOND, SIGNER]) {
      expect(await verifyBundle(bundle, { expectedKey: verifierKey })).toMatchObject({ verifierKey: SIGNER.verifierKey });
    }
    const stranger = createCheckpointSigner(SIGNER.name, Buffer.alloc(32, 5)).verifierKey;
    await expect(verifyBundle(bundle, { expectedKey: stranger })).rejects.toMatchObject({ code: 'other_key' });
  });

  it('holds no changed byte in any file of an anchor or a change of the key', async () => {
    const names = [...files.keys()].filter((name) => name.startsWith('anchors/') || name.startsWith('keys/rotation'));
    expect(names).toHaveLength(14);
    for (const name of names) {
      const bytes = Buffer.from(files.get(name)!);
      bytes[Math.floor(bytes.length / 2)]! ^= 1;
      expect([name, await holds(sealedWith({ [name]: bytes }, false))]).toEqual([name, false]);
    }
  });

  it('holds no lie that the holder of the log’s key could tell about the time', { timeout: 240_000 }, async () => {
    const other = await stampBy(foreign)(Buffer.from(evidence.anchors[0]!.note));
    const of = (name: string) => files.get(`anchors/${name}`)!;
    const lies: Record<string, Uint8Array>[] = [
      // Another's token, another head's token, a root that the token does not lead to.
      { 'anchors/01/token-1.tsr': other.token },
      { 'anchors/01/token-1.tsr': of('02/token-1.tsr') },
      { 'anchors/01/token-1-root.pem': Buffer.from(other.root) },
      { 'anchors/01/token-1-root.pem': Buffer.from('none\n') },
      // A larger head than the one that was anchored.
      { 'anchors/01/archive.note': of('02/archive.note') },
      { 'anchors/01/archive.note': of('02/archive.note'), 'anchors/01/archive.growth': of('02/archive.growth') },
      { 'anchors/01/archive.note': edited('anchors/01/archive.note', /\n3\n/, '\n9\n') },
      { 'anchors/01/archive.growth': edited('anchors/01/archive.growth', /old 3/, 'old 2') },
      { 'anchors/01/anchor.tlog-proof': edited('anchors/01/anchor.tlog-proof', /index 0/, 'index 1') },
      { 'anchors/02/anchor.note': of('01/anchor.note') },
      { 'keys/rotation-1.note': files.get('keys/rotation-2.note')! },
      { 'keys/rotation-2.note': Buffer.from(writeRotation(SECOND, FIRST)) },
    ];
    for (const lie of lies) expect([Object.keys(lie), await holds(sealedWith(lie, true))]).toEqual([Object.keys(lie), false]);
    // The script costs a second each: one of every kind.
    for (const at of [0, 2, 5, 8, 10]) expect([at, await judge(lies[at]!, true)]).toEqual([at, false]);
    // Several may stamp one head.
    const more = { 'anchors/01/token-2.tsr': other.token, 'anchors/01/token-2-root.pem': Buffer.from(other.root) };
    expect(await judge(more, true)).toBe(true);
  });
});
