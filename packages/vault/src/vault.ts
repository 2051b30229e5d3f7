// Encryption at rest. One master key (32 bytes, in a file outside the database) from which every other key derives; message bytes
// have a key of their own, wrapped by it, so that erasing that one row makes the ciphertext worthless.
//
// Sealed value: version 0x01 | key id (4 bytes) | nonce (12) | ciphertext | tag (16), AES-256-GCM (NIST SP 800-38D). The associated
// data names table, row and column, so that a ciphertext moved to another row does not open.
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import { PermanentError } from '@quittance/domain/errors';

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEADER_BYTES = 5 + NONCE_BYTES;
export const KEY_BYTES = 32;

export interface Vault {
  /** Seals under the master key; `place` is `table|row|column`. */
  seal(place: string, plain: Buffer): Buffer;
  /** @throws PermanentError `cannot_decrypt` for another key, another place or changed bytes. */
  open(place: string, sealed: Buffer): Buffer;
  /** The keyed hash by which message bytes are known again without being kept (design promise 4). */
  contentKey(userId: string, sha256: Buffer): Buffer;
  /** 32 bytes derived for a named purpose, e.g. the seed of the checkpoint signing key. */
  derive(purpose: string): Buffer;
}

/** @param masterKey 32 random bytes. */
export function createVault(masterKey: Buffer): Vault {
  if (masterKey.length !== KEY_BYTES) {
    throw new PermanentError('bad_key_file', `the key file must hold ${KEY_BYTES} bytes, it holds ${masterKey.length}`);
  }
  const derive = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', masterKey, Buffer.alloc(0), `quittance/${purpose}/v1`, KEY_BYTES));
  const sealingKey = prepareKey(derive('seal'));
  // A key object once made costs a sixth of the same bytes given each time.
  const contentHmacKey = createSecretKey(derive('content-key'));
  return {
    seal: (place, plain) => sealUnder(sealingKey, place, plain),
    open: (place, sealed) => openUnder(sealingKey, place, sealed),
    contentKey: (userId, sha256) => createHmac('sha256', contentHmacKey).update(userId).update(sha256).digest(),
    derive,
  };
}

/** Seals under any 32-byte key: a message's own. */
export function sealWith(key: Buffer, place: string, plain: Buffer): Buffer {
  return sealUnder(prepareKey(key), place, plain);
}

/** @throws PermanentError `cannot_decrypt`. There is no cleartext fallback. */
export function openWith(key: Buffer, place: string, sealed: Buffer): Buffer {
  return openUnder(prepareKey(key), place, sealed);
}

interface PreparedKey {
  readonly key: KeyObject;
  readonly id: Buffer;
}

const prepareKey = (bytes: Buffer): PreparedKey => ({ key: createSecretKey(bytes), id: keyId(bytes) });

function sealUnder({ key, id }: PreparedKey, place: string, plain: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const header = Buffer.concat([Buffer.from([VERSION]), id, nonce]);
  cipher.setAAD(Buffer.from(place));
  return Buffer.concat([header, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function openUnder({ key, id }: PreparedKey, place: string, sealed: Buffer): Buffer {
  if (sealed.length < HEADER_BYTES + TAG_BYTES || sealed[0] !== VERSION) {
    throw new PermanentError('cannot_decrypt', `the value at ${place} is not a sealed value of this version`);
  }
  if (!sealed.subarray(1, 5).equals(id)) {
    throw new PermanentError('cannot_decrypt', `the value at ${place} was sealed under another key: is this the right key file?`);
  }
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(5, HEADER_BYTES));
  decipher.setAAD(Buffer.from(place));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(HEADER_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch (cause) {
    throw new PermanentError('cannot_decrypt', `the value at ${place} was changed or moved`, { cause });
  }
}

export function newKey(): Buffer {
  return randomBytes(KEY_BYTES);
}

// Tells keys apart without telling anything about them.
function keyId(key: Buffer): Buffer {
  return createHash('sha256').update('quittance/key-id/v1').update(key).digest().subarray(0, 4);
}
