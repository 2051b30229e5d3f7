// SHA-256 and signatures by WebCrypto, the only cryptography of the verifier. Browsers offer it in secure contexts (https, localhost).
// Part of the verifier: plain JavaScript for Node and the browser.
import { concat, fromHex, hex } from './bytes.js';
import { children, expectTag, readDer, TAG } from './der.js';

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
 * @public the page in the browser takes it by its address, where the search for dead code does not see it
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
 * @param {'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512'} name SHA-1 only where a certificate is named by it, never under a signature
 * @param {Bytes} data
 */
export async function digest(name, data) {
  return new Uint8Array(await crypto.subtle.digest(name, source(data)));
}

/** Object identifiers of signatures, by their content in hexadecimal digits; RSA may name its digest apart. */
const SIGNATURES = /** @type {Readonly<Record<string, readonly ['RSA' | 'ECDSA', string | null]>>} */ ({
  '2a864886f70d010101': ['RSA', null],
  '2a864886f70d01010b': ['RSA', 'SHA-256'],
  '2a864886f70d01010c': ['RSA', 'SHA-384'],
  '2a864886f70d01010d': ['RSA', 'SHA-512'],
  '2a8648ce3d040302': ['ECDSA', 'SHA-256'],
  '2a8648ce3d040303': ['ECDSA', 'SHA-384'],
  '2a8648ce3d040304': ['ECDSA', 'SHA-512'],
});
/** Object identifiers of curves inside a key: name, bytes of a coordinate. */
const CURVES = /** @type {const} */ ([
  ['2a8648ce3d030107', 'P-256', 32],
  ['2b81040022', 'P-384', 48],
  ['2b81040023', 'P-521', 66],
]);

/**
 * A signature as certificates and time-stamp tokens have it.
 * @param {Bytes} spki DER
 * @param {string} algorithm
 * @param {string | null} digestName where the algorithm names none
 * @param {Bytes} signature
 * @param {Bytes} data
 */
export async function verifyWith(spki, algorithm, digestName, signature, data) {
  const [kind, named] = SIGNATURES[algorithm] ?? [];
  const hash = named ?? digestName;
  if (!kind || !hash) return false;
  try {
    if (kind === 'RSA') {
      const rsa = { name: 'RSASSA-PKCS1-v1_5', hash };
      const key = await crypto.subtle.importKey('spki', source(spki), rsa, false, ['verify']);
      return await crypto.subtle.verify(rsa.name, key, source(signature), source(data));
    }
    const curve = CURVES.find(([id]) => hex(spki.subarray(0, 40)).includes(id));
    const raw = curve ? rawSignature(signature, curve[2]) : null;
    if (!curve || !raw) return false;
    const key = await crypto.subtle.importKey('spki', source(spki), { name: 'ECDSA', namedCurve: curve[1] }, false, ['verify']);
    return await crypto.subtle.verify({ name: 'ECDSA', hash }, key, source(raw), source(data));
  } catch (error) {
    if (isBadKey(error)) return false;
    throw error;
  }
}

/**
 * SEQUENCE { r INTEGER, s INTEGER } as r || s, which WebCrypto wants.
 * @param {Bytes} der
 * @param {number} length
 */
function rawSignature(der, length) {
  const numbers = children(readDer(der, TAG.sequence)).map((node) => expectTag(node, TAG.integer).content);
  const raw = new Uint8Array(2 * length);
  for (const [at, number] of numbers.entries()) {
    const short = number[0] === 0 ? number.subarray(1) : number;
    if (at > 1 || short.length > length) return null;
    raw.set(short, (at + 1) * length - short.length);
  }
  return numbers.length === 2 ? raw : null;
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
