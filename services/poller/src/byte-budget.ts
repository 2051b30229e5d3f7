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

/** Of each mailbox, for as long as the process lives: a session ends every hour where the provider says so, and the day goes on. */
export interface ByteBudgets {
  of(mailbox: { readonly id: string; readonly host: string }): ByteBudget;
}

/** @param now in milliseconds. */
export function createByteBudgets(now: () => number): ByteBudgets {
  const budgets = new Map<string, ByteBudget>();
  return {
    of({ id, host }) {
      const key = `${id} ${host}`;
      const budget = budgets.get(key) ?? createByteBudget(host, now);
      budgets.set(key, budget);
      return budget;
    },
  };
}

/** @param now in milliseconds. The count starts anew a day after its first byte. */
function createByteBudget(host: string, now: () => number): ByteBudget {
  const bytesMax = GMAIL_HOST.test(host) ? GMAIL_BYTES_A_DAY : Infinity;
  let spent = 0;
  let startedAt: number | null = null;
  const renew = (): void => {
    if (startedAt === null || now() - startedAt < DAY_MS) return;
    spent = 0;
    startedAt = null;
  };
  return {
    isTight: Number.isFinite(bytesMax),
    spend(bytes) {
      renew();
      startedAt ??= now();
      spent += bytes;
    },
    exhausted() {
      renew();
      return spent >= bytesMax;
    },
  };
}
