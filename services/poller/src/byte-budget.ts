// How much history may be downloaded a day. Gmail locks an account out for a day above 2,500 MB, shared with the person's own programs. A session
// ends every hour where the provider says so, and pollers come and go; the day goes on, in the mailbox's row.
import { toInstant, type Clock } from '@quittance/domain/instant';
import type { HistoryDay } from '@quittance/store/mailboxes';

const GMAIL_HOST = /(^|\.)(gmail|googlemail)\.com$/i;
const GMAIL_BYTES_A_DAY = 1_000 * 1024 * 1024;
const DAY_MS = 24 * 3_600_000;
/** Before this no clock is right: one without a battery says 1970 until the network has set it. */
const SET_MS = Date.UTC(2026, 0, 1);

export interface ByteBudget {
  /** There is a limit at all. */
  readonly isTight: boolean;
  /** Spent since it was saved last. */
  readonly isUnsaved: boolean;
  spend(bytes: number): void;
  exhausted(): boolean;
  /** To be written down, with how far the history is; null where nothing is counted. */
  save(): HistoryDay | null;
}

/** Infinity where the provider is not known to count. */
export function historyBytesADay(host: string): number {
  return GMAIL_HOST.test(host) ? GMAIL_BYTES_A_DAY : Infinity;
}

/**
 * The count starts anew a day after its first byte.
 *
 * @param day as it was left by the session before, of whatever process.
 */
export function createByteBudget(bytesMax: number, clock: Clock, day: HistoryDay | null): ByteBudget {
  const isTight = Number.isFinite(bytesMax);
  let bytes = day?.bytes ?? 0;
  let beganAtMs = day === null ? null : Date.parse(day.beganAt);
  let isUnsaved = false;
  const renew = (): void => {
    if (beganAtMs === null) return;
    const nowMs = clock.now().getTime();
    // It says nothing of when a day ends, nor of when one began.
    if (nowMs < SET_MS) return;
    if (beganAtMs < SET_MS) beganAtMs = nowMs;
    // A day from the future was written by a clock that ran ahead: it must not last until then. One that is put right by less than a day moves nothing.
    if (beganAtMs - nowMs > DAY_MS) beganAtMs = nowMs;
    if (nowMs - beganAtMs < DAY_MS) return;
    bytes = 0;
    beganAtMs = null;
  };
  renew();
  return {
    isTight,
    get isUnsaved() {
      return isUnsaved;
    },
    spend(more) {
      if (!isTight || more === 0) return;
      renew();
      beganAtMs ??= clock.now().getTime();
      bytes += more;
      isUnsaved = true;
    },
    exhausted() {
      renew();
      return bytes >= bytesMax;
    },
    save() {
      isUnsaved = false;
      renew();
      return !isTight || beganAtMs === null ? null : { bytes, beganAt: toInstant(new Date(beganAtMs)) };
    },
  };
}
