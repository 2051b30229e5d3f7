// When a job of live mail seals its person's log, and when it leaves that to the next one: mails come in bunches, and a head that covers three of them
// is as good as three heads. A stream of mail can't put it off, since whoever asks a second after the first that left seals; where nobody comes who could,
// since the last of them failed, it is sealed at that one's end. What a crash leaves unsealed is sealed at the next start.

export interface SealTurns {
  /** A live job of that person is under way until the promise settles. `mayLeave`, asked once: whether it may end without sealing. */
  run<T>(userId: string, work: (mayLeave: () => boolean) => Promise<T>): Promise<T>;
}

export interface SealTurnsDeps {
  /** For a log that was left to a job that failed; reports its own failures. */
  readonly seal: (userId: string) => Promise<void>;
  readonly nowMs?: () => number;
}

const PUT_OFF_MS_MAX = 1_000;

export function createSealTurns({ seal, nowMs = () => performance.now() }: SealTurnsDeps): SealTurns {
  // Jobs that have not asked yet. One that has and was told to seal may have read the log's size already, so nothing can be left to it.
  const toCome = new Map<string, number>();
  const unsealedSince = new Map<string, number>();
  const change = (userId: string, by: number): number => {
    const count = (toCome.get(userId) ?? 0) + by;
    if (count > 0) toCome.set(userId, count);
    else toCome.delete(userId);
    return count;
  };
  const mayLeave = (userId: string, others: number): boolean => {
    const since = unsealedSince.get(userId) ?? nowMs();
    const isLeft = others > 0 && nowMs() - since < PUT_OFF_MS_MAX;
    if (isLeft) unsealedSince.set(userId, since);
    else unsealedSince.delete(userId);
    return isLeft;
  };
  return {
    async run(userId, work) {
      let hasAsked = false;
      change(userId, 1);
      try {
        return await work(() => {
          hasAsked = true;
          return mayLeave(userId, change(userId, -1));
        });
      } finally {
        if (!hasAsked && change(userId, -1) === 0 && unsealedSince.delete(userId)) await seal(userId);
      }
    },
  };
}
