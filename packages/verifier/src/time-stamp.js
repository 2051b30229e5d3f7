// A time-stamp token (RFC 3161): that exactly these bytes existed at the time stated. The statement is about their hash, a certificate for time stamping
// signed it, and its chain leads to the root that lies beside the token, all as of that time. Whether that root is to be trusted, only the reader
// can tell. `openssl ts -verify` asks the same. Part of the verifier: plain JavaScript for Node and the browser.
import { equal, hex } from './bytes.js';
import { isIssuedBy, readCertificate } from './certificate.js';
import { children, DerError, expectTag, oid, readDer, readTime, TAG } from './der.js';
import { digest, verifyWith } from './web-crypto.js';

/** @typedef {import('./bytes.js').Bytes} Bytes */
/** @typedef {import('./der.js').DerNode} DerNode */
/** @typedef {import('./certificate.js').Certificate} Certificate */

const SIGNED_DATA = '2a864886f70d010702';
const TST_INFO = '2a864886f70d0109100104';
const CONTENT_TYPE = '2a864886f70d010903';
const MESSAGE_DIGEST = '2a864886f70d010904';
const SIGNING_CERTIFICATE = '2a864886f70d010910020c';
const SIGNING_CERTIFICATE_V2 = '2a864886f70d010910022f';
/** @type {Readonly<Record<string, 'SHA-256' | 'SHA-384' | 'SHA-512'>>} */
const DIGESTS = { '608648016503040201': 'SHA-256', '608648016503040202': 'SHA-384', '608648016503040203': 'SHA-512' };
const SHA256 = '608648016503040201';
const CHAIN_MAX = 6;

/**
 * @param {Bytes} response the authority's whole answer
 * @param {Bytes} data what was stamped
 * @param {Bytes} rootDer
 * @returns {Promise<{ readonly genAt: string, readonly signer: string, readonly root: string } | null>} names of certificates; null where it does not hold
 */
export async function verifyTimeStamp(response, data, rootDer) {
  try {
    return await verify(readToken(response), data, readCertificate(rootDer));
  } catch (error) {
    if (error instanceof DerError) return null;
    throw error;
  }
}

/**
 * @param {ReturnType<typeof readToken>} token
 * @param {Bytes} data
 * @param {Certificate} root
 */
async function verify(token, data, root) {
  const { statement, statementBytes, signer, certificates } = token;
  if (statement.algorithm !== SHA256 || !equal(statement.imprint, await digest('SHA-256', data))) return null;
  const own = await findSigner(signer, certificates);
  if (!own?.isForTimeStamping || !(await isSigned(signer, statementBytes, own))) return null;
  return (await leadsTo(root, own, certificates, statement.genAt)) ? { genAt: statement.genAt, signer: own.name, root: root.name } : null;
}

/** @param {Bytes} response */
function readToken(response) {
  const [info, token] = children(readDer(response, TAG.sequence));
  const status = expectTag(children(expectTag(info, TAG.sequence))[0], TAG.integer).content;
  const [type, wrapped] = children(expectTag(token, TAG.sequence));
  if (status.length !== 1 || (status[0] ?? 2) > 1 || oid(type) !== SIGNED_DATA) throw new DerError('no token');
  const [, , encapsulated, ...rest] = children(expectTag(children(expectTag(wrapped, TAG.context0))[0], TAG.sequence));
  const [contentType, content] = children(expectTag(encapsulated, TAG.sequence));
  if (oid(contentType) !== TST_INFO) throw new DerError('it states no time');
  const statementBytes = expectTag(children(expectTag(content, TAG.context0))[0], TAG.octets).content;
  const bag = rest.find(({ tag }) => tag === TAG.context0);
  const signers = children(expectTag(rest[rest.length - 1], TAG.set));
  if (signers.length !== 1 || !signers[0]) throw new DerError('it must have one signer');
  return {
    statementBytes,
    statement: readStatement(statementBytes),
    certificates: bag ? children(bag).map(({ bytes }) => readCertificate(bytes)) : [],
    signer: readSigner(signers[0]),
  };
}

