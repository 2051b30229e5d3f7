// Names, order and limits of what is in a bundle (docs/formats/bundle.md). Whoever writes a bundle and whoever verifies one reads them here;
// verify.sh has the same in shell. Part of the verifier: plain JavaScript for Node and the browser.
import { byBytes } from './bytes.js';

export const MIMETYPE = 'application/vnd.etsi.asic-e+zip';

export const FILE = /** @type {const} */ ({
  mimetype: 'mimetype',
  readme: 'README.txt',
  report: 'report.pdf',
  script: 'verify.sh',
  sums: 'SHA256SUMS',
  seal: 'SHA256SUMS.note',
  checkpoint: 'checkpoint.note',
  keyPem: 'keys/archive.pub.pem',
  key: 'keys/archive.vkey',
});

/**
 * Every bundle has these. `report.pdf` may be missing.
 * @type {readonly string[]}
 */
export const REQUIRED_FILES = Object.values(FILE).filter((name) => name !== FILE.report);
/**
 * The list of hashes and its signature can't be in the list.
 * @type {readonly string[]}
 */
export const UNLISTED_FILES = [FILE.sums, FILE.seal];

export const MESSAGE_FILE = /** @type {const} */ ({
  raw: 'message.eml',
  manifest: 'manifest.json',
  salt: 'salt.bin',
  proof: 'archive.tlog-proof',
  dns: 'dns.json',
});
export const ANCHOR_FILE = /** @type {const} */ ({
  archive: 'archive.note',
  growth: 'archive.growth',
  note: 'anchor.note',
  proof: 'anchor.tlog-proof',
});
const ANCHOR_NAME = /^anchors\/\d{2,3}\/(?:archive\.note|archive\.growth|anchor\.note|anchor\.tlog-proof|token-[1-9](?:\.tsr|-root\.pem))$/;
const ROTATION_NAME = /^keys\/rotation-[1-9]\.note$/;

const MESSAGE_NAME =
  /^messages\/(\d{2,3})\/(?:message\.eml|manifest\.json|salt\.bin|archive\.tlog-proof|dns\.json|dkim-[1-9]-(?:header\.bin|sig\.bin|key\.pem)|verdict-[1-9](?:\.json|\.tlog-proof))$/;

const SILENCE_NAME = /^silence-[1-9]\.(?:json|note)$/;

/**
 * A statement of silence and its signature.
 * @param {number} index from 0
 */
export function silenceFiles(index) {
  return { statement: `silence-${index + 1}.json`, note: `silence-${index + 1}.note` };
}

/**
 * Messages 01 to 99, then 100 to 999.
 * @param {number} index from 0
 */
export function messageFolder(index) {
  return `messages/${String(index + 1).padStart(2, '0')}`;
}

/**
 * As the messages' folders.
 * @param {number} index from 0
 */
export function anchorFolder(index) {
  return `anchors/${String(index + 1).padStart(2, '0')}`;
}

/** @param {string} name */
export function isKnownName(name) {
  return (
    [MESSAGE_NAME, ANCHOR_NAME, ROTATION_NAME, SILENCE_NAME].some((pattern) => pattern.test(name)) ||
    REQUIRED_FILES.includes(name) ||
    name === FILE.report
  );
}

export const LIMITS = /** @type {const} */ ({
  /** A subscription over ten years, paid monthly, with a notice before each payment, has some 250 messages. */
  messages: 999,
  /** 999 messages with all that may belong to them, and the frame. */
  files: 60_000,
  /** Mail servers accept messages up to 50 MB; a dossier of more than this could not be sent on anyway. */
  bundleBytes: 500_000_000,
  dkimParts: 9,
  verdicts: 9,
  silences: 9,
  /** At most one per message. */
  anchors: 999,
  tokens: 9,
  rotations: 9,
});

/**
 * The ZIP's order: `mimetype` first (EN 319 162-1 §A.1), the rest by name as bytes.
 * @param {readonly string[]} names
 * @returns {string[]}
 */
export function inBundleOrder(names) {
  const rest = names.filter((name) => name !== FILE.mimetype).sort(byBytes);
  return [...names.filter((name) => name === FILE.mimetype), ...rest];
}
