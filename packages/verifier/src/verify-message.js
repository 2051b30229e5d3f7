// Step 5, for each message: the bytes are those that its manifest names, the manifest is committed to in the log under the bundle's checkpoint,
// and the senders' signatures hold again with the recorded DNS answers. Part of the verifier: plain JavaScript for Node and the browser.
import { equal, fromLatin1, hex } from './bytes.js';
import { openFolder } from './bundle-folder.js';
import { dkimParts } from './dkim-parts.js';
import { LIMITS, MESSAGE_FILE } from './layout.js';
import { dnsJson, readManifest } from './manifest.js';
import { BundleError } from './problems.js';
import { verifyEntry } from './verify-entry.js';
import { sha256 } from './web-crypto.js';

/** @typedef {import('./bundle-folder.js').Folder} Folder */
/** @typedef {import('./read-checkpoint.js').Checkpoint} Checkpoint */

/**
 * @typedef {object} VerifiedMessage
 * @property {string} folder
 * @property {string} sha256
 * @property {number} leafIndex
 * @property {import('./manifest.js').Level} level as the latest verdict in the log has it
 * @property {readonly string[]} signedBy domains whose signatures hold
 */

/**
 * @param {import('./read-zip.js').BundleFiles} files
 * @param {string} name
 * @param {Checkpoint} checkpoint
 * @returns {Promise<VerifiedMessage>}
 */
export async function verifyMessage(files, name, checkpoint) {
  const folder = openFolder(files, name);
  const recorded = await verifyManifest(folder, 'message', MESSAGE_FILE.manifest, MESSAGE_FILE.proof, checkpoint);
  let latest = recorded.manifest;
  for (let n = 1; n <= LIMITS.verdicts && folder.has(`verdict-${n}.json`); n += 1) {
    latest = (await verifyManifest(folder, 'verdict', `verdict-${n}.json`, `verdict-${n}.tlog-proof`, checkpoint)).manifest;
  }
  const dns = folder.get(MESSAGE_FILE.dns);
  if (!equal(dns.bytes, dnsJson(latest))) throw new BundleError('dns', dns.file);
  const signedBy = await verifyDkim(folder, latest);
  folder.assertAllUsed();
  return { folder: name, sha256: latest.raw.sha256, leafIndex: recorded.index, level: latest.verdict.level, signedBy };
}

/**
 * @param {Folder} folder
 * @param {'message' | 'verdict'} kind
 * @param {string} file
 * @param {string} proofFile
 * @param {Checkpoint} checkpoint
 */
async function verifyManifest(folder, kind, file, proofFile, checkpoint) {
  const { bytes, file: path } = folder.get(file);
  const manifest = readManifest(bytes, path);
  if (manifest.kind !== kind) throw new BundleError('manifest_kind', path);
  const raw = folder.get(MESSAGE_FILE.raw);
  if (manifest.raw.size !== raw.bytes.length || manifest.raw.sha256 !== hex(await sha256(raw.bytes))) {
    throw new BundleError('other_message', raw.file);
  }
  const entry = { kind, manifest: bytes, salt: folder.get(MESSAGE_FILE.salt), proof: folder.get(proofFile) };
  return { manifest, index: await verifyEntry(entry, checkpoint) };
}

/**
 * @param {Folder} folder
 * @param {import('./manifest.js').Manifest} manifest
 */
async function verifyDkim(folder, manifest) {
  const parts = await dkimParts(folder.get(MESSAGE_FILE.raw).bytes, manifest);
  parts.forEach(({ header, signature, keyPem }, at) => {
    for (const [name, bytes] of /** @type {const} */ ([
      ['header.bin', header],
      ['sig.bin', signature],
      ['key.pem', fromLatin1(keyPem)],
    ])) {
      const found = folder.get(`dkim-${at + 1}-${name}`);
      if (!equal(found.bytes, bytes)) throw new BundleError('dkim', found.file);
    }
  });
  return parts.map((part) => part.domain);
}
