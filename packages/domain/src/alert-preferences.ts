// What a person wants of alerts. An alert always stands on the page; these say which reminders are raised ahead of a date, and where and
// when deliveries go out.
import type { AlertKind } from './alert.ts';
import type { CivilDate } from './civil-date.ts';
import { nextInstantOf, wallClockAt, type WallTime } from './zoned-time.ts';

/** Kinds with a date ahead, of which a person may be reminded. */
export const LEAD_KINDS = ['renewal_notice', 'trial_ending', 'cancel_by'] as const;
export type LeadKind = (typeof LEAD_KINDS)[number];

export const LEAD_DAYS = [30, 14, 7, 1] as const;
export type LeadDays = (typeof LEAD_DAYS)[number];

export const DIGESTS = ['off', 'daily', 'weekly'] as const;
export type Digest = (typeof DIGESTS)[number];

export interface QuietHours {
  readonly from: WallTime;
  /** The first minute that is not quiet any more; earlier than `from` when a night lies between. */
  readonly until: WallTime;
}

export interface AlertPreferences {
  /** Kept to the page. */
  readonly mutedKinds: readonly AlertKind[];
  readonly leadDays: Readonly<Record<LeadKind, readonly LeadDays[]>>;
  readonly quietHours: QuietHours | null;
  /** How the deliveries to e-mail channels are gathered. */
  readonly digest: Digest;
}

export const DEFAULT_ALERT_PREFERENCES: AlertPreferences = {
  mutedKinds: [],
  leadDays: { renewal_notice: [], trial_ending: [], cancel_by: [7, 1] },
  quietHours: null,
  digest: 'off',
};

/** Neither quiet hours nor a digest hold these up: each hour may cost money, or blind the watch. */
export const URGENT_KINDS: ReadonlySet<AlertKind> = new Set(['charged_after_cancellation', 'mailbox_unreadable']);

/** When reminders and digests are made, in the person's time zone. */
export const REMINDED_AT: WallTime = '09:00';

/** The end of the quiet hours that `at` falls in; null when it falls in none. */
export function quietUntil(quiet: QuietHours | null, at: Date, timeZone: string): Date | null {
  if (!quiet) return null;
  const { time } = wallClockAt(at, timeZone);
  const { from, until } = quiet;
  const isQuiet = from < until ? from <= time && time < until : time >= from || time < until;
  return isQuiet ? nextInstantOf(until, timeZone, at) : null;
}

/** The first digest at `from` or later. */
export function nextDigestAt(digest: Exclude<Digest, 'off'>, from: Date, timeZone: string): Date {
  return nextInstantOf(REMINDED_AT, timeZone, from, { inclusive: true, accepts: digest === 'weekly' ? isMonday : () => true });
}

function isMonday(on: CivilDate): boolean {
  return new Date(on).getUTCDay() === 1;
}
