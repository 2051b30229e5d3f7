// The signing keys' part of fsck: each follows from the key file, was handed to by the key before, and is named by a leaf of its log.
import { openRotation } from '@quittance/ledger/key-rotation';
import { commitment, leafEntry } from '@quittance/ledger/leaf';
import { LedgerError } from '@quittance/ledger/ledger-error';
import type { Vault } from '@quittance/vault/vault';
import type { Note } from './fsck.ts';
import { signerOf, type KeyRow, type LogKeys, type LogKind } from './log-keys.ts';
import { keyManifest } from './rotate-key.ts';

interface KeyedLog {
  readonly kind: LogKind;
  readonly origin: string;
  readonly rows: readonly KeyRow[];
  readonly leafOf: (index: number) => Promise<{ readonly entry: string; readonly manifest?: Buffer | null } | undefined>;
}

/** The keys as they follow from the key file, whatever the rows say: heads are verified by these. */
export async function checkKeys(vault: Pick<Vault, 'derive'>, log: KeyedLog, note: Note): Promise<Pick<LogKeys, 'all'>> {
  const first = signerOf(vault, log.kind, log.origin, 1).verifierKey;
  const all: { verifierKey: string; fromSize: number; madeAt: string | null }[] = [{ verifierKey: first, fromSize: 0, madeAt: null }];
  for (const row of log.rows) {
    const verifierKey = signerOf(vault, log.kind, log.origin, row.generation).verifierKey;
    const problem = await problemOf(row, { from: all.at(-1)!.verifierKey, to: verifierKey, generation: all.length + 1 }, log);
    if (problem) note('key_wrong', `key ${row.generation} of ${log.origin}`, problem);
    all.push({ verifierKey, fromSize: row.leafIndex + 1, madeAt: row.madeAt });
  }
  return { all };
}

async function problemOf(row: KeyRow, expected: { from: string; to: string; generation: number }, log: KeyedLog): Promise<string | null> {
  const { from, to, generation } = expected;
  if (row.generation !== generation) return `generation ${generation} is missing`;
  if (row.verifierKey !== to) return 'it does not follow from the key file';
  if (rotationOf(row.note) !== `${from} ${to}`) return 'the note by which the key before hands over does not hold';
  const leaf = await log.leafOf(row.leafIndex);
  const manifest = keyManifest(from, row);
  if (leaf?.entry !== leafEntry('key', commitment(row.salt, manifest))) return `leaf ${row.leafIndex} does not name it`;
  if (leaf.manifest && !leaf.manifest.equals(manifest)) return `the manifest of leaf ${row.leafIndex} is another one`;
  return null;
}

function rotationOf(note: string): string | null {
  try {
    const { from, to } = openRotation(note);
    return `${from} ${to}`;
  } catch (error) {
    if (error instanceof LedgerError) return null;
    throw error;
  }
}
