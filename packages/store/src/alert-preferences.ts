// What a person wants of alerts, one row each; no row means the defaults. Saving looks anew at what waits, so that nothing is held back
// by a wish that was taken back.
import type { AlertKind } from '@quittance/domain/alert';
import { DEFAULT_ALERT_PREFERENCES, type AlertPreferences, type LeadDays } from '@quittance/domain/alert-preferences';
import type { Instant } from '@quittance/domain/instant';
import type { Selectable } from 'kysely';
import type { Queryable, Tx } from './database.ts';
import { notify } from './notifications.ts';
import type { Schema } from './schema.ts';

const COLUMNS = [
  'muted_kinds',
  'renewal_notice_days',
  'trial_ending_days',
  'cancel_by_days',
  'quiet_from',
  'quiet_until',
  'digest',
] as const;
type Row = Pick<Selectable<Schema['alert_preference']>, (typeof COLUMNS)[number]>;

export async function readAlertPreferences(db: Queryable, userId: string): Promise<AlertPreferences> {
  const row = await db.selectFrom('alert_preference').select(COLUMNS).where('user_id', '=', userId).executeTakeFirst();
  return row ? toPreferences(row) : DEFAULT_ALERT_PREFERENCES;
}

/** The same; who saves them or else locks them waits until this transaction ends. */
export async function lockAlertPreferences(tx: Tx, userId: string): Promise<AlertPreferences> {
  const row = await tx.selectFrom('alert_preference').select(COLUMNS).where('user_id', '=', userId).forUpdate().executeTakeFirst();
  return row ? toPreferences(row) : DEFAULT_ALERT_PREFERENCES;
}

export async function saveAlertPreferences(tx: Tx, userId: string, preferences: AlertPreferences, at: Instant): Promise<void> {
  const values = toRow(preferences);
  await tx
    .insertInto('alert_preference')
    .values({ user_id: userId, ...values, updated_at: at })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ ...values, updated_at: at }))
    .execute();
  await releaseHeld(tx, userId, at);
  await notify(tx, 'delivery', userId);
  await notify(tx, 'change', userId);
}

// What waits for the end of quiet hours or for a digest; a delivery that is tried again later keeps its time.
async function releaseHeld(tx: Tx, userId: string, at: Instant): Promise<void> {
  await tx
    .updateTable('delivery')
    .set({ hold: null, next_try_at: at })
    .where('user_id', '=', userId)
    .where('state', '=', 'due')
    .where('hold', 'in', ['quiet', 'digest'])
    .execute();
}

function toRow({ mutedKinds, leadDays, quietHours, digest }: AlertPreferences): Row {
  return {
    muted_kinds: [...mutedKinds],
    renewal_notice_days: [...leadDays.renewal_notice],
    trial_ending_days: [...leadDays.trial_ending],
    cancel_by_days: [...leadDays.cancel_by],
    quiet_from: quietHours?.from ?? null,
    quiet_until: quietHours?.until ?? null,
    digest,
  };
}

function toPreferences(row: Row): AlertPreferences {
  return {
    mutedKinds: row.muted_kinds as AlertKind[],
    leadDays: {
      renewal_notice: row.renewal_notice_days as LeadDays[],
      trial_ending: row.trial_ending_days as LeadDays[],
      cancel_by: row.cancel_by_days as LeadDays[],
    },
    quietHours: row.quiet_from && row.quiet_until ? { from: row.quiet_from, until: row.quiet_until } : null,
    digest: row.digest,
  };
}
