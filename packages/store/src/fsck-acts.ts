// The person's acts in fsck: each has its leaf, whose manifest says what the row says; each file is what its leaf recorded, byte for byte.
import { createHash } from 'node:crypto';
import type { JsonValue } from '@quittance/ledger/canonical-json';
import { commitment, leafEntry, type LeafKind } from '@quittance/ledger/leaf';
import { openFile } from '@quittance/vault/message-bytes';
import type { Vault } from '@quittance/vault/vault';
import { sql } from 'kysely';
import type { Tx } from './database.ts';
import { actManifest, fileManifest } from './do-act.ts';
import { fileErasureSalt } from './erase-act-file.ts';
import type { Note } from './fsck.ts';

interface ActRow {
  readonly id: string;
  readonly data: Record<string, JsonValue>;
  readonly event_id: string | null;
  readonly salt: Buffer;
  readonly made_at: string;
  readonly entry: string | null;
}

interface FileRow {
  readonly act_id: string;
  readonly name: string;
  readonly content_type: string;
  readonly size_bytes: number;
  readonly sha256: Buffer;
  readonly salt: Buffer | null;
  readonly wrapped_key: Buffer | null;
  readonly ciphertext: Buffer | null;
  readonly made_at: string;
  readonly erased_at: string | null;
  readonly entry: string | null;
  readonly manifest: Buffer | null;
  /** The leaf that tells of its erasure. */
  readonly erase_entry: string | null;
  readonly erase_manifest: Buffer | null;
}

export async function checkActs(tx: Tx, vault: Pick<Vault, 'open' | 'derive'>, userId: string, note: Note): Promise<void> {
  const acts = await sql<ActRow>`
    select a.id, a.data, a.event_id, a.salt, a.made_at, l.entry from act a
    left join log_leaf l on l.user_id = a.user_id and l.leaf_index = a.leaf_index
    where a.user_id = ${userId}::uuid order by a.seq`.execute(tx);
  for (const { id, data, event_id: eventId, salt, made_at: at, entry } of acts.rows) {
    if (!isLeafOf('act', entry, salt, actManifest(id, data, eventId, at))) {
      note('act_differs', `act ${id}`, 'what the person said is not what the log recorded');
    }
  }
  const files = await sql<FileRow>`
    select f.act_id, f.name, f.content_type, f.size_bytes, f.sha256, f.salt, f.wrapped_key, f.ciphertext, f.erased_at, a.made_at,
           l.entry, l.manifest, e.entry as erase_entry, e.manifest as erase_manifest
    from act_file f join act a on a.id = f.act_id
    left join log_leaf l on l.user_id = f.user_id and l.leaf_index = f.leaf_index
    left join log_leaf e on e.user_id = f.user_id and e.leaf_index = f.erase_leaf_index
    where f.user_id = ${userId}::uuid order by a.seq`.execute(tx);
  for (const file of files.rows) {
    if (file.erased_at === null) checkFile(vault, file, note);
    else checkErasedFile(vault, userId, file, note);
  }
}

function checkFile(vault: Pick<Vault, 'open'>, file: FileRow, note: Note): void {
  const described = { name: file.name, contentType: file.content_type, sizeBytes: file.size_bytes, sha256: file.sha256 };
  if (!file.salt || !isLeafOf('file', file.entry, file.salt, fileManifest(file.act_id, described, file.made_at))) {
    note('act_differs', `file of act ${file.act_id}`, 'the file is not the one that the log recorded');
  }
  const bytes = open(vault, file);
  if (!bytes || bytes.length !== file.size_bytes || !createHash('sha256').update(bytes).digest().equals(file.sha256)) {
    note('file_wrong', `file of act ${file.act_id}`, 'its bytes can not be opened, or are not those that were kept');
  }
}

function checkErasedFile(vault: Pick<Vault, 'derive'>, userId: string, file: FileRow, note: Note): void {
  const row = `file of act ${file.act_id}`;
  const left = [
    file.wrapped_key && 'key',
    file.ciphertext && 'bytes',
    file.salt && 'salt',
    file.manifest && 'manifest',
    file.name !== '' && 'name',
  ];
  if (left.some(Boolean)) note('erasure_incomplete', row, `left of it: ${left.filter(Boolean).join(', ')}`);
  const { erase_entry: entry, erase_manifest: manifest } = file;
  if (!entry) note('erase_leaf_missing', row, 'it was erased, and the log does not say so');
  else if (!manifest || !isLeafOf('erase', entry, fileErasureSalt(vault, userId, file.act_id), manifest)) {
    note('manifest_wrong', row, 'what the log says of its erasure is not what the leaf commits to');
  }
}

function open(vault: Pick<Vault, 'open'>, { act_id: actId, wrapped_key: wrappedKey, ciphertext }: FileRow): Buffer | null {
  if (!wrappedKey || !ciphertext) return null;
  try {
    return openFile(vault, actId, { wrappedKey, ciphertext });
  } catch {
    // Whatever keeps it from opening, it is noted as one thing.
    return null;
  }
}

function isLeafOf(kind: Extract<LeafKind, 'act' | 'file' | 'erase'>, entry: string | null, salt: Buffer, manifest: Buffer): boolean {
  return entry === leafEntry(kind, commitment(salt, manifest));
}
