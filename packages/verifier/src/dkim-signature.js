// One DKIM-Signature of a message: its tags, the header fields it signs in canonical form, and the hash of the body (RFC 6376 §3.4, §3.5, §3.7).
// Reads bytes as latin1: nothing is decoded before it is hashed. Part of the verifier: plain JavaScript for Node and the browser.
import { fromLatin1, latin1 } from './bytes.js';

/** @typedef {{ readonly key: string, readonly line: string }} Field without the line break at its end; folds stay */

/**
 * @typedef {object} DkimSignature
 * @property {string} domain lower case
 * @property {string} selector
 * @property {'rsa' | 'ed25519'} algorithm
 * @property {Uint8Array} header what was signed
 * @property {Uint8Array} signature
 * @property {string} bodyHash base64, as the tag says
 * @property {Uint8Array} body the canonical body that must have this hash
 */

// A message of a stranger with thousands of signatures would keep the verifier busy for long.
const SIGNATURES_MAX = 20;
// RFC 5322 §3.6.8, and the white space before the colon of §4.5.
const FIELD_START = /^[\x21-\x39\x3b-\x7e]+[ \t\r\n]*:/;

/**
 * Those that are written as the RFC demands, in the order of the message. Nothing is verified yet.
 * @param {Uint8Array} raw
 * @returns {DkimSignature[]}
 */
export function readSignatures(raw) {
  const { fields, body } = splitMessage(latin1(raw));
  return fields
    .filter((field) => field.key === 'dkim-signature')
    .slice(0, SIGNATURES_MAX)
    .flatMap((field) => readSignature(field, fields, body) ?? []);
}

/** @param {string} text */
function splitMessage(text) {
  const end = /\r?\n\r?\n/.exec(text);
  const head = end ? text.slice(0, end.index) : text;
  /** @type {string[]} */
  const lines = [];
  /** @type {string[]} */
  let rest = [];
  // From the end, so that a name whose colon stands on the next row is known as one. A row that begins no field belongs to the one above it:
  // that can only add bytes to what is signed.
  for (const row of head.split(/\r?\n/).reverse()) {
    const isStart = FIELD_START.test(rest.length > 0 ? `${row}\r\n${rest.at(-1)}` : row);
    rest.push(row);
    if (!isStart) continue;
    lines.push(rest.reverse().join('\r\n'));
    rest = [];
  }
  lines.reverse();
  const fields = lines.map((line) => ({ key: line.slice(0, line.indexOf(':')).trim().toLowerCase(), line }));
  return { fields, body: end ? text.slice(end.index + end[0].length) : '' };
}

/**
 * @param {Field} field
 * @param {readonly Field[]} fields
 * @param {string} body
 * @returns {DkimSignature | null}
 */
function readSignature(field, fields, body) {
  const tags = tagsOf(field.line.slice(field.line.indexOf(':') + 1));
  const algorithm = /^(rsa|ed25519)-sha256$/.exec(tags.get('a') ?? '')?.[1];
  const [headerForm = 'simple', bodyForm = 'simple'] = (tags.get('c') ?? 'simple/simple').toLowerCase().split('/');
  const signature = looseBase64(tags.get('b') ?? '');
  const [domain, selector, names, bodyHash] = ['d', 's', 'h', 'bh'].map((name) => tags.get(name));
  if (!algorithm || !isForm(headerForm) || !isForm(bodyForm) || !signature || !domain || !selector || !names || !bodyHash) return null;
  if (tags.get('v') !== '1' || !/^\d*$/.test(tags.get('l') ?? '')) return null;
  const limit = tags.get('l');
  const canonical = canonicalBody(body, bodyForm);
  return {
    domain: domain.toLowerCase(),
    selector,
    algorithm: algorithm === 'rsa' ? 'rsa' : 'ed25519',
    header: fromLatin1(signedHeader(field, fields, names, headerForm)),
    signature,
    bodyHash: bodyHash.replaceAll(/\s+/g, ''),
    body: fromLatin1(limit ? canonical.slice(0, Number(limit)) : canonical),
  };
}

// As readers of mail take it: what is no letter of base64 is passed over, and so are bits left at the end. The signature itself decides.
/** @param {string} text */
function looseBase64(text) {
  const letters = text.replaceAll(/[^A-Za-z0-9+/=]/g, '').split('=')[0] ?? '';
  return letters === '' || letters.length % 4 === 1 ? null : fromLatin1(atob(letters));
}

/** @param {string} text */
export function tagsOf(text) {
  /** @type {Map<string, string>} */
  const tags = new Map();
  for (const part of text.split(';')) {
    const at = part.indexOf('=');
    if (at > 0)
      tags.set(
        part.slice(0, at).trim(),
        part
          .slice(at + 1)
          .replaceAll(/\r?\n/g, '')
          .trim(),
      );
  }
  return tags;
}

/**
 * @param {string} form
 * @returns {form is 'simple' | 'relaxed'}
 */
function isForm(form) {
  return form === 'simple' || form === 'relaxed';
}

// Each name takes the last field of that name that is not taken yet (§5.4.2); one that is not there stands for nothing.
/**
 * @param {Field} own
 * @param {readonly Field[]} fields
 * @param {string} names
 * @param {'simple' | 'relaxed'} form
 */
function signedHeader(own, fields, names, form) {
  const left = [...fields];
  const chosen = names.split(':').flatMap((name) => {
    const at = left.findLastIndex((field) => field.key === name.trim().toLowerCase());
    return at < 0 ? [] : left.splice(at, 1);
  });
  const lines = chosen.map((field) => `${canonicalField(field.line, form)}\r\n`);
  return lines.join('') + withoutSignature(canonicalField(own.line, form));
}

/**
 * @param {string} line
 * @param {'simple' | 'relaxed'} form
 */
function canonicalField(line, form) {
  if (form === 'simple') return line;
  const at = line.indexOf(':');
  const value = line
    .slice(at + 1)
    .replaceAll(/\r?\n/g, '')
    .replaceAll(/[ \t]+/g, ' ');
  return `${line.slice(0, at).trim().toLowerCase()}:${value.replaceAll(/^ | $/g, '')}`;
}

/** @param {string} line */
function withoutSignature(line) {
  const parts = line.split(';');
  const at = parts.findLastIndex((part) => /^(?:[^:]*:)?\s*b\s*=/.test(part));
  return parts.map((part, index) => (index === at ? part.slice(0, part.indexOf('=') + 1) : part)).join(';');
}

/**
 * @param {string} body
 * @param {'simple' | 'relaxed'} form
 */
function canonicalBody(body, form) {
  const lines = body.split(/\r?\n/).map((line) => (form === 'simple' ? line : line.replaceAll(/[ \t]+/g, ' ').replace(/ $/, '')));
  // Empty lines at the end don't count.
  const kept = lines.slice(0, lines.findLastIndex((line) => line !== '') + 1);
  return kept.length === 0 && form === 'relaxed' ? '' : `${kept.join('\r\n')}\r\n`;
}
