// X.509 certificates (RFC 5280) as far as the chain of a time-stamp token needs them: who signed whom, for what, from when to when.
// Part of the verifier: plain JavaScript for Node and the browser.
import { equal, fromBase64, hex } from './bytes.js';
import { children, expectTag, oid, readDer, readTime, TAG } from './der.js';
import { verifyWith } from './web-crypto.js';

/** @typedef {import('./bytes.js').Bytes} Bytes */

const KEY_USAGE = '551d0f';
const BASIC_CONSTRAINTS = '551d13';
const EXTENDED_KEY_USAGE = '551d25';
const COMMON_NAME = '550403';
const TIME_STAMPING = '2b06010505070308';

/**
 * @typedef {object} Certificate
 * @property {Bytes} bytes
 * @property {Bytes} issuer
 * @property {Bytes} subject
 * @property {string} serial
 * @property {Bytes} spki
 * @property {string} from
 * @property {string} until
 * @property {string} name common name of the subject, '' where it has none
 * @property {boolean} isAuthority may sign other certificates
 * @property {boolean} isForTimeStamping and for nothing else, marked as critical (RFC 3161 §2.3)
 * @property {{ readonly data: Bytes, readonly algorithm: string, readonly signature: Bytes }} signed
 */

/**
 * @param {Bytes} bytes DER
 * @returns {Certificate}
 */
export function readCertificate(bytes) {
  const [tbs, algorithm, signature] = children(readDer(bytes, TAG.sequence));
  const fields = children(expectTag(tbs, TAG.sequence));
  if (fields[0]?.tag === TAG.context0) fields.shift();
  const [serial, , issuer, validity, subject, spki] = fields;
  const [from, until] = children(expectTag(validity, TAG.sequence));
  const tagged = fields.find(({ tag }) => tag === TAG.context3);
  const extensions = readExtensions(tagged);
  return {
    bytes,
    issuer: expectTag(issuer, TAG.sequence).bytes,
    subject: expectTag(subject, TAG.sequence).bytes,
    serial: hex(expectTag(serial, TAG.integer).content),
    spki: expectTag(spki, TAG.sequence).bytes,
    from: readTime(from),
    until: readTime(until),
    name: commonName(expectTag(subject, TAG.sequence)),
    isAuthority: isAuthority(extensions),
    isForTimeStamping: isForTimeStamping(extensions),
    signed: {
      data: expectTag(tbs, TAG.sequence).bytes,
      algorithm: oid(children(expectTag(algorithm, TAG.sequence))[0]),
      signature: expectTag(signature, TAG.bits).content.subarray(1),
    },
  };
}

/**
 * The one certificate of a PEM file; null for any other text.
 * @param {string | null} text
 */
export function fromPem(text) {
  const body = /^-----BEGIN CERTIFICATE-----\n((?:[A-Za-z0-9+/]{1,64}={0,2}\n)+)-----END CERTIFICATE-----\n$/.exec(text ?? '')?.[1];
  return body === undefined ? null : fromBase64(body.replaceAll('\n', ''));
}

/**
 * @param {Certificate} certificate
 * @param {Certificate} issuer
 */
export async function isIssuedBy(certificate, issuer) {
  const { data, algorithm, signature } = certificate.signed;
  return (
    issuer.isAuthority && equal(certificate.issuer, issuer.subject) && (await verifyWith(issuer.spki, algorithm, null, signature, data))
  );
}

/** @typedef {ReadonlyMap<string, { readonly isCritical: boolean, readonly value: Bytes }>} Extensions */

/**
 * @param {import('./der.js').DerNode | undefined} tagged
 * @returns {Extensions}
 */
function readExtensions(tagged) {
  const list = tagged ? children(expectTag(children(tagged)[0], TAG.sequence)) : [];
  return new Map(
    list.map((extension) => {
      const [id, ...rest] = children(extension);
      const isCritical = rest[0]?.tag === TAG.boolean && rest[0].content[0] === 0xff;
      return [oid(id), { isCritical, value: expectTag(rest[rest.length - 1], TAG.octets).content }];
    }),
  );
}

/** @param {Extensions} extensions */
function isAuthority(extensions) {
  const constraints = extensions.get(BASIC_CONSTRAINTS);
  const [ca] = constraints ? children(readDer(constraints.value, TAG.sequence)) : [];
  const usage = extensions.get(KEY_USAGE);
  // Bit 5 of the usage, keyCertSign, where a usage is stated.
  const mayCertify = !usage || ((readDer(usage.value, TAG.bits).content[1] ?? 0) & 0x04) !== 0;
  return ca?.tag === TAG.boolean && ca.content[0] === 0xff && mayCertify;
}

/** @param {Extensions} extensions */
function isForTimeStamping(extensions) {
  const usage = extensions.get(EXTENDED_KEY_USAGE);
  const purposes = usage ? children(readDer(usage.value, TAG.sequence)).map(oid) : [];
  return usage?.isCritical === true && purposes.length === 1 && purposes[0] === TIME_STAMPING;
}

/** @param {import('./der.js').DerNode} subject */
function commonName(subject) {
  for (const set of children(subject)) {
    for (const attribute of children(set)) {
      const [type, value] = children(attribute);
      if (oid(type) === COMMON_NAME && value) return new TextDecoder().decode(value.content).slice(0, 200);
    }
  }
  return '';
}
