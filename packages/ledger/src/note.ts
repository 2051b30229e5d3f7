// C2SP signed notes (c2sp.org/signed-note): a text, an empty line, and signature lines `— <name> <base64(key id || signature)>`.
// Ed25519 only. Signatures by keys that the verifier doesn't know are ignored, as the format demands: that is how keys rotate and
// witnesses join.
import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { LedgerError } from './ledger-error.ts';

export interface NoteSigner {
  readonly name: string;
  /** `<name>+<key id>+<base64(0x01 || public key)>`: what a verifier must know. */
  readonly verifierKey: string;
  sign(text: string): string;
}

const ED25519 = 0x01;
const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;
// Our notes have three lines; the limit leaves room for many witnesses' signatures.
const NOTE_BYTES_MAX = 100_000;
const SIGNATURES_MAX = 64;
// The fixed DER heads of an Ed25519 private key (PKCS #8, RFC 8410) and public key (SPKI): the raw 32 bytes follow.
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

/** @param seed 32 secret bytes: the Ed25519 private key of RFC 8032. */
export function createNoteSigner(name: string, seed: Buffer): NoteSigner {
  if (!isKeyName(name)) throw new LedgerError('bad_key', `"${name}" can't name a key: it is empty or has spaces or a plus`);
  if (seed.length !== KEY_BYTES) throw new LedgerError('bad_key', `a seed has ${KEY_BYTES} bytes`);
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-KEY_BYTES);
  const id = keyId(name, publicKey);
  return {
    name,
    verifierKey: `${name}+${id.toString('hex')}+${Buffer.concat([Buffer.from([ED25519]), publicKey]).toString('base64')}`,
    sign(text) {
      assertText(text);
      const signature = sign(null, Buffer.from(text), privateKey);
      return `${text}\n— ${name} ${Buffer.concat([id, signature]).toString('base64')}\n`;
    },
  };
}

/** The note with one more signature, by another key of the same name: two keys of one log while it changes from one to the other. */
export function addSignature(note: string, signer: NoteSigner): string {
  const { text, signatures } = splitNote(note);
  if (!signatures.every(({ name }) => name === signer.name)) throw new LedgerError('bad_note', 'the note bears the name of another log');
  return note + signer.sign(text).slice(text.length + 1);
}

/** Returns the text when one of the keys signed it. @throws LedgerError `bad_note`, `bad_key`, `unknown_key` or `wrong_signature`. */
export function openNote(note: string, verifierKeys: readonly string[]): string {
  const { text, signatures } = splitNote(note);
  const keys = verifierKeys.map(parseVerifierKey);
  let verified = false;
  for (const { name, id, signature } of signatures) {
    const known = keys.find((key) => key.name === name && key.id.equals(id));
    if (!known) continue;
    if (signature.length !== SIGNATURE_BYTES || !verify(null, Buffer.from(text), known.publicKey, signature)) {
      throw new LedgerError('wrong_signature', `the signature of ${name} does not fit the text`);
    }
    verified = true;
  }
  if (!verified) throw new LedgerError('unknown_key', 'none of the known keys signed the note');
  return text;
}

/** The public key of a verifier key as PEM, for openssl. */
export function publicKeyPem(verifierKey: string): string {
  return parseVerifierKey(verifierKey).publicKey.export({ format: 'pem', type: 'spki' }).toString();
}

/** A note's text and the raw signature by a key name, for a verifier that has only openssl. Unverified. */
export function splitNote(note: string): { text: string; signatures: { name: string; id: Buffer; signature: Buffer }[] } {
  if (note.length > NOTE_BYTES_MAX || !note.isWellFormed()) throw new LedgerError('bad_note', 'the note is too long or no UTF-8');
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) throw new LedgerError('bad_note', 'the note has no signature block');
  const text = note.slice(0, end + 1);
  assertText(text);
  const lines = note.slice(end + 2, -1).split('\n');
  if (lines.length > SIGNATURES_MAX) throw new LedgerError('bad_note', 'the note has too many signatures');
  return { text, signatures: lines.map(parseSignature) };
}

function parseSignature(line: string): { name: string; id: Buffer; signature: Buffer } {
  const match = /^— (\S+) ([A-Za-z0-9+/]+={0,2})$/.exec(line);
  const bytes = decodeBase64(match?.[2] ?? '');
  if (!match || !isKeyName(match[1]!) || !bytes || bytes.length < 5) throw new LedgerError('bad_note', 'a signature line is malformed');
  return { name: match[1]!, id: bytes.subarray(0, 4), signature: bytes.subarray(4) };
}

function parseVerifierKey(text: string): { name: string; id: Buffer; publicKey: KeyObject } {
  const match = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/.exec(text);
  const bytes = decodeBase64(match?.[3] ?? '');
  if (!match || bytes?.length !== KEY_BYTES + 1 || bytes[0] !== ED25519) {
    throw new LedgerError('bad_key', 'the verifier key is no Ed25519 key written as name+id+base64');
  }
  const raw = bytes.subarray(1);
  const id = keyId(match[1]!, raw);
  if (id.toString('hex') !== match[2]) throw new LedgerError('bad_key', "the verifier key's id does not fit its name and key");
  const publicKey = createPublicKey({ key: Buffer.concat([SPKI_HEAD, raw]), format: 'der', type: 'spki' });
  return { name: match[1]!, id, publicKey };
}

function keyId(name: string, publicKey: Buffer): Buffer {
  return createHash('sha256')
    .update(`${name}\n`)
    .update(Buffer.from([ED25519]))
    .update(publicKey)
    .digest()
    .subarray(0, 4);
}

/** Standard alphabet with padding, and nothing that decodes to the same bytes in another spelling. */
export function decodeBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : null;
}

function isKeyName(name: string): boolean {
  return name !== '' && name.isWellFormed() && !/[\s+]/u.test(name);
}

function assertText(text: string): void {
  // eslint-disable-next-line no-control-regex -- The format forbids exactly these.
  const isPlain = text.endsWith('\n') && text.isWellFormed() && !/[\u0000-\u0009\u000b-\u001f]/.test(text);
  if (!isPlain) throw new LedgerError('bad_note', 'a note is UTF-8 lines without control characters, the last one ended');
}
