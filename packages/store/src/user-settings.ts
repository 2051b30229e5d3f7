// What a person set for themselves: language, country, time zone, currency, password, and whether the first run is done.
import { PermanentError } from '@quittance/domain/errors';
import type { Instant } from '@quittance/domain/instant';
import { sql } from 'kysely';
import type { Queryable } from './database.ts';
import { isTaken } from './pg-errors.ts';

export interface UserSettings {
  readonly address: string | null;
  readonly name: string;
  readonly language: 'en' | 'fr';
  /** ISO 3166-1 alpha-2, upper case; null until asked. */
  readonly country: string | null;
  /** IANA name. */
  readonly timeZone: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly hasPassword: boolean;
  /** When the first run was finished. */
  readonly setUpAt: Instant | null;
}

export interface UserSettingsChange {
  readonly name?: string | undefined;
  readonly language?: 'en' | 'fr' | undefined;
  readonly country?: string | null | undefined;
  readonly timeZone?: string | undefined;
  readonly currency?: string | undefined;
  readonly setUpAt?: Instant | undefined;
}

export async function readUserSettings(tx: Queryable, userId: string): Promise<UserSettings> {
  const row = await tx
    .selectFrom('app_user')
    .select(['address', 'name', 'language', 'country', 'time_zone', 'currency', 'set_up_at'])
    .select(sql<boolean>`password_hash is not null`.as('has_password'))
    .where('id', '=', userId)
    .executeTakeFirstOrThrow();
  return {
    address: row.address,
    name: row.name,
    language: row.language,
    country: row.country,
    timeZone: row.time_zone,
    currency: row.currency,
    hasPassword: row.has_password,
    setUpAt: row.set_up_at,
  };
}

/** Changes what is given, leaves the rest. */
export async function saveUserSettings(tx: Queryable, userId: string, change: UserSettingsChange): Promise<void> {
  const { name, language, country, timeZone, currency, setUpAt } = change;
  const values = {
    ...(name === undefined ? {} : { name }),
    ...(language === undefined ? {} : { language }),
    ...(country === undefined ? {} : { country }),
    ...(timeZone === undefined ? {} : { time_zone: timeZone }),
    ...(currency === undefined ? {} : { currency }),
    ...(setUpAt === undefined ? {} : { set_up_at: setUpAt }),
  };
  if (Object.keys(values).length === 0) return;
  await tx.updateTable('app_user').set(values).where('id', '=', userId).execute();
}

export async function readPasswordHash(tx: Queryable, userId: string): Promise<string | null> {
  const row = await tx.selectFrom('app_user').select('password_hash').where('id', '=', userId).executeTakeFirst();
  return row?.password_hash ?? null;
}

/** @throws PermanentError `address_taken` when somebody else signs in with that address. */
export async function savePassword(
  tx: Queryable,
  userId: string,
  input: { readonly address: string; readonly passwordHash: string },
): Promise<void> {
  try {
    await tx
      .updateTable('app_user')
      .set({ address: input.address.toLowerCase(), password_hash: input.passwordHash })
      .where('id', '=', userId)
      .execute();
  } catch (error) {
    // The other person's row can't be seen under row-level security, so it can't be looked for first.
    if (!isTaken(error)) throw error;
    throw new PermanentError('address_taken', `somebody else signs in with ${input.address}: choose another address.`, { cause: error });
  }
}
