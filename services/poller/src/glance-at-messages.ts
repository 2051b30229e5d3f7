// The first pass of a backfill: the beginning of each message, and whether it must be read whole. What is small enough comes whole with the
// first look. The looking itself is the glancer's.
import type { Glance } from '@quittance/classify/prefilter/pass-over';
import type { Reading } from '@quittance/domain/mailbox';
import type { ImapConnection } from '@quittance/imap/connection';
import type { MessageFacts } from '@quittance/imap/fetch-messages';
import type { Beginning } from './glancer.ts';
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

interface Arrived extends Beginning {
  readonly facts: MessageFacts;
}

/** So many beginnings, a megabyte of them, are looked at together. */
const LOOK_AT = 64;

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
    const settle = ({ facts, bytes, isWhole }: Arrived, seen: Glance): void => {
      if (seen === 'pass') glances.passed.push(facts);
      else if (isWhole) glances.ready.set(facts.uid, bytes);
      else if (seen === 'unclear') unclear.push(facts.uid);
    };
    const looks: Promise<void>[] = [];
    let arrived: Arrived[] = [];
    const lookAtThem = (): void => {
      const those = arrived;
      arrived = [];
      looks.push(deps.glancer.look(those).then((seen) => those.forEach((one, at) => settle(one, seen[at]!))));
    };
    await deps.source.fetchBeginnings(connection, open, sliceBytes, async (facts, bytes) => {
      glances.facts.set(facts.uid, facts);
      glances.bytes += bytes.length;
      // Both must say so: servers round sizes, and others cut answers short.
      const isWhole = bytes.length < sliceBytes && bytes.length === facts.sizeBytes;
      arrived.push({ facts, bytes, isWhole });
      // While the server sends the next ones.
      if (arrived.length >= LOOK_AT) lookAtThem();
      await deps.liveWork.whenQuiet();
    });
    lookAtThem();
    await Promise.all(looks);
    open = unclear;
    if (open.length === 0) break;
  }
  return glances;
}
