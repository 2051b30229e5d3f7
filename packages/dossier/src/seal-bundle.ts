// The list of a bundle's files and its signature. SHA256SUMS lists every file but itself and SHA256SUMS.note; the note signs the list's hash
// with the key of the log. A list alone could be made anew by whoever changes a file; the signed one only by the holder of the key.
import { createHash } from 'node:crypto';
import type { NoteSigner } from '@quittance/ledger/note';
import { byBytes } from '@quittance/verifier/bytes';
import { FILE, UNLISTED_FILES } from '@quittance/verifier/layout';
import type { BundleFiles } from './write-zip.ts';

/** The files with list and signature added. */
export function sealBundle(files: BundleFiles, signer: Pick<NoteSigner, 'name' | 'sign'>): BundleFiles {
  const sums = sumsOf(files);
  // Its second line is no number, so that it can never pass for a checkpoint of the log.
  const seal = signer.sign(`quittance dossier v1\n${signer.name}\n${sha256(Buffer.from(sums, 'latin1'))}\n`);
  return new Map([...files, [FILE.sums, Buffer.from(sums)], [FILE.seal, Buffer.from(seal)]]);
}

function sumsOf(files: BundleFiles): string {
  const names = [...files.keys()].filter((name) => !UNLISTED_FILES.includes(name)).toSorted(byBytes);
  return names.map((name) => `${sha256(files.get(name)!)}  ${name}\n`).join('');
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
