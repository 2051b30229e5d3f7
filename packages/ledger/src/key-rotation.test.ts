import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { createCheckpointSigner, openCheckpoint, signCheckpoint } from './checkpoint.ts';
import { parseGrowth, verifyGrowth, writeGrowth } from './consistency.ts';
import { followRotations, openRotation, writeRotation } from './key-rotation.ts';
import { appendLeaves, consistencyProof, leafHash, readerOf, rootHash } from './merkle.ts';
import { addSignature } from './note.ts';

const signerOf = (n: number, name = 'archive.example/a/1') =>
  createCheckpointSigner(name, createHash('sha256').update(`key ${n}`).digest());
const [one, two, three, stranger] = [signerOf(1), signerOf(2), signerOf(3), signerOf(2, 'archive.example/a/2')];
const code = (code: string) => expect.objectContaining({ code });

it('leads whoever knows an old key to the newest, by notes that both keys signed', () => {
  const notes = [writeRotation(one, two), writeRotation(two, three)];
  expect(followRotations(one.verifierKey, notes)).toEqual([one.verifierKey, two.verifierKey, three.verifierKey]);
  expect(openRotation(notes[0]!)).toEqual({ from: one.verifierKey, to: two.verifierKey });
  expect(() => followRotations(one.verifierKey, notes.toReversed())).toThrow(code('unknown_key'));
  expect(() => followRotations(three.verifierKey, notes)).toThrow(code('unknown_key'));
});

it('takes no change of a key that one of the two did not sign, or that leads to another log', () => {
  const text = `quittance key rotation v1\n${one.verifierKey}\n${two.verifierKey}\n`;
  for (const note of [one.sign(text), two.sign(text), addSignature(one.sign(text), three)]) {
    expect(() => openRotation(note)).toThrow(code('unknown_key'));
  }
  expect(() => openRotation(writeRotation(one, stranger))).toThrow(code('bad_note'));
  expect(() => openRotation(writeRotation(one, one))).toThrow(code('bad_note'));
  expect(() => openCheckpoint(writeRotation(one, two), [one.verifierKey])).toThrow(code('bad_note'));
});

it('lets old and new key sign the same checkpoint: each reader sees the one that they know', () => {
  const note = addSignature(signCheckpoint(two, { size: 3, root: Buffer.alloc(32, 1) }), one);
  for (const key of [one, two]) expect(openCheckpoint(note, [key.verifierKey]).size).toBe(3);
  expect(() => openCheckpoint(note, [three.verifierKey])).toThrow(code('unknown_key'));
  expect(() => addSignature(note, stranger)).toThrow(code('bad_note'));
});

it('writes growth as a file, and refuses it for another beginning or end', () => {
  const leaves = Array.from({ length: 9 }, (_, at) => leafHash(`${at}`));
  const read = readerOf(appendLeaves(0, leaves, () => expect.unreachable()));
  const checkpointOf = (size: number) => signCheckpoint(one, { size, root: rootHash(size, read) });
  const keys = [one.verifierKey];
  for (const oldSize of [0, 1, 4, 6, 9]) {
    const text = writeGrowth({ oldSize, hashes: consistencyProof(oldSize, 9, read), checkpoint: checkpointOf(9) });
    expect(parseGrowth(text).oldSize).toBe(oldSize);
    expect(verifyGrowth(text, openCheckpoint(checkpointOf(oldSize), keys), keys).size).toBe(9);
    expect(() => verifyGrowth(text, openCheckpoint(checkpointOf((oldSize + 1) % 9), keys), keys)).toThrow(code('not_consistent'));
    expect(() => verifyGrowth(text.replace(`old ${oldSize}`, 'old 2'), openCheckpoint(checkpointOf(2), keys), keys)).toThrow(Error);
  }
  expect(() => parseGrowth('old x\n\nrest')).toThrow(code('bad_proof'));
});
