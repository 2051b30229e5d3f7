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

/** How the beginnings of messages are looked at. */
export interface Look {
  /** Bytes: how much of each, and up to where in those in which that shows too little text, which would be fetched whole otherwise. */
  readonly slices: readonly number[];
  /** So much text must be seen of a letter to one person: a menu and some polite sentences may stand before its news. */
  readonly letterChars: number;
}

/**
 * A thousand characters cost 3 % more bytes than 400 do; where each byte counts, they would cost 14 %, and 550 come with smaller steps. However little comes
 * first, nothing is passed over by less text; 16 KB of each at once cost a sixth more of the first pass (test/bench/first-pass.ts) and tell nothing more.
 */
export const LOOKS: Readonly<Record<Exclude<Reading, 'whole'>, Look>> = {
  auto: { slices: [8 * 1024, 16 * 1024, 64 * 1024], letterChars: 1_000 },
  sparing: { slices: [5.5 * 1024, 8 * 1024, 16 * 1024, 64 * 1024], letterChars: 550 },
};

interface Arrived extends Beginning {
  readonly facts: MessageFacts;
}

/** So many beginnings, half a megabyte of them, are looked at together. */
const LOOK_AT = 64;

export async function glanceAtMessages(
  deps: ReadDeps,
  connection: ImapConnection,
  uids: readonly number[],
  { slices, letterChars }: Look,
): Promise<Glances> {
  const glances: Glances & { bytes: number } = { facts: new Map(), passed: [], ready: new Map(), bytes: 0 };
  let unclear = new Map<number, Buffer>();
  for (const [at, end] of slices.entries()) {
    const known = unclear;
    unclear = new Map();
    const settle = ({ facts, bytes, isWhole }: Arrived, seen: Glance): void => {
      if (seen === 'pass') glances.passed.push(facts);
      // What is kept comes in one piece: of a message that a server makes anew for each answer, two do not fit.
      else if (isWhole && at === 0) glances.ready.set(facts.uid, bytes);
      else if (seen === 'unclear') unclear.set(facts.uid, bytes);
    };
    const looks: Promise<void>[] = [];
    let arrived: Arrived[] = [];
    const lookAtThem = (): void => {
      const those = arrived;
      arrived = [];
      looks.push(deps.glancer.look(those, letterChars).then((seen) => those.forEach((one, at) => settle(one, seen[at]!))));
    };
    const onMessage = async (facts: MessageFacts, arrivedBytes: Buffer): Promise<void> => {
      const before = known.get(facts.uid);
      const bytes = before ? Buffer.concat([before, arrivedBytes]) : arrivedBytes;
      glances.facts.set(facts.uid, facts);
      glances.bytes += arrivedBytes.length;
      // Both must say so: servers round sizes, and others cut answers short.
      const isWhole = bytes.length < end && bytes.length === facts.sizeBytes;
      arrived.push({ facts, bytes, isWhole });
      // While the server sends the next ones.
      if (arrived.length >= LOOK_AT) lookAtThem();
      await deps.liveWork.whenQuiet();
    };
    await deps.source.fetchBeginnings(connection, at === 0 ? uids : [...known.keys()], end, onMessage, slices[at - 1]);
    lookAtThem();
    await Promise.all(looks);
    if (unclear.size === 0) break;
  }
  return glances;
}
