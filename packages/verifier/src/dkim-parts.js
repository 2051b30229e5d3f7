// The senders' signatures that hold: what openssl needs to check each one (header, signature, key), made from the message and the DNS answers of
// its manifest alone. Only those that were found to hold when the message was recorded count. Whoever writes a bundle uses this too, so that
// its files are the ones a verifier expects. Part of the verifier: plain JavaScript for Node and the browser.
import { base64 } from './bytes.js';
import { readKeyRecord } from './dkim-key.js';
import { readSignatures } from './dkim-signature.js';
import { LIMITS } from './layout.js';
import { pemOf } from './signed-note.js';
import { sha256, verifyEd25519, verifyRsa } from './web-crypto.js';

/**
 * @typedef {object} DkimPart
 * @property {string} domain
 * @property {string} selector
 * @property {Uint8Array} header
 * @property {Uint8Array} signature
 * @property {string} keyPem
 */

/**
 * In the order of the message, nine at most. Ed25519 signs the SHA-256 of `header` (RFC 8463), RSA signs it with SHA-256.
 * @param {Uint8Array} raw
 * @param {Pick<import('./manifest.js').Manifest, 'dns' | 'verdict'>} manifest
 * @returns {Promise<DkimPart[]>}
 */
export async function dkimParts(raw, manifest) {
  /** @type {DkimPart[]} */
  const parts = [];
  for (const one of readSignatures(raw)) {
    const key = keyOf(one, manifest);
    if (!key || !(await holds(one, key))) continue;
    parts.push({ domain: one.domain, selector: one.selector, header: one.header, signature: one.signature, keyPem: pemOf(key.spki) });
  }
  return parts.slice(0, LIMITS.dkimParts);
}

/**
 * @param {import('./dkim-signature.js').DkimSignature} one
 * @param {Pick<import('./manifest.js').Manifest, 'dns' | 'verdict'>} manifest
 */
function keyOf({ domain, selector, algorithm }, { dns, verdict }) {
  const passed = verdict.signatures.some((two) => two.domain === domain && two.selector === selector && two.result === 'pass');
  const record = dns.find((answer) => answer.name === `${selector}._domainkey.${domain}`.toLowerCase())?.rdata[0];
  const key = passed && record !== undefined ? readKeyRecord(record) : null;
  return key?.type === algorithm ? key : null;
}

/**
 * @param {import('./dkim-signature.js').DkimSignature} one
 * @param {import('./dkim-key.js').DkimKey} key
 */
async function holds(one, key) {
  if (base64(await sha256(one.body)) !== one.bodyHash) return false;
  return key.type === 'rsa'
    ? verifyRsa(key.spki, one.signature, one.header)
    : verifyEd25519(key.raw, one.signature, await sha256(one.header));
}
