// Verifies a dossier's ZIP offline, with nothing but its bytes: what `quittance verify` runs. The order is that of trust: the container, the
// key, the signed list of files, the head of the log, then each message. It stops at the first file that is not as it should be.
import { openCheckpoint, type Checkpoint } from '@quittance/ledger/checkpoint';
import { LedgerError } from '@quittance/ledger/ledger-error';
import { openNote, publicKeyPem } from '@quittance/ledger/note';
import { BundleError, FILE, LIMITS, messageFolder, MIMETYPE, REQUIRED_FILES } from './bundle-layout.ts';
import { readZip } from './read-zip.ts';
import { verifySeal } from './seal-bundle.ts';
import { verifyMessageFolder, type VerifiedMessage } from './verify-message-folder.ts';
import type { BundleFiles } from './write-zip.ts';

export interface VerifiedBundle {
  readonly files: number;
  readonly verifierKey: string;
  readonly checkpoint: Checkpoint;
  readonly messages: readonly VerifiedMessage[];
  readonly hasReport: boolean;
}

export interface VerifyOptions {
  /** The key that the reader knows another way; the bundle must be signed by it. */
  readonly expectedKey?: string | undefined;
}

/** @throws BundleError naming the first bad file. */
export async function verifyBundle(bytes: Buffer, options: VerifyOptions = {}): Promise<VerifiedBundle> {
  const files = readZip(bytes);
  assertComplete(files);
  const { origin, verifierKey } = readKey(files);
  if (options.expectedKey !== undefined && options.expectedKey.trim() !== verifierKey) {
    throw new BundleError('other_key', FILE.key, 'the dossier is signed by another key than the one expected');
  }
  verifySeal(files, origin, verifierKey);
  const checkpoint = readCheckpoint(files, verifierKey);
  const messages: VerifiedMessage[] = [];
  for (const folder of messageFolders(files)) messages.push(await verifyMessageFolder(files, folder, verifierKey));
  return { files: files.size, verifierKey, checkpoint, messages, hasReport: files.has(FILE.report) };
}

function assertComplete(files: BundleFiles): void {
  const missing = REQUIRED_FILES.find((name) => !files.has(name));
  if (missing !== undefined) throw new BundleError('missing_file', missing, 'it is missing');
  if (files.get(FILE.mimetype)!.toString('latin1') !== MIMETYPE) throw new BundleError('changed', FILE.mimetype, `it must say ${MIMETYPE}`);
}

function readKey(files: BundleFiles): { origin: string; verifierKey: string } {
  const line = files.get(FILE.key)!.toString('latin1');
  const verifierKey = line.slice(0, -1);
  const pem = inFile(FILE.key, 'bad_signature', () => publicKeyPem(verifierKey));
  if (!line.endsWith('\n')) throw new BundleError('changed', FILE.key, 'it is no verifier key');
  if (files.get(FILE.keyPem)!.toString('latin1') !== pem) {
    throw new BundleError('changed', FILE.keyPem, `it is another key than ${FILE.key}`);
  }
  return { origin: verifierKey.slice(0, verifierKey.indexOf('+')), verifierKey };
}

function readCheckpoint(files: BundleFiles, verifierKey: string): Checkpoint {
  const note = files.get(FILE.checkpoint)!.toString('utf8');
  const checkpoint = inFile(FILE.checkpoint, 'bad_signature', () => {
    // Its text is three lines: an extension would be signed and shown nowhere.
    if (openNote(note, [verifierKey]).split('\n').length !== 4) throw new LedgerError('bad_note', 'it has more than three lines');
    return openCheckpoint(note, [verifierKey]);
  });
  if (checkpoint.origin !== verifierKey.slice(0, verifierKey.indexOf('+'))) {
    throw new BundleError('bad_signature', FILE.checkpoint, 'it is the head of another log');
  }
  return checkpoint;
}

/** They are numbered without gaps. */
function messageFolders(files: BundleFiles): string[] {
  const found = new Set(
    [...files.keys()].filter((name) => name.startsWith('messages/')).map((name) => name.slice(0, name.lastIndexOf('/'))),
  );
  if (found.size > LIMITS.messages) throw new BundleError('too_big', 'messages', `a bundle has ${LIMITS.messages} messages at most`);
  const expected = Array.from({ length: found.size }, (_, index) => messageFolder(index));
  const stray = [...found].find((folder) => !expected.includes(folder));
  if (stray !== undefined) throw new BundleError('unknown_file', stray, 'the messages are not numbered without gaps');
  return expected;
}

function inFile<T>(file: string, code: 'bad_signature', read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof LedgerError) throw new BundleError(code, file, error.message);
    throw error;
  }
}
