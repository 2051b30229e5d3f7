// When a job of live mail seals its person's log, and when it leaves that to the next one: mails come in bunches, and a head that covers three of them
// is as good as three heads. For a second at most, so that a stream of mail can't put it off; what a crash leaves unsealed is sealed at the next start.

export interface SealTurns {
  /** A live job of that person is under way until the promise settles. */
  run<T>(userId: string, work: () => Promise<T>): Promise<T>;
  /** Whether the job that asks, the caller of `run`, may end without sealing. */
  mayLeave(userId: string): boolean;
}

const PUT_OFF_MS_MAX = 1_000;

export function createSealTurns(nowMs: () => number = () => performance.now()): SealTurns {
  const underWay = new Map<string, number>();
  const unsealedSince = new Map<string, number>();
  return {
    async run(userId, work) {
      underWay.set(userId, (underWay.get(userId) ?? 0) + 1);
      try {
        return await work();
      } finally {
        const left = underWay.get(userId)! - 1;
        if (left > 0) underWay.set(userId, left);
        else underWay.delete(userId);
      }
    },
    mayLeave(userId) {
      const since = unsealedSince.get(userId) ?? nowMs();
      const isLeft = (underWay.get(userId) ?? 0) > 1 && nowMs() - since < PUT_OFF_MS_MAX;
      if (isLeft) unsealedSince.set(userId, since);
      else unsealedSince.delete(userId);
      return isLeft;
    },
  };
}
