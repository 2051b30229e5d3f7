// Whether a time-stamp token proves that exactly these bytes existed at a time: the statement is about their hash, a certificate for time stamping
// signed it, and its chain leads to a trusted root, all as of the time stated. `openssl ts -verify` asks the same.
import { createHash, verify, X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { children, DerError, expectTag, readDer, readOid, TAG, type DerNode } from './der.ts';
import { hexOf, OID, readStatus, readToken, type TimeStampToken } from './read-token.ts';

export type TokenProblem =
  | 'no_token'
  | 'refused'
  | 'wrong_imprint'
  | 'wrong_nonce'
  | 'wrong_policy'
  | 'wrong_signature'
  | 'not_for_time_stamping'
  | 'expired_certificate'
  | 'untrusted_certificate'
  | 'implausible_time';

export class TokenError extends Error {
  override readonly name = 'TokenError';
  readonly code: TokenProblem;

  constructor(code: TokenProblem, message: string) {
    super(message);
    this.code = code;
  }
}

export interface TokenExpectation {
  /** The bytes that were stamped. */
  readonly data: Buffer;
  /** Of the request; absent when an old token is verified again. */
  readonly nonce?: Buffer;
  readonly policy?: string | undefined;
  /** Certificates (PEM) that are trusted beside those of Node.js. */
  readonly roots?: readonly string[];
  /** Trust these alone. */
  readonly onlyRoots?: boolean;
}

export interface VerifiedToken {
  readonly genAt: string;
  readonly policy: string;
  /** Subject of the certificate that signed it. */
  readonly signer: string;
  /** The root that the chain leads to, as PEM, for `openssl ts -verify -CAfile`. */
  readonly root: string;
}

const DIGESTS: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};
const SHA256 = '2.16.840.1.101.3.4.2.1';
/** RSA with the digest named apart or in one, and ECDSA; `crypto.verify` reads the kind from the key. */
const ALGORITHMS: Readonly<Record<string, string | null>> = {
  '1.2.840.113549.1.1.1': null,
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
};
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
const EXTENDED_KEY_USAGE = '2.5.29.37';
const CHAIN_MAX = 6;

/** @param response the whole answer of the authority. @throws TokenError. */
export function verifyToken(response: Buffer, expected: TokenExpectation): VerifiedToken {
  try {
    const { status } = readStatus(response);
    if (status > 1) throw new TokenError('refused', `the authority refused the request (status ${status})`);
    return verifyParsed(readToken(response), expected);
  } catch (error) {
    if (error instanceof DerError) throw new TokenError('no_token', `the answer is no time-stamp token: ${error.message}`);
    throw error;
  }
}

function verifyParsed(token: TimeStampToken, expected: TokenExpectation): VerifiedToken {
  const { statement } = token;
  const imprint = createHash('sha256').update(expected.data).digest();
  if (statement.hashAlgorithm !== SHA256 || !imprint.equals(statement.imprint)) {
    throw new TokenError('wrong_imprint', 'the token is about other bytes');
  }
  if (expected.nonce && statement.nonce !== hexOf(expected.nonce)) throw new TokenError('wrong_nonce', 'the token answers another request');
  if (expected.policy !== undefined && statement.policy !== expected.policy) {
    throw new TokenError('wrong_policy', `the token is of the policy ${statement.policy}`);
  }
  const certificates = token.certificates.map(readCertificate);
  const signer = findSigner(token, certificates);
  verifySignature(token, signer);
  requirePurpose(signer);
  const root = followChain(signer, certificates, new Date(statement.genAt), expected);
  return { genAt: statement.genAt, policy: statement.policy, signer: oneLine(signer.subject), root: root.toString() };
}

function readCertificate(der: Uint8Array): X509Certificate {
  try {
    return new X509Certificate(der);
  } catch (cause) {
    throw Object.assign(new TokenError('wrong_signature', 'a certificate of the token is malformed'), { cause });
  }
}

// The attribute that names the certificate by its hash is signed, so no other certificate with the same key can take its place (RFC 5035).
function findSigner({ signer }: TimeStampToken, certificates: readonly X509Certificate[]): X509Certificate {
  const found = certificates.find((certificate) => isNamedBySigner(signer, certificate));
  if (!found) throw new TokenError('wrong_signature', 'the certificate that signed the token is not in it');
  return found;
}

function isNamedBySigner(signer: TimeStampToken['signer'], certificate: X509Certificate): boolean {
  const { serial, issuer } = identityOf(certificate);
  if (serial !== signer.serial || !Buffer.from(issuer).equals(signer.issuer)) return false;
  const second = signer.attributes.get(OID.signingCertificateV2);
  const attribute = second ?? signer.attributes.get(OID.signingCertificate);
  // SigningCertificate ::= SEQUENCE { certs SEQUENCE OF ESSCertID, … }: the first is the signer's.
  const first = children(expectTag(children(expectTag(children(expectTag(attribute, TAG.sequence))[0], TAG.sequence))[0], TAG.sequence));
  const algorithm = first[0]?.tag === TAG.sequence ? DIGESTS[readOid(children(first[0])[0])] : second ? 'sha256' : 'sha1';
  const hash = expectTag(
    first.find(({ tag }) => tag === TAG.octets),
    TAG.octets,
  );
  return algorithm !== undefined && createHash(algorithm).update(certificate.raw).digest().equals(hash.content);
}

