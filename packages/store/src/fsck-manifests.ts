// The leaves' part of fsck, message by message: every manifest is the one that its leaf commits to, and says what the rows say: hash, size,
// origin and clocks, each settled verdict, each correction. An erased message has its `erase` leaf and no other manifest.
import { canonicalJson, type JsonValue } from '@quittance/ledger/canonical-json';
import { commitment, parseLeafEntry, type LeafKind } from '@quittance/ledger/leaf';
import { LedgerError } from '@quittance/ledger/ledger-error';
import { sql } from 'kysely';
import type { Tx } from './database.ts';
import { erasureSalt } from './erasure.ts';
import type { FsckDeps, Note } from './fsck.ts';
import type { OriginJson } from './schema.ts';

export interface MessageRow {
  readonly id: number;
  readonly contentId: number;
  readonly contentKey: Buffer;
  readonly state: string;
  readonly sha256: Buffer;
  readonly sizeBytes: number;
  readonly sentAt: string | null;
  readonly receivedAt: string | null;
  readonly internalDate: string | null;
  readonly capturedAt: string;
  readonly origin: OriginJson;
  readonly erasedAt: string | null;
  /** Subject, addresses and search, as one text: '' where they were blanked. */
  readonly readable: string;
  readonly wrappedKey: Buffer | null;
  readonly salt: Buffer | null;
  readonly bodyBytes: number | null;
}

export const nameOf = (message: MessageRow): string => `message ${message.id} (${message.sha256.toString('hex')})`;

interface LeafRow {
  readonly messageId: number;
  readonly index: number;
  readonly entry: string;
  readonly manifest: Buffer | null;
}

interface VerdictRow {
  readonly messageId: number;
  readonly level: string;
  readonly pending: boolean;
  readonly detail: Record<string, JsonValue>;
}

interface CorrectionRow {
  readonly messageId: number;
  readonly eventId: string;
  readonly kind: string;
}

interface ReadLeaf {
  readonly name: string;
  readonly kind: LeafKind;
  readonly commitment: Buffer;
  readonly bytes: Buffer | null;
  readonly manifest: Record<string, JsonValue> | null;
}

/** What is recorded of some messages: their leaves, verdicts and corrections, in order. */
interface Records {
  readonly leaves: ReadonlyMap<number, readonly LeafRow[]>;
  readonly verdicts: ReadonlyMap<number, readonly VerdictRow[]>;
  readonly corrections: ReadonlyMap<number, readonly CorrectionRow[]>;
}

export interface MessagePage extends Records {
  readonly messages: readonly MessageRow[];
}

export async function loadRecords(tx: Tx, userId: string, messages: readonly MessageRow[]): Promise<Records> {
  const ids = messages.map((message) => message.id);
  return {
    leaves: Map.groupBy(await leavesOf(tx, userId, ids), (row) => row.messageId),
    verdicts: Map.groupBy(await verdictsOf(tx, ids), (row) => row.messageId),
    corrections: Map.groupBy(await correctionsOf(tx, ids), (row) => row.messageId),
  };
}

export function checkLeaves(deps: FsckDeps, userId: string, page: MessagePage, note: Note): void {
  for (const message of page.messages) {
    const own = (page.leaves.get(message.id) ?? []).flatMap((leaf) => readLeaf(leaf, note));
    const check = { message, own, note };
    if (own.filter((leaf) => leaf.kind === 'message').length !== 1) {
      note('message_leaf_missing', nameOf(message), 'it must have exactly one leaf that records it');
    }
    if (message.erasedAt !== null) checkErased(deps, userId, check);
    else checkKept(check);
    checkVerdicts(check, page.verdicts.get(message.id) ?? []);
    checkCorrections(check, page.corrections.get(message.id) ?? []);
  }
}

interface Check {
  readonly message: MessageRow;
  readonly own: readonly ReadLeaf[];
  readonly note: Note;
}

function checkKept({ message, own, note }: Check): void {
  for (const leaf of own) {
    if (leaf.kind !== 'message' && leaf.kind !== 'verdict' && leaf.kind !== 'correction') continue;
    const { manifest } = leaf;
    // A message without its salt has been named already: its key went with it.
    if (!message.salt) continue;
    if (!leaf.bytes) note('manifest_missing', leaf.name, `the manifest of ${nameOf(message)} is gone`);
    else if (!commitment(message.salt, leaf.bytes).equals(leaf.commitment)) {
      note('manifest_wrong', leaf.name, `the manifest of ${nameOf(message)} is not the one that the leaf commits to`);
    } else if (!manifest || !saysTheSame(leaf.kind, manifest, message)) {
      note('manifest_differs', leaf.name, `the manifest and the row of ${nameOf(message)} do not say the same`);
    }
  }
}

