// Decides about one due delivery of a person who has quiet hours or a digest: it goes now, waits, or is gathered into a digest.
import type { Alert, AlertData, ChannelKind } from '@quittance/domain/alert';
import { nextDigestAt, quietUntil, URGENT_KINDS, type AlertPreferences } from '@quittance/domain/alert-preferences';
import type { CivilDate } from '@quittance/domain/civil-date';
import { wallClockAt } from '@quittance/domain/zoned-time';

export interface PlanInput {
  readonly channelKind: ChannelKind;
  readonly attempts: number;
  /** null for a digest. */
  readonly alert: Pick<Alert, 'kind' | 'dueAt' | 'data'> | null;
  readonly preferences: AlertPreferences;
  readonly timeZone: string;
  readonly now: Date;
  /** The time of the channel's latest digest. */
  readonly latestDigest: string | null;
}

export type Plan =
  | { readonly kind: 'go' }
  | { readonly kind: 'wait'; readonly hold: 'quiet' | 'digest'; readonly until: Date }
  | { readonly kind: 'gather'; readonly digestAt: Date };

const GO: Plan = { kind: 'go' };

export function planDelivery(input: PlanInput): Plan {
  const { alert, preferences, timeZone, now } = input;
  if (alert && URGENT_KINDS.has(alert.kind)) return GO;
  const quietEnd = quietUntil(preferences.quietHours, now, timeZone);
  if (quietEnd) return { kind: 'wait', hold: 'quiet', until: quietEnd };
  // What was tried by itself goes on by itself: the receiver may have it already, under its own id.
  if (!alert || input.channelKind !== 'email' || preferences.digest === 'off' || input.attempts > 0) return GO;
  return planDigest(alert, preferences.digest, input);
}

function planDigest(alert: NonNullable<PlanInput['alert']>, digest: 'daily' | 'weekly', { timeZone, now, latestDigest }: PlanInput): Plan {
  const own = nextDigestAt(digest, new Date(alert.dueAt), timeZone);
  const past = own <= now ? latestUntil(own, digest, now, timeZone) : null;
  if (past && (!latestDigest || past > new Date(latestDigest))) return { kind: 'gather', digestAt: past };
  const next = past ? nextDigestAt(digest, new Date(now.getTime() + 1), timeZone) : own;
  const actsUntil = dateOf(alert);
  if (actsUntil && actsUntil <= wallClockAt(next, timeZone).on) return GO;
  return { kind: 'wait', hold: 'digest', until: next };
}

// A machine that was off at nine makes one digest when it wakes, not one for each day.
function latestUntil(from: Date, digest: 'daily' | 'weekly', now: Date, timeZone: string): Date {
  let latest = from;
  for (;;) {
    const next = nextDigestAt(digest, new Date(latest.getTime() + 1), timeZone);
    if (next > now) return latest;
    latest = next;
  }
}

/** The last day on which the alert is of use: told on that day or later, it came too late. */
function dateOf({ kind, data }: { readonly kind: Alert['kind']; readonly data: AlertData }): CivilDate | null {
  if (kind === 'cancel_by' || data.cancel_by_for) return data.cancel_by;
  if (kind === 'renewal_notice' || kind === 'trial_ending') return data.cancel_by ?? data.renews_on ?? data.ends_on;
  return null;
}
