// One message of a bundle: the bytes are those that its manifest names, salt and manifest give the leaf, the leaf is in the log under the
// bundle's checkpoint, and the senders' signatures hold again with the recorded DNS answers as of the day of arrival.
import { createHash } from 'node:crypto';
import { dkimParts } from '@quittance/authenticity/dkim-parts';
import { commitment, leafEntry, SALT_BYTES } from '@quittance/ledger/leaf';
import { LedgerError } from '@quittance/ledger/ledger-error';
import { parseProof, verifyProof, writeProof } from '@quittance/ledger/proof';
import { PermanentError } from '@quittance/domain/errors';
import { BundleError, FILE, LIMITS, MESSAGE_FILE } from './bundle-layout.ts';
import { arrivedAt, dnsJson, readManifest, type Manifest } from './manifest.ts';
import type { BundleFiles } from './write-zip.ts';

export interface VerifiedMessage {
  readonly folder: string;
  readonly sha256: string;
  readonly leafIndex: number;
  /** As the latest verdict in the log has it. */
  readonly level: string;
  /** Domains whose signatures hold. */
  readonly signedBy: readonly string[];
}

interface Folder {
  readonly name: string;
  /** @throws BundleError `missing_file`. */
  get(file: string): Buffer;
  has(file: string): boolean;
  /** Files that something has asked for. */
  readonly used: Set<string>;
}

export async function verifyMessageFolder(files: BundleFiles, name: string, verifierKey: string): Promise<VerifiedMessage> {
  const folder = openFolder(files, name);
  const checkpoint = files.get(FILE.checkpoint)!.toString('utf8');
  const verify = (kind: Manifest['kind'], file: string, proof: string) => verifyLeaf(folder, kind, file, proof, checkpoint, verifierKey);
  const recorded = verify('message', MESSAGE_FILE.manifest, MESSAGE_FILE.proof);
  let latest = recorded.manifest;
  for (let n = 1; n <= LIMITS.verdicts && folder.has(`verdict-${n}.json`); n += 1) {
    latest = verify('verdict', `verdict-${n}.json`, `verdict-${n}.tlog-proof`).manifest;
  }
  if (!folder.get(MESSAGE_FILE.dns).equals(dnsJson(latest))) {
    throw bad('changed', `${name}/${MESSAGE_FILE.dns}`, 'it has other answers than the manifest');
  }
  const signedBy = await verifyDkim(folder, latest);
  const stray = [...files.keys()].find((file) => file.startsWith(`${name}/`) && !folder.used.has(file));
  if (stray !== undefined) throw bad('unknown_file', stray, 'nothing refers to it');
  return { folder: name, sha256: latest.raw.sha256, leafIndex: recorded.index, level: latest.verdict.level, signedBy };
}

function openFolder(files: BundleFiles, name: string): Folder {
  const used = new Set<string>();
  return {
    name,
    used,
    has: (file) => files.has(`${name}/${file}`),
    get(file) {
      const path = `${name}/${file}`;
      const bytes = files.get(path);
      if (!bytes) throw bad('missing_file', path, 'it is missing');
      used.add(path);
      return bytes;
    },
  };
}

function verifyLeaf(folder: Folder, kind: Manifest['kind'], file: string, proofFile: string, checkpoint: string, verifierKey: string) {
  const path = `${folder.name}/${file}`;
  const bytes = folder.get(file);
  const manifest = readManifest(bytes, path);
  if (manifest.kind !== kind) throw bad('bad_manifest', path, `it is of kind ${manifest.kind}`);
  const raw = folder.get(MESSAGE_FILE.raw);
  if (manifest.raw.size !== raw.length || manifest.raw.sha256 !== createHash('sha256').update(raw).digest('hex')) {
    throw bad('changed', `${folder.name}/${MESSAGE_FILE.raw}`, 'it is not the message that the manifest names');
  }
  const salt = folder.get(MESSAGE_FILE.salt);
  if (salt.length !== SALT_BYTES) throw bad('changed', `${folder.name}/${MESSAGE_FILE.salt}`, `a salt has ${SALT_BYTES} bytes`);
  const entry = leafEntry(kind, commitment(salt, bytes));
  return { manifest, index: verifyInLog(folder, proofFile, entry, checkpoint, verifierKey) };
}

function verifyInLog(folder: Folder, proofFile: string, entry: string, checkpoint: string, verifierKey: string): number {
  const path = `${folder.name}/${proofFile}`;
  const text = folder.get(proofFile).toString('utf8');
  try {
    const proof = parseProof(text);
    if (proof.checkpoint !== checkpoint || writeProof(proof) !== text) throw bad('bad_proof', path, 'it belongs to another checkpoint');
    verifyProof(text, entry, [verifierKey]);
    return proof.index;
  } catch (error) {
    if (error instanceof LedgerError) throw bad('bad_proof', path, error.message);
    throw error;
  }
}

async function verifyDkim(folder: Folder, manifest: Manifest): Promise<string[]> {
  const parts = await partsOf(folder, manifest);
  parts.forEach(({ header, signature, keyPem }, at) => {
    const expected = { header: header, sig: signature, key: Buffer.from(keyPem) };
    for (const [part, bytes] of Object.entries(expected)) {
      const file = `dkim-${at + 1}-${part}.${part === 'key' ? 'pem' : 'bin'}`;
      if (!folder.get(file).equals(bytes)) throw bad('bad_dkim', `${folder.name}/${file}`, 'it does not follow from the message');
    }
  });
  return parts.map((part) => part.domain);
}

async function partsOf(folder: Folder, manifest: Manifest) {
  const raw = folder.get(MESSAGE_FILE.raw);
  try {
    return (await dkimParts(raw, manifest.dns, arrivedAt(manifest))).slice(0, LIMITS.dkimParts);
  } catch (error) {
    if (error instanceof PermanentError) throw bad('bad_dkim', `${folder.name}/${MESSAGE_FILE.dns}`, error.message);
    throw error;
  }
}

function bad(code: ConstructorParameters<typeof BundleError>[0], file: string, message: string): BundleError {
  return new BundleError(code, file, message);
}
