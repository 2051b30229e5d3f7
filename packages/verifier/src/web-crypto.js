// SHA-256 and signatures by WebCrypto, the only cryptography of the verifier. Browsers offer it in secure contexts (https, localhost).
// Part of the verifier: plain JavaScript for Node and the browser.
import { concat, fromHex } from './bytes.js';

/** @typedef {import('./bytes.js').Bytes} Bytes */

// Heads of a SubjectPublicKeyInfo; the key follows (RFC 8410 §4).
const ED25519_HEAD = fromHex('302a300506032b6570032100');

/**
 * @param {readonly Bytes[]} parts
 * @returns {Promise<Bytes>}
 */
export async function sha256(...parts) {
  const [first] = parts;
  return new Uint8Array(await crypto.subtle.digest('SHA-256', source(parts.length === 1 && first ? first : concat(...parts))));
}

/**
 * What is missing for verifying here; null when all is there.
 * @returns {Promise<'subtle' | 'ed25519' | null>}
 */
export async function missingCrypto() {
  if (!globalThis.crypto?.subtle) return 'subtle';
  try {
    // The public key of RFC 8032 §7.1, test 1.
    await importEd25519(fromHex('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a'));
    return null;
  } catch {
    return 'ed25519'; // An older browser: it knows no such algorithm.
  }
}

/**
 * @param {Bytes} key 32 bytes
 * @param {Bytes} signature
 * @param {Bytes} data
 */
export async function verifyEd25519(key, signature, data) {
  if (key.length !== 32 || signature.length !== 64) return false;
  try {
    return await crypto.subtle.verify('Ed25519', await importEd25519(key), source(signature), source(data));
  } catch (error) {
    if (isBadKey(error)) return false;
    throw error;
  }
}

/**
 * RSASSA-PKCS1-v1_5 with SHA-256.
 * @param {Bytes} spki DER
 * @param {Bytes} signature
 * @param {Bytes} data
 */
export async function verifyRsa(spki, signature, data) {
  try {
    const key = await crypto.subtle.importKey('spki', source(spki), { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, false, ['verify']);
    return await crypto.subtle.verify('RSASSA-PKCS1-v1_5', key, source(signature), source(data));
  } catch (error) {
    if (isBadKey(error)) return false;
    throw error;
  }
}

/**
 * SubjectPublicKeyInfo of an Ed25519 key.
 * @param {Bytes} key
 */
export const ed25519Spki = (key) => concat(ED25519_HEAD, key);

/** @param {Bytes} key */
function importEd25519(key) {
  return crypto.subtle.importKey('raw', source(key), 'Ed25519', false, ['verify']);
}

// A key that is no key is an answer about the bundle, not a failure of the verifier.
/** @param {unknown} error */
function isBadKey(error) {
  return error instanceof DOMException && (error.name === 'DataError' || error.name === 'OperationError');
}

// Nothing here is ever shared between threads, which is all that the narrower type says.
/** @param {Bytes} bytes */
function source(bytes) {
  return /** @type {Uint8Array<ArrayBuffer>} */ (bytes);
}
