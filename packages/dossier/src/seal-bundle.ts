// The list of a bundle's files and its signature. SHA256SUMS lists every file but itself and SHA256SUMS.note; the note signs the list's hash
// with the key of the log. A list alone could be made anew by whoever changes a file; the signed one only by the holder of the key.
import { createHash } from 'node:crypto';
import { LedgerError } from '@quittance/ledger/ledger-error';
import { openNote, splitNote, type NoteSigner } from '@quittance/ledger/note';
import { BundleError, byBytes, FILE, UNLISTED_FILES } from './bundle-layout.ts';
import type { BundleFiles } from './write-zip.ts';

/** The files with list and signature added. */
export function sealBundle(files: BundleFiles, signer: Pick<NoteSigner, 'name' | 'sign'>): BundleFiles {
  const sums = sumsOf(files);
  const seal = signer.sign(sealText(signer.name, sums));
  return new Map([...files, [FILE.sums, Buffer.from(sums)], [FILE.seal, Buffer.from(seal)]]);
}

/** @throws BundleError naming the first file that is not the one that was sealed. */
export function verifySeal(files: BundleFiles, origin: string, verifierKey: string): void {
  const sums = files.get(FILE.sums)!.toString('latin1');
  const note = files.get(FILE.seal)!.toString('utf8');
  const signed = openSeal(note, verifierKey);
  if (!Buffer.from(note).equals(files.get(FILE.seal)!) || splitNote(note).signatures.length !== 1) {
    throw new BundleError('bad_signature', FILE.seal, 'it is not as Quittance writes it');
  }
  if (signed !== sealText(origin, sums)) throw new BundleError('changed', FILE.sums, 'it is not the list that was signed');
  const listed = new Set(sums.split('\n'));
  for (const line of sumsOf(files).split('\n')) {
    if (!listed.delete(line)) throw new BundleError('changed', line.slice(66), 'it was changed, or does not belong to the dossier');
  }
  for (const line of listed) throw new BundleError('missing_file', line.slice(66), 'the signed list names it, and it is missing');
  if (sumsOf(files) !== sums) throw new BundleError('changed', FILE.sums, 'it is not as Quittance writes it');
}

function openSeal(note: string, verifierKey: string): string {
  try {
    return openNote(note, [verifierKey]);
  } catch (error) {
    if (error instanceof LedgerError) throw new BundleError('bad_signature', FILE.seal, error.message);
    throw error;
  }
}

// Its second line is no number, so that it can never pass for a checkpoint of the log.
function sealText(origin: string, sums: string): string {
  return `quittance dossier v1\n${origin}\n${sha256(Buffer.from(sums, 'latin1'))}\n`;
}

function sumsOf(files: BundleFiles): string {
  const names = [...files.keys()].filter((name) => !UNLISTED_FILES.includes(name)).toSorted(byBytes);
  return names.map((name) => `${sha256(files.get(name)!)}  ${name}\n`).join('');
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
