// Where an interrupted import of an mbox goes on. Only a file that is surely the same one is resumed, and only where a message ended; a finished one
// is read again, so that the result tells of its messages as duplicates.
import { open, stat } from 'node:fs/promises';
import type { Queryable } from '@quittance/store/database';
import { findImportFile } from '@quittance/store/imports';
import { fingerprintFile } from './fingerprint-file.ts';
import { FILE_LIMITS } from './limits.ts';
import { statedLength } from './mbox-length.ts';
import type { MboxPosition } from './read-mbox.ts';
import { startsWithSeparator } from './split-mbox.ts';

export interface KnownMbox {
  readonly fingerprint: Buffer;
  readonly from: MboxPosition;
}

const START: MboxPosition = { offset: 0, messages: 0 };

/** @throws the system's error when the file can't be read. */
export async function findPosition(db: Queryable, userId: string, path: string): Promise<KnownMbox> {
  const fingerprint = await fingerprintFile(path);
  const known = await findImportFile(db, userId, fingerprint);
  if (!known || known.finishedAt !== null || known.offsetBytes === 0) return { fingerprint, from: START };
  const from = { offset: known.offsetBytes, messages: known.messages };
  // Lengths are believed as long as all of them fit, from the first on; the file is the same, so its messages end where they ended.
  if (await keepsLengths(path)) return { fingerprint, from: { ...from, fromStart: true } };
  return { fingerprint, from: (await isBoundary(path, known.offsetBytes)) ? from : START };
}

async function keepsLengths(path: string): Promise<boolean> {
  const head = await readPiece(path, 0, FILE_LIMITS.separatorBytesMax + FILE_LIMITS.mboxHeaderBytesMax);
  return statedLength(head) !== null;
}

async function isBoundary(path: string, offset: number): Promise<boolean> {
  const { size } = await stat(path);
  if (offset >= size) return offset === size;
  return startsWithSeparator(await readPiece(path, offset, FILE_LIMITS.separatorBytesMax + FILE_LIMITS.headerPeekBytesMax));
}

async function readPiece(path: string, offset: number, length: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
