// A DKIM key record, as DNS gave it, to a key that openssl and WebCrypto read (RFC 6376 §3.6.1, RFC 8463 §4).
// Part of the verifier: plain JavaScript for Node and the browser.
import { concat, fromBase64, fromHex } from './bytes.js';
import { tagsOf } from './dkim-signature.js';
import { ed25519Spki } from './web-crypto.js';

/** @typedef {{ readonly type: 'rsa' | 'ed25519', readonly spki: Uint8Array, readonly raw: Uint8Array }} DkimKey */

// AlgorithmIdentifier rsaEncryption with NULL (RFC 3279 §2.3.1).
const RSA_ALGORITHM = fromHex('300d06092a864886f70d0101010500');

/**
 * null when the record holds no key of a kind that we know.
 * @param {string} record
 * @returns {DkimKey | null}
 */
export function readKeyRecord(record) {
  const tags = tagsOf(record.replaceAll(/\s+/g, ''));
  const raw = fromBase64(tags.get('p') ?? '');
  const type = tags.get('k') ?? 'rsa';
  if (!raw || raw.length === 0) return null;
  if (type === 'ed25519') return raw.length === 32 ? { type, spki: ed25519Spki(raw), raw } : null;
  if (type !== 'rsa') return null;
  return { type, spki: isBareRsaKey(raw) ? spkiOfRsa(raw) : raw, raw };
}

// RSAPublicKey begins with the modulus (INTEGER), SubjectPublicKeyInfo with the algorithm (SEQUENCE).
/** @param {Uint8Array} der */
function isBareRsaKey(der) {
  const long = (der[1] ?? 0) & 0x80 ? (der[1] ?? 0) & 0x7f : 0;
  return der[0] === 0x30 && der[2 + long] === 0x02;
}

/** @param {Uint8Array} key */
function spkiOfRsa(key) {
  return der(0x30, concat(RSA_ALGORITHM, der(0x03, concat(new Uint8Array([0]), key))));
}

/**
 * @param {number} tag
 * @param {Uint8Array} content
 */
function der(tag, content) {
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return concat(new Uint8Array([tag, ...size]), content);
}
