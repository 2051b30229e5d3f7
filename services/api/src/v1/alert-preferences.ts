// What a person wants of alerts: which kinds go out, reminders ahead, quiet hours, digest.
import type { OpenAPIHono } from '@hono/zod-openapi';
import { ALERT_KINDS, type AlertKind } from '@quittance/domain/alert';
import { DIGESTS, LEAD_DAYS, type AlertPreferences, type LeadDays } from '@quittance/domain/alert-preferences';
import { isWallTime } from '@quittance/domain/zoned-time';
import { readAlertPreferences, saveAlertPreferences } from '@quittance/store/alert-preferences';
import { forPerson, type AppDeps, type AppEnv } from '../context.ts';
import { createRoute, json, jsonBody, problems, SECURITY, z } from './route-parts.ts';

const wallTime = z.string().refine(isWallTime, { error: 'must be a time from 00:00 to 23:59' }).openapi({ example: '22:00' });
const leads = z.array(z.union(LEAD_DAYS.map((days) => z.literal(days)))).openapi({ description: 'Days before; several are possible.' });
const switches = Object.fromEntries(ALERT_KINDS.map((kind) => [kind, z.boolean()])) as Record<AlertKind, z.ZodBoolean>;

export const preferencesSchema = z
  .object({
    kinds: z.object(switches).openapi({ description: 'false: the alert stands on the page and is sent nowhere.' }),
    lead_days: z.object({ renewal_notice: leads, trial_ending: leads, cancel_by: leads }),
    quiet_hours: z
      .object({ from: wallTime, until: wallTime })
      .refine(({ from, until }) => from !== until, { error: 'from and until must differ' })
      .nullable()
      .openapi({ description: 'In the time zone of the person.' }),
    digest: z.enum(DIGESTS).openapi({ description: 'How the mails to e-mail channels are gathered.' }),
  })
  .openapi('AlertPreferences');

type PreferencesJson = z.infer<typeof preferencesSchema>;

const getRoute = createRoute({
  method: 'get',
  path: '/alert-preferences',
  tags: ['Alerts'],
  summary: 'What the person wants of alerts',
  security: SECURITY,
  responses: { 200: json(preferencesSchema, 'The preferences.'), ...problems() },
});

const putRoute = createRoute({
  method: 'put',
  path: '/alert-preferences',
  tags: ['Alerts'],
  summary: 'Set them, all at once',
  description: 'What waits for the end of quiet hours or for a digest is looked at anew.',
  security: SECURITY,
  request: { body: jsonBody(preferencesSchema) },
  responses: { 200: json(preferencesSchema, 'The preferences.'), ...problems() },
});

export function registerAlertPreferences(api: OpenAPIHono<AppEnv>, deps: Pick<AppDeps, 'db' | 'clock'>): void {
  api.openapi(getRoute, async (c) => c.json(preferencesJson(await forPerson(c, deps, readAlertPreferences)), 200));

  api.openapi(putRoute, async (c) => {
    const preferences = fromJson(c.req.valid('json'));
    const at = deps.clock.now().toISOString();
    await forPerson(c, deps, (tx, userId) => saveAlertPreferences(tx, userId, preferences, at));
    return c.json(preferencesJson(preferences), 200);
  });
}

function preferencesJson(preferences: AlertPreferences): PreferencesJson {
  const { mutedKinds, leadDays, quietHours, digest } = preferences;
  const kinds = Object.fromEntries(ALERT_KINDS.map((kind) => [kind, !mutedKinds.includes(kind)])) as Record<AlertKind, boolean>;
  const lead_days = {
    renewal_notice: [...leadDays.renewal_notice],
    trial_ending: [...leadDays.trial_ending],
    cancel_by: [...leadDays.cancel_by],
  };
  return { kinds, lead_days, quiet_hours: quietHours && { from: quietHours.from, until: quietHours.until }, digest };
}

function fromJson(input: PreferencesJson): AlertPreferences {
  // In a fixed order and each once, however they were given.
  const chosen = (days: readonly LeadDays[]): LeadDays[] => LEAD_DAYS.filter((one) => days.includes(one));
  return {
    mutedKinds: ALERT_KINDS.filter((kind) => !input.kinds[kind]),
    leadDays: {
      renewal_notice: chosen(input.lead_days.renewal_notice),
      trial_ending: chosen(input.lead_days.trial_ending),
      cancel_by: chosen(input.lead_days.cancel_by),
    },
    quietHours: input.quiet_hours,
    digest: input.digest,
  };
}