function verifySignature({ signer, statementBytes }: TimeStampToken, certificate: X509Certificate): void {
  const digest = DIGESTS[signer.digest];
  const type = signer.attributes.get(OID.contentType);
  const stated = signer.attributes.get(OID.messageDigest);
  const isAbout =
    digest !== undefined &&
    type !== undefined &&
    readOid(type) === OID.tstInfo &&
    createHash(digest).update(statementBytes).digest().equals(expectTag(stated, TAG.octets).content);
  const named = ALGORITHMS[signer.algorithm];
  const isSigned = isAbout && named !== undefined && isSignedBy(named ?? digest, signer, certificate);
  if (!isSigned) throw new TokenError('wrong_signature', 'the signature of the token does not fit');
}

function isSignedBy(digest: string, signer: TimeStampToken['signer'], certificate: X509Certificate): boolean {
  try {
    return verify(digest, signer.signedAttributes, certificate.publicKey, signer.signature);
  } catch {
    // A key of another kind than the algorithm wants: it does not fit either.
    return false;
  }
}

// RFC 3161 §2.3: for time stamping and nothing else, and marked as critical.
function requirePurpose(certificate: X509Certificate): void {
  const usage = extensionsOf(certificate).find((extension) => readOid(children(extension)[0]) === EXTENDED_KEY_USAGE);
  const [, critical, value] = usage ? children(usage) : [];
  const isCritical = critical?.tag === TAG.boolean && critical.content[0] === 0xff;
  const purposes = isCritical ? children(readDer(expectTag(value, TAG.octets).content, TAG.sequence)).map(readOid) : [];
  if (purposes.length !== 1 || purposes[0] !== TIME_STAMPING) {
    throw new TokenError('not_for_time_stamping', 'the certificate that signed the token is not one for time stamping');
  }
}

function followChain(
  signer: X509Certificate,
  certificates: readonly X509Certificate[],
  at: Date,
  { roots = [], onlyRoots = false }: TokenExpectation,
): X509Certificate {
  const trusted = [...roots.map((pem) => new X509Certificate(pem)), ...(onlyRoots ? [] : nodeRoots())];
  const isValid = ({ validFromDate, validToDate }: X509Certificate): boolean => validFromDate <= at && at <= validToDate;
  let certificate = signer;
  for (let length = 0; length < CHAIN_MAX; length += 1) {
    if (!isValid(certificate)) throw new TokenError('expired_certificate', `not valid at that time: ${oneLine(certificate.subject)}`);
    const own = certificate;
    const isIssuer = (other: X509Certificate): boolean => own.checkIssued(other) && own.verify(other.publicKey);
    const root = trusted.find((other) => own.issuer === other.subject && isIssuer(other));
    if (root) return root;
    const next = certificates.find((other) => other.ca && other.fingerprint256 !== own.fingerprint256 && isIssuer(other));
    if (!next) break;
    certificate = next;
  }
  throw new TokenError(
    'untrusted_certificate',
    `its chain ends at "${oneLine(certificate.issuer)}", which is not trusted here: add that root certificate to TSA_CA_FILE if you trust it`,
  );
}

let cachedRoots: X509Certificate[] | null = null;
function nodeRoots(): X509Certificate[] {
  cachedRoots ??= rootCertificates.map((pem) => new X509Certificate(pem));
  return cachedRoots;
}

// Certificate ::= SEQUENCE { TBSCertificate ::= SEQUENCE { [0] version, serial, signature, issuer, validity, subject, key, …, [3] extensions } … }
function identityOf({ raw }: X509Certificate): { serial: string; issuer: Uint8Array } {
  const fields = tbsOf(raw);
  const first = fields[0]?.tag === TAG.context0 ? 1 : 0;
  return { serial: hexOf(expectTag(fields[first], TAG.integer).content), issuer: expectTag(fields[first + 2], TAG.sequence).bytes };
}

function extensionsOf({ raw }: X509Certificate): DerNode[] {
  const tagged = tbsOf(raw).find(({ tag }) => tag === TAG.context3);
  return tagged ? children(expectTag(children(tagged)[0], TAG.sequence)) : [];
}

function tbsOf(raw: Buffer): DerNode[] {
  return children(expectTag(children(readDer(raw, TAG.sequence))[0], TAG.sequence));
}

function oneLine(name: string): string {
  return name.split('\n').join(', ').slice(0, 300);
}
