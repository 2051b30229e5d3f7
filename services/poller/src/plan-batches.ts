// Cuts UIDs into batches that fit in memory and in one transaction. Pure.
import type { KnownUid } from '@quittance/store/locations';
import { DEATHS_SUSPECT } from './retry-schedule.ts';

export interface BatchLimits {
  readonly messagesMax: number;
  readonly bytesMax: number;
}

/** A message above this is recorded with its headers only and is never a proof. */
export const MESSAGE_BYTES_MAX = 25 * 1024 * 1024;
export const LIVE_LIMITS: BatchLimits = { messagesMax: 20, bytesMax: 8 * 1024 * 1024 };
export const HISTORY_LIMITS: BatchLimits = { messagesMax: 100, bytesMax: 8 * 1024 * 1024 };

/** It may have killed a process or broken a connection: better read alone. */
export function isSuspect(known: Pick<KnownUid, 'deaths' | 'breaks'> | undefined): boolean {
  return known !== undefined && (known.deaths >= DEATHS_SUSPECT || known.breaks > 0);
}

/**
 * Keeps the order. A message bigger than the limit, and a suspect, is a batch of its own.
 *
 * @param sizeOf undefined for a message that will not be fetched: it costs nothing and does not count.
 */
export function planBatches(
  uids: readonly number[],
  sizeOf: (uid: number) => number | undefined,
  suspected: (uid: number) => boolean,
  limits: BatchLimits,
): number[][] {
  const batches: number[][] = [];
  let batch: number[] = [];
  let messages = 0;
  let bytes = 0;
  const close = (): void => {
    if (batch.length > 0) batches.push(batch);
    batch = [];
    messages = 0;
    bytes = 0;
  };
  for (const uid of uids) {
    const size = sizeOf(uid);
    const alone = suspected(uid);
    if (alone || (size !== undefined && (messages >= limits.messagesMax || bytes + size > limits.bytesMax))) close();
    batch.push(uid);
    if (size !== undefined) messages += 1;
    bytes += size ?? 0;
    if (alone) close();
  }
  close();
  return batches;
}
