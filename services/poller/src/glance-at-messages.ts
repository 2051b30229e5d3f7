// The first pass of a backfill: the beginning of each message, and whether it must be read whole. What is small enough comes whole with the
// first look. Whether a message may matter is packages/classify's judgement; a doubt and a fault of the look itself mean: read it.
import { glance } from '@quittance/classify/prefilter/pass-over';
import type { Reading } from '@quittance/domain/mailbox';
import type { ImapConnection } from '@quittance/imap/connection';
import type { MessageFacts } from '@quittance/imap/fetch-messages';
import { peekMessage } from '@quittance/mail/peek-message';
import type { ReadDeps } from './poller-deps.ts';

export interface Glances {
  /** What the server said of each; a UID without is one it did not deliver. */
  readonly facts: Map<number, MessageFacts>;
  readonly passed: MessageFacts[];
  /** Bytes of messages to be read that came whole already. */
  readonly ready: Map<number, Buffer>;
  readonly bytes: number;
}

/** How much of a message is looked at, and how much more where that shows no text. */
export const SLICES: Readonly<Record<Exclude<Reading, 'whole'>, readonly number[]>> = {
  auto: [16 * 1024, 64 * 1024],
  sparing: [6 * 1024, 32 * 1024],
};

export async function glanceAtMessages(
  deps: ReadDeps,
  connection: ImapConnection,
  uids: readonly number[],
  slices: readonly number[],
): Promise<Glances> {
  const glances: Glances & { bytes: number } = { facts: new Map(), passed: [], ready: new Map(), bytes: 0 };
  let open = uids;
  for (const sliceBytes of slices) {
    const unclear: number[] = [];
    await deps.source.fetchBeginnings(connection, open, sliceBytes, (facts, beginning) => {
      glances.facts.set(facts.uid, facts);
      glances.bytes += beginning.length;
      // Both must say so: servers round sizes, and others cut answers short.
      const isWhole = beginning.length < sliceBytes && beginning.length === facts.sizeBytes;
      const seen = look(beginning, isWhole);
      if (seen === 'pass') glances.passed.push(facts);
      else if (isWhole) glances.ready.set(facts.uid, beginning);
      else if (seen === 'unclear') unclear.push(facts.uid);
    });
    open = unclear;
    if (open.length === 0) break;
  }
  return glances;
}

function look(beginning: Buffer, isWhole: boolean): ReturnType<typeof glance> {
  try {
    return glance(peekMessage(beginning, isWhole));
  } catch {
    return 'read'; // Hostile bytes: the parser's limits and its worker are made for them.
  }
}
