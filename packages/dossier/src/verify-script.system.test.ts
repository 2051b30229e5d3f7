// verify.sh, which needs nothing of ours, comes to the same answer as `quittance verify`: the bundle holds, and every changed byte in any file
// but the script itself is refused. README.txt is in its list too.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { missingPrograms } from '@quittance/testing/tools';
import { latin1 } from '@quittance/verifier/bytes';
import { readZip } from '@quittance/verifier/read-zip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildBundle } from './build-bundle.ts';
import { sealBundle } from './seal-bundle.ts';
import { makeEvidence, makeSilence, SIGNER } from './test-evidence.ts';

const missing = missingPrograms('openssl', 'xxd');

let files: ReadonlyMap<string, Uint8Array>;
let folder: string;

beforeAll(async () => {
  const evidence = await makeEvidence();
  files = readZip(
    await buildBundle({ evidence, report: Buffer.from('%PDF-1.7 report'), silences: [makeSilence()], language: 'fr', signer: SIGNER }),
  );
  folder = mkdtempSync(join(tmpdir(), 'quittance-dossier-'));
  for (const [name, bytes] of files) write(name, bytes);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, bytes: Uint8Array): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), bytes);
}

function run(): { ok: boolean; stdout: string; stderr: string } {
  // An empty environment: no home, no language, nothing of ours.
  const { status, stdout, stderr } = spawnSync('bash', [join(folder, 'verify.sh')], { env: { PATH: '/usr/bin:/bin' }, encoding: 'utf8' });
  return { ok: status === 0, stdout, stderr };
}

/** Runs with one file changed and puts it back. */
function runWith(name: string, bytes: Uint8Array) {
  write(name, bytes);
  const result = run();
  if (files.has(name)) write(name, files.get(name)!);
  else unlinkSync(join(folder, name));
  return result;
}

describe.skipIf(missing)(`verify.sh${missing}`, () => {
  it('holds as it was written, and says that no authority stamped the time', () => {
    const result = run();
    expect(result).toMatchObject({ ok: true, stderr: '' });
    expect(result.stdout).toContain('messages/01/message.eml is leaf 2 of 9; signatures by a sender that fit: 1');
    expect(result.stdout).toContain('messages/02/message.eml is leaf 4 of 9; signatures by a sender that fit: 1');
    expect(result.stdout).toContain('messages/03/message.eml is leaf 7 of 9; signatures by a sender that fit: 0');
    expect(result.stdout).toContain('Chained, not time-stamped');
    expect(result.stdout).toContain(SIGNER.verifierKey);
  });

  it('refuses a changed byte in every file, in the first of each kind at its ends too, and names the file', () => {
    const kinds = new Set<string>();
    const unnamed = ['SHA256SUMS', 'SHA256SUMS.note', 'keys/archive.vkey', 'keys/archive.pub.pem'];
    for (const [name, original] of files) {
      if (name === 'verify.sh') continue;
      const inside = Math.floor(original.length * 0.61);
      const kind = name.replaceAll(/\d+/g, '#');
      const places = kinds.has(kind) ? [inside] : [0, inside, original.length - 1];
      kinds.add(kind);
      for (const [index, at] of [...new Set(places)].entries()) {
        const changed = Buffer.from(original);
        // Among them the bit between upper and lower case, which a lenient reader of hex would not see.
        changed[at]! ^= [0x20, 0x01, 0x80][index]!;
        const result = runWith(name, changed);
        expect([name, at, result.ok]).toEqual([name, at, false]);
        if (!unnamed.includes(name)) expect(result.stderr).toContain(`FAILED  ${name}: `);
      }
    }
  });

  it('refuses a file more, a file less and a link in the place of a file', () => {
    expect(runWith('messages/01/extra.txt', Buffer.from('x')).stderr).toContain('messages/01/extra.txt');
    for (const odd of ['a\nb', 'README.txt\nverify.sh', 'back\\slash', '-rf'])
      expect([odd, runWith(odd, Buffer.from('x')).ok]).toEqual([odd, false]);
    unlinkSync(join(folder, 'report.pdf'));
    expect(run()).toMatchObject({ ok: false, stderr: expect.stringContaining('report.pdf') as string });
    symlinkSync('/dev/null', join(folder, 'report.pdf'));
    expect(run().ok).toBe(false);
    unlinkSync(join(folder, 'report.pdf'));
    write('report.pdf', files.get('report.pdf')!);
    expect(run().ok).toBe(true);
  });

  it('refuses what the log speaks against, though the lists were made anew with its key', () => {
    const reseal = (name: string, bytes: Uint8Array) => {
      const sealed = sealBundle(new Map([...files, [name, bytes]]), SIGNER);
      for (const [file, content] of sealed) write(file, content);
      const result = run();
      for (const [file, content] of files) write(file, content);
      return result;
    };
    const edited = (name: string, from: string, to: string) => Buffer.from(latin1(files.get(name)!).replace(from, to), 'latin1');
    const cases: [string, Buffer][] = [
      ['messages/01/message.eml', edited('messages/01/message.eml', '30 November', '31 December')],
      ['messages/01/manifest.json', edited('messages/01/manifest.json', '"level":"A"', '"level":"B"')],
      ['messages/02/verdict-1.json', edited('messages/02/verdict-1.json', '"level":"A"', '"level":"B"')],
      ['messages/01/salt.bin', Buffer.alloc(32)],
      ['messages/01/archive.tlog-proof', edited('messages/01/archive.tlog-proof', 'index 2', 'index 3')],
      ['messages/01/dns.json', Buffer.from('[]\n')],
      ['messages/01/dkim-1-sig.bin', Buffer.alloc(256)],
      ['messages/02/dkim-1-header.bin', Buffer.from('from:another')],
    ];
    for (const [name, bytes] of cases) expect([name, reseal(name, bytes).ok]).toEqual([name, false]);
    expect(run().ok).toBe(true);
  });
});