/** @param {Bytes} bytes */
function readStatement(bytes) {
  const [, , imprint, , time] = children(readDer(bytes, TAG.sequence));
  const [algorithm, hash] = children(expectTag(imprint, TAG.sequence));
  return {
    algorithm: oid(children(expectTag(algorithm, TAG.sequence))[0]),
    imprint: expectTag(hash, TAG.octets).content,
    genAt: readTime(expectTag(time, TAG.generalizedTime)),
  };
}

/** @param {DerNode} node */
function readSigner(node) {
  const [, id, digestNode, attributes, algorithm, signature] = children(node);
  const [issuer, serial] = children(expectTag(id, TAG.sequence));
  const tagged = expectTag(attributes, TAG.context0);
  /** @type {Map<string, DerNode>} */
  const byType = new Map();
  for (const attribute of children(tagged)) {
    const [type, values] = children(expectTag(attribute, TAG.sequence));
    const [value, ...others] = children(expectTag(values, TAG.set));
    if (byType.has(oid(type)) || !value || others.length > 0) throw new DerError('an attribute must have one value');
    byType.set(oid(type), value);
  }
  // They are signed as a SET, and travel under another tag.
  const signedAttributes = new Uint8Array(tagged.bytes); // A copy: `slice` of a Node buffer is none.
  signedAttributes[0] = TAG.set;
  return {
    issuer: expectTag(issuer, TAG.sequence).bytes,
    serial: hex(expectTag(serial, TAG.integer).content),
    digest: DIGESTS[oid(children(expectTag(digestNode, TAG.sequence))[0])] ?? null,
    algorithm: oid(children(expectTag(algorithm, TAG.sequence))[0]),
    signature: expectTag(signature, TAG.octets).content,
    signedAttributes,
    attributes: byType,
  };
}

/**
 * The certificate that the signed attributes name by its hash (RFC 5035).
 * @param {ReturnType<typeof readSigner>} signer
 * @param {readonly Certificate[]} certificates
 */
async function findSigner(signer, certificates) {
  const second = signer.attributes.get(SIGNING_CERTIFICATE_V2);
  const attribute = second ?? signer.attributes.get(SIGNING_CERTIFICATE);
  const list = children(expectTag(children(expectTag(attribute, TAG.sequence))[0], TAG.sequence));
  const first = children(expectTag(list[0], TAG.sequence));
  const named = first[0]?.tag === TAG.sequence ? DIGESTS[oid(children(first[0])[0])] : second ? 'SHA-256' : 'SHA-1';
  const hash = expectTag(
    first.find(({ tag }) => tag === TAG.octets),
    TAG.octets,
  ).content;
  for (const certificate of certificates) {
    const isNamed = certificate.serial === signer.serial && equal(certificate.issuer, signer.issuer);
    if (isNamed && named && equal(await digest(named, certificate.bytes), hash)) return certificate;
  }
  return null;
}

/**
 * @param {ReturnType<typeof readSigner>} signer
 * @param {Bytes} statement
 * @param {Certificate} certificate
 */
async function isSigned({ digest: name, algorithm, signature, signedAttributes, attributes }, statement, certificate) {
  if (!name || oid(attributes.get(CONTENT_TYPE)) !== TST_INFO) return false;
  const stated = expectTag(attributes.get(MESSAGE_DIGEST), TAG.octets).content;
  return equal(stated, await digest(name, statement)) && (await verifyWith(certificate.spki, algorithm, name, signature, signedAttributes));
}

/**
 * @param {Certificate} root
 * @param {Certificate} signer
 * @param {readonly Certificate[]} certificates
 * @param {string} at
 */
async function leadsTo(root, signer, certificates, at) {
  let certificate = signer;
  for (let length = 0; length < CHAIN_MAX; length += 1) {
    if (at < certificate.from || at > certificate.until) return false;
    if (await isIssuedBy(certificate, root)) return true;
    const next = await findIssuer(certificate, certificates);
    if (!next) return false;
    certificate = next;
  }
  return false;
}

/**
 * @param {Certificate} certificate
 * @param {readonly Certificate[]} certificates
 */
async function findIssuer(certificate, certificates) {
  for (const other of certificates) {
    if (!equal(other.bytes, certificate.bytes) && (await isIssuedBy(certificate, other))) return other;
  }
  return null;
}
