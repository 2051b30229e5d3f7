// A bundle holds, and nothing about it can be changed: every byte of every file and of the container, names, order, and lists made anew.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createCheckpointSigner } from '@quittance/ledger/checkpoint';
import { buildBundle } from './build-bundle.ts';
import { BundleError } from './bundle-layout.ts';
import { readZip } from './read-zip.ts';
import { sealBundle } from './seal-bundle.ts';
import { makeEvidence, SIGNER } from './test-evidence.ts';
import { verifyBundle } from './verify-bundle.ts';
import { writeZip } from './write-zip.ts';

let bundle: Buffer;
let files: ReadonlyMap<string, Buffer>;

beforeAll(async () => {
  const evidence = await makeEvidence();
  bundle = await buildBundle({ evidence, report: Buffer.from('%PDF-1.7 report'), language: 'en', signer: SIGNER });
  files = readZip(bundle);
  expect(await buildBundle({ evidence, report: Buffer.from('%PDF-1.7 report'), language: 'en', signer: SIGNER })).toEqual(bundle);
});

const refusal = (bytes: Buffer, options = {}) =>
  verifyBundle(bytes, options).then(
    () => null,
    (error: unknown) => {
      if (error instanceof BundleError) return error;
      throw error;
    },
  );

it('holds as it was written', async () => {
  const verified = await verifyBundle(bundle, { expectedKey: SIGNER.verifierKey });
  expect(verified).toMatchObject({ hasReport: true, files: files.size, checkpoint: { origin: SIGNER.name } });
  expect(verified.messages).toMatchObject([
    { folder: 'messages/01', leafIndex: 2, level: 'A', signedBy: ['streambox.example'] },
    { folder: 'messages/02', leafIndex: 4, level: 'A', signedBy: ['streambox.example'] },
    { folder: 'messages/03', leafIndex: 7, level: 'D', signedBy: [] },
  ]);
  expect([...files.keys()][0]).toBe('mimetype');
  // What EN 319 162-1 asks for, so that a reader knows the format from the first bytes.
  expect(bundle.subarray(30, 69).toString()).toBe('mimetypeapplication/vnd.etsi.asic-e+zip');
  expect(files.has('messages/02/verdict-1.json')).toBe(true);
});

describe('one changed byte', () => {
  it('in any file is refused, and the file is named', async () => {
    const names = [...files.keys()];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.nat(), fc.integer({ min: 1, max: 255 }), async (name, at, flip) => {
        const original = files.get(name)!;
        const changed = Buffer.from(original);
        changed[at % original.length]! ^= flip;
        const refused = await refusal(await writeZip(new Map([...files, [name, changed]])));
        expect(refused).not.toBeNull();
        const group = ['SHA256SUMS', 'SHA256SUMS.note', 'keys/archive.vkey', 'keys/archive.pub.pem'];
        if (!group.includes(name)) expect(refused!.file).toBe(name);
      }),
      { numRuns: 400 },
    );
  });

  it('anywhere in the container is refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(bundle.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const changed = Buffer.from(bundle);
        changed[at]! ^= flip;
        expect(await refusal(changed)).not.toBeNull();
      }),
      { numRuns: 1000 },
    );
  });
});

it('refuses what is cut, longer, or not a ZIP at all', async () => {
  for (const bytes of [
    Buffer.alloc(0),
    Buffer.from('PK'),
    bundle.subarray(0, -1),
    bundle.subarray(1),
    Buffer.concat([bundle, Buffer.from([0])]),
    Buffer.concat([Buffer.from('#!/bin/sh\n'), bundle]),
  ]) {
    expect((await refusal(bytes))?.code).toBe('bad_zip');
  }
});

it('refuses names that lead out, stand twice or are unknown', async () => {
  const rename = (from: string, to: string) => Buffer.from(bundle.toString('latin1').replaceAll(from, to), 'latin1');
  expect(await refusal(rename('messages/01/salt.bin', '../../../xx/salt.bin'))).toMatchObject({ code: 'bad_name' });
  expect(await refusal(rename('messages/01/salt.bin', '/essages/01/salt.bin'))).toMatchObject({ code: 'bad_name' });
  expect(await refusal(rename('messages/01/salt.bin', 'messages/01/salt.exe'))).toMatchObject({ code: 'bad_name' });
  expect(await refusal(rename('messages/02/salt.bin', 'messages/01/salt.bin'))).toMatchObject({ code: 'bad_name' });
});

it('refuses a file that claims to be compressed, and tells how to go on', async () => {
  const changed = Buffer.from(bundle);
  changed.writeUInt16LE(8, bundle.readUInt32LE(bundle.length - 6) + 10);
  expect(await refusal(changed)).toMatchObject({
    code: 'bad_zip',
    file: 'mimetype',
    message: expect.stringContaining('verify.sh') as string,
  });
});

describe('whoever changes a file and makes the lists anew', () => {
  const stranger = createCheckpointSigner(SIGNER.name, Buffer.alloc(32, 8));
  const withSums = (name: string, content: string) => {
    const changed = new Map([...files, [name, Buffer.from(content)]]);
    const sums = changed.get('SHA256SUMS')!.toString();
    const hash = createHash('sha256').update(content).digest('hex');
    return new Map([...changed, ['SHA256SUMS', Buffer.from(sums.replace(new RegExp(`^.{64}  ${name}$`, 'm'), `${hash}  ${name}`))]]);
  };

  it('is refused without the key of the log', async () => {
    expect(await refusal(await writeZip(withSums('report.pdf', '%PDF another')))).toMatchObject({ code: 'changed', file: 'SHA256SUMS' });
    expect(await refusal(await writeZip(sealBundle(files, stranger)))).toMatchObject({ code: 'bad_signature', file: 'SHA256SUMS.note' });
  });

  it('is refused with it where the log speaks against the change', async () => {
    const reseal = (name: string, bytes: Buffer) => writeZip(sealBundle(new Map([...files, [name, bytes]]), SIGNER));
    const edited = (name: string, from: string, to: string) => Buffer.from(files.get(name)!.toString('latin1').replace(from, to), 'latin1');
    const cases: [string, Buffer, string][] = [
      ['messages/01/message.eml', edited('messages/01/message.eml', '30 November', '31 December'), 'changed'],
      ['messages/01/manifest.json', edited('messages/01/manifest.json', '"level":"A"', '"level":"B"'), 'bad_proof'],
      ['messages/01/salt.bin', Buffer.alloc(32), 'bad_proof'],
      ['messages/01/archive.tlog-proof', edited('messages/01/archive.tlog-proof', 'index 2', 'index 3'), 'bad_proof'],
      ['messages/01/dns.json', Buffer.from('[]\n'), 'changed'],
      ['messages/01/dkim-1-sig.bin', Buffer.alloc(256), 'bad_dkim'],
      ['messages/02/dkim-1-key.pem', files.get('messages/01/dkim-1-key.pem')!, 'bad_dkim'],
      ['messages/03/dkim-1-key.pem', files.get('messages/01/dkim-1-key.pem')!, 'unknown_file'],
      ['messages/05/message.eml', Buffer.from('x'), 'unknown_file'],
    ];
    for (const [name, bytes, code] of cases) expect([name, (await refusal(await reseal(name, bytes)))?.code]).toEqual([name, code]);
  });

  it('is refused where the reader knows the key another way', async () => {
    expect(await refusal(bundle, { expectedKey: stranger.verifierKey })).toMatchObject({ code: 'other_key' });
  });
});
