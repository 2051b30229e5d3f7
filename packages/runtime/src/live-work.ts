// Live mail before history, within one process: whoever works on a mail that has just come says so, and whoever works through old mail
// waits meanwhile, between two pieces of work. A courtesy, no lock: it never waits for long, and nothing relies on it.

export interface LiveWork {
  /** Live work is under way until the promise settles. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when no live work is under way and none ended just now, at the latest after two seconds: history must come to an end too. */
  whenQuiet(): Promise<void>;
}

/** One step of a mail's path follows the other so soon. */
const LINGER_MS = 100;
const WAIT_MS_MAX = 2_000;
const LOOK_EVERY_MS = 10;

export function createLiveWork(): LiveWork {
  let underWay = 0;
  let quietAt = -Infinity;
  return {
    async run(work) {
      underWay += 1;
      try {
        return await work();
      } finally {
        underWay -= 1;
        quietAt = performance.now() + LINGER_MS;
      }
    },
    async whenQuiet() {
      const until = performance.now() + WAIT_MS_MAX;
      const isBusy = (): boolean => underWay > 0 || performance.now() < quietAt;
      while (isBusy() && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    },
  };
}
