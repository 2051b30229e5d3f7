// A backup's file (docs/formats/backup.md): a line that names the format, then one zstd stream of frames. A frame is a kind (one ASCII letter),
// its length (four bytes, big endian) and its bytes: `H` header, `T` begins a table, `D` rows in COPY's text format, `E` ends the table,
// `Z` ends the file with an HMAC of all frames before it, under a key derived from the key file: whoever lacks that file can neither cut nor
// change a backup unseen.
import { createHmac } from 'node:crypto';
import { PermanentError } from '@quittance/domain/errors';
import type { Instant } from '@quittance/domain/instant';
import type { Vault } from '@quittance/vault/vault';

export const MAGIC = Buffer.from('quittance-backup/v1\n');

export interface BackupHeader {
  readonly v: 1;
  readonly made_at: Instant;
  /** Names of the migrations: a backup goes back into exactly this schema. */
  readonly schema: readonly string[];
  /** Tells key files apart and nothing about them: the backup opens with this one only. */
  readonly key_id: string;
  readonly logs: readonly BackupLog[];
}

export interface BackupLog {
  readonly user_id: string;
  readonly origin: string;
  readonly size: number;
  /** The newest checkpoint; null before the first. */
  readonly checkpoint: string | null;
}

export interface BackupTable {
  readonly table: string;
  readonly columns: readonly string[];
}

export type FrameKind = 'H' | 'T' | 'D' | 'E' | 'Z';
export interface Frame {
  readonly kind: FrameKind;
  readonly bytes: Buffer;
}

const HEAD_BYTES = 5;
// We write less; a damaged length must not ask for gigabytes.
const FRAME_BYTES_MAX = 64 * 1024 * 1024;

export function writeFrame(kind: FrameKind, content: Buffer | object): Buffer {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content));
  const head = Buffer.alloc(HEAD_BYTES);
  head.write(kind, 0, 'latin1');
  head.writeUInt32BE(bytes.length, 1);
  return Buffer.concat([head, bytes]);
}

/** @throws PermanentError `bad_file` for what is no frame, a stream that ends before its `Z`, or one that was changed. */
export async function* readFrames(stream: AsyncIterable<Buffer>, vault: Pick<Vault, 'derive'>): AsyncGenerator<Frame> {
  let left: Buffer = Buffer.alloc(0);
  const mac = createHmac('sha256', macKey(vault));
  let hasEnded = false;
  for await (const chunk of stream) {
    left = left.length === 0 ? chunk : Buffer.concat([left, chunk]);
    for (let length = frameLength(left); length !== null && left.length >= HEAD_BYTES + length; length = frameLength(left)) {
      const kind = String.fromCharCode(left[0]!) as FrameKind;
      if (hasEnded) throw damaged('it goes on after its end');
      const bytes = left.subarray(HEAD_BYTES, HEAD_BYTES + length);
      hasEnded = kind === 'Z';
      if (!hasEnded) mac.update(left.subarray(0, HEAD_BYTES + length));
      else if (!mac.digest().equals(bytes)) throw damaged('it was changed after it was made');
      yield { kind, bytes };
      left = left.subarray(HEAD_BYTES + length);
    }
  }
  if (!hasEnded || left.length > 0) throw damaged('it ends early');
}

/** Adds the last frame. */
export async function* signFrames(frames: AsyncIterable<Buffer>, vault: Pick<Vault, 'derive'>): AsyncGenerator<Buffer> {
  const mac = createHmac('sha256', macKey(vault));
  for await (const frame of frames) {
    mac.update(frame);
    yield frame;
  }
  yield writeFrame('Z', mac.digest());
}

function macKey(vault: Pick<Vault, 'derive'>): Buffer {
  return vault.derive('backup-mac');
}

function frameLength(bytes: Buffer): number | null {
  if (bytes.length < HEAD_BYTES) return null;
  const length = bytes.readUInt32BE(1);
  if (!'HTDEZ'.includes(String.fromCharCode(bytes[0]!)) || length > FRAME_BYTES_MAX) throw damaged('something that belongs to no backup');
  return length;
}

export function damaged(what: string, cause?: unknown): PermanentError {
  return new PermanentError('bad_file', `the backup is damaged (${what}): use another copy of it.`, { cause });
}

/** @throws PermanentError `bad_file`. */
export function readJson(frame: Frame, kind: FrameKind): unknown {
  if (frame.kind !== kind) throw damaged(`a frame ${frame.kind} where ${kind} belongs`);
  try {
    return JSON.parse(frame.bytes.toString());
  } catch (cause) {
    throw damaged('a frame that is no JSON', cause);
  }
}
