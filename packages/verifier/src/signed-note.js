// Signed notes (c2sp.org/signed-note) and the key that signs them, written `name+id+base64`. Ed25519 only; signatures by other keys are
// ignored, as the format demands. Apart from packages/ledger, which writes them. Part of the verifier: plain JavaScript.
import { base64, equal, fromBase64, fromUtf8, hex, utf8 } from './bytes.js';
import { sha256, verifyEd25519 } from './web-crypto.js';

/** @typedef {import('./bytes.js').Bytes} Bytes */
/** @typedef {{ readonly name: string, readonly id: Bytes, readonly publicKey: Bytes, readonly text: string }} VerifierKey */

const ED25519 = 0x01;
// Our notes have three lines; the limit leaves room for many witnesses' signatures.
const NOTE_BYTES_MAX = 100_000;
const SIGNATURES_MAX = 64;
const ID_BYTES = 4;

/**
 * @param {string} text
 * @returns {Promise<VerifierKey | 'key_form' | 'key_id'>}
 */
export async function readVerifierKey(text) {
  const match = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/.exec(text);
  const bytes = fromBase64(match?.[3] ?? '');
  if (!match || bytes?.length !== 33 || bytes[0] !== ED25519) return 'key_form';
  const name = match[1] ?? '';
  const id = (await sha256(utf8(`${name}\n`), bytes)).subarray(0, ID_BYTES);
  return hex(id) === match[2] ? { name, id, publicKey: bytes.subarray(1), text } : 'key_id';
}

/**
 * The text of a note that the key signed, and how many signatures it carries.
 * @param {Bytes} note
 * @param {VerifierKey} key
 * @returns {Promise<{ readonly text: string, readonly signatures: number } | 'note_form' | 'note_unsigned' | 'note_signature'>}
 */
export async function openNote(note, key) {
  const parts = splitNote(note);
  if (!parts) return 'note_form';
  let isSigned = false;
  for (const { name, bytes } of parts.signatures) {
    if (name !== key.name || !equal(bytes.subarray(0, ID_BYTES), key.id)) continue;
    if (!(await verifyEd25519(key.publicKey, bytes.subarray(ID_BYTES), utf8(parts.text)))) return 'note_signature';
    isSigned = true;
  }
  return isSigned ? { text: parts.text, signatures: parts.signatures.length } : 'note_unsigned';
}

/**
 * The text of a note, whoever signed it; null for no note.
 * @param {Bytes} note
 */
export function readNoteText(note) {
  return splitNote(note)?.text ?? null;
}

/** @param {Bytes} note */
function splitNote(note) {
  const whole = note.length > NOTE_BYTES_MAX ? null : fromUtf8(note);
  const end = whole?.lastIndexOf('\n\n') ?? -1;
  if (!whole || end < 0 || !whole.endsWith('\n')) return null;
  const text = whole.slice(0, end + 1);
  // eslint-disable-next-line no-control-regex -- The format forbids exactly these.
  if (/[\u0000-\u0009\u000b-\u001f]/.test(text)) return null;
  const signatures = whole
    .slice(end + 2, -1)
    .split('\n')
    .map(readSignature);
  if (signatures.length > SIGNATURES_MAX || !signatures.every((one) => one !== null)) return null;
  return { text, signatures };
}

/** @param {string} line */
function readSignature(line) {
  const match = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/.exec(line);
  const bytes = fromBase64(match?.[2] ?? '');
  return match && bytes && bytes.length > ID_BYTES ? { name: match[1] ?? '', bytes } : null;
}

/**
 * PEM of a DER key, as OpenSSL writes it.
 * @param {Bytes} spki
 */
export function pemOf(spki) {
  const lines = base64(spki).match(/.{1,64}/g) ?? [];
  return `-----BEGIN PUBLIC KEY-----\n${lines.join('\n')}\n-----END PUBLIC KEY-----\n`;
}
