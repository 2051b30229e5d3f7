// When a message that was announced and not delivered is asked for again. Replicas lag for seconds, sick servers for hours.
const RETRY_MS = [2_000, 5_000, 30_000, 5 * 60_000, 3_600_000, 24 * 3_600_000] as const;

/** A second search must come this much later before a message counts as gone. */
export const CONFIRM_GONE_MS = 5 * 60_000;
export const CONFIRMATIONS_TO_BE_GONE = 2;

/** Reading began this often and the process never got to write what came of it. */
export const DEATHS_MAX = 4;
/** From so many on, a message is read alone, so that its neighbours don't suffer with it. */
export const DEATHS_SUSPECT = 2;

/** So often the connection broke over a message that was asked for alone: the others go on without it. */
export const BREAKS_MAX = 6;
/** An outage of minutes breaks as often as a message does: only one that breaks an hour and a day later, too, is put aside. */
const AFTER_BREAKS_MS = [3_600_000, 24 * 3_600_000] as const;

/** @param attempts how often it was asked for. @returns null when there is no further try. */
export function nextTryAfterMs(attempts: number): number | null {
  return RETRY_MS[attempts - 1] ?? null;
}

/** @param breaks how often the connection broke over it, `BREAKS_MAX` or more. @returns null when there is no further try. */
export function nextTryAfterBreaksMs(breaks: number): number | null {
  return AFTER_BREAKS_MS[breaks - BREAKS_MAX] ?? null;
}
