// How much work something is: processor time of this thread, which does not grow because another program runs beside the test.

/** Milliseconds of processor time that `run` takes; only what this thread does counts. */
export async function cpuMs(run: () => unknown): Promise<number> {
  const before = process.threadCpuUsage();
  await run();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

/** Below this the clock's grain and the collector's turns say more than the work. */
const TOO_SHORT_MS = 20;
const TIMES = 4;

/**
 * By how much the work of `run` grows when its input does: the exponent, so 1 is linear and 2 is quadratic. `run` gets the size of its input as
 * a share, once a quarter and once the whole; work too short to be measured counts as linear.
 */
export async function growth(run: (share: number) => unknown): Promise<number> {
  const small = Math.min(await cpuMs(() => run(1 / TIMES)), await cpuMs(() => run(1 / TIMES)));
  const large = Math.min(await cpuMs(() => run(1)), await cpuMs(() => run(1)));
  if (large < TOO_SHORT_MS) return 1;
  return Math.log(large / Math.max(small, 1)) / Math.log(TIMES);
}

/** Halfway between linear and quadratic. */
export const LINEAR_MAX = 1.5;
