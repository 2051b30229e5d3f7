// Live mail goes first: while the live connection has work, the one that reads history waits between two batches.
export interface LiveFirst {
  /** Runs the work of the live connection. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when no live work is under way. */
  whenIdle(): Promise<void>;
}

export function createLiveFirst(): LiveFirst {
  let idle = Promise.resolve();
  return {
    async run(work) {
      const { promise, resolve } = Promise.withResolvers<void>();
      idle = promise;
      try {
        return await work();
      } finally {
        resolve();
      }
    },
    whenIdle: () => idle,
  };
}
