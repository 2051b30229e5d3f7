// What a person sets for themselves. Country, time zone and currency drive legal clocks, days and totals.
import type { OpenAPIHono } from '@hono/zod-openapi';
import { isCurrency, isTimeZone, readCountry } from '@quittance/domain/place';
import { LANGUAGES } from '@quittance/i18n/language';
import { endOtherSessions } from '@quittance/store/sessions';
import { readPasswordHash, readUserSettings, savePassword, saveUserSettings, type UserSettings } from '@quittance/store/user-settings';
import { hashPassword, PASSWORD_MAX, PASSWORD_MIN, verifyPassword } from '../auth/password.ts';
import { forPerson, whoOf, type AppContext, type AppDeps, type AppEnv } from '../context.ts';
import { ProblemError } from '../problem.ts';
import { createRoute, json, jsonBody, noContent, problems, requireSession, SECURITY, text, z } from './route-parts.ts';

const settingsSchema = z
  .object({
    address: z.string().nullable(),
    name: z.string(),
    language: z.enum(LANGUAGES),
    country: z.string().nullable(),
    time_zone: z.string(),
    currency: z.string(),
    has_password: z.boolean(),
    set_up_at: z.iso.datetime().nullable(),
  })
  .openapi('Settings');

export const settingsChange = z.object({
  name: text(200).optional(),
  language: z.enum(LANGUAGES).optional(),
  country: z
    .string()
    .max(8)
    .refine((code) => readCountry(code) === code, {
      error: 'must be a country code of two letters, e.g. FR, with a region where its law differs: US-CA',
    })
    .nullable()
    .optional(),
  time_zone: z.string().max(64).refine(isTimeZone, { error: 'must be a time zone, e.g. Europe/Paris' }).optional(),
  currency: z.string().max(3).refine(isCurrency, { error: 'must be a currency code of three letters, e.g. EUR' }).optional(),
  set_up: z.literal(true).optional().openapi({ description: 'The first run is done.' }),
});

export const passwordChange = z.object({
  address: z.email().max(254).openapi({ description: 'What the person signs in with.' }),
  password: text(PASSWORD_MAX).min(PASSWORD_MIN),
  current_password: text(PASSWORD_MAX).optional().openapi({ description: 'Needed unless the person signed in a moment ago.' }),
});

const getRoute = createRoute({
  method: 'get',
  path: '/settings',
  tags: ['Settings'],
  summary: 'Settings of the person',
  security: SECURITY,
  responses: { 200: json(settingsSchema, 'The settings.'), ...problems() },
});

const changeRoute = createRoute({
  method: 'patch',
  path: '/settings',
  tags: ['Settings'],
  summary: 'Change settings; what is not given stays',
  security: SECURITY,
  request: { body: jsonBody(settingsChange) },
  responses: { 200: json(settingsSchema, 'The settings.'), ...problems() },
});

const passwordRoute = createRoute({
  method: 'put',
  path: '/settings/password',
  tags: ['Settings'],
  summary: 'Set the password; other browsers are signed out',
  security: [{ session: [] }],
  middleware: [requireSession],
  request: { body: jsonBody(passwordChange) },
  responses: { ...noContent, ...problems('session_required', 'password_wrong', 'address_taken', 'rate_limited') },
});

type SettingsDeps = Pick<AppDeps, 'db' | 'clock' | 'attempts'>;

export function registerSettings(api: OpenAPIHono<AppEnv>, deps: SettingsDeps): void {
  api.openapi(getRoute, async (c) => c.json(settingsJson(await forPerson(c, deps, readUserSettings)), 200));

  api.openapi(changeRoute, async (c) => {
    const { time_zone: timeZone, set_up: setUp, ...rest } = c.req.valid('json');
    const settings = await forPerson(c, deps, async (tx, userId) => {
      const setUpAt = setUp ? deps.clock.now().toISOString() : undefined;
      await saveUserSettings(tx, userId, { ...rest, timeZone, setUpAt });
      return readUserSettings(tx, userId);
    });
    return c.json(settingsJson(settings), 200);
  });

  api.openapi(passwordRoute, async (c) => {
    await changePassword(c, deps, c.req.valid('json'));
    return c.body(null, 204);
  });
}

/** @throws ProblemError `password_wrong`, `rate_limited`; PermanentError `address_taken`. */
export async function changePassword(c: AppContext, deps: SettingsDeps, input: z.infer<typeof passwordChange>): Promise<void> {
  const who = whoOf(c);
  if (who.kind !== 'session') throw new ProblemError('session_required');
  const current = await forPerson(c, deps, readPasswordHash);
  if (current !== null && !who.fresh) {
    const retryAfterSeconds = deps.attempts.begin(who.userId, 'settings');
    if (retryAfterSeconds > 0) throw new ProblemError('rate_limited', { retryAfterSeconds });
    if (!(await verifyPassword(input.current_password ?? '', current))) throw new ProblemError('password_wrong');
    deps.attempts.succeed(who.userId, 'settings');
  }
  const passwordHash = await hashPassword(input.password);
  await forPerson(c, deps, async (tx, userId) => {
    await savePassword(tx, userId, { address: input.address, passwordHash });
    await endOtherSessions(tx, userId, who.sessionToken);
  });
}

function settingsJson(settings: UserSettings) {
  return {
    address: settings.address,
    name: settings.name,
    language: settings.language,
    country: settings.country,
    time_zone: settings.timeZone,
    currency: settings.currency,
    has_password: settings.hasPassword,
    set_up_at: settings.setUpAt,
  };
}
