// The raw bytes of one message at rest: zstd, then AES-256-GCM under a key of that message alone, which the vault wraps. The same
// two values lie in staged_message between acceptance and outcome and in message_secret/message_body afterwards: they move, unopened.
// Both are bound to the content id, so neither opens beside another row. Erasing the wrapped key makes the bytes worthless.
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { newKey, openWith, sealWith, type Vault } from './vault.ts';

export interface SealedBytes {
  readonly wrappedKey: Buffer;
  readonly ciphertext: Buffer;
}

// Level 3: 0.18 ms and a ratio of 1.72 on mail; level 9 takes four times as long for 1.74.
const LEVEL = { [constants.ZSTD_c_compressionLevel]: 3 };
/** Room for the result is made once where it is known: by pieces of 16 KB, opening a mail takes four times as long. */
const ROOM_BYTES = { least: 1024, unknown: 64 * 1024 } as const;

export function sealBytes(vault: Pick<Vault, 'seal'>, contentId: number, raw: Buffer): SealedBytes {
  return sealAt(vault, `message|${contentId}`, raw);
}

/** The same for a file that a person keeps beside an act of theirs. */
export function sealFile(vault: Pick<Vault, 'seal'>, actId: string, raw: Buffer): SealedBytes {
  return sealAt(vault, `act|${actId}`, raw);
}

/** @throws as `openBytes`. */
export function openFile(vault: Pick<Vault, 'open'>, actId: string, sealed: SealedBytes): Buffer {
  return openAt(vault, `act|${actId}`, sealed);
}

/**
 * @param sealed with the size of the raw bytes, where it is at hand.
 * @throws PermanentError `cannot_decrypt` for another key file, another message's values or changed bytes.
 */
export function openBytes(vault: Pick<Vault, 'open'>, contentId: number, sealed: SealedBytes & { readonly sizeBytes?: number }): Buffer {
  return openAt(vault, `message|${contentId}`, sealed);
}

function sealAt(vault: Pick<Vault, 'seal'>, place: string, raw: Buffer): SealedBytes {
  const key = newKey();
  // Told the size, it makes its tables no larger than needed. Mail shrinks to half or less; what does not takes a second piece.
  const room = Math.max(raw.length >> 1, ROOM_BYTES.least);
  const packed = zstdCompressSync(raw, { params: LEVEL, chunkSize: room, pledgedSrcSize: raw.length });
  return { wrappedKey: vault.seal(`${place}|key`, key), ciphertext: sealWith(key, `${place}|bytes`, packed) };
}

function openAt(vault: Pick<Vault, 'open'>, place: string, sealed: SealedBytes & { readonly sizeBytes?: number }): Buffer {
  const key = vault.open(`${place}|key`, sealed.wrappedKey);
  const packed = openWith(key, `${place}|bytes`, sealed.ciphertext);
  // One byte more than there are, so that the last piece is known for the last; a wrong size costs time and nothing else.
  const room = sealed.sizeBytes === undefined ? ROOM_BYTES.unknown : Math.max(sealed.sizeBytes + 1, ROOM_BYTES.least);
  return zstdDecompressSync(packed, { chunkSize: room });
}
