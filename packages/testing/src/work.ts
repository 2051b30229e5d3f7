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
/** The small size is run this often for one run of the whole: linear work takes as long, and no side is too short for the clock. */
const TIMES = 8;
/** One disturbed measurement is no growth: the least of some counts, and quadratic work is quadratic in each. */
const ROUNDS = 3;
const CLEARLY_LINEAR = 1.25;

/**
 * By how much the work of `run` grows when its input does: the exponent, so 1 is linear and 2 is quadratic. `run` gets the size of its input as
 * a share, once an eighth and once the whole; work too short to be measured counts as linear.
 */
export async function growth(run: (share: number) => unknown): Promise<number> {
  let least = Infinity;
  for (let round = 0; round < ROUNDS && least > CLEARLY_LINEAR; round += 1) {
    const small = await cpuMs(async () => {
      for (let turn = 0; turn < TIMES; turn += 1) await run(1 / TIMES);
    });
    const large = await cpuMs(() => run(1));
    least = large < TOO_SHORT_MS ? 1 : Math.min(least, 1 + Math.log(large / Math.max(small, 1)) / Math.log(TIMES));
  }
  return least;
}

/** Halfway between linear and quadratic. */
export const LINEAR_MAX = 1.5;
