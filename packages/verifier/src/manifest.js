// The manifest of a message (docs/formats/evidence-log.md). Whoever holds the log's key could sign any text, so its shape is checked before
// anything in it is used. Part of the verifier: plain JavaScript for Node and the browser.
import { utf8 } from './bytes.js';
import { canonicalJson, readCanonicalJson } from './canonical-json.js';
import { BundleError } from './problems.js';

/** @typedef {string} Instant UTC, RFC 3339 */
/**
 * @typedef {object} DnsAnswer
 * @property {string} name
 * @property {string} type
 * @property {readonly string[]} rdata
 * @property {string} resolver
 * @property {Instant} observedAt
 */
/** @typedef {'A' | 'B' | 'C' | 'D' | 'R'} Level */
/** @typedef {{ readonly domain: string, readonly selector: string, readonly result: string }} Signature */
/**
 * @typedef {object} Manifest
 * @property {'message' | 'verdict'} kind
 * @property {{ readonly sha256: string, readonly size: number }} raw
 * @property {{ readonly sentAt: Instant | null, readonly receivedAt: Instant | null, readonly internalDate: Instant | null,
 *   readonly capturedAt: Instant }} clocks
 * @property {readonly DnsAnswer[]} dns
 * @property {{ readonly level: Level, readonly reasons: readonly string[], readonly signatures: readonly Signature[] }} verdict
 * @property {string} tool
 */

/**
 * @param {Uint8Array} bytes
 * @param {string} file
 * @returns {Manifest}
 */
export function readManifest(bytes, file) {
  const value = readCanonicalJson(bytes);
  if (!isManifest(value)) throw new BundleError('manifest_form', file);
  return value;
}

/**
 * The DNS answers as a file of their own: the same text as inside the manifest.
 * @param {Manifest} manifest
 * @returns {Uint8Array}
 */
export function dnsJson(manifest) {
  return utf8(`${canonicalJson(manifest.dns)}\n`);
}

/**
 * @param {unknown} value
 * @returns {value is Manifest}
 */
function isManifest(value) {
  if (!isObject(value) || value['v'] !== 1 || (value['kind'] !== 'message' && value['kind'] !== 'verdict')) return false;
  const { raw, clocks, dns, verdict, tool } = value;
  return (
    isObject(raw) &&
    /^[0-9a-f]{64}$/.test(String(raw['sha256'])) &&
    Number.isSafeInteger(raw['size']) &&
    isObject(clocks) &&
    [clocks['sentAt'], clocks['receivedAt'], clocks['internalDate']].every((at) => at === null || isInstant(at)) &&
    isInstant(clocks['capturedAt']) &&
    isObject(verdict) &&
    /^[ABCDR]$/.test(String(verdict['level'])) &&
    isList(verdict['reasons'], isText) &&
    isList(verdict['signatures'], isSignature) &&
    isText(tool) &&
    isList(dns, isAnswer)
  );
}

/** @param {unknown} value */
function isSignature(value) {
  return isObject(value) && isText(value['domain']) && isText(value['selector']) && isText(value['result']);
}

/** @param {unknown} value */
function isAnswer(value) {
  if (!isObject(value)) return false;
  const { name, type, rdata, resolver, observedAt } = value;
  return [name, type, resolver, observedAt].every(isText) && isList(rdata, isText);
}

/** @param {unknown} value */
export function isInstant(value) {
  return isText(value) && /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value) && !Number.isNaN(Date.parse(value));
}

/**
 * @param {unknown} value
 * @param {(item: unknown) => boolean} holds
 */
export function isList(value, holds) {
  return Array.isArray(value) && value.every(holds);
}

/**
 * @param {unknown} value
 * @returns {value is string}
 */
export function isText(value) {
  return typeof value === 'string';
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
export function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
