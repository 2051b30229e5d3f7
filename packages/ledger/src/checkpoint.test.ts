import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createCheckpointSigner, openCheckpoint, signCheckpoint } from './checkpoint.ts';
import { commitment, leafEntry, parseLeafEntry } from './leaf.ts';
import { appendLeaves, inclusionProof, leafHash, readerOf, rootHash } from './merkle.ts';
import { openNote, publicKeyPem, splitNote } from './note.ts';
import { parseProof, verifyProof, writeProof } from './proof.ts';
import { verifyLedger, type StoredLog } from './verify-ledger.ts';

const seed = createHash('sha256').update('a fixed seed').digest();
const signer = createCheckpointSigner('archive.example/a/1', seed);
const entries = Array.from({ length: 7 }, (_, index) => leafEntry('message', createHash('sha256').update([index].join()).digest()));
const nodes = appendLeaves(0, entries.map(leafHash), () => expect.unreachable());
const root = rootHash(7, readerOf(nodes));
const note = signCheckpoint(signer, { size: 7, root });
const code = (code: string) => expect.objectContaining({ code });

it('reads the note and the key that Go publishes as an example of the format', () => {
  const key = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
  const text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
  const signature = 'x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=';
  expect(openNote(`${text}\n— PeterNeumann ${signature}\n`, [key])).toBe(text);
  expect(() => openNote(`${text.replace('answer', 'Answer')}\n— PeterNeumann ${signature}\n`, [key])).toThrow(code('wrong_signature'));
});

it('signs a checkpoint that opens under its key alone, also beside unknown signatures', () => {
  expect(note.split('\n').slice(0, 4)).toEqual(['archive.example/a/1', '7', root.toString('base64'), '']);
  expect(openCheckpoint(note, [signer.verifierKey])).toEqual({ origin: 'archive.example/a/1', size: 7, root });
  const witness = createCheckpointSigner('witness.example', createHash('sha256').update('w').digest());
  const witnessed = note + witness.sign(splitNote(note).text).split('\n\n')[1]!;
  expect(openCheckpoint(witnessed, [signer.verifierKey]).size).toBe(7);
  expect(openCheckpoint(witnessed, [witness.verifierKey]).size).toBe(7);
  const impostor = createCheckpointSigner('archive.example/a/1', createHash('sha256').update('other').digest());
  expect(() => openCheckpoint(note, [impostor.verifierKey])).toThrow(code('unknown_key'));
  expect(() => openCheckpoint(note, [])).toThrow(code('unknown_key'));
});

it('opens no note with any bit changed', () => {
  const bytes = Buffer.from(note);
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const changed = Buffer.from(bytes);
    changed[bit >> 3]! ^= 1 << (bit & 7);
    expect(() => openCheckpoint(changed.toString('utf8'), [signer.verifierKey]), `bit ${bit}`).toThrow(Error);
  }
});

it('is verified by openssl alone', () => {
  const { text, signatures } = splitNote(note);
  const folder = mkdtempSync(join(tmpdir(), 'quittance-note-'));
  try {
    writeFileSync(join(folder, 'key.pem'), publicKeyPem(signer.verifierKey));
    writeFileSync(join(folder, 'text'), text);
    writeFileSync(join(folder, 'sig'), signatures[0]!.signature);
    const args = ['pkeyutl', '-verify', '-pubin', '-inkey', 'key.pem', '-rawin', '-in', 'text', '-sigfile', 'sig'];
    const verified = () => spawnSync('openssl', args, { cwd: folder }).status;
    expect(verified()).toBe(0);
    writeFileSync(join(folder, 'text'), text.replace('7', '8'));
    expect(verified()).not.toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('writes a proof that stands alone, and refuses another entry, index, hash or checkpoint', () => {
  const hashes = inclusionProof(4, 7, readerOf(nodes));
  const text = writeProof({ index: 4, hashes, checkpoint: note });
  expect(text.startsWith('c2sp.org/tlog-proof@v1\nindex 4\n')).toBe(true);
  expect(parseProof(text)).toEqual({ index: 4, hashes, checkpoint: note });
  expect(verifyProof(text, entries[4]!, [signer.verifierKey]).size).toBe(7);
  expect(verifyProof(text.replace('\nindex', '\nextra QUJD\nindex'), entries[4]!, [signer.verifierKey]).size).toBe(7);
  expect(() => verifyProof(text, entries[5]!, [signer.verifierKey])).toThrow(code('wrong_root'));
  expect(() => verifyProof(text.replace('index 4', 'index 5'), entries[4]!, [signer.verifierKey])).toThrow(code('wrong_root'));
  const bytes = Buffer.from(text);
  for (let bit = 0; bit < bytes.length * 8; bit += 5) {
    const changed = Buffer.from(bytes);
    changed[bit >> 3]! ^= 1 << (bit & 7);
    expect(() => verifyProof(changed.toString('utf8'), entries[4]!, [signer.verifierKey]), `bit ${bit}`).toThrow(Error);
  }
});

it('commits with a salt', () => {
  const manifest = Buffer.from('{"v":1}');
  const salt = Buffer.alloc(32, 7);
  const inner = createHash('sha256').update(manifest).digest();
  expect(commitment(salt, manifest)).toEqual(
    createHash('sha256')
      .update(Buffer.concat([salt, inner]))
      .digest(),
  );
  expect(parseLeafEntry(leafEntry('verdict', inner))).toEqual({ kind: 'verdict', commitment: inner });
  for (const bad of ['leaf/v1 poem ' + 'a'.repeat(64) + '\n', 'leaf/v1 message ' + 'A'.repeat(64) + '\n', entries[0]!.trim()]) {
    expect(() => parseLeafEntry(bad)).toThrow(code('bad_leaf'));
  }
});

it('finds every kind of damage in a stored log', () => {
  const salt = Buffer.alloc(32, 7);
  const manifest = Buffer.from('{"v":1}');
  const own = [leafEntry('message', commitment(salt, manifest)), ...entries.slice(1)];
  const ownNodes = appendLeaves(0, own.map(leafHash), () => expect.unreachable());
  const log: StoredLog = {
    origin: signer.name,
    size: 7,
    leaves: own.map((entry, index) => ({
      index,
      entry,
      leafHash: leafHash(entry),
      manifest: index ? null : manifest,
      salt: index ? null : salt,
    })),
    nodes: ownNodes,
    checkpoints: [3, 7].map((size) => ({ size, note: signCheckpoint(signer, { size, root: rootHash(size, readerOf(ownNodes)) }) })),
  };
  const check = (change: Partial<StoredLog>) => verifyLedger({ ...log, ...change }, [signer.verifierKey]);
  expect(check({})).toEqual([]);
  const leaf = log.leaves[0]!;
  expect(check({ leaves: log.leaves.with(0, { ...leaf, manifest: Buffer.from('{"v":2}') }) })).toHaveLength(1);
  expect(check({ leaves: log.leaves.with(0, { ...leaf, entry: entries[3]!, leafHash: leafHash(entries[3]!) }) })).not.toEqual([]);
  expect(check({ leaves: log.leaves.slice(0, 6), size: 6, nodes: ownNodes.filter((node) => node.level > 0 || node.index < 6) })).toEqual([
    'checkpoint 7 covers more than the 6 leaves: the log was cut',
  ]);
  expect(check({ nodes: ownNodes.slice(1) })).toEqual(['node 0/0 is missing']);
  expect(check({ origin: 'archive.example/a/2' })).toHaveLength(2);
  expect(check({ size: 8 })).toHaveLength(1);
});
