// How much history may be downloaded a day. Gmail locks an account out for a day above 2,500 MB, shared with the person's own programs.
const GMAIL_HOST = /(^|\.)(gmail|googlemail)\.com$/i;
const GMAIL_BYTES_A_DAY = 1_000 * 1024 * 1024;
const DAY_MS = 24 * 3_600_000;

export interface ByteBudget {
  /** There is a limit at all. */
  readonly isTight: boolean;
  spend(bytes: number): void;
  exhausted(): boolean;
}

/** @param now in milliseconds. The count starts anew a day after its first byte. */
export function createByteBudget(host: string, now: () => number): ByteBudget {
  const bytesMax = GMAIL_HOST.test(host) ? GMAIL_BYTES_A_DAY : Infinity;
  let spent = 0;
  let startedAt = now();
  const renew = (): void => {
    if (now() - startedAt < DAY_MS) return;
    spent = 0;
    startedAt = now();
  };
  return {
    isTight: Number.isFinite(bytesMax),
    spend(bytes) {
      renew();
      spent += bytes;
    },
    exhausted() {
      renew();
      return spent >= bytesMax;
    },
  };
}
