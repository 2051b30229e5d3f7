// A bundle holds, and nothing about it can be changed: every byte of every file and of the container, names, order, and lists made anew.
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { createCheckpointSigner } from '@quittance/ledger/checkpoint';
import { verifyingTexts } from '@quittance/i18n/verifying';
import { latin1 } from '@quittance/verifier/bytes';
import { BundleError, PROBLEMS } from '@quittance/verifier/problems';
import { readZip } from '@quittance/verifier/read-zip';
import { verifyBundle } from '@quittance/verifier/verify-bundle';
import { buildBundle } from './build-bundle.ts';
import { sealBundle } from './seal-bundle.ts';
import { makeEvidence, makeSilence, SIGNER } from './test-evidence.ts';
import { applyEdit, containerEdits, fileEdits, repacked } from './test-mutations.ts';
import { writeZip } from './write-zip.ts';

let bundle: Buffer;
let files: ReadonlyMap<string, Uint8Array>;

beforeAll(async () => {
  const evidence = await makeEvidence();
  bundle = await buildBundle({
    evidence,
    report: Buffer.from('%PDF-1.7 report'),
    silences: [makeSilence()],
    language: 'en',
    signer: SIGNER,
  });
  files = readZip(bundle);
  expect(
    await buildBundle({ evidence, report: Buffer.from('%PDF-1.7 report'), silences: [makeSilence()], language: 'en', signer: SIGNER }),
  ).toEqual(bundle);
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

it('refuses every changed byte, and names the file', async () => {
  const edits = fileEdits(bundle, { wholeBytes: 40, sample: 4 });
  expect(new Set(edits.map((edit) => edit.file))).toEqual(new Set(files.keys()));
  const group = ['SHA256SUMS', 'SHA256SUMS.note', 'keys/archive.vkey', 'keys/archive.pub.pem'];
  for (const edit of [...edits, ...containerEdits(bundle, 100)]) {
    const refused = await refusal(Buffer.from(applyEdit(bundle, edit)));
    if (!refused) expect.fail(`a change at ${edit.at} (${edit.file || 'the container'}) was not seen`);
    if (edit.file && !group.includes(edit.file) && refused.file !== edit.file)
      expect.fail(`${edit.file} was changed, ${refused.file} named`);
  }
});

it('refuses a container that was put together otherwise', async () => {
  const seen = new Map<string, string>();
  for (const [what, changed] of repacked(bundle)) seen.set(what, (await refusal(Buffer.from(changed)))?.problem ?? 'holds');
  // A report may be missing from a bundle, but not from its list.
  expect(seen.get('without report.pdf')).toBe('seal_missing');
  expect(seen.get('a file deflated')).toBe('zip_compressed');
  expect(seen.get('a name twice')).toBe('name_twice');
  expect(seen.get('two files in the other order')).toBe('zip_order');
  expect([...seen].filter(([, problem]) => problem === 'holds')).toEqual([]);
});

it('has words for every problem, in both languages', () => {
  for (const language of ['en', 'fr'] as const) expect(Object.keys(verifyingTexts(language).problems)).toEqual(Object.keys(PROBLEMS));
});

describe('whoever changes a file and makes the lists anew', () => {
  const stranger = createCheckpointSigner(SIGNER.name, Buffer.alloc(32, 8));
  const withSums = (name: string, content: string) => {
    const changed = new Map([...files, [name, Buffer.from(content)]]);
    const sums = latin1(changed.get('SHA256SUMS')!);
    const hash = createHash('sha256').update(content).digest('hex');
    return new Map([...changed, ['SHA256SUMS', Buffer.from(sums.replace(new RegExp(`^.{64}  ${name}$`, 'm'), `${hash}  ${name}`))]]);
  };

  it('is refused without the key of the log', async () => {
    expect(await refusal(await writeZip(withSums('report.pdf', '%PDF another')))).toMatchObject({ code: 'changed', file: 'SHA256SUMS' });
    expect(await refusal(await writeZip(sealBundle(files, stranger)))).toMatchObject({ code: 'bad_signature', file: 'SHA256SUMS.note' });
  });

  it('is refused with it where the log speaks against the change', async () => {
    const reseal = (name: string, bytes: Uint8Array) => writeZip(sealBundle(new Map([...files, [name, bytes]]), SIGNER));
    const edited = (name: string, from: string, to: string) => Buffer.from(latin1(files.get(name)!).replace(from, to), 'latin1');
    const cases: [string, Uint8Array, string][] = [
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
