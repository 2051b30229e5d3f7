// The statement of silence (docs/formats/silence.md): which folders were watched between two instants, with every gap, and what was found of a
// subscription in them. Its shape, and that its gaps follow from its times. Part of the verifier: plain JavaScript for Node and the browser.
import { readCanonicalJson } from './canonical-json.js';
import { gapsOf } from './coverage.js';
import { isInstant, isList, isObject, isText } from './manifest.js';

/** @typedef {import('./coverage.js').Span} Span */
/** @typedef {Span & { readonly uidValidity: number | null, readonly uidNext: number }} Interval */
/**
 * @typedef {object} SilentFolder
 * @property {string} path
 * @property {boolean} historyRead whether what lay in the folder when it was first opened was read too
 * @property {readonly Interval[]} intervals
 * @property {readonly Span[]} gaps
 */
/** @typedef {{ readonly address: string, readonly host: string, readonly folders: readonly SilentFolder[], readonly foldersNotWatched: number }} SilentMailbox */
/** @typedef {{ readonly sha256: string, readonly kind: string, readonly at: string }} FoundMessage */
/**
 * @typedef {object} Silence
 * @property {1} v
 * @property {'silence'} kind
 * @property {'confirmation' | 'notice' | 'any'} awaited what was looked for
 * @property {string} from
 * @property {string} until
 * @property {{ readonly id: string, readonly merchant: string, readonly domains: readonly string[] }} subscription
 * @property {{ readonly origin: string, readonly size: number, readonly root: string }} log its head when this was stated
 * @property {readonly SilentMailbox[]} mailboxes
 * @property {readonly FoundMessage[]} found messages about the subscription of that time
 */

/**
 * null where the bytes are no such statement in canonical form, or its gaps are not those of its intervals.
 * @param {Uint8Array} bytes
 * @returns {Silence | null}
 */
export function readSilence(bytes) {
  const value = readCanonicalJson(bytes);
  return isSilence(value) && value.mailboxes.every((mailbox) => mailbox.folders.every((folder) => isHonest(folder, value))) ? value : null;
}

/**
 * @param {SilentFolder} folder
 * @param {Span} period
 */
function isHonest({ intervals, gaps }, period) {
  const within = intervals.every((one) => one.from >= period.from && one.until <= period.until && one.from <= one.until);
  return within && JSON.stringify(gapsOf(intervals, period).map(bounds)) === JSON.stringify(gaps.map(bounds));
}

/** @param {Span} span */
const bounds = ({ from, until }) => [from, until];

/**
 * @param {unknown} value
 * @returns {value is Silence}
 */
function isSilence(value) {
  if (!isObject(value) || value['v'] !== 1 || value['kind'] !== 'silence') return false;
  const { subscription, log } = value;
  return (
    /^(?:confirmation|notice|any)$/.test(String(value['awaited'])) &&
    isSpan(value) &&
    isObject(subscription) &&
    isText(subscription['id']) &&
    isText(subscription['merchant']) &&
    isList(subscription['domains'], isText) &&
    isObject(log) &&
    isText(log['origin']) &&
    Number.isSafeInteger(log['size']) &&
    isText(log['root']) &&
    isList(value['mailboxes'], isMailbox) &&
    isList(value['found'], isFound)
  );
}

/** @param {unknown} value */
function isMailbox(value) {
  if (!isObject(value)) return false;
  return (
    isText(value['address']) &&
    isText(value['host']) &&
    Number.isSafeInteger(value['foldersNotWatched']) &&
    isList(value['folders'], isFolder)
  );
}

/** @param {unknown} value */
function isFolder(value) {
  if (!isObject(value) || !isText(value['path']) || typeof value['historyRead'] !== 'boolean') return false;
  return isList(value['intervals'], isInterval) && isList(value['gaps'], isSpan);
}

/** @param {unknown} value */
function isInterval(value) {
  if (!isObject(value) || !isSpan(value)) return false;
  const { uidValidity, uidNext } = value;
  return (uidValidity === null || Number.isSafeInteger(uidValidity)) && Number.isSafeInteger(uidNext);
}

/** @param {unknown} value */
function isSpan(value) {
  return isObject(value) && isInstant(value['from']) && isInstant(value['until']);
}

/** @param {unknown} value */
function isFound(value) {
  return isObject(value) && /^[0-9a-f]{64}$/.test(String(value['sha256'])) && isText(value['kind']) && isInstant(value['at']);
}
