// Waits until the classifier has settled what an import accepted, looking at the store: any process may do the work.
import { countContentStates, countEventsOf, type ContentCounts } from '@quittance/store/contents';
import type { Database } from '@quittance/store/database';

export interface Outcomes extends Omit<ContentCounts, 'pending'> {
  readonly events: number;
}

const CHUNK = 5_000;
const WAIT_MS_MIN = 100;
const WAIT_MS_MAX = 1_000;

/**
 * @param ids the contents that are counted, and those that are only waited for.
 * @param onSettled called with the number of counted contents that have their outcome.
 */
export async function awaitOutcomes(
  deps: { readonly db: Database; readonly wait: (ms: number) => Promise<void> },
  input: { readonly userId: string; readonly signal?: AbortSignal },
  [counted, others]: readonly [readonly number[], readonly number[]],
  onSettled: (settled: number) => void,
): Promise<Outcomes> {
  const total = { kept: 0, ignored: 0, quarantined: 0, events: 0 };
  for (let at = 0; at < counted.length; at += CHUNK) {
    const ids = counted.slice(at, at + CHUNK);
    const counts = await settled(deps, input, ids, (open) => onSettled(at + ids.length - open));
    total.kept += counts.kept;
    total.ignored += counts.ignored;
    total.quarantined += counts.quarantined;
    total.events += await countEventsOf(deps.db, input.userId, ids);
  }
  for (let at = 0; at < others.length; at += CHUNK) await settled(deps, input, others.slice(at, at + CHUNK), () => {});
  return total;
}

async function settled(
  deps: { readonly db: Database; readonly wait: (ms: number) => Promise<void> },
  { userId, signal }: { readonly userId: string; readonly signal?: AbortSignal },
  ids: readonly number[],
  onOpen: (open: number) => void,
): Promise<ContentCounts> {
  let waitMs = WAIT_MS_MIN;
  for (;;) {
    signal?.throwIfAborted();
    const counts = await countContentStates(deps.db, userId, ids);
    onOpen(counts.pending);
    if (counts.pending === 0) return counts;
    await deps.wait(waitMs);
    waitMs = Math.min(WAIT_MS_MAX, waitMs * 1.5);
  }
}
