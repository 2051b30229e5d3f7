// The parts of a time-stamp response (RFC 3161 §2.4.2): CMS signed data (RFC 5652) around what the authority states. Reads, and verifies nothing.
import { children, DerError, expectTag, readDer, readOid, readSmall, readTime, TAG, writeDer, type DerNode } from './der.ts';

interface TokenStatement {
  /** OID under which the authority promises what it promises. */
  readonly policy: string;
  readonly hashAlgorithm: string;
  readonly imprint: Uint8Array;
  readonly serial: string;
  readonly genAt: string;
  /** The number of the request, as hexadecimal digits without leading zeros. */
  readonly nonce: string | null;
}

export interface TimeStampToken {
  readonly statement: TokenStatement;
  /** What the signature's attributes hash. */
  readonly statementBytes: Uint8Array;
  /** DER of the certificates that came with it. */
  readonly certificates: readonly Uint8Array[];
  readonly signer: {
    readonly issuer: Uint8Array;
    readonly serial: string;
    readonly digest: string;
    readonly algorithm: string;
    readonly signature: Uint8Array;
    /** As they were signed: a SET, not the tagged form that travels. */
    readonly signedAttributes: Uint8Array;
    readonly attributes: ReadonlyMap<string, DerNode>;
  };
}

export const OID = {
  signedData: '1.2.840.113549.1.7.2',
  tstInfo: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
} as const;

/** PKIStatus of a response; 0 and 1 carry a token. @throws DerError. */
export function readStatus(response: Uint8Array): { readonly status: number; readonly token: DerNode | null } {
  const [info, token] = children(readDer(response, TAG.sequence));
  return { status: readSmall(children(expectTag(info, TAG.sequence))[0]), token: token ?? null };
}

/** @throws DerError when it is no response with a token. */
export function readToken(response: Uint8Array): TimeStampToken {
  const { token } = readStatus(response);
  const [type, wrapped] = children(expectTag(token ?? undefined, TAG.sequence));
  if (readOid(type) !== OID.signedData) throw new DerError('the token is not signed data');
  const [, , encapsulated, ...rest] = children(expectTag(children(expectTag(wrapped, TAG.context0))[0], TAG.sequence));
  const [contentType, content] = children(expectTag(encapsulated, TAG.sequence));
  if (readOid(contentType) !== OID.tstInfo) throw new DerError('the token states no time');
  const statementBytes = expectTag(children(expectTag(content, TAG.context0))[0], TAG.octets).content;
  const certificates = rest.find(({ tag }) => tag === TAG.context0);
  const signers = children(expectTag(rest.at(-1), TAG.set));
  if (signers.length !== 1) throw new DerError('the token must have one signer');
  return {
    statement: readStatement(statementBytes),
    statementBytes,
    certificates: certificates ? children(certificates).map(({ bytes }) => bytes) : [],
    signer: readSigner(signers[0]!),
  };
}

function readStatement(bytes: Uint8Array): TokenStatement {
  const [version, policy, imprint, serial, time, ...rest] = children(readDer(bytes, TAG.sequence));
  if (readSmall(version) !== 1) throw new DerError('the statement is of another version');
  const [algorithm, hash] = children(expectTag(imprint, TAG.sequence));
  const nonce = rest.find(({ tag }) => tag === TAG.integer);
  return {
    policy: readOid(policy),
    hashAlgorithm: readOid(children(expectTag(algorithm, TAG.sequence))[0]),
    imprint: expectTag(hash, TAG.octets).content,
    serial: hexOf(expectTag(serial, TAG.integer).content),
    genAt: readTime(time),
    nonce: nonce ? hexOf(nonce.content) : null,
  };
}

function readSigner(node: DerNode): TimeStampToken['signer'] {
  const [, id, digest, attributes, algorithm, signature] = children(node);
  const [issuer, serial] = children(expectTag(id, TAG.sequence));
  const tagged = expectTag(attributes, TAG.context0);
  const byType = new Map<string, DerNode>();
  for (const attribute of children(tagged)) {
    const [type, values] = children(expectTag(attribute, TAG.sequence));
    const name = readOid(type);
    const [value, ...others] = children(expectTag(values, TAG.set));
    if (byType.has(name) || !value || others.length > 0) throw new DerError('an attribute must have one value');
    byType.set(name, value);
  }
  return {
    issuer: expectTag(issuer, TAG.sequence).bytes,
    serial: hexOf(expectTag(serial, TAG.integer).content),
    digest: readOid(children(expectTag(digest, TAG.sequence))[0]),
    algorithm: readOid(children(expectTag(algorithm, TAG.sequence))[0]),
    signature: expectTag(signature, TAG.octets).content,
    signedAttributes: writeDer(TAG.set, tagged.content),
    attributes: byType,
  };
}

export function hexOf(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(?:00)+(?=..)/, '');
}