function checkErased({ vault }: FsckDeps, userId: string, { message, own, note }: Check): void {
  for (const leaf of own) {
    if (leaf.bytes && leaf.kind !== 'erase') note('erasure_incomplete', leaf.name, `a manifest of ${nameOf(message)} is left`);
  }
  const erase = own.find((leaf) => leaf.kind === 'erase');
  const salt = erasureSalt(vault, userId, message.sha256.toString('hex'));
  if (!erase) note('erase_leaf_missing', nameOf(message), 'it was erased, and the log does not say so');
  else if (!erase.bytes || !commitment(salt, erase.bytes).equals(erase.commitment)) {
    note('manifest_wrong', erase.name, `what the log says of the erasure of ${nameOf(message)} is not what the leaf commits to`);
  }
}

function saysTheSame(kind: LeafKind, manifest: Record<string, JsonValue>, message: MessageRow): boolean {
  const raw = manifest['raw'] as { sha256?: JsonValue; size?: JsonValue } | undefined;
  if (manifest['kind'] !== kind || raw?.sha256 !== message.sha256.toString('hex')) return false;
  if (kind === 'correction') return true;
  const clocks = (manifest['clocks'] ?? {}) as Record<string, string | null>;
  return (
    raw.size === message.sizeBytes &&
    canonicalJson(manifest['source'] ?? null) === canonicalJson(message.origin) &&
    (['sentAt', 'receivedAt', 'internalDate', 'capturedAt'] as const).every((clock) => isSameInstant(clocks[clock], message[clock]))
  );
}

function isSameInstant(one: string | null | undefined, other: string | null): boolean {
  return (one ?? null) === other || (typeof one === 'string' && other !== null && Date.parse(one) === Date.parse(other));
}

// The first verdict stands in the message's own leaf; each later one that settled something is a leaf. One that still waits for DNS is none.
function checkVerdicts({ message, own, note }: Check, rows: readonly VerdictRow[]): void {
  const stated = own.filter((leaf) => leaf.kind === 'message' || leaf.kind === 'verdict');
  const settled = rows.filter((row, place) => place === 0 || !row.pending);
  const isSame =
    stated.length === settled.length &&
    settled.every((row, place) => {
      const { manifest } = stated[place]!;
      const hasColumns = row.detail['level'] === row.level && row.detail['pending'] === row.pending;
      if (message.erasedAt !== null || !manifest) return hasColumns;
      const { dns, tool, ...judgement } = row.detail;
      const rowSays = canonicalJson({ dns, tool, verdict: judgement });
      return hasColumns && rowSays === canonicalJson({ dns: manifest['dns'], tool: manifest['tool'], verdict: manifest['verdict'] });
    });
  if (!isSame) note('verdict_differs', nameOf(message), 'its verdicts are not those that the log recorded');
}

function checkCorrections({ message, own, note }: Check, rows: readonly CorrectionRow[]): void {
  const stated = own.filter((leaf) => leaf.kind === 'correction');
  const isSame =
    stated.length === rows.length &&
    rows.every((row, place) => {
      const { manifest } = stated[place]!;
      return manifest === null || (manifest['event'] === row.eventId && manifest['is'] === row.kind);
    });
  if (!isSame) note('correction_differs', nameOf(message), 'the corrections of its event are not those that the log recorded');
}

function readLeaf({ index, entry, manifest }: LeafRow, note: Note): ReadLeaf[] {
  const name = `leaf ${index}`;
  try {
    return [{ name, ...parseLeafEntry(entry), bytes: manifest, manifest: manifest && readJson(manifest) }];
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    note('leaf_malformed', name, error.message);
    return [];
  }
}

function readJson(bytes: Buffer): Record<string, JsonValue> | null {
  try {
    const value = JSON.parse(bytes.toString()) as JsonValue;
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, JsonValue>) : null;
  } catch {
    // It does not fit its leaf either, which is what is told.
    return null;
  }
}

async function leavesOf(tx: Tx, userId: string, messageIds: readonly number[]): Promise<LeafRow[]> {
  const { rows } = await sql<LeafRow>`
    select message_id as "messageId", leaf_index as index, entry, manifest from log_leaf
    where user_id = ${userId}::uuid and message_id = any(${messageIds}::bigint[]) order by leaf_index`.execute(tx);
  return rows;
}

async function verdictsOf(tx: Tx, messageIds: readonly number[]): Promise<VerdictRow[]> {
  const { rows } = await sql<VerdictRow>`
    select message_id as "messageId", level, pending, detail from verdict
    where message_id = any(${messageIds}::bigint[]) order by message_id, id`.execute(tx);
  return rows;
}

async function correctionsOf(tx: Tx, messageIds: readonly number[]): Promise<CorrectionRow[]> {
  const { rows } = await sql<CorrectionRow>`
    select event.message_id as "messageId", correction.event_id as "eventId", correction.kind
    from correction join event on event.id = correction.event_id
    where event.message_id = any(${messageIds}::bigint[]) order by correction.id`.execute(tx);
  return rows;
}
