import { expect, it } from 'vitest';
import { openBytes, sealBytes } from './message-bytes.ts';
import { createVault, newKey } from './vault.ts';

const vault = createVault(newKey());
const raw = Buffer.from('From: a@shop.example\r\n\r\nExact bytes: \0\xff\r\n', 'latin1');

it('gives back the exact bytes, also none', () => {
  expect(openBytes(vault, 7, sealBytes(vault, 7, raw))).toEqual(raw);
  expect(openBytes(vault, 7, sealBytes(vault, 7, Buffer.alloc(0)))).toEqual(Buffer.alloc(0));
});

it('gives back the exact bytes whatever size is said of them', () => {
  const long = Buffer.from('A line of a letter that says little.\r\n'.repeat(9_000));
  const sealed = sealBytes(vault, 7, long);
  for (const sizeBytes of [long.length, long.length - 1, long.length + 1, 1, 0]) {
    expect(openBytes(vault, 7, { ...sealed, sizeBytes }).equals(long), `${sizeBytes}`).toBe(true);
  }
  expect(openBytes(vault, 7, sealed).equals(long)).toBe(true);
});

it('opens only beside its own content id, key and bytes', () => {
  const sealed = sealBytes(vault, 7, raw);
  const other = sealBytes(vault, 7, raw);
  expect(() => openBytes(vault, 8, sealed)).toThrow(/changed or moved/);
  expect(() => openBytes(vault, 7, { ...sealed, wrappedKey: other.wrappedKey })).toThrow(/another key/);
  expect(() => openBytes(createVault(newKey()), 7, sealed)).toThrow(/right key file/);
  for (let at = 5; at < sealed.ciphertext.length; at += 3) {
    const changed = Buffer.from(sealed.ciphertext);
    changed[at]! ^= 1;
    expect(() => openBytes(vault, 7, { ...sealed, ciphertext: changed })).toThrow(/changed or moved/);
  }
});
